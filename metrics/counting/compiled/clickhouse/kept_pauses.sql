SELECT
  "t12".*
  EXCEPT ("island")
FROM (
  SELECT
    "t11"."office" AS "office",
    "t11"."application_no" AS "application_no",
    "t11"."island" AS "island",
    "t11"."p_start" AS "p_start",
    "t11"."p_end" AS "p_end",
    CAST(COALESCE(
      SUM("t11"."p_end" - "t11"."p_start") OVER (
        PARTITION BY "t11"."office", "t11"."application_no"
        ORDER BY "t11"."p_start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
      ),
      0
    ) AS Nullable(Int32)) AS "before"
  FROM (
    SELECT
      "t10"."office" AS "office",
      "t10"."application_no" AS "application_no",
      "t10"."island" AS "island",
      MIN("t10"."p_start") AS "p_start",
      MAX("t10"."p_end") AS "p_end"
    FROM (
      SELECT
        "t9"."office" AS "office",
        "t9"."application_no" AS "application_no",
        "t9"."activity" AS "activity",
        "t9"."mapped" AS "mapped",
        "t9"."stage" AS "stage",
        "t9"."desk" AS "desk",
        "t9"."clock" AS "clock",
        "t9"."event" AS "event",
        "t9"."timed" AS "timed",
        "t9"."begun_day" AS "begun_day",
        "t9"."finished_at" AS "finished_at",
        "t9"."finished_day" AS "finished_day",
        "t9"."run_s_idx" AS "run_s_idx",
        "t9"."run_f_idx" AS "run_f_idx",
        "t9"."s_idx" AS "s_idx",
        "t9"."e_idx" AS "e_idx",
        "t9"."p_start" AS "p_start",
        "t9"."p_end" AS "p_end",
        "t9"."reach" AS "reach",
        "t9"."fresh" AS "fresh",
        SUM("t9"."fresh") OVER (
          PARTITION BY "t9"."office", "t9"."application_no"
          ORDER BY "t9"."p_start" ASC, "t9"."p_end" ASC, "t9"."event" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS "island"
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
          CAST(isNull("t8"."reach") OR (
            "t8"."p_start" > "t8"."reach"
          ) AS Nullable(Int32)) AS "fresh"
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
            "t7"."begun_day" AS "begun_day",
            "t7"."finished_at" AS "finished_at",
            "t7"."finished_day" AS "finished_day",
            "t7"."run_s_idx" AS "run_s_idx",
            "t7"."run_f_idx" AS "run_f_idx",
            "t7"."s_idx" AS "s_idx",
            "t7"."e_idx" AS "e_idx",
            "t7"."p_start" AS "p_start",
            "t7"."p_end" AS "p_end",
            MAX("t7"."p_end") OVER (
              PARTITION BY "t7"."office", "t7"."application_no"
              ORDER BY "t7"."p_start" ASC, "t7"."p_end" ASC, "t7"."event" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ) AS "reach"
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
              "t6"."begun_day" AS "begun_day",
              "t6"."finished_at" AS "finished_at",
              "t6"."finished_day" AS "finished_day",
              "t6"."run_s_idx" AS "run_s_idx",
              "t6"."run_f_idx" AS "run_f_idx",
              "t6"."s_idx" AS "s_idx",
              "t6"."e_idx" AS "e_idx",
              GREATEST("t6"."run_s_idx", "t6"."s_idx") AS "p_start",
              LEAST(COALESCE("t6"."run_f_idx", "t6"."e_idx"), "t6"."e_idx") AS "p_end"
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
                "t5"."begun_day" AS "begun_day",
                "t5"."finished_at" AS "finished_at",
                "t5"."finished_day" AS "finished_day",
                "t5"."run_s_idx" AS "run_s_idx",
                "t5"."run_f_idx" AS "run_f_idx",
                "t4"."s_idx" AS "s_idx",
                "t4"."e_idx" AS "e_idx"
              FROM (
                SELECT
                  *
                FROM "kept_events" AS "t0"
                WHERE
                  "t0"."clock" = 'applicant'
              ) AS "t5"
              INNER JOIN (
                SELECT
                  "t1"."office" AS "office",
                  "t1"."application_no" AS "application_no",
                  "t1"."s_idx" AS "s_idx",
                  "t1"."e_idx" AS "e_idx"
                FROM "kept_clocked" AS "t1"
              ) AS "t4"
                ON "t5"."office" = "t4"."office" AND "t5"."application_no" = "t4"."application_no"
            ) AS "t6"
            WHERE
              LEAST(COALESCE("t6"."run_f_idx", "t6"."e_idx"), "t6"."e_idx") > GREATEST("t6"."run_s_idx", "t6"."s_idx")
          ) AS "t7"
        ) AS "t8"
      ) AS "t9"
    ) AS "t10"
    GROUP BY
      "t10"."office",
      "t10"."application_no",
      "t10"."island"
  ) AS "t11"
) AS "t12"
