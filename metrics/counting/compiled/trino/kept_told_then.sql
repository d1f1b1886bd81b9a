SELECT
  *
FROM (
  SELECT
    "t2"."office",
    "t2"."application_no",
    "t2"."activity",
    "t2"."mapped",
    "t2"."stage",
    "t2"."desk",
    "t2"."clock",
    "t2"."event",
    "t2"."timed",
    "t2"."told_day",
    "t2"."begun_day",
    "t2"."finished_at",
    "t2"."finished_day",
    "t2"."run_s_idx",
    "t2"."run_f_idx",
    "t4"."month",
    "t4"."snap",
    "t4"."s_idx",
    "t4"."e_idx"
  FROM "kept_events" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."office",
      "t1"."application_no",
      "t1"."month",
      "t1"."snap",
      "t1"."s_idx",
      "t1"."e_idx"
    FROM "kept_open_then" AS "t1"
  ) AS "t4"
    ON "t2"."office" = "t4"."office" AND "t2"."application_no" = "t4"."application_no"
) AS "t5"
WHERE
  "t5"."told_day" <= "t5"."snap"
