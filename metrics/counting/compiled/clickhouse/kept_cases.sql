WITH "t18" AS (
  SELECT
    "t7"."office" AS "office",
    "t7"."application_no" AS "application_no",
    "t7"."cal" AS "cal",
    "t7"."as_of" AS "as_of",
    "t7"."permit_type" AS "permit_type",
    "t7"."bundle_no" AS "bundle_no",
    "t7"."submitted_at" AS "submitted_at",
    "t7"."received_day" AS "received_day",
    "t7"."complete_day" AS "complete_day",
    "t7"."start_day" AS "start_day",
    "t7"."end_day" AS "end_day",
    "t7"."issued_day" AS "issued_day",
    "t7"."last_day" AS "last_day",
    "t7"."outcome" AS "outcome",
    "t7"."is_open" AS "is_open",
    "t7"."undated" AS "undated",
    "t7"."s_idx" AS "s_idx",
    "t7"."e_idx" AS "e_idx",
    "t7"."channel" AS "channel",
    "t7"."business_scale" AS "business_scale",
    "t7"."start_month" AS "start_month",
    "t7"."end_month" AS "end_month",
    "t7"."gross" AS "gross",
    "t7"."calendar" AS "calendar",
    "t17"."paused" AS "paused"
  FROM "kept_clocked" AS "t7"
  LEFT OUTER JOIN (
    SELECT
      "t15"."office" AS "_k0",
      "t15"."application_no" AS "_k1",
      "t15"."paused" AS "paused"
    FROM (
      SELECT
        "t3"."office" AS "office",
        "t3"."application_no" AS "application_no",
        SUM("t3"."p_end" - "t3"."p_start") AS "paused"
      FROM "kept_pauses" AS "t3"
      GROUP BY
        "t3"."office",
        "t3"."application_no"
    ) AS "t15"
  ) AS "t17"
    ON "t7"."office" = "t17"."_k0" AND "t7"."application_no" = "t17"."_k1"
), "t23" AS (
  SELECT
    "t21"."office" AS "office",
    "t21"."application_no" AS "application_no",
    "t21"."permit_type" AS "permit_type",
    "t21"."start_day" AS "start_day",
    "t8"."rank" AS "rank",
    "t8"."first" AS "first",
    "t8"."until" AS "until",
    "t8"."standard" AS "standard"
  FROM (
    SELECT
      "t19"."office" AS "office",
      "t19"."application_no" AS "application_no",
      "t19"."permit_type" AS "permit_type",
      "t19"."start_day" AS "start_day"
    FROM "t18" AS "t19"
  ) AS "t21"
  INNER JOIN "given_standard" AS "t8"
    ON "t21"."office" = "t8"."office" AND "t21"."permit_type" = "t8"."permit_type"
)
SELECT
  "t50".*
  EXCEPT ("_last", "_lies", "_overdue", "_soon", "complete_day")
