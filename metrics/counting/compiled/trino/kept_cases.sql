WITH "t15" AS (
  SELECT
    "t6"."office",
    "t6"."application_no",
    "t6"."cal",
    "t6"."as_of",
    "t6"."permit_type",
    "t6"."bundle_no",
    "t6"."submitted_at",
    "t6"."received_day",
    "t6"."start_day",
    "t6"."end_day",
    "t6"."issued_day",
    "t6"."last_day",
    "t6"."outcome",
    "t6"."is_open",
    "t6"."undated",
    "t6"."s_idx",
    "t6"."e_idx",
    "t6"."channel",
    "t6"."business_scale",
    "t6"."start_month",
    "t6"."end_month",
    "t6"."gross",
    "t6"."calendar",
    "t14"."paused"
  FROM "kept_clocked" AS "t6"
  LEFT OUTER JOIN (
    SELECT
      "t12"."office" AS "_k0",
      "t12"."application_no" AS "_k1",
      "t12"."paused"
    FROM (
      SELECT
        "t2"."office",
        "t2"."application_no",
        SUM("t2"."p_end" - "t2"."p_start") AS "paused"
      FROM "kept_pauses" AS "t2"
      GROUP BY
        1,
        2
    ) AS "t12"
  ) AS "t14"
    ON "t6"."office" = "t14"."_k0" AND "t6"."application_no" = "t14"."_k1"
), "t20" AS (
  SELECT
    "t18"."office",
    "t18"."application_no",
    "t18"."permit_type",
    "t18"."start_day",
    "t7"."rank",
    "t7"."first",
    "t7"."until",
    "t7"."standard"
  FROM (
    SELECT
      "t16"."office",
      "t16"."application_no",
      "t16"."permit_type",
      "t16"."start_day"
    FROM "t15" AS "t16"
  ) AS "t18"
  INNER JOIN "given_standard" AS "t7"
    ON "t18"."office" = "t7"."office" AND "t18"."permit_type" = "t7"."permit_type"
)
SELECT
  "t45"."office",
  "t45"."application_no",
  "t45"."cal",
  "t45"."as_of",
  "t45"."permit_type",
  "t45"."bundle_no",
  "t45"."submitted_at",
  "t45"."received_day",
  "t45"."start_day",
  "t45"."end_day",
  "t45"."issued_day",
  "t45"."last_day",
  "t45"."outcome",
  "t45"."is_open",
  "t45"."undated",
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
  "t45"."due_idx",
  "t45"."due_day",
  "t45"."stage"
