WITH "t31" AS (
  SELECT
    "t30"."office",
    "t30"."application_no",
    "t30"."month",
    "t30"."permit_type",
    "t30"."start_day",
    "t7"."rank",
    "t7"."first",
    "t7"."until",
    "t7"."standard"
  FROM (
    SELECT
      "t27"."office",
      "t27"."application_no",
      "t27"."month",
      "t27"."permit_type",
      "t27"."start_day"
    FROM (
      SELECT
        "t26".*
        EXCLUDE ("complete_day", "end_day", "received_day")
      FROM (
        SELECT
          "t25"."office",
          "t25"."application_no",
          "t25"."cal",
          "t25"."permit_type",
          "t25"."received_day",
          "t25"."complete_day",
          "t25"."end_day",
          "t25"."month",
          "t25"."snap",
          "t25"."snap_idx" AS "e_idx",
          "t25"."start_day",
          "t25"."s_idx"
        FROM (
          SELECT
            "t24"."office",
            "t24"."application_no",
            "t24"."cal",
            "t24"."permit_type",
            "t24"."received_day",
            "t24"."complete_day",
            "t24"."end_day",
            "t24"."month",
            "t24"."snap",
            "t24"."snap_idx",
            "t24"."start_day",
            "t12"."s_idx"
          FROM (
            SELECT
              "t22"."office",
              "t22"."application_no",
              "t22"."cal",
              "t22"."permit_type",
              "t22"."received_day",
              "t22"."complete_day",
              "t22"."end_day",
              "t22"."month",
              "t22"."snap",
              "t22"."snap_idx",
              CASE
                WHEN "t22"."complete_day" <= "t22"."snap"
                THEN "t22"."complete_day"
                ELSE "t22"."received_day"
              END AS "start_day"
            FROM (
              SELECT
                "t16"."office",
                "t16"."application_no",
                "t16"."cal",
                "t16"."permit_type",
                "t16"."received_day",
                "t16"."complete_day",
                "t16"."end_day",
                "t21"."month",
                "t21"."snap",
                "t21"."snap_idx"
              FROM (
                SELECT
                  "t4"."office",
                  "t4"."application_no",
                  "t4"."cal",
                  "t4"."permit_type",
                  "t4"."received_day",
                  "t4"."complete_day",
                  "t4"."end_day"
                FROM "kept_clocked" AS "t4"
                WHERE
                  NOT (
                    "t4"."undated"
                  )
              ) AS "t16"
              INNER JOIN (
                SELECT
                  "t19".*
                  EXCLUDE ("cal")
                FROM (
                  SELECT
                    "t18"."office",
                    "t18"."cal",
                    "t18"."month",
                    "t18"."snap",
                    "t13"."snap_idx"
                  FROM (
                    SELECT
                      "t15".*
                      EXCLUDE ("kind")
                    FROM (
                      SELECT
                        *
                      FROM "given_month_end" AS "t5"
                      WHERE
                        "t5"."kind" = 'applications'
                    ) AS "t15"
                  ) AS "t18"
                  LEFT OUTER JOIN (
                    SELECT
                      "t2"."cal" AS "_k0",
                      "t2"."day" AS "_k1",
                      "t2"."idx" AS "snap_idx"
                    FROM "given_day" AS "t2"
                  ) AS "t13"
                    ON "t18"."cal" = "t13"."_k0" AND "t18"."snap" = "t13"."_k1"
                ) AS "t19"
              ) AS "t21"
                ON "t16"."office" = "t21"."office"
            ) AS "t22"
            WHERE
              "t22"."received_day" <= "t22"."snap"
              AND (
                (
                  "t22"."end_day" IS NULL
                ) OR (
                  "t22"."end_day" > "t22"."snap"
                )
              )
          ) AS "t24"
          LEFT OUTER JOIN (
            SELECT
              "t2"."cal" AS "_k0",
              "t2"."day" AS "_k1",
              "t2"."idx" AS "s_idx"
            FROM "given_day" AS "t2"
          ) AS "t12"
            ON "t24"."cal" = "t12"."_k0" AND "t24"."start_day" = "t12"."_k1"
        ) AS "t25"
      ) AS "t26"
    ) AS "t27"
  ) AS "t30"
  INNER JOIN "given_standard" AS "t7"
    ON "t30"."office" = "t7"."office" AND "t30"."permit_type" = "t7"."permit_type"
), "t43" AS (
  SELECT
    "t6"."office",
    "t6"."application_no",
    "t6"."activity",
    "t6"."mapped",
    "t6"."stage",
    "t6"."desk",
    "t6"."clock",
    "t6"."event",
    "t6"."timed",
    "t6"."told_day",
    "t6"."begun_day",
    "t6"."finished_at",
    "t6"."finished_day",
    "t6"."run_s_idx",
    "t6"."run_f_idx",
    "t42"."month",
    "t42"."snap",
    "t42"."s_idx",
    "t42"."e_idx"
  FROM "kept_events" AS "t6"
  INNER JOIN (
    SELECT
      "t39"."office",
      "t39"."application_no",
      "t39"."month",
      "t39"."snap",
      "t39"."s_idx",
      "t39"."e_idx"
    FROM (
      SELECT
        "t38".*
        EXCLUDE ("own", "province_rule")
      FROM (
        SELECT
          "t37"."office",
          "t37"."application_no",
          "t37"."cal",
          "t37"."permit_type",
          "t37"."month",
          "t37"."snap",
          "t37"."e_idx",
          "t37"."start_day",
          "t37"."s_idx",
          "t37"."own",
          "t37"."province_rule",
          COALESCE("t37"."own", "t37"."province_rule") AS "standard"
        FROM (
          SELECT
            "t28"."office",
            "t28"."application_no",
            "t28"."cal",
            "t28"."permit_type",
            "t28"."month",
            "t28"."snap",
            "t28"."e_idx",
            "t28"."start_day",
            "t28"."s_idx",
            "t35"."own",
            "t36"."province_rule"
          FROM (
            SELECT
              "t26".*
              EXCLUDE ("complete_day", "end_day", "received_day")
            FROM (
              SELECT
                "t25"."office",
                "t25"."application_no",
                "t25"."cal",
                "t25"."permit_type",
                "t25"."received_day",
                "t25"."complete_day",
                "t25"."end_day",
                "t25"."month",
                "t25"."snap",
                "t25"."snap_idx" AS "e_idx",
                "t25"."start_day",
                "t25"."s_idx"
              FROM (
                SELECT
                  "t24"."office",
                  "t24"."application_no",
                  "t24"."cal",
                  "t24"."permit_type",
                  "t24"."received_day",
                  "t24"."complete_day",
                  "t24"."end_day",
                  "t24"."month",
                  "t24"."snap",
                  "t24"."snap_idx",
                  "t24"."start_day",
                  "t12"."s_idx"
                FROM (
                  SELECT
                    "t22"."office",
                    "t22"."application_no",
                    "t22"."cal",
                    "t22"."permit_type",
                    "t22"."received_day",
                    "t22"."complete_day",
                    "t22"."end_day",
                    "t22"."month",
                    "t22"."snap",
                    "t22"."snap_idx",
                    CASE
                      WHEN "t22"."complete_day" <= "t22"."snap"
                      THEN "t22"."complete_day"
                      ELSE "t22"."received_day"
                    END AS "start_day"
                  FROM (
                    SELECT
                      "t16"."office",
                      "t16"."application_no",
                      "t16"."cal",
                      "t16"."permit_type",
                      "t16"."received_day",
                      "t16"."complete_day",
                      "t16"."end_day",
                      "t21"."month",
                      "t21"."snap",
                      "t21"."snap_idx"
                    FROM (
                      SELECT
                        "t4"."office",
                        "t4"."application_no",
                        "t4"."cal",
                        "t4"."permit_type",
                        "t4"."received_day",
                        "t4"."complete_day",
                        "t4"."end_day"
                      FROM "kept_clocked" AS "t4"
                      WHERE
                        NOT (
                          "t4"."undated"
                        )
                    ) AS "t16"
                    INNER JOIN (
                      SELECT
                        "t19".*
                        EXCLUDE ("cal")
                      FROM (
                        SELECT
                          "t18"."office",
                          "t18"."cal",
                          "t18"."month",
                          "t18"."snap",
                          "t13"."snap_idx"
                        FROM (
                          SELECT
                            "t15".*
                            EXCLUDE ("kind")
                          FROM (
                            SELECT
                              *
                            FROM "given_month_end" AS "t5"
                            WHERE
                              "t5"."kind" = 'applications'
                          ) AS "t15"
                        ) AS "t18"
                        LEFT OUTER JOIN (
                          SELECT
                            "t2"."cal" AS "_k0",
                            "t2"."day" AS "_k1",
                            "t2"."idx" AS "snap_idx"
                          FROM "given_day" AS "t2"
                        ) AS "t13"
                          ON "t18"."cal" = "t13"."_k0" AND "t18"."snap" = "t13"."_k1"
                      ) AS "t19"
                    ) AS "t21"
                      ON "t16"."office" = "t21"."office"
                  ) AS "t22"
                  WHERE
                    "t22"."received_day" <= "t22"."snap"
                    AND (
                      (
                        "t22"."end_day" IS NULL
                      ) OR (
                        "t22"."end_day" > "t22"."snap"
                      )
                    )
                ) AS "t24"
                LEFT OUTER JOIN (
                  SELECT
                    "t2"."cal" AS "_k0",
                    "t2"."day" AS "_k1",
                    "t2"."idx" AS "s_idx"
                  FROM "given_day" AS "t2"
                ) AS "t12"
                  ON "t24"."cal" = "t12"."_k0" AND "t24"."start_day" = "t12"."_k1"
              ) AS "t25"
            ) AS "t26"
          ) AS "t28"
          LEFT OUTER JOIN (
            SELECT
              "t32"."office" AS "_k0",
              "t32"."application_no" AS "_k1",
              "t32"."month" AS "_k2",
              "t32"."standard" AS "own"
            FROM "t31" AS "t32"
            WHERE
              "t32"."start_day" >= "t32"."first"
              AND "t32"."start_day" < "t32"."until"
              AND "t32"."rank" = 0
          ) AS "t35"
            ON "t28"."office" = "t35"."_k0"
            AND "t28"."application_no" = "t35"."_k1"
            AND "t28"."month" = "t35"."_k2"
          LEFT OUTER JOIN (
            SELECT
              "t32"."office" AS "_k0",
              "t32"."application_no" AS "_k1",
              "t32"."month" AS "_k2",
              "t32"."standard" AS "province_rule"
            FROM "t31" AS "t32"
            WHERE
              "t32"."start_day" >= "t32"."first"
              AND "t32"."start_day" < "t32"."until"
              AND "t32"."rank" = 1
          ) AS "t36"
            ON "t28"."office" = "t36"."_k0"
            AND "t28"."application_no" = "t36"."_k1"
            AND "t28"."month" = "t36"."_k2"
        ) AS "t37"
      ) AS "t38"
    ) AS "t39"
  ) AS "t42"
    ON "t6"."office" = "t42"."office" AND "t6"."application_no" = "t42"."application_no"
), "t60" AS (
  SELECT
    "t40"."office",
    "t40"."application_no",
    "t40"."cal",
    "t40"."permit_type",
    "t40"."month",
    "t40"."snap",
    "t40"."e_idx",
    "t40"."start_day",
    "t40"."s_idx",
    "t40"."standard",
    "t59"."paused"
  FROM (
    SELECT
      "t38".*
      EXCLUDE ("own", "province_rule")
    FROM (
      SELECT
        "t37"."office",
        "t37"."application_no",
        "t37"."cal",
        "t37"."permit_type",
        "t37"."month",
        "t37"."snap",
        "t37"."e_idx",
        "t37"."start_day",
        "t37"."s_idx",
        "t37"."own",
        "t37"."province_rule",
        COALESCE("t37"."own", "t37"."province_rule") AS "standard"
      FROM (
        SELECT
          "t28"."office",
          "t28"."application_no",
          "t28"."cal",
          "t28"."permit_type",
          "t28"."month",
          "t28"."snap",
          "t28"."e_idx",
          "t28"."start_day",
          "t28"."s_idx",
          "t35"."own",
          "t36"."province_rule"
        FROM (
          SELECT
            "t26".*
            EXCLUDE ("complete_day", "end_day", "received_day")
          FROM (
            SELECT
              "t25"."office",
              "t25"."application_no",
              "t25"."cal",
              "t25"."permit_type",
              "t25"."received_day",
              "t25"."complete_day",
              "t25"."end_day",
              "t25"."month",
              "t25"."snap",
              "t25"."snap_idx" AS "e_idx",
              "t25"."start_day",
              "t25"."s_idx"
            FROM (
              SELECT
                "t24"."office",
                "t24"."application_no",
                "t24"."cal",
                "t24"."permit_type",
                "t24"."received_day",
                "t24"."complete_day",
                "t24"."end_day",
                "t24"."month",
                "t24"."snap",
                "t24"."snap_idx",
                "t24"."start_day",
                "t12"."s_idx"
              FROM (
                SELECT
                  "t22"."office",
                  "t22"."application_no",
                  "t22"."cal",
                  "t22"."permit_type",
                  "t22"."received_day",
                  "t22"."complete_day",
                  "t22"."end_day",
                  "t22"."month",
                  "t22"."snap",
                  "t22"."snap_idx",
                  CASE
                    WHEN "t22"."complete_day" <= "t22"."snap"
                    THEN "t22"."complete_day"
                    ELSE "t22"."received_day"
                  END AS "start_day"
                FROM (
                  SELECT
                    "t16"."office",
                    "t16"."application_no",
                    "t16"."cal",
                    "t16"."permit_type",
                    "t16"."received_day",
                    "t16"."complete_day",
                    "t16"."end_day",
                    "t21"."month",
                    "t21"."snap",
                    "t21"."snap_idx"
                  FROM (
                    SELECT
                      "t4"."office",
                      "t4"."application_no",
                      "t4"."cal",
                      "t4"."permit_type",
                      "t4"."received_day",
                      "t4"."complete_day",
                      "t4"."end_day"
                    FROM "kept_clocked" AS "t4"
                    WHERE
                      NOT (
                        "t4"."undated"
                      )
                  ) AS "t16"
                  INNER JOIN (
                    SELECT
                      "t19".*
                      EXCLUDE ("cal")
                    FROM (
                      SELECT
                        "t18"."office",
                        "t18"."cal",
                        "t18"."month",
                        "t18"."snap",
                        "t13"."snap_idx"
                      FROM (
                        SELECT
                          "t15".*
                          EXCLUDE ("kind")
                        FROM (
                          SELECT
                            *
                          FROM "given_month_end" AS "t5"
                          WHERE
                            "t5"."kind" = 'applications'
                        ) AS "t15"
                      ) AS "t18"
                      LEFT OUTER JOIN (
                        SELECT
                          "t2"."cal" AS "_k0",
                          "t2"."day" AS "_k1",
                          "t2"."idx" AS "snap_idx"
                        FROM "given_day" AS "t2"
                      ) AS "t13"
                        ON "t18"."cal" = "t13"."_k0" AND "t18"."snap" = "t13"."_k1"
                    ) AS "t19"
                  ) AS "t21"
                    ON "t16"."office" = "t21"."office"
                ) AS "t22"
                WHERE
                  "t22"."received_day" <= "t22"."snap"
                  AND (
                    (
                      "t22"."end_day" IS NULL
                    ) OR (
                      "t22"."end_day" > "t22"."snap"
                    )
                  )
              ) AS "t24"
              LEFT OUTER JOIN (
                SELECT
                  "t2"."cal" AS "_k0",
                  "t2"."day" AS "_k1",
                  "t2"."idx" AS "s_idx"
                FROM "given_day" AS "t2"
              ) AS "t12"
                ON "t24"."cal" = "t12"."_k0" AND "t24"."start_day" = "t12"."_k1"
            ) AS "t25"
          ) AS "t26"
        ) AS "t28"
        LEFT OUTER JOIN (
          SELECT
            "t32"."office" AS "_k0",
            "t32"."application_no" AS "_k1",
            "t32"."month" AS "_k2",
            "t32"."standard" AS "own"
          FROM "t31" AS "t32"
          WHERE
            "t32"."start_day" >= "t32"."first"
            AND "t32"."start_day" < "t32"."until"
            AND "t32"."rank" = 0
        ) AS "t35"
          ON "t28"."office" = "t35"."_k0"
          AND "t28"."application_no" = "t35"."_k1"
          AND "t28"."month" = "t35"."_k2"
        LEFT OUTER JOIN (
          SELECT
            "t32"."office" AS "_k0",
            "t32"."application_no" AS "_k1",
            "t32"."month" AS "_k2",
            "t32"."standard" AS "province_rule"
          FROM "t31" AS "t32"
          WHERE
            "t32"."start_day" >= "t32"."first"
            AND "t32"."start_day" < "t32"."until"
            AND "t32"."rank" = 1
        ) AS "t36"
          ON "t28"."office" = "t36"."_k0"
          AND "t28"."application_no" = "t36"."_k1"
          AND "t28"."month" = "t36"."_k2"
      ) AS "t37"
    ) AS "t38"
  ) AS "t40"
  LEFT OUTER JOIN (
    SELECT
      "t57"."office" AS "_k0",
      "t57"."application_no" AS "_k1",
      "t57"."month" AS "_k2",
      "t57"."paused"
    FROM (
      SELECT
        "t55"."office",
        "t55"."application_no",
        "t55"."month",
        SUM("t55"."p_end" - "t55"."p_start") AS "paused"
      FROM (
        SELECT
          "t54".*
          EXCLUDE ("island")
        FROM (
          SELECT
            "t53"."office",
            "t53"."application_no",
            "t53"."month",
            "t53"."island",
            "t53"."p_start",
            "t53"."p_end",
            CAST(COALESCE(
              SUM("t53"."p_end" - "t53"."p_start") OVER (
                PARTITION BY "t53"."office", "t53"."application_no", "t53"."month"
                ORDER BY "t53"."p_start" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ),
              0
            ) AS INT) AS "before"
          FROM (
            SELECT
              "t52"."office",
              "t52"."application_no",
              "t52"."month",
              "t52"."island",
              MIN("t52"."p_start") AS "p_start",
              MAX("t52"."p_end") AS "p_end"
            FROM (
              SELECT
                "t50"."office",
                "t50"."application_no",
                "t50"."activity",
                "t50"."mapped",
                "t50"."stage",
                "t50"."desk",
                "t50"."clock",
                "t50"."event",
                "t50"."timed",
                "t50"."told_day",
                "t50"."begun_day",
                "t50"."finished_at",
                "t50"."finished_day",
                "t50"."run_s_idx",
                "t50"."run_f_idx",
                "t50"."month",
                "t50"."snap",
                "t50"."s_idx",
                "t50"."e_idx",
                "t50"."p_start",
                "t50"."p_end",
                "t50"."reach",
                "t50"."fresh",
                SUM("t50"."fresh") OVER (
                  PARTITION BY "t50"."office", "t50"."application_no", "t50"."month"
                  ORDER BY "t50"."p_start" ASC, "t50"."p_end" ASC, "t50"."event" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS "island"
              FROM (
                SELECT
                  "t47"."office",
                  "t47"."application_no",
                  "t47"."activity",
                  "t47"."mapped",
                  "t47"."stage",
                  "t47"."desk",
                  "t47"."clock",
                  "t47"."event",
                  "t47"."timed",
                  "t47"."told_day",
                  "t47"."begun_day",
                  "t47"."finished_at",
                  "t47"."finished_day",
                  "t47"."run_s_idx",
                  "t47"."run_f_idx",
                  "t47"."month",
                  "t47"."snap",
                  "t47"."s_idx",
                  "t47"."e_idx",
                  "t47"."p_start",
                  "t47"."p_end",
                  "t47"."reach",
                  CAST((
                    "t47"."reach" IS NULL
                  ) OR (
                    "t47"."p_start" > "t47"."reach"
                  ) AS INT) AS "fresh"
                FROM (
                  SELECT
                    "t46"."office",
                    "t46"."application_no",
                    "t46"."activity",
                    "t46"."mapped",
                    "t46"."stage",
                    "t46"."desk",
                    "t46"."clock",
                    "t46"."event",
                    "t46"."timed",
                    "t46"."told_day",
                    "t46"."begun_day",
                    "t46"."finished_at",
                    "t46"."finished_day",
                    "t46"."run_s_idx",
                    "t46"."run_f_idx",
                    "t46"."month",
                    "t46"."snap",
                    "t46"."s_idx",
                    "t46"."e_idx",
                    "t46"."p_start",
                    "t46"."p_end",
                    MAX("t46"."p_end") OVER (
                      PARTITION BY "t46"."office", "t46"."application_no", "t46"."month"
                      ORDER BY "t46"."p_start" ASC, "t46"."p_end" ASC, "t46"."event" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                    ) AS "reach"
                  FROM (
                    SELECT
                      "t44"."office",
                      "t44"."application_no",
                      "t44"."activity",
                      "t44"."mapped",
                      "t44"."stage",
                      "t44"."desk",
                      "t44"."clock",
                      "t44"."event",
                      "t44"."timed",
                      "t44"."told_day",
                      "t44"."begun_day",
                      "t44"."finished_at",
                      "t44"."finished_day",
                      "t44"."run_s_idx",
                      "t44"."run_f_idx",
                      "t44"."month",
                      "t44"."snap",
                      "t44"."s_idx",
                      "t44"."e_idx",
                      GREATEST("t44"."run_s_idx", "t44"."s_idx") AS "p_start",
                      LEAST(COALESCE("t44"."run_f_idx", "t44"."e_idx"), "t44"."e_idx") AS "p_end"
                    FROM "t43" AS "t44"
                    WHERE
                      "t44"."told_day" <= "t44"."snap"
                      AND "t44"."clock" = 'applicant'
                      AND LEAST(COALESCE("t44"."run_f_idx", "t44"."e_idx"), "t44"."e_idx") > GREATEST("t44"."run_s_idx", "t44"."s_idx")
                  ) AS "t46"
                ) AS "t47"
              ) AS "t50"
            ) AS "t52"
            GROUP BY
              1,
              2,
              3,
              4
          ) AS "t53"
        ) AS "t54"
      ) AS "t55"
      GROUP BY
        1,
        2,
        3
    ) AS "t57"
  ) AS "t59"
    ON "t40"."office" = "t59"."_k0"
    AND "t40"."application_no" = "t59"."_k1"
    AND "t40"."month" = "t59"."_k2"
)
SELECT
  "t77"."office",
  "t77"."application_no",
  "t77"."month",
  "t77"."snap",
  "t77"."permit_type",
  "t77"."start_day",
  "t77"."due_day",
  "t77"."standard",
  "t81"."since",
  CAST("t77"."age" AS INT) AS "age",
  CAST("t77"."age" - "t77"."paused" AS INT) AS "net",
  COALESCE("t81"."stage", '') AS "stage",
  COALESCE("t81"."desk", '') AS "desk",
  COALESCE(CAST("t77"."due_day" < "t77"."snap" AS INT), 0) AS "overdue",
  COALESCE(
    CAST((
      "t77"."due_day" >= "t77"."snap"
    )
    AND (
      (
        "t77"."due_idx" - "t77"."e_idx"
      ) <= 3
    ) AS INT),
    0
  ) AS "due_soon"
FROM (
  SELECT
    "t75".*
    EXCLUDE ("due_on", "moved")
  FROM (
    SELECT
      "t74"."office",
      "t74"."application_no",
      "t74"."cal",
      "t74"."permit_type",
      "t74"."month",
      "t74"."snap",
      "t74"."e_idx",
      "t74"."start_day",
      "t74"."s_idx",
      "t74"."standard",
      "t74"."paused",
      "t74"."age",
      "t74"."moved",
      "t74"."due_idx",
      "t74"."due_on",
      CASE
        WHEN "t74"."due_on" < "t74"."start_day"
        THEN "t74"."start_day"
        ELSE "t74"."due_on"
      END AS "due_day"
    FROM (
      SELECT
        "t73"."office",
        "t73"."application_no",
        "t73"."cal",
        "t73"."permit_type",
        "t73"."month",
        "t73"."snap",
        "t73"."e_idx",
        "t73"."start_day",
        "t73"."s_idx",
        "t73"."standard",
        "t73"."paused",
        "t73"."age",
        "t73"."moved",
        "t73"."due_idx",
        "t11"."due_on"
      FROM (
        SELECT
          "t71"."office",
          "t71"."application_no",
          "t71"."cal",
          "t71"."permit_type",
          "t71"."month",
          "t71"."snap",
          "t71"."e_idx",
          "t71"."start_day",
          "t71"."s_idx",
          "t71"."standard",
          "t71"."paused",
          "t71"."age",
          "t71"."moved",
          CAST("t71"."s_idx" + "t71"."standard" + COALESCE("t71"."moved", 0) AS INT) AS "due_idx"
        FROM (
          SELECT
            "t65"."office",
            "t65"."application_no",
            "t65"."cal",
            "t65"."permit_type",
            "t65"."month",
            "t65"."snap",
            "t65"."e_idx",
            "t65"."start_day",
            "t65"."s_idx",
            "t65"."standard",
            "t65"."paused",
            "t65"."age",
            "t70"."moved"
          FROM (
            SELECT
              "t61"."office",
              "t61"."application_no",
              "t61"."cal",
              "t61"."permit_type",
              "t61"."month",
              "t61"."snap",
              "t61"."e_idx",
              "t61"."start_day",
              "t61"."s_idx",
              "t61"."standard",
              COALESCE("t61"."paused", 0) AS "paused",
              "t61"."e_idx" - "t61"."s_idx" AS "age"
            FROM "t60" AS "t61"
          ) AS "t65"
          LEFT OUTER JOIN (
            SELECT
              "t68"."office" AS "_k0",
              "t68"."application_no" AS "_k1",
              "t68"."month" AS "_k2",
              "t68"."moved"
            FROM (
              SELECT
                "t67"."office",
                "t67"."application_no",
                "t67"."month",
                SUM("t67"."p_end" - "t67"."p_start") AS "moved"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t56"."office",
                    "t56"."application_no",
                    "t56"."month",
                    "t56"."p_start",
                    "t56"."p_end",
                    "t56"."before",
                    "t63"."s_idx",
                    "t63"."standard"
                  FROM (
                    SELECT
                      "t54".*
                      EXCLUDE ("island")
                    FROM (
                      SELECT
                        "t53"."office",
                        "t53"."application_no",
                        "t53"."month",
                        "t53"."island",
                        "t53"."p_start",
                        "t53"."p_end",
                        CAST(COALESCE(
                          SUM("t53"."p_end" - "t53"."p_start") OVER (
                            PARTITION BY "t53"."office", "t53"."application_no", "t53"."month"
                            ORDER BY "t53"."p_start" ASC
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                          ),
                          0
                        ) AS INT) AS "before"
                      FROM (
                        SELECT
                          "t52"."office",
                          "t52"."application_no",
                          "t52"."month",
                          "t52"."island",
                          MIN("t52"."p_start") AS "p_start",
                          MAX("t52"."p_end") AS "p_end"
                        FROM (
                          SELECT
                            "t50"."office",
                            "t50"."application_no",
                            "t50"."activity",
                            "t50"."mapped",
                            "t50"."stage",
                            "t50"."desk",
                            "t50"."clock",
                            "t50"."event",
                            "t50"."timed",
                            "t50"."told_day",
                            "t50"."begun_day",
                            "t50"."finished_at",
                            "t50"."finished_day",
                            "t50"."run_s_idx",
                            "t50"."run_f_idx",
                            "t50"."month",
                            "t50"."snap",
                            "t50"."s_idx",
                            "t50"."e_idx",
                            "t50"."p_start",
                            "t50"."p_end",
                            "t50"."reach",
                            "t50"."fresh",
                            SUM("t50"."fresh") OVER (
                              PARTITION BY "t50"."office", "t50"."application_no", "t50"."month"
                              ORDER BY "t50"."p_start" ASC, "t50"."p_end" ASC, "t50"."event" ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                            ) AS "island"
                          FROM (
                            SELECT
                              "t47"."office",
                              "t47"."application_no",
                              "t47"."activity",
                              "t47"."mapped",
                              "t47"."stage",
                              "t47"."desk",
                              "t47"."clock",
                              "t47"."event",
                              "t47"."timed",
                              "t47"."told_day",
                              "t47"."begun_day",
                              "t47"."finished_at",
                              "t47"."finished_day",
                              "t47"."run_s_idx",
                              "t47"."run_f_idx",
                              "t47"."month",
                              "t47"."snap",
                              "t47"."s_idx",
                              "t47"."e_idx",
                              "t47"."p_start",
                              "t47"."p_end",
                              "t47"."reach",
                              CAST((
                                "t47"."reach" IS NULL
                              ) OR (
                                "t47"."p_start" > "t47"."reach"
                              ) AS INT) AS "fresh"
                            FROM (
                              SELECT
                                "t46"."office",
                                "t46"."application_no",
                                "t46"."activity",
                                "t46"."mapped",
                                "t46"."stage",
                                "t46"."desk",
                                "t46"."clock",
                                "t46"."event",
                                "t46"."timed",
                                "t46"."told_day",
                                "t46"."begun_day",
                                "t46"."finished_at",
                                "t46"."finished_day",
                                "t46"."run_s_idx",
                                "t46"."run_f_idx",
                                "t46"."month",
                                "t46"."snap",
                                "t46"."s_idx",
                                "t46"."e_idx",
                                "t46"."p_start",
                                "t46"."p_end",
                                MAX("t46"."p_end") OVER (
                                  PARTITION BY "t46"."office", "t46"."application_no", "t46"."month"
                                  ORDER BY "t46"."p_start" ASC, "t46"."p_end" ASC, "t46"."event" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                ) AS "reach"
                              FROM (
                                SELECT
                                  "t44"."office",
                                  "t44"."application_no",
                                  "t44"."activity",
                                  "t44"."mapped",
                                  "t44"."stage",
                                  "t44"."desk",
                                  "t44"."clock",
                                  "t44"."event",
                                  "t44"."timed",
                                  "t44"."told_day",
                                  "t44"."begun_day",
                                  "t44"."finished_at",
                                  "t44"."finished_day",
                                  "t44"."run_s_idx",
                                  "t44"."run_f_idx",
                                  "t44"."month",
                                  "t44"."snap",
                                  "t44"."s_idx",
                                  "t44"."e_idx",
                                  GREATEST("t44"."run_s_idx", "t44"."s_idx") AS "p_start",
                                  LEAST(COALESCE("t44"."run_f_idx", "t44"."e_idx"), "t44"."e_idx") AS "p_end"
                                FROM "t43" AS "t44"
                                WHERE
                                  "t44"."told_day" <= "t44"."snap"
                                  AND "t44"."clock" = 'applicant'
                                  AND LEAST(COALESCE("t44"."run_f_idx", "t44"."e_idx"), "t44"."e_idx") > GREATEST("t44"."run_s_idx", "t44"."s_idx")
                              ) AS "t46"
                            ) AS "t47"
                          ) AS "t50"
                        ) AS "t52"
                        GROUP BY
                          1,
                          2,
                          3,
                          4
                      ) AS "t53"
                    ) AS "t54"
                  ) AS "t56"
                  INNER JOIN (
                    SELECT
                      "t61"."office",
                      "t61"."application_no",
                      "t61"."month",
                      "t61"."s_idx",
                      "t61"."standard"
                    FROM "t60" AS "t61"
                  ) AS "t63"
                    ON "t56"."office" = "t63"."office"
                    AND "t56"."application_no" = "t63"."application_no"
                    AND "t56"."month" = "t63"."month"
                ) AS "t66"
                WHERE
                  "t66"."p_start" < (
                    "t66"."s_idx" + "t66"."standard" + "t66"."before"
                  )
              ) AS "t67"
              GROUP BY
                1,
                2,
                3
            ) AS "t68"
          ) AS "t70"
            ON "t65"."office" = "t70"."_k0"
            AND "t65"."application_no" = "t70"."_k1"
            AND "t65"."month" = "t70"."_k2"
        ) AS "t71"
      ) AS "t73"
      LEFT OUTER JOIN (
        SELECT
          "t0"."cal" AS "_k0",
          "t0"."idx" AS "_k1",
          "t0"."day" AS "due_on"
        FROM "given_working" AS "t0"
      ) AS "t11"
        ON "t73"."cal" = "t11"."_k0" AND "t73"."due_idx" = "t11"."_k1"
    ) AS "t74"
  ) AS "t75"
) AS "t77"
INNER JOIN (
  SELECT
    "t79"."office",
    "t79"."application_no",
    "t79"."month",
    "t51"."stage",
    "t51"."desk",
    "t51"."since"
  FROM (
    SELECT
      "t76"."office",
      "t76"."application_no",
      "t76"."month"
    FROM (
      SELECT
        "t75".*
        EXCLUDE ("due_on", "moved")
      FROM (
        SELECT
          "t74"."office",
          "t74"."application_no",
          "t74"."cal",
          "t74"."permit_type",
          "t74"."month",
          "t74"."snap",
          "t74"."e_idx",
          "t74"."start_day",
          "t74"."s_idx",
          "t74"."standard",
          "t74"."paused",
          "t74"."age",
          "t74"."moved",
          "t74"."due_idx",
          "t74"."due_on",
          CASE
            WHEN "t74"."due_on" < "t74"."start_day"
            THEN "t74"."start_day"
            ELSE "t74"."due_on"
          END AS "due_day"
        FROM (
          SELECT
            "t73"."office",
            "t73"."application_no",
            "t73"."cal",
            "t73"."permit_type",
            "t73"."month",
            "t73"."snap",
            "t73"."e_idx",
            "t73"."start_day",
            "t73"."s_idx",
            "t73"."standard",
            "t73"."paused",
            "t73"."age",
            "t73"."moved",
            "t73"."due_idx",
            "t11"."due_on"
          FROM (
            SELECT
              "t71"."office",
              "t71"."application_no",
              "t71"."cal",
              "t71"."permit_type",
              "t71"."month",
              "t71"."snap",
              "t71"."e_idx",
              "t71"."start_day",
              "t71"."s_idx",
              "t71"."standard",
              "t71"."paused",
              "t71"."age",
              "t71"."moved",
              CAST("t71"."s_idx" + "t71"."standard" + COALESCE("t71"."moved", 0) AS INT) AS "due_idx"
            FROM (
              SELECT
                "t65"."office",
                "t65"."application_no",
                "t65"."cal",
                "t65"."permit_type",
                "t65"."month",
                "t65"."snap",
                "t65"."e_idx",
                "t65"."start_day",
                "t65"."s_idx",
                "t65"."standard",
                "t65"."paused",
                "t65"."age",
                "t70"."moved"
              FROM (
                SELECT
                  "t61"."office",
                  "t61"."application_no",
                  "t61"."cal",
                  "t61"."permit_type",
                  "t61"."month",
                  "t61"."snap",
                  "t61"."e_idx",
                  "t61"."start_day",
                  "t61"."s_idx",
                  "t61"."standard",
                  COALESCE("t61"."paused", 0) AS "paused",
                  "t61"."e_idx" - "t61"."s_idx" AS "age"
                FROM "t60" AS "t61"
              ) AS "t65"
              LEFT OUTER JOIN (
                SELECT
                  "t68"."office" AS "_k0",
                  "t68"."application_no" AS "_k1",
                  "t68"."month" AS "_k2",
                  "t68"."moved"
                FROM (
                  SELECT
                    "t67"."office",
                    "t67"."application_no",
                    "t67"."month",
                    SUM("t67"."p_end" - "t67"."p_start") AS "moved"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t56"."office",
                        "t56"."application_no",
                        "t56"."month",
                        "t56"."p_start",
                        "t56"."p_end",
                        "t56"."before",
                        "t63"."s_idx",
                        "t63"."standard"
                      FROM (
                        SELECT
                          "t54".*
                          EXCLUDE ("island")
                        FROM (
                          SELECT
                            "t53"."office",
                            "t53"."application_no",
                            "t53"."month",
                            "t53"."island",
                            "t53"."p_start",
                            "t53"."p_end",
                            CAST(COALESCE(
                              SUM("t53"."p_end" - "t53"."p_start") OVER (
                                PARTITION BY "t53"."office", "t53"."application_no", "t53"."month"
                                ORDER BY "t53"."p_start" ASC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                              ),
                              0
                            ) AS INT) AS "before"
                          FROM (
                            SELECT
                              "t52"."office",
                              "t52"."application_no",
                              "t52"."month",
                              "t52"."island",
                              MIN("t52"."p_start") AS "p_start",
                              MAX("t52"."p_end") AS "p_end"
                            FROM (
                              SELECT
                                "t50"."office",
                                "t50"."application_no",
                                "t50"."activity",
                                "t50"."mapped",
                                "t50"."stage",
                                "t50"."desk",
                                "t50"."clock",
                                "t50"."event",
                                "t50"."timed",
                                "t50"."told_day",
                                "t50"."begun_day",
                                "t50"."finished_at",
                                "t50"."finished_day",
                                "t50"."run_s_idx",
                                "t50"."run_f_idx",
                                "t50"."month",
                                "t50"."snap",
                                "t50"."s_idx",
                                "t50"."e_idx",
                                "t50"."p_start",
                                "t50"."p_end",
                                "t50"."reach",
                                "t50"."fresh",
                                SUM("t50"."fresh") OVER (
                                  PARTITION BY "t50"."office", "t50"."application_no", "t50"."month"
                                  ORDER BY "t50"."p_start" ASC, "t50"."p_end" ASC, "t50"."event" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                ) AS "island"
                              FROM (
                                SELECT
                                  "t47"."office",
                                  "t47"."application_no",
                                  "t47"."activity",
                                  "t47"."mapped",
                                  "t47"."stage",
                                  "t47"."desk",
                                  "t47"."clock",
                                  "t47"."event",
                                  "t47"."timed",
                                  "t47"."told_day",
                                  "t47"."begun_day",
                                  "t47"."finished_at",
                                  "t47"."finished_day",
                                  "t47"."run_s_idx",
                                  "t47"."run_f_idx",
                                  "t47"."month",
                                  "t47"."snap",
                                  "t47"."s_idx",
                                  "t47"."e_idx",
                                  "t47"."p_start",
                                  "t47"."p_end",
                                  "t47"."reach",
                                  CAST((
                                    "t47"."reach" IS NULL
                                  ) OR (
                                    "t47"."p_start" > "t47"."reach"
                                  ) AS INT) AS "fresh"
                                FROM (
                                  SELECT
                                    "t46"."office",
                                    "t46"."application_no",
                                    "t46"."activity",
                                    "t46"."mapped",
                                    "t46"."stage",
                                    "t46"."desk",
                                    "t46"."clock",
                                    "t46"."event",
                                    "t46"."timed",
                                    "t46"."told_day",
                                    "t46"."begun_day",
                                    "t46"."finished_at",
                                    "t46"."finished_day",
                                    "t46"."run_s_idx",
                                    "t46"."run_f_idx",
                                    "t46"."month",
                                    "t46"."snap",
                                    "t46"."s_idx",
                                    "t46"."e_idx",
                                    "t46"."p_start",
                                    "t46"."p_end",
                                    MAX("t46"."p_end") OVER (
                                      PARTITION BY "t46"."office", "t46"."application_no", "t46"."month"
                                      ORDER BY "t46"."p_start" ASC, "t46"."p_end" ASC, "t46"."event" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                    ) AS "reach"
                                  FROM (
                                    SELECT
                                      "t44"."office",
                                      "t44"."application_no",
                                      "t44"."activity",
                                      "t44"."mapped",
                                      "t44"."stage",
                                      "t44"."desk",
                                      "t44"."clock",
                                      "t44"."event",
                                      "t44"."timed",
                                      "t44"."told_day",
                                      "t44"."begun_day",
                                      "t44"."finished_at",
                                      "t44"."finished_day",
                                      "t44"."run_s_idx",
                                      "t44"."run_f_idx",
                                      "t44"."month",
                                      "t44"."snap",
                                      "t44"."s_idx",
                                      "t44"."e_idx",
                                      GREATEST("t44"."run_s_idx", "t44"."s_idx") AS "p_start",
                                      LEAST(COALESCE("t44"."run_f_idx", "t44"."e_idx"), "t44"."e_idx") AS "p_end"
                                    FROM "t43" AS "t44"
                                    WHERE
                                      "t44"."told_day" <= "t44"."snap"
                                      AND "t44"."clock" = 'applicant'
                                      AND LEAST(COALESCE("t44"."run_f_idx", "t44"."e_idx"), "t44"."e_idx") > GREATEST("t44"."run_s_idx", "t44"."s_idx")
                                  ) AS "t46"
                                ) AS "t47"
                              ) AS "t50"
                            ) AS "t52"
                            GROUP BY
                              1,
                              2,
                              3,
                              4
                          ) AS "t53"
                        ) AS "t54"
                      ) AS "t56"
                      INNER JOIN (
                        SELECT
                          "t61"."office",
                          "t61"."application_no",
                          "t61"."month",
                          "t61"."s_idx",
                          "t61"."standard"
                        FROM "t60" AS "t61"
                      ) AS "t63"
                        ON "t56"."office" = "t63"."office"
                        AND "t56"."application_no" = "t63"."application_no"
                        AND "t56"."month" = "t63"."month"
                    ) AS "t66"
                    WHERE
                      "t66"."p_start" < (
                        "t66"."s_idx" + "t66"."standard" + "t66"."before"
                      )
                  ) AS "t67"
                  GROUP BY
                    1,
                    2,
                    3
                ) AS "t68"
              ) AS "t70"
                ON "t65"."office" = "t70"."_k0"
                AND "t65"."application_no" = "t70"."_k1"
                AND "t65"."month" = "t70"."_k2"
            ) AS "t71"
          ) AS "t73"
          LEFT OUTER JOIN (
            SELECT
              "t0"."cal" AS "_k0",
              "t0"."idx" AS "_k1",
              "t0"."day" AS "due_on"
            FROM "given_working" AS "t0"
          ) AS "t11"
            ON "t73"."cal" = "t11"."_k0" AND "t73"."due_idx" = "t11"."_k1"
        ) AS "t74"
      ) AS "t75"
    ) AS "t76"
  ) AS "t79"
  LEFT OUTER JOIN (
    SELECT
      "t48"."office" AS "_k0",
      "t48"."application_no" AS "_k1",
      "t48"."month" AS "_k2",
      "t48"."stage",
      "t48"."desk",
      CASE WHEN "t48"."running" = 1 THEN "t48"."begun_day" ELSE "t48"."finished_day" END AS "since"
    FROM (
      SELECT
        "t45"."office",
        "t45"."application_no",
        "t45"."activity",
        "t45"."mapped",
        "t45"."stage",
        "t45"."desk",
        "t45"."clock",
        "t45"."event",
        "t45"."timed",
        "t45"."told_day",
        "t45"."begun_day",
        "t45"."finished_at",
        "t45"."finished_day",
        "t45"."run_s_idx",
        "t45"."run_f_idx",
        "t45"."month",
        "t45"."snap",
        "t45"."s_idx",
        "t45"."e_idx",
        "t45"."running",
        ROW_NUMBER() OVER (
          PARTITION BY "t45"."office", "t45"."application_no", "t45"."month"
          ORDER BY "t45"."running" DESC, "t45"."event" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t44"."office",
          "t44"."application_no",
          "t44"."activity",
          "t44"."mapped",
          "t44"."stage",
          "t44"."desk",
          "t44"."clock",
          "t44"."event",
          "t44"."timed",
          "t44"."told_day",
          "t44"."begun_day",
          "t44"."finished_at",
          "t44"."finished_day",
          "t44"."run_s_idx",
          "t44"."run_f_idx",
          "t44"."month",
          "t44"."snap",
          "t44"."s_idx",
          "t44"."e_idx",
          CAST((
            "t44"."finished_day" IS NULL
          ) OR (
            "t44"."finished_day" > "t44"."snap"
          ) AS INT) AS "running"
        FROM "t43" AS "t44"
        WHERE
          "t44"."told_day" <= "t44"."snap"
      ) AS "t45"
    ) AS "t48"
    WHERE
      "t48"."place" = 0
  ) AS "t51"
    ON "t79"."office" = "t51"."_k0"
    AND "t79"."application_no" = "t51"."_k1"
    AND "t79"."month" = "t51"."_k2"
) AS "t81"
  ON "t77"."office" = "t81"."office"
  AND "t77"."application_no" = "t81"."application_no"
  AND "t77"."month" = "t81"."month"
