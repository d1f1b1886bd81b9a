SELECT
  "t23"."office" AS "office",
  "t23"."application_no" AS "application_no",
  "t23"."month" AS "month",
  "t23"."activity" AS "activity",
  "t23"."mapped" AS "mapped"
FROM (
  SELECT
    "t22"."office" AS "office",
    "t22"."application_no" AS "application_no",
    "t22"."month" AS "month",
    "t20"."activity" AS "activity",
    "t20"."mapped" AS "mapped",
    "t20"."known" AS "known",
    "t20"."until" AS "until"
  FROM (
    SELECT
      "t19"."office" AS "office",
      "t19"."application_no" AS "application_no",
      "t19"."month" AS "month"
    FROM (
      SELECT
        "t7"."office" AS "office",
        "t7"."application_no" AS "application_no",
        "t7"."month" AS "month",
        "t7"."snap" AS "snap",
        "t7"."permit_type" AS "permit_type",
        "t7"."age" AS "age",
        "t16"."cal" AS "cal",
        "t16"."end_day" AS "end_day",
        "t16"."end_month" AS "end_month",
        "t16"."e_idx" AS "e_idx",
        "t16"."e_ord" AS "e_ord",
        "t8"."snap_idx" AS "snap_idx",
        "t8"."snap_ord" AS "snap_ord"
      FROM (
        SELECT
          "t0"."office" AS "office",
          "t0"."application_no" AS "application_no",
          "t0"."month" AS "month",
          "t0"."snap" AS "snap",
          "t0"."permit_type" AS "permit_type",
          "t0"."age" AS "age"
        FROM "kept_standing" AS "t0"
      ) AS "t7"
      INNER JOIN (
        SELECT
          "t14"."office" AS "office",
          "t14"."application_no" AS "application_no",
          "t14"."cal" AS "cal",
          "t14"."end_day" AS "end_day",
          "t14"."end_month" AS "end_month",
          "t14"."e_idx" AS "e_idx",
          "t14"."e_ord" AS "e_ord"
        FROM (
          SELECT
            "t11"."office" AS "office",
            "t11"."application_no" AS "application_no",
            "t11"."cal" AS "cal",
            "t11"."as_of" AS "as_of",
            "t11"."permit_type" AS "permit_type",
            "t11"."bundle_no" AS "bundle_no",
            "t11"."submitted_at" AS "submitted_at",
            "t11"."received_day" AS "received_day",
            "t11"."start_day" AS "start_day",
            "t11"."end_day" AS "end_day",
            "t11"."issued_day" AS "issued_day",
            "t11"."last_day" AS "last_day",
            "t11"."outcome" AS "outcome",
            "t11"."is_open" AS "is_open",
            "t11"."undated" AS "undated",
            "t11"."decision" AS "decision",
            "t11"."s_idx" AS "s_idx",
            "t11"."e_idx" AS "e_idx",
            "t11"."channel" AS "channel",
            "t11"."business_scale" AS "business_scale",
            "t11"."start_month" AS "start_month",
            "t11"."end_month" AS "end_month",
            "t11"."gross" AS "gross",
            "t11"."calendar" AS "calendar",
            "t11"."paused" AS "paused",
            "t11"."net" AS "net",
            "t11"."standard" AS "standard",
            "t11"."due_idx" AS "due_idx",
            "t11"."due_day" AS "due_day",
            "t11"."met" AS "met",
            "t11"."met_gross" AS "met_gross",
            "t11"."stage" AS "stage",
            "t11"."overdue" AS "overdue",
            "t11"."due_soon" AS "due_soon",
            "t9"."l_idx" AS "l_idx",
            "t9"."e_ord" AS "e_ord"
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
      "t17"."office" AS "office",
      "t17"."application_no" AS "application_no",
      "t17"."activity" AS "activity",
      "t17"."mapped" AS "mapped",
      "t17"."known" AS "known",
      "t17"."until" AS "until"
    FROM (
      SELECT
        "t13"."office" AS "office",
        "t13"."application_no" AS "application_no",
        "t13"."event" AS "event",
        "t13"."activity" AS "activity",
        "t13"."mapped" AS "mapped",
        "t13"."known" AS "known",
        "t13"."place" AS "place",
        COALESCE(
          leadInFrame("t13"."known") OVER (
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
            "t2"."office" AS "office",
            "t2"."application_no" AS "application_no",
            "t2"."event" AS "event",
            "t2"."activity" AS "activity",
            "t2"."mapped" AS "mapped",
            "t2"."known" AS "known",
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
