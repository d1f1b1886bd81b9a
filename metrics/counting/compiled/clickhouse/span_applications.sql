SELECT
  "t5"."office" AS "office",
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
    "t4"."office" AS "office",
    "t4"."application_no" AS "application_no",
    "t4"."permit_type" AS "permit_type",
    "t4"."parts" AS "parts",
    "t4"."business_scale" AS "business_scale",
    "t4"."risk_level" AS "risk_level",
    "t4"."kbli" AS "kbli",
    "t4"."channel" AS "channel",
    "t4"."bundle_no" AS "bundle_no",
    "t4"."submitted_at" AS "submitted_at",
    "t4"."complete_at" AS "complete_at",
    "t4"."decision" AS "decision",
    "t4"."decided_at" AS "decided_at",
    "t4"."issued_at" AS "issued_at",
    "t4"."permit_no" AS "permit_no",
    "t4"."signatory" AS "signatory",
    "t4"."collected_at" AS "collected_at",
    "t4"."tracking_code" AS "tracking_code",
    "t4"."return_reason" AS "return_reason"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."application_no" AS "application_no",
      "t0"."permit_type" AS "permit_type",
      "t0"."parts" AS "parts",
      "t0"."business_scale" AS "business_scale",
      "t0"."risk_level" AS "risk_level",
      "t0"."kbli" AS "kbli",
      "t0"."channel" AS "channel",
      "t0"."bundle_no" AS "bundle_no",
      "t0"."submitted_at" AS "submitted_at",
      "t0"."complete_at" AS "complete_at",
      "t0"."decision" AS "decision",
      "t0"."decided_at" AS "decided_at",
      "t0"."issued_at" AS "issued_at",
      "t0"."permit_no" AS "permit_no",
      "t0"."signatory" AS "signatory",
      "t0"."collected_at" AS "collected_at",
      "t0"."tracking_code" AS "tracking_code",
      "t0"."return_reason" AS "return_reason"
    FROM "fact_applications" AS "t0"
  ) AS "t4"
  LEFT SEMI JOIN "given_wanted" AS "t2"
    ON "t4"."office" = "t2"."office"
) AS "t5"
GROUP BY
  "t5"."office"
