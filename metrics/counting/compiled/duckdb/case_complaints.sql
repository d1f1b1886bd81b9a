SELECT
  "t2"."office_code",
  "t2"."complaint_no",
  "t2"."application_no",
  "t2"."category",
  "t2"."channel",
  "t2"."received_at",
  "t2"."responded_at",
  "t2"."resolved_at",
  "t2"."status",
  "t2"."outcome"
FROM "fact_complaints" AS "t2"
SEMI JOIN (
  SELECT
    "t1"."office" AS "office_code"
  FROM "given_office" AS "t1"
) AS "t4"
  ON "t2"."office_code" = "t4"."office_code"
