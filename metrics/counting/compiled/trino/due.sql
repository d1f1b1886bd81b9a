SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t2"."office",
      "t2"."subject",
      "t2"."permit_type",
      "t2"."category",
      "t2"."channel",
      "t2"."due_month",
      "t2"."standard",
      "t2"."met",
      COUNT(*) AS "n"
    FROM (
      SELECT
        "t0"."office",
        "t0"."permit_type",
        "t0"."channel",
        "t0"."standard",
        "t0"."met",
        'permit' AS "subject",
        '' AS "category",
        CAST((
          EXTRACT(year FROM "t0"."due_day") * 100
        ) + EXTRACT(month FROM "t0"."due_day") AS INTEGER) AS "due_month"
      FROM "kept_cases" AS "t0"
      WHERE
        "t0"."met" IS NOT NULL
    ) AS "t2"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
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
      "t3"."office",
      "t3"."subject",
      "t3"."permit_type",
      "t3"."category",
      "t3"."channel",
      "t3"."due_month",
      "t3"."standard",
      "t3"."met",
      COUNT(*) AS "n"
    FROM (
      SELECT
        "t1"."office",
        "t1"."category",
        "t1"."channel",
        "t1"."standard",
        "t1"."met",
        'complaint' AS "subject",
        '' AS "permit_type",
        CAST((
          EXTRACT(year FROM "t1"."due_day") * 100
        ) + EXTRACT(month FROM "t1"."due_day") AS INTEGER) AS "due_month"
      FROM "kept_complaints" AS "t1"
      WHERE
        "t1"."met" IS NOT NULL
    ) AS "t3"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS "t5"
) AS "t7"
