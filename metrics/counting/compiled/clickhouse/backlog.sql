WITH "t13" AS (
  SELECT
    "t9"."office" AS "office",
    "t9"."application_no" AS "application_no",
    "t9"."permit_type" AS "permit_type",
    "t9"."received_day" AS "received_day",
    "t9"."end_day" AS "end_day",
    "t9"."s_idx" AS "s_idx",
    "t9"."standard" AS "standard",
    "t12"."month" AS "month",
    "t12"."snap" AS "snap",
    "t12"."snap_idx" AS "snap_idx"
  FROM (
    SELECT
      "t0"."office" AS "office",
      "t0"."application_no" AS "application_no",
      "t0"."permit_type" AS "permit_type",
      "t0"."received_day" AS "received_day",
      "t0"."end_day" AS "end_day",
      "t0"."s_idx" AS "s_idx",
      "t0"."standard" AS "standard"
    FROM "kept_cases" AS "t0"
    WHERE
      NOT (
        "t0"."undated"
      )
  ) AS "t9"
  INNER JOIN (
    SELECT
      "t10".*
      EXCEPT ("cal")
    FROM (
      SELECT
        "t5"."office" AS "office",
        "t5"."cal" AS "cal",
        "t5"."month" AS "month",
        "t5"."snap" AS "snap",
        "t8"."snap_idx" AS "snap_idx"
      FROM "given_month_end" AS "t5"
      LEFT OUTER JOIN (
        SELECT
          "t3"."cal" AS "_k0",
          "t3"."day" AS "_k1",
          "t3"."idx" AS "snap_idx"
        FROM "given_day" AS "t3"
      ) AS "t8"
        ON "t5"."cal" = "t8"."_k0" AND "t5"."snap" = "t8"."_k1"
    ) AS "t10"
  ) AS "t12"
    ON "t9"."office" = "t12"."office"
)
SELECT
  "t25"."office" AS "office",
  "t25"."permit_type" AS "permit_type",
  "t25"."month" AS "month",
  "t25"."age_band" AS "age_band",
  "t25"."overdue" AS "overdue",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t24"."office" AS "office",
    "t24"."application_no" AS "application_no",
    "t24"."permit_type" AS "permit_type",
    "t24"."received_day" AS "received_day",
    "t24"."end_day" AS "end_day",
    "t24"."s_idx" AS "s_idx",
    "t24"."standard" AS "standard",
    "t24"."month" AS "month",
    "t24"."snap" AS "snap",
    "t24"."snap_idx" AS "snap_idx",
    "t24"."age" AS "age",
    "t24"."stood" AS "stood",
    CASE
      WHEN "t24"."age" <= 5
      THEN '0-5'
      WHEN "t24"."age" <= 10
      THEN '6-10'
      WHEN "t24"."age" <= 20
      THEN '11-20'
      WHEN "t24"."age" <= 60
      THEN '21-60'
      ELSE '61+'
    END AS "age_band",
    COALESCE(
      CAST((
        "t24"."age" - COALESCE("t24"."stood", 0)
      ) > "t24"."standard" AS Nullable(Int32)),
      0
    ) AS "overdue"
  FROM (
    SELECT
      "t18"."office" AS "office",
      "t18"."application_no" AS "application_no",
      "t18"."permit_type" AS "permit_type",
      "t18"."received_day" AS "received_day",
      "t18"."end_day" AS "end_day",
      "t18"."s_idx" AS "s_idx",
      "t18"."standard" AS "standard",
      "t18"."month" AS "month",
      "t18"."snap" AS "snap",
      "t18"."snap_idx" AS "snap_idx",
      "t18"."age" AS "age",
      "t23"."stood" AS "stood"
    FROM (
      SELECT
        "t14"."office" AS "office",
        "t14"."application_no" AS "application_no",
        "t14"."permit_type" AS "permit_type",
        "t14"."received_day" AS "received_day",
        "t14"."end_day" AS "end_day",
        "t14"."s_idx" AS "s_idx",
        "t14"."standard" AS "standard",
        "t14"."month" AS "month",
        "t14"."snap" AS "snap",
        "t14"."snap_idx" AS "snap_idx",
        GREATEST("t14"."snap_idx" - "t14"."s_idx", 0) AS "age"
      FROM "t13" AS "t14"
      WHERE
        "t14"."received_day" <= "t14"."snap"
        AND (
          isNull("t14"."end_day") OR (
            "t14"."end_day" > "t14"."snap"
          )
        )
    ) AS "t18"
    LEFT OUTER JOIN (
      SELECT
        "t21"."office" AS "_k0",
        "t21"."application_no" AS "_k1",
        "t21"."month" AS "_k2",
        "t21"."stood" AS "stood"
      FROM (
        SELECT
          "t20"."office" AS "office",
          "t20"."application_no" AS "application_no",
          "t20"."month" AS "month",
          SUM(LEAST("t20"."p_end", "t20"."snap_idx") - "t20"."p_start") AS "stood"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t4"."office" AS "office",
              "t4"."application_no" AS "application_no",
              "t4"."p_start" AS "p_start",
              "t4"."p_end" AS "p_end",
              "t4"."before" AS "before",
              "t17"."month" AS "month",
              "t17"."snap_idx" AS "snap_idx"
            FROM "kept_pauses" AS "t4"
            INNER JOIN (
              SELECT
                "t14"."office" AS "office",
                "t14"."application_no" AS "application_no",
                "t14"."month" AS "month",
                "t14"."snap_idx" AS "snap_idx"
              FROM "t13" AS "t14"
              WHERE
                "t14"."received_day" <= "t14"."snap"
                AND (
                  isNull("t14"."end_day") OR (
                    "t14"."end_day" > "t14"."snap"
                  )
                )
            ) AS "t17"
              ON "t4"."office" = "t17"."office" AND "t4"."application_no" = "t17"."application_no"
          ) AS "t19"
          WHERE
            "t19"."p_start" < "t19"."snap_idx"
        ) AS "t20"
        GROUP BY
          "t20"."office",
          "t20"."application_no",
          "t20"."month"
      ) AS "t21"
    ) AS "t23"
      ON "t18"."office" = "t23"."_k0"
      AND "t18"."application_no" = "t23"."_k1"
      AND "t18"."month" = "t23"."_k2"
  ) AS "t24"
) AS "t25"
GROUP BY
  "t25"."office",
  "t25"."permit_type",
  "t25"."month",
  "t25"."age_band",
  "t25"."overdue"
