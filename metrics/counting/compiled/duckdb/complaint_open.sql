SELECT
  "t1"."office",
  "t1"."category",
  "t1"."channel",
  "t1"."received_month",
  "t1"."age",
  "t1"."responded",
  "t1"."overdue",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t0"."office",
    "t0"."complaint_no",
    "t0"."application_no",
    "t0"."category",
    "t0"."channel",
    "t0"."received_at",
    "t0"."responded_at",
    "t0"."resolved_at",
    "t0"."status",
    "t0"."outcome",
    "t0"."province",
    "t0"."cal",
    "t0"."as_of_applications",
    "t0"."as_of",
    "t0"."as_of_payments",
    "t0"."as_of_survey",
    "t0"."received_day",
    "t0"."resolved_day",
    "t0"."responded_day",
    "t0"."undated",
    "t0"."untold",
    "t0"."unanswered_told",
    "t0"."answer_told",
    "t0"."whatever",
    "t0"."own_days",
    "t0"."general_days",
    "t0"."standard",
    "t0"."r_idx",
    "t0"."a_idx",
    "t0"."z_idx",
    "t0"."o_idx",
    "t0"."due_idx",
    "t0"."due_on",
    "t0"."due_day",
    "t0"."met",
    "t0"."fell_due",
    "t0"."received_month",
    "t0"."responded",
    "t0"."response_days",
    "t0"."resolved",
    "t0"."resolved_month",
    "t0"."resolution_days",
    "t0"."age",
    CAST(COALESCE((
      "t0"."responded" = 0
    ) AND (
      "t0"."due_day" < "t0"."as_of"
    ), FALSE) AS INT) AS "overdue"
  FROM "kept_complaints" AS "t0"
  WHERE
    "t0"."resolved" = 0
) AS "t1"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7
