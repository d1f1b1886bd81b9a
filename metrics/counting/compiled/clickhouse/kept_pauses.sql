SELECT
  "t11".*
  EXCEPT ("island")
FROM (
  SELECT
    "t10"."office" AS "office",
    "t10"."application_no" AS "application_no",
    "t10"."island" AS "island",
    "t10"."p_start" AS "p_start",
    "t10"."p_end" AS "p_end",
    "t10"."begun_day" AS "begun_day",
    CAST(COALESCE(
      SUM("t10"."p_end" - "t10"."p_start") OVER (
        PARTITION BY "t10"."office", "t10"."application_no"
        ORDER BY "t10"."p_start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
      ),
      0
    ) AS Nullable(Int32)) AS "before"
  FROM (
    SELECT
      "t9"."office" AS "office",
      "t9"."application_no" AS "application_no",
      "t9"."island" AS "island",
      MIN("t9"."p_start") AS "p_start",
      MAX("t9"."p_end") AS "p_end",
      MIN("t9"."begun_day") AS "begun_day"
    FROM (
      SELECT
        "t8"."office" AS "office",
        "t8"."application_no" AS "application_no",
        "t8"."activity" AS "activity",
        "t8"."mapped" AS "mapped",
        "t8"."stage" AS "stage",
        "t8"."desk" AS "desk",
        "t8"."clock" AS "clock",
        "t8"."event" AS "event",
        "t8"."timed" AS "timed",
        "t8"."told_day" AS "told_day",
        "t8"."begun_day" AS "begun_day",
        "t8"."finished_at" AS "finished_at",
        "t8"."finished_day" AS "finished_day",
        "t8"."run_s_idx" AS "run_s_idx",
        "t8"."run_f_idx" AS "run_f_idx",
        "t8"."s_idx" AS "s_idx",
        "t8"."e_idx" AS "e_idx",
        "t8"."p_start" AS "p_start",
        "t8"."p_end" AS "p_end",
        "t8"."reach" AS "reach",
        "t8"."fresh" AS "fresh",
        SUM("t8"."fresh") OVER (
          PARTITION BY "t8"."office", "t8"."application_no"
          ORDER BY "t8"."p_start" ASC, "t8"."p_end" ASC, "t8"."event" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS "island"
      FROM (
        SELECT
          "t7"."office" AS "office",
          "t7"."application_no" AS "application_no",
          "t7"."activity" AS "activity",
          "t7"."mapped" AS "mapped",
          "t7"."stage" AS "stage",
          "t7"."desk" AS "desk",
          "t7"."clock" AS "clock",
          "t7"."event" AS "event",
          "t7"."timed" AS "timed",
          "t7"."told_day" AS "told_day",
          "t7"."begun_day" AS "begun_day",
          "t7"."finished_at" AS "finished_at",
          "t7"."finished_day" AS "finished_day",
          "t7"."run_s_idx" AS "run_s_idx",
          "t7"."run_f_idx" AS "run_f_idx",
          "t7"."s_idx" AS "s_idx",
          "t7"."e_idx" AS "e_idx",
          "t7"."p_start" AS "p_start",
          "t7"."p_end" AS "p_end",
          "t7"."reach" AS "reach",
          CAST(isNull("t7"."reach") OR (
            "t7"."p_start" > "t7"."reach"
          ) AS Nullable(Int32)) AS "fresh"
        FROM (
          SELECT
            "t6"."office" AS "office",
            "t6"."application_no" AS "application_no",
            "t6"."activity" AS "activity",
            "t6"."mapped" AS "mapped",
            "t6"."stage" AS "stage",
            "t6"."desk" AS "desk",
            "t6"."clock" AS "clock",
            "t6"."event" AS "event",
            "t6"."timed" AS "timed",
            "t6"."told_day" AS "told_day",
            "t6"."begun_day" AS "begun_day",
            "t6"."finished_at" AS "finished_at",
            "t6"."finished_day" AS "finished_day",
            "t6"."run_s_idx" AS "run_s_idx",
            "t6"."run_f_idx" AS "run_f_idx",
            "t6"."s_idx" AS "s_idx",
            "t6"."e_idx" AS "e_idx",
            "t6"."p_start" AS "p_start",
            "t6"."p_end" AS "p_end",
            MAX("t6"."p_end") OVER (
              PARTITION BY "t6"."office", "t6"."application_no"
              ORDER BY "t6"."p_start" ASC, "t6"."p_end" ASC, "t6"."event" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ) AS "reach"
          FROM (
            SELECT
              "t5"."office" AS "office",
              "t5"."application_no" AS "application_no",
              "t5"."activity" AS "activity",
              "t5"."mapped" AS "mapped",
              "t5"."stage" AS "stage",
              "t5"."desk" AS "desk",
              "t5"."clock" AS "clock",
              "t5"."event" AS "event",
              "t5"."timed" AS "timed",
              "t5"."told_day" AS "told_day",
              "t5"."begun_day" AS "begun_day",
              "t5"."finished_at" AS "finished_at",
              "t5"."finished_day" AS "finished_day",
              "t5"."run_s_idx" AS "run_s_idx",
              "t5"."run_f_idx" AS "run_f_idx",
              "t5"."s_idx" AS "s_idx",
              "t5"."e_idx" AS "e_idx",
              GREATEST("t5"."run_s_idx", "t5"."s_idx") AS "p_start",
              LEAST(COALESCE("t5"."run_f_idx", "t5"."e_idx"), "t5"."e_idx") AS "p_end"
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
                "t4"."s_idx" AS "s_idx",
                "t4"."e_idx" AS "e_idx"
              FROM "kept_events" AS "t2"
              INNER JOIN (
                SELECT
                  "t1"."office" AS "office",
                  "t1"."application_no" AS "application_no",
                  "t1"."s_idx" AS "s_idx",
                  "t1"."e_idx" AS "e_idx"
                FROM "kept_clocked" AS "t1"
              ) AS "t4"
                ON "t2"."office" = "t4"."office" AND "t2"."application_no" = "t4"."application_no"
            ) AS "t5"
            WHERE
              "t5"."clock" = 'applicant'
              AND LEAST(COALESCE("t5"."run_f_idx", "t5"."e_idx"), "t5"."e_idx") > GREATEST("t5"."run_s_idx", "t5"."s_idx")
          ) AS "t6"
        ) AS "t7"
      ) AS "t8"
    ) AS "t9"
    GROUP BY
      "t9"."office",
      "t9"."application_no",
      "t9"."island"
  ) AS "t10"
) AS "t11"
