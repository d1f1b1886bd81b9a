SELECT
  "t0"."office",
  "t0"."category",
  "t0"."channel",
  "t0"."received_month",
  "t0"."responded",
  "t0"."response_days",
  "t0"."resolved",
  "t0"."resolved_month",
  "t0"."resolution_days",
  COUNT(*) AS "n"
FROM "kept_complaints" AS "t0"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9
