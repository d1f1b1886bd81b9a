SELECT
  "t5"."office",
  "t5"."permit_type",
  "t5"."stage",
  "t5"."desk",
  "t5"."clock",
  "t5"."month",
  "t5"."what",
  "t5"."days",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."office",
      "t0"."permit_type",
      "t0"."stage",
      "t0"."desk",
      "t0"."clock",
      "t0"."month",
      'after' AS "what",
      "t0"."after_days" AS "days"
    FROM "kept_runs" AS "t0"
    WHERE
      "t0"."done" AND "t0"."after_days" IS NOT NULL
  ) AS "t1"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."office",
        "t0"."permit_type",
        "t0"."stage",
        "t0"."desk",
        "t0"."clock",
        "t0"."month",
        'run' AS "what",
        "t0"."days"
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
        "t0"."office",
        "t0"."permit_type",
        "t0"."stage",
        "t0"."desk",
        "t0"."clock",
        "t0"."month",
        'wait' AS "what",
        "t0"."wait" AS "days"
      FROM "kept_runs" AS "t0"
      WHERE
        "t0"."done" AND NOT (
          "t0"."outside"
        ) AND "t0"."wait" IS NOT NULL
    ) AS "t3"
  ) AS "t4"
) AS "t5"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8
