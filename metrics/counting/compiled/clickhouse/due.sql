SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t2"."office" AS "office",
      "t2"."subject" AS "subject",
      "t2"."permit_type" AS "permit_type",
      "t2"."category" AS "category",
      "t2"."channel" AS "channel",
      "t2"."due_month" AS "due_month",
      "t2"."standard" AS "standard",
      "t2"."met" AS "met",
      COUNT(*) AS "n"
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."permit_type" AS "permit_type",
        "t0"."channel" AS "channel",
        "t0"."standard" AS "standard",
        "t0"."met" AS "met",
        'permit' AS "subject",
        '' AS "category",
        CAST((
          toYear("t0"."due_day") * 100
        ) + toMonth("t0"."due_day") AS Nullable(Int32)) AS "due_month"
      FROM "kept_cases" AS "t0"
      WHERE
        isNotNull("t0"."met")
    ) AS "t2"
    GROUP BY
      "t2"."office",
      "t2"."subject",
      "t2"."permit_type",
      "t2"."category",
      "t2"."channel",
      "t2"."due_month",
      "t2"."standard",
      "t2"."met"
  ) AS "t4"
) AS "t6"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t3"."office" AS "office",
      "t3"."subject" AS "subject",
      "t3"."permit_type" AS "permit_type",
      "t3"."category" AS "category",
      "t3"."channel" AS "channel",
      "t3"."due_month" AS "due_month",
      "t3"."standard" AS "standard",
      "t3"."met" AS "met",
      COUNT(*) AS "n"
    FROM (
      SELECT
        "t1"."office" AS "office",
        "t1"."category" AS "category",
        "t1"."channel" AS "channel",
        "t1"."standard" AS "standard",
        "t1"."met" AS "met",
        'complaint' AS "subject",
        '' AS "permit_type",
        CAST((
          toYear("t1"."due_day") * 100
        ) + toMonth("t1"."due_day") AS Nullable(Int32)) AS "due_month"
      FROM "kept_complaints" AS "t1"
      WHERE
        isNotNull("t1"."met")
    ) AS "t3"
    GROUP BY
      "t3"."office",
      "t3"."subject",
      "t3"."permit_type",
      "t3"."category",
      "t3"."channel",
      "t3"."due_month",
      "t3"."standard",
      "t3"."met"
  ) AS "t5"
) AS "t7"
