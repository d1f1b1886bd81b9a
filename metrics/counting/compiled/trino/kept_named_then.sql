WITH "t8" AS (
  SELECT
    "t7"."office",
    "t7"."month",
    "t7"."activity",
    SUM("t7"."n") AS "n",
    MAX("t7"."mapped") AS "mapped"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."office",
        "t4"."activity",
        "t4"."known",
        "t4"."n",
        "t4"."mapped",
        "t5"."month"
      FROM (
        SELECT
          "t0"."office",
          "t0"."activity",
          "t0"."known",
          COUNT(*) AS "n",
          MAX("t0"."mapped") AS "mapped"
        FROM "kept_told" AS "t0"
        GROUP BY
          1,
          2,
          3
      ) AS "t4"
      INNER JOIN (
        SELECT
          "t1"."office",
          "t1"."month"
        FROM "given_month_end" AS "t1"
        WHERE
          "t1"."kind" = 'applications'
      ) AS "t5"
        ON "t4"."office" = "t5"."office"
    ) AS "t6"
    WHERE
      "t6"."known" <= "t6"."month"
  ) AS "t7"
  GROUP BY
    1,
    2,
    3
)
SELECT
  "t17"."office",
  "t17"."month",
  "t17"."activity"
FROM (
  SELECT
    "t15"."office",
    "t15"."month",
    "t15"."activity",
    "t15"."n",
    "t15"."place",
    "t15"."many",
    "t16"."milestones"
  FROM (
    SELECT
      "t10"."office",
      "t10"."month",
      "t10"."activity",
      "t10"."n",
      ROW_NUMBER() OVER (
        PARTITION BY "t10"."office", "t10"."month"
        ORDER BY "t10"."n" DESC, "t10"."activity" ASC
      ) - 1 AS "place",
      COUNT(*) OVER (
        PARTITION BY "t10"."office", "t10"."month"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "many"
    FROM (
      SELECT
        "t9"."office",
        "t9"."month",
        "t9"."activity",
        "t9"."n"
      FROM "t8" AS "t9"
      WHERE
        "t9"."mapped" IS NULL
    ) AS "t10"
  ) AS "t15"
  LEFT OUTER JOIN (
    SELECT
      "t12"."office" AS "_k0",
      "t12"."month" AS "_k1",
      "t12"."milestones"
    FROM (
      SELECT
        "t11"."office",
        "t11"."month",
        COUNT(DISTINCT "t11"."mapped") AS "milestones"
      FROM (
        SELECT
          *
        FROM "t8" AS "t9"
        WHERE
          "t9"."mapped" IS NOT NULL
      ) AS "t11"
      GROUP BY
        1,
        2
    ) AS "t12"
  ) AS "t16"
    ON "t15"."office" = "t16"."_k0" AND "t15"."month" = "t16"."_k1"
) AS "t17"
WHERE
  (
    "t17"."place" < (
      12 - COALESCE("t17"."milestones", 0)
    )
  )
  OR (
    "t17"."many" <= (
      (
        12 - COALESCE("t17"."milestones", 0)
      ) + 1
    )
  )
