WITH "t2" AS (
  SELECT
    "t1"."office" AS "office",
    "t1"."application_no" AS "application_no",
    "t1"."permit_type" AS "permit_type",
    "t1"."end_month" AS "end_month",
    "t1"."stage" AS "stage",
    CAST(COUNT(*) > 1 AS Nullable(Int32)) AS "repeated"
  FROM (
    SELECT
      *
    FROM "kept_runs" AS "t0"
    WHERE
      "t0"."clock" = 'office'
      AND isNotNull("t0"."outcome")
      AND "t0"."stage" <> 'lainnya'
  ) AS "t1"
  GROUP BY
    "t1"."office",
    "t1"."application_no",
    "t1"."permit_type",
    "t1"."end_month",
    "t1"."stage"
)
SELECT
  "t7"."office" AS "office",
  "t7"."permit_type" AS "permit_type",
  "t7"."month" AS "month",
  "t7"."stage" AS "stage",
  "t7"."repeated" AS "repeated",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t3"."office" AS "office",
      "t3"."permit_type" AS "permit_type",
      "t3"."stage" AS "stage",
      "t3"."repeated" AS "repeated",
      "t3"."end_month" AS "month"
    FROM "t2" AS "t3"
  ) AS "t4"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t5"."office" AS "office",
      "t5"."permit_type" AS "permit_type",
      '*' AS "stage",
      "t5"."repeated" AS "repeated",
      "t5"."end_month" AS "month"
    FROM (
      SELECT
        "t3"."office" AS "office",
        "t3"."application_no" AS "application_no",
        "t3"."permit_type" AS "permit_type",
        "t3"."end_month" AS "end_month",
        MAX("t3"."repeated") AS "repeated"
      FROM "t2" AS "t3"
      GROUP BY
        "t3"."office",
        "t3"."application_no",
        "t3"."permit_type",
        "t3"."end_month"
    ) AS "t5"
  ) AS "t6"
) AS "t7"
GROUP BY
  "t7"."office",
  "t7"."permit_type",
  "t7"."month",
  "t7"."stage",
  "t7"."repeated"
