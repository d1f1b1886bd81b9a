SELECT
  "t0"."office",
  "t0"."application_no",
  "t0"."event",
  "t0"."activity",
  "t0"."mapped",
  CAST((
    EXTRACT(year FROM CASE WHEN "t0"."timed" = 1 THEN "t0"."begun_day" ELSE "t0"."finished_day" END) * 100
  ) + EXTRACT(month FROM CASE WHEN "t0"."timed" = 1 THEN "t0"."begun_day" ELSE "t0"."finished_day" END) AS INT) AS "known"
FROM "kept_events" AS "t0"
