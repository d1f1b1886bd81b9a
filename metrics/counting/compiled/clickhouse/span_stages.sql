SELECT
  "t5"."office" AS "office",
  LEAST(MIN("t5"."started_at"), MIN("t5"."finished_at")) AS "low",
  GREATEST(MAX("t5"."started_at"), MAX("t5"."finished_at")) AS "high"
FROM (
  SELECT
    "t4"."office" AS "office",
    "t4"."application_no" AS "application_no",
    "t4"."stage" AS "stage",
    "t4"."run_no" AS "run_no",
    "t4"."started_at" AS "started_at",
    "t4"."finished_at" AS "finished_at",
    "t4"."seq" AS "seq",
    "t4"."desk" AS "desk",
    "t4"."clock" AS "clock"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."application_no" AS "application_no",
      "t0"."stage" AS "stage",
      "t0"."run_no" AS "run_no",
      "t0"."started_at" AS "started_at",
      "t0"."finished_at" AS "finished_at",
      "t0"."seq" AS "seq",
      "t0"."desk" AS "desk",
      "t0"."clock" AS "clock"
    FROM "fact_stages" AS "t0"
  ) AS "t4"
  LEFT SEMI JOIN "given_wanted" AS "t2"
    ON "t4"."office" = "t2"."office"
) AS "t5"
GROUP BY
  "t5"."office"
