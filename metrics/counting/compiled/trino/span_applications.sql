SELECT
  "t5"."office",
  LEAST(
    MIN("t5"."submitted_at"),
    MIN("t5"."complete_at"),
    MIN("t5"."decided_at"),
    MIN("t5"."issued_at"),
    MIN("t5"."collected_at")
  ) AS "low",
  GREATEST(
    MAX("t5"."submitted_at"),
    MAX("t5"."complete_at"),
    MAX("t5"."decided_at"),
    MAX("t5"."issued_at"),
    MAX("t5"."collected_at")
  ) AS "high"
FROM (
  SELECT
    "t4"."office",
    "t4"."application_no",
    "t4"."permit_type",
    "t4"."parts",
    "t4"."business_scale",
    "t4"."risk_level",
    "t4"."kbli",
    "t4"."channel",
    "t4"."bundle_no",
    "t4"."submitted_at",
    "t4"."complete_at",
    "t4"."decision",
    "t4"."decided_at",
    "t4"."issued_at",
    "t4"."permit_no",
    "t4"."signatory",
    "t4"."collected_at",
    "t4"."tracking_code",
    "t4"."return_reason"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."application_no",
      "t0"."permit_type",
      "t0"."parts",
      "t0"."business_scale",
      "t0"."risk_level",
      "t0"."kbli",
      "t0"."channel",
      "t0"."bundle_no",
      "t0"."submitted_at",
      "t0"."complete_at",
      "t0"."decision",
      "t0"."decided_at",
      "t0"."issued_at",
      "t0"."permit_no",
      "t0"."signatory",
      "t0"."collected_at",
      "t0"."tracking_code",
      "t0"."return_reason"
    FROM "fact_applications" AS "t0"
  ) AS "t4"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "given_wanted" AS "t2"
      WHERE
        "t4"."office" = "t2"."office"
    )
) AS "t5"
GROUP BY
  1
