SELECT
  "t3"."office" AS "office",
  "t3"."permit_type" AS "permit_type",
  "t3"."stage" AS "stage",
  "t3"."desk" AS "desk",
  "t3"."clock" AS "clock",
  "t3"."month" AS "month",
  "t3"."what" AS "what",
  "t3"."days" AS "days",
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
      'run' AS "what",
      "t0"."days" AS "days"
    FROM "kept_runs" AS "t0"
    WHERE
      "t0"."done"
  ) AS "t1"
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
      "t0"."done" AND isNotNull("t0"."wait")
  ) AS "t2"
) AS "t3"
GROUP BY
  "t3"."office",
  "t3"."permit_type",
  "t3"."stage",
  "t3"."desk",
  "t3"."clock",
  "t3"."month",
  "t3"."what",
  "t3"."days"
