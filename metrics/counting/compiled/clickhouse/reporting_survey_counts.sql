SELECT
  "t5"."office" AS "office",
  "t5"."period" AS "period",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t4"."office" AS "office",
    "t4"."period" AS "period",
    "t4"."service" AS "service",
    "t4"."element" AS "element",
    "t4"."score" AS "score",
    "t4"."rule" AS "rule",
    "t4"."count" AS "count"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."period" AS "period",
      "t0"."service" AS "service",
      "t0"."element" AS "element",
      "t0"."score" AS "score",
      "t0"."rule" AS "rule",
      "t0"."count" AS "count"
    FROM "fact_survey_counts" AS "t0"
  ) AS "t4"
  LEFT SEMI JOIN "given_office" AS "t2"
    ON "t4"."office" = "t2"."office"
) AS "t5"
GROUP BY
  "t5"."office",
  "t5"."period"
