SELECT
  "t0"."office" AS "office_code",
  "t0"."application_no" AS "application_no",
  "t0"."run" AS "run",
  "t0"."stage" AS "stage",
  "t0"."desk" AS "desk",
  "t0"."clock" AS "clock",
  "t0"."begun_day" AS "begun_day",
  "t0"."finished_day" AS "finished_day",
  "t0"."run_s_idx" AS "first_idx",
  "t0"."run_f_idx" AS "last_idx",
  "t0"."days" AS "days",
  "t0"."wait" AS "wait",
  "t0"."done" AS "done",
  "t0"."outside" AS "outside"
FROM "kept_runs" AS "t0"
