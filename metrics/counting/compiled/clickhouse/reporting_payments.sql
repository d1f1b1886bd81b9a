SELECT
  "t8"."office" AS "office",
  "t8"."month" AS "month",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."office" AS "office",
        CAST((
          toYear(CAST("t4"."billed_at" AS Nullable(DATE))) * 100
        ) + toMonth(CAST("t4"."billed_at" AS Nullable(DATE))) AS Nullable(Int32)) AS "month"
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
      LEFT SEMI JOIN "given_office" AS "t2"
        ON "t4"."office" = "t2"."office"
    ) AS "t5"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t4"."office" AS "office",
        CAST((
          toYear(CAST("t4"."paid_at" AS Nullable(DATE))) * 100
        ) + toMonth(CAST("t4"."paid_at" AS Nullable(DATE))) AS Nullable(Int32)) AS "month"
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
      LEFT SEMI JOIN "given_office" AS "t2"
        ON "t4"."office" = "t2"."office"
    ) AS "t6"
  ) AS "t7"
  WHERE
    isNotNull("t7"."month")
) AS "t8"
GROUP BY
  "t8"."office",
  "t8"."month"
