SELECT
  *
FROM (
  SELECT
    *
  FROM "kept_scores" AS "t0"
) AS "t5"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t10"."office" AS "office",
    "t10"."period" AS "period",
    "t10"."service" AS "service",
    "t10"."rule" AS "rule",
    "t10"."attribute" AS "attribute",
    "t10"."value" AS "value",
    "t10"."element" AS "element",
    "t10"."score" AS "score",
    "t10"."n" AS "n"
  FROM (
    SELECT
      "t8"."office" AS "office",
      "t8"."period" AS "period",
      COALESCE("t8"."service", '') AS "service",
      "t8"."element" AS "element",
      "t8"."score" AS "score",
      "t8"."rule" AS "rule",
      CAST("t8"."n" AS Nullable(Int64)) AS "n",
      '' AS "attribute",
      '' AS "value"
    FROM (
      SELECT
        "t7"."office" AS "office",
        "t7"."period" AS "period",
        "t7"."service" AS "service",
        "t7"."element" AS "element",
        "t7"."score" AS "score",
        "t7"."rule" AS "rule",
        "t7"."n" AS "n"
      FROM (
        SELECT
          "t1"."office_code" AS "office",
          "t1"."period" AS "period",
          "t1"."service" AS "service",
          "t1"."element" AS "element",
          "t1"."score" AS "score",
          "t1"."rule" AS "rule",
          "t1"."count" AS "n"
        FROM "fact_survey_counts" AS "t1"
      ) AS "t7"
      LEFT SEMI JOIN "given_office" AS "t4"
        ON "t7"."office" = "t4"."office"
    ) AS "t8"
    WHERE
      "t8"."n" > 0
  ) AS "t10"
  LEFT ANTI JOIN "kept_scores" AS "t3"
    ON "t10"."office" = "t3"."office"
    AND "t10"."period" = "t3"."period"
    AND "t10"."service" = "t3"."service"
    AND "t10"."rule" = "t3"."rule"
) AS "t11"
