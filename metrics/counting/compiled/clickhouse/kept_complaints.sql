SELECT
  "t33"."office" AS "office",
  "t33"."complaint_no" AS "complaint_no",
  "t33"."application_no" AS "application_no",
  "t33"."category" AS "category",
  "t33"."channel" AS "channel",
  "t33"."received_at" AS "received_at",
  "t33"."responded_at" AS "responded_at",
  "t33"."resolved_at" AS "resolved_at",
  "t33"."status" AS "status",
  "t33"."outcome" AS "outcome",
  "t33"."province" AS "province",
  "t33"."cal" AS "cal",
  "t33"."as_of_applications" AS "as_of_applications",
  "t33"."as_of" AS "as_of",
  "t33"."as_of_payments" AS "as_of_payments",
  "t33"."as_of_survey" AS "as_of_survey",
  "t33"."received_day" AS "received_day",
  "t33"."resolved_day" AS "resolved_day",
  "t33"."responded_day" AS "responded_day",
  "t33"."undated" AS "undated",
  "t33"."untold" AS "untold",
  "t33"."unanswered_told" AS "unanswered_told",
  "t33"."answer_told" AS "answer_told",
  "t33"."whatever" AS "whatever",
  "t33"."own_days" AS "own_days",
  "t33"."general_days" AS "general_days",
  "t33"."standard" AS "standard",
  "t33"."r_idx" AS "r_idx",
  "t33"."a_idx" AS "a_idx",
  "t33"."z_idx" AS "z_idx",
  "t33"."o_idx" AS "o_idx",
  "t33"."due_idx" AS "due_idx",
  "t33"."due_on" AS "due_on",
  CASE
    WHEN "t33"."due_on" > "t33"."received_day"
    THEN "t33"."due_on"
    ELSE "t33"."received_day"
  END AS "due_day",
  CASE
    WHEN isNull(
      CASE
        WHEN "t33"."due_on" > "t33"."received_day"
        THEN "t33"."due_on"
        ELSE "t33"."received_day"
      END
    )
    OR NOT (
      "t33"."answer_told"
    )
    OR (
      CASE
        WHEN "t33"."due_on" > "t33"."received_day"
        THEN "t33"."due_on"
        ELSE "t33"."received_day"
      END > "t33"."as_of"
    )
    THEN CAST(NULL AS Nullable(Int32))
    WHEN (
      "t33"."responded_day" <= CASE
        WHEN "t33"."due_on" > "t33"."received_day"
        THEN "t33"."due_on"
        ELSE "t33"."received_day"
      END
    )
    AND FALSE
    THEN CAST(NULL AS Nullable(Int32))
    WHEN "t33"."responded_day" <= CASE
      WHEN "t33"."due_on" > "t33"."received_day"
      THEN "t33"."due_on"
      ELSE "t33"."received_day"
    END
    THEN 1
    WHEN isNotNull("t33"."responded_day")
    OR (
      CASE
        WHEN "t33"."due_on" > "t33"."received_day"
        THEN "t33"."due_on"
        ELSE "t33"."received_day"
      END < "t33"."as_of"
    )
    THEN 0
    ELSE CAST(NULL AS Nullable(Int32))
  END AS "met",
  CASE
    WHEN "t33"."due_on" > "t33"."received_day"
    THEN "t33"."due_on"
    ELSE "t33"."received_day"
  END <= "t33"."as_of" AS "fell_due",
  CAST((
    toYear("t33"."received_day") * 100
  ) + toMonth("t33"."received_day") AS Nullable(Int32)) AS "received_month",
  CASE
    WHEN "t33"."answer_told"
    THEN CAST(isNotNull("t33"."responded_day") AS Nullable(Int32))
    ELSE CAST(NULL AS Nullable(Int32))
  END AS "responded",
  "t33"."a_idx" - "t33"."r_idx" AS "response_days",
  CASE
    WHEN "t33"."untold"
    THEN CAST(NULL AS Nullable(Int32))
    ELSE CAST(isNotNull("t33"."resolved_day") OR "t33"."undated" AS Nullable(Int32))
  END AS "resolved",
  CAST((
    toYear("t33"."resolved_day") * 100
  ) + toMonth("t33"."resolved_day") AS Nullable(Int32)) AS "resolved_month",
  "t33"."z_idx" - "t33"."r_idx" AS "resolution_days",
  "t33"."o_idx" - "t33"."r_idx" AS "age"
