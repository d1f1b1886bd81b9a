WITH "t15" AS (
  SELECT
    "t6"."office" AS "office",
    "t6"."application_no" AS "application_no",
    "t6"."cal" AS "cal",
    "t6"."as_of" AS "as_of",
    "t6"."permit_type" AS "permit_type",
    "t6"."bundle_no" AS "bundle_no",
    "t6"."submitted_at" AS "submitted_at",
    "t6"."received_day" AS "received_day",
    "t6"."start_day" AS "start_day",
    "t6"."end_day" AS "end_day",
    "t6"."issued_day" AS "issued_day",
    "t6"."last_day" AS "last_day",
    "t6"."outcome" AS "outcome",
    "t6"."is_open" AS "is_open",
    "t6"."undated" AS "undated",
    "t6"."s_idx" AS "s_idx",
    "t6"."e_idx" AS "e_idx",
    "t6"."channel" AS "channel",
    "t6"."business_scale" AS "business_scale",
    "t6"."start_month" AS "start_month",
    "t6"."end_month" AS "end_month",
    "t6"."gross" AS "gross",
    "t6"."calendar" AS "calendar",
    "t14"."paused" AS "paused"
  FROM "kept_clocked" AS "t6"
  LEFT OUTER JOIN (
    SELECT
      "t12"."office" AS "_k0",
      "t12"."application_no" AS "_k1",
      "t12"."paused" AS "paused"
    FROM (
      SELECT
        "t2"."office" AS "office",
        "t2"."application_no" AS "application_no",
        SUM("t2"."p_end" - "t2"."p_start") AS "paused"
      FROM "kept_pauses" AS "t2"
      GROUP BY
        "t2"."office",
        "t2"."application_no"
    ) AS "t12"
  ) AS "t14"
    ON "t6"."office" = "t14"."_k0" AND "t6"."application_no" = "t14"."_k1"
), "t20" AS (
  SELECT
    "t18"."office" AS "office",
    "t18"."application_no" AS "application_no",
    "t18"."permit_type" AS "permit_type",
    "t18"."start_day" AS "start_day",
    "t7"."rank" AS "rank",
    "t7"."first" AS "first",
    "t7"."until" AS "until",
    "t7"."standard" AS "standard"
  FROM (
    SELECT
      "t16"."office" AS "office",
      "t16"."application_no" AS "application_no",
      "t16"."permit_type" AS "permit_type",
      "t16"."start_day" AS "start_day"
    FROM "t15" AS "t16"
  ) AS "t18"
  INNER JOIN "given_standard" AS "t7"
    ON "t18"."office" = "t7"."office" AND "t18"."permit_type" = "t7"."permit_type"
)
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
    "t44"."due_day" AS "due_day",
    COALESCE("t44"."stage", '') AS "stage"
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
      "t43"."due_on" AS "due_on",
      "t43"."due_day" AS "due_day",
      "t11"."stage" AS "stage"
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
        "t41"."due_idx" AS "due_idx",
        "t41"."due_on" AS "due_on",
        CASE
          WHEN "t41"."due_on" < "t41"."start_day"
          THEN "t41"."start_day"
          ELSE "t41"."due_on"
        END AS "due_day"
      FROM (
        SELECT
          "t40"."office" AS "office",
          "t40"."application_no" AS "application_no",
          "t40"."cal" AS "cal",
          "t40"."as_of" AS "as_of",
          "t40"."permit_type" AS "permit_type",
          "t40"."bundle_no" AS "bundle_no",
          "t40"."submitted_at" AS "submitted_at",
          "t40"."received_day" AS "received_day",
          "t40"."start_day" AS "start_day",
          "t40"."end_day" AS "end_day",
          "t40"."issued_day" AS "issued_day",
          "t40"."last_day" AS "last_day",
          "t40"."outcome" AS "outcome",
          "t40"."is_open" AS "is_open",
          "t40"."undated" AS "undated",
          "t40"."s_idx" AS "s_idx",
          "t40"."e_idx" AS "e_idx",
          "t40"."channel" AS "channel",
          "t40"."business_scale" AS "business_scale",
          "t40"."start_month" AS "start_month",
          "t40"."end_month" AS "end_month",
          "t40"."gross" AS "gross",
          "t40"."calendar" AS "calendar",
          "t40"."paused" AS "paused",
          "t40"."net" AS "net",
          "t40"."standard" AS "standard",
          "t40"."moved" AS "moved",
          "t40"."due_idx" AS "due_idx",
          "t10"."due_on" AS "due_on"
        FROM (
          SELECT
            "t38"."office" AS "office",
            "t38"."application_no" AS "application_no",
            "t38"."cal" AS "cal",
            "t38"."as_of" AS "as_of",
            "t38"."permit_type" AS "permit_type",
            "t38"."bundle_no" AS "bundle_no",
            "t38"."submitted_at" AS "submitted_at",
            "t38"."received_day" AS "received_day",
            "t38"."start_day" AS "start_day",
            "t38"."end_day" AS "end_day",
            "t38"."issued_day" AS "issued_day",
            "t38"."last_day" AS "last_day",
            "t38"."outcome" AS "outcome",
            "t38"."is_open" AS "is_open",
            "t38"."undated" AS "undated",
            "t38"."s_idx" AS "s_idx",
            "t38"."e_idx" AS "e_idx",
            "t38"."channel" AS "channel",
            "t38"."business_scale" AS "business_scale",
            "t38"."start_month" AS "start_month",
            "t38"."end_month" AS "end_month",
            "t38"."gross" AS "gross",
            "t38"."calendar" AS "calendar",
            "t38"."paused" AS "paused",
            "t38"."net" AS "net",
            "t38"."standard" AS "standard",
            "t38"."moved" AS "moved",
            CAST("t38"."s_idx" + "t38"."standard" + COALESCE("t38"."moved", 0) AS Nullable(Int32)) AS "due_idx"
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
              "t30"."standard" AS "standard",
              "t37"."moved" AS "moved"
            FROM (
              SELECT
                "t28".*
                EXCEPT ("own", "province_rule")
              FROM (
                SELECT
                  "t27"."office" AS "office",
                  "t27"."application_no" AS "application_no",
                  "t27"."cal" AS "cal",
                  "t27"."as_of" AS "as_of",
                  "t27"."permit_type" AS "permit_type",
                  "t27"."bundle_no" AS "bundle_no",
                  "t27"."submitted_at" AS "submitted_at",
                  "t27"."received_day" AS "received_day",
                  "t27"."start_day" AS "start_day",
                  "t27"."end_day" AS "end_day",
                  "t27"."issued_day" AS "issued_day",
                  "t27"."last_day" AS "last_day",
                  "t27"."outcome" AS "outcome",
                  "t27"."is_open" AS "is_open",
                  "t27"."undated" AS "undated",
                  "t27"."s_idx" AS "s_idx",
                  "t27"."e_idx" AS "e_idx",
                  "t27"."channel" AS "channel",
                  "t27"."business_scale" AS "business_scale",
                  "t27"."start_month" AS "start_month",
                  "t27"."end_month" AS "end_month",
                  "t27"."gross" AS "gross",
                  "t27"."calendar" AS "calendar",
                  "t27"."paused" AS "paused",
                  "t27"."net" AS "net",
                  "t27"."own" AS "own",
                  "t27"."province_rule" AS "province_rule",
                  COALESCE("t27"."own", "t27"."province_rule") AS "standard"
                FROM (
                  SELECT
                    "t21"."office" AS "office",
                    "t21"."application_no" AS "application_no",
                    "t21"."cal" AS "cal",
                    "t21"."as_of" AS "as_of",
                    "t21"."permit_type" AS "permit_type",
                    "t21"."bundle_no" AS "bundle_no",
                    "t21"."submitted_at" AS "submitted_at",
                    "t21"."received_day" AS "received_day",
                    "t21"."start_day" AS "start_day",
                    "t21"."end_day" AS "end_day",
                    "t21"."issued_day" AS "issued_day",
                    "t21"."last_day" AS "last_day",
                    "t21"."outcome" AS "outcome",
                    "t21"."is_open" AS "is_open",
                    "t21"."undated" AS "undated",
                    "t21"."s_idx" AS "s_idx",
                    "t21"."e_idx" AS "e_idx",
                    "t21"."channel" AS "channel",
                    "t21"."business_scale" AS "business_scale",
                    "t21"."start_month" AS "start_month",
                    "t21"."end_month" AS "end_month",
                    "t21"."gross" AS "gross",
                    "t21"."calendar" AS "calendar",
                    "t21"."paused" AS "paused",
                    "t21"."net" AS "net",
                    "t25"."own" AS "own",
                    "t26"."province_rule" AS "province_rule"
                  FROM (
                    SELECT
                      "t16"."office" AS "office",
                      "t16"."application_no" AS "application_no",
                      "t16"."cal" AS "cal",
                      "t16"."as_of" AS "as_of",
                      "t16"."permit_type" AS "permit_type",
                      "t16"."bundle_no" AS "bundle_no",
                      "t16"."submitted_at" AS "submitted_at",
                      "t16"."received_day" AS "received_day",
                      "t16"."start_day" AS "start_day",
                      "t16"."end_day" AS "end_day",
                      "t16"."issued_day" AS "issued_day",
                      "t16"."last_day" AS "last_day",
                      "t16"."outcome" AS "outcome",
                      "t16"."is_open" AS "is_open",
                      "t16"."undated" AS "undated",
                      "t16"."s_idx" AS "s_idx",
                      "t16"."e_idx" AS "e_idx",
                      "t16"."channel" AS "channel",
                      "t16"."business_scale" AS "business_scale",
                      "t16"."start_month" AS "start_month",
                      "t16"."end_month" AS "end_month",
                      "t16"."gross" AS "gross",
                      "t16"."calendar" AS "calendar",
                      CAST(COALESCE("t16"."paused", 0) AS Nullable(Int32)) AS "paused",
                      CAST("t16"."gross" - CAST(COALESCE("t16"."paused", 0) AS Nullable(Int32)) AS Nullable(Int32)) AS "net"
                    FROM "t15" AS "t16"
                  ) AS "t21"
                  LEFT OUTER JOIN (
                    SELECT
                      "t22"."office" AS "_k0",
                      "t22"."application_no" AS "_k1",
                      "t22"."standard" AS "own"
                    FROM "t20" AS "t22"
                    WHERE
                      "t22"."start_day" >= "t22"."first"
                      AND "t22"."start_day" < "t22"."until"
                      AND "t22"."rank" = 0
                  ) AS "t25"
                    ON "t21"."office" = "t25"."_k0" AND "t21"."application_no" = "t25"."_k1"
                  LEFT OUTER JOIN (
                    SELECT
                      "t22"."office" AS "_k0",
                      "t22"."application_no" AS "_k1",
                      "t22"."standard" AS "province_rule"
                    FROM "t20" AS "t22"
                    WHERE
                      "t22"."start_day" >= "t22"."first"
                      AND "t22"."start_day" < "t22"."until"
                      AND "t22"."rank" = 1
                  ) AS "t26"
                    ON "t21"."office" = "t26"."_k0" AND "t21"."application_no" = "t26"."_k1"
                ) AS "t27"
              ) AS "t28"
            ) AS "t30"
            LEFT OUTER JOIN (
              SELECT
                "t35"."office" AS "_k0",
                "t35"."application_no" AS "_k1",
                "t35"."moved" AS "moved"
              FROM (
                SELECT
                  "t34"."office" AS "office",
                  "t34"."application_no" AS "application_no",
                  SUM("t34"."p_end" - "t34"."p_start") AS "moved"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t5"."office" AS "office",
                      "t5"."application_no" AS "application_no",
                      "t5"."p_start" AS "p_start",
                      "t5"."p_end" AS "p_end",
                      "t5"."before" AS "before",
                      "t32"."s_idx" AS "s_idx",
                      "t32"."standard" AS "standard"
                    FROM "kept_pauses" AS "t5"
                    INNER JOIN (
                      SELECT
                        "t29"."office" AS "office",
                        "t29"."application_no" AS "application_no",
                        "t29"."s_idx" AS "s_idx",
                        "t29"."standard" AS "standard"
                      FROM (
                        SELECT
                          "t28".*
                          EXCEPT ("own", "province_rule")
                        FROM (
                          SELECT
                            "t27"."office" AS "office",
                            "t27"."application_no" AS "application_no",
                            "t27"."cal" AS "cal",
                            "t27"."as_of" AS "as_of",
                            "t27"."permit_type" AS "permit_type",
                            "t27"."bundle_no" AS "bundle_no",
                            "t27"."submitted_at" AS "submitted_at",
                            "t27"."received_day" AS "received_day",
                            "t27"."start_day" AS "start_day",
                            "t27"."end_day" AS "end_day",
                            "t27"."issued_day" AS "issued_day",
                            "t27"."last_day" AS "last_day",
                            "t27"."outcome" AS "outcome",
                            "t27"."is_open" AS "is_open",
                            "t27"."undated" AS "undated",
                            "t27"."s_idx" AS "s_idx",
                            "t27"."e_idx" AS "e_idx",
                            "t27"."channel" AS "channel",
                            "t27"."business_scale" AS "business_scale",
                            "t27"."start_month" AS "start_month",
                            "t27"."end_month" AS "end_month",
                            "t27"."gross" AS "gross",
                            "t27"."calendar" AS "calendar",
                            "t27"."paused" AS "paused",
                            "t27"."net" AS "net",
                            "t27"."own" AS "own",
                            "t27"."province_rule" AS "province_rule",
                            COALESCE("t27"."own", "t27"."province_rule") AS "standard"
                          FROM (
                            SELECT
                              "t21"."office" AS "office",
                              "t21"."application_no" AS "application_no",
                              "t21"."cal" AS "cal",
                              "t21"."as_of" AS "as_of",
                              "t21"."permit_type" AS "permit_type",
                              "t21"."bundle_no" AS "bundle_no",
                              "t21"."submitted_at" AS "submitted_at",
                              "t21"."received_day" AS "received_day",
                              "t21"."start_day" AS "start_day",
                              "t21"."end_day" AS "end_day",
                              "t21"."issued_day" AS "issued_day",
                              "t21"."last_day" AS "last_day",
                              "t21"."outcome" AS "outcome",
                              "t21"."is_open" AS "is_open",
                              "t21"."undated" AS "undated",
                              "t21"."s_idx" AS "s_idx",
                              "t21"."e_idx" AS "e_idx",
                              "t21"."channel" AS "channel",
                              "t21"."business_scale" AS "business_scale",
                              "t21"."start_month" AS "start_month",
                              "t21"."end_month" AS "end_month",
                              "t21"."gross" AS "gross",
                              "t21"."calendar" AS "calendar",
                              "t21"."paused" AS "paused",
                              "t21"."net" AS "net",
                              "t25"."own" AS "own",
                              "t26"."province_rule" AS "province_rule"
                            FROM (
                              SELECT
                                "t16"."office" AS "office",
                                "t16"."application_no" AS "application_no",
                                "t16"."cal" AS "cal",
                                "t16"."as_of" AS "as_of",
                                "t16"."permit_type" AS "permit_type",
                                "t16"."bundle_no" AS "bundle_no",
                                "t16"."submitted_at" AS "submitted_at",
                                "t16"."received_day" AS "received_day",
                                "t16"."start_day" AS "start_day",
                                "t16"."end_day" AS "end_day",
                                "t16"."issued_day" AS "issued_day",
                                "t16"."last_day" AS "last_day",
                                "t16"."outcome" AS "outcome",
                                "t16"."is_open" AS "is_open",
                                "t16"."undated" AS "undated",
                                "t16"."s_idx" AS "s_idx",
                                "t16"."e_idx" AS "e_idx",
                                "t16"."channel" AS "channel",
                                "t16"."business_scale" AS "business_scale",
                                "t16"."start_month" AS "start_month",
                                "t16"."end_month" AS "end_month",
                                "t16"."gross" AS "gross",
                                "t16"."calendar" AS "calendar",
                                CAST(COALESCE("t16"."paused", 0) AS Nullable(Int32)) AS "paused",
                                CAST("t16"."gross" - CAST(COALESCE("t16"."paused", 0) AS Nullable(Int32)) AS Nullable(Int32)) AS "net"
                              FROM "t15" AS "t16"
                            ) AS "t21"
                            LEFT OUTER JOIN (
                              SELECT
                                "t22"."office" AS "_k0",
                                "t22"."application_no" AS "_k1",
                                "t22"."standard" AS "own"
                              FROM "t20" AS "t22"
                              WHERE
                                "t22"."start_day" >= "t22"."first"
                                AND "t22"."start_day" < "t22"."until"
                                AND "t22"."rank" = 0
                            ) AS "t25"
                              ON "t21"."office" = "t25"."_k0" AND "t21"."application_no" = "t25"."_k1"
                            LEFT OUTER JOIN (
                              SELECT
                                "t22"."office" AS "_k0",
                                "t22"."application_no" AS "_k1",
                                "t22"."standard" AS "province_rule"
                              FROM "t20" AS "t22"
                              WHERE
                                "t22"."start_day" >= "t22"."first"
                                AND "t22"."start_day" < "t22"."until"
                                AND "t22"."rank" = 1
                            ) AS "t26"
                              ON "t21"."office" = "t26"."_k0" AND "t21"."application_no" = "t26"."_k1"
                          ) AS "t27"
                        ) AS "t28"
                      ) AS "t29"
                    ) AS "t32"
                      ON "t5"."office" = "t32"."office" AND "t5"."application_no" = "t32"."application_no"
                  ) AS "t33"
                  WHERE
                    "t33"."p_start" < (
                      "t33"."s_idx" + "t33"."standard" + "t33"."before"
                    )
                ) AS "t34"
                GROUP BY
                  "t34"."office",
                  "t34"."application_no"
              ) AS "t35"
            ) AS "t37"
              ON "t30"."office" = "t37"."_k0" AND "t30"."application_no" = "t37"."_k1"
          ) AS "t38"
        ) AS "t40"
        LEFT OUTER JOIN (
          SELECT
            "t1"."cal" AS "_k0",
            "t1"."idx" AS "_k1",
            "t1"."day" AS "due_on"
          FROM "given_working" AS "t1"
        ) AS "t10"
          ON "t40"."cal" = "t10"."_k0" AND "t40"."due_idx" = "t10"."_k1"
      ) AS "t41"
    ) AS "t43"
    LEFT OUTER JOIN (
      SELECT
        "t0"."office" AS "_k0",
        "t0"."application_no" AS "_k1",
        "t0"."stage" AS "stage"
      FROM "kept_runs" AS "t0"
      WHERE
        "t0"."from_last" = 0
    ) AS "t11"
      ON "t43"."office" = "t11"."_k0" AND "t43"."application_no" = "t11"."_k1"
  ) AS "t44"
) AS "t45"
