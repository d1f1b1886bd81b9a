SELECT
  "t0"."office" AS "office_code",
  "t0"."month" AS "month",
  "t0"."snap" AS "snap",
  "t0"."permit_type" AS "permit_type",
  "t0"."receipt_no" AS "receipt_no",
  "t0"."application_no" AS "application_no",
  "t0"."billed_day" AS "billed_day",
  "t0"."age" AS "age",
  "t0"."billed" AS "billed",
  "t0"."paid" AS "paid",
  "t0"."bill_no" AS "bill_no"
FROM "kept_bills_standing" AS "t0"
