SELECT
  "t3"."office" AS "office",
  "t3"."stage" AS "stage",
  CAST(LEAST("t3"."place" + 1, 63) AS Nullable(Int32)) AS "code"
FROM (
  SELECT
    "t2"."office" AS "office",
    "t2"."stage" AS "stage",
    "t2"."n" AS "n",
    ROW_NUMBER() OVER (
      PARTITION BY "t2"."office"
      ORDER BY "t2"."n" DESC, "t2"."stage" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
  FROM (
    SELECT
      "t1"."office" AS "office",
      "t1"."stage" AS "stage",
      COUNT(*) AS "n"
    FROM (
      SELECT
        *
      FROM "kept_runs" AS "t0"
      WHERE
        isNotNull("t0"."outcome")
    ) AS "t1"
    GROUP BY
      "t1"."office",
      "t1"."stage"
  ) AS "t2"
) AS "t3"
