SELECT
  "t6"."office",
  "t6"."permit_type",
  "t6"."month",
  "t6"."late",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t5"."office",
    "t5"."application_no",
    "t5"."p_start",
    "t5"."p_end",
    "t5"."begun_day",
    "t5"."before",
    "t5"."permit_type",
    "t5"."start_day",
    "t5"."s_idx",
    "t5"."standard",
    CAST((
      EXTRACT(year FROM GREATEST("t5"."begun_day", "t5"."start_day")) * 100
    ) + EXTRACT(month FROM GREATEST("t5"."begun_day", "t5"."start_day")) AS INT) AS "month",
    CAST((
      (
        (
          "t5"."s_idx" + "t5"."standard" + "t5"."before"
        ) - "t5"."p_start"
      ) >= 0
    )
    AND (
      (
        (
          "t5"."s_idx" + "t5"."standard" + "t5"."before"
        ) - "t5"."p_start"
      ) <= 3
    ) AS INT) AS "late"
  FROM (
    SELECT
      "t2"."office",
      "t2"."application_no",
      "t2"."p_start",
      "t2"."p_end",
      "t2"."begun_day",
      "t2"."before",
      "t4"."permit_type",
      "t4"."start_day",
      "t4"."s_idx",
      "t4"."standard"
    FROM "kept_pauses" AS "t2"
    INNER JOIN (
      SELECT
        "t1"."office",
        "t1"."application_no",
        "t1"."permit_type",
        "t1"."start_day",
        "t1"."s_idx",
        "t1"."standard"
      FROM "kept_cases" AS "t1"
      WHERE
        "t1"."standard" IS NOT NULL
    ) AS "t4"
      ON "t2"."office" = "t4"."office" AND "t2"."application_no" = "t4"."application_no"
  ) AS "t5"
) AS "t6"
GROUP BY
  1,
  2,
  3,
  4
