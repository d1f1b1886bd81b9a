SELECT
  "t3"."office",
  "t3"."stage",
  CAST(LEAST("t3"."place" + 1, 63) AS INT) AS "code"
FROM (
  SELECT
    "t2"."office",
    "t2"."stage",
    "t2"."n",
    ROW_NUMBER() OVER (
      PARTITION BY "t2"."office"
      ORDER BY "t2"."n" DESC, "t2"."stage" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
  FROM (
    SELECT
      "t1"."office",
      "t1"."stage",
      COUNT(*) AS "n"
    FROM (
      SELECT
        *
      FROM "kept_runs" AS "t0"
      WHERE
        "t0"."outcome" IS NOT NULL
    ) AS "t1"
    GROUP BY
      1,
      2
  ) AS "t2"
) AS "t3"
