WITH "t13" AS (
  SELECT
    "t4"."office",
    "t4"."application_no",
    "t4"."cal",
    "t4"."permit_type",
    "t4"."month",
    "t4"."snap",
    "t4"."e_idx",
    "t4"."start_day",
    "t4"."s_idx",
    "t4"."standard",
    "t11"."paused"
  FROM "kept_open_then" AS "t4"
  LEFT OUTER JOIN (
    SELECT
      "t8"."office" AS "_k0",
      "t8"."application_no" AS "_k1",
      "t8"."month" AS "_k2",
      "t8"."paused"
    FROM (
      SELECT
        "t3"."office",
        "t3"."application_no",
        "t3"."month",
        SUM("t3"."p_end" - "t3"."p_start") AS "paused"
      FROM "kept_pauses_then" AS "t3"
      GROUP BY
        1,
        2,
        3
    ) AS "t8"
  ) AS "t11"
    ON "t4"."office" = "t11"."_k0"
    AND "t4"."application_no" = "t11"."_k1"
    AND "t4"."month" = "t11"."_k2"
)
SELECT
  "t32"."office",
  "t32"."application_no",
  "t32"."month",
  "t32"."snap",
  "t32"."permit_type",
  "t32"."start_day",
  "t32"."due_day",
  "t32"."standard",
  "t36"."since",
  CAST("t32"."age" AS INTEGER) AS "age",
  CAST("t32"."age" - "t32"."paused" AS INTEGER) AS "net",
  COALESCE("t36"."stage", '') AS "stage",
  COALESCE("t36"."desk", '') AS "desk",
  COALESCE(CAST("t32"."due_day" < "t32"."snap" AS INTEGER), 0) AS "overdue",
  COALESCE(
    CAST((
      "t32"."due_day" >= "t32"."snap"
    )
    AND (
      (
        "t32"."due_idx" - "t32"."e_idx"
      ) <= 3
    ) AS INTEGER),
    0
  ) AS "due_soon"
