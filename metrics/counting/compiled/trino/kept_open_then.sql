WITH "t26" AS (
  SELECT
    "t25"."office",
    "t25"."application_no",
    "t25"."month",
    "t25"."permit_type",
    "t25"."start_day",
    "t4"."rank",
    "t4"."first",
    "t4"."until",
    "t4"."standard"
  FROM (
    SELECT
      "t22"."office",
      "t22"."application_no",
      "t22"."month",
      "t22"."permit_type",
      "t22"."start_day"
    FROM (
      SELECT
        "t21"."office",
        "t21"."application_no",
        "t21"."cal",
        "t21"."permit_type",
        "t21"."month",
        "t21"."snap",
        "t21"."e_idx",
        "t21"."start_day",
        "t21"."s_idx"
      FROM (
        SELECT
          "t20"."office",
          "t20"."application_no",
          "t20"."cal",
          "t20"."permit_type",
          "t20"."received_day",
          "t20"."complete_day",
          "t20"."end_day",
          "t20"."month",
          "t20"."snap",
          "t20"."snap_idx" AS "e_idx",
          "t20"."start_day",
          "t20"."s_idx"
        FROM (
          SELECT
            "t19"."office",
            "t19"."application_no",
            "t19"."cal",
            "t19"."permit_type",
            "t19"."received_day",
            "t19"."complete_day",
            "t19"."end_day",
            "t19"."month",
            "t19"."snap",
            "t19"."snap_idx",
            "t19"."start_day",
            "t7"."s_idx"
          FROM (
            SELECT
              "t17"."office",
              "t17"."application_no",
              "t17"."cal",
              "t17"."permit_type",
              "t17"."received_day",
              "t17"."complete_day",
              "t17"."end_day",
              "t17"."month",
              "t17"."snap",
              "t17"."snap_idx",
              IF("t17"."complete_day" <= "t17"."snap", "t17"."complete_day", "t17"."received_day") AS "start_day"
            FROM (
              SELECT
                "t11"."office",
                "t11"."application_no",
                "t11"."cal",
                "t11"."permit_type",
                "t11"."received_day",
                "t11"."complete_day",
                "t11"."end_day",
                "t16"."month",
                "t16"."snap",
                "t16"."snap_idx"
              FROM (
                SELECT
                  "t2"."office",
                  "t2"."application_no",
                  "t2"."cal",
                  "t2"."permit_type",
                  "t2"."received_day",
                  "t2"."complete_day",
                  "t2"."end_day"
                FROM "kept_clocked" AS "t2"
                WHERE
                  NOT (
                    "t2"."undated"
                  )
              ) AS "t11"
              INNER JOIN (
                SELECT
                  "t14"."office",
                  "t14"."month",
                  "t14"."snap",
                  "t14"."snap_idx"
                FROM (
                  SELECT
                    "t13"."office",
                    "t13"."cal",
                    "t13"."month",
                    "t13"."snap",
                    "t8"."snap_idx"
                  FROM (
                    SELECT
                      "t10"."office",
                      "t10"."cal",
                      "t10"."month",
                      "t10"."snap"
                    FROM (
                      SELECT
                        *
                      FROM "given_month_end" AS "t3"
                      WHERE
                        "t3"."kind" = 'applications'
                    ) AS "t10"
                  ) AS "t13"
                  LEFT OUTER JOIN (
                    SELECT
                      "t0"."cal" AS "_k0",
                      "t0"."day" AS "_k1",
                      "t0"."idx" AS "snap_idx"
                    FROM "given_day" AS "t0"
                  ) AS "t8"
                    ON "t13"."cal" = "t8"."_k0" AND "t13"."snap" = "t8"."_k1"
                ) AS "t14"
              ) AS "t16"
                ON "t11"."office" = "t16"."office"
            ) AS "t17"
            WHERE
              "t17"."received_day" <= "t17"."snap"
              AND (
                (
                  "t17"."end_day" IS NULL
                ) OR (
                  "t17"."end_day" > "t17"."snap"
                )
              )
          ) AS "t19"
          LEFT OUTER JOIN (
            SELECT
              "t0"."cal" AS "_k0",
              "t0"."day" AS "_k1",
              "t0"."idx" AS "s_idx"
            FROM "given_day" AS "t0"
          ) AS "t7"
            ON "t19"."cal" = "t7"."_k0" AND "t19"."start_day" = "t7"."_k1"
        ) AS "t20"
      ) AS "t21"
    ) AS "t22"
  ) AS "t25"
  INNER JOIN "given_standard" AS "t4"
    ON "t25"."office" = "t4"."office" AND "t25"."permit_type" = "t4"."permit_type"
)
SELECT
  "t33"."office",
  "t33"."application_no",
  "t33"."cal",
  "t33"."permit_type",
  "t33"."month",
  "t33"."snap",
  "t33"."e_idx",
  "t33"."start_day",
  "t33"."s_idx",
  "t33"."standard"
