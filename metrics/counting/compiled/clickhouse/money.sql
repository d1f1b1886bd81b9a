SELECT
  "t0"."office" AS "office",
  "t0"."permit_type" AS "permit_type",
  "t0"."method" AS "method",
  "t0"."billed_month" AS "billed_month",
  "t0"."paid_month" AS "paid_month",
  "t0"."days_to_pay" AS "days_to_pay",
  "t0"."valued" AS "valued",
  SUM(
    CAST(NOT (
      "t0"."refund"
    )
    AND (
      isNotNull("t0"."paid_day") OR "t0"."undated" OR "t0"."first"
    ) AS Nullable(Int64))
  ) AS "n",
  SUM("t0"."billed") AS "billed",
  SUM("t0"."paid") AS "paid"
FROM "kept_payments" AS "t0"
GROUP BY
  "t0"."office",
  "t0"."permit_type",
  "t0"."method",
  "t0"."billed_month",
  "t0"."paid_month",
  "t0"."days_to_pay",
  "t0"."valued"
