SELECT
  "t36"."office",
  "t36"."application_no",
  "t36"."month",
  "t36"."activity",
  "t36"."mapped"
FROM (
  SELECT
    "t35"."office",
    "t35"."application_no",
    "t35"."month",
    "t30"."activity",
    "t30"."mapped",
    "t30"."known",
    "t30"."until"
  FROM (
    SELECT
      "t33"."office",
      "t33"."application_no",
      "t33"."month"
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
        "t32"."month",
        "t32"."snap",
        "t32"."snap_idx",
        "t32"."snap_ord",
        GREATEST(
          "t32"."snap_idx" - CASE
            WHEN "t32"."start_day" <= "t32"."snap"
            THEN "t32"."s_idx"
            ELSE "t32"."r_idx"
          END,
          0
        ) AS "age"
      FROM (
        SELECT
          "t25"."office",
          "t25"."application_no",
          "t25"."permit_type",
          "t25"."received_day",
          "t25"."start_day",
          "t25"."end_day",
          "t25"."end_month",
          "t25"."s_idx",
          "t25"."r_idx",
          "t25"."e_idx",
          "t25"."e_ord",
          "t31"."month",
          "t31"."snap",
          "t31"."snap_idx",
          "t31"."snap_ord"
        FROM (
          SELECT
            "t19"."office",
            "t19"."application_no",
            "t19"."permit_type",
            "t19"."received_day",
            "t19"."start_day",
            "t19"."end_day",
            "t19"."end_month",
            "t19"."s_idx",
            "t19"."r_idx",
            "t19"."e_idx",
            "t19"."e_ord"
          FROM (
            SELECT
              "t14"."office",
              "t14"."application_no",
              "t14"."cal",
              "t14"."as_of",
              "t14"."permit_type",
              "t14"."bundle_no",
              "t14"."submitted_at",
              "t14"."received_day",
              "t14"."start_day",
              "t14"."end_day",
              "t14"."issued_day",
              "t14"."last_day",
              "t14"."outcome",
              "t14"."is_open",
              "t14"."undated",
              "t14"."s_idx",
              "t14"."e_idx",
              "t14"."channel",
              "t14"."business_scale",
              "t14"."start_month",
              "t14"."end_month",
              "t14"."gross",
              "t14"."calendar",
              "t14"."paused",
              "t14"."net",
              "t14"."standard",
              "t14"."due_idx",
              "t14"."due_day",
              "t14"."stage",
              "t10"."r_idx",
              "t12"."l_idx",
              "t12"."e_ord"
            FROM (
              SELECT
                *
              FROM "kept_cases" AS "t1"
              WHERE
                NOT (
                  "t1"."undated"
                )
            ) AS "t14"
            LEFT OUTER JOIN (
              SELECT
                "t2"."cal" AS "_k0",
                "t2"."day" AS "_k1",
                "t2"."idx" AS "r_idx"
              FROM "given_day" AS "t2"
            ) AS "t10"
              ON "t14"."cal" = "t10"."_k0" AND "t14"."received_day" = "t10"."_k1"
            LEFT OUTER JOIN (
              SELECT
                "t2"."cal" AS "_k0",
                "t2"."day" AS "_k1",
                "t2"."idx" AS "l_idx",
                "t2"."ord" AS "e_ord"
              FROM "given_day" AS "t2"
            ) AS "t12"
              ON "t14"."cal" = "t12"."_k0" AND "t14"."last_day" = "t12"."_k1"
          ) AS "t19"
        ) AS "t25"
        INNER JOIN (
          SELECT
            "t26"."office",
            "t26"."month",
            "t26"."snap",
            "t26"."snap_idx",
            "t24"."snap_ord"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t16".*
                EXCLUDE ("cal")
              FROM (
                SELECT
                  "t4"."office",
                  "t4"."cal",
                  "t4"."month",
                  "t4"."snap",
                  "t11"."snap_idx"
                FROM "given_month_end" AS "t4"
                LEFT OUTER JOIN (
                  SELECT
                    "t2"."cal" AS "_k0",
                    "t2"."day" AS "_k1",
                    "t2"."idx" AS "snap_idx"
                  FROM "given_day" AS "t2"
                ) AS "t11"
                  ON "t4"."cal" = "t11"."_k0" AND "t4"."snap" = "t11"."_k1"
              ) AS "t16"
            ) AS "t20"
          ) AS "t26"
          LEFT OUTER JOIN (
            SELECT
              "t17"."office" AS "_k0",
              "t17"."month" AS "_k1",
              "t17"."snap_ord"
            FROM (
              SELECT
                "t4"."office",
                "t4"."cal",
                "t4"."month",
                "t4"."snap",
                "t13"."i",
                "t13"."snap_ord"
              FROM "given_month_end" AS "t4"
              LEFT OUTER JOIN (
                SELECT
                  "t2"."cal" AS "_k0",
                  "t2"."day" AS "_k1",
                  "t2"."idx" AS "i",
                  "t2"."ord" AS "snap_ord"
                FROM "given_day" AS "t2"
              ) AS "t13"
                ON "t4"."cal" = "t13"."_k0" AND "t4"."snap" = "t13"."_k1"
            ) AS "t17"
          ) AS "t24"
            ON "t26"."office" = "t24"."_k0" AND "t26"."month" = "t24"."_k1"
        ) AS "t31"
          ON "t25"."office" = "t31"."office"
      ) AS "t32"
      WHERE
        "t32"."received_day" <= "t32"."snap"
        AND (
          (
            "t32"."end_day" IS NULL
          ) OR (
            "t32"."end_day" > "t32"."snap"
          )
        )
    ) AS "t33"
  ) AS "t35"
  INNER JOIN (
    SELECT
      "t27"."office",
      "t27"."application_no",
      "t27"."activity",
      "t27"."mapped",
      "t27"."known",
      "t27"."until"
    FROM (
      SELECT
        "t18"."office",
        "t18"."application_no",
        "t18"."event",
        "t18"."activity",
        "t18"."mapped",
        "t18"."known",
        "t18"."place",
        COALESCE(
          LEAD("t18"."known") OVER (
            PARTITION BY "t18"."office", "t18"."application_no"
            ORDER BY "t18"."known" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          999999
        ) AS "until"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."office",
            "t0"."application_no",
            "t0"."event",
            "t0"."activity",
            "t0"."mapped",
            "t0"."known",
            ROW_NUMBER() OVER (
              PARTITION BY "t0"."office", "t0"."application_no", "t0"."known"
              ORDER BY "t0"."event" DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "place"
          FROM "kept_told" AS "t0"
        ) AS "t15"
        WHERE
          "t15"."place" = 0
      ) AS "t18"
    ) AS "t27"
  ) AS "t30"
    ON "t35"."office" = "t30"."office"
    AND "t35"."application_no" = "t30"."application_no"
) AS "t36"
WHERE
  "t36"."month" >= "t36"."known" AND "t36"."month" < "t36"."until"
