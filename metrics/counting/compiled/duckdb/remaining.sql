WITH "t19" AS (
  SELECT
    *
  FROM "given_month_end" AS "t5"
  WHERE
    "t5"."kind" = 'applications'
), "t43" AS (
  SELECT
    "t42"."office",
    "t42"."application_no",
    "t42"."permit_type",
    "t42"."received_day",
    "t42"."start_day",
    "t42"."end_day",
    "t42"."end_month",
    "t42"."s_idx",
    "t42"."r_idx",
    "t42"."e_idx",
    "t42"."e_ord",
    "t42"."month",
    "t42"."snap",
    "t42"."snap_idx",
    "t42"."snap_ord",
    "t42"."age",
    "t42"."age_band",
    "t31"."stage"
  FROM (
    SELECT
      "t40"."office",
      "t40"."application_no",
      "t40"."permit_type",
      "t40"."received_day",
      "t40"."start_day",
      "t40"."end_day",
      "t40"."end_month",
      "t40"."s_idx",
      "t40"."r_idx",
      "t40"."e_idx",
      "t40"."e_ord",
      "t40"."month",
      "t40"."snap",
      "t40"."snap_idx",
      "t40"."snap_ord",
      "t40"."age",
      CASE
        WHEN "t40"."age" <= 5
        THEN '0-5'
        WHEN "t40"."age" <= 10
        THEN '6-10'
        WHEN "t40"."age" <= 20
        THEN '11-20'
        WHEN "t40"."age" <= 60
        THEN '21-60'
        ELSE '61+'
      END AS "age_band"
    FROM (
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
        GREATEST(
          "t39"."snap_idx" - CASE
            WHEN "t39"."start_day" <= "t39"."snap"
            THEN "t39"."s_idx"
            ELSE "t39"."r_idx"
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
          "t38"."month",
          "t38"."snap",
          "t38"."snap_idx",
          "t38"."snap_ord"
        FROM (
          SELECT
            "t26"."office",
            "t26"."application_no",
            "t26"."permit_type",
            "t26"."received_day",
            "t26"."start_day",
            "t26"."end_day",
            "t26"."end_month",
            "t26"."s_idx",
            "t26"."r_idx",
            "t26"."e_idx",
            "t26"."e_ord"
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
              "t20"."met",
              "t20"."stage",
              "t20"."overdue",
              "t20"."due_soon",
              "t15"."r_idx",
              "t17"."l_idx",
              "t17"."e_ord"
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
            ) AS "t15"
              ON "t20"."cal" = "t15"."_k0" AND "t20"."received_day" = "t15"."_k1"
            LEFT OUTER JOIN (
              SELECT
                "t4"."cal" AS "_k0",
                "t4"."day" AS "_k1",
                "t4"."idx" AS "l_idx",
                "t4"."ord" AS "e_ord"
              FROM "given_day" AS "t4"
            ) AS "t17"
              ON "t20"."cal" = "t17"."_k0" AND "t20"."last_day" = "t17"."_k1"
          ) AS "t26"
        ) AS "t32"
        INNER JOIN (
          SELECT
            "t36"."office",
            "t36"."month",
            "t36"."snap",
            "t36"."snap_idx",
            "t35"."snap_ord"
          FROM (
            SELECT
              "t30"."office",
              "t30"."month",
              "t30"."snap",
              "t30"."snap_idx"
            FROM (
              SELECT
                "t24"."office",
                "t24"."cal",
                "t24"."month",
                "t24"."snap",
                "t16"."snap_idx"
              FROM (
                SELECT
                  "t21".*
                  EXCLUDE ("kind")
                FROM "t19" AS "t21"
              ) AS "t24"
              LEFT OUTER JOIN (
                SELECT
                  "t4"."cal" AS "_k0",
                  "t4"."day" AS "_k1",
                  "t4"."idx" AS "snap_idx"
                FROM "given_day" AS "t4"
              ) AS "t16"
                ON "t24"."cal" = "t16"."_k0" AND "t24"."snap" = "t16"."_k1"
            ) AS "t30"
          ) AS "t36"
          LEFT OUTER JOIN (
            SELECT
              "t27"."office" AS "_k0",
              "t27"."month" AS "_k1",
              "t27"."snap_ord"
            FROM (
              SELECT
                "t23"."office",
                "t23"."cal",
                "t23"."kind",
                "t23"."month",
                "t23"."snap",
                "t18"."i",
                "t18"."snap_ord"
              FROM "t19" AS "t23"
              LEFT OUTER JOIN (
                SELECT
                  "t4"."cal" AS "_k0",
                  "t4"."day" AS "_k1",
                  "t4"."idx" AS "i",
                  "t4"."ord" AS "snap_ord"
                FROM "given_day" AS "t4"
              ) AS "t18"
                ON "t23"."cal" = "t18"."_k0" AND "t23"."snap" = "t18"."_k1"
            ) AS "t27"
          ) AS "t35"
            ON "t36"."office" = "t35"."_k0" AND "t36"."month" = "t35"."_k1"
        ) AS "t38"
          ON "t32"."office" = "t38"."office"
      ) AS "t39"
      WHERE
        "t39"."received_day" <= "t39"."snap"
        AND (
          (
            "t39"."end_day" IS NULL
          ) OR (
            "t39"."end_day" > "t39"."snap"
          )
        )
    ) AS "t40"
  ) AS "t42"
  LEFT OUTER JOIN (
    SELECT
      "t25"."office" AS "_k0",
      "t25"."application_no" AS "_k1",
      "t25"."month" AS "_k2",
      COALESCE("t25"."mapped", "t25"."kept", 'lainnya') AS "stage"
    FROM (
      SELECT
        "t7"."office",
        "t7"."application_no",
        "t7"."month",
        "t7"."activity",
        "t7"."mapped",
        "t13"."kept"
      FROM "kept_reached" AS "t7"
      LEFT OUTER JOIN (
        SELECT
          "t2"."office" AS "_k0",
          "t2"."month" AS "_k1",
          "t2"."activity" AS "_k2",
          "t2"."activity" AS "kept"
        FROM "kept_named_then" AS "t2"
      ) AS "t13"
        ON "t7"."office" = "t13"."_k0"
        AND "t7"."month" = "t13"."_k1"
        AND "t7"."activity" = "t13"."_k2"
    ) AS "t25"
  ) AS "t31"
    ON "t42"."office" = "t31"."_k0"
    AND "t42"."application_no" = "t31"."_k1"
    AND "t42"."month" = "t31"."_k2"
)
SELECT
  "t55"."office",
  "t55"."permit_type",
  "t55"."stage",
  "t55"."month",
  "t55"."age_band",
  "t55"."fresh",
  "t55"."end_month",
  "t55"."net",
  "t55"."calendar",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t54"."office",
    "t54"."application_no",
    "t54"."permit_type",
    "t54"."received_day",
    "t54"."start_day",
    "t54"."end_day",
    "t54"."end_month",
    "t54"."s_idx",
    "t54"."r_idx",
    "t54"."e_idx",
    "t54"."e_ord",
    "t54"."month",
    "t54"."snap",
    "t54"."snap_idx",
    "t54"."snap_ord",
    "t54"."age",
    "t54"."age_band",
    "t54"."stage",
    "t54"."stood",
    CAST((
      ROW_NUMBER() OVER (
        PARTITION BY "t54"."office", "t54"."application_no", "t54"."stage", "t54"."age_band"
        ORDER BY "t54"."month" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) = 0 AS INT) AS "fresh",
    CAST(CASE
      WHEN "t54"."end_day" IS NOT NULL
      THEN GREATEST((
        "t54"."e_idx" - "t54"."snap_idx"
      ) - COALESCE("t54"."stood", 0), 0)
      ELSE 0
    END AS INT) AS "net",
    CAST(CASE
      WHEN "t54"."end_day" IS NOT NULL
      THEN "t54"."e_ord" - "t54"."snap_ord"
      ELSE 0
    END AS INT) AS "calendar"
  FROM (
    SELECT
      "t48"."office",
      "t48"."application_no",
      "t48"."permit_type",
      "t48"."received_day",
      "t48"."start_day",
      "t48"."end_day",
      "t48"."end_month",
      "t48"."s_idx",
      "t48"."r_idx",
      "t48"."e_idx",
      "t48"."e_ord",
      "t48"."month",
      "t48"."snap",
      "t48"."snap_idx",
      "t48"."snap_ord",
      "t48"."age",
      "t48"."age_band",
      "t48"."stage",
      "t53"."stood"
    FROM (
      SELECT
        "t44"."office",
        "t44"."application_no",
        "t44"."permit_type",
        "t44"."received_day",
        "t44"."start_day",
        "t44"."end_day",
        "t44"."end_month",
        "t44"."s_idx",
        "t44"."r_idx",
        "t44"."e_idx",
        "t44"."e_ord",
        "t44"."month",
        "t44"."snap",
        "t44"."snap_idx",
        "t44"."snap_ord",
        "t44"."age",
        "t44"."age_band",
        COALESCE("t44"."stage", '') AS "stage"
      FROM "t43" AS "t44"
    ) AS "t48"
    LEFT OUTER JOIN (
      SELECT
        "t51"."office" AS "_k0",
        "t51"."application_no" AS "_k1",
        "t51"."month" AS "_k2",
        "t51"."stood"
      FROM (
        SELECT
          "t50"."office",
          "t50"."application_no",
          "t50"."month",
          SUM("t50"."p_end" - GREATEST("t50"."p_start", "t50"."snap_idx")) AS "stood"
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
              "t46"."month",
              "t46"."snap_idx"
            FROM "kept_pauses" AS "t6"
            INNER JOIN (
              SELECT
                "t44"."office",
                "t44"."application_no",
                "t44"."month",
                "t44"."snap_idx"
              FROM "t43" AS "t44"
            ) AS "t46"
              ON "t6"."office" = "t46"."office" AND "t6"."application_no" = "t46"."application_no"
          ) AS "t49"
          WHERE
            "t49"."p_end" > "t49"."snap_idx"
        ) AS "t50"
        GROUP BY
          1,
          2,
          3
      ) AS "t51"
    ) AS "t53"
      ON "t48"."office" = "t53"."_k0"
      AND "t48"."application_no" = "t53"."_k1"
      AND "t48"."month" = "t53"."_k2"
  ) AS "t54"
) AS "t55"
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
