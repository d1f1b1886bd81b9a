SELECT
  "t5"."office" AS "office",
  LEAST(MIN("t5"."billed_at"), MIN("t5"."paid_at")) AS "low",
  GREATEST(MAX("t5"."billed_at"), MAX("t5"."paid_at")) AS "high"
FROM (
  SELECT
    "t4"."office" AS "office",
    "t4"."receipt_no" AS "receipt_no",
    "t4"."bill_no" AS "bill_no",
    "t4"."application_no" AS "application_no",
    "t4"."billed_amount" AS "billed_amount",
    "t4"."billed_at" AS "billed_at",
    "t4"."paid_amount" AS "paid_amount",
    "t4"."paid_at" AS "paid_at",
    "t4"."method" AS "method",
    "t4"."account_code" AS "account_code",
    "t4"."status" AS "status"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."receipt_no" AS "receipt_no",
      "t0"."bill_no" AS "bill_no",
      "t0"."application_no" AS "application_no",
      "t0"."billed_amount" AS "billed_amount",
      "t0"."billed_at" AS "billed_at",
      "t0"."paid_amount" AS "paid_amount",
      "t0"."paid_at" AS "paid_at",
      "t0"."method" AS "method",
      "t0"."account_code" AS "account_code",
      "t0"."status" AS "status"
    FROM "fact_payments" AS "t0"
  ) AS "t4"
  LEFT SEMI JOIN "given_wanted" AS "t2"
    ON "t4"."office" = "t2"."office"
) AS "t5"
GROUP BY
  "t5"."office"
