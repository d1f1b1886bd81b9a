WITH "t14" AS (
  SELECT
    "t13"."office",
    "t13"."activity",
    "t13"."n",
    "t8"."_own",
    "t10"."_any"
  FROM (
    SELECT
      "t11"."office",
      "t11"."activity",
      COUNT(*) AS "n"
    FROM (
      SELECT
        "t6"."office",
        "t6"."application_no",
        "t6"."activity",
        "t6"."run_no",
        "t6"."started_at",
        "t6"."finished_at",
        "t6"."seq",
        "t6"."desk",
        "t6"."clock"
      FROM (
        SELECT
          "t1"."office_code" AS "office",
          "t1"."application_no",
          "t1"."stage" AS "activity",
          "t1"."run_no",
          "t1"."started_at",
          "t1"."finished_at",
          "t1"."seq",
          "t1"."desk",
          "t1"."clock"
        FROM "fact_stages" AS "t1"
      ) AS "t6"
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              "t2"."office_code" AS "office",
              "t2"."application_no",
              "t2"."permit_type",
              "t2"."parts",
              "t2"."business_scale",
              "t2"."risk_level",
              "t2"."kbli",
              "t2"."channel",
              "t2"."bundle_no",
              "t2"."submitted_at",
              "t2"."complete_at",
              "t2"."decision",
              "t2"."decided_at",
              "t2"."issued_at",
              "t2"."permit_no",
              "t2"."signatory",
              "t2"."collected_at",
              "t2"."tracking_code",
              "t2"."return_reason"
            FROM "fact_applications" AS "t2"
          ) AS "t7"
          WHERE
            "t6"."office" = "t7"."office" AND "t6"."application_no" = "t7"."application_no"
        )
    ) AS "t11"
    GROUP BY
      1,
      2
  ) AS "t13"
  LEFT OUTER JOIN (
    SELECT
      "t0"."office_code" AS "_k0",
      "t0"."activity" AS "_k1",
      "t0"."stage" AS "_own"
    FROM "fact_stage_map" AS "t0"
    WHERE
      "t0"."office_code" <> ''
  ) AS "t8"
    ON "t13"."office" = "t8"."_k0" AND "t13"."activity" = "t8"."_k1"
  LEFT OUTER JOIN (
    SELECT
      "t0"."activity" AS "_k0",
      "t0"."stage" AS "_any"
    FROM "fact_stage_map" AS "t0"
    WHERE
      (
        "t0"."office_code" = ''
      ) OR (
        "t0"."office_code" IS NULL
      )
  ) AS "t10"
    ON "t13"."activity" = "t10"."_k0"
)
SELECT
  "t23"."office",
  "t23"."activity"
FROM (
  SELECT
    "t21"."office",
    "t21"."activity",
    "t21"."n",
    "t21"."place",
    "t21"."many",
    "t22"."milestones"
  FROM (
    SELECT
      "t16"."office",
      "t16"."activity",
      "t16"."n",
      ROW_NUMBER() OVER (PARTITION BY "t16"."office" ORDER BY "t16"."n" DESC, "t16"."activity" ASC) - 1 AS "place",
      COUNT(*) OVER (
        PARTITION BY "t16"."office"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "many"
    FROM (
      SELECT
        "t15"."office",
        "t15"."activity",
        "t15"."n"
      FROM "t14" AS "t15"
      WHERE
        COALESCE("t15"."_own", "t15"."_any") IS NULL
    ) AS "t16"
  ) AS "t21"
  LEFT OUTER JOIN (
    SELECT
      "t18"."office" AS "_k0",
      "t18"."milestones"
    FROM (
      SELECT
        "t17"."office",
        COUNT(DISTINCT "t17"."mapped") AS "milestones"
      FROM (
        SELECT
          "t15"."office",
          "t15"."activity",
          "t15"."n",
          "t15"."_own",
          "t15"."_any",
          COALESCE("t15"."_own", "t15"."_any") AS "mapped"
        FROM "t14" AS "t15"
        WHERE
          COALESCE("t15"."_own", "t15"."_any") IS NOT NULL
      ) AS "t17"
      GROUP BY
        1
    ) AS "t18"
  ) AS "t22"
    ON "t21"."office" = "t22"."_k0"
) AS "t23"
WHERE
  (
    "t23"."place" < (
      12 - COALESCE("t23"."milestones", 0)
    )
  )
  OR (
    "t23"."many" <= (
      (
        12 - COALESCE("t23"."milestones", 0)
      ) + 1
    )
  )
