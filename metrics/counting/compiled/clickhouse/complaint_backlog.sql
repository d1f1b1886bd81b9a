SELECT
  "t0"."office" AS "office",
  "t0"."category" AS "category",
  "t0"."channel" AS "channel",
  "t0"."month" AS "month",
  "t0"."overdue" AS "overdue",
  COUNT(*) AS "n"
FROM "kept_complaints_standing" AS "t0"
GROUP BY
  "t0"."office",
  "t0"."category",
  "t0"."channel",
  "t0"."month",
  "t0"."overdue"
