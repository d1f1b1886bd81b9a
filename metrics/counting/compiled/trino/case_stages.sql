SELECT
  "t2"."office_code",
  "t2"."application_no",
  "t2"."stage",
  "t2"."run_no",
  "t2"."started_at",
  "t2"."finished_at",
  "t2"."seq",
  "t2"."desk",
  "t2"."clock"
FROM "fact_stages" AS "t2"
WHERE
  EXISTS(
    SELECT
      1
    FROM (
      SELECT
        "t1"."office" AS "office_code"
      FROM "given_office" AS "t1"
    ) AS "t4"
    WHERE
      "t2"."office_code" = "t4"."office_code"
  )
