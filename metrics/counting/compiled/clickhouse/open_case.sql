SELECT
  "t1"."office" AS "office",
  "t1"."permit_type" AS "permit_type",
  "t1"."stage" AS "stage",
  "t1"."start_month" AS "start_month",
  "t1"."gross" AS "gross",
  "t1"."net" AS "net",
  "t1"."calendar" AS "calendar",
  "t1"."standard" AS "standard",
  "t1"."overdue" AS "overdue",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM "kept_cases" AS "t0"
  WHERE
    "t0"."is_open"
) AS "t1"
GROUP BY
  "t1"."office",
  "t1"."permit_type",
  "t1"."stage",
  "t1"."start_month",
  "t1"."gross",
  "t1"."net",
  "t1"."calendar",
  "t1"."standard",
  "t1"."overdue"
