SELECT DISTINCT
  *
FROM (
  SELECT
    "t4"."office",
    "t4"."month"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."permit_type",
      "t0"."month",
      "t0"."measure",
      "t0"."count"
    FROM "fact_monthly_counts" AS "t0"
  ) AS "t4"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "given_wanted" AS "t2"
      WHERE
        "t4"."office" = "t2"."office"
    )
) AS "t5"
