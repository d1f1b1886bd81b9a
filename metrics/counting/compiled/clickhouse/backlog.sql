SELECT
  "t1"."office" AS "office",
  "t1"."permit_type" AS "permit_type",
  "t1"."month" AS "month",
  "t1"."stage" AS "stage",
  "t1"."age_band" AS "age_band",
  "t1"."overdue" AS "overdue",
  "t1"."due_soon" AS "due_soon",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t0"."office" AS "office",
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
    "t0"."due_soon" AS "due_soon",
    CASE
      WHEN "t0"."age" <= 5
      THEN '0-5'
      WHEN "t0"."age" <= 10
      THEN '6-10'
      WHEN "t0"."age" <= 20
      THEN '11-20'
      WHEN "t0"."age" <= 60
      THEN '21-60'
      ELSE '61+'
    END AS "age_band"
  FROM "kept_standing" AS "t0"
) AS "t1"
GROUP BY
  "t1"."office",
  "t1"."permit_type",
  "t1"."month",
  "t1"."stage",
  "t1"."age_band",
  "t1"."overdue",
  "t1"."due_soon"
