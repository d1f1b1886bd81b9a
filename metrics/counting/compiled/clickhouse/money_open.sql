SELECT
  "t1"."office" AS "office",
  "t1"."permit_type" AS "permit_type",
  "t1"."billed_month" AS "billed_month",
  "t1"."age" AS "age",
  COUNT(*) AS "n",
  SUM("t1"."billed") AS "billed"
FROM (
  SELECT
    *
  FROM "kept_payments" AS "t0"
  WHERE
    "t0"."first"
    AND isNotNull("t0"."billed_day")
    AND isNull("t0"."paid_day")
    AND NOT (
      "t0"."undated"
    )
    AND NOT (
      "t0"."unclear"
    )
) AS "t1"
GROUP BY
  "t1"."office",
  "t1"."permit_type",
  "t1"."billed_month",
  "t1"."age"
