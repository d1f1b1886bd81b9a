SELECT
  "t1"."office" AS "office",
  "t1"."category" AS "category",
  "t1"."channel" AS "channel",
  "t1"."received_month" AS "received_month",
  "t1"."age" AS "age",
  "t1"."responded" AS "responded",
  "t1"."overdue" AS "overdue",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t0"."office" AS "office",
    "t0"."complaint_no" AS "complaint_no",
    "t0"."application_no" AS "application_no",
    "t0"."category" AS "category",
    "t0"."channel" AS "channel",
    "t0"."received_at" AS "received_at",
    "t0"."responded_at" AS "responded_at",
    "t0"."resolved_at" AS "resolved_at",
    "t0"."status" AS "status",
    "t0"."outcome" AS "outcome",
    "t0"."province" AS "province",
    "t0"."cal" AS "cal",
    "t0"."as_of_applications" AS "as_of_applications",
    "t0"."as_of" AS "as_of",
    "t0"."as_of_payments" AS "as_of_payments",
    "t0"."as_of_survey" AS "as_of_survey",
    "t0"."received_day" AS "received_day",
    "t0"."resolved_day" AS "resolved_day",
    "t0"."responded_day" AS "responded_day",
    "t0"."undated" AS "undated",
    "t0"."untold" AS "untold",
    "t0"."unanswered_told" AS "unanswered_told",
    "t0"."answer_told" AS "answer_told",
    "t0"."whatever" AS "whatever",
    "t0"."own_days" AS "own_days",
    "t0"."general_days" AS "general_days",
    "t0"."standard" AS "standard",
    "t0"."r_idx" AS "r_idx",
    "t0"."a_idx" AS "a_idx",
    "t0"."z_idx" AS "z_idx",
    "t0"."o_idx" AS "o_idx",
    "t0"."due_idx" AS "due_idx",
    "t0"."due_on" AS "due_on",
    "t0"."due_day" AS "due_day",
    "t0"."met" AS "met",
    "t0"."fell_due" AS "fell_due",
    "t0"."received_month" AS "received_month",
    "t0"."responded" AS "responded",
    "t0"."response_days" AS "response_days",
    "t0"."resolved" AS "resolved",
    "t0"."resolved_month" AS "resolved_month",
    "t0"."resolution_days" AS "resolution_days",
    "t0"."age" AS "age",
    CAST(COALESCE((
      "t0"."responded" = 0
    ) AND (
      "t0"."due_day" < "t0"."as_of"
    ), FALSE) AS Nullable(Int32)) AS "overdue"
  FROM "kept_complaints" AS "t0"
  WHERE
    "t0"."resolved" = 0
) AS "t1"
GROUP BY
  "t1"."office",
  "t1"."category",
  "t1"."channel",
  "t1"."received_month",
  "t1"."age",
  "t1"."responded",
  "t1"."overdue"
