SELECT
  *
FROM (
  SELECT
    "t2"."office" AS "office",
    "t2"."application_no" AS "application_no",
    "t2"."activity" AS "activity",
    "t2"."mapped" AS "mapped",
    "t2"."stage" AS "stage",
    "t2"."desk" AS "desk",
    "t2"."clock" AS "clock",
    "t2"."event" AS "event",
    "t2"."timed" AS "timed",
    "t2"."told_day" AS "told_day",
    "t2"."begun_day" AS "begun_day",
    "t2"."finished_at" AS "finished_at",
    "t2"."finished_day" AS "finished_day",
    "t2"."run_s_idx" AS "run_s_idx",
    "t2"."run_f_idx" AS "run_f_idx",
    "t4"."month" AS "month",
    "t4"."snap" AS "snap",
    "t4"."s_idx" AS "s_idx",
    "t4"."e_idx" AS "e_idx"
  FROM "kept_events" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."office" AS "office",
      "t1"."application_no" AS "application_no",
      "t1"."month" AS "month",
      "t1"."snap" AS "snap",
      "t1"."s_idx" AS "s_idx",
      "t1"."e_idx" AS "e_idx"
    FROM "kept_open_then" AS "t1"
  ) AS "t4"
    ON "t2"."office" = "t4"."office" AND "t2"."application_no" = "t4"."application_no"
) AS "t5"
WHERE
  "t5"."told_day" <= "t5"."snap"
