WITH "t40" AS (
  SELECT
    "t39"."office",
    "t39"."application_no",
    "t39"."permit_type",
    "t39"."received_day",
    "t39"."start_day",
    "t39"."end_day",
    "t39"."end_month",
    "t39"."s_idx",
    "t39"."r_idx",
    "t39"."e_idx",
    "t39"."e_ord",
    "t39"."month",
    "t39"."snap",
    "t39"."snap_idx",
    "t39"."snap_ord",
    "t39"."age",
    "t39"."age_band",
    "t31"."stage"
  FROM (
    SELECT
      "t37"."office",
      "t37"."application_no",
      "t37"."permit_type",
      "t37"."received_day",
      "t37"."start_day",
      "t37"."end_day",
      "t37"."end_month",
      "t37"."s_idx",
      "t37"."r_idx",
      "t37"."e_idx",
      "t37"."e_ord",
      "t37"."month",
      "t37"."snap",
      "t37"."snap_idx",
      "t37"."snap_ord",
      "t37"."age",
      CASE
        WHEN "t37"."age" <= 5
        THEN '0-5'
        WHEN "t37"."age" <= 10
        THEN '6-10'
        WHEN "t37"."age" <= 20
        THEN '11-20'
        WHEN "t37"."age" <= 60
        THEN '21-60'
        ELSE '61+'
      END AS "age_band"
    FROM (
      SELECT
        "t36"."office",
        "t36"."application_no",
        "t36"."permit_type",
        "t36"."received_day",
        "t36"."start_day",
        "t36"."end_day",
        "t36"."end_month",
        "t36"."s_idx",
        "t36"."r_idx",
        "t36"."e_idx",
        "t36"."e_ord",
        "t36"."month",
        "t36"."snap",
        "t36"."snap_idx",
        "t36"."snap_ord",
        GREATEST(
          "t36"."snap_idx" - CASE
            WHEN "t36"."start_day" <= "t36"."snap"
            THEN "t36"."s_idx"
            ELSE "t36"."r_idx"
          END,
          0
        ) AS "age"
      FROM (
        SELECT
          "t32"."office",
          "t32"."application_no",
          "t32"."permit_type",
          "t32"."received_day",
          "t32"."start_day",
          "t32"."end_day",
          "t32"."end_month",
          "t32"."s_idx",
          "t32"."r_idx",
          "t32"."e_idx",
          "t32"."e_ord",
          "t35"."month",
          "t35"."snap",
          "t35"."snap_idx",
          "t35"."snap_ord"
        FROM (
          SELECT
            "t24"."office",
            "t24"."application_no",
            "t24"."permit_type",
            "t24"."received_day",
            "t24"."start_day",
            "t24"."end_day",
            "t24"."end_month",
            "t24"."s_idx",
            "t24"."r_idx",
            "t24"."e_idx",
            "t24"."e_ord"
          FROM (
            SELECT
              "t20"."office",
              "t20"."application_no",
              "t20"."cal",
              "t20"."as_of",
              "t20"."permit_type",
              "t20"."bundle_no",
              "t20"."submitted_at",
              "t20"."received_day",
              "t20"."start_day",
              "t20"."end_day",
              "t20"."issued_day",
              "t20"."last_day",
              "t20"."outcome",
              "t20"."is_open",
              "t20"."undated",
              "t20"."s_idx",
              "t20"."e_idx",
              "t20"."channel",
              "t20"."business_scale",
              "t20"."start_month",
              "t20"."end_month",
              "t20"."gross",
              "t20"."calendar",
              "t20"."paused",
              "t20"."net",
              "t20"."standard",
              "t20"."due_idx",
              "t20"."due_day",
              "t20"."stage",
              "t16"."r_idx",
              "t18"."l_idx",
              "t18"."e_ord"
            FROM (
              SELECT
                *
              FROM "kept_cases" AS "t3"
              WHERE
                NOT (
                  "t3"."undated"
                )
            ) AS "t20"
            LEFT OUTER JOIN (
              SELECT
                "t4"."cal" AS "_k0",
                "t4"."day" AS "_k1",
                "t4"."idx" AS "r_idx"
              FROM "given_day" AS "t4"
            ) AS "t16"
              ON "t20"."cal" = "t16"."_k0" AND "t20"."received_day" = "t16"."_k1"
            LEFT OUTER JOIN (
              SELECT
                "t4"."cal" AS "_k0",
                "t4"."day" AS "_k1",
                "t4"."idx" AS "l_idx",
                "t4"."ord" AS "e_ord"
              FROM "given_day" AS "t4"
            ) AS "t18"
              ON "t20"."cal" = "t18"."_k0" AND "t20"."last_day" = "t18"."_k1"
          ) AS "t24"
        ) AS "t32"
        INNER JOIN (
          SELECT
            "t33"."office",
            "t33"."month",
            "t33"."snap",
            "t33"."snap_idx",
            "t30"."snap_ord"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t22".*
                EXCLUDE ("cal")
              FROM (
                SELECT
                  "t8"."office",
                  "t8"."cal",
                  "t8"."month",
                  "t8"."snap",
                  "t17"."snap_idx"
                FROM "given_month_end" AS "t8"
                LEFT OUTER JOIN (
                  SELECT
                    "t4"."cal" AS "_k0",
                    "t4"."day" AS "_k1",
                    "t4"."idx" AS "snap_idx"
                  FROM "given_day" AS "t4"
                ) AS "t17"
                  ON "t8"."cal" = "t17"."_k0" AND "t8"."snap" = "t17"."_k1"
              ) AS "t22"
            ) AS "t25"
          ) AS "t33"
          LEFT OUTER JOIN (
            SELECT
              "t23"."office" AS "_k0",
              "t23"."month" AS "_k1",
              "t23"."snap_ord"
            FROM (
              SELECT
                "t8"."office",
                "t8"."cal",
                "t8"."month",
                "t8"."snap",
                "t19"."i",
                "t19"."snap_ord"
              FROM "given_month_end" AS "t8"
              LEFT OUTER JOIN (
                SELECT
                  "t4"."cal" AS "_k0",
                  "t4"."day" AS "_k1",
                  "t4"."idx" AS "i",
                  "t4"."ord" AS "snap_ord"
                FROM "given_day" AS "t4"
              ) AS "t19"
                ON "t8"."cal" = "t19"."_k0" AND "t8"."snap" = "t19"."_k1"
            ) AS "t23"
          ) AS "t30"
            ON "t33"."office" = "t30"."_k0" AND "t33"."month" = "t30"."_k1"
        ) AS "t35"
          ON "t32"."office" = "t35"."office"
      ) AS "t36"
      WHERE
        "t36"."received_day" <= "t36"."snap"
        AND (
          (
            "t36"."end_day" IS NULL
          ) OR (
            "t36"."end_day" > "t36"."snap"
          )
        )
    ) AS "t37"
  ) AS "t39"
  LEFT OUTER JOIN (
    SELECT
      "t21"."office" AS "_k0",
      "t21"."application_no" AS "_k1",
      "t21"."month" AS "_k2",
      COALESCE("t21"."mapped", "t21"."kept", 'lainnya') AS "stage"
    FROM (
      SELECT
        "t7"."office",
        "t7"."application_no",
        "t7"."month",
        "t7"."activity",
        "t7"."mapped",
        "t14"."kept"
      FROM "kept_reached" AS "t7"
      LEFT OUTER JOIN (
        SELECT
          "t2"."office" AS "_k0",
          "t2"."month" AS "_k1",
          "t2"."activity" AS "_k2",
          "t2"."activity" AS "kept"
        FROM "kept_named_then" AS "t2"
      ) AS "t14"
        ON "t7"."office" = "t14"."_k0"
        AND "t7"."month" = "t14"."_k1"
        AND "t7"."activity" = "t14"."_k2"
    ) AS "t21"
  ) AS "t31"
    ON "t39"."office" = "t31"."_k0"
    AND "t39"."application_no" = "t31"."_k1"
    AND "t39"."month" = "t31"."_k2"
)
SELECT
  "t52"."office",
  "t52"."permit_type",
  "t52"."stage",
  "t52"."month",
  "t52"."age_band",
  "t52"."fresh",
  "t52"."end_month",
  "t52"."net",
  "t52"."calendar",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t51"."office",
    "t51"."application_no",
    "t51"."permit_type",
    "t51"."received_day",
    "t51"."start_day",
    "t51"."end_day",
    "t51"."end_month",
    "t51"."s_idx",
    "t51"."r_idx",
    "t51"."e_idx",
    "t51"."e_ord",
    "t51"."month",
    "t51"."snap",
    "t51"."snap_idx",
    "t51"."snap_ord",
    "t51"."age",
    "t51"."age_band",
    "t51"."stage",
    "t51"."stood",
    CAST((
      ROW_NUMBER() OVER (
        PARTITION BY "t51"."office", "t51"."application_no", "t51"."stage", "t51"."age_band"
        ORDER BY "t51"."month" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) = 0 AS INT) AS "fresh",
    CAST(CASE
      WHEN "t51"."end_day" IS NOT NULL
      THEN GREATEST((
        "t51"."e_idx" - "t51"."snap_idx"
      ) - COALESCE("t51"."stood", 0), 0)
      ELSE 0
    END AS INT) AS "net",
    CAST(CASE
      WHEN "t51"."end_day" IS NOT NULL
      THEN "t51"."e_ord" - "t51"."snap_ord"
      ELSE 0
    END AS INT) AS "calendar"
  FROM (
    SELECT
      "t45"."office",
      "t45"."application_no",
      "t45"."permit_type",
      "t45"."received_day",
      "t45"."start_day",
      "t45"."end_day",
      "t45"."end_month",
      "t45"."s_idx",
      "t45"."r_idx",
      "t45"."e_idx",
      "t45"."e_ord",
      "t45"."month",
      "t45"."snap",
      "t45"."snap_idx",
      "t45"."snap_ord",
      "t45"."age",
      "t45"."age_band",
      "t45"."stage",
      "t50"."stood"
    FROM (
      SELECT
        "t41"."office",
        "t41"."application_no",
        "t41"."permit_type",
        "t41"."received_day",
        "t41"."start_day",
        "t41"."end_day",
        "t41"."end_month",
        "t41"."s_idx",
        "t41"."r_idx",
        "t41"."e_idx",
        "t41"."e_ord",
        "t41"."month",
        "t41"."snap",
        "t41"."snap_idx",
        "t41"."snap_ord",
        "t41"."age",
        "t41"."age_band",
        COALESCE("t41"."stage", '') AS "stage"
      FROM "t40" AS "t41"
    ) AS "t45"
    LEFT OUTER JOIN (
      SELECT
        "t48"."office" AS "_k0",
        "t48"."application_no" AS "_k1",
        "t48"."month" AS "_k2",
        "t48"."stood"
      FROM (
        SELECT
          "t47"."office",
          "t47"."application_no",
          "t47"."month",
          SUM("t47"."p_end" - GREATEST("t47"."p_start", "t47"."snap_idx")) AS "stood"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t6"."office",
              "t6"."application_no",
              "t6"."p_start",
              "t6"."p_end",
              "t6"."before",
              "t43"."month",
              "t43"."snap_idx"
            FROM "kept_pauses" AS "t6"
            INNER JOIN (
              SELECT
                "t41"."office",
                "t41"."application_no",
                "t41"."month",
                "t41"."snap_idx"
              FROM "t40" AS "t41"
            ) AS "t43"
              ON "t6"."office" = "t43"."office" AND "t6"."application_no" = "t43"."application_no"
          ) AS "t46"
          WHERE
            "t46"."p_end" > "t46"."snap_idx"
        ) AS "t47"
        GROUP BY
          1,
          2,
          3
      ) AS "t48"
    ) AS "t50"
      ON "t45"."office" = "t50"."_k0"
      AND "t45"."application_no" = "t50"."_k1"
      AND "t45"."month" = "t50"."_k2"
  ) AS "t51"
) AS "t52"
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
