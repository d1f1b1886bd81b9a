SELECT
  "t0"."office" AS "office_code",
  "t0"."application_no" AS "application_no",
  "t0"."month" AS "month",
  "t0"."snap" AS "snap",
  "t0"."permit_type" AS "permit_type",
  "t0"."start_day" AS "start_day",
  "t0"."due_day" AS "due_day",
  "t0"."standard" AS "standard",
  "t0"."since" AS "since",
  "t0"."age" AS "age",
  "t0"."net" AS "net",
  "t0"."stage" AS "stage",
  "t0"."desk" AS "desk",
  "t0"."overdue" AS "overdue",
  "t0"."due_soon" AS "due_soon"
FROM "kept_standing" AS "t0"
