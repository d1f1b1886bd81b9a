SELECT
  "t5"."office" AS "office",
  "t5"."permit_type" AS "permit_type",
  "t5"."stage" AS "stage",
  "t5"."desk" AS "desk",
  "t5"."clock" AS "clock",
  "t5"."month" AS "month",
  "t5"."what" AS "what",
  "t5"."days" AS "days",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."office" AS "office",
      "t0"."permit_type" AS "permit_type",
      "t0"."stage" AS "stage",
      "t0"."desk" AS "desk",
      "t0"."clock" AS "clock",
      "t0"."month" AS "month",
      'after' AS "what",
      "t0"."after_days" AS "days"
    FROM "kept_runs" AS "t0"
    WHERE
      "t0"."done" AND isNotNull("t0"."after_days")
  ) AS "t1"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."permit_type" AS "permit_type",
        "t0"."stage" AS "stage",
        "t0"."desk" AS "desk",
        "t0"."clock" AS "clock",
        "t0"."month" AS "month",
        'run' AS "what",
        "t0"."days" AS "days"
      FROM "kept_runs" AS "t0"
      WHERE
        "t0"."done" AND NOT (
          "t0"."outside"
        )
    ) AS "t2"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."permit_type" AS "permit_type",
        "t0"."stage" AS "stage",
        "t0"."desk" AS "desk",
        "t0"."clock" AS "clock",
        "t0"."month" AS "month",
        'wait' AS "what",
        "t0"."wait" AS "days"
      FROM "kept_runs" AS "t0"
      WHERE
        "t0"."done" AND NOT (
          "t0"."outside"
        ) AND isNotNull("t0"."wait")
    ) AS "t3"
  ) AS "t4"
) AS "t5"
GROUP BY
  "t5"."office",
  "t5"."permit_type",
  "t5"."stage",
  "t5"."desk",
  "t5"."clock",
  "t5"."month",
  "t5"."what",
  "t5"."days"
