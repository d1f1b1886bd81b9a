SELECT
  "t5"."office",
  "t5"."period",
  COUNT(*) AS "n"
FROM (
  SELECT
    "t4"."office",
    "t4"."period",
    "t4"."service",
    "t4"."element",
    "t4"."score",
    "t4"."rule",
    "t4"."count"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."period",
      "t0"."service",
      "t0"."element",
      "t0"."score",
      "t0"."rule",
      "t0"."count"
    FROM "fact_survey_counts" AS "t0"
  ) AS "t4"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "given_office" AS "t2"
      WHERE
        "t4"."office" = "t2"."office"
    )
) AS "t5"
GROUP BY
  1,
  2
