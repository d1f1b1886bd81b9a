WITH "t8" AS (
  SELECT
    "t7"."office" AS "office",
    "t7"."application_no" AS "application_no",
    "t7"."run" AS "run",
    "t7"."stage" AS "stage",
    "t7"."desk" AS "desk",
    "t7"."clock" AS "clock",
    "t7"."timed" AS "timed",
    "t7"."unfinished" AS "unfinished",
    "t7"."begun_day" AS "begun_day",
    "t7"."run_s_idx" AS "run_s_idx",
    "t7"."run_f_idx" AS "run_f_idx",
    "t7"."finished_day" AS "finished_day",
    "t7"."before" AS "before",
    "t7"."from_last" AS "from_last",
    "t7"."permit_type" AS "permit_type",
    "t7"."s_idx" AS "s_idx",
    "t7"."end_month" AS "end_month",
    "t7"."outcome" AS "outcome",
    "t7"."done" AS "done",
    "t7"."outside" AS "outside",
    "t7"."at_end" AS "at_end",
    "t7"."month" AS "month",
    "t7"."days" AS "days",
    "t7"."after_days" AS "after_days",
    "t7"."wait" AS "wait",
    "t7"."e_idx" AS "e_idx",
    "t7"."ended" AS "ended",
    lagInFrame("t7"."ended") OVER (
      PARTITION BY "t7"."office", "t7"."application_no"
      ORDER BY "t7"."run" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "came",
    COALESCE(
      lagInFrame("t7"."stage") OVER (
        PARTITION BY "t7"."office", "t7"."application_no"
        ORDER BY "t7"."run" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ),
      '▶'
    ) AS "a",
    ROW_NUMBER() OVER (
      PARTITION BY "t7"."office", "t7"."application_no", "t7"."stage"
      ORDER BY "t7"."run" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "earlier"
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
      "t6"."before" AS "before",
      "t6"."from_last" AS "from_last",
      "t6"."permit_type" AS "permit_type",
      "t6"."s_idx" AS "s_idx",
      "t6"."end_month" AS "end_month",
      "t6"."outcome" AS "outcome",
      "t6"."done" AS "done",
      "t6"."outside" AS "outside",
      "t6"."at_end" AS "at_end",
      "t6"."month" AS "month",
      "t6"."days" AS "days",
      "t6"."after_days" AS "after_days",
      "t6"."wait" AS "wait",
      "t6"."e_idx" AS "e_idx",
      COALESCE("t6"."run_f_idx", "t6"."e_idx") AS "ended"
    FROM (
      SELECT
        "t5"."office" AS "office",
        "t5"."application_no" AS "application_no",
        "t5"."run" AS "run",
        "t5"."stage" AS "stage",
        "t5"."desk" AS "desk",
        "t5"."clock" AS "clock",
        "t5"."timed" AS "timed",
        "t5"."unfinished" AS "unfinished",
        "t5"."begun_day" AS "begun_day",
        "t5"."run_s_idx" AS "run_s_idx",
        "t5"."run_f_idx" AS "run_f_idx",
        "t5"."finished_day" AS "finished_day",
        "t5"."before" AS "before",
        "t5"."from_last" AS "from_last",
        "t5"."permit_type" AS "permit_type",
        "t5"."s_idx" AS "s_idx",
        "t5"."end_month" AS "end_month",
        "t5"."outcome" AS "outcome",
        "t5"."done" AS "done",
        "t5"."outside" AS "outside",
        "t5"."at_end" AS "at_end",
        "t5"."month" AS "month",
        "t5"."days" AS "days",
        "t5"."after_days" AS "after_days",
        "t5"."wait" AS "wait",
        "t4"."e_idx" AS "e_idx"
      FROM (
        SELECT
          *
        FROM "kept_runs" AS "t0"
        WHERE
          isNotNull("t0"."outcome")
      ) AS "t5"
      INNER JOIN (
        SELECT
          "t1"."office" AS "office",
          "t1"."application_no" AS "application_no",
          "t1"."e_idx" AS "e_idx"
        FROM "kept_cases" AS "t1"
      ) AS "t4"
        ON "t5"."office" = "t4"."office" AND "t5"."application_no" = "t4"."application_no"
    ) AS "t6"
  ) AS "t7"
)
SELECT
  "t12"."office" AS "office",
  "t12"."permit_type" AS "permit_type",
  "t12"."month" AS "month",
  "t12"."a" AS "a",
  "t12"."b" AS "b",
  "t12"."again" AS "again",
  "t12"."days" AS "days",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t9"."office" AS "office",
      "t9"."permit_type" AS "permit_type",
      "t9"."end_month" AS "month",
      "t9"."a" AS "a",
      "t9"."stage" AS "b",
      CAST((
        "t9"."earlier" > 0
      ) AND (
        "t9"."stage" <> 'lainnya'
      ) AS Nullable(Int32)) AS "again",
      CAST(GREATEST("t9"."ended" - COALESCE("t9"."came", "t9"."s_idx"), 0) AS Nullable(Int32)) AS "days"
    FROM "t8" AS "t9"
  ) AS "t11"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t9"."office" AS "office",
      "t9"."permit_type" AS "permit_type",
      "t9"."end_month" AS "month",
      "t9"."stage" AS "a",
      '■' AS "b",
      CAST(0 AS Nullable(Int32)) AS "again",
      CAST(GREATEST("t9"."e_idx" - "t9"."ended", 0) AS Nullable(Int32)) AS "days"
    FROM "t8" AS "t9"
    WHERE
      "t9"."from_last" = 0
  ) AS "t10"
) AS "t12"
GROUP BY
  "t12"."office",
  "t12"."permit_type",
  "t12"."month",
  "t12"."a",
  "t12"."b",
  "t12"."again",
  "t12"."days"
