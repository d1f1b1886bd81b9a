WITH "t31" AS (
  SELECT
    "t30"."office" AS "office",
    "t30"."application_no" AS "application_no",
    "t30"."month" AS "month",
    "t30"."permit_type" AS "permit_type",
    "t30"."start_day" AS "start_day",
    "t7"."rank" AS "rank",
    "t7"."first" AS "first",
    "t7"."until" AS "until",
    "t7"."standard" AS "standard"
  FROM (
    SELECT
      "t27"."office" AS "office",
      "t27"."application_no" AS "application_no",
      "t27"."month" AS "month",
      "t27"."permit_type" AS "permit_type",
      "t27"."start_day" AS "start_day"
    FROM (
      SELECT
        "t26".*
        EXCEPT ("complete_day", "end_day", "received_day")
      FROM (
        SELECT
          "t25"."office" AS "office",
          "t25"."application_no" AS "application_no",
          "t25"."cal" AS "cal",
          "t25"."permit_type" AS "permit_type",
          "t25"."received_day" AS "received_day",
          "t25"."complete_day" AS "complete_day",
          "t25"."end_day" AS "end_day",
          "t25"."month" AS "month",
          "t25"."snap" AS "snap",
          "t25"."snap_idx" AS "e_idx",
          "t25"."start_day" AS "start_day",
          "t25"."s_idx" AS "s_idx"
        FROM (
          SELECT
            "t24"."office" AS "office",
            "t24"."application_no" AS "application_no",
            "t24"."cal" AS "cal",
            "t24"."permit_type" AS "permit_type",
            "t24"."received_day" AS "received_day",
            "t24"."complete_day" AS "complete_day",
            "t24"."end_day" AS "end_day",
            "t24"."month" AS "month",
            "t24"."snap" AS "snap",
            "t24"."snap_idx" AS "snap_idx",
            "t24"."start_day" AS "start_day",
            "t12"."s_idx" AS "s_idx"
          FROM (
            SELECT
              "t22"."office" AS "office",
              "t22"."application_no" AS "application_no",
              "t22"."cal" AS "cal",
              "t22"."permit_type" AS "permit_type",
              "t22"."received_day" AS "received_day",
              "t22"."complete_day" AS "complete_day",
              "t22"."end_day" AS "end_day",
              "t22"."month" AS "month",
              "t22"."snap" AS "snap",
              "t22"."snap_idx" AS "snap_idx",
              CASE
                WHEN "t22"."complete_day" <= "t22"."snap"
                THEN "t22"."complete_day"
                ELSE "t22"."received_day"
              END AS "start_day"
            FROM (
              SELECT
                "t16"."office" AS "office",
                "t16"."application_no" AS "application_no",
                "t16"."cal" AS "cal",
                "t16"."permit_type" AS "permit_type",
                "t16"."received_day" AS "received_day",
                "t16"."complete_day" AS "complete_day",
                "t16"."end_day" AS "end_day",
                "t21"."month" AS "month",
                "t21"."snap" AS "snap",
                "t21"."snap_idx" AS "snap_idx"
              FROM (
                SELECT
                  "t4"."office" AS "office",
                  "t4"."application_no" AS "application_no",
                  "t4"."cal" AS "cal",
                  "t4"."permit_type" AS "permit_type",
                  "t4"."received_day" AS "received_day",
                  "t4"."complete_day" AS "complete_day",
                  "t4"."end_day" AS "end_day"
                FROM "kept_clocked" AS "t4"
                WHERE
                  NOT (
                    "t4"."undated"
                  )
              ) AS "t16"
              INNER JOIN (
                SELECT
                  "t19".*
                  EXCEPT ("cal")
                FROM (
                  SELECT
                    "t18"."office" AS "office",
                    "t18"."cal" AS "cal",
                    "t18"."month" AS "month",
                    "t18"."snap" AS "snap",
                    "t13"."snap_idx" AS "snap_idx"
                  FROM (
                    SELECT
                      "t15".*
                      EXCEPT ("kind")
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
                isNull("t22"."end_day") OR (
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
    "t6"."office" AS "office",
    "t6"."application_no" AS "application_no",
    "t6"."activity" AS "activity",
    "t6"."mapped" AS "mapped",
    "t6"."stage" AS "stage",
    "t6"."desk" AS "desk",
    "t6"."clock" AS "clock",
    "t6"."event" AS "event",
    "t6"."timed" AS "timed",
    "t6"."told_day" AS "told_day",
    "t6"."begun_day" AS "begun_day",
    "t6"."finished_at" AS "finished_at",
    "t6"."finished_day" AS "finished_day",
    "t6"."run_s_idx" AS "run_s_idx",
    "t6"."run_f_idx" AS "run_f_idx",
    "t42"."month" AS "month",
    "t42"."snap" AS "snap",
    "t42"."s_idx" AS "s_idx",
    "t42"."e_idx" AS "e_idx"
  FROM "kept_events" AS "t6"
  INNER JOIN (
    SELECT
      "t39"."office" AS "office",
      "t39"."application_no" AS "application_no",
      "t39"."month" AS "month",
      "t39"."snap" AS "snap",
      "t39"."s_idx" AS "s_idx",
      "t39"."e_idx" AS "e_idx"
    FROM (
      SELECT
        "t38".*
        EXCEPT ("own", "province_rule")
      FROM (
        SELECT
          "t37"."office" AS "office",
          "t37"."application_no" AS "application_no",
          "t37"."cal" AS "cal",
          "t37"."permit_type" AS "permit_type",
          "t37"."month" AS "month",
          "t37"."snap" AS "snap",
          "t37"."e_idx" AS "e_idx",
          "t37"."start_day" AS "start_day",
          "t37"."s_idx" AS "s_idx",
          "t37"."own" AS "own",
          "t37"."province_rule" AS "province_rule",
          COALESCE("t37"."own", "t37"."province_rule") AS "standard"
        FROM (
          SELECT
            "t28"."office" AS "office",
            "t28"."application_no" AS "application_no",
            "t28"."cal" AS "cal",
            "t28"."permit_type" AS "permit_type",
            "t28"."month" AS "month",
            "t28"."snap" AS "snap",
            "t28"."e_idx" AS "e_idx",
            "t28"."start_day" AS "start_day",
            "t28"."s_idx" AS "s_idx",
            "t35"."own" AS "own",
            "t36"."province_rule" AS "province_rule"
          FROM (
            SELECT
              "t26".*
              EXCEPT ("complete_day", "end_day", "received_day")
            FROM (
              SELECT
                "t25"."office" AS "office",
                "t25"."application_no" AS "application_no",
                "t25"."cal" AS "cal",
                "t25"."permit_type" AS "permit_type",
                "t25"."received_day" AS "received_day",
                "t25"."complete_day" AS "complete_day",
                "t25"."end_day" AS "end_day",
                "t25"."month" AS "month",
                "t25"."snap" AS "snap",
                "t25"."snap_idx" AS "e_idx",
                "t25"."start_day" AS "start_day",
                "t25"."s_idx" AS "s_idx"
              FROM (
                SELECT
                  "t24"."office" AS "office",
                  "t24"."application_no" AS "application_no",
                  "t24"."cal" AS "cal",
                  "t24"."permit_type" AS "permit_type",
                  "t24"."received_day" AS "received_day",
                  "t24"."complete_day" AS "complete_day",
                  "t24"."end_day" AS "end_day",
                  "t24"."month" AS "month",
                  "t24"."snap" AS "snap",
                  "t24"."snap_idx" AS "snap_idx",
                  "t24"."start_day" AS "start_day",
                  "t12"."s_idx" AS "s_idx"
                FROM (
                  SELECT
                    "t22"."office" AS "office",
                    "t22"."application_no" AS "application_no",
                    "t22"."cal" AS "cal",
                    "t22"."permit_type" AS "permit_type",
                    "t22"."received_day" AS "received_day",
                    "t22"."complete_day" AS "complete_day",
                    "t22"."end_day" AS "end_day",
                    "t22"."month" AS "month",
                    "t22"."snap" AS "snap",
                    "t22"."snap_idx" AS "snap_idx",
                    CASE
                      WHEN "t22"."complete_day" <= "t22"."snap"
                      THEN "t22"."complete_day"
                      ELSE "t22"."received_day"
                    END AS "start_day"
                  FROM (
                    SELECT
                      "t16"."office" AS "office",
                      "t16"."application_no" AS "application_no",
                      "t16"."cal" AS "cal",
                      "t16"."permit_type" AS "permit_type",
                      "t16"."received_day" AS "received_day",
                      "t16"."complete_day" AS "complete_day",
                      "t16"."end_day" AS "end_day",
                      "t21"."month" AS "month",
                      "t21"."snap" AS "snap",
                      "t21"."snap_idx" AS "snap_idx"
                    FROM (
                      SELECT
                        "t4"."office" AS "office",
                        "t4"."application_no" AS "application_no",
                        "t4"."cal" AS "cal",
                        "t4"."permit_type" AS "permit_type",
                        "t4"."received_day" AS "received_day",
                        "t4"."complete_day" AS "complete_day",
                        "t4"."end_day" AS "end_day"
                      FROM "kept_clocked" AS "t4"
                      WHERE
                        NOT (
                          "t4"."undated"
                        )
                    ) AS "t16"
                    INNER JOIN (
                      SELECT
                        "t19".*
                        EXCEPT ("cal")
                      FROM (
                        SELECT
                          "t18"."office" AS "office",
                          "t18"."cal" AS "cal",
                          "t18"."month" AS "month",
                          "t18"."snap" AS "snap",
                          "t13"."snap_idx" AS "snap_idx"
                        FROM (
                          SELECT
                            "t15".*
                            EXCEPT ("kind")
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
                      isNull("t22"."end_day") OR (
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
    "t40"."office" AS "office",
    "t40"."application_no" AS "application_no",
    "t40"."cal" AS "cal",
    "t40"."permit_type" AS "permit_type",
    "t40"."month" AS "month",
    "t40"."snap" AS "snap",
    "t40"."e_idx" AS "e_idx",
    "t40"."start_day" AS "start_day",
    "t40"."s_idx" AS "s_idx",
    "t40"."standard" AS "standard",
    "t59"."paused" AS "paused"
  FROM (
    SELECT
      "t38".*
      EXCEPT ("own", "province_rule")
    FROM (
      SELECT
        "t37"."office" AS "office",
        "t37"."application_no" AS "application_no",
        "t37"."cal" AS "cal",
        "t37"."permit_type" AS "permit_type",
        "t37"."month" AS "month",
        "t37"."snap" AS "snap",
        "t37"."e_idx" AS "e_idx",
        "t37"."start_day" AS "start_day",
        "t37"."s_idx" AS "s_idx",
        "t37"."own" AS "own",
        "t37"."province_rule" AS "province_rule",
        COALESCE("t37"."own", "t37"."province_rule") AS "standard"
      FROM (
        SELECT
          "t28"."office" AS "office",
          "t28"."application_no" AS "application_no",
          "t28"."cal" AS "cal",
          "t28"."permit_type" AS "permit_type",
          "t28"."month" AS "month",
          "t28"."snap" AS "snap",
          "t28"."e_idx" AS "e_idx",
          "t28"."start_day" AS "start_day",
          "t28"."s_idx" AS "s_idx",
          "t35"."own" AS "own",
          "t36"."province_rule" AS "province_rule"
        FROM (
          SELECT
            "t26".*
            EXCEPT ("complete_day", "end_day", "received_day")
          FROM (
            SELECT
              "t25"."office" AS "office",
              "t25"."application_no" AS "application_no",
              "t25"."cal" AS "cal",
              "t25"."permit_type" AS "permit_type",
              "t25"."received_day" AS "received_day",
              "t25"."complete_day" AS "complete_day",
              "t25"."end_day" AS "end_day",
              "t25"."month" AS "month",
              "t25"."snap" AS "snap",
              "t25"."snap_idx" AS "e_idx",
              "t25"."start_day" AS "start_day",
              "t25"."s_idx" AS "s_idx"
            FROM (
              SELECT
                "t24"."office" AS "office",
                "t24"."application_no" AS "application_no",
                "t24"."cal" AS "cal",
                "t24"."permit_type" AS "permit_type",
                "t24"."received_day" AS "received_day",
                "t24"."complete_day" AS "complete_day",
                "t24"."end_day" AS "end_day",
                "t24"."month" AS "month",
                "t24"."snap" AS "snap",
                "t24"."snap_idx" AS "snap_idx",
                "t24"."start_day" AS "start_day",
                "t12"."s_idx" AS "s_idx"
              FROM (
                SELECT
                  "t22"."office" AS "office",
                  "t22"."application_no" AS "application_no",
                  "t22"."cal" AS "cal",
                  "t22"."permit_type" AS "permit_type",
                  "t22"."received_day" AS "received_day",
                  "t22"."complete_day" AS "complete_day",
                  "t22"."end_day" AS "end_day",
                  "t22"."month" AS "month",
                  "t22"."snap" AS "snap",
                  "t22"."snap_idx" AS "snap_idx",
                  CASE
                    WHEN "t22"."complete_day" <= "t22"."snap"
                    THEN "t22"."complete_day"
                    ELSE "t22"."received_day"
                  END AS "start_day"
                FROM (
                  SELECT
                    "t16"."office" AS "office",
                    "t16"."application_no" AS "application_no",
                    "t16"."cal" AS "cal",
                    "t16"."permit_type" AS "permit_type",
                    "t16"."received_day" AS "received_day",
                    "t16"."complete_day" AS "complete_day",
                    "t16"."end_day" AS "end_day",
                    "t21"."month" AS "month",
                    "t21"."snap" AS "snap",
                    "t21"."snap_idx" AS "snap_idx"
                  FROM (
                    SELECT
                      "t4"."office" AS "office",
                      "t4"."application_no" AS "application_no",
                      "t4"."cal" AS "cal",
                      "t4"."permit_type" AS "permit_type",
                      "t4"."received_day" AS "received_day",
                      "t4"."complete_day" AS "complete_day",
                      "t4"."end_day" AS "end_day"
                    FROM "kept_clocked" AS "t4"
                    WHERE
                      NOT (
                        "t4"."undated"
                      )
                  ) AS "t16"
                  INNER JOIN (
                    SELECT
                      "t19".*
                      EXCEPT ("cal")
                    FROM (
                      SELECT
                        "t18"."office" AS "office",
                        "t18"."cal" AS "cal",
                        "t18"."month" AS "month",
                        "t18"."snap" AS "snap",
                        "t13"."snap_idx" AS "snap_idx"
                      FROM (
                        SELECT
                          "t15".*
                          EXCEPT ("kind")
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
                    isNull("t22"."end_day") OR (
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
      "t57"."paused" AS "paused"
    FROM (
      SELECT
        "t55"."office" AS "office",
        "t55"."application_no" AS "application_no",
        "t55"."month" AS "month",
        SUM("t55"."p_end" - "t55"."p_start") AS "paused"
      FROM (
        SELECT
          "t54".*
          EXCEPT ("island")
        FROM (
          SELECT
            "t53"."office" AS "office",
            "t53"."application_no" AS "application_no",
            "t53"."month" AS "month",
            "t53"."island" AS "island",
            "t53"."p_start" AS "p_start",
            "t53"."p_end" AS "p_end",
            CAST(COALESCE(
              SUM("t53"."p_end" - "t53"."p_start") OVER (
                PARTITION BY "t53"."office", "t53"."application_no", "t53"."month"
                ORDER BY "t53"."p_start" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ),
              0
            ) AS Nullable(Int32)) AS "before"
          FROM (
            SELECT
              "t52"."office" AS "office",
              "t52"."application_no" AS "application_no",
              "t52"."month" AS "month",
              "t52"."island" AS "island",
              MIN("t52"."p_start") AS "p_start",
              MAX("t52"."p_end") AS "p_end"
            FROM (
              SELECT
                "t50"."office" AS "office",
                "t50"."application_no" AS "application_no",
                "t50"."activity" AS "activity",
                "t50"."mapped" AS "mapped",
                "t50"."stage" AS "stage",
                "t50"."desk" AS "desk",
                "t50"."clock" AS "clock",
                "t50"."event" AS "event",
                "t50"."timed" AS "timed",
                "t50"."told_day" AS "told_day",
                "t50"."begun_day" AS "begun_day",
                "t50"."finished_at" AS "finished_at",
                "t50"."finished_day" AS "finished_day",
                "t50"."run_s_idx" AS "run_s_idx",
                "t50"."run_f_idx" AS "run_f_idx",
                "t50"."month" AS "month",
                "t50"."snap" AS "snap",
                "t50"."s_idx" AS "s_idx",
                "t50"."e_idx" AS "e_idx",
                "t50"."p_start" AS "p_start",
                "t50"."p_end" AS "p_end",
                "t50"."reach" AS "reach",
                "t50"."fresh" AS "fresh",
                SUM("t50"."fresh") OVER (
                  PARTITION BY "t50"."office", "t50"."application_no", "t50"."month"
                  ORDER BY "t50"."p_start" ASC, "t50"."p_end" ASC, "t50"."event" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS "island"
              FROM (
                SELECT
                  "t47"."office" AS "office",
                  "t47"."application_no" AS "application_no",
                  "t47"."activity" AS "activity",
                  "t47"."mapped" AS "mapped",
                  "t47"."stage" AS "stage",
                  "t47"."desk" AS "desk",
                  "t47"."clock" AS "clock",
                  "t47"."event" AS "event",
                  "t47"."timed" AS "timed",
                  "t47"."told_day" AS "told_day",
                  "t47"."begun_day" AS "begun_day",
                  "t47"."finished_at" AS "finished_at",
                  "t47"."finished_day" AS "finished_day",
                  "t47"."run_s_idx" AS "run_s_idx",
                  "t47"."run_f_idx" AS "run_f_idx",
                  "t47"."month" AS "month",
                  "t47"."snap" AS "snap",
                  "t47"."s_idx" AS "s_idx",
                  "t47"."e_idx" AS "e_idx",
                  "t47"."p_start" AS "p_start",
                  "t47"."p_end" AS "p_end",
                  "t47"."reach" AS "reach",
                  CAST(isNull("t47"."reach") OR (
                    "t47"."p_start" > "t47"."reach"
                  ) AS Nullable(Int32)) AS "fresh"
                FROM (
                  SELECT
                    "t46"."office" AS "office",
                    "t46"."application_no" AS "application_no",
                    "t46"."activity" AS "activity",
                    "t46"."mapped" AS "mapped",
                    "t46"."stage" AS "stage",
                    "t46"."desk" AS "desk",
                    "t46"."clock" AS "clock",
                    "t46"."event" AS "event",
                    "t46"."timed" AS "timed",
                    "t46"."told_day" AS "told_day",
                    "t46"."begun_day" AS "begun_day",
                    "t46"."finished_at" AS "finished_at",
                    "t46"."finished_day" AS "finished_day",
                    "t46"."run_s_idx" AS "run_s_idx",
                    "t46"."run_f_idx" AS "run_f_idx",
                    "t46"."month" AS "month",
                    "t46"."snap" AS "snap",
                    "t46"."s_idx" AS "s_idx",
                    "t46"."e_idx" AS "e_idx",
                    "t46"."p_start" AS "p_start",
                    "t46"."p_end" AS "p_end",
                    MAX("t46"."p_end") OVER (
                      PARTITION BY "t46"."office", "t46"."application_no", "t46"."month"
                      ORDER BY "t46"."p_start" ASC, "t46"."p_end" ASC, "t46"."event" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                    ) AS "reach"
                  FROM (
                    SELECT
                      "t44"."office" AS "office",
                      "t44"."application_no" AS "application_no",
                      "t44"."activity" AS "activity",
                      "t44"."mapped" AS "mapped",
                      "t44"."stage" AS "stage",
                      "t44"."desk" AS "desk",
                      "t44"."clock" AS "clock",
                      "t44"."event" AS "event",
                      "t44"."timed" AS "timed",
                      "t44"."told_day" AS "told_day",
                      "t44"."begun_day" AS "begun_day",
                      "t44"."finished_at" AS "finished_at",
                      "t44"."finished_day" AS "finished_day",
                      "t44"."run_s_idx" AS "run_s_idx",
                      "t44"."run_f_idx" AS "run_f_idx",
                      "t44"."month" AS "month",
                      "t44"."snap" AS "snap",
                      "t44"."s_idx" AS "s_idx",
                      "t44"."e_idx" AS "e_idx",
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
              "t52"."office",
              "t52"."application_no",
              "t52"."month",
              "t52"."island"
          ) AS "t53"
        ) AS "t54"
      ) AS "t55"
      GROUP BY
        "t55"."office",
        "t55"."application_no",
        "t55"."month"
    ) AS "t57"
  ) AS "t59"
    ON "t40"."office" = "t59"."_k0"
    AND "t40"."application_no" = "t59"."_k1"
    AND "t40"."month" = "t59"."_k2"
)
SELECT
  "t77"."office" AS "office",
  "t77"."application_no" AS "application_no",
  "t77"."month" AS "month",
  "t77"."snap" AS "snap",
  "t77"."permit_type" AS "permit_type",
  "t77"."start_day" AS "start_day",
  "t77"."due_day" AS "due_day",
  "t77"."standard" AS "standard",
  "t81"."since" AS "since",
  CAST("t77"."age" AS Nullable(Int32)) AS "age",
  CAST("t77"."age" - "t77"."paused" AS Nullable(Int32)) AS "net",
  COALESCE("t81"."stage", '') AS "stage",
  COALESCE("t81"."desk", '') AS "desk",
  COALESCE(CAST("t77"."due_day" < "t77"."snap" AS Nullable(Int32)), 0) AS "overdue",
  COALESCE(
    CAST((
      "t77"."due_day" >= "t77"."snap"
    )
    AND (
      (
        "t77"."due_idx" - "t77"."e_idx"
      ) <= 3
    ) AS Nullable(Int32)),
    0
  ) AS "due_soon"
FROM (
  SELECT
    "t75".*
    EXCEPT ("due_on", "moved")
  FROM (
    SELECT
      "t74"."office" AS "office",
      "t74"."application_no" AS "application_no",
      "t74"."cal" AS "cal",
      "t74"."permit_type" AS "permit_type",
      "t74"."month" AS "month",
      "t74"."snap" AS "snap",
      "t74"."e_idx" AS "e_idx",
      "t74"."start_day" AS "start_day",
      "t74"."s_idx" AS "s_idx",
      "t74"."standard" AS "standard",
      "t74"."paused" AS "paused",
      "t74"."age" AS "age",
      "t74"."moved" AS "moved",
      "t74"."due_idx" AS "due_idx",
      "t74"."due_on" AS "due_on",
      CASE
        WHEN "t74"."due_on" < "t74"."start_day"
        THEN "t74"."start_day"
        ELSE "t74"."due_on"
      END AS "due_day"
    FROM (
      SELECT
        "t73"."office" AS "office",
        "t73"."application_no" AS "application_no",
        "t73"."cal" AS "cal",
        "t73"."permit_type" AS "permit_type",
        "t73"."month" AS "month",
        "t73"."snap" AS "snap",
        "t73"."e_idx" AS "e_idx",
        "t73"."start_day" AS "start_day",
        "t73"."s_idx" AS "s_idx",
        "t73"."standard" AS "standard",
        "t73"."paused" AS "paused",
        "t73"."age" AS "age",
        "t73"."moved" AS "moved",
        "t73"."due_idx" AS "due_idx",
        "t11"."due_on" AS "due_on"
      FROM (
        SELECT
          "t71"."office" AS "office",
          "t71"."application_no" AS "application_no",
          "t71"."cal" AS "cal",
          "t71"."permit_type" AS "permit_type",
          "t71"."month" AS "month",
          "t71"."snap" AS "snap",
          "t71"."e_idx" AS "e_idx",
          "t71"."start_day" AS "start_day",
          "t71"."s_idx" AS "s_idx",
          "t71"."standard" AS "standard",
          "t71"."paused" AS "paused",
          "t71"."age" AS "age",
          "t71"."moved" AS "moved",
          CAST("t71"."s_idx" + "t71"."standard" + COALESCE("t71"."moved", 0) AS Nullable(Int32)) AS "due_idx"
        FROM (
          SELECT
            "t65"."office" AS "office",
            "t65"."application_no" AS "application_no",
            "t65"."cal" AS "cal",
            "t65"."permit_type" AS "permit_type",
            "t65"."month" AS "month",
            "t65"."snap" AS "snap",
            "t65"."e_idx" AS "e_idx",
            "t65"."start_day" AS "start_day",
            "t65"."s_idx" AS "s_idx",
            "t65"."standard" AS "standard",
            "t65"."paused" AS "paused",
            "t65"."age" AS "age",
            "t70"."moved" AS "moved"
          FROM (
            SELECT
              "t61"."office" AS "office",
              "t61"."application_no" AS "application_no",
              "t61"."cal" AS "cal",
              "t61"."permit_type" AS "permit_type",
              "t61"."month" AS "month",
              "t61"."snap" AS "snap",
              "t61"."e_idx" AS "e_idx",
              "t61"."start_day" AS "start_day",
              "t61"."s_idx" AS "s_idx",
              "t61"."standard" AS "standard",
              COALESCE("t61"."paused", 0) AS "paused",
              "t61"."e_idx" - "t61"."s_idx" AS "age"
            FROM "t60" AS "t61"
          ) AS "t65"
          LEFT OUTER JOIN (
            SELECT
              "t68"."office" AS "_k0",
              "t68"."application_no" AS "_k1",
              "t68"."month" AS "_k2",
              "t68"."moved" AS "moved"
            FROM (
              SELECT
                "t67"."office" AS "office",
                "t67"."application_no" AS "application_no",
                "t67"."month" AS "month",
                SUM("t67"."p_end" - "t67"."p_start") AS "moved"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t56"."office" AS "office",
                    "t56"."application_no" AS "application_no",
                    "t56"."month" AS "month",
                    "t56"."p_start" AS "p_start",
                    "t56"."p_end" AS "p_end",
                    "t56"."before" AS "before",
                    "t63"."s_idx" AS "s_idx",
                    "t63"."standard" AS "standard"
                  FROM (
                    SELECT
                      "t54".*
                      EXCEPT ("island")
                    FROM (
                      SELECT
                        "t53"."office" AS "office",
                        "t53"."application_no" AS "application_no",
                        "t53"."month" AS "month",
                        "t53"."island" AS "island",
                        "t53"."p_start" AS "p_start",
                        "t53"."p_end" AS "p_end",
                        CAST(COALESCE(
                          SUM("t53"."p_end" - "t53"."p_start") OVER (
                            PARTITION BY "t53"."office", "t53"."application_no", "t53"."month"
                            ORDER BY "t53"."p_start" ASC
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                          ),
                          0
                        ) AS Nullable(Int32)) AS "before"
                      FROM (
                        SELECT
                          "t52"."office" AS "office",
                          "t52"."application_no" AS "application_no",
                          "t52"."month" AS "month",
                          "t52"."island" AS "island",
                          MIN("t52"."p_start") AS "p_start",
                          MAX("t52"."p_end") AS "p_end"
                        FROM (
                          SELECT
                            "t50"."office" AS "office",
                            "t50"."application_no" AS "application_no",
                            "t50"."activity" AS "activity",
                            "t50"."mapped" AS "mapped",
                            "t50"."stage" AS "stage",
                            "t50"."desk" AS "desk",
                            "t50"."clock" AS "clock",
                            "t50"."event" AS "event",
                            "t50"."timed" AS "timed",
                            "t50"."told_day" AS "told_day",
                            "t50"."begun_day" AS "begun_day",
                            "t50"."finished_at" AS "finished_at",
                            "t50"."finished_day" AS "finished_day",
                            "t50"."run_s_idx" AS "run_s_idx",
                            "t50"."run_f_idx" AS "run_f_idx",
                            "t50"."month" AS "month",
                            "t50"."snap" AS "snap",
                            "t50"."s_idx" AS "s_idx",
                            "t50"."e_idx" AS "e_idx",
                            "t50"."p_start" AS "p_start",
                            "t50"."p_end" AS "p_end",
                            "t50"."reach" AS "reach",
                            "t50"."fresh" AS "fresh",
                            SUM("t50"."fresh") OVER (
                              PARTITION BY "t50"."office", "t50"."application_no", "t50"."month"
                              ORDER BY "t50"."p_start" ASC, "t50"."p_end" ASC, "t50"."event" ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                            ) AS "island"
                          FROM (
                            SELECT
                              "t47"."office" AS "office",
                              "t47"."application_no" AS "application_no",
                              "t47"."activity" AS "activity",
                              "t47"."mapped" AS "mapped",
                              "t47"."stage" AS "stage",
                              "t47"."desk" AS "desk",
                              "t47"."clock" AS "clock",
                              "t47"."event" AS "event",
                              "t47"."timed" AS "timed",
                              "t47"."told_day" AS "told_day",
                              "t47"."begun_day" AS "begun_day",
                              "t47"."finished_at" AS "finished_at",
                              "t47"."finished_day" AS "finished_day",
                              "t47"."run_s_idx" AS "run_s_idx",
                              "t47"."run_f_idx" AS "run_f_idx",
                              "t47"."month" AS "month",
                              "t47"."snap" AS "snap",
                              "t47"."s_idx" AS "s_idx",
                              "t47"."e_idx" AS "e_idx",
                              "t47"."p_start" AS "p_start",
                              "t47"."p_end" AS "p_end",
                              "t47"."reach" AS "reach",
                              CAST(isNull("t47"."reach") OR (
                                "t47"."p_start" > "t47"."reach"
                              ) AS Nullable(Int32)) AS "fresh"
                            FROM (
                              SELECT
                                "t46"."office" AS "office",
                                "t46"."application_no" AS "application_no",
                                "t46"."activity" AS "activity",
                                "t46"."mapped" AS "mapped",
                                "t46"."stage" AS "stage",
                                "t46"."desk" AS "desk",
                                "t46"."clock" AS "clock",
                                "t46"."event" AS "event",
                                "t46"."timed" AS "timed",
                                "t46"."told_day" AS "told_day",
                                "t46"."begun_day" AS "begun_day",
                                "t46"."finished_at" AS "finished_at",
                                "t46"."finished_day" AS "finished_day",
                                "t46"."run_s_idx" AS "run_s_idx",
                                "t46"."run_f_idx" AS "run_f_idx",
                                "t46"."month" AS "month",
                                "t46"."snap" AS "snap",
                                "t46"."s_idx" AS "s_idx",
                                "t46"."e_idx" AS "e_idx",
                                "t46"."p_start" AS "p_start",
                                "t46"."p_end" AS "p_end",
                                MAX("t46"."p_end") OVER (
                                  PARTITION BY "t46"."office", "t46"."application_no", "t46"."month"
                                  ORDER BY "t46"."p_start" ASC, "t46"."p_end" ASC, "t46"."event" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                ) AS "reach"
                              FROM (
                                SELECT
                                  "t44"."office" AS "office",
                                  "t44"."application_no" AS "application_no",
                                  "t44"."activity" AS "activity",
                                  "t44"."mapped" AS "mapped",
                                  "t44"."stage" AS "stage",
                                  "t44"."desk" AS "desk",
                                  "t44"."clock" AS "clock",
                                  "t44"."event" AS "event",
                                  "t44"."timed" AS "timed",
                                  "t44"."told_day" AS "told_day",
                                  "t44"."begun_day" AS "begun_day",
                                  "t44"."finished_at" AS "finished_at",
                                  "t44"."finished_day" AS "finished_day",
                                  "t44"."run_s_idx" AS "run_s_idx",
                                  "t44"."run_f_idx" AS "run_f_idx",
                                  "t44"."month" AS "month",
                                  "t44"."snap" AS "snap",
                                  "t44"."s_idx" AS "s_idx",
                                  "t44"."e_idx" AS "e_idx",
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
                          "t52"."office",
                          "t52"."application_no",
                          "t52"."month",
                          "t52"."island"
                      ) AS "t53"
                    ) AS "t54"
                  ) AS "t56"
                  INNER JOIN (
                    SELECT
                      "t61"."office" AS "office",
                      "t61"."application_no" AS "application_no",
                      "t61"."month" AS "month",
                      "t61"."s_idx" AS "s_idx",
                      "t61"."standard" AS "standard"
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
                "t67"."office",
                "t67"."application_no",
                "t67"."month"
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
    "t79"."office" AS "office",
    "t79"."application_no" AS "application_no",
    "t79"."month" AS "month",
    "t51"."stage" AS "stage",
    "t51"."desk" AS "desk",
    "t51"."since" AS "since"
  FROM (
    SELECT
      "t76"."office" AS "office",
      "t76"."application_no" AS "application_no",
      "t76"."month" AS "month"
    FROM (
      SELECT
        "t75".*
        EXCEPT ("due_on", "moved")
      FROM (
        SELECT
          "t74"."office" AS "office",
          "t74"."application_no" AS "application_no",
          "t74"."cal" AS "cal",
          "t74"."permit_type" AS "permit_type",
          "t74"."month" AS "month",
          "t74"."snap" AS "snap",
          "t74"."e_idx" AS "e_idx",
          "t74"."start_day" AS "start_day",
          "t74"."s_idx" AS "s_idx",
          "t74"."standard" AS "standard",
          "t74"."paused" AS "paused",
          "t74"."age" AS "age",
          "t74"."moved" AS "moved",
          "t74"."due_idx" AS "due_idx",
          "t74"."due_on" AS "due_on",
          CASE
            WHEN "t74"."due_on" < "t74"."start_day"
            THEN "t74"."start_day"
            ELSE "t74"."due_on"
          END AS "due_day"
        FROM (
          SELECT
            "t73"."office" AS "office",
            "t73"."application_no" AS "application_no",
            "t73"."cal" AS "cal",
            "t73"."permit_type" AS "permit_type",
            "t73"."month" AS "month",
            "t73"."snap" AS "snap",
            "t73"."e_idx" AS "e_idx",
            "t73"."start_day" AS "start_day",
            "t73"."s_idx" AS "s_idx",
            "t73"."standard" AS "standard",
            "t73"."paused" AS "paused",
            "t73"."age" AS "age",
            "t73"."moved" AS "moved",
            "t73"."due_idx" AS "due_idx",
            "t11"."due_on" AS "due_on"
          FROM (
            SELECT
              "t71"."office" AS "office",
              "t71"."application_no" AS "application_no",
              "t71"."cal" AS "cal",
              "t71"."permit_type" AS "permit_type",
              "t71"."month" AS "month",
              "t71"."snap" AS "snap",
              "t71"."e_idx" AS "e_idx",
              "t71"."start_day" AS "start_day",
              "t71"."s_idx" AS "s_idx",
              "t71"."standard" AS "standard",
              "t71"."paused" AS "paused",
              "t71"."age" AS "age",
              "t71"."moved" AS "moved",
              CAST("t71"."s_idx" + "t71"."standard" + COALESCE("t71"."moved", 0) AS Nullable(Int32)) AS "due_idx"
            FROM (
              SELECT
                "t65"."office" AS "office",
                "t65"."application_no" AS "application_no",
                "t65"."cal" AS "cal",
                "t65"."permit_type" AS "permit_type",
                "t65"."month" AS "month",
                "t65"."snap" AS "snap",
                "t65"."e_idx" AS "e_idx",
                "t65"."start_day" AS "start_day",
                "t65"."s_idx" AS "s_idx",
                "t65"."standard" AS "standard",
                "t65"."paused" AS "paused",
                "t65"."age" AS "age",
                "t70"."moved" AS "moved"
              FROM (
                SELECT
                  "t61"."office" AS "office",
                  "t61"."application_no" AS "application_no",
                  "t61"."cal" AS "cal",
                  "t61"."permit_type" AS "permit_type",
                  "t61"."month" AS "month",
                  "t61"."snap" AS "snap",
                  "t61"."e_idx" AS "e_idx",
                  "t61"."start_day" AS "start_day",
                  "t61"."s_idx" AS "s_idx",
                  "t61"."standard" AS "standard",
                  COALESCE("t61"."paused", 0) AS "paused",
                  "t61"."e_idx" - "t61"."s_idx" AS "age"
                FROM "t60" AS "t61"
              ) AS "t65"
              LEFT OUTER JOIN (
                SELECT
                  "t68"."office" AS "_k0",
                  "t68"."application_no" AS "_k1",
                  "t68"."month" AS "_k2",
                  "t68"."moved" AS "moved"
                FROM (
                  SELECT
                    "t67"."office" AS "office",
                    "t67"."application_no" AS "application_no",
                    "t67"."month" AS "month",
                    SUM("t67"."p_end" - "t67"."p_start") AS "moved"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t56"."office" AS "office",
                        "t56"."application_no" AS "application_no",
                        "t56"."month" AS "month",
                        "t56"."p_start" AS "p_start",
                        "t56"."p_end" AS "p_end",
                        "t56"."before" AS "before",
                        "t63"."s_idx" AS "s_idx",
                        "t63"."standard" AS "standard"
                      FROM (
                        SELECT
                          "t54".*
                          EXCEPT ("island")
                        FROM (
                          SELECT
                            "t53"."office" AS "office",
                            "t53"."application_no" AS "application_no",
                            "t53"."month" AS "month",
                            "t53"."island" AS "island",
                            "t53"."p_start" AS "p_start",
                            "t53"."p_end" AS "p_end",
                            CAST(COALESCE(
                              SUM("t53"."p_end" - "t53"."p_start") OVER (
                                PARTITION BY "t53"."office", "t53"."application_no", "t53"."month"
                                ORDER BY "t53"."p_start" ASC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                              ),
                              0
                            ) AS Nullable(Int32)) AS "before"
                          FROM (
                            SELECT
                              "t52"."office" AS "office",
                              "t52"."application_no" AS "application_no",
                              "t52"."month" AS "month",
                              "t52"."island" AS "island",
                              MIN("t52"."p_start") AS "p_start",
                              MAX("t52"."p_end") AS "p_end"
                            FROM (
                              SELECT
                                "t50"."office" AS "office",
                                "t50"."application_no" AS "application_no",
                                "t50"."activity" AS "activity",
                                "t50"."mapped" AS "mapped",
                                "t50"."stage" AS "stage",
                                "t50"."desk" AS "desk",
                                "t50"."clock" AS "clock",
                                "t50"."event" AS "event",
                                "t50"."timed" AS "timed",
                                "t50"."told_day" AS "told_day",
                                "t50"."begun_day" AS "begun_day",
                                "t50"."finished_at" AS "finished_at",
                                "t50"."finished_day" AS "finished_day",
                                "t50"."run_s_idx" AS "run_s_idx",
                                "t50"."run_f_idx" AS "run_f_idx",
                                "t50"."month" AS "month",
                                "t50"."snap" AS "snap",
                                "t50"."s_idx" AS "s_idx",
                                "t50"."e_idx" AS "e_idx",
                                "t50"."p_start" AS "p_start",
                                "t50"."p_end" AS "p_end",
                                "t50"."reach" AS "reach",
                                "t50"."fresh" AS "fresh",
                                SUM("t50"."fresh") OVER (
                                  PARTITION BY "t50"."office", "t50"."application_no", "t50"."month"
                                  ORDER BY "t50"."p_start" ASC, "t50"."p_end" ASC, "t50"."event" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                ) AS "island"
                              FROM (
                                SELECT
                                  "t47"."office" AS "office",
                                  "t47"."application_no" AS "application_no",
                                  "t47"."activity" AS "activity",
                                  "t47"."mapped" AS "mapped",
                                  "t47"."stage" AS "stage",
                                  "t47"."desk" AS "desk",
                                  "t47"."clock" AS "clock",
                                  "t47"."event" AS "event",
                                  "t47"."timed" AS "timed",
                                  "t47"."told_day" AS "told_day",
                                  "t47"."begun_day" AS "begun_day",
                                  "t47"."finished_at" AS "finished_at",
                                  "t47"."finished_day" AS "finished_day",
                                  "t47"."run_s_idx" AS "run_s_idx",
                                  "t47"."run_f_idx" AS "run_f_idx",
                                  "t47"."month" AS "month",
                                  "t47"."snap" AS "snap",
                                  "t47"."s_idx" AS "s_idx",
                                  "t47"."e_idx" AS "e_idx",
                                  "t47"."p_start" AS "p_start",
                                  "t47"."p_end" AS "p_end",
                                  "t47"."reach" AS "reach",
                                  CAST(isNull("t47"."reach") OR (
                                    "t47"."p_start" > "t47"."reach"
                                  ) AS Nullable(Int32)) AS "fresh"
                                FROM (
                                  SELECT
                                    "t46"."office" AS "office",
                                    "t46"."application_no" AS "application_no",
                                    "t46"."activity" AS "activity",
                                    "t46"."mapped" AS "mapped",
                                    "t46"."stage" AS "stage",
                                    "t46"."desk" AS "desk",
                                    "t46"."clock" AS "clock",
                                    "t46"."event" AS "event",
                                    "t46"."timed" AS "timed",
                                    "t46"."told_day" AS "told_day",
                                    "t46"."begun_day" AS "begun_day",
                                    "t46"."finished_at" AS "finished_at",
                                    "t46"."finished_day" AS "finished_day",
                                    "t46"."run_s_idx" AS "run_s_idx",
                                    "t46"."run_f_idx" AS "run_f_idx",
                                    "t46"."month" AS "month",
                                    "t46"."snap" AS "snap",
                                    "t46"."s_idx" AS "s_idx",
                                    "t46"."e_idx" AS "e_idx",
                                    "t46"."p_start" AS "p_start",
                                    "t46"."p_end" AS "p_end",
                                    MAX("t46"."p_end") OVER (
                                      PARTITION BY "t46"."office", "t46"."application_no", "t46"."month"
                                      ORDER BY "t46"."p_start" ASC, "t46"."p_end" ASC, "t46"."event" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                    ) AS "reach"
                                  FROM (
                                    SELECT
                                      "t44"."office" AS "office",
                                      "t44"."application_no" AS "application_no",
                                      "t44"."activity" AS "activity",
                                      "t44"."mapped" AS "mapped",
                                      "t44"."stage" AS "stage",
                                      "t44"."desk" AS "desk",
                                      "t44"."clock" AS "clock",
                                      "t44"."event" AS "event",
                                      "t44"."timed" AS "timed",
                                      "t44"."told_day" AS "told_day",
                                      "t44"."begun_day" AS "begun_day",
                                      "t44"."finished_at" AS "finished_at",
                                      "t44"."finished_day" AS "finished_day",
                                      "t44"."run_s_idx" AS "run_s_idx",
                                      "t44"."run_f_idx" AS "run_f_idx",
                                      "t44"."month" AS "month",
                                      "t44"."snap" AS "snap",
                                      "t44"."s_idx" AS "s_idx",
                                      "t44"."e_idx" AS "e_idx",
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
                              "t52"."office",
                              "t52"."application_no",
                              "t52"."month",
                              "t52"."island"
                          ) AS "t53"
                        ) AS "t54"
                      ) AS "t56"
                      INNER JOIN (
                        SELECT
                          "t61"."office" AS "office",
                          "t61"."application_no" AS "application_no",
                          "t61"."month" AS "month",
                          "t61"."s_idx" AS "s_idx",
                          "t61"."standard" AS "standard"
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
                    "t67"."office",
                    "t67"."application_no",
                    "t67"."month"
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
      "t48"."stage" AS "stage",
      "t48"."desk" AS "desk",
      CASE WHEN "t48"."running" = 1 THEN "t48"."begun_day" ELSE "t48"."finished_day" END AS "since"
    FROM (
      SELECT
        "t45"."office" AS "office",
        "t45"."application_no" AS "application_no",
        "t45"."activity" AS "activity",
        "t45"."mapped" AS "mapped",
        "t45"."stage" AS "stage",
        "t45"."desk" AS "desk",
        "t45"."clock" AS "clock",
        "t45"."event" AS "event",
        "t45"."timed" AS "timed",
        "t45"."told_day" AS "told_day",
        "t45"."begun_day" AS "begun_day",
        "t45"."finished_at" AS "finished_at",
        "t45"."finished_day" AS "finished_day",
        "t45"."run_s_idx" AS "run_s_idx",
        "t45"."run_f_idx" AS "run_f_idx",
        "t45"."month" AS "month",
        "t45"."snap" AS "snap",
        "t45"."s_idx" AS "s_idx",
        "t45"."e_idx" AS "e_idx",
        "t45"."running" AS "running",
        ROW_NUMBER() OVER (
          PARTITION BY "t45"."office", "t45"."application_no", "t45"."month"
          ORDER BY "t45"."running" DESC, "t45"."event" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t44"."office" AS "office",
          "t44"."application_no" AS "application_no",
          "t44"."activity" AS "activity",
          "t44"."mapped" AS "mapped",
          "t44"."stage" AS "stage",
          "t44"."desk" AS "desk",
          "t44"."clock" AS "clock",
          "t44"."event" AS "event",
          "t44"."timed" AS "timed",
          "t44"."told_day" AS "told_day",
          "t44"."begun_day" AS "begun_day",
          "t44"."finished_at" AS "finished_at",
          "t44"."finished_day" AS "finished_day",
          "t44"."run_s_idx" AS "run_s_idx",
          "t44"."run_f_idx" AS "run_f_idx",
          "t44"."month" AS "month",
          "t44"."snap" AS "snap",
          "t44"."s_idx" AS "s_idx",
          "t44"."e_idx" AS "e_idx",
          CAST(isNull("t44"."finished_day") OR (
            "t44"."finished_day" > "t44"."snap"
          ) AS Nullable(Int32)) AS "running"
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
