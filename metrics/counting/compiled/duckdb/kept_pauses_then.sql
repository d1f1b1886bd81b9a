SELECT
  "t6".*
  EXCLUDE ("island")
FROM (
  SELECT
    "t5"."office",
    "t5"."application_no",
    "t5"."month",
    "t5"."island",
    "t5"."p_start",
    "t5"."p_end",
    "t5"."begun_day",
    CAST(COALESCE(
      SUM("t5"."p_end" - "t5"."p_start") OVER (
        PARTITION BY "t5"."office", "t5"."application_no", "t5"."month"
        ORDER BY "t5"."p_start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
      ),
      0
    ) AS INT) AS "before"
  FROM (
    SELECT
      "t4"."office",
      "t4"."application_no",
      "t4"."month",
      "t4"."island",
      MIN("t4"."p_start") AS "p_start",
      MAX("t4"."p_end") AS "p_end",
      MIN("t4"."begun_day") AS "begun_day"
    FROM (
      SELECT
        "t3"."office",
        "t3"."application_no",
        "t3"."activity",
        "t3"."mapped",
        "t3"."stage",
        "t3"."desk",
        "t3"."clock",
        "t3"."event",
        "t3"."timed",
        "t3"."told_day",
        "t3"."begun_day",
        "t3"."finished_at",
        "t3"."finished_day",
        "t3"."run_s_idx",
        "t3"."run_f_idx",
        "t3"."month",
        "t3"."snap",
        "t3"."s_idx",
        "t3"."e_idx",
        "t3"."p_start",
        "t3"."p_end",
        "t3"."reach",
        "t3"."fresh",
        SUM("t3"."fresh") OVER (
          PARTITION BY "t3"."office", "t3"."application_no", "t3"."month"
          ORDER BY "t3"."p_start" ASC, "t3"."p_end" ASC, "t3"."event" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS "island"
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
          "t2"."month",
          "t2"."snap",
          "t2"."s_idx",
          "t2"."e_idx",
          "t2"."p_start",
          "t2"."p_end",
          "t2"."reach",
          CAST((
            "t2"."reach" IS NULL
          ) OR (
            "t2"."p_start" > "t2"."reach"
          ) AS INT) AS "fresh"
        FROM (
          SELECT
            "t1"."office",
            "t1"."application_no",
            "t1"."activity",
            "t1"."mapped",
            "t1"."stage",
            "t1"."desk",
            "t1"."clock",
            "t1"."event",
            "t1"."timed",
            "t1"."told_day",
            "t1"."begun_day",
            "t1"."finished_at",
            "t1"."finished_day",
            "t1"."run_s_idx",
            "t1"."run_f_idx",
            "t1"."month",
            "t1"."snap",
            "t1"."s_idx",
            "t1"."e_idx",
            "t1"."p_start",
            "t1"."p_end",
            MAX("t1"."p_end") OVER (
              PARTITION BY "t1"."office", "t1"."application_no", "t1"."month"
              ORDER BY "t1"."p_start" ASC, "t1"."p_end" ASC, "t1"."event" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ) AS "reach"
          FROM (
            SELECT
              "t0"."office",
              "t0"."application_no",
              "t0"."activity",
              "t0"."mapped",
              "t0"."stage",
              "t0"."desk",
              "t0"."clock",
              "t0"."event",
              "t0"."timed",
              "t0"."told_day",
              "t0"."begun_day",
              "t0"."finished_at",
              "t0"."finished_day",
              "t0"."run_s_idx",
              "t0"."run_f_idx",
              "t0"."month",
              "t0"."snap",
              "t0"."s_idx",
              "t0"."e_idx",
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
      1,
      2,
      3,
      4
  ) AS "t5"
) AS "t6"
