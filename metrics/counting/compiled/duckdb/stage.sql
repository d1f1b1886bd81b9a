SELECT
  "t3"."office",
  "t3"."permit_type",
  "t3"."stage",
  "t3"."desk",
  "t3"."clock",
  "t3"."month",
  "t3"."what",
  "t3"."days",
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
      'run' AS "what",
      "t0"."days"
    FROM "kept_runs" AS "t0"
    WHERE
      "t0"."done"
  ) AS "t1"
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
      "t0"."done" AND "t0"."wait" IS NOT NULL
  ) AS "t2"
) AS "t3"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8
