WITH "t40" AS (
  SELECT
    "t39"."office" AS "office",
    "t39"."application_no" AS "application_no",
    "t39"."permit_type" AS "permit_type",
    "t39"."received_day" AS "received_day",
    "t39"."start_day" AS "start_day",
    "t39"."end_day" AS "end_day",
    "t39"."end_month" AS "end_month",
    "t39"."s_idx" AS "s_idx",
    "t39"."r_idx" AS "r_idx",
    "t39"."e_idx" AS "e_idx",
    "t39"."e_ord" AS "e_ord",
    "t39"."month" AS "month",
    "t39"."snap" AS "snap",
    "t39"."snap_idx" AS "snap_idx",
    "t39"."snap_ord" AS "snap_ord",
    "t39"."age" AS "age",
    "t39"."age_band" AS "age_band",
    "t31"."stage" AS "stage"
  FROM (
    SELECT
      "t37"."office" AS "office",
      "t37"."application_no" AS "application_no",
      "t37"."permit_type" AS "permit_type",
      "t37"."received_day" AS "received_day",
      "t37"."start_day" AS "start_day",
      "t37"."end_day" AS "end_day",
      "t37"."end_month" AS "end_month",
      "t37"."s_idx" AS "s_idx",
      "t37"."r_idx" AS "r_idx",
      "t37"."e_idx" AS "e_idx",
      "t37"."e_ord" AS "e_ord",
      "t37"."month" AS "month",
      "t37"."snap" AS "snap",
      "t37"."snap_idx" AS "snap_idx",
      "t37"."snap_ord" AS "snap_ord",
      "t37"."age" AS "age",
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
        "t36"."office" AS "office",
        "t36"."application_no" AS "application_no",
        "t36"."permit_type" AS "permit_type",
        "t36"."received_day" AS "received_day",
        "t36"."start_day" AS "start_day",
        "t36"."end_day" AS "end_day",
        "t36"."end_month" AS "end_month",
        "t36"."s_idx" AS "s_idx",
        "t36"."r_idx" AS "r_idx",
        "t36"."e_idx" AS "e_idx",
        "t36"."e_ord" AS "e_ord",
        "t36"."month" AS "month",
        "t36"."snap" AS "snap",
        "t36"."snap_idx" AS "snap_idx",
        "t36"."snap_ord" AS "snap_ord",
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
          "t32"."office" AS "office",
          "t32"."application_no" AS "application_no",
          "t32"."permit_type" AS "permit_type",
          "t32"."received_day" AS "received_day",
          "t32"."start_day" AS "start_day",
          "t32"."end_day" AS "end_day",
          "t32"."end_month" AS "end_month",
          "t32"."s_idx" AS "s_idx",
          "t32"."r_idx" AS "r_idx",
          "t32"."e_idx" AS "e_idx",
          "t32"."e_ord" AS "e_ord",
          "t35"."month" AS "month",
          "t35"."snap" AS "snap",
          "t35"."snap_idx" AS "snap_idx",
          "t35"."snap_ord" AS "snap_ord"
        FROM (
          SELECT
            "t24"."office" AS "office",
            "t24"."application_no" AS "application_no",
            "t24"."permit_type" AS "permit_type",
            "t24"."received_day" AS "received_day",
            "t24"."start_day" AS "start_day",
            "t24"."end_day" AS "end_day",
            "t24"."end_month" AS "end_month",
            "t24"."s_idx" AS "s_idx",
            "t24"."r_idx" AS "r_idx",
            "t24"."e_idx" AS "e_idx",
            "t24"."e_ord" AS "e_ord"
          FROM (
            SELECT
              "t20"."office" AS "office",
              "t20"."application_no" AS "application_no",
              "t20"."cal" AS "cal",
              "t20"."as_of" AS "as_of",
              "t20"."permit_type" AS "permit_type",
              "t20"."bundle_no" AS "bundle_no",
              "t20"."submitted_at" AS "submitted_at",
              "t20"."received_day" AS "received_day",
              "t20"."start_day" AS "start_day",
              "t20"."end_day" AS "end_day",
              "t20"."issued_day" AS "issued_day",
              "t20"."last_day" AS "last_day",
              "t20"."outcome" AS "outcome",
              "t20"."is_open" AS "is_open",
              "t20"."undated" AS "undated",
              "t20"."s_idx" AS "s_idx",
              "t20"."e_idx" AS "e_idx",
              "t20"."channel" AS "channel",
              "t20"."business_scale" AS "business_scale",
              "t20"."start_month" AS "start_month",
              "t20"."end_month" AS "end_month",
              "t20"."gross" AS "gross",
              "t20"."calendar" AS "calendar",
              "t20"."paused" AS "paused",
              "t20"."net" AS "net",
              "t20"."standard" AS "standard",
              "t20"."due_idx" AS "due_idx",
              "t20"."due_day" AS "due_day",
              "t20"."stage" AS "stage",
              "t16"."r_idx" AS "r_idx",
              "t18"."l_idx" AS "l_idx",
              "t18"."e_ord" AS "e_ord"
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
            "t33"."office" AS "office",
            "t33"."month" AS "month",
            "t33"."snap" AS "snap",
            "t33"."snap_idx" AS "snap_idx",
            "t30"."snap_ord" AS "snap_ord"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t22".*
                EXCEPT ("cal")
              FROM (
                SELECT
                  "t8"."office" AS "office",
                  "t8"."cal" AS "cal",
                  "t8"."month" AS "month",
                  "t8"."snap" AS "snap",
                  "t17"."snap_idx" AS "snap_idx"
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
              "t23"."snap_ord" AS "snap_ord"
            FROM (
              SELECT
                "t8"."office" AS "office",
                "t8"."cal" AS "cal",
                "t8"."month" AS "month",
                "t8"."snap" AS "snap",
                "t19"."i" AS "i",
                "t19"."snap_ord" AS "snap_ord"
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
          isNull("t36"."end_day") OR (
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
        "t7"."office" AS "office",
        "t7"."application_no" AS "application_no",
        "t7"."month" AS "month",
        "t7"."activity" AS "activity",
        "t7"."mapped" AS "mapped",
        "t14"."kept" AS "kept"
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
  "t52"."office" AS "office",
  "t52"."permit_type" AS "permit_type",
  "t52"."stage" AS "stage",
  "t52"."month" AS "month",
  "t52"."age_band" AS "age_band",
  "t52"."fresh" AS "fresh",
  "t52"."end_month" AS "end_month",
  "t52"."net" AS "net",
  "t52"."calendar" AS "calendar",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t51"."office" AS "office",
    "t51"."application_no" AS "application_no",
    "t51"."permit_type" AS "permit_type",
    "t51"."received_day" AS "received_day",
    "t51"."start_day" AS "start_day",
    "t51"."end_day" AS "end_day",
    "t51"."end_month" AS "end_month",
    "t51"."s_idx" AS "s_idx",
    "t51"."r_idx" AS "r_idx",
    "t51"."e_idx" AS "e_idx",
    "t51"."e_ord" AS "e_ord",
    "t51"."month" AS "month",
    "t51"."snap" AS "snap",
    "t51"."snap_idx" AS "snap_idx",
    "t51"."snap_ord" AS "snap_ord",
    "t51"."age" AS "age",
    "t51"."age_band" AS "age_band",
    "t51"."stage" AS "stage",
    "t51"."stood" AS "stood",
    CAST((
      ROW_NUMBER() OVER (
        PARTITION BY "t51"."office", "t51"."application_no", "t51"."stage", "t51"."age_band"
        ORDER BY "t51"."month" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) = 0 AS Nullable(Int32)) AS "fresh",
    CAST(CASE
      WHEN isNotNull("t51"."end_day")
      THEN GREATEST((
        "t51"."e_idx" - "t51"."snap_idx"
      ) - COALESCE("t51"."stood", 0), 0)
      ELSE 0
    END AS Nullable(Int32)) AS "net",
    CAST(CASE
      WHEN isNotNull("t51"."end_day")
      THEN "t51"."e_ord" - "t51"."snap_ord"
      ELSE 0
    END AS Nullable(Int32)) AS "calendar"
  FROM (
    SELECT
      "t45"."office" AS "office",
      "t45"."application_no" AS "application_no",
      "t45"."permit_type" AS "permit_type",
      "t45"."received_day" AS "received_day",
      "t45"."start_day" AS "start_day",
      "t45"."end_day" AS "end_day",
      "t45"."end_month" AS "end_month",
      "t45"."s_idx" AS "s_idx",
      "t45"."r_idx" AS "r_idx",
      "t45"."e_idx" AS "e_idx",
      "t45"."e_ord" AS "e_ord",
      "t45"."month" AS "month",
      "t45"."snap" AS "snap",
      "t45"."snap_idx" AS "snap_idx",
      "t45"."snap_ord" AS "snap_ord",
      "t45"."age" AS "age",
      "t45"."age_band" AS "age_band",
      "t45"."stage" AS "stage",
      "t50"."stood" AS "stood"
    FROM (
      SELECT
        "t41"."office" AS "office",
        "t41"."application_no" AS "application_no",
        "t41"."permit_type" AS "permit_type",
        "t41"."received_day" AS "received_day",
        "t41"."start_day" AS "start_day",
        "t41"."end_day" AS "end_day",
        "t41"."end_month" AS "end_month",
        "t41"."s_idx" AS "s_idx",
        "t41"."r_idx" AS "r_idx",
        "t41"."e_idx" AS "e_idx",
        "t41"."e_ord" AS "e_ord",
        "t41"."month" AS "month",
        "t41"."snap" AS "snap",
        "t41"."snap_idx" AS "snap_idx",
        "t41"."snap_ord" AS "snap_ord",
        "t41"."age" AS "age",
        "t41"."age_band" AS "age_band",
        COALESCE("t41"."stage", '') AS "stage"
      FROM "t40" AS "t41"
    ) AS "t45"
    LEFT OUTER JOIN (
      SELECT
        "t48"."office" AS "_k0",
        "t48"."application_no" AS "_k1",
        "t48"."month" AS "_k2",
        "t48"."stood" AS "stood"
      FROM (
        SELECT
          "t47"."office" AS "office",
          "t47"."application_no" AS "application_no",
          "t47"."month" AS "month",
          SUM("t47"."p_end" - GREATEST("t47"."p_start", "t47"."snap_idx")) AS "stood"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t6"."office" AS "office",
              "t6"."application_no" AS "application_no",
              "t6"."p_start" AS "p_start",
              "t6"."p_end" AS "p_end",
              "t6"."before" AS "before",
              "t43"."month" AS "month",
              "t43"."snap_idx" AS "snap_idx"
            FROM "kept_pauses" AS "t6"
            INNER JOIN (
              SELECT
                "t41"."office" AS "office",
                "t41"."application_no" AS "application_no",
                "t41"."month" AS "month",
                "t41"."snap_idx" AS "snap_idx"
              FROM "t40" AS "t41"
            ) AS "t43"
              ON "t6"."office" = "t43"."office" AND "t6"."application_no" = "t43"."application_no"
          ) AS "t46"
          WHERE
            "t46"."p_end" > "t46"."snap_idx"
        ) AS "t47"
        GROUP BY
          "t47"."office",
          "t47"."application_no",
          "t47"."month"
      ) AS "t48"
    ) AS "t50"
      ON "t45"."office" = "t50"."_k0"
      AND "t45"."application_no" = "t50"."_k1"
      AND "t45"."month" = "t50"."_k2"
  ) AS "t51"
) AS "t52"
GROUP BY
  "t52"."office",
  "t52"."permit_type",
  "t52"."stage",
  "t52"."month",
  "t52"."age_band",
  "t52"."fresh",
  "t52"."end_month",
  "t52"."net",
  "t52"."calendar"
