SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t5"."office" AS "office",
      "t5"."subject" AS "subject",
      "t5"."permit_type" AS "permit_type",
      "t5"."category" AS "category",
      "t5"."channel" AS "channel",
      "t5"."due_month" AS "due_month",
      "t5"."standard" AS "standard",
      "t5"."met" AS "met",
      COUNT(*) AS "n"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t1"."office" AS "office",
          'permit' AS "subject",
          "t1"."permit_type" AS "permit_type",
          '' AS "category",
          "t1"."channel" AS "channel",
          CAST((
            toYear("t1"."due_day") * 100
          ) + toMonth("t1"."due_day") AS Nullable(Int32)) AS "due_month",
          "t1"."standard" AS "standard",
          "t1"."met" AS "met"
        FROM "kept_cases" AS "t1"
        WHERE
          isNotNull("t1"."met")
          OR (
            "t1"."undated" AND (
              "t1"."due_day" <= "t1"."as_of"
            )
          )
      ) AS "t3"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t1"."office" AS "office",
          'permit_gross' AS "subject",
          "t1"."permit_type" AS "permit_type",
          '' AS "category",
          "t1"."channel" AS "channel",
          CAST((
            toYear("t1"."due_day") * 100
          ) + toMonth("t1"."due_day") AS Nullable(Int32)) AS "due_month",
          "t1"."standard" AS "standard",
          "t1"."met_gross" AS "met"
        FROM "kept_cases" AS "t1"
        WHERE
          isNotNull("t1"."met")
          OR (
            "t1"."undated" AND (
              "t1"."due_day" <= "t1"."as_of"
            )
          )
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      "t5"."office",
      "t5"."subject",
      "t5"."permit_type",
      "t5"."category",
      "t5"."channel",
      "t5"."due_month",
      "t5"."standard",
      "t5"."met"
  ) AS "t7"
) AS "t9"
UNION ALL
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
        "t0"."category" AS "category",
        "t0"."channel" AS "channel",
        "t0"."standard" AS "standard",
        "t0"."met" AS "met",
        'complaint' AS "subject",
        '' AS "permit_type",
        CAST((
          toYear("t0"."due_day") * 100
        ) + toMonth("t0"."due_day") AS Nullable(Int32)) AS "due_month"
      FROM "kept_complaints" AS "t0"
      WHERE
        isNotNull("t0"."met")
        OR (
          "t0"."fell_due" AND NOT (
            "t0"."answer_told"
          )
        )
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
  ) AS "t6"
) AS "t8"
