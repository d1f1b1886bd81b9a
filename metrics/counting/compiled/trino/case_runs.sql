SELECT
  "t0"."office" AS "office_code",
  "t0"."application_no",
  "t0"."run",
  "t0"."stage",
  "t0"."desk",
  "t0"."clock",
  "t0"."begun_day",
  "t0"."finished_day",
  "t0"."run_s_idx" AS "first_idx",
  "t0"."run_f_idx" AS "last_idx",
  "t0"."days",
  "t0"."wait",
  "t0"."done",
  "t0"."outside"
FROM "kept_runs" AS "t0"
