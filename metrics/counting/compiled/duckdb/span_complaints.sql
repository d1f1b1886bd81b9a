SELECT
  "t5"."office",
  LEAST(MIN("t5"."received_at"), MIN("t5"."responded_at"), MIN("t5"."resolved_at")) AS "low",
  GREATEST(MAX("t5"."received_at"), MAX("t5"."responded_at"), MAX("t5"."resolved_at")) AS "high"
FROM (
  SELECT
    "t4"."office",
    "t4"."complaint_no",
    "t4"."application_no",
    "t4"."category",
    "t4"."channel",
    "t4"."received_at",
    "t4"."responded_at",
    "t4"."resolved_at",
    "t4"."status",
    "t4"."outcome"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."complaint_no",
      "t0"."application_no",
      "t0"."category",
      "t0"."channel",
      "t0"."received_at",
      "t0"."responded_at",
      "t0"."resolved_at",
      "t0"."status",
      "t0"."outcome"
    FROM "fact_complaints" AS "t0"
  ) AS "t4"
  SEMI JOIN "given_wanted" AS "t2"
    ON "t4"."office" = "t2"."office"
) AS "t5"
GROUP BY
  1
