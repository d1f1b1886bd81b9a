SELECT
  "t10".*
  EXCEPT ("end_day")
FROM (
  SELECT
    "t9"."office" AS "office",
    "t9"."application_no" AS "application_no",
    "t9"."run" AS "run",
    "t9"."stage" AS "stage",
    COALESCE("t9"."desk", '') AS "desk",
    "t9"."clock" AS "clock",
    "t9"."timed" AS "timed",
    "t9"."unfinished" AS "unfinished",
    "t9"."begun_day" AS "begun_day",
    "t9"."run_s_idx" AS "run_s_idx",
    "t9"."run_f_idx" AS "run_f_idx",
    "t9"."finished_day" AS "finished_day",
    "t9"."before" AS "before",
    "t9"."last" AS "last",
    "t9"."came_from" AS "came_from",
    "t9"."came_idx" AS "came_idx",
    "t9"."permit_type" AS "permit_type",
    "t9"."s_idx" AS "s_idx",
    "t9"."e_idx" AS "e_idx",
    "t9"."end_day" AS "end_day",
    "t9"."end_month" AS "end_month",
    "t9"."outcome" AS "outcome",
    "t9"."unfinished" = 0 AS "done",
    COALESCE(
      isNotNull("t9"."end_day")
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
      toYear(
        CASE
          WHEN isNotNull("t9"."end_day")
          AND (
            "t9"."finished_day" > "t9"."end_day"
          )
          AND NOT (
            COALESCE(
              isNotNull("t9"."end_day")
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
        END
      ) * 100
    ) + toMonth(
      CASE
        WHEN isNotNull("t9"."end_day")
        AND (
          "t9"."finished_day" > "t9"."end_day"
        )
        AND NOT (
          COALESCE(
            isNotNull("t9"."end_day")
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
      END
    ) AS Nullable(Int32)) AS "month",
    CAST(CASE
      WHEN COALESCE(
        isNotNull("t9"."end_day")
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
          WHEN isNotNull("t9"."end_day") AND (
            "t9"."finished_day" > "t9"."end_day"
          )
          THEN LEAST("t9"."run_f_idx", "t9"."e_idx")
          ELSE "t9"."run_f_idx"
        END - GREATEST("t9"."run_s_idx", "t9"."s_idx"),
        0
      )
    END AS Nullable(Int32)) AS "days",
    CAST(CASE
      WHEN isNotNull("t9"."end_day") AND (
        "t9"."finished_day" > "t9"."end_day"
      )
      THEN "t9"."run_f_idx" - GREATEST("t9"."run_s_idx", "t9"."e_idx")
      ELSE CAST(NULL AS Nullable(Int32))
    END AS Nullable(Int32)) AS "after_days",
    CAST(CASE
      WHEN (
        "t9"."timed" = 1
      )
      AND isNotNull("t9"."before")
      AND NOT (
        COALESCE(
          isNotNull("t9"."end_day")
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
      ELSE CAST(NULL AS Nullable(Int32))
    END AS Nullable(Int32)) AS "wait"
  FROM (
    SELECT
      "t8"."office" AS "office",
      "t8"."application_no" AS "application_no",
      "t8"."run" AS "run",
      "t8"."stage" AS "stage",
      "t8"."desk" AS "desk",
      "t8"."clock" AS "clock",
      "t8"."timed" AS "timed",
      "t8"."unfinished" AS "unfinished",
      "t8"."begun_day" AS "begun_day",
      "t8"."run_s_idx" AS "run_s_idx",
      "t8"."run_f_idx" AS "run_f_idx",
      "t8"."finished_day" AS "finished_day",
      "t8"."before" AS "before",
      "t8"."last" AS "last",
      "t8"."came_from" AS "came_from",
      "t8"."came_idx" AS "came_idx",
      "t3"."permit_type" AS "permit_type",
      "t3"."s_idx" AS "s_idx",
      "t3"."e_idx" AS "e_idx",
      "t3"."end_day" AS "end_day",
      "t3"."end_month" AS "end_month",
      "t3"."outcome" AS "outcome"
    FROM (
      SELECT
        "t6"."office" AS "office",
        "t6"."application_no" AS "application_no",
        "t6"."run" AS "run",
        "t6"."stage" AS "stage",
        "t6"."desk" AS "desk",
        "t6"."clock" AS "clock",
        "t6"."timed" AS "timed",
        "t6"."unfinished" AS "unfinished",
        "t6"."begun_day" AS "begun_day",
        "t6"."run_s_idx" AS "run_s_idx",
        "t6"."run_f_idx" AS "run_f_idx",
        "t6"."finished_day" AS "finished_day",
        MAX("t6"."run_f_idx") OVER (
          PARTITION BY "t6"."office", "t6"."application_no"
          ORDER BY "t6"."run" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ) AS "before",
        isNull(
          leadInFrame("t6"."run") OVER (
            PARTITION BY "t6"."office", "t6"."application_no"
            ORDER BY "t6"."run" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
        ) AS "last",
        lagInFrame("t6"."stage") OVER (
          PARTITION BY "t6"."office", "t6"."application_no"
          ORDER BY "t6"."run" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "came_from",
        lagInFrame("t6"."run_f_idx") OVER (
          PARTITION BY "t6"."office", "t6"."application_no"
          ORDER BY "t6"."run" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "came_idx"
      FROM (
        SELECT
          "t5"."office" AS "office",
          "t5"."application_no" AS "application_no",
          "t5"."run" AS "run",
          "t5"."stage" AS "stage",
          MAX("t5"."desk") AS "desk",
          MAX("t5"."clock") AS "clock",
          MAX("t5"."timed") AS "timed",
          SUM(CAST(isNull("t5"."finished_at") AS Nullable(Int32))) AS "unfinished",
          MIN("t5"."begun_day") AS "begun_day",
          MIN("t5"."run_s_idx") AS "run_s_idx",
          MAX("t5"."run_f_idx") AS "run_f_idx",
          MAX("t5"."finished_day") AS "finished_day"
        FROM (
          SELECT
            "t4"."office" AS "office",
            "t4"."application_no" AS "application_no",
            "t4"."activity" AS "activity",
            "t4"."mapped" AS "mapped",
            "t4"."stage" AS "stage",
            "t4"."desk" AS "desk",
            "t4"."clock" AS "clock",
            "t4"."event" AS "event",
            "t4"."timed" AS "timed",
            "t4"."told_day" AS "told_day",
            "t4"."begun_day" AS "begun_day",
            "t4"."finished_at" AS "finished_at",
            "t4"."finished_day" AS "finished_day",
            "t4"."run_s_idx" AS "run_s_idx",
            "t4"."run_f_idx" AS "run_f_idx",
            "t4"."fresh" AS "fresh",
            CAST(SUM("t4"."fresh") OVER (
              PARTITION BY "t4"."office", "t4"."application_no"
              ORDER BY "t4"."event" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS Nullable(Int32)) AS "run"
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
              CAST(isNull(
                lagInFrame("t1"."stage") OVER (
                  PARTITION BY "t1"."office", "t1"."application_no"
                  ORDER BY "t1"."event" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                )
              )
              OR (
                "t1"."stage" <> lagInFrame("t1"."stage") OVER (
                  PARTITION BY "t1"."office", "t1"."application_no"
                  ORDER BY "t1"."event" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                )
              )
              OR (
                (
                  "t1"."activity" = lagInFrame("t1"."activity") OVER (
                    PARTITION BY "t1"."office", "t1"."application_no"
                    ORDER BY "t1"."event" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                )
                AND (
                  "t1"."stage" <> 'lainnya'
                )
              ) AS Nullable(Int32)) AS "fresh"
            FROM "kept_events" AS "t1"
          ) AS "t4"
        ) AS "t5"
        GROUP BY
          "t5"."office",
          "t5"."application_no",
          "t5"."run",
          "t5"."stage"
      ) AS "t6"
    ) AS "t8"
    INNER JOIN (
      SELECT
        "t0"."office" AS "office",
        "t0"."application_no" AS "application_no",
        "t0"."permit_type" AS "permit_type",
        "t0"."s_idx" AS "s_idx",
        "t0"."e_idx" AS "e_idx",
        "t0"."end_day" AS "end_day",
        "t0"."end_month" AS "end_month",
        "t0"."outcome" AS "outcome"
      FROM "kept_clocked" AS "t0"
    ) AS "t3"
      ON "t8"."office" = "t3"."office" AND "t8"."application_no" = "t3"."application_no"
  ) AS "t9"
) AS "t10"
