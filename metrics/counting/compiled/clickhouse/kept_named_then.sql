WITH "t8" AS (
  SELECT
    "t7"."office" AS "office",
    "t7"."month" AS "month",
    "t7"."activity" AS "activity",
    SUM("t7"."n") AS "n",
    MAX("t7"."mapped") AS "mapped"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."office" AS "office",
        "t4"."activity" AS "activity",
        "t4"."known" AS "known",
        "t4"."n" AS "n",
        "t4"."mapped" AS "mapped",
        "t5"."month" AS "month"
      FROM (
        SELECT
          "t0"."office" AS "office",
          "t0"."activity" AS "activity",
          "t0"."known" AS "known",
          COUNT(*) AS "n",
          MAX("t0"."mapped") AS "mapped"
        FROM "kept_told" AS "t0"
        GROUP BY
          "t0"."office",
          "t0"."activity",
          "t0"."known"
      ) AS "t4"
      INNER JOIN (
        SELECT
          "t1"."office" AS "office",
          "t1"."month" AS "month"
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
    "t7"."office",
    "t7"."month",
    "t7"."activity"
)
SELECT
  "t17"."office" AS "office",
  "t17"."month" AS "month",
  "t17"."activity" AS "activity"
FROM (
  SELECT
    "t15"."office" AS "office",
    "t15"."month" AS "month",
    "t15"."activity" AS "activity",
    "t15"."n" AS "n",
    "t15"."place" AS "place",
    "t15"."many" AS "many",
    "t16"."milestones" AS "milestones"
  FROM (
    SELECT
      "t10"."office" AS "office",
      "t10"."month" AS "month",
      "t10"."activity" AS "activity",
      "t10"."n" AS "n",
      ROW_NUMBER() OVER (
        PARTITION BY "t10"."office", "t10"."month"
        ORDER BY "t10"."n" DESC, "t10"."activity" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "place",
      COUNT(*) OVER (
        PARTITION BY "t10"."office", "t10"."month"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "many"
    FROM (
      SELECT
        "t9"."office" AS "office",
        "t9"."month" AS "month",
        "t9"."activity" AS "activity",
        "t9"."n" AS "n"
      FROM "t8" AS "t9"
      WHERE
        isNull("t9"."mapped")
    ) AS "t10"
  ) AS "t15"
  LEFT OUTER JOIN (
    SELECT
      "t12"."office" AS "_k0",
      "t12"."month" AS "_k1",
      "t12"."milestones" AS "milestones"
    FROM (
      SELECT
        "t11"."office" AS "office",
        "t11"."month" AS "month",
        uniq("t11"."mapped") AS "milestones"
      FROM (
        SELECT
          *
        FROM "t8" AS "t9"
        WHERE
          isNotNull("t9"."mapped")
      ) AS "t11"
      GROUP BY
        "t11"."office",
        "t11"."month"
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
