SELECT
  "t5"."office",
  "t5"."permit_type",
  "t5"."start_month",
  "t5"."end_month",
  "t5"."outcome",
  "t5"."clock",
  "t5"."days",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."office",
      "t0"."permit_type",
      "t0"."start_month",
      "t0"."end_month",
      "t0"."outcome",
      'calendar' AS "clock",
      "t0"."calendar" AS "days"
    FROM "kept_cases" AS "t0"
    WHERE
      "t0"."outcome" IS NOT NULL
  ) AS "t1"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."office",
        "t0"."permit_type",
        "t0"."start_month",
        "t0"."end_month",
        "t0"."outcome",
        'net' AS "clock",
        "t0"."net" AS "days"
      FROM "kept_cases" AS "t0"
      WHERE
        "t0"."outcome" IS NOT NULL
    ) AS "t2"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."office",
        "t0"."permit_type",
        "t0"."start_month",
        "t0"."end_month",
        "t0"."outcome",
        'gross' AS "clock",
        "t0"."gross" AS "days"
      FROM "kept_cases" AS "t0"
      WHERE
        "t0"."outcome" IS NOT NULL
    ) AS "t3"
  ) AS "t4"
) AS "t5"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7