FROM (
  SELECT
    "t49"."office" AS "office",
    "t49"."application_no" AS "application_no",
    "t49"."cal" AS "cal",
    "t49"."as_of" AS "as_of",
    "t49"."permit_type" AS "permit_type",
    "t49"."bundle_no" AS "bundle_no",
    "t49"."submitted_at" AS "submitted_at",
    "t49"."received_day" AS "received_day",
    "t49"."complete_day" AS "complete_day",
    "t49"."start_day" AS "start_day",
    "t49"."end_day" AS "end_day",
    "t49"."issued_day" AS "issued_day",
    "t49"."last_day" AS "last_day",
    "t49"."outcome" AS "outcome",
    "t49"."is_open" AS "is_open",
    "t49"."undated" AS "undated",
    "t49"."s_idx" AS "s_idx",
    "t49"."e_idx" AS "e_idx",
    "t49"."channel" AS "channel",
    "t49"."business_scale" AS "business_scale",
    "t49"."start_month" AS "start_month",
    "t49"."end_month" AS "end_month",
    "t49"."gross" AS "gross",
    "t49"."calendar" AS "calendar",
    "t49"."paused" AS "paused",
    "t49"."net" AS "net",
    "t49"."standard" AS "standard",
    "t49"."due_idx" AS "due_idx",
    "t49"."due_day" AS "due_day",
    "t49"."met" AS "met",
    "t49"."_last" AS "_last",
    "t49"."_lies" AS "_lies",
    "t49"."_overdue" AS "_overdue",
    "t49"."_soon" AS "_soon",
    COALESCE(COALESCE("t49"."_lies", "t49"."_last"), '') AS "stage",
    COALESCE("t49"."_overdue", 0) AS "overdue",
    COALESCE("t49"."_soon", 0) AS "due_soon"
  FROM (
    SELECT
      "t48"."office" AS "office",
      "t48"."application_no" AS "application_no",
      "t48"."cal" AS "cal",
      "t48"."as_of" AS "as_of",
      "t48"."permit_type" AS "permit_type",
      "t48"."bundle_no" AS "bundle_no",
      "t48"."submitted_at" AS "submitted_at",
      "t48"."received_day" AS "received_day",
      "t48"."complete_day" AS "complete_day",
      "t48"."start_day" AS "start_day",
      "t48"."end_day" AS "end_day",
      "t48"."issued_day" AS "issued_day",
      "t48"."last_day" AS "last_day",
      "t48"."outcome" AS "outcome",
      "t48"."is_open" AS "is_open",
      "t48"."undated" AS "undated",
      "t48"."s_idx" AS "s_idx",
      "t48"."e_idx" AS "e_idx",
      "t48"."channel" AS "channel",
      "t48"."business_scale" AS "business_scale",
      "t48"."start_month" AS "start_month",
      "t48"."end_month" AS "end_month",
      "t48"."gross" AS "gross",
      "t48"."calendar" AS "calendar",
      "t48"."paused" AS "paused",
      "t48"."net" AS "net",
      "t48"."standard" AS "standard",
      "t48"."due_idx" AS "due_idx",
      "t48"."due_day" AS "due_day",
      "t48"."met" AS "met",
      "t14"."_last" AS "_last",
      "t12"."_lies" AS "_lies",
      "t12"."_overdue" AS "_overdue",
      "t12"."_soon" AS "_soon"
    FROM (
      SELECT
        "t46"."office" AS "office",
        "t46"."application_no" AS "application_no",
        "t46"."cal" AS "cal",
        "t46"."as_of" AS "as_of",
        "t46"."permit_type" AS "permit_type",
        "t46"."bundle_no" AS "bundle_no",
        "t46"."submitted_at" AS "submitted_at",
        "t46"."received_day" AS "received_day",
        "t46"."complete_day" AS "complete_day",
        "t46"."start_day" AS "start_day",
        "t46"."end_day" AS "end_day",
        "t46"."issued_day" AS "issued_day",
        "t46"."last_day" AS "last_day",
        "t46"."outcome" AS "outcome",
        "t46"."is_open" AS "is_open",
        "t46"."undated" AS "undated",
        "t46"."s_idx" AS "s_idx",
        "t46"."e_idx" AS "e_idx",
        "t46"."channel" AS "channel",
        "t46"."business_scale" AS "business_scale",
        "t46"."start_month" AS "start_month",
        "t46"."end_month" AS "end_month",
        "t46"."gross" AS "gross",
        "t46"."calendar" AS "calendar",
        "t46"."paused" AS "paused",
        "t46"."net" AS "net",
        "t46"."standard" AS "standard",
        "t46"."due_idx" AS "due_idx",
        "t46"."due_day" AS "due_day",
        CASE
          WHEN isNull("t46"."due_day")
          OR "t46"."undated"
          OR (
            "t46"."due_day" > "t46"."as_of"
          )
          THEN CAST(NULL AS Nullable(Int32))
          WHEN (
            "t46"."end_day" <= "t46"."due_day"
          )
          AND COALESCE("t46"."outcome" = 'withdrawn', FALSE)
          THEN CAST(NULL AS Nullable(Int32))
          WHEN "t46"."end_day" <= "t46"."due_day"
          THEN 1
          WHEN isNotNull("t46"."end_day") OR (
            "t46"."due_day" < "t46"."as_of"
          )
          THEN 0
          ELSE CAST(NULL AS Nullable(Int32))
        END AS "met"
      FROM (
        SELECT
          "t45".*
          EXCEPT ("due_on", "moved")
        FROM (
          SELECT
            "t44"."office" AS "office",
            "t44"."application_no" AS "application_no",
            "t44"."cal" AS "cal",
            "t44"."as_of" AS "as_of",
            "t44"."permit_type" AS "permit_type",
            "t44"."bundle_no" AS "bundle_no",
            "t44"."submitted_at" AS "submitted_at",
            "t44"."received_day" AS "received_day",
            "t44"."complete_day" AS "complete_day",
            "t44"."start_day" AS "start_day",
            "t44"."end_day" AS "end_day",
            "t44"."issued_day" AS "issued_day",
            "t44"."last_day" AS "last_day",
            "t44"."outcome" AS "outcome",
            "t44"."is_open" AS "is_open",
            "t44"."undated" AS "undated",
            "t44"."s_idx" AS "s_idx",
            "t44"."e_idx" AS "e_idx",
            "t44"."channel" AS "channel",
            "t44"."business_scale" AS "business_scale",
            "t44"."start_month" AS "start_month",
            "t44"."end_month" AS "end_month",
            "t44"."gross" AS "gross",
            "t44"."calendar" AS "calendar",
            "t44"."paused" AS "paused",
            "t44"."net" AS "net",
            "t44"."standard" AS "standard",
            "t44"."moved" AS "moved",
            "t44"."due_idx" AS "due_idx",
            "t44"."due_on" AS "due_on",
            CASE
              WHEN "t44"."due_on" < "t44"."start_day"
              THEN "t44"."start_day"
              ELSE "t44"."due_on"
            END AS "due_day"
          FROM (
            SELECT
              "t43"."office" AS "office",
              "t43"."application_no" AS "application_no",
              "t43"."cal" AS "cal",
              "t43"."as_of" AS "as_of",
              "t43"."permit_type" AS "permit_type",
              "t43"."bundle_no" AS "bundle_no",
              "t43"."submitted_at" AS "submitted_at",
              "t43"."received_day" AS "received_day",
              "t43"."complete_day" AS "complete_day",
              "t43"."start_day" AS "start_day",
              "t43"."end_day" AS "end_day",
              "t43"."issued_day" AS "issued_day",
              "t43"."last_day" AS "last_day",
              "t43"."outcome" AS "outcome",
              "t43"."is_open" AS "is_open",
              "t43"."undated" AS "undated",
              "t43"."s_idx" AS "s_idx",
              "t43"."e_idx" AS "e_idx",
              "t43"."channel" AS "channel",
              "t43"."business_scale" AS "business_scale",
              "t43"."start_month" AS "start_month",
              "t43"."end_month" AS "end_month",
              "t43"."gross" AS "gross",
              "t43"."calendar" AS "calendar",
              "t43"."paused" AS "paused",
              "t43"."net" AS "net",
              "t43"."standard" AS "standard",
              "t43"."moved" AS "moved",
              "t43"."due_idx" AS "due_idx",
              "t13"."due_on" AS "due_on"
            FROM (
              SELECT
                "t41"."office" AS "office",
                "t41"."application_no" AS "application_no",
                "t41"."cal" AS "cal",
                "t41"."as_of" AS "as_of",
                "t41"."permit_type" AS "permit_type",
                "t41"."bundle_no" AS "bundle_no",
                "t41"."submitted_at" AS "submitted_at",
                "t41"."received_day" AS "received_day",
                "t41"."complete_day" AS "complete_day",
                "t41"."start_day" AS "start_day",
                "t41"."end_day" AS "end_day",
                "t41"."issued_day" AS "issued_day",
                "t41"."last_day" AS "last_day",
                "t41"."outcome" AS "outcome",
                "t41"."is_open" AS "is_open",
                "t41"."undated" AS "undated",
                "t41"."s_idx" AS "s_idx",
                "t41"."e_idx" AS "e_idx",
                "t41"."channel" AS "channel",
                "t41"."business_scale" AS "business_scale",
                "t41"."start_month" AS "start_month",
                "t41"."end_month" AS "end_month",
                "t41"."gross" AS "gross",
                "t41"."calendar" AS "calendar",
                "t41"."paused" AS "paused",
                "t41"."net" AS "net",
                "t41"."standard" AS "standard",
                "t41"."moved" AS "moved",
                CAST("t41"."s_idx" + "t41"."standard" + COALESCE("t41"."moved", 0) AS Nullable(Int32)) AS "due_idx"
              FROM (
                SELECT
                  "t33"."office" AS "office",
                  "t33"."application_no" AS "application_no",
                  "t33"."cal" AS "cal",
                  "t33"."as_of" AS "as_of",
                  "t33"."permit_type" AS "permit_type",
                  "t33"."bundle_no" AS "bundle_no",
                  "t33"."submitted_at" AS "submitted_at",
                  "t33"."received_day" AS "received_day",
                  "t33"."complete_day" AS "complete_day",
                  "t33"."start_day" AS "start_day",
                  "t33"."end_day" AS "end_day",
                  "t33"."issued_day" AS "issued_day",
                  "t33"."last_day" AS "last_day",
                  "t33"."outcome" AS "outcome",
                  "t33"."is_open" AS "is_open",
                  "t33"."undated" AS "undated",
                  "t33"."s_idx" AS "s_idx",
                  "t33"."e_idx" AS "e_idx",
                  "t33"."channel" AS "channel",
                  "t33"."business_scale" AS "business_scale",
                  "t33"."start_month" AS "start_month",
                  "t33"."end_month" AS "end_month",
                  "t33"."gross" AS "gross",
                  "t33"."calendar" AS "calendar",
                  "t33"."paused" AS "paused",
                  "t33"."net" AS "net",
                  "t33"."standard" AS "standard",
                  "t40"."moved" AS "moved"
                FROM (
                  SELECT
                    "t31".*
                    EXCEPT ("own", "province_rule")
                  FROM (
                    SELECT
                      "t30"."office" AS "office",
                      "t30"."application_no" AS "application_no",
                      "t30"."cal" AS "cal",
                      "t30"."as_of" AS "as_of",
                      "t30"."permit_type" AS "permit_type",
                      "t30"."bundle_no" AS "bundle_no",
                      "t30"."submitted_at" AS "submitted_at",
                      "t30"."received_day" AS "received_day",
                      "t30"."complete_day" AS "complete_day",
                      "t30"."start_day" AS "start_day",
                      "t30"."end_day" AS "end_day",
                      "t30"."issued_day" AS "issued_day",
                      "t30"."last_day" AS "last_day",
                      "t30"."outcome" AS "outcome",
                      "t30"."is_open" AS "is_open",
                      "t30"."undated" AS "undated",
                      "t30"."s_idx" AS "s_idx",
                      "t30"."e_idx" AS "e_idx",
                      "t30"."channel" AS "channel",
                      "t30"."business_scale" AS "business_scale",
                      "t30"."start_month" AS "start_month",
                      "t30"."end_month" AS "end_month",
                      "t30"."gross" AS "gross",
                      "t30"."calendar" AS "calendar",
                      "t30"."paused" AS "paused",
                      "t30"."net" AS "net",
                      "t30"."own" AS "own",
                      "t30"."province_rule" AS "province_rule",
                      COALESCE("t30"."own", "t30"."province_rule") AS "standard"
                    FROM (
                      SELECT
                        "t24"."office" AS "office",
                        "t24"."application_no" AS "application_no",
                        "t24"."cal" AS "cal",
                        "t24"."as_of" AS "as_of",
                        "t24"."permit_type" AS "permit_type",
                        "t24"."bundle_no" AS "bundle_no",
                        "t24"."submitted_at" AS "submitted_at",
                        "t24"."received_day" AS "received_day",
                        "t24"."complete_day" AS "complete_day",
                        "t24"."start_day" AS "start_day",
                        "t24"."end_day" AS "end_day",
                        "t24"."issued_day" AS "issued_day",
                        "t24"."last_day" AS "last_day",
                        "t24"."outcome" AS "outcome",
                        "t24"."is_open" AS "is_open",
                        "t24"."undated" AS "undated",
                        "t24"."s_idx" AS "s_idx",
                        "t24"."e_idx" AS "e_idx",
                        "t24"."channel" AS "channel",
                        "t24"."business_scale" AS "business_scale",
                        "t24"."start_month" AS "start_month",
                        "t24"."end_month" AS "end_month",
                        "t24"."gross" AS "gross",
                        "t24"."calendar" AS "calendar",
                        "t24"."paused" AS "paused",
                        "t24"."net" AS "net",
                        "t28"."own" AS "own",
                        "t29"."province_rule" AS "province_rule"
                      FROM (
                        SELECT
                          "t19"."office" AS "office",
                          "t19"."application_no" AS "application_no",
                          "t19"."cal" AS "cal",
                          "t19"."as_of" AS "as_of",
                          "t19"."permit_type" AS "permit_type",
                          "t19"."bundle_no" AS "bundle_no",
                          "t19"."submitted_at" AS "submitted_at",
                          "t19"."received_day" AS "received_day",
                          "t19"."complete_day" AS "complete_day",
                          "t19"."start_day" AS "start_day",
                          "t19"."end_day" AS "end_day",
                          "t19"."issued_day" AS "issued_day",
                          "t19"."last_day" AS "last_day",
                          "t19"."outcome" AS "outcome",
                          "t19"."is_open" AS "is_open",
                          "t19"."undated" AS "undated",
                          "t19"."s_idx" AS "s_idx",
                          "t19"."e_idx" AS "e_idx",
                          "t19"."channel" AS "channel",
                          "t19"."business_scale" AS "business_scale",
                          "t19"."start_month" AS "start_month",
                          "t19"."end_month" AS "end_month",
                          "t19"."gross" AS "gross",
                          "t19"."calendar" AS "calendar",
                          CAST(COALESCE("t19"."paused", 0) AS Nullable(Int32)) AS "paused",
                          CAST("t19"."gross" - CAST(COALESCE("t19"."paused", 0) AS Nullable(Int32)) AS Nullable(Int32)) AS "net"
                        FROM "t18" AS "t19"
                      ) AS "t24"
                      LEFT OUTER JOIN (
                        SELECT
                          "t25"."office" AS "_k0",
                          "t25"."application_no" AS "_k1",
                          "t25"."standard" AS "own"
                        FROM "t23" AS "t25"
                        WHERE
                          "t25"."start_day" >= "t25"."first"
                          AND "t25"."start_day" < "t25"."until"
                          AND "t25"."rank" = 0
                      ) AS "t28"
                        ON "t24"."office" = "t28"."_k0" AND "t24"."application_no" = "t28"."_k1"
                      LEFT OUTER JOIN (
                        SELECT
                          "t25"."office" AS "_k0",
                          "t25"."application_no" AS "_k1",
                          "t25"."standard" AS "province_rule"
                        FROM "t23" AS "t25"
                        WHERE
                          "t25"."start_day" >= "t25"."first"
                          AND "t25"."start_day" < "t25"."until"
                          AND "t25"."rank" = 1
                      ) AS "t29"
                        ON "t24"."office" = "t29"."_k0" AND "t24"."application_no" = "t29"."_k1"
                    ) AS "t30"
                  ) AS "t31"
                ) AS "t33"
                LEFT OUTER JOIN (
                  SELECT
                    "t38"."office" AS "_k0",
                    "t38"."application_no" AS "_k1",
                    "t38"."moved" AS "moved"
                  FROM (
                    SELECT
                      "t37"."office" AS "office",
                      "t37"."application_no" AS "application_no",
                      SUM("t37"."p_end" - "t37"."p_start") AS "moved"
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
                          "t35"."s_idx" AS "s_idx",
                          "t35"."standard" AS "standard"
                        FROM "kept_pauses" AS "t6"
                        INNER JOIN (
                          SELECT
                            "t32"."office" AS "office",
                            "t32"."application_no" AS "application_no",
                            "t32"."s_idx" AS "s_idx",
                            "t32"."standard" AS "standard"
                          FROM (
                            SELECT
                              "t31".*
                              EXCEPT ("own", "province_rule")
                            FROM (
                              SELECT
                                "t30"."office" AS "office",
                                "t30"."application_no" AS "application_no",
                                "t30"."cal" AS "cal",
                                "t30"."as_of" AS "as_of",
                                "t30"."permit_type" AS "permit_type",
                                "t30"."bundle_no" AS "bundle_no",
                                "t30"."submitted_at" AS "submitted_at",
                                "t30"."received_day" AS "received_day",
                                "t30"."complete_day" AS "complete_day",
                                "t30"."start_day" AS "start_day",
                                "t30"."end_day" AS "end_day",
                                "t30"."issued_day" AS "issued_day",
                                "t30"."last_day" AS "last_day",
                                "t30"."outcome" AS "outcome",
                                "t30"."is_open" AS "is_open",
                                "t30"."undated" AS "undated",
                                "t30"."s_idx" AS "s_idx",
                                "t30"."e_idx" AS "e_idx",
                                "t30"."channel" AS "channel",
                                "t30"."business_scale" AS "business_scale",
                                "t30"."start_month" AS "start_month",
                                "t30"."end_month" AS "end_month",
                                "t30"."gross" AS "gross",
                                "t30"."calendar" AS "calendar",
                                "t30"."paused" AS "paused",
                                "t30"."net" AS "net",
                                "t30"."own" AS "own",
                                "t30"."province_rule" AS "province_rule",
                                COALESCE("t30"."own", "t30"."province_rule") AS "standard"
                              FROM (
                                SELECT
                                  "t24"."office" AS "office",
                                  "t24"."application_no" AS "application_no",
                                  "t24"."cal" AS "cal",
                                  "t24"."as_of" AS "as_of",
                                  "t24"."permit_type" AS "permit_type",
                                  "t24"."bundle_no" AS "bundle_no",
                                  "t24"."submitted_at" AS "submitted_at",
                                  "t24"."received_day" AS "received_day",
                                  "t24"."complete_day" AS "complete_day",
                                  "t24"."start_day" AS "start_day",
                                  "t24"."end_day" AS "end_day",
                                  "t24"."issued_day" AS "issued_day",
                                  "t24"."last_day" AS "last_day",
                                  "t24"."outcome" AS "outcome",
                                  "t24"."is_open" AS "is_open",
                                  "t24"."undated" AS "undated",
                                  "t24"."s_idx" AS "s_idx",
                                  "t24"."e_idx" AS "e_idx",
                                  "t24"."channel" AS "channel",
                                  "t24"."business_scale" AS "business_scale",
                                  "t24"."start_month" AS "start_month",
                                  "t24"."end_month" AS "end_month",
                                  "t24"."gross" AS "gross",
                                  "t24"."calendar" AS "calendar",
                                  "t24"."paused" AS "paused",
                                  "t24"."net" AS "net",
                                  "t28"."own" AS "own",
                                  "t29"."province_rule" AS "province_rule"
                                FROM (
                                  SELECT
                                    "t19"."office" AS "office",
                                    "t19"."application_no" AS "application_no",
                                    "t19"."cal" AS "cal",
                                    "t19"."as_of" AS "as_of",
                                    "t19"."permit_type" AS "permit_type",
                                    "t19"."bundle_no" AS "bundle_no",
                                    "t19"."submitted_at" AS "submitted_at",
                                    "t19"."received_day" AS "received_day",
                                    "t19"."complete_day" AS "complete_day",
                                    "t19"."start_day" AS "start_day",
                                    "t19"."end_day" AS "end_day",
                                    "t19"."issued_day" AS "issued_day",
                                    "t19"."last_day" AS "last_day",
                                    "t19"."outcome" AS "outcome",
                                    "t19"."is_open" AS "is_open",
                                    "t19"."undated" AS "undated",
                                    "t19"."s_idx" AS "s_idx",
                                    "t19"."e_idx" AS "e_idx",
                                    "t19"."channel" AS "channel",
                                    "t19"."business_scale" AS "business_scale",
                                    "t19"."start_month" AS "start_month",
                                    "t19"."end_month" AS "end_month",
                                    "t19"."gross" AS "gross",
                                    "t19"."calendar" AS "calendar",
                                    CAST(COALESCE("t19"."paused", 0) AS Nullable(Int32)) AS "paused",
                                    CAST("t19"."gross" - CAST(COALESCE("t19"."paused", 0) AS Nullable(Int32)) AS Nullable(Int32)) AS "net"
                                  FROM "t18" AS "t19"
                                ) AS "t24"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t25"."office" AS "_k0",
                                    "t25"."application_no" AS "_k1",
                                    "t25"."standard" AS "own"
                                  FROM "t23" AS "t25"
                                  WHERE
                                    "t25"."start_day" >= "t25"."first"
                                    AND "t25"."start_day" < "t25"."until"
                                    AND "t25"."rank" = 0
                                ) AS "t28"
                                  ON "t24"."office" = "t28"."_k0" AND "t24"."application_no" = "t28"."_k1"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t25"."office" AS "_k0",
                                    "t25"."application_no" AS "_k1",
                                    "t25"."standard" AS "province_rule"
                                  FROM "t23" AS "t25"
                                  WHERE
                                    "t25"."start_day" >= "t25"."first"
                                    AND "t25"."start_day" < "t25"."until"
                                    AND "t25"."rank" = 1
                                ) AS "t29"
                                  ON "t24"."office" = "t29"."_k0" AND "t24"."application_no" = "t29"."_k1"
                              ) AS "t30"
                            ) AS "t31"
                          ) AS "t32"
                        ) AS "t35"
                          ON "t6"."office" = "t35"."office" AND "t6"."application_no" = "t35"."application_no"
                      ) AS "t36"
                      WHERE
                        "t36"."p_start" < (
                          "t36"."s_idx" + "t36"."standard" + "t36"."before"
                        )
                    ) AS "t37"
                    GROUP BY
                      "t37"."office",
                      "t37"."application_no"
                  ) AS "t38"
                ) AS "t40"
                  ON "t33"."office" = "t40"."_k0" AND "t33"."application_no" = "t40"."_k1"
              ) AS "t41"
            ) AS "t43"
            LEFT OUTER JOIN (
              SELECT
                "t2"."cal" AS "_k0",
                "t2"."idx" AS "_k1",
                "t2"."day" AS "due_on"
              FROM "given_working" AS "t2"
            ) AS "t13"
              ON "t43"."cal" = "t13"."_k0" AND "t43"."due_idx" = "t13"."_k1"
          ) AS "t44"
        ) AS "t45"
      ) AS "t46"
    ) AS "t48"
    LEFT OUTER JOIN (
      SELECT
        "t0"."office" AS "_k0",
        "t0"."application_no" AS "_k1",
        "t0"."stage" AS "_last"
      FROM "kept_runs" AS "t0"
      WHERE
        "t0"."from_last" = 0
    ) AS "t14"
      ON "t48"."office" = "t14"."_k0" AND "t48"."application_no" = "t14"."_k1"
    LEFT OUTER JOIN (
      SELECT
        "t1"."office" AS "_k0",
        "t1"."application_no" AS "_k1",
        "t1"."snap" AS "_k2",
        "t1"."stage" AS "_lies",
        "t1"."overdue" AS "_overdue",
        "t1"."due_soon" AS "_soon"
      FROM "kept_standing" AS "t1"
    ) AS "t12"
      ON "t48"."office" = "t12"."_k0"
      AND "t48"."application_no" = "t12"."_k1"
      AND "t48"."as_of" = "t12"."_k2"
  ) AS "t49"
) AS "t50"
