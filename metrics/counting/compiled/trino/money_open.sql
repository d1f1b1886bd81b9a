SELECT
  "t1"."office",
  "t1"."permit_type",
  "t1"."billed_month",
  "t1"."age",
  COUNT(*) AS "n",
  SUM("t1"."billed") AS "billed"
FROM (
  SELECT
    *
  FROM "kept_payments" AS "t0"
  WHERE
    "t0"."first"
    AND "t0"."billed_day" IS NOT NULL
    AND "t0"."paid_day" IS NULL
    AND NOT (
      "t0"."undated"
    )
    AND NOT (
      "t0"."unclear"
    )
) AS "t1"
GROUP BY
  1,
  2,
  3,
  4
