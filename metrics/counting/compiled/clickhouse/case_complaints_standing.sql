SELECT
  "t0"."office" AS "office_code",
  "t0"."complaint_no" AS "complaint_no",
  "t0"."category" AS "category",
  "t0"."channel" AS "channel",
  "t0"."received_day" AS "received_day",
  "t0"."resolved_day" AS "resolved_day",
  "t0"."responded_day" AS "responded_day",
  "t0"."due_day" AS "due_day",
  "t0"."standard" AS "standard",
  "t0"."month" AS "month",
  "t0"."snap" AS "snap",
  "t0"."silent" AS "silent",
  "t0"."overdue" AS "overdue",
  "t0"."age" AS "age"
FROM "kept_complaints_standing" AS "t0"
