SELECT
  "t0"."office" AS "office",
  "t0"."permit_type" AS "permit_type",
  COUNT(*) AS "n"
FROM "kept_cases" AS "t0"
GROUP BY
  "t0"."office",
  "t0"."permit_type"
