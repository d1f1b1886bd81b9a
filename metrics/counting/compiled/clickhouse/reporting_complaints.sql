SELECT
  "t10"."office" AS "office",
  "t10"."month" AS "month",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."office" AS "office",
        CAST((
          toYear(CAST("t4"."resolved_at" AS Nullable(DATE))) * 100
        ) + toMonth(CAST("t4"."resolved_at" AS Nullable(DATE))) AS Nullable(Int32)) AS "month"
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
      LEFT SEMI JOIN "given_office" AS "t2"
        ON "t4"."office" = "t2"."office"
    ) AS "t5"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t4"."office" AS "office",
          CAST((
            toYear(CAST("t4"."received_at" AS Nullable(DATE))) * 100
          ) + toMonth(CAST("t4"."received_at" AS Nullable(DATE))) AS Nullable(Int32)) AS "month"
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
        LEFT SEMI JOIN "given_office" AS "t2"
          ON "t4"."office" = "t2"."office"
      ) AS "t6"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t4"."office" AS "office",
          CAST((
            toYear(CAST("t4"."responded_at" AS Nullable(DATE))) * 100
          ) + toMonth(CAST("t4"."responded_at" AS Nullable(DATE))) AS Nullable(Int32)) AS "month"
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
        LEFT SEMI JOIN "given_office" AS "t2"
          ON "t4"."office" = "t2"."office"
      ) AS "t7"
    ) AS "t8"
  ) AS "t9"
  WHERE
    isNotNull("t9"."month")
) AS "t10"
GROUP BY
  "t10"."office",
  "t10"."month"
