SELECT
  "t5"."office" AS "office",
  "t5"."permit_type" AS "permit_type",
  "t5"."start_month" AS "start_month",
  "t5"."end_month" AS "end_month",
  "t5"."outcome" AS "outcome",
  "t5"."clock" AS "clock",
  "t5"."days" AS "days",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."office" AS "office",
      "t0"."permit_type" AS "permit_type",
      "t0"."start_month" AS "start_month",
      "t0"."end_month" AS "end_month",
      "t0"."outcome" AS "outcome",
      'calendar' AS "clock",
      "t0"."calendar" AS "days"
    FROM "kept_cases" AS "t0"
    WHERE
      isNotNull("t0"."outcome")
  ) AS "t1"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."permit_type" AS "permit_type",
        "t0"."start_month" AS "start_month",
        "t0"."end_month" AS "end_month",
        "t0"."outcome" AS "outcome",
        'net' AS "clock",
        "t0"."net" AS "days"
      FROM "kept_cases" AS "t0"
      WHERE
        isNotNull("t0"."outcome")
    ) AS "t2"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."permit_type" AS "permit_type",
        "t0"."start_month" AS "start_month",
        "t0"."end_month" AS "end_month",
        "t0"."outcome" AS "outcome",
        'gross' AS "clock",
        "t0"."gross" AS "days"
      FROM "kept_cases" AS "t0"
      WHERE
        isNotNull("t0"."outcome")
    ) AS "t3"
  ) AS "t4"
) AS "t5"
GROUP BY
  "t5"."office",
  "t5"."permit_type",
  "t5"."start_month",
  "t5"."end_month",
  "t5"."outcome",
  "t5"."clock",
  "t5"."days"