FROM (
  SELECT
    "t32"."office",
    "t32"."application_no",
    "t32"."cal",
    "t32"."permit_type",
    "t32"."month",
    "t32"."snap",
    "t32"."e_idx",
    "t32"."start_day",
    "t32"."s_idx",
    "t32"."own",
    "t32"."province_rule",
    COALESCE("t32"."own", "t32"."province_rule") AS "standard"
  FROM (
    SELECT
      "t23"."office",
      "t23"."application_no",
      "t23"."cal",
      "t23"."permit_type",
      "t23"."month",
      "t23"."snap",
      "t23"."e_idx",
      "t23"."start_day",
      "t23"."s_idx",
      "t30"."own",
      "t31"."province_rule"
    FROM (
      SELECT
        "t21"."office",
        "t21"."application_no",
        "t21"."cal",
        "t21"."permit_type",
        "t21"."month",
        "t21"."snap",
        "t21"."e_idx",
        "t21"."start_day",
        "t21"."s_idx"
      FROM (
        SELECT
          "t20"."office",
          "t20"."application_no",
          "t20"."cal",
          "t20"."permit_type",
          "t20"."received_day",
          "t20"."complete_day",
          "t20"."end_day",
          "t20"."month",
          "t20"."snap",
          "t20"."snap_idx" AS "e_idx",
          "t20"."start_day",
          "t20"."s_idx"
        FROM (
          SELECT
            "t19"."office",
            "t19"."application_no",
            "t19"."cal",
            "t19"."permit_type",
            "t19"."received_day",
            "t19"."complete_day",
            "t19"."end_day",
            "t19"."month",
            "t19"."snap",
            "t19"."snap_idx",
            "t19"."start_day",
            "t7"."s_idx"
          FROM (
            SELECT
              "t17"."office",
              "t17"."application_no",
              "t17"."cal",
              "t17"."permit_type",
              "t17"."received_day",
              "t17"."complete_day",
              "t17"."end_day",
              "t17"."month",
              "t17"."snap",
              "t17"."snap_idx",
              IF("t17"."complete_day" <= "t17"."snap", "t17"."complete_day", "t17"."received_day") AS "start_day"
            FROM (
              SELECT
                "t11"."office",
                "t11"."application_no",
                "t11"."cal",
                "t11"."permit_type",
                "t11"."received_day",
                "t11"."complete_day",
                "t11"."end_day",
                "t16"."month",
                "t16"."snap",
                "t16"."snap_idx"
              FROM (
                SELECT
                  "t2"."office",
                  "t2"."application_no",
                  "t2"."cal",
                  "t2"."permit_type",
                  "t2"."received_day",
                  "t2"."complete_day",
                  "t2"."end_day"
                FROM "kept_clocked" AS "t2"
                WHERE
                  NOT (
                    "t2"."undated"
                  )
              ) AS "t11"
              INNER JOIN (
                SELECT
                  "t14"."office",
                  "t14"."month",
                  "t14"."snap",
                  "t14"."snap_idx"
                FROM (
                  SELECT
                    "t13"."office",
                    "t13"."cal",
                    "t13"."month",
                    "t13"."snap",
                    "t8"."snap_idx"
                  FROM (
                    SELECT
                      "t10"."office",
                      "t10"."cal",
                      "t10"."month",
                      "t10"."snap"
                    FROM (
                      SELECT
                        *
                      FROM "given_month_end" AS "t3"
                      WHERE
                        "t3"."kind" = 'applications'
                    ) AS "t10"
                  ) AS "t13"
                  LEFT OUTER JOIN (
                    SELECT
                      "t0"."cal" AS "_k0",
                      "t0"."day" AS "_k1",
                      "t0"."idx" AS "snap_idx"
                    FROM "given_day" AS "t0"
                  ) AS "t8"
                    ON "t13"."cal" = "t8"."_k0" AND "t13"."snap" = "t8"."_k1"
                ) AS "t14"
              ) AS "t16"
                ON "t11"."office" = "t16"."office"
            ) AS "t17"
            WHERE
              "t17"."received_day" <= "t17"."snap"
              AND (
                (
                  "t17"."end_day" IS NULL
                ) OR (
                  "t17"."end_day" > "t17"."snap"
                )
              )
          ) AS "t19"
          LEFT OUTER JOIN (
            SELECT
              "t0"."cal" AS "_k0",
              "t0"."day" AS "_k1",
              "t0"."idx" AS "s_idx"
            FROM "given_day" AS "t0"
          ) AS "t7"
            ON "t19"."cal" = "t7"."_k0" AND "t19"."start_day" = "t7"."_k1"
        ) AS "t20"
      ) AS "t21"
    ) AS "t23"
    LEFT OUTER JOIN (
      SELECT
        "t27"."office" AS "_k0",
        "t27"."application_no" AS "_k1",
        "t27"."month" AS "_k2",
        "t27"."standard" AS "own"
      FROM "t26" AS "t27"
      WHERE
        "t27"."start_day" >= "t27"."first"
        AND "t27"."start_day" < "t27"."until"
        AND "t27"."rank" = 0
    ) AS "t30"
      ON "t23"."office" = "t30"."_k0"
      AND "t23"."application_no" = "t30"."_k1"
      AND "t23"."month" = "t30"."_k2"
    LEFT OUTER JOIN (
      SELECT
        "t27"."office" AS "_k0",
        "t27"."application_no" AS "_k1",
        "t27"."month" AS "_k2",
        "t27"."standard" AS "province_rule"
      FROM "t26" AS "t27"
      WHERE
        "t27"."start_day" >= "t27"."first"
        AND "t27"."start_day" < "t27"."until"
        AND "t27"."rank" = 1
    ) AS "t31"
      ON "t23"."office" = "t31"."_k0"
      AND "t23"."application_no" = "t31"."_k1"
      AND "t23"."month" = "t31"."_k2"
  ) AS "t32"
) AS "t33"
