SELECT
  "t5"."office" AS "office",
  LEAST(MIN("t5"."received_at"), MIN("t5"."responded_at"), MIN("t5"."resolved_at")) AS "low",
  GREATEST(MAX("t5"."received_at"), MAX("t5"."responded_at"), MAX("t5"."resolved_at")) AS "high"
FROM (
  SELECT
    "t4"."office" AS "office",
    "t4"."complaint_no" AS "complaint_no",
    "t4"."application_no" AS "application_no",
    "t4"."category" AS "category",
    "t4"."channel" AS "channel",
    "t4"."received_at" AS "received_at",
    "t4"."responded_at" AS "responded_at",
    "t4"."resolved_at" AS "resolved_at",
    "t4"."status" AS "status",
    "t4"."outcome" AS "outcome"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."complaint_no" AS "complaint_no",
      "t0"."application_no" AS "application_no",
      "t0"."category" AS "category",
      "t0"."channel" AS "channel",
      "t0"."received_at" AS "received_at",
      "t0"."responded_at" AS "responded_at",
      "t0"."resolved_at" AS "resolved_at",
      "t0"."status" AS "status",
      "t0"."outcome" AS "outcome"
    FROM "fact_complaints" AS "t0"
  ) AS "t4"
  LEFT SEMI JOIN "given_wanted" AS "t2"
    ON "t4"."office" = "t2"."office"
) AS "t5"
GROUP BY
  "t5"."office"
