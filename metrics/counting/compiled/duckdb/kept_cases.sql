WITH "t20" AS (
  SELECT
    "t7"."office",
    "t7"."application_no",
    "t7"."cal",
    "t7"."as_of",
    "t7"."permit_type",
    "t7"."bundle_no",
    "t7"."submitted_at",
    "t7"."received_day",
    "t7"."complete_day",
    "t7"."start_day",
    "t7"."end_day",
    "t7"."issued_day",
    "t7"."last_day",
    "t7"."outcome",
    "t7"."is_open",
    "t7"."undated",
    "t7"."decision",
    "t7"."s_idx",
    "t7"."e_idx",
    "t7"."channel",
    "t7"."business_scale",
    "t7"."start_month",
    "t7"."end_month",
    "t7"."gross",
    "t7"."calendar",
    "t19"."paused"
  FROM "kept_clocked" AS "t7"
  LEFT OUTER JOIN (
    SELECT
      "t17"."office" AS "_k0",
      "t17"."application_no" AS "_k1",
      "t17"."paused"
    FROM (
      SELECT
        "t3"."office",
        "t3"."application_no",
        SUM("t3"."p_end" - "t3"."p_start") AS "paused"
      FROM "kept_pauses" AS "t3"
      GROUP BY
        1,
        2
    ) AS "t17"
  ) AS "t19"
    ON "t7"."office" = "t19"."_k0" AND "t7"."application_no" = "t19"."_k1"
), "t25" AS (
  SELECT
    "t23"."office",
    "t23"."application_no",
    "t23"."permit_type",
    "t23"."start_day",
    "t8"."rank",
    "t8"."first",
    "t8"."until",
    "t8"."standard"
  FROM (
    SELECT
      "t21"."office",
      "t21"."application_no",
      "t21"."permit_type",
      "t21"."start_day"
    FROM "t20" AS "t21"
  ) AS "t23"
  INNER JOIN "given_standard" AS "t8"
    ON "t23"."office" = "t8"."office" AND "t23"."permit_type" = "t8"."permit_type"
)
SELECT
  "t58".*
  EXCLUDE ("_last", "_lies", "_overdue", "_soon", "complete_day")
