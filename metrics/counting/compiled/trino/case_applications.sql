SELECT
  "t3"."office_code",
  "t3"."application_no",
  "t3"."permit_type",
  "t3"."parts",
  "t3"."business_scale",
  "t3"."risk_level",
  "t3"."kbli",
  "t3"."channel",
  "t3"."bundle_no",
  "t3"."submitted_at",
  "t3"."complete_at",
  "t3"."decision",
  "t3"."decided_at",
  "t3"."issued_at",
  "t3"."permit_no",
  "t3"."signatory",
  "t3"."collected_at",
  "t3"."tracking_code",
  "t3"."return_reason",
  "t7"."common_type",
  "t7"."start_day",
  "t7"."end_day",
  "t7"."outcome",
  "t7"."is_open",
  "t7"."undated",
  "t7"."as_of",
  "t7"."start_idx",
  "t7"."end_idx",
  "t7"."gross_days",
  "t7"."net_days",
  "t7"."calendar_days",
  "t7"."paused_days",
  "t7"."standard_days",
  "t7"."due_day",
  "t7"."stage_reached",
  "t7"."days_over",
  "t7"."met",
  "t7"."overdue",
  "t7"."due_soon"
FROM "fact_applications" AS "t3"
INNER JOIN (
  SELECT
    "t2"."office" AS "office_code",
    "t2"."application_no",
    "t2"."permit_type" AS "common_type",
    "t2"."start_day",
    "t2"."end_day",
    "t2"."outcome",
    "t2"."is_open",
    "t2"."undated",
    "t2"."as_of",
    "t2"."s_idx" AS "start_idx",
    "t2"."e_idx" AS "end_idx",
    "t2"."gross" AS "gross_days",
    "t2"."net" AS "net_days",
    "t2"."calendar" AS "calendar_days",
    "t2"."paused" AS "paused_days",
    "t2"."standard" AS "standard_days",
    "t2"."due_day",
    "t2"."stage" AS "stage_reached",
    "t2"."net" - "t2"."standard" AS "days_over",
    "t2"."met",
    "t2"."overdue",
    "t2"."due_soon"
  FROM "kept_cases" AS "t2"
) AS "t7"
  ON "t3"."office_code" = "t7"."office_code"
  AND "t3"."application_no" = "t7"."application_no"
WHERE
  EXISTS(
    SELECT
      1
    FROM (
      SELECT
        "t1"."office" AS "office_code"
      FROM "given_office" AS "t1"
    ) AS "t5"
    WHERE
      "t3"."office_code" = "t5"."office_code"
  )
