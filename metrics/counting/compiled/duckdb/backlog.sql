SELECT
  "t1"."office",
  "t1"."permit_type",
  "t1"."month",
  "t1"."stage",
  "t1"."age_band",
  "t1"."overdue",
  "t1"."due_soon",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t0"."office",
    "t0"."application_no",
    "t0"."month",
    "t0"."snap",
    "t0"."permit_type",
    "t0"."start_day",
    "t0"."due_day",
    "t0"."standard",
    "t0"."since",
    "t0"."age",
    "t0"."net",
    "t0"."stage",
    "t0"."desk",
    "t0"."overdue",
    "t0"."due_soon",
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
  1,
  2,
  3,
  4,
  5,
  6,
  7