FROM (
  SELECT
    "t44"."office",
    "t44"."application_no",
    "t44"."cal",
    "t44"."as_of",
    "t44"."permit_type",
    "t44"."bundle_no",
    "t44"."submitted_at",
    "t44"."received_day",
    "t44"."start_day",
    "t44"."end_day",
    "t44"."issued_day",
    "t44"."last_day",
    "t44"."outcome",
    "t44"."is_open",
    "t44"."undated",
    "t44"."s_idx",
    "t44"."e_idx",
    "t44"."channel",
    "t44"."business_scale",
    "t44"."start_month",
    "t44"."end_month",
    "t44"."gross",
    "t44"."calendar",
    "t44"."paused",
    "t44"."net",
    "t44"."standard",
    "t44"."moved",
    "t44"."due_idx",
    "t44"."due_on",
    "t44"."due_day",
    COALESCE("t44"."stage", '') AS "stage"
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
      "t43"."start_day",
      "t43"."end_day",
      "t43"."issued_day",
      "t43"."last_day",
      "t43"."outcome",
      "t43"."is_open",
      "t43"."undated",
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
      "t43"."due_idx",
      "t43"."due_on",
      "t43"."due_day",
      "t11"."stage"
    FROM (
      SELECT
        "t41"."office",
        "t41"."application_no",
        "t41"."cal",
        "t41"."as_of",
        "t41"."permit_type",
        "t41"."bundle_no",
        "t41"."submitted_at",
        "t41"."received_day",
        "t41"."start_day",
        "t41"."end_day",
        "t41"."issued_day",
        "t41"."last_day",
        "t41"."outcome",
        "t41"."is_open",
        "t41"."undated",
        "t41"."s_idx",
        "t41"."e_idx",
        "t41"."channel",
        "t41"."business_scale",
        "t41"."start_month",
        "t41"."end_month",
        "t41"."gross",
        "t41"."calendar",
        "t41"."paused",
        "t41"."net",
        "t41"."standard",
        "t41"."moved",
        "t41"."due_idx",
        "t41"."due_on",
        IF("t41"."due_on" < "t41"."start_day", "t41"."start_day", "t41"."due_on") AS "due_day"
      FROM (
        SELECT
          "t40"."office",
          "t40"."application_no",
          "t40"."cal",
          "t40"."as_of",
          "t40"."permit_type",
          "t40"."bundle_no",
          "t40"."submitted_at",
          "t40"."received_day",
          "t40"."start_day",
          "t40"."end_day",
          "t40"."issued_day",
          "t40"."last_day",
          "t40"."outcome",
          "t40"."is_open",
          "t40"."undated",
          "t40"."s_idx",
          "t40"."e_idx",
          "t40"."channel",
          "t40"."business_scale",
          "t40"."start_month",
          "t40"."end_month",
          "t40"."gross",
          "t40"."calendar",
          "t40"."paused",
          "t40"."net",
          "t40"."standard",
          "t40"."moved",
          "t40"."due_idx",
          "t10"."due_on"
        FROM (
          SELECT
            "t38"."office",
            "t38"."application_no",
            "t38"."cal",
            "t38"."as_of",
            "t38"."permit_type",
            "t38"."bundle_no",
            "t38"."submitted_at",
            "t38"."received_day",
            "t38"."start_day",
            "t38"."end_day",
            "t38"."issued_day",
            "t38"."last_day",
            "t38"."outcome",
            "t38"."is_open",
            "t38"."undated",
            "t38"."s_idx",
            "t38"."e_idx",
            "t38"."channel",
            "t38"."business_scale",
            "t38"."start_month",
            "t38"."end_month",
            "t38"."gross",
            "t38"."calendar",
            "t38"."paused",
            "t38"."net",
            "t38"."standard",
            "t38"."moved",
            CAST("t38"."s_idx" + "t38"."standard" + COALESCE("t38"."moved", 0) AS INTEGER) AS "due_idx"
          FROM (
            SELECT
              "t30"."office",
              "t30"."application_no",
              "t30"."cal",
              "t30"."as_of",
              "t30"."permit_type",
              "t30"."bundle_no",
              "t30"."submitted_at",
              "t30"."received_day",
              "t30"."start_day",
              "t30"."end_day",
              "t30"."issued_day",
              "t30"."last_day",
              "t30"."outcome",
              "t30"."is_open",
              "t30"."undated",
              "t30"."s_idx",
              "t30"."e_idx",
              "t30"."channel",
              "t30"."business_scale",
              "t30"."start_month",
              "t30"."end_month",
              "t30"."gross",
              "t30"."calendar",
              "t30"."paused",
              "t30"."net",
              "t30"."standard",
              "t37"."moved"
            FROM (
              SELECT
                "t28"."office",
                "t28"."application_no",
                "t28"."cal",
                "t28"."as_of",
                "t28"."permit_type",
                "t28"."bundle_no",
                "t28"."submitted_at",
                "t28"."received_day",
                "t28"."start_day",
                "t28"."end_day",
                "t28"."issued_day",
                "t28"."last_day",
                "t28"."outcome",
                "t28"."is_open",
                "t28"."undated",
                "t28"."s_idx",
                "t28"."e_idx",
                "t28"."channel",
                "t28"."business_scale",
                "t28"."start_month",
                "t28"."end_month",
                "t28"."gross",
                "t28"."calendar",
                "t28"."paused",
                "t28"."net",
                "t28"."standard"
              FROM (
                SELECT
                  "t27"."office",
                  "t27"."application_no",
                  "t27"."cal",
                  "t27"."as_of",
                  "t27"."permit_type",
                  "t27"."bundle_no",
                  "t27"."submitted_at",
                  "t27"."received_day",
                  "t27"."start_day",
                  "t27"."end_day",
                  "t27"."issued_day",
                  "t27"."last_day",
                  "t27"."outcome",
                  "t27"."is_open",
                  "t27"."undated",
                  "t27"."s_idx",
                  "t27"."e_idx",
                  "t27"."channel",
                  "t27"."business_scale",
                  "t27"."start_month",
                  "t27"."end_month",
                  "t27"."gross",
                  "t27"."calendar",
                  "t27"."paused",
                  "t27"."net",
                  "t27"."own",
                  "t27"."province_rule",
                  COALESCE("t27"."own", "t27"."province_rule") AS "standard"
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
                    "t21"."start_day",
                    "t21"."end_day",
                    "t21"."issued_day",
                    "t21"."last_day",
                    "t21"."outcome",
                    "t21"."is_open",
                    "t21"."undated",
                    "t21"."s_idx",
                    "t21"."e_idx",
                    "t21"."channel",
                    "t21"."business_scale",
                    "t21"."start_month",
                    "t21"."end_month",
                    "t21"."gross",
                    "t21"."calendar",
                    "t21"."paused",
                    "t21"."net",
                    "t25"."own",
                    "t26"."province_rule"
                  FROM (
                    SELECT
                      "t16"."office",
                      "t16"."application_no",
                      "t16"."cal",
                      "t16"."as_of",
                      "t16"."permit_type",
                      "t16"."bundle_no",
                      "t16"."submitted_at",
                      "t16"."received_day",
                      "t16"."start_day",
                      "t16"."end_day",
                      "t16"."issued_day",
                      "t16"."last_day",
                      "t16"."outcome",
                      "t16"."is_open",
                      "t16"."undated",
                      "t16"."s_idx",
                      "t16"."e_idx",
                      "t16"."channel",
                      "t16"."business_scale",
                      "t16"."start_month",
                      "t16"."end_month",
                      "t16"."gross",
                      "t16"."calendar",
                      CAST(COALESCE("t16"."paused", 0) AS INTEGER) AS "paused",
                      CAST("t16"."gross" - CAST(COALESCE("t16"."paused", 0) AS INTEGER) AS INTEGER) AS "net"
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
                "t35"."moved"
              FROM (
                SELECT
                  "t34"."office",
                  "t34"."application_no",
                  SUM("t34"."p_end" - "t34"."p_start") AS "moved"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t5"."office",
                      "t5"."application_no",
                      "t5"."p_start",
                      "t5"."p_end",
                      "t5"."before",
                      "t32"."s_idx",
                      "t32"."standard"
                    FROM "kept_pauses" AS "t5"
                    INNER JOIN (
                      SELECT
                        "t29"."office",
                        "t29"."application_no",
                        "t29"."s_idx",
                        "t29"."standard"
                      FROM (
                        SELECT
                          "t28"."office",
                          "t28"."application_no",
                          "t28"."cal",
                          "t28"."as_of",
                          "t28"."permit_type",
                          "t28"."bundle_no",
                          "t28"."submitted_at",
                          "t28"."received_day",
                          "t28"."start_day",
                          "t28"."end_day",
                          "t28"."issued_day",
                          "t28"."last_day",
                          "t28"."outcome",
                          "t28"."is_open",
                          "t28"."undated",
                          "t28"."s_idx",
                          "t28"."e_idx",
                          "t28"."channel",
                          "t28"."business_scale",
                          "t28"."start_month",
                          "t28"."end_month",
                          "t28"."gross",
                          "t28"."calendar",
                          "t28"."paused",
                          "t28"."net",
                          "t28"."standard"
                        FROM (
                          SELECT
                            "t27"."office",
                            "t27"."application_no",
                            "t27"."cal",
                            "t27"."as_of",
                            "t27"."permit_type",
                            "t27"."bundle_no",
                            "t27"."submitted_at",
                            "t27"."received_day",
                            "t27"."start_day",
                            "t27"."end_day",
                            "t27"."issued_day",
                            "t27"."last_day",
                            "t27"."outcome",
                            "t27"."is_open",
                            "t27"."undated",
                            "t27"."s_idx",
                            "t27"."e_idx",
                            "t27"."channel",
                            "t27"."business_scale",
                            "t27"."start_month",
                            "t27"."end_month",
                            "t27"."gross",
                            "t27"."calendar",
                            "t27"."paused",
                            "t27"."net",
                            "t27"."own",
                            "t27"."province_rule",
                            COALESCE("t27"."own", "t27"."province_rule") AS "standard"
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
                              "t21"."start_day",
                              "t21"."end_day",
                              "t21"."issued_day",
                              "t21"."last_day",
                              "t21"."outcome",
                              "t21"."is_open",
                              "t21"."undated",
                              "t21"."s_idx",
                              "t21"."e_idx",
                              "t21"."channel",
                              "t21"."business_scale",
                              "t21"."start_month",
                              "t21"."end_month",
                              "t21"."gross",
                              "t21"."calendar",
                              "t21"."paused",
                              "t21"."net",
                              "t25"."own",
                              "t26"."province_rule"
                            FROM (
                              SELECT
                                "t16"."office",
                                "t16"."application_no",
                                "t16"."cal",
                                "t16"."as_of",
                                "t16"."permit_type",
                                "t16"."bundle_no",
                                "t16"."submitted_at",
                                "t16"."received_day",
                                "t16"."start_day",
                                "t16"."end_day",
                                "t16"."issued_day",
                                "t16"."last_day",
                                "t16"."outcome",
                                "t16"."is_open",
                                "t16"."undated",
                                "t16"."s_idx",
                                "t16"."e_idx",
                                "t16"."channel",
                                "t16"."business_scale",
                                "t16"."start_month",
                                "t16"."end_month",
                                "t16"."gross",
                                "t16"."calendar",
                                CAST(COALESCE("t16"."paused", 0) AS INTEGER) AS "paused",
                                CAST("t16"."gross" - CAST(COALESCE("t16"."paused", 0) AS INTEGER) AS INTEGER) AS "net"
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
                  1,
                  2
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
        "t0"."stage"
      FROM "kept_runs" AS "t0"
      WHERE
        "t0"."from_last" = 0
    ) AS "t11"
      ON "t43"."office" = "t11"."_k0" AND "t43"."application_no" = "t11"."_k1"
  ) AS "t44"
) AS "t45"
