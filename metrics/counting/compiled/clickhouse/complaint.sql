SELECT
  "t0"."office" AS "office",
  "t0"."category" AS "category",
  "t0"."channel" AS "channel",
  "t0"."received_month" AS "received_month",
  "t0"."responded" AS "responded",
  "t0"."response_days" AS "response_days",
  "t0"."resolved" AS "resolved",
  "t0"."resolved_month" AS "resolved_month",
  "t0"."resolution_days" AS "resolution_days",
  COUNT(*) AS "n"
FROM "kept_complaints" AS "t0"
GROUP BY
  "t0"."office",
  "t0"."category",
  "t0"."channel",
  "t0"."received_month",
  "t0"."responded",
  "t0"."response_days",
  "t0"."resolved",
  "t0"."resolved_month",
  "t0"."resolution_days"
