SELECT
  "t0"."office" AS "office",
  "t0"."permit_type" AS "permit_type",
  "t0"."month" AS "month",
  COUNT(*) AS "n",
  SUM("t0"."billed") AS "billed"
FROM "kept_bills_standing" AS "t0"
GROUP BY
  "t0"."office",
  "t0"."permit_type",
  "t0"."month"
