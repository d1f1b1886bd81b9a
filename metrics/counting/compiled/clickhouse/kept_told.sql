SELECT
  "t0"."office" AS "office",
  "t0"."application_no" AS "application_no",
  "t0"."event" AS "event",
  "t0"."activity" AS "activity",
  "t0"."mapped" AS "mapped",
  CAST((
    toYear(CASE WHEN "t0"."timed" = 1 THEN "t0"."begun_day" ELSE "t0"."finished_day" END) * 100
  ) + toMonth(CASE WHEN "t0"."timed" = 1 THEN "t0"."begun_day" ELSE "t0"."finished_day" END) AS Nullable(Int32)) AS "known"
FROM "kept_events" AS "t0"
