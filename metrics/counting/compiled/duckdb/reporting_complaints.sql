SELECT
  "t10"."office",
  "t10"."month",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."office",
        CAST((
          EXTRACT(year FROM CAST("t4"."resolved_at" AS DATE)) * 100
        ) + EXTRACT(month FROM CAST("t4"."resolved_at" AS DATE)) AS INT) AS "month"
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
      SEMI JOIN "given_office" AS "t2"
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
          "t4"."office",
          CAST((
            EXTRACT(year FROM CAST("t4"."received_at" AS DATE)) * 100
          ) + EXTRACT(month FROM CAST("t4"."received_at" AS DATE)) AS INT) AS "month"
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
        SEMI JOIN "given_office" AS "t2"
          ON "t4"."office" = "t2"."office"
      ) AS "t6"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t4"."office",
          CAST((
            EXTRACT(year FROM CAST("t4"."responded_at" AS DATE)) * 100
          ) + EXTRACT(month FROM CAST("t4"."responded_at" AS DATE)) AS INT) AS "month"
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
        SEMI JOIN "given_office" AS "t2"
          ON "t4"."office" = "t2"."office"
      ) AS "t7"
    ) AS "t8"
  ) AS "t9"
  WHERE
    "t9"."month" IS NOT NULL
) AS "t10"
GROUP BY
  1,
  2
