SELECT
  "t3"."office",
  "t3"."month",
  "t3"."size",
  "t3"."span",
  "t3"."longest",
  "t3"."total",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t1"."office",
      "t1"."bundle_no",
      COUNT(*) AS "size",
      SUM(CAST("t1"."outcome" IS NULL AS INT)) AS "running",
      CAST((
        EXTRACT(year FROM MAX("t1"."end_day")) * 100
      ) + EXTRACT(month FROM MAX("t1"."end_day")) AS INT) AS "month",
      MAX("t1"."e_idx") - MIN("t1"."s_idx") AS "span",
      MAX("t1"."gross") AS "longest",
      SUM("t1"."gross") AS "total"
    FROM (
      SELECT
        *
      FROM "kept_cases" AS "t0"
      WHERE
        COALESCE("t0"."bundle_no", '') <> ''
    ) AS "t1"
    GROUP BY
      1,
      2
  ) AS "t2"
  WHERE
    "t2"."running" = 0 AND "t2"."size" > 1
) AS "t3"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6
