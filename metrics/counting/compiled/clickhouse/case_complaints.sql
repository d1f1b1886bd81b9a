SELECT
  "t2"."office_code" AS "office_code",
  "t2"."complaint_no" AS "complaint_no",
  "t2"."application_no" AS "application_no",
  "t2"."category" AS "category",
  "t2"."channel" AS "channel",
  "t2"."received_at" AS "received_at",
  "t2"."responded_at" AS "responded_at",
  "t2"."resolved_at" AS "resolved_at",
  "t2"."status" AS "status",
  "t2"."outcome" AS "outcome"
FROM "fact_complaints" AS "t2"
LEFT SEMI JOIN (
  SELECT
    "t1"."office" AS "office_code"
  FROM "given_office" AS "t1"
) AS "t4"
  ON "t2"."office_code" = "t4"."office_code"