FROM (
  SELECT
    "t57"."office",
    "t57"."application_no",
    "t57"."cal",
    "t57"."as_of",
    "t57"."permit_type",
    "t57"."bundle_no",
    "t57"."submitted_at",
    "t57"."received_day",
    "t57"."complete_day",
    "t57"."start_day",
    "t57"."end_day",
    "t57"."issued_day",
    "t57"."last_day",
    "t57"."outcome",
    "t57"."is_open",
    "t57"."undated",
    "t57"."decision",
    "t57"."s_idx",
    "t57"."e_idx",
    "t57"."channel",
    "t57"."business_scale",
    "t57"."start_month",
    "t57"."end_month",
    "t57"."gross",
    "t57"."calendar",
    "t57"."paused",
    "t57"."net",
    "t57"."standard",
    "t57"."due_idx",
    "t57"."due_day",
    "t57"."met",
    "t57"."met_gross",
    "t57"."_last",
    "t57"."_lies",
    "t57"."_overdue",
    "t57"."_soon",
    COALESCE(COALESCE("t57"."_lies", "t57"."_last"), '') AS "stage",
    COALESCE("t57"."_overdue", 0) AS "overdue",
    COALESCE("t57"."_soon", 0) AS "due_soon"
  FROM (
    SELECT
      "t56"."office",
      "t56"."application_no",
      "t56"."cal",
      "t56"."as_of",
      "t56"."permit_type",
      "t56"."bundle_no",
      "t56"."submitted_at",
      "t56"."received_day",
      "t56"."complete_day",
      "t56"."start_day",
      "t56"."end_day",
      "t56"."issued_day",
      "t56"."last_day",
      "t56"."outcome",
      "t56"."is_open",
      "t56"."undated",
      "t56"."decision",
      "t56"."s_idx",
      "t56"."e_idx",
      "t56"."channel",
      "t56"."business_scale",
      "t56"."start_month",
      "t56"."end_month",
      "t56"."gross",
      "t56"."calendar",
      "t56"."paused",
      "t56"."net",
      "t56"."standard",
      "t56"."due_idx",
      "t56"."due_day",
      "t56"."met",
      "t56"."met_gross",
      "t13"."_last",
      "t14"."_lies",
      "t14"."_overdue",
      "t14"."_soon"
    FROM (
      SELECT
        "t54".*
        EXCLUDE ("plain_due_day")
      FROM (
        SELECT
          "t53"."office",
          "t53"."application_no",
          "t53"."cal",
          "t53"."as_of",
          "t53"."permit_type",
          "t53"."bundle_no",
          "t53"."submitted_at",
          "t53"."received_day",
          "t53"."complete_day",
          "t53"."start_day",
          "t53"."end_day",
          "t53"."issued_day",
          "t53"."last_day",
          "t53"."outcome",
          "t53"."is_open",
          "t53"."undated",
          "t53"."decision",
          "t53"."s_idx",
          "t53"."e_idx",
          "t53"."channel",
          "t53"."business_scale",
          "t53"."start_month",
          "t53"."end_month",
          "t53"."gross",
          "t53"."calendar",
          "t53"."paused",
          "t53"."net",
          "t53"."standard",
          "t53"."due_idx",
          "t53"."due_day",
          "t53"."plain_due_day",
          CASE
            WHEN (
              "t53"."due_day" IS NULL
            )
            OR "t53"."undated"
            OR (
              "t53"."due_day" > "t53"."as_of"
            )
            THEN CAST(NULL AS INT)
            WHEN (
              "t53"."end_day" <= "t53"."due_day"
            )
            AND COALESCE("t53"."outcome" = 'withdrawn', FALSE)
            THEN CAST(NULL AS INT)
            WHEN "t53"."end_day" <= "t53"."due_day"
            THEN 1
            WHEN (
              "t53"."end_day" IS NOT NULL
            ) OR (
              "t53"."due_day" < "t53"."as_of"
            )
            THEN 0
            ELSE CAST(NULL AS INT)
          END AS "met",
          CASE
            WHEN CASE
              WHEN (
                "t53"."due_day" IS NULL
              )
              OR "t53"."undated"
              OR (
                "t53"."due_day" > "t53"."as_of"
              )
              THEN CAST(NULL AS INT)
              WHEN (
                "t53"."end_day" <= "t53"."due_day"
              )
              AND COALESCE("t53"."outcome" = 'withdrawn', FALSE)
              THEN CAST(NULL AS INT)
              WHEN "t53"."end_day" <= "t53"."due_day"
              THEN 1
              WHEN (
                "t53"."end_day" IS NOT NULL
              ) OR (
                "t53"."due_day" < "t53"."as_of"
              )
              THEN 0
              ELSE CAST(NULL AS INT)
            END IS NULL
            THEN CAST(NULL AS INT)
            ELSE CAST(COALESCE("t53"."end_day" <= "t53"."plain_due_day", FALSE) AS INT)
          END AS "met_gross"
        FROM (
          SELECT
            "t52".*
            EXCLUDE ("plain_idx", "plain_on")
          FROM (
            SELECT
              "t51"."office",
              "t51"."application_no",
              "t51"."cal",
              "t51"."as_of",
              "t51"."permit_type",
              "t51"."bundle_no",
              "t51"."submitted_at",
              "t51"."received_day",
              "t51"."complete_day",
              "t51"."start_day",
              "t51"."end_day",
              "t51"."issued_day",
              "t51"."last_day",
              "t51"."outcome",
              "t51"."is_open",
              "t51"."undated",
              "t51"."decision",
              "t51"."s_idx",
              "t51"."e_idx",
              "t51"."channel",
              "t51"."business_scale",
              "t51"."start_month",
              "t51"."end_month",
              "t51"."gross",
              "t51"."calendar",
              "t51"."paused",
              "t51"."net",
              "t51"."standard",
              "t51"."due_idx",
              "t51"."due_day",
              "t51"."plain_idx",
              "t51"."plain_on",
              CASE
                WHEN "t51"."plain_on" < "t51"."start_day"
                THEN "t51"."start_day"
                ELSE "t51"."plain_on"
              END AS "plain_due_day"
            FROM (
              SELECT
                "t50"."office",
                "t50"."application_no",
                "t50"."cal",
                "t50"."as_of",
                "t50"."permit_type",
                "t50"."bundle_no",
                "t50"."submitted_at",
                "t50"."received_day",
                "t50"."complete_day",
                "t50"."start_day",
                "t50"."end_day",
                "t50"."issued_day",
                "t50"."last_day",
                "t50"."outcome",
                "t50"."is_open",
                "t50"."undated",
                "t50"."decision",
                "t50"."s_idx",
                "t50"."e_idx",
                "t50"."channel",
                "t50"."business_scale",
                "t50"."start_month",
                "t50"."end_month",
                "t50"."gross",
                "t50"."calendar",
                "t50"."paused",
                "t50"."net",
                "t50"."standard",
                "t50"."due_idx",
                "t50"."due_day",
                "t50"."plain_idx",
                "t15"."plain_on"
              FROM (
                SELECT
                  "t48"."office",
                  "t48"."application_no",
                  "t48"."cal",
                  "t48"."as_of",
                  "t48"."permit_type",
                  "t48"."bundle_no",
                  "t48"."submitted_at",
                  "t48"."received_day",
                  "t48"."complete_day",
                  "t48"."start_day",
                  "t48"."end_day",
                  "t48"."issued_day",
                  "t48"."last_day",
                  "t48"."outcome",
                  "t48"."is_open",
                  "t48"."undated",
                  "t48"."decision",
                  "t48"."s_idx",
                  "t48"."e_idx",
                  "t48"."channel",
                  "t48"."business_scale",
                  "t48"."start_month",
                  "t48"."end_month",
                  "t48"."gross",
                  "t48"."calendar",
                  "t48"."paused",
                  "t48"."net",
                  "t48"."standard",
                  "t48"."due_idx",
                  "t48"."due_day",
                  CAST("t48"."s_idx" + "t48"."standard" AS INT) AS "plain_idx"
                FROM (
                  SELECT
                    "t47".*
                    EXCLUDE ("due_on", "moved")
                  FROM (
                    SELECT
                      "t46"."office",
                      "t46"."application_no",
                      "t46"."cal",
                      "t46"."as_of",
                      "t46"."permit_type",
                      "t46"."bundle_no",
                      "t46"."submitted_at",
                      "t46"."received_day",
                      "t46"."complete_day",
                      "t46"."start_day",
                      "t46"."end_day",
                      "t46"."issued_day",
                      "t46"."last_day",
                      "t46"."outcome",
                      "t46"."is_open",
                      "t46"."undated",
                      "t46"."decision",
                      "t46"."s_idx",
                      "t46"."e_idx",
                      "t46"."channel",
                      "t46"."business_scale",
                      "t46"."start_month",
                      "t46"."end_month",
                      "t46"."gross",
                      "t46"."calendar",
                      "t46"."paused",
                      "t46"."net",
                      "t46"."standard",
                      "t46"."moved",
                      "t46"."due_idx",
                      "t46"."due_on",
                      CASE
                        WHEN "t46"."due_on" < "t46"."start_day"
                        THEN "t46"."start_day"
                        ELSE "t46"."due_on"
                      END AS "due_day"
                    FROM (
                      SELECT
                        "t45"."office",
                        "t45"."application_no",
                        "t45"."cal",
                        "t45"."as_of",
                        "t45"."permit_type",
                        "t45"."bundle_no",
                        "t45"."submitted_at",
                        "t45"."received_day",
                        "t45"."complete_day",
                        "t45"."start_day",
                        "t45"."end_day",
                        "t45"."issued_day",
                        "t45"."last_day",
                        "t45"."outcome",
                        "t45"."is_open",
                        "t45"."undated",
                        "t45"."decision",
                        "t45"."s_idx",
                        "t45"."e_idx",
                        "t45"."channel",
                        "t45"."business_scale",
                        "t45"."start_month",
                        "t45"."end_month",
                        "t45"."gross",
                        "t45"."calendar",
                        "t45"."paused",
                        "t45"."net",
                        "t45"."standard",
                        "t45"."moved",
                        "t45"."due_idx",
                        "t16"."due_on"
                      FROM (
                        SELECT
                          "t43"."office",
                          "t43"."application_no",
                          "t43"."cal",
                          "t43"."as_of",
                          "t43"."permit_type",
                          "t43"."bundle_no",
                          "t43"."submitted_at",
                          "t43"."received_day",
                          "t43"."complete_day",
                          "t43"."start_day",
                          "t43"."end_day",
                          "t43"."issued_day",
                          "t43"."last_day",
                          "t43"."outcome",
                          "t43"."is_open",
                          "t43"."undated",
                          "t43"."decision",
                          "t43"."s_idx",
                          "t43"."e_idx",
                          "t43"."channel",
                          "t43"."business_scale",
                          "t43"."start_month",
                          "t43"."end_month",
                          "t43"."gross",
                          "t43"."calendar",
                          "t43"."paused",
                          "t43"."net",
                          "t43"."standard",
                          "t43"."moved",
                          CAST("t43"."s_idx" + "t43"."standard" + COALESCE("t43"."moved", 0) AS INT) AS "due_idx"
                        FROM (
                          SELECT
                            "t35"."office",
                            "t35"."application_no",
                            "t35"."cal",
                            "t35"."as_of",
                            "t35"."permit_type",
                            "t35"."bundle_no",
                            "t35"."submitted_at",
                            "t35"."received_day",
                            "t35"."complete_day",
                            "t35"."start_day",
                            "t35"."end_day",
                            "t35"."issued_day",
                            "t35"."last_day",
                            "t35"."outcome",
                            "t35"."is_open",
                            "t35"."undated",
                            "t35"."decision",
                            "t35"."s_idx",
                            "t35"."e_idx",
                            "t35"."channel",
                            "t35"."business_scale",
                            "t35"."start_month",
                            "t35"."end_month",
                            "t35"."gross",
                            "t35"."calendar",
                            "t35"."paused",
                            "t35"."net",
                            "t35"."standard",
                            "t42"."moved"
                          FROM (
                            SELECT
                              "t33".*
                              EXCLUDE ("own", "province_rule")
                            FROM (
                              SELECT
                                "t32"."office",
                                "t32"."application_no",
                                "t32"."cal",
                                "t32"."as_of",
                                "t32"."permit_type",
                                "t32"."bundle_no",
                                "t32"."submitted_at",
                                "t32"."received_day",
                                "t32"."complete_day",
                                "t32"."start_day",
                                "t32"."end_day",
                                "t32"."issued_day",
                                "t32"."last_day",
                                "t32"."outcome",
                                "t32"."is_open",
                                "t32"."undated",
                                "t32"."decision",
                                "t32"."s_idx",
                                "t32"."e_idx",
                                "t32"."channel",
                                "t32"."business_scale",
                                "t32"."start_month",
                                "t32"."end_month",
                                "t32"."gross",
                                "t32"."calendar",
                                "t32"."paused",
                                "t32"."net",
                                "t32"."own",
                                "t32"."province_rule",
                                COALESCE("t32"."own", "t32"."province_rule") AS "standard"
                              FROM (
                                SELECT
                                  "t26"."office",
                                  "t26"."application_no",
                                  "t26"."cal",
                                  "t26"."as_of",
                                  "t26"."permit_type",
                                  "t26"."bundle_no",
                                  "t26"."submitted_at",
                                  "t26"."received_day",
                                  "t26"."complete_day",
                                  "t26"."start_day",
                                  "t26"."end_day",
                                  "t26"."issued_day",
                                  "t26"."last_day",
                                  "t26"."outcome",
                                  "t26"."is_open",
                                  "t26"."undated",
                                  "t26"."decision",
                                  "t26"."s_idx",
                                  "t26"."e_idx",
                                  "t26"."channel",
                                  "t26"."business_scale",
                                  "t26"."start_month",
                                  "t26"."end_month",
                                  "t26"."gross",
                                  "t26"."calendar",
                                  "t26"."paused",
                                  "t26"."net",
                                  "t30"."own",
                                  "t31"."province_rule"
                                FROM (
                                  SELECT
                                    "t21"."office",
                                    "t21"."application_no",
                                    "t21"."cal",
                                    "t21"."as_of",
                                    "t21"."permit_type",
                                    "t21"."bundle_no",
                                    "t21"."submitted_at",
                                    "t21"."received_day",
                                    "t21"."complete_day",
                                    "t21"."start_day",
                                    "t21"."end_day",
                                    "t21"."issued_day",
                                    "t21"."last_day",
                                    "t21"."outcome",
                                    "t21"."is_open",
                                    "t21"."undated",
                                    "t21"."decision",
                                    "t21"."s_idx",
                                    "t21"."e_idx",
                                    "t21"."channel",
                                    "t21"."business_scale",
                                    "t21"."start_month",
                                    "t21"."end_month",
                                    "t21"."gross",
                                    "t21"."calendar",
                                    CAST(COALESCE("t21"."paused", 0) AS INT) AS "paused",
                                    CAST("t21"."gross" - CAST(COALESCE("t21"."paused", 0) AS INT) AS INT) AS "net"
                                  FROM "t20" AS "t21"
                                ) AS "t26"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t27"."office" AS "_k0",
                                    "t27"."application_no" AS "_k1",
                                    "t27"."standard" AS "own"
                                  FROM "t25" AS "t27"
                                  WHERE
                                    "t27"."start_day" >= "t27"."first"
                                    AND "t27"."start_day" < "t27"."until"
                                    AND "t27"."rank" = 0
                                ) AS "t30"
                                  ON "t26"."office" = "t30"."_k0" AND "t26"."application_no" = "t30"."_k1"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t27"."office" AS "_k0",
                                    "t27"."application_no" AS "_k1",
                                    "t27"."standard" AS "province_rule"
                                  FROM "t25" AS "t27"
                                  WHERE
                                    "t27"."start_day" >= "t27"."first"
                                    AND "t27"."start_day" < "t27"."until"
                                    AND "t27"."rank" = 1
                                ) AS "t31"
                                  ON "t26"."office" = "t31"."_k0" AND "t26"."application_no" = "t31"."_k1"
                              ) AS "t32"
                            ) AS "t33"
                          ) AS "t35"
                          LEFT OUTER JOIN (
                            SELECT
                              "t40"."office" AS "_k0",
                              "t40"."application_no" AS "_k1",
                              "t40"."moved"
                            FROM (
                              SELECT
                                "t39"."office",
                                "t39"."application_no",
                                SUM("t39"."p_end" - "t39"."p_start") AS "moved"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t6"."office",
                                    "t6"."application_no",
                                    "t6"."p_start",
                                    "t6"."p_end",
                                    "t6"."begun_day",
                                    "t6"."before",
                                    "t37"."s_idx",
                                    "t37"."standard"
                                  FROM "kept_pauses" AS "t6"
                                  INNER JOIN (
                                    SELECT
                                      "t34"."office",
                                      "t34"."application_no",
                                      "t34"."s_idx",
                                      "t34"."standard"
                                    FROM (
                                      SELECT
                                        "t33".*
                                        EXCLUDE ("own", "province_rule")
                                      FROM (
                                        SELECT
                                          "t32"."office",
                                          "t32"."application_no",
                                          "t32"."cal",
                                          "t32"."as_of",
                                          "t32"."permit_type",
                                          "t32"."bundle_no",
                                          "t32"."submitted_at",
                                          "t32"."received_day",
                                          "t32"."complete_day",
                                          "t32"."start_day",
                                          "t32"."end_day",
                                          "t32"."issued_day",
                                          "t32"."last_day",
                                          "t32"."outcome",
                                          "t32"."is_open",
                                          "t32"."undated",
                                          "t32"."decision",
                                          "t32"."s_idx",
                                          "t32"."e_idx",
                                          "t32"."channel",
                                          "t32"."business_scale",
                                          "t32"."start_month",
                                          "t32"."end_month",
                                          "t32"."gross",
                                          "t32"."calendar",
                                          "t32"."paused",
                                          "t32"."net",
                                          "t32"."own",
                                          "t32"."province_rule",
                                          COALESCE("t32"."own", "t32"."province_rule") AS "standard"
                                        FROM (
                                          SELECT
                                            "t26"."office",
                                            "t26"."application_no",
                                            "t26"."cal",
                                            "t26"."as_of",
                                            "t26"."permit_type",
                                            "t26"."bundle_no",
                                            "t26"."submitted_at",
                                            "t26"."received_day",
                                            "t26"."complete_day",
                                            "t26"."start_day",
                                            "t26"."end_day",
                                            "t26"."issued_day",
                                            "t26"."last_day",
                                            "t26"."outcome",
                                            "t26"."is_open",
                                            "t26"."undated",
                                            "t26"."decision",
                                            "t26"."s_idx",
                                            "t26"."e_idx",
                                            "t26"."channel",
                                            "t26"."business_scale",
                                            "t26"."start_month",
                                            "t26"."end_month",
                                            "t26"."gross",
                                            "t26"."calendar",
                                            "t26"."paused",
                                            "t26"."net",
                                            "t30"."own",
                                            "t31"."province_rule"
                                          FROM (
                                            SELECT
                                              "t21"."office",
                                              "t21"."application_no",
                                              "t21"."cal",
                                              "t21"."as_of",
                                              "t21"."permit_type",
                                              "t21"."bundle_no",
                                              "t21"."submitted_at",
                                              "t21"."received_day",
                                              "t21"."complete_day",
                                              "t21"."start_day",
                                              "t21"."end_day",
                                              "t21"."issued_day",
                                              "t21"."last_day",
                                              "t21"."outcome",
                                              "t21"."is_open",
                                              "t21"."undated",
                                              "t21"."decision",
                                              "t21"."s_idx",
                                              "t21"."e_idx",
                                              "t21"."channel",
                                              "t21"."business_scale",
                                              "t21"."start_month",
                                              "t21"."end_month",
                                              "t21"."gross",
                                              "t21"."calendar",
                                              CAST(COALESCE("t21"."paused", 0) AS INT) AS "paused",
                                              CAST("t21"."gross" - CAST(COALESCE("t21"."paused", 0) AS INT) AS INT) AS "net"
                                            FROM "t20" AS "t21"
                                          ) AS "t26"
                                          LEFT OUTER JOIN (
                                            SELECT
                                              "t27"."office" AS "_k0",
                                              "t27"."application_no" AS "_k1",
                                              "t27"."standard" AS "own"
                                            FROM "t25" AS "t27"
                                            WHERE
                                              "t27"."start_day" >= "t27"."first"
                                              AND "t27"."start_day" < "t27"."until"
                                              AND "t27"."rank" = 0
                                          ) AS "t30"
                                            ON "t26"."office" = "t30"."_k0" AND "t26"."application_no" = "t30"."_k1"
                                          LEFT OUTER JOIN (
                                            SELECT
                                              "t27"."office" AS "_k0",
                                              "t27"."application_no" AS "_k1",
                                              "t27"."standard" AS "province_rule"
                                            FROM "t25" AS "t27"
                                            WHERE
                                              "t27"."start_day" >= "t27"."first"
                                              AND "t27"."start_day" < "t27"."until"
                                              AND "t27"."rank" = 1
                                          ) AS "t31"
                                            ON "t26"."office" = "t31"."_k0" AND "t26"."application_no" = "t31"."_k1"
                                        ) AS "t32"
                                      ) AS "t33"
                                    ) AS "t34"
                                  ) AS "t37"
                                    ON "t6"."office" = "t37"."office" AND "t6"."application_no" = "t37"."application_no"
                                ) AS "t38"
                                WHERE
                                  "t38"."p_start" < (
                                    "t38"."s_idx" + "t38"."standard" + "t38"."before"
                                  )
                              ) AS "t39"
                              GROUP BY
                                1,
                                2
                            ) AS "t40"
                          ) AS "t42"
                            ON "t35"."office" = "t42"."_k0" AND "t35"."application_no" = "t42"."_k1"
                        ) AS "t43"
                      ) AS "t45"
                      LEFT OUTER JOIN (
                        SELECT
                          "t2"."cal" AS "_k0",
                          "t2"."idx" AS "_k1",
                          "t2"."day" AS "due_on"
                        FROM "given_working" AS "t2"
                      ) AS "t16"
                        ON "t45"."cal" = "t16"."_k0" AND "t45"."due_idx" = "t16"."_k1"
                    ) AS "t46"
                  ) AS "t47"
                ) AS "t48"
              ) AS "t50"
              LEFT OUTER JOIN (
                SELECT
                  "t2"."cal" AS "_k0",
                  "t2"."idx" AS "_k1",
                  "t2"."day" AS "plain_on"
                FROM "given_working" AS "t2"
              ) AS "t15"
                ON "t50"."cal" = "t15"."_k0" AND "t50"."plain_idx" = "t15"."_k1"
            ) AS "t51"
          ) AS "t52"
        ) AS "t53"
      ) AS "t54"
    ) AS "t56"
    LEFT OUTER JOIN (
      SELECT
        "t0"."office" AS "_k0",
        "t0"."application_no" AS "_k1",
        "t0"."stage" AS "_last"
      FROM "kept_runs" AS "t0"
      WHERE
        "t0"."last"
    ) AS "t13"
      ON "t56"."office" = "t13"."_k0" AND "t56"."application_no" = "t13"."_k1"
    LEFT OUTER JOIN (
      SELECT
        "t1"."office" AS "_k0",
        "t1"."application_no" AS "_k1",
        "t1"."snap" AS "_k2",
        "t1"."stage" AS "_lies",
        "t1"."overdue" AS "_overdue",
        "t1"."due_soon" AS "_soon"
      FROM "kept_standing" AS "t1"
    ) AS "t14"
      ON "t56"."office" = "t14"."_k0"
      AND "t56"."application_no" = "t14"."_k1"
      AND "t56"."as_of" = "t14"."_k2"
  ) AS "t57"
) AS "t58"
