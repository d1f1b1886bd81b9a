SELECT
  "t2"."office_code" AS "office_code",
  "t2"."application_no" AS "application_no",
  "t2"."stage" AS "stage",
  "t2"."run_no" AS "run_no",
  "t2"."started_at" AS "started_at",
  "t2"."finished_at" AS "finished_at",
  "t2"."seq" AS "seq",
  "t2"."desk" AS "desk",
  "t2"."clock" AS "clock"
FROM "fact_stages" AS "t2"
LEFT SEMI JOIN (
  SELECT
    "t1"."office" AS "office_code"
  FROM "given_office" AS "t1"
) AS "t4"
  ON "t2"."office_code" = "t4"."office_code"
