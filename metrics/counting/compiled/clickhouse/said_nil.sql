SELECT DISTINCT
  *
FROM (
  SELECT
    "t4"."office" AS "office",
    "t4"."kind" AS "kind",
    "t4"."month" AS "month"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."kind" AS "kind",
      "t0"."month" AS "month"
    FROM "fact_nil" AS "t0"
  ) AS "t4"
  LEFT SEMI JOIN "given_wanted" AS "t2"
    ON "t4"."office" = "t2"."office"
) AS "t5"
