SELECT
  "t8"."office",
  "t8"."month",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."office",
        CAST((
          EXTRACT(year FROM CAST("t4"."billed_at" AS DATE)) * 100
        ) + EXTRACT(month FROM CAST("t4"."billed_at" AS DATE)) AS INT) AS "month"
      FROM (
        SELECT
          "t0"."office_code" AS "office",
          "t0"."receipt_no",
          "t0"."bill_no",
          "t0"."application_no",
          "t0"."billed_amount",
          "t0"."billed_at",
          "t0"."paid_amount",
          "t0"."paid_at",
          "t0"."method",
          "t0"."account_code",
          "t0"."status"
        FROM "fact_payments" AS "t0"
      ) AS "t4"
      SEMI JOIN "given_office" AS "t2"
        ON "t4"."office" = "t2"."office"
    ) AS "t5"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t4"."office",
        CAST((
          EXTRACT(year FROM CAST("t4"."paid_at" AS DATE)) * 100
        ) + EXTRACT(month FROM CAST("t4"."paid_at" AS DATE)) AS INT) AS "month"
      FROM (
        SELECT
          "t0"."office_code" AS "office",
          "t0"."receipt_no",
          "t0"."bill_no",
          "t0"."application_no",
          "t0"."billed_amount",
          "t0"."billed_at",
          "t0"."paid_amount",
          "t0"."paid_at",
          "t0"."method",
          "t0"."account_code",
          "t0"."status"
        FROM "fact_payments" AS "t0"
      ) AS "t4"
      SEMI JOIN "given_office" AS "t2"
        ON "t4"."office" = "t2"."office"
    ) AS "t6"
  ) AS "t7"
  WHERE
    "t7"."month" IS NOT NULL
) AS "t8"
GROUP BY
  1,
  2
