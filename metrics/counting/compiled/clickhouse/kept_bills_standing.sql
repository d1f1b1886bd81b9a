SELECT
  "t15"."office" AS "office",
  "t15"."month" AS "month",
  "t15"."snap" AS "snap",
  "t15"."permit_type" AS "permit_type",
  "t15"."receipt_no" AS "receipt_no",
  "t15"."application_no" AS "application_no",
  "t15"."billed_day" AS "billed_day",
  "t15"."age" AS "age",
  "t15"."billed" AS "billed",
  CAST(CAST("t15"."paid" AS Nullable(Decimal(18, 0))) AS Nullable(Int64)) AS "paid",
  "t15"."bill" AS "bill_no"
FROM (
  SELECT
    "t14"."office" AS "office",
    "t14"."bill" AS "bill",
    "t14"."bill_application" AS "bill_application",
    "t14"."bill_day" AS "bill_day",
    "t14"."bill_amount" AS "bill_amount",
    "t14"."bill_receipt" AS "bill_receipt",
    "t14"."month" AS "month",
    MAX("t14"."snap") AS "snap",
    MAX("t14"."permit_type") AS "permit_type",
    MIN("t14"."receipt_no") AS "receipt_no",
    MAX("t14"."application_no") AS "application_no",
    MIN("t14"."billed_day") AS "billed_day",
    CAST(MAX("t14"."snap_idx") - MIN("t14"."b_idx") AS Nullable(Int32)) AS "age",
    MAX("t14"."bill_sen") AS "billed",
    SUM(
      CASE
        WHEN isNotNull("t14"."paid_day") AND (
          "t14"."paid_day" <= "t14"."snap"
        )
        THEN COALESCE("t14"."paid", 0)
        ELSE 0
      END
    ) AS "paid",
    CAST(SUM(
      CAST(isNotNull("t14"."paid_day") AND (
        "t14"."paid_day" <= "t14"."snap"
      ) AS Nullable(Int32))
    ) AS Nullable(Int32)) AS "receipts",
    CAST(SUM(
      CAST(isNotNull("t14"."paid_day")
      AND (
        "t14"."paid_day" <= "t14"."snap"
      )
      AND "t14"."untold" AS Nullable(Int32))
    ) AS Nullable(Int32)) AS "untold",
    MAX("t14"."undated") AS "undated",
    MAX("t14"."unclear") AS "unclear",
    SUM(COALESCE("t14"."paid", 0)) AS "given"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t7"."office" AS "office",
        "t7"."receipt_no" AS "receipt_no",
        "t7"."bill_no" AS "bill_no",
        "t7"."application_no" AS "application_no",
        "t7"."billed_amount" AS "billed_amount",
        "t7"."billed_at" AS "billed_at",
        "t7"."paid_amount" AS "paid_amount",
        "t7"."paid_at" AS "paid_at",
        "t7"."method" AS "method",
        "t7"."account_code" AS "account_code",
        "t7"."status" AS "status",
        "t7"."province" AS "province",
        "t7"."cal" AS "cal",
        "t7"."as_of_applications" AS "as_of_applications",
        "t7"."as_of_complaints" AS "as_of_complaints",
        "t7"."as_of" AS "as_of",
        "t7"."as_of_survey" AS "as_of_survey",
        "t7"."permit_type" AS "permit_type",
        "t7"."bill" AS "bill",
        "t7"."bill_application" AS "bill_application",
        "t7"."bill_day" AS "bill_day",
        "t7"."bill_amount" AS "bill_amount",
        "t7"."bill_receipt" AS "bill_receipt",
        "t7"."billed_on" AS "billed_on",
        "t7"."paid_day" AS "paid_day",
        "t7"."settled" AS "settled",
        "t7"."told" AS "told",
        "t7"."amount" AS "amount",
        "t7"."untold" AS "untold",
        "t7"."undated" AS "undated",
        "t7"."silent" AS "silent",
        "t7"."latest" AS "latest",
        "t7"."unclear" AS "unclear",
        "t7"."place" AS "place",
        "t7"."billed_day" AS "billed_day",
        "t7"."bill_sen" AS "bill_sen",
        "t7"."first" AS "first",
        "t7"."refund" AS "refund",
        "t7"."b_idx" AS "b_idx",
        "t7"."p_idx" AS "p_idx",
        "t7"."o_idx" AS "o_idx",
        "t7"."billed" AS "billed",
        "t7"."paid" AS "paid",
        "t7"."valued" AS "valued",
        "t7"."billed_month" AS "billed_month",
        "t7"."paid_month" AS "paid_month",
        "t7"."days_to_pay" AS "days_to_pay",
        "t7"."age" AS "age",
        "t12"."month" AS "month",
        "t12"."snap" AS "snap",
        "t12"."snap_idx" AS "snap_idx"
      FROM (
        SELECT
          *
        FROM "kept_payments" AS "t0"
        WHERE
          isNotNull("t0"."billed_day")
      ) AS "t7"
      INNER JOIN (
        SELECT
          "t10".*
          EXCEPT ("cal")
        FROM (
          SELECT
            "t9"."office" AS "office",
            "t9"."cal" AS "cal",
            "t9"."month" AS "month",
            "t9"."snap" AS "snap",
            "t6"."snap_idx" AS "snap_idx"
          FROM (
            SELECT
              "t5".*
              EXCEPT ("kind")
            FROM (
              SELECT
                *
              FROM "given_month_end" AS "t1"
              WHERE
                "t1"."kind" = 'payments'
            ) AS "t5"
          ) AS "t9"
          LEFT OUTER JOIN (
            SELECT
              "t2"."cal" AS "_k0",
              "t2"."day" AS "_k1",
              "t2"."idx" AS "snap_idx"
            FROM "given_day" AS "t2"
          ) AS "t6"
            ON "t9"."cal" = "t6"."_k0" AND "t9"."snap" = "t6"."_k1"
        ) AS "t10"
      ) AS "t12"
        ON "t7"."office" = "t12"."office"
    ) AS "t13"
    WHERE
      "t13"."billed_day" <= "t13"."snap"
  ) AS "t14"
  GROUP BY
    "t14"."office",
    "t14"."bill",
    "t14"."bill_application",
    "t14"."bill_day",
    "t14"."bill_amount",
    "t14"."bill_receipt",
    "t14"."month"
) AS "t15"
WHERE
  NOT (
    "t15"."unclear"
  )
  AND NOT (
    "t15"."undated" AND COALESCE("t15"."given" >= "t15"."billed", TRUE)
  )
  AND (
    (
      "t15"."receipts" = 0
    )
    OR (
      (
        "t15"."untold" = 0
      ) AND COALESCE("t15"."paid" < "t15"."billed", FALSE)
    )
  )
