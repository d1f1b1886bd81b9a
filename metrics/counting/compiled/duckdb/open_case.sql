SELECT
  "t1"."office",
  "t1"."permit_type",
  "t1"."stage",
  "t1"."start_month",
  "t1"."gross",
  "t1"."net",
  "t1"."calendar",
  "t1"."standard",
  "t1"."overdue",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM "kept_cases" AS "t0"
  WHERE
    "t0"."is_open"
) AS "t1"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9
