WITH "t2" AS (
  SELECT
    "t1"."office" AS "office",
    "t1"."application_no" AS "application_no",
    "t1"."run" AS "run",
    "t1"."stage" AS "stage",
    "t1"."desk" AS "desk",
    "t1"."clock" AS "clock",
    "t1"."timed" AS "timed",
    "t1"."unfinished" AS "unfinished",
    "t1"."begun_day" AS "begun_day",
    "t1"."run_s_idx" AS "run_s_idx",
    "t1"."run_f_idx" AS "run_f_idx",
    "t1"."finished_day" AS "finished_day",
    "t1"."before" AS "before",
    "t1"."last" AS "last",
    "t1"."came_from" AS "came_from",
    "t1"."came_idx" AS "came_idx",
    "t1"."permit_type" AS "permit_type",
    "t1"."s_idx" AS "s_idx",
    "t1"."e_idx" AS "e_idx",
    "t1"."end_month" AS "end_month",
    "t1"."outcome" AS "outcome",
    "t1"."done" AS "done",
    "t1"."outside" AS "outside",
    "t1"."at_end" AS "at_end",
    "t1"."month" AS "month",
    "t1"."days" AS "days",
    "t1"."after_days" AS "after_days",
    "t1"."wait" AS "wait",
    COALESCE("t1"."run_f_idx", "t1"."e_idx") AS "ended",
    CASE
      WHEN isNull("t1"."came_from")
      THEN "t1"."s_idx"
      ELSE COALESCE("t1"."came_idx", "t1"."e_idx")
    END AS "came",
    COALESCE("t1"."came_from", '▶') AS "a",
    ROW_NUMBER() OVER (
      PARTITION BY "t1"."office", "t1"."application_no", "t1"."stage"
      ORDER BY "t1"."run" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "earlier"
  FROM (
    SELECT
      *
    FROM "kept_runs" AS "t0"
    WHERE
      isNotNull("t0"."outcome")
  ) AS "t1"
)
SELECT
  "t6"."office" AS "office",
  "t6"."permit_type" AS "permit_type",
  "t6"."month" AS "month",
  "t6"."a" AS "a",
  "t6"."b" AS "b",
  "t6"."again" AS "again",
  "t6"."days" AS "days",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t3"."office" AS "office",
      "t3"."permit_type" AS "permit_type",
      "t3"."end_month" AS "month",
      "t3"."a" AS "a",
      "t3"."stage" AS "b",
      CAST((
        "t3"."earlier" > 0
      ) AND (
        "t3"."stage" <> 'lainnya'
      ) AS Nullable(Int32)) AS "again",
      CAST(GREATEST("t3"."ended" - "t3"."came", 0) AS Nullable(Int32)) AS "days"
    FROM "t2" AS "t3"
  ) AS "t4"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t3"."office" AS "office",
      "t3"."permit_type" AS "permit_type",
      "t3"."end_month" AS "month",
      "t3"."stage" AS "a",
      '■' AS "b",
      CAST(0 AS Nullable(Int32)) AS "again",
      CAST(GREATEST("t3"."e_idx" - "t3"."ended", 0) AS Nullable(Int32)) AS "days"
    FROM "t2" AS "t3"
    WHERE
      "t3"."last"
  ) AS "t5"
) AS "t6"
GROUP BY
  "t6"."office",
  "t6"."permit_type",
  "t6"."month",
  "t6"."a",
  "t6"."b",
  "t6"."again",
  "t6"."days"