FROM (
  SELECT
    "t32"."office" AS "office",
    "t32"."complaint_no" AS "complaint_no",
    "t32"."application_no" AS "application_no",
    "t32"."category" AS "category",
    "t32"."channel" AS "channel",
    "t32"."received_at" AS "received_at",
    "t32"."responded_at" AS "responded_at",
    "t32"."resolved_at" AS "resolved_at",
    "t32"."status" AS "status",
    "t32"."outcome" AS "outcome",
    "t32"."province" AS "province",
    "t32"."cal" AS "cal",
    "t32"."as_of_applications" AS "as_of_applications",
    "t32"."as_of" AS "as_of",
    "t32"."as_of_payments" AS "as_of_payments",
    "t32"."as_of_survey" AS "as_of_survey",
    "t32"."received_day" AS "received_day",
    "t32"."resolved_day" AS "resolved_day",
    "t32"."responded_day" AS "responded_day",
    "t32"."undated" AS "undated",
    "t32"."untold" AS "untold",
    "t32"."unanswered_told" AS "unanswered_told",
    "t32"."answer_told" AS "answer_told",
    "t32"."whatever" AS "whatever",
    "t32"."own_days" AS "own_days",
    "t32"."general_days" AS "general_days",
    "t32"."standard" AS "standard",
    "t32"."r_idx" AS "r_idx",
    "t32"."a_idx" AS "a_idx",
    "t32"."z_idx" AS "z_idx",
    "t32"."o_idx" AS "o_idx",
    "t32"."due_idx" AS "due_idx",
    "t14"."due_on" AS "due_on"
  FROM (
    SELECT
      "t30"."office" AS "office",
      "t30"."complaint_no" AS "complaint_no",
      "t30"."application_no" AS "application_no",
      "t30"."category" AS "category",
      "t30"."channel" AS "channel",
      "t30"."received_at" AS "received_at",
      "t30"."responded_at" AS "responded_at",
      "t30"."resolved_at" AS "resolved_at",
      "t30"."status" AS "status",
      "t30"."outcome" AS "outcome",
      "t30"."province" AS "province",
      "t30"."cal" AS "cal",
      "t30"."as_of_applications" AS "as_of_applications",
      "t30"."as_of" AS "as_of",
      "t30"."as_of_payments" AS "as_of_payments",
      "t30"."as_of_survey" AS "as_of_survey",
      "t30"."received_day" AS "received_day",
      "t30"."resolved_day" AS "resolved_day",
      "t30"."responded_day" AS "responded_day",
      "t30"."undated" AS "undated",
      "t30"."untold" AS "untold",
      "t30"."unanswered_told" AS "unanswered_told",
      "t30"."answer_told" AS "answer_told",
      "t30"."whatever" AS "whatever",
      "t30"."own_days" AS "own_days",
      "t30"."general_days" AS "general_days",
      "t30"."standard" AS "standard",
      "t30"."r_idx" AS "r_idx",
      "t30"."a_idx" AS "a_idx",
      "t30"."z_idx" AS "z_idx",
      "t30"."o_idx" AS "o_idx",
      CAST("t30"."r_idx" + "t30"."standard" AS Nullable(Int32)) AS "due_idx"
    FROM (
      SELECT
        "t29"."office" AS "office",
        "t29"."complaint_no" AS "complaint_no",
        "t29"."application_no" AS "application_no",
        "t29"."category" AS "category",
        "t29"."channel" AS "channel",
        "t29"."received_at" AS "received_at",
        "t29"."responded_at" AS "responded_at",
        "t29"."resolved_at" AS "resolved_at",
        "t29"."status" AS "status",
        "t29"."outcome" AS "outcome",
        "t29"."province" AS "province",
        "t29"."cal" AS "cal",
        "t29"."as_of_applications" AS "as_of_applications",
        "t29"."as_of" AS "as_of",
        "t29"."as_of_payments" AS "as_of_payments",
        "t29"."as_of_survey" AS "as_of_survey",
        "t29"."received_day" AS "received_day",
        "t29"."resolved_day" AS "resolved_day",
        "t29"."responded_day" AS "responded_day",
        "t29"."undated" AS "undated",
        "t29"."untold" AS "untold",
        "t29"."unanswered_told" AS "unanswered_told",
        "t29"."answer_told" AS "answer_told",
        "t29"."whatever" AS "whatever",
        "t29"."own_days" AS "own_days",
        "t29"."general_days" AS "general_days",
        "t29"."standard" AS "standard",
        "t15"."r_idx" AS "r_idx",
        "t16"."a_idx" AS "a_idx",
        "t17"."z_idx" AS "z_idx",
        "t18"."o_idx" AS "o_idx"
      FROM (
        SELECT
          "t27"."office" AS "office",
          "t27"."complaint_no" AS "complaint_no",
          "t27"."application_no" AS "application_no",
          "t27"."category" AS "category",
          "t27"."channel" AS "channel",
          "t27"."received_at" AS "received_at",
          "t27"."responded_at" AS "responded_at",
          "t27"."resolved_at" AS "resolved_at",
          "t27"."status" AS "status",
          "t27"."outcome" AS "outcome",
          "t27"."province" AS "province",
          "t27"."cal" AS "cal",
          "t27"."as_of_applications" AS "as_of_applications",
          "t27"."as_of" AS "as_of",
          "t27"."as_of_payments" AS "as_of_payments",
          "t27"."as_of_survey" AS "as_of_survey",
          "t27"."received_day" AS "received_day",
          "t27"."resolved_day" AS "resolved_day",
          "t27"."responded_day" AS "responded_day",
          "t27"."undated" AS "undated",
          "t27"."untold" AS "untold",
          "t27"."unanswered_told" AS "unanswered_told",
          "t27"."answer_told" AS "answer_told",
          "t27"."whatever" AS "whatever",
          "t27"."own_days" AS "own_days",
          "t27"."general_days" AS "general_days",
          COALESCE("t27"."own_days", "t27"."general_days") AS "standard"
        FROM (
          SELECT
            "t26"."office" AS "office",
            "t26"."complaint_no" AS "complaint_no",
            "t26"."application_no" AS "application_no",
            "t26"."category" AS "category",
            "t26"."channel" AS "channel",
            "t26"."received_at" AS "received_at",
            "t26"."responded_at" AS "responded_at",
            "t26"."resolved_at" AS "resolved_at",
            "t26"."status" AS "status",
            "t26"."outcome" AS "outcome",
            "t26"."province" AS "province",
            "t26"."cal" AS "cal",
            "t26"."as_of_applications" AS "as_of_applications",
            "t26"."as_of" AS "as_of",
            "t26"."as_of_payments" AS "as_of_payments",
            "t26"."as_of_survey" AS "as_of_survey",
            "t26"."received_day" AS "received_day",
            "t26"."resolved_day" AS "resolved_day",
            "t26"."responded_day" AS "responded_day",
            "t26"."undated" AS "undated",
            "t26"."untold" AS "untold",
            "t26"."unanswered_told" AS "unanswered_told",
            "t26"."answer_told" AS "answer_told",
            "t26"."whatever" AS "whatever",
            "t19"."own_days" AS "own_days",
            "t20"."general_days" AS "general_days"
          FROM (
            SELECT
              "t24"."office" AS "office",
              "t24"."complaint_no" AS "complaint_no",
              "t24"."application_no" AS "application_no",
              "t24"."category" AS "category",
              "t24"."channel" AS "channel",
              "t24"."received_at" AS "received_at",
              "t24"."responded_at" AS "responded_at",
              "t24"."resolved_at" AS "resolved_at",
              "t24"."status" AS "status",
              "t24"."outcome" AS "outcome",
              "t24"."province" AS "province",
              "t24"."cal" AS "cal",
              "t24"."as_of_applications" AS "as_of_applications",
              "t24"."as_of" AS "as_of",
              "t24"."as_of_payments" AS "as_of_payments",
              "t24"."as_of_survey" AS "as_of_survey",
              "t24"."received_day" AS "received_day",
              "t24"."resolved_day" AS "resolved_day",
              "t24"."responded_day" AS "responded_day",
              "t24"."undated" AS "undated",
              "t24"."untold" AS "untold",
              "t24"."unanswered_told" AS "unanswered_told",
              isNotNull("t24"."responded_day") OR "t24"."unanswered_told" AS "answer_told",
              '' AS "whatever"
            FROM (
              SELECT
                "t23"."office" AS "office",
                "t23"."complaint_no" AS "complaint_no",
                "t23"."application_no" AS "application_no",
                "t23"."category" AS "category",
                "t23"."channel" AS "channel",
                "t23"."received_at" AS "received_at",
                "t23"."responded_at" AS "responded_at",
                "t23"."resolved_at" AS "resolved_at",
                "t23"."status" AS "status",
                "t23"."outcome" AS "outcome",
                "t23"."province" AS "province",
                "t23"."cal" AS "cal",
                "t23"."as_of_applications" AS "as_of_applications",
                "t23"."as_of" AS "as_of",
                "t23"."as_of_payments" AS "as_of_payments",
                "t23"."as_of_survey" AS "as_of_survey",
                "t23"."received_day" AS "received_day",
                "t23"."resolved_day" AS "resolved_day",
                "t23"."responded_day" AS "responded_day",
                isNull("t23"."resolved_day") AND COALESCE("t23"."status" = 'resolved', FALSE) AS "undated",
                isNull("t23"."resolved_day") AND COALESCE("t23"."status" = 'untold', FALSE) AS "untold",
                isNull("t23"."status")
                OR (
                  (
                    "t23"."status" = 'open'
                  )
                  AND MAX(isNotNull("t23"."responded_day")) OVER (
                    PARTITION BY "t23"."office"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                ) AS "unanswered_told"
              FROM (
                SELECT
                  "t22"."office" AS "office",
                  "t22"."complaint_no" AS "complaint_no",
                  "t22"."application_no" AS "application_no",
                  COALESCE("t22"."category", '') AS "category",
                  COALESCE("t22"."channel", '') AS "channel",
                  "t22"."received_at" AS "received_at",
                  "t22"."responded_at" AS "responded_at",
                  "t22"."resolved_at" AS "resolved_at",
                  "t22"."status" AS "status",
                  "t22"."outcome" AS "outcome",
                  "t22"."province" AS "province",
                  "t22"."cal" AS "cal",
                  "t22"."as_of_applications" AS "as_of_applications",
                  "t22"."as_of_complaints" AS "as_of",
                  "t22"."as_of_payments" AS "as_of_payments",
                  "t22"."as_of_survey" AS "as_of_survey",
                  CAST("t22"."received_at" AS Nullable(DATE)) AS "received_day",
                  CASE
                    WHEN CAST("t22"."resolved_at" AS Nullable(DATE)) <= "t22"."as_of_complaints"
                    THEN CAST("t22"."resolved_at" AS Nullable(DATE))
                    ELSE CAST(NULL AS Nullable(DATE))
                  END AS "resolved_day",
                  COALESCE(
                    CASE
                      WHEN CAST("t22"."responded_at" AS Nullable(DATE)) <= "t22"."as_of_complaints"
                      THEN CAST("t22"."responded_at" AS Nullable(DATE))
                      ELSE CAST(NULL AS Nullable(DATE))
                    END,
                    CASE
                      WHEN CAST("t22"."resolved_at" AS Nullable(DATE)) <= "t22"."as_of_complaints"
                      THEN CAST("t22"."resolved_at" AS Nullable(DATE))
                      ELSE CAST(NULL AS Nullable(DATE))
                    END
                  ) AS "responded_day"
                FROM (
                  SELECT
                    "t21"."office" AS "office",
                    "t21"."complaint_no" AS "complaint_no",
                    "t21"."application_no" AS "application_no",
                    "t21"."category" AS "category",
                    "t21"."channel" AS "channel",
                    "t21"."received_at" AS "received_at",
                    "t21"."responded_at" AS "responded_at",
                    "t21"."resolved_at" AS "resolved_at",
                    "t21"."status" AS "status",
                    "t21"."outcome" AS "outcome",
                    "t5"."province" AS "province",
                    "t5"."cal" AS "cal",
                    "t5"."as_of_applications" AS "as_of_applications",
                    "t5"."as_of_complaints" AS "as_of_complaints",
                    "t5"."as_of_payments" AS "as_of_payments",
                    "t5"."as_of_survey" AS "as_of_survey"
                  FROM (
                    SELECT
                      "t3"."office_code" AS "office",
                      "t3"."complaint_no" AS "complaint_no",
                      "t3"."application_no" AS "application_no",
                      "t3"."category" AS "category",
                      "t3"."channel" AS "channel",
                      "t3"."received_at" AS "received_at",
                      "t3"."responded_at" AS "responded_at",
                      "t3"."resolved_at" AS "resolved_at",
                      "t3"."status" AS "status",
                      "t3"."outcome" AS "outcome"
                    FROM "fact_complaints" AS "t3"
                  ) AS "t21"
                  INNER JOIN "given_office" AS "t5"
                    ON "t21"."office" = "t5"."office"
                ) AS "t22"
                WHERE
                  CAST("t22"."received_at" AS Nullable(DATE)) <= "t22"."as_of_complaints"
              ) AS "t23"
            ) AS "t24"
          ) AS "t26"
          LEFT OUTER JOIN (
            SELECT
              "t2"."category" AS "_k0",
              "t2"."working_days" AS "own_days"
            FROM "given_answer_days" AS "t2"
          ) AS "t19"
            ON "t26"."category" = "t19"."_k0"
          LEFT OUTER JOIN (
            SELECT
              "t2"."category" AS "_k0",
              "t2"."working_days" AS "general_days"
            FROM "given_answer_days" AS "t2"
          ) AS "t20"
            ON "t26"."whatever" = "t20"."_k0"
        ) AS "t27"
      ) AS "t29"
      LEFT OUTER JOIN (
        SELECT
          "t1"."cal" AS "_k0",
          "t1"."day" AS "_k1",
          "t1"."idx" AS "r_idx"
        FROM "given_day" AS "t1"
      ) AS "t15"
        ON "t29"."cal" = "t15"."_k0" AND "t29"."received_day" = "t15"."_k1"
      LEFT OUTER JOIN (
        SELECT
          "t1"."cal" AS "_k0",
          "t1"."day" AS "_k1",
          "t1"."idx" AS "a_idx"
        FROM "given_day" AS "t1"
      ) AS "t16"
        ON "t29"."cal" = "t16"."_k0" AND "t29"."responded_day" = "t16"."_k1"
      LEFT OUTER JOIN (
        SELECT
          "t1"."cal" AS "_k0",
          "t1"."day" AS "_k1",
          "t1"."idx" AS "z_idx"
        FROM "given_day" AS "t1"
      ) AS "t17"
        ON "t29"."cal" = "t17"."_k0" AND "t29"."resolved_day" = "t17"."_k1"
      LEFT OUTER JOIN (
        SELECT
          "t1"."cal" AS "_k0",
          "t1"."day" AS "_k1",
          "t1"."idx" AS "o_idx"
        FROM "given_day" AS "t1"
      ) AS "t18"
        ON "t29"."cal" = "t18"."_k0" AND "t29"."as_of" = "t18"."_k1"
    ) AS "t30"
  ) AS "t32"
  LEFT OUTER JOIN (
    SELECT
      "t0"."cal" AS "_k0",
      "t0"."idx" AS "_k1",
      "t0"."day" AS "due_on"
    FROM "given_working" AS "t0"
  ) AS "t14"
    ON "t32"."cal" = "t14"."_k0" AND "t32"."due_idx" = "t14"."_k1"
) AS "t33"
