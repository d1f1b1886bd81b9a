SELECT
  "t3"."office" AS "office",
  "t3"."month" AS "month",
  "t3"."size" AS "size",
  "t3"."span" AS "span",
  "t3"."longest" AS "longest",
  "t3"."total" AS "total",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t1"."office" AS "office",
      "t1"."bundle_no" AS "bundle_no",
      COUNT(*) AS "size",
      SUM(CAST(isNull("t1"."outcome") AS Nullable(Int32))) AS "running",
      CAST((
        toYear(MAX("t1"."end_day")) * 100
      ) + toMonth(MAX("t1"."end_day")) AS Nullable(Int32)) AS "month",
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
      "t1"."office",
      "t1"."bundle_no"
  ) AS "t2"
  WHERE
    "t2"."running" = 0 AND "t2"."size" > 1
) AS "t3"
GROUP BY
  "t3"."office",
  "t3"."month",
  "t3"."size",
  "t3"."span",
  "t3"."longest",
  "t3"."total"
