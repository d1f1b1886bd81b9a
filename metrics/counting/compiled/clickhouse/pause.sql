SELECT
  "t6"."office" AS "office",
  "t6"."permit_type" AS "permit_type",
  "t6"."month" AS "month",
  "t6"."late" AS "late",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t5"."office" AS "office",
    "t5"."application_no" AS "application_no",
    "t5"."p_start" AS "p_start",
    "t5"."p_end" AS "p_end",
    "t5"."begun_day" AS "begun_day",
    "t5"."before" AS "before",
    "t5"."permit_type" AS "permit_type",
    "t5"."start_day" AS "start_day",
    "t5"."s_idx" AS "s_idx",
    "t5"."standard" AS "standard",
    CAST((
      toYear(GREATEST("t5"."begun_day", "t5"."start_day")) * 100
    ) + toMonth(GREATEST("t5"."begun_day", "t5"."start_day")) AS Nullable(Int32)) AS "month",
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
    ) AS Nullable(Int32)) AS "late"
  FROM (
    SELECT
      "t2"."office" AS "office",
      "t2"."application_no" AS "application_no",
      "t2"."p_start" AS "p_start",
      "t2"."p_end" AS "p_end",
      "t2"."begun_day" AS "begun_day",
      "t2"."before" AS "before",
      "t4"."permit_type" AS "permit_type",
      "t4"."start_day" AS "start_day",
      "t4"."s_idx" AS "s_idx",
      "t4"."standard" AS "standard"
    FROM "kept_pauses" AS "t2"
    INNER JOIN (
      SELECT
        "t1"."office" AS "office",
        "t1"."application_no" AS "application_no",
        "t1"."permit_type" AS "permit_type",
        "t1"."start_day" AS "start_day",
        "t1"."s_idx" AS "s_idx",
        "t1"."standard" AS "standard"
      FROM "kept_cases" AS "t1"
      WHERE
        isNotNull("t1"."standard")
    ) AS "t4"
      ON "t2"."office" = "t4"."office" AND "t2"."application_no" = "t4"."application_no"
  ) AS "t5"
) AS "t6"
GROUP BY
  "t6"."office",
  "t6"."permit_type",
  "t6"."month",
  "t6"."late"
