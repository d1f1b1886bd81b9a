WITH "t13" AS (
  SELECT
    *
  FROM "given_month_end" AS "t3"
  WHERE
    "t3"."kind" = 'applications'
)
SELECT
  "t39"."office" AS "office",
  "t39"."application_no" AS "application_no",
  "t39"."month" AS "month",
  "t39"."activity" AS "activity",
  "t39"."mapped" AS "mapped"
FROM (
  SELECT
    "t38"."office" AS "office",
    "t38"."application_no" AS "application_no",
    "t38"."month" AS "month",
    "t32"."activity" AS "activity",
    "t32"."mapped" AS "mapped",
    "t32"."known" AS "known",
    "t32"."until" AS "until"
  FROM (
    SELECT
      "t36"."office" AS "office",
      "t36"."application_no" AS "application_no",
      "t36"."month" AS "month"
    FROM (
      SELECT
        "t35"."office" AS "office",
        "t35"."application_no" AS "application_no",
        "t35"."permit_type" AS "permit_type",
        "t35"."received_day" AS "received_day",
        "t35"."start_day" AS "start_day",
        "t35"."end_day" AS "end_day",
        "t35"."end_month" AS "end_month",
        "t35"."s_idx" AS "s_idx",
        "t35"."r_idx" AS "r_idx",
        "t35"."e_idx" AS "e_idx",
        "t35"."e_ord" AS "e_ord",
        "t35"."month" AS "month",
        "t35"."snap" AS "snap",
        "t35"."snap_idx" AS "snap_idx",
        "t35"."snap_ord" AS "snap_ord",
        GREATEST(
          "t35"."snap_idx" - CASE
            WHEN "t35"."start_day" <= "t35"."snap"
            THEN "t35"."s_idx"
            ELSE "t35"."r_idx"
          END,
          0
        ) AS "age"
      FROM (
        SELECT
          "t25"."office" AS "office",
          "t25"."application_no" AS "application_no",
          "t25"."permit_type" AS "permit_type",
          "t25"."received_day" AS "received_day",
          "t25"."start_day" AS "start_day",
          "t25"."end_day" AS "end_day",
          "t25"."end_month" AS "end_month",
          "t25"."s_idx" AS "s_idx",
          "t25"."r_idx" AS "r_idx",
          "t25"."e_idx" AS "e_idx",
          "t25"."e_ord" AS "e_ord",
          "t34"."month" AS "month",
          "t34"."snap" AS "snap",
          "t34"."snap_idx" AS "snap_idx",
          "t34"."snap_ord" AS "snap_ord"
        FROM (
          SELECT
            "t21"."office" AS "office",
            "t21"."application_no" AS "application_no",
            "t21"."permit_type" AS "permit_type",
            "t21"."received_day" AS "received_day",
            "t21"."start_day" AS "start_day",
            "t21"."end_day" AS "end_day",
            "t21"."end_month" AS "end_month",
            "t21"."s_idx" AS "s_idx",
            "t21"."r_idx" AS "r_idx",
            "t21"."e_idx" AS "e_idx",
            "t21"."e_ord" AS "e_ord"
          FROM (
            SELECT
              "t14"."office" AS "office",
              "t14"."application_no" AS "application_no",
              "t14"."cal" AS "cal",
              "t14"."as_of" AS "as_of",
              "t14"."permit_type" AS "permit_type",
              "t14"."bundle_no" AS "bundle_no",
              "t14"."submitted_at" AS "submitted_at",
              "t14"."received_day" AS "received_day",
              "t14"."start_day" AS "start_day",
              "t14"."end_day" AS "end_day",
              "t14"."issued_day" AS "issued_day",
              "t14"."last_day" AS "last_day",
              "t14"."outcome" AS "outcome",
              "t14"."is_open" AS "is_open",
              "t14"."undated" AS "undated",
              "t14"."s_idx" AS "s_idx",
              "t14"."e_idx" AS "e_idx",
              "t14"."channel" AS "channel",
              "t14"."business_scale" AS "business_scale",
              "t14"."start_month" AS "start_month",
              "t14"."end_month" AS "end_month",
              "t14"."gross" AS "gross",
              "t14"."calendar" AS "calendar",
              "t14"."paused" AS "paused",
              "t14"."net" AS "net",
              "t14"."standard" AS "standard",
              "t14"."due_idx" AS "due_idx",
              "t14"."due_day" AS "due_day",
              "t14"."met" AS "met",
              "t14"."stage" AS "stage",
              "t14"."overdue" AS "overdue",
              "t14"."due_soon" AS "due_soon",
              "t9"."r_idx" AS "r_idx",
              "t11"."l_idx" AS "l_idx",
              "t11"."e_ord" AS "e_ord"
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
            ) AS "t9"
              ON "t14"."cal" = "t9"."_k0" AND "t14"."received_day" = "t9"."_k1"
            LEFT OUTER JOIN (
              SELECT
                "t2"."cal" AS "_k0",
                "t2"."day" AS "_k1",
                "t2"."idx" AS "l_idx",
                "t2"."ord" AS "e_ord"
              FROM "given_day" AS "t2"
            ) AS "t11"
              ON "t14"."cal" = "t11"."_k0" AND "t14"."last_day" = "t11"."_k1"
          ) AS "t21"
        ) AS "t25"
        INNER JOIN (
          SELECT
            "t30"."office" AS "office",
            "t30"."month" AS "month",
            "t30"."snap" AS "snap",
            "t30"."snap_idx" AS "snap_idx",
            "t28"."snap_ord" AS "snap_ord"
          FROM (
            SELECT
              "t24"."office" AS "office",
              "t24"."month" AS "month",
              "t24"."snap" AS "snap",
              "t24"."snap_idx" AS "snap_idx"
            FROM (
              SELECT
                "t19"."office" AS "office",
                "t19"."cal" AS "cal",
                "t19"."month" AS "month",
                "t19"."snap" AS "snap",
                "t10"."snap_idx" AS "snap_idx"
              FROM (
                SELECT
                  "t15".*
                  EXCEPT ("kind")
                FROM "t13" AS "t15"
              ) AS "t19"
              LEFT OUTER JOIN (
                SELECT
                  "t2"."cal" AS "_k0",
                  "t2"."day" AS "_k1",
                  "t2"."idx" AS "snap_idx"
                FROM "given_day" AS "t2"
              ) AS "t10"
                ON "t19"."cal" = "t10"."_k0" AND "t19"."snap" = "t10"."_k1"
            ) AS "t24"
          ) AS "t30"
          LEFT OUTER JOIN (
            SELECT
              "t22"."office" AS "_k0",
              "t22"."month" AS "_k1",
              "t22"."snap_ord" AS "snap_ord"
            FROM (
              SELECT
                "t18"."office" AS "office",
                "t18"."cal" AS "cal",
                "t18"."kind" AS "kind",
                "t18"."month" AS "month",
                "t18"."snap" AS "snap",
                "t12"."i" AS "i",
                "t12"."snap_ord" AS "snap_ord"
              FROM "t13" AS "t18"
              LEFT OUTER JOIN (
                SELECT
                  "t2"."cal" AS "_k0",
                  "t2"."day" AS "_k1",
                  "t2"."idx" AS "i",
                  "t2"."ord" AS "snap_ord"
                FROM "given_day" AS "t2"
              ) AS "t12"
                ON "t18"."cal" = "t12"."_k0" AND "t18"."snap" = "t12"."_k1"
            ) AS "t22"
          ) AS "t28"
            ON "t30"."office" = "t28"."_k0" AND "t30"."month" = "t28"."_k1"
        ) AS "t34"
          ON "t25"."office" = "t34"."office"
      ) AS "t35"
      WHERE
        "t35"."received_day" <= "t35"."snap"
        AND (
          isNull("t35"."end_day") OR (
            "t35"."end_day" > "t35"."snap"
          )
        )
    ) AS "t36"
  ) AS "t38"
  INNER JOIN (
    SELECT
      "t29"."office" AS "office",
      "t29"."application_no" AS "application_no",
      "t29"."activity" AS "activity",
      "t29"."mapped" AS "mapped",
      "t29"."known" AS "known",
      "t29"."until" AS "until"
    FROM (
      SELECT
        "t20"."office" AS "office",
        "t20"."application_no" AS "application_no",
        "t20"."event" AS "event",
        "t20"."activity" AS "activity",
        "t20"."mapped" AS "mapped",
        "t20"."known" AS "known",
        "t20"."place" AS "place",
        COALESCE(
          leadInFrame("t20"."known") OVER (
            PARTITION BY "t20"."office", "t20"."application_no"
            ORDER BY "t20"."known" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          999999
        ) AS "until"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."office" AS "office",
            "t0"."application_no" AS "application_no",
            "t0"."event" AS "event",
            "t0"."activity" AS "activity",
            "t0"."mapped" AS "mapped",
            "t0"."known" AS "known",
            ROW_NUMBER() OVER (
              PARTITION BY "t0"."office", "t0"."application_no", "t0"."known"
              ORDER BY "t0"."event" DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "place"
          FROM "kept_told" AS "t0"
        ) AS "t16"
        WHERE
          "t16"."place" = 0
      ) AS "t20"
    ) AS "t29"
  ) AS "t32"
    ON "t38"."office" = "t32"."office"
    AND "t38"."application_no" = "t32"."application_no"
) AS "t39"
WHERE
  "t39"."month" >= "t39"."known" AND "t39"."month" < "t39"."until"
