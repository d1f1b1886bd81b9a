SELECT
  "t9"."office" AS "office",
  "t9"."period" AS "period",
  "t9"."service" AS "service",
  "t9"."rule" AS "rule",
  "t9"."attribute" AS "attribute",
  "t9"."value" AS "value",
  "t9"."answered" AS "answered",
  "t9"."total" AS "total",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."period" AS "period",
        "t0"."service" AS "service",
        "t0"."rule" AS "rule",
        'age' AS "attribute",
        "t0"."age" AS "value",
        "t0"."answered" AS "answered",
        "t0"."total" AS "total"
      FROM "kept_survey" AS "t0"
      WHERE
        "t0"."age" <> ''
    ) AS "t2"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."period" AS "period",
        "t0"."service" AS "service",
        "t0"."rule" AS "rule",
        'education' AS "attribute",
        "t0"."education" AS "value",
        "t0"."answered" AS "answered",
        "t0"."total" AS "total"
      FROM "kept_survey" AS "t0"
      WHERE
        "t0"."education" <> ''
    ) AS "t3"
  ) AS "t6"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."period" AS "period",
        "t0"."service" AS "service",
        "t0"."rule" AS "rule",
        'occupation' AS "attribute",
        "t0"."occupation" AS "value",
        "t0"."answered" AS "answered",
        "t0"."total" AS "total"
      FROM "kept_survey" AS "t0"
      WHERE
        "t0"."occupation" <> ''
    ) AS "t4"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t0"."office" AS "office",
          "t0"."period" AS "period",
          "t0"."service" AS "service",
          "t0"."rule" AS "rule",
          '' AS "attribute",
          '' AS "value",
          "t0"."answered" AS "answered",
          "t0"."total" AS "total"
        FROM "kept_survey" AS "t0"
      ) AS "t1"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t0"."office" AS "office",
          "t0"."period" AS "period",
          "t0"."service" AS "service",
          "t0"."rule" AS "rule",
          'sex' AS "attribute",
          "t0"."sex" AS "value",
          "t0"."answered" AS "answered",
          "t0"."total" AS "total"
        FROM "kept_survey" AS "t0"
        WHERE
          "t0"."sex" <> ''
      ) AS "t5"
    ) AS "t7"
  ) AS "t8"
) AS "t9"
GROUP BY
  "t9"."office",
  "t9"."period",
  "t9"."service",
  "t9"."rule",
  "t9"."attribute",
  "t9"."value",
  "t9"."answered",
  "t9"."total"
