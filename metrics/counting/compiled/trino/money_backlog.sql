SELECT
  "t0"."office",
  "t0"."permit_type",
  "t0"."month",
  COUNT(*) AS "n",
  SUM("t0"."billed") AS "billed"
FROM "kept_bills_standing" AS "t0"
GROUP BY
  1,
  2,
  3
