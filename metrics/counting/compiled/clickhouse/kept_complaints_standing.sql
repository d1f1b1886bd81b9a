SELECT
  "t14".*
  EXCEPT ("answer_told", "r_idx", "snap_idx", "undated", "untold")
FROM (
  SELECT
    "t13"."office" AS "office",
    "t13"."complaint_no" AS "complaint_no",
    "t13"."category" AS "category",
    "t13"."channel" AS "channel",
    "t13"."received_day" AS "received_day",
    "t13"."resolved_day" AS "resolved_day",
    "t13"."responded_day" AS "responded_day",
    "t13"."due_day" AS "due_day",
    "t13"."standard" AS "standard",
    "t13"."r_idx" AS "r_idx",
    "t13"."undated" AS "undated",
    "t13"."untold" AS "untold",
    "t13"."answer_told" AS "answer_told",
    "t13"."month" AS "month",
    "t13"."snap" AS "snap",
    "t13"."snap_idx" AS "snap_idx",
    "t13"."answer_told"
    AND (
      isNull("t13"."responded_day") OR (
        "t13"."responded_day" > "t13"."snap"
      )
    ) AS "silent",
    CAST("t13"."answer_told"
    AND (
      isNull("t13"."responded_day") OR (
        "t13"."responded_day" > "t13"."snap"
      )
    )
    AND (
      "t13"."due_day" < "t13"."snap"
    ) AS Nullable(Int32)) AS "overdue",
    CAST("t13"."snap_idx" - "t13"."r_idx" AS Nullable(Int32)) AS "age"
  FROM (
    SELECT
      "t5"."office" AS "office",
      "t5"."complaint_no" AS "complaint_no",
      "t5"."category" AS "category",
      "t5"."channel" AS "channel",
      "t5"."received_day" AS "received_day",
      "t5"."resolved_day" AS "resolved_day",
      "t5"."responded_day" AS "responded_day",
      "t5"."due_day" AS "due_day",
      "t5"."standard" AS "standard",
      "t5"."r_idx" AS "r_idx",
      "t5"."undated" AS "undated",
      "t5"."untold" AS "untold",
      "t5"."answer_told" AS "answer_told",
      "t12"."month" AS "month",
      "t12"."snap" AS "snap",
      "t12"."snap_idx" AS "snap_idx"
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."complaint_no" AS "complaint_no",
        "t0"."category" AS "category",
        "t0"."channel" AS "channel",
        "t0"."received_day" AS "received_day",
        "t0"."resolved_day" AS "resolved_day",
        "t0"."responded_day" AS "responded_day",
        "t0"."due_day" AS "due_day",
        "t0"."standard" AS "standard",
        "t0"."r_idx" AS "r_idx",
        "t0"."undated" AS "undated",
        "t0"."untold" AS "untold",
        "t0"."answer_told" AS "answer_told"
      FROM "kept_complaints" AS "t0"
    ) AS "t5"
    INNER JOIN (
      SELECT
        "t10".*
        EXCEPT ("cal")
      FROM (
        SELECT
          "t9"."office" AS "office",
          "t9"."cal" AS "cal",
          "t9"."month" AS "month",
          "t9"."snap" AS "snap",
          "t7"."snap_idx" AS "snap_idx"
        FROM (
          SELECT
            "t6".*
            EXCEPT ("kind")
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
      isNull("t13"."resolved_day") OR (
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
