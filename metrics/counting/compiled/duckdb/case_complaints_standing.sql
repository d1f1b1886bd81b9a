SELECT
  "t0"."office" AS "office_code",
  "t0"."complaint_no",
  "t0"."category",
  "t0"."channel",
  "t0"."received_day",
  "t0"."resolved_day",
  "t0"."responded_day",
  "t0"."due_day",
  "t0"."standard",
  "t0"."month",
  "t0"."snap",
  "t0"."silent",
  "t0"."overdue",
  "t0"."age"
FROM "kept_complaints_standing" AS "t0"
