SELECT
  "t0"."office",
  "t0"."category",
  "t0"."channel",
  "t0"."month",
  "t0"."overdue",
  COUNT(*) AS "n"
FROM "kept_complaints_standing" AS "t0"
GROUP BY
  1,
  2,
  3,
  4,
  5
