SELECT
  "t9"."office",
  "t9"."permit_type",
  "t9"."end_month",
  "t9"."stages",
  "t9"."odd",
  "t9"."c0",
  "t9"."c1",
  "t9"."c2",
  "t9"."c3",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t8"."office",
    "t8"."application_no",
    "t8"."permit_type",
    "t8"."end_month",
    CAST(COUNT(*) AS INT) AS "stages",
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
      "t7"."office",
      "t7"."application_no",
      "t7"."run",
      "t7"."stage",
      "t7"."desk",
      "t7"."clock",
      "t7"."timed",
      "t7"."unfinished",
      "t7"."begun_day",
      "t7"."run_s_idx",
      "t7"."run_f_idx",
      "t7"."finished_day",
      "t7"."before",
      "t7"."last",
      "t7"."came_from",
      "t7"."came_idx",
      "t7"."permit_type",
      "t7"."s_idx",
      "t7"."e_idx",
      "t7"."end_month",
      "t7"."outcome",
      "t7"."done",
      "t7"."outside",
      "t7"."at_end",
      "t7"."month",
      "t7"."days",
      "t7"."after_days",
      "t7"."wait",
      "t7"."code",
      "t7"."place",
      CAST("t7"."code" AS BIGINT) * CAST(POWER(64.0, (
        "t7"."place" % 10
      )) AS BIGINT) AS "part",
      CAST((
        "t7"."place" >= 40
      ) OR (
        "t7"."code" = 63
      ) AS INT) AS "odd"
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
        "t6"."before",
        "t6"."last",
        "t6"."came_from",
        "t6"."came_idx",
        "t6"."permit_type",
        "t6"."s_idx",
        "t6"."e_idx",
        "t6"."end_month",
        "t6"."outcome",
        "t6"."done",
        "t6"."outside",
        "t6"."at_end",
        "t6"."month",
        "t6"."days",
        "t6"."after_days",
        "t6"."wait",
        "t6"."code",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."office", "t6"."application_no"
          ORDER BY "t6"."run" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t5"."office",
          "t5"."application_no",
          "t5"."run",
          "t5"."stage",
          "t5"."desk",
          "t5"."clock",
          "t5"."timed",
          "t5"."unfinished",
          "t5"."begun_day",
          "t5"."run_s_idx",
          "t5"."run_f_idx",
          "t5"."finished_day",
          "t5"."before",
          "t5"."last",
          "t5"."came_from",
          "t5"."came_idx",
          "t5"."permit_type",
          "t5"."s_idx",
          "t5"."e_idx",
          "t5"."end_month",
          "t5"."outcome",
          "t5"."done",
          "t5"."outside",
          "t5"."at_end",
          "t5"."month",
          "t5"."days",
          "t5"."after_days",
          "t5"."wait",
          "t4"."code"
        FROM (
          SELECT
            *
          FROM "kept_runs" AS "t0"
          WHERE
            "t0"."outcome" IS NOT NULL
        ) AS "t5"
        LEFT OUTER JOIN (
          SELECT
            "t1"."office" AS "_k0",
            "t1"."stage" AS "_k1",
            "t1"."code"
          FROM "kept_stage_codes" AS "t1"
        ) AS "t4"
          ON "t5"."office" = "t4"."_k0" AND "t5"."stage" = "t4"."_k1"
      ) AS "t6"
    ) AS "t7"
  ) AS "t8"
  GROUP BY
    1,
    2,
    3,
    4
) AS "t9"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9
