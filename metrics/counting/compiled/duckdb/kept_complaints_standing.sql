SELECT
  "t14".*
  EXCLUDE ("answer_told", "r_idx", "snap_idx", "undated", "untold")
FROM (
  SELECT
    "t13"."office",
    "t13"."complaint_no",
    "t13"."category",
    "t13"."channel",
    "t13"."received_day",
    "t13"."resolved_day",
    "t13"."responded_day",
    "t13"."due_day",
    "t13"."standard",
    "t13"."r_idx",
    "t13"."undated",
    "t13"."untold",
    "t13"."answer_told",
    "t13"."month",
    "t13"."snap",
    "t13"."snap_idx",
    "t13"."answer_told"
    AND (
      (
        "t13"."responded_day" IS NULL
      ) OR (
        "t13"."responded_day" > "t13"."snap"
      )
    ) AS "silent",
    CAST("t13"."answer_told"
    AND (
      (
        "t13"."responded_day" IS NULL
      ) OR (
        "t13"."responded_day" > "t13"."snap"
      )
    )
    AND (
      "t13"."due_day" < "t13"."snap"
    ) AS INT) AS "overdue",
    CAST("t13"."snap_idx" - "t13"."r_idx" AS INT) AS "age"
  FROM (
    SELECT
      "t5"."office",
      "t5"."complaint_no",
      "t5"."category",
      "t5"."channel",
      "t5"."received_day",
      "t5"."resolved_day",
      "t5"."responded_day",
      "t5"."due_day",
      "t5"."standard",
      "t5"."r_idx",
      "t5"."undated",
      "t5"."untold",
      "t5"."answer_told",
      "t12"."month",
      "t12"."snap",
      "t12"."snap_idx"
    FROM (
      SELECT
        "t0"."office",
        "t0"."complaint_no",
        "t0"."category",
        "t0"."channel",
        "t0"."received_day",
        "t0"."resolved_day",
        "t0"."responded_day",
        "t0"."due_day",
        "t0"."standard",
        "t0"."r_idx",
        "t0"."undated",
        "t0"."untold",
        "t0"."answer_told"
      FROM "kept_complaints" AS "t0"
    ) AS "t5"
    INNER JOIN (
      SELECT
        "t10".*
        EXCLUDE ("cal")
      FROM (
        SELECT
          "t9"."office",
          "t9"."cal",
          "t9"."month",
          "t9"."snap",
          "t7"."snap_idx"
        FROM (
          SELECT
            "t6".*
            EXCLUDE ("kind")
          FROM (
            SELECT
              *
            FROM "given_month_end" AS "t1"
            WHERE
              "t1"."kind" = 'complaints'
          ) AS "t6"
        ) AS "t9"
        LEFT OUTER JOIN (
          SELECT
            "t2"."cal" AS "_k0",
            "t2"."day" AS "_k1",
            "t2"."idx" AS "snap_idx"
          FROM "given_day" AS "t2"
        ) AS "t7"
          ON "t9"."cal" = "t7"."_k0" AND "t9"."snap" = "t7"."_k1"
      ) AS "t10"
    ) AS "t12"
      ON "t5"."office" = "t12"."office"
  ) AS "t13"
  WHERE
    "t13"."received_day" <= "t13"."snap"
    AND (
      (
        "t13"."resolved_day" IS NULL
      ) OR (
        "t13"."resolved_day" > "t13"."snap"
      )
    )
    AND NOT (
      "t13"."undated"
    )
    AND NOT (
      "t13"."untold"
    )
) AS "t14"
