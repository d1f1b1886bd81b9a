SELECT
  "t9"."office" AS "office",
  "t9"."permit_type" AS "permit_type",
  "t9"."end_month" AS "end_month",
  "t9"."stages" AS "stages",
  "t9"."odd" AS "odd",
  "t9"."c0" AS "c0",
  "t9"."c1" AS "c1",
  "t9"."c2" AS "c2",
  "t9"."c3" AS "c3",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t8"."office" AS "office",
    "t8"."application_no" AS "application_no",
    "t8"."permit_type" AS "permit_type",
    "t8"."end_month" AS "end_month",
    CAST(COUNT(*) AS Nullable(Int32)) AS "stages",
    MAX("t8"."odd") AS "odd",
    SUM(
      CASE
        WHEN (
          "t8"."place" >= 0
        ) AND (
          "t8"."place" < 10
        )
        THEN "t8"."part"
        ELSE 0
      END
    ) AS "c0",
    SUM(
      CASE
        WHEN (
          "t8"."place" >= 10
        ) AND (
          "t8"."place" < 20
        )
        THEN "t8"."part"
        ELSE 0
      END
    ) AS "c1",
    SUM(
      CASE
        WHEN (
          "t8"."place" >= 20
        ) AND (
          "t8"."place" < 30
        )
        THEN "t8"."part"
        ELSE 0
      END
    ) AS "c2",
    SUM(
      CASE
        WHEN (
          "t8"."place" >= 30
        ) AND (
          "t8"."place" < 40
        )
        THEN "t8"."part"
        ELSE 0
      END
    ) AS "c3"
  FROM (
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
      "t7"."last" AS "last",
      "t7"."came_from" AS "came_from",
      "t7"."came_idx" AS "came_idx",
      "t7"."permit_type" AS "permit_type",
      "t7"."s_idx" AS "s_idx",
      "t7"."e_idx" AS "e_idx",
      "t7"."end_month" AS "end_month",
      "t7"."outcome" AS "outcome",
      "t7"."done" AS "done",
      "t7"."outside" AS "outside",
      "t7"."at_end" AS "at_end",
      "t7"."month" AS "month",
      "t7"."days" AS "days",
      "t7"."after_days" AS "after_days",
      "t7"."wait" AS "wait",
      "t7"."code" AS "code",
      "t7"."place" AS "place",
      CAST("t7"."code" AS Nullable(Int64)) * CAST(POWER(64.0, (
        "t7"."place" % 10
      )) AS Nullable(Int64)) AS "part",
      CAST((
        "t7"."place" >= 40
      ) OR (
        "t7"."code" = 63
      ) AS Nullable(Int32)) AS "odd"
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
        "t6"."last" AS "last",
        "t6"."came_from" AS "came_from",
        "t6"."came_idx" AS "came_idx",
        "t6"."permit_type" AS "permit_type",
        "t6"."s_idx" AS "s_idx",
        "t6"."e_idx" AS "e_idx",
        "t6"."end_month" AS "end_month",
        "t6"."outcome" AS "outcome",
        "t6"."done" AS "done",
        "t6"."outside" AS "outside",
        "t6"."at_end" AS "at_end",
        "t6"."month" AS "month",
        "t6"."days" AS "days",
        "t6"."after_days" AS "after_days",
        "t6"."wait" AS "wait",
        "t6"."code" AS "code",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."office", "t6"."application_no"
          ORDER BY "t6"."run" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
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
          "t5"."last" AS "last",
          "t5"."came_from" AS "came_from",
          "t5"."came_idx" AS "came_idx",
          "t5"."permit_type" AS "permit_type",
          "t5"."s_idx" AS "s_idx",
          "t5"."e_idx" AS "e_idx",
          "t5"."end_month" AS "end_month",
          "t5"."outcome" AS "outcome",
          "t5"."done" AS "done",
          "t5"."outside" AS "outside",
          "t5"."at_end" AS "at_end",
          "t5"."month" AS "month",
          "t5"."days" AS "days",
          "t5"."after_days" AS "after_days",
          "t5"."wait" AS "wait",
          "t4"."code" AS "code"
        FROM (
          SELECT
            *
          FROM "kept_runs" AS "t0"
          WHERE
            isNotNull("t0"."outcome")
        ) AS "t5"
        LEFT OUTER JOIN (
          SELECT
            "t1"."office" AS "_k0",
            "t1"."stage" AS "_k1",
            "t1"."code" AS "code"
          FROM "kept_stage_codes" AS "t1"
        ) AS "t4"
          ON "t5"."office" = "t4"."_k0" AND "t5"."stage" = "t4"."_k1"
      ) AS "t6"
    ) AS "t7"
  ) AS "t8"
  GROUP BY
    "t8"."office",
    "t8"."application_no",
    "t8"."permit_type",
    "t8"."end_month"
) AS "t9"
GROUP BY
  "t9"."office",
  "t9"."permit_type",
  "t9"."end_month",
  "t9"."stages",
  "t9"."odd",
  "t9"."c0",
  "t9"."c1",
  "t9"."c2",
  "t9"."c3"
