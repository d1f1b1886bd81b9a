WITH "t13" AS (
  SELECT
    "t9"."office",
    "t9"."application_no",
    "t9"."permit_type",
    "t9"."received_day",
    "t9"."end_day",
    "t9"."s_idx",
    "t9"."standard",
    "t12"."month",
    "t12"."snap",
    "t12"."snap_idx"
  FROM (
    SELECT
      "t0"."office",
      "t0"."application_no",
      "t0"."permit_type",
      "t0"."received_day",
      "t0"."end_day",
      "t0"."s_idx",
      "t0"."standard"
    FROM "kept_cases" AS "t0"
    WHERE
      NOT (
        "t0"."undated"
      )
  ) AS "t9"
  INNER JOIN (
    SELECT
      "t10"."office",
      "t10"."month",
      "t10"."snap",
      "t10"."snap_idx"
    FROM (
      SELECT
        "t5"."office",
        "t5"."cal",
        "t5"."month",
        "t5"."snap",
        "t8"."snap_idx"
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
  "t25"."office",
  "t25"."permit_type",
  "t25"."month",
  "t25"."age_band",
  "t25"."overdue",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t24"."office",
    "t24"."application_no",
    "t24"."permit_type",
    "t24"."received_day",
    "t24"."end_day",
    "t24"."s_idx",
    "t24"."standard",
    "t24"."month",
    "t24"."snap",
    "t24"."snap_idx",
    "t24"."age",
    "t24"."stood",
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
      ) > "t24"."standard" AS INTEGER),
      0
    ) AS "overdue"
  FROM (
    SELECT
      "t18"."office",
      "t18"."application_no",
      "t18"."permit_type",
      "t18"."received_day",
      "t18"."end_day",
      "t18"."s_idx",
      "t18"."standard",
      "t18"."month",
      "t18"."snap",
      "t18"."snap_idx",
      "t18"."age",
      "t23"."stood"
    FROM (
      SELECT
        "t14"."office",
        "t14"."application_no",
        "t14"."permit_type",
        "t14"."received_day",
        "t14"."end_day",
        "t14"."s_idx",
        "t14"."standard",
        "t14"."month",
        "t14"."snap",
        "t14"."snap_idx",
        GREATEST("t14"."snap_idx" - "t14"."s_idx", 0) AS "age"
      FROM "t13" AS "t14"
      WHERE
        "t14"."received_day" <= "t14"."snap"
        AND (
          (
            "t14"."end_day" IS NULL
          ) OR (
            "t14"."end_day" > "t14"."snap"
          )
        )
    ) AS "t18"
    LEFT OUTER JOIN (
      SELECT
        "t21"."office" AS "_k0",
        "t21"."application_no" AS "_k1",
        "t21"."month" AS "_k2",
        "t21"."stood"
      FROM (
        SELECT
          "t20"."office",
          "t20"."application_no",
          "t20"."month",
          SUM(LEAST("t20"."p_end", "t20"."snap_idx") - "t20"."p_start") AS "stood"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t4"."office",
              "t4"."application_no",
              "t4"."p_start",
              "t4"."p_end",
              "t4"."before",
              "t17"."month",
              "t17"."snap_idx"
            FROM "kept_pauses" AS "t4"
            INNER JOIN (
              SELECT
                "t14"."office",
                "t14"."application_no",
                "t14"."month",
                "t14"."snap_idx"
              FROM "t13" AS "t14"
              WHERE
                "t14"."received_day" <= "t14"."snap"
                AND (
                  (
                    "t14"."end_day" IS NULL
                  ) OR (
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
          1,
          2,
          3
      ) AS "t21"
    ) AS "t23"
      ON "t18"."office" = "t23"."_k0"
      AND "t18"."application_no" = "t23"."_k1"
      AND "t18"."month" = "t23"."_k2"
  ) AS "t24"
) AS "t25"
GROUP BY
  1,
  2,
  3,
  4,
  5
