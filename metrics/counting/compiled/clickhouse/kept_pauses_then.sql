SELECT
  "t6".*
  EXCEPT ("island")
FROM (
  SELECT
    "t5"."office" AS "office",
    "t5"."application_no" AS "application_no",
    "t5"."month" AS "month",
    "t5"."island" AS "island",
    "t5"."p_start" AS "p_start",
    "t5"."p_end" AS "p_end",
    "t5"."begun_day" AS "begun_day",
    CAST(COALESCE(
      SUM("t5"."p_end" - "t5"."p_start") OVER (
        PARTITION BY "t5"."office", "t5"."application_no", "t5"."month"
        ORDER BY "t5"."p_start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
      ),
      0
    ) AS Nullable(Int32)) AS "before"
  FROM (
    SELECT
      "t4"."office" AS "office",
      "t4"."application_no" AS "application_no",
      "t4"."month" AS "month",
      "t4"."island" AS "island",
      MIN("t4"."p_start") AS "p_start",
      MAX("t4"."p_end") AS "p_end",
      MIN("t4"."begun_day") AS "begun_day"
    FROM (
      SELECT
        "t3"."office" AS "office",
        "t3"."application_no" AS "application_no",
        "t3"."activity" AS "activity",
        "t3"."mapped" AS "mapped",
        "t3"."stage" AS "stage",
        "t3"."desk" AS "desk",
        "t3"."clock" AS "clock",
        "t3"."event" AS "event",
        "t3"."timed" AS "timed",
        "t3"."told_day" AS "told_day",
        "t3"."begun_day" AS "begun_day",
        "t3"."finished_at" AS "finished_at",
        "t3"."finished_day" AS "finished_day",
        "t3"."run_s_idx" AS "run_s_idx",
        "t3"."run_f_idx" AS "run_f_idx",
        "t3"."month" AS "month",
        "t3"."snap" AS "snap",
        "t3"."s_idx" AS "s_idx",
        "t3"."e_idx" AS "e_idx",
        "t3"."p_start" AS "p_start",
        "t3"."p_end" AS "p_end",
        "t3"."reach" AS "reach",
        "t3"."fresh" AS "fresh",
        SUM("t3"."fresh") OVER (
          PARTITION BY "t3"."office", "t3"."application_no", "t3"."month"
          ORDER BY "t3"."p_start" ASC, "t3"."p_end" ASC, "t3"."event" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS "island"
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
          "t2"."month" AS "month",
          "t2"."snap" AS "snap",
          "t2"."s_idx" AS "s_idx",
          "t2"."e_idx" AS "e_idx",
          "t2"."p_start" AS "p_start",
          "t2"."p_end" AS "p_end",
          "t2"."reach" AS "reach",
          CAST(isNull("t2"."reach") OR (
            "t2"."p_start" > "t2"."reach"
          ) AS Nullable(Int32)) AS "fresh"
        FROM (
          SELECT
            "t1"."office" AS "office",
            "t1"."application_no" AS "application_no",
            "t1"."activity" AS "activity",
            "t1"."mapped" AS "mapped",
            "t1"."stage" AS "stage",
            "t1"."desk" AS "desk",
            "t1"."clock" AS "clock",
            "t1"."event" AS "event",
            "t1"."timed" AS "timed",
            "t1"."told_day" AS "told_day",
            "t1"."begun_day" AS "begun_day",
            "t1"."finished_at" AS "finished_at",
            "t1"."finished_day" AS "finished_day",
            "t1"."run_s_idx" AS "run_s_idx",
            "t1"."run_f_idx" AS "run_f_idx",
            "t1"."month" AS "month",
            "t1"."snap" AS "snap",
            "t1"."s_idx" AS "s_idx",
            "t1"."e_idx" AS "e_idx",
            "t1"."p_start" AS "p_start",
            "t1"."p_end" AS "p_end",
            MAX("t1"."p_end") OVER (
              PARTITION BY "t1"."office", "t1"."application_no", "t1"."month"
              ORDER BY "t1"."p_start" ASC, "t1"."p_end" ASC, "t1"."event" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ) AS "reach"
          FROM (
            SELECT
              "t0"."office" AS "office",
              "t0"."application_no" AS "application_no",
              "t0"."activity" AS "activity",
              "t0"."mapped" AS "mapped",
              "t0"."stage" AS "stage",
              "t0"."desk" AS "desk",
              "t0"."clock" AS "clock",
              "t0"."event" AS "event",
              "t0"."timed" AS "timed",
              "t0"."told_day" AS "told_day",
              "t0"."begun_day" AS "begun_day",
              "t0"."finished_at" AS "finished_at",
              "t0"."finished_day" AS "finished_day",
              "t0"."run_s_idx" AS "run_s_idx",
              "t0"."run_f_idx" AS "run_f_idx",
              "t0"."month" AS "month",
              "t0"."snap" AS "snap",
              "t0"."s_idx" AS "s_idx",
              "t0"."e_idx" AS "e_idx",
              GREATEST("t0"."run_s_idx", "t0"."s_idx") AS "p_start",
              LEAST(COALESCE("t0"."run_f_idx", "t0"."e_idx"), "t0"."e_idx") AS "p_end"
            FROM "kept_told_then" AS "t0"
            WHERE
              "t0"."clock" = 'applicant'
              AND LEAST(COALESCE("t0"."run_f_idx", "t0"."e_idx"), "t0"."e_idx") > GREATEST("t0"."run_s_idx", "t0"."s_idx")
          ) AS "t1"
        ) AS "t2"
      ) AS "t3"
    ) AS "t4"
    GROUP BY
      "t4"."office",
      "t4"."application_no",
      "t4"."month",
      "t4"."island"
  ) AS "t5"
) AS "t6"