FROM (
  SELECT
    "t30"."office",
    "t30"."application_no",
    "t30"."cal",
    "t30"."permit_type",
    "t30"."month",
    "t30"."snap",
    "t30"."e_idx",
    "t30"."start_day",
    "t30"."s_idx",
    "t30"."standard",
    "t30"."paused",
    "t30"."age",
    "t30"."due_idx",
    "t30"."due_day"
  FROM (
    SELECT
      "t29"."office",
      "t29"."application_no",
      "t29"."cal",
      "t29"."permit_type",
      "t29"."month",
      "t29"."snap",
      "t29"."e_idx",
      "t29"."start_day",
      "t29"."s_idx",
      "t29"."standard",
      "t29"."paused",
      "t29"."age",
      "t29"."moved",
      "t29"."due_idx",
      "t29"."due_on",
      IF("t29"."due_on" < "t29"."start_day", "t29"."start_day", "t29"."due_on") AS "due_day"
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
        "t28"."standard",
        "t28"."paused",
        "t28"."age",
        "t28"."moved",
        "t28"."due_idx",
        "t7"."due_on"
      FROM (
        SELECT
          "t26"."office",
          "t26"."application_no",
          "t26"."cal",
          "t26"."permit_type",
          "t26"."month",
          "t26"."snap",
          "t26"."e_idx",
          "t26"."start_day",
          "t26"."s_idx",
          "t26"."standard",
          "t26"."paused",
          "t26"."age",
          "t26"."moved",
          CAST("t26"."s_idx" + "t26"."standard" + COALESCE("t26"."moved", 0) AS INTEGER) AS "due_idx"
        FROM (
          SELECT
            "t20"."office",
            "t20"."application_no",
            "t20"."cal",
            "t20"."permit_type",
            "t20"."month",
            "t20"."snap",
            "t20"."e_idx",
            "t20"."start_day",
            "t20"."s_idx",
            "t20"."standard",
            "t20"."paused",
            "t20"."age",
            "t25"."moved"
          FROM (
            SELECT
              "t14"."office",
              "t14"."application_no",
              "t14"."cal",
              "t14"."permit_type",
              "t14"."month",
              "t14"."snap",
              "t14"."e_idx",
              "t14"."start_day",
              "t14"."s_idx",
              "t14"."standard",
              COALESCE("t14"."paused", 0) AS "paused",
              "t14"."e_idx" - "t14"."s_idx" AS "age"
            FROM "t13" AS "t14"
          ) AS "t20"
          LEFT OUTER JOIN (
            SELECT
              "t23"."office" AS "_k0",
              "t23"."application_no" AS "_k1",
              "t23"."month" AS "_k2",
              "t23"."moved"
            FROM (
              SELECT
                "t22"."office",
                "t22"."application_no",
                "t22"."month",
                SUM("t22"."p_end" - "t22"."p_start") AS "moved"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t5"."office",
                    "t5"."application_no",
                    "t5"."month",
                    "t5"."p_start",
                    "t5"."p_end",
                    "t5"."begun_day",
                    "t5"."before",
                    "t18"."s_idx",
                    "t18"."standard"
                  FROM "kept_pauses_then" AS "t5"
                  INNER JOIN (
                    SELECT
                      "t14"."office",
                      "t14"."application_no",
                      "t14"."month",
                      "t14"."s_idx",
                      "t14"."standard"
                    FROM "t13" AS "t14"
                  ) AS "t18"
                    ON "t5"."office" = "t18"."office"
                    AND "t5"."application_no" = "t18"."application_no"
                    AND "t5"."month" = "t18"."month"
                ) AS "t21"
                WHERE
                  "t21"."p_start" < (
                    "t21"."s_idx" + "t21"."standard" + "t21"."before"
                  )
              ) AS "t22"
              GROUP BY
                1,
                2,
                3
            ) AS "t23"
          ) AS "t25"
            ON "t20"."office" = "t25"."_k0"
            AND "t20"."application_no" = "t25"."_k1"
            AND "t20"."month" = "t25"."_k2"
        ) AS "t26"
      ) AS "t28"
      LEFT OUTER JOIN (
        SELECT
          "t0"."cal" AS "_k0",
          "t0"."idx" AS "_k1",
          "t0"."day" AS "due_on"
        FROM "given_working" AS "t0"
      ) AS "t7"
        ON "t28"."cal" = "t7"."_k0" AND "t28"."due_idx" = "t7"."_k1"
    ) AS "t29"
  ) AS "t30"
) AS "t32"
INNER JOIN (
  SELECT
    "t34"."office",
    "t34"."application_no",
    "t34"."month",
    "t17"."stage",
    "t17"."desk",
    "t17"."since"
  FROM (
    SELECT
      "t31"."office",
      "t31"."application_no",
      "t31"."month"
    FROM (
      SELECT
        "t30"."office",
        "t30"."application_no",
        "t30"."cal",
        "t30"."permit_type",
        "t30"."month",
        "t30"."snap",
        "t30"."e_idx",
        "t30"."start_day",
        "t30"."s_idx",
        "t30"."standard",
        "t30"."paused",
        "t30"."age",
        "t30"."due_idx",
        "t30"."due_day"
      FROM (
        SELECT
          "t29"."office",
          "t29"."application_no",
          "t29"."cal",
          "t29"."permit_type",
          "t29"."month",
          "t29"."snap",
          "t29"."e_idx",
          "t29"."start_day",
          "t29"."s_idx",
          "t29"."standard",
          "t29"."paused",
          "t29"."age",
          "t29"."moved",
          "t29"."due_idx",
          "t29"."due_on",
          IF("t29"."due_on" < "t29"."start_day", "t29"."start_day", "t29"."due_on") AS "due_day"
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
            "t28"."standard",
            "t28"."paused",
            "t28"."age",
            "t28"."moved",
            "t28"."due_idx",
            "t7"."due_on"
          FROM (
            SELECT
              "t26"."office",
              "t26"."application_no",
              "t26"."cal",
              "t26"."permit_type",
              "t26"."month",
              "t26"."snap",
              "t26"."e_idx",
              "t26"."start_day",
              "t26"."s_idx",
              "t26"."standard",
              "t26"."paused",
              "t26"."age",
              "t26"."moved",
              CAST("t26"."s_idx" + "t26"."standard" + COALESCE("t26"."moved", 0) AS INTEGER) AS "due_idx"
            FROM (
              SELECT
                "t20"."office",
                "t20"."application_no",
                "t20"."cal",
                "t20"."permit_type",
                "t20"."month",
                "t20"."snap",
                "t20"."e_idx",
                "t20"."start_day",
                "t20"."s_idx",
                "t20"."standard",
                "t20"."paused",
                "t20"."age",
                "t25"."moved"
              FROM (
                SELECT
                  "t14"."office",
                  "t14"."application_no",
                  "t14"."cal",
                  "t14"."permit_type",
                  "t14"."month",
                  "t14"."snap",
                  "t14"."e_idx",
                  "t14"."start_day",
                  "t14"."s_idx",
                  "t14"."standard",
                  COALESCE("t14"."paused", 0) AS "paused",
                  "t14"."e_idx" - "t14"."s_idx" AS "age"
                FROM "t13" AS "t14"
              ) AS "t20"
              LEFT OUTER JOIN (
                SELECT
                  "t23"."office" AS "_k0",
                  "t23"."application_no" AS "_k1",
                  "t23"."month" AS "_k2",
                  "t23"."moved"
                FROM (
                  SELECT
                    "t22"."office",
                    "t22"."application_no",
                    "t22"."month",
                    SUM("t22"."p_end" - "t22"."p_start") AS "moved"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t5"."office",
                        "t5"."application_no",
                        "t5"."month",
                        "t5"."p_start",
                        "t5"."p_end",
                        "t5"."begun_day",
                        "t5"."before",
                        "t18"."s_idx",
                        "t18"."standard"
                      FROM "kept_pauses_then" AS "t5"
                      INNER JOIN (
                        SELECT
                          "t14"."office",
                          "t14"."application_no",
                          "t14"."month",
                          "t14"."s_idx",
                          "t14"."standard"
                        FROM "t13" AS "t14"
                      ) AS "t18"
                        ON "t5"."office" = "t18"."office"
                        AND "t5"."application_no" = "t18"."application_no"
                        AND "t5"."month" = "t18"."month"
                    ) AS "t21"
                    WHERE
                      "t21"."p_start" < (
                        "t21"."s_idx" + "t21"."standard" + "t21"."before"
                      )
                  ) AS "t22"
                  GROUP BY
                    1,
                    2,
                    3
                ) AS "t23"
              ) AS "t25"
                ON "t20"."office" = "t25"."_k0"
                AND "t20"."application_no" = "t25"."_k1"
                AND "t20"."month" = "t25"."_k2"
            ) AS "t26"
          ) AS "t28"
          LEFT OUTER JOIN (
            SELECT
              "t0"."cal" AS "_k0",
              "t0"."idx" AS "_k1",
              "t0"."day" AS "due_on"
            FROM "given_working" AS "t0"
          ) AS "t7"
            ON "t28"."cal" = "t7"."_k0" AND "t28"."due_idx" = "t7"."_k1"
        ) AS "t29"
      ) AS "t30"
    ) AS "t31"
  ) AS "t34"
  LEFT OUTER JOIN (
    SELECT
      "t12"."office" AS "_k0",
      "t12"."application_no" AS "_k1",
      "t12"."month" AS "_k2",
      "t12"."stage",
      "t12"."desk",
      IF("t12"."running" = 1, "t12"."begun_day", "t12"."finished_day") AS "since"
    FROM (
      SELECT
        "t9"."office",
        "t9"."application_no",
        "t9"."activity",
        "t9"."mapped",
        "t9"."stage",
        "t9"."desk",
        "t9"."clock",
        "t9"."event",
        "t9"."timed",
        "t9"."told_day",
        "t9"."begun_day",
        "t9"."finished_at",
        "t9"."finished_day",
        "t9"."run_s_idx",
        "t9"."run_f_idx",
        "t9"."month",
        "t9"."snap",
        "t9"."s_idx",
        "t9"."e_idx",
        "t9"."running",
        ROW_NUMBER() OVER (
          PARTITION BY "t9"."office", "t9"."application_no", "t9"."month"
          ORDER BY "t9"."running" DESC, "t9"."event" DESC
        ) - 1 AS "place"
      FROM (
        SELECT
          "t1"."office",
          "t1"."application_no",
          "t1"."activity",
          "t1"."mapped",
          "t1"."stage",
          "t1"."desk",
          "t1"."clock",
          "t1"."event",
          "t1"."timed",
          "t1"."told_day",
          "t1"."begun_day",
          "t1"."finished_at",
          "t1"."finished_day",
          "t1"."run_s_idx",
          "t1"."run_f_idx",
          "t1"."month",
          "t1"."snap",
          "t1"."s_idx",
          "t1"."e_idx",
          CAST((
            "t1"."finished_day" IS NULL
          ) OR (
            "t1"."finished_day" > "t1"."snap"
          ) AS INTEGER) AS "running"
        FROM "kept_told_then" AS "t1"
      ) AS "t9"
    ) AS "t12"
    WHERE
      "t12"."place" = 0
  ) AS "t17"
    ON "t34"."office" = "t17"."_k0"
    AND "t34"."application_no" = "t17"."_k1"
    AND "t34"."month" = "t17"."_k2"
) AS "t36"
  ON "t32"."office" = "t36"."office"
  AND "t32"."application_no" = "t36"."application_no"
  AND "t32"."month" = "t36"."month"
