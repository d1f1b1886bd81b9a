SELECT
  "t2"."office_code" AS "office_code",
  "t2"."receipt_no" AS "receipt_no",
  "t2"."bill_no" AS "bill_no",
  "t2"."application_no" AS "application_no",
  "t2"."billed_amount" AS "billed_amount",
  "t2"."billed_at" AS "billed_at",
  "t2"."paid_amount" AS "paid_amount",
  "t2"."paid_at" AS "paid_at",
  "t2"."method" AS "method",
  "t2"."account_code" AS "account_code",
  "t2"."status" AS "status"
FROM "fact_payments" AS "t2"
LEFT SEMI JOIN (
  SELECT
    "t1"."office" AS "office_code"
  FROM "given_office" AS "t1"
) AS "t4"
  ON "t2"."office_code" = "t4"."office_code"
