SELECT DISTINCT
  *
FROM (
  SELECT
    "t4"."office" AS "office",
    "t4"."month" AS "month"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."permit_type" AS "permit_type",
      "t0"."month" AS "month",
      "t0"."measure" AS "measure",
      "t0"."count" AS "count"
    FROM "fact_monthly_counts" AS "t0"
  ) AS "t4"
  LEFT SEMI JOIN "given_wanted" AS "t2"
    ON "t4"."office" = "t2"."office"
) AS "t5"
