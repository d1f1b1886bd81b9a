SELECT
  "t23"."office",
  "t23"."application_no",
  "t23"."month",
  "t23"."activity",
  "t23"."mapped"
FROM (
  SELECT
    "t22"."office",
    "t22"."application_no",
    "t22"."month",
    "t20"."activity",
    "t20"."mapped",
    "t20"."known",
    "t20"."until"
  FROM (
    SELECT
      "t19"."office",
      "t19"."application_no",
      "t19"."month"
    FROM (
      SELECT
        "t7"."office",
        "t7"."application_no",
        "t7"."month",
        "t7"."snap",
        "t7"."permit_type",
        "t7"."age",
        "t16"."cal",
        "t16"."end_day",
        "t16"."end_month",
        "t16"."e_idx",
        "t16"."e_ord",
        "t8"."snap_idx",
        "t8"."snap_ord"
      FROM (
        SELECT
          "t0"."office",
          "t0"."application_no",
          "t0"."month",
          "t0"."snap",
          "t0"."permit_type",
          "t0"."age"
        FROM "kept_standing" AS "t0"
      ) AS "t7"
      INNER JOIN (
        SELECT
          "t14"."office",
          "t14"."application_no",
          "t14"."cal",
          "t14"."end_day",
          "t14"."end_month",
          "t14"."e_idx",
          "t14"."e_ord"
        FROM (
          SELECT
            "t11"."office",
            "t11"."application_no",
            "t11"."cal",
            "t11"."as_of",
            "t11"."permit_type",
            "t11"."bundle_no",
            "t11"."submitted_at",
            "t11"."received_day",
            "t11"."start_day",
            "t11"."end_day",
            "t11"."issued_day",
            "t11"."last_day",
            "t11"."outcome",
            "t11"."is_open",
            "t11"."undated",
            "t11"."decision",
            "t11"."s_idx",
            "t11"."e_idx",
            "t11"."channel",
            "t11"."business_scale",
            "t11"."start_month",
            "t11"."end_month",
            "t11"."gross",
            "t11"."calendar",
            "t11"."paused",
            "t11"."net",
            "t11"."standard",
            "t11"."due_idx",
            "t11"."due_day",
            "t11"."met",
            "t11"."met_gross",
            "t11"."stage",
            "t11"."overdue",
            "t11"."due_soon",
            "t9"."l_idx",
            "t9"."e_ord"
          FROM (
            SELECT
              *
            FROM "kept_cases" AS "t3"
            WHERE
              NOT (
                "t3"."undated"
              )
          ) AS "t11"
          LEFT OUTER JOIN (
            SELECT
              "t1"."cal" AS "_k0",
              "t1"."day" AS "_k1",
              "t1"."idx" AS "l_idx",
              "t1"."ord" AS "e_ord"
            FROM "given_day" AS "t1"
          ) AS "t9"
            ON "t11"."cal" = "t9"."_k0" AND "t11"."last_day" = "t9"."_k1"
        ) AS "t14"
      ) AS "t16"
        ON "t7"."office" = "t16"."office" AND "t7"."application_no" = "t16"."application_no"
      LEFT OUTER JOIN (
        SELECT
          "t1"."cal" AS "_k0",
          "t1"."day" AS "_k1",
          "t1"."idx" AS "snap_idx",
          "t1"."ord" AS "snap_ord"
        FROM "given_day" AS "t1"
      ) AS "t8"
        ON "t16"."cal" = "t8"."_k0" AND "t7"."snap" = "t8"."_k1"
    ) AS "t19"
  ) AS "t22"
  INNER JOIN (
    SELECT
      "t17"."office",
      "t17"."application_no",
      "t17"."activity",
      "t17"."mapped",
      "t17"."known",
      "t17"."until"
    FROM (
      SELECT
        "t13"."office",
        "t13"."application_no",
        "t13"."event",
        "t13"."activity",
        "t13"."mapped",
        "t13"."known",
        "t13"."place",
        COALESCE(
          LEAD("t13"."known") OVER (
            PARTITION BY "t13"."office", "t13"."application_no"
            ORDER BY "t13"."known" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          999999
        ) AS "until"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t2"."office",
            "t2"."application_no",
            "t2"."event",
            "t2"."activity",
            "t2"."mapped",
            "t2"."known",
            ROW_NUMBER() OVER (
              PARTITION BY "t2"."office", "t2"."application_no", "t2"."known"
              ORDER BY "t2"."event" DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "place"
          FROM "kept_told" AS "t2"
        ) AS "t12"
        WHERE
          "t12"."place" = 0
      ) AS "t13"
    ) AS "t17"
  ) AS "t20"
    ON "t22"."office" = "t20"."office"
    AND "t22"."application_no" = "t20"."application_no"
) AS "t23"
WHERE
  "t23"."month" >= "t23"."known" AND "t23"."month" < "t23"."until"
