SELECT
  "t5"."office",
  LEAST(MIN("t5"."started_at"), MIN("t5"."finished_at")) AS "low",
  GREATEST(MAX("t5"."started_at"), MAX("t5"."finished_at")) AS "high"
FROM (
  SELECT
    "t4"."office",
    "t4"."application_no",
    "t4"."stage",
    "t4"."run_no",
    "t4"."started_at",
    "t4"."finished_at",
    "t4"."seq",
    "t4"."desk",
    "t4"."clock"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."application_no",
      "t0"."stage",
      "t0"."run_no",
      "t0"."started_at",
      "t0"."finished_at",
      "t0"."seq",
      "t0"."desk",
      "t0"."clock"
    FROM "fact_stages" AS "t0"
  ) AS "t4"
  SEMI JOIN "given_wanted" AS "t2"
    ON "t4"."office" = "t2"."office"
) AS "t5"
GROUP BY
  1
