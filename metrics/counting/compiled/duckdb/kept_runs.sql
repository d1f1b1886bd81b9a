SELECT
  "t10".*
  EXCLUDE ("end_day")
FROM (
  SELECT
    "t9"."office",
    "t9"."application_no",
    "t9"."run",
    "t9"."stage",
    COALESCE("t9"."desk", '') AS "desk",
    "t9"."clock",
    "t9"."timed",
    "t9"."unfinished",
    "t9"."begun_day",
    "t9"."run_s_idx",
    "t9"."run_f_idx",
    "t9"."finished_day",
    "t9"."before",
    "t9"."last",
    "t9"."came_from",
    "t9"."came_idx",
    "t9"."permit_type",
    "t9"."s_idx",
    "t9"."e_idx",
    "t9"."end_day",
    "t9"."end_month",
    "t9"."outcome",
    "t9"."unfinished" = 0 AS "done",
    COALESCE(
      (
        "t9"."end_day" IS NOT NULL
      )
      AND (
        "t9"."finished_day" > "t9"."end_day"
      )
      AND (
        "t9"."begun_day" >= "t9"."end_day"
      ),
      FALSE
    ) AS "outside",
    COALESCE("t9"."begun_day" >= "t9"."end_day", FALSE) AS "at_end",
    CAST((
      EXTRACT(year FROM CASE
        WHEN (
          "t9"."end_day" IS NOT NULL
        )
        AND (
          "t9"."finished_day" > "t9"."end_day"
        )
        AND NOT (
          COALESCE(
            (
              "t9"."end_day" IS NOT NULL
            )
            AND (
              "t9"."finished_day" > "t9"."end_day"
            )
            AND (
              "t9"."begun_day" >= "t9"."end_day"
            ),
            FALSE
          )
        )
        THEN "t9"."end_day"
        ELSE "t9"."finished_day"
      END) * 100
    ) + EXTRACT(month FROM CASE
      WHEN (
        "t9"."end_day" IS NOT NULL
      )
      AND (
        "t9"."finished_day" > "t9"."end_day"
      )
      AND NOT (
        COALESCE(
          (
            "t9"."end_day" IS NOT NULL
          )
          AND (
            "t9"."finished_day" > "t9"."end_day"
          )
          AND (
            "t9"."begun_day" >= "t9"."end_day"
          ),
          FALSE
        )
      )
      THEN "t9"."end_day"
      ELSE "t9"."finished_day"
    END) AS INT) AS "month",
    CAST(CASE
      WHEN COALESCE(
        (
          "t9"."end_day" IS NOT NULL
        )
        AND (
          "t9"."finished_day" > "t9"."end_day"
        )
        AND (
          "t9"."begun_day" >= "t9"."end_day"
        ),
        FALSE
      )
      THEN 0
      ELSE GREATEST(
        CASE
          WHEN (
            "t9"."end_day" IS NOT NULL
          ) AND (
            "t9"."finished_day" > "t9"."end_day"
          )
          THEN LEAST("t9"."run_f_idx", "t9"."e_idx")
          ELSE "t9"."run_f_idx"
        END - GREATEST("t9"."run_s_idx", "t9"."s_idx"),
        0
      )
    END AS INT) AS "days",
    CAST(CASE
      WHEN (
        "t9"."end_day" IS NOT NULL
      ) AND (
        "t9"."finished_day" > "t9"."end_day"
      )
      THEN "t9"."run_f_idx" - GREATEST("t9"."run_s_idx", "t9"."e_idx")
      ELSE CAST(NULL AS INT)
    END AS INT) AS "after_days",
    CAST(CASE
      WHEN (
        "t9"."timed" = 1
      )
      AND (
        "t9"."before" IS NOT NULL
      )
      AND NOT (
        COALESCE(
          (
            "t9"."end_day" IS NOT NULL
          )
          AND (
            "t9"."finished_day" > "t9"."end_day"
          )
          AND (
            "t9"."begun_day" >= "t9"."end_day"
          ),
          FALSE
        )
      )
      THEN GREATEST(
        GREATEST("t9"."run_s_idx", "t9"."s_idx") - GREATEST("t9"."before", "t9"."s_idx"),
        0
      )
      ELSE CAST(NULL AS INT)
    END AS INT) AS "wait"
  FROM (
    SELECT
      "t8"."office",
      "t8"."application_no",
      "t8"."run",
      "t8"."stage",
      "t8"."desk",
      "t8"."clock",
      "t8"."timed",
      "t8"."unfinished",
      "t8"."begun_day",
      "t8"."run_s_idx",
      "t8"."run_f_idx",
      "t8"."finished_day",
      "t8"."before",
      "t8"."last",
      "t8"."came_from",
      "t8"."came_idx",
      "t3"."permit_type",
      "t3"."s_idx",
      "t3"."e_idx",
      "t3"."end_day",
      "t3"."end_month",
      "t3"."outcome"
    FROM (
      SELECT
        "t6"."office",
        "t6"."application_no",
        "t6"."run",
        "t6"."stage",
        "t6"."desk",
        "t6"."clock",
        "t6"."timed",
        "t6"."unfinished",
        "t6"."begun_day",
        "t6"."run_s_idx",
        "t6"."run_f_idx",
        "t6"."finished_day",
        MAX("t6"."run_f_idx") OVER (
          PARTITION BY "t6"."office", "t6"."application_no"
          ORDER BY "t6"."run" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ) AS "before",
        LEAD("t6"."run") OVER (
          PARTITION BY "t6"."office", "t6"."application_no"
          ORDER BY "t6"."run" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) IS NULL AS "last",
        LAG("t6"."stage") OVER (
          PARTITION BY "t6"."office", "t6"."application_no"
          ORDER BY "t6"."run" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "came_from",
        LAG("t6"."run_f_idx") OVER (
          PARTITION BY "t6"."office", "t6"."application_no"
          ORDER BY "t6"."run" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "came_idx"
      FROM (
        SELECT
          "t5"."office",
          "t5"."application_no",
          "t5"."run",
          "t5"."stage",
          MAX("t5"."desk") AS "desk",
          MAX("t5"."clock") AS "clock",
          MAX("t5"."timed") AS "timed",
          SUM(CAST("t5"."finished_at" IS NULL AS INT)) AS "unfinished",
          MIN("t5"."begun_day") AS "begun_day",
          MIN("t5"."run_s_idx") AS "run_s_idx",
          MAX("t5"."run_f_idx") AS "run_f_idx",
          MAX("t5"."finished_day") AS "finished_day"
        FROM (
          SELECT
            "t4"."office",
            "t4"."application_no",
            "t4"."activity",
            "t4"."mapped",
            "t4"."stage",
            "t4"."desk",
            "t4"."clock",
            "t4"."event",
            "t4"."timed",
            "t4"."told_day",
            "t4"."begun_day",
            "t4"."finished_at",
            "t4"."finished_day",
            "t4"."run_s_idx",
            "t4"."run_f_idx",
            "t4"."fresh",
            CAST(SUM("t4"."fresh") OVER (
              PARTITION BY "t4"."office", "t4"."application_no"
              ORDER BY "t4"."event" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS INT) AS "run"
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
              CAST((
                LAG("t1"."stage") OVER (
                  PARTITION BY "t1"."office", "t1"."application_no"
                  ORDER BY "t1"."event" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) IS NULL
              )
              OR (
                "t1"."stage" <> LAG("t1"."stage") OVER (
                  PARTITION BY "t1"."office", "t1"."application_no"
                  ORDER BY "t1"."event" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                )
              )
              OR (
                (
                  "t1"."activity" = LAG("t1"."activity") OVER (
                    PARTITION BY "t1"."office", "t1"."application_no"
                    ORDER BY "t1"."event" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                )
                AND (
                  "t1"."stage" <> 'lainnya'
                )
              ) AS INT) AS "fresh"
            FROM "kept_events" AS "t1"
          ) AS "t4"
        ) AS "t5"
        GROUP BY
          1,
          2,
          3,
          4
      ) AS "t6"
    ) AS "t8"
    INNER JOIN (
      SELECT
        "t0"."office",
        "t0"."application_no",
        "t0"."permit_type",
        "t0"."s_idx",
        "t0"."e_idx",
        "t0"."end_day",
        "t0"."end_month",
        "t0"."outcome"
      FROM "kept_clocked" AS "t0"
    ) AS "t3"
      ON "t8"."office" = "t3"."office" AND "t8"."application_no" = "t3"."application_no"
  ) AS "t9"
) AS "t10"
