WITH "t14" AS (
  SELECT
    "t13"."office" AS "office",
    "t13"."activity" AS "activity",
    "t13"."n" AS "n",
    "t8"."_own" AS "_own",
    "t10"."_any" AS "_any"
  FROM (
    SELECT
      "t11"."office" AS "office",
      "t11"."activity" AS "activity",
      COUNT(*) AS "n"
    FROM (
      SELECT
        "t6"."office" AS "office",
        "t6"."application_no" AS "application_no",
        "t6"."activity" AS "activity",
        "t6"."run_no" AS "run_no",
        "t6"."started_at" AS "started_at",
        "t6"."finished_at" AS "finished_at",
        "t6"."seq" AS "seq",
        "t6"."desk" AS "desk",
        "t6"."clock" AS "clock"
      FROM (
        SELECT
          "t1"."office_code" AS "office",
          "t1"."application_no" AS "application_no",
          "t1"."stage" AS "activity",
          "t1"."run_no" AS "run_no",
          "t1"."started_at" AS "started_at",
          "t1"."finished_at" AS "finished_at",
          "t1"."seq" AS "seq",
          "t1"."desk" AS "desk",
          "t1"."clock" AS "clock"
        FROM "fact_stages" AS "t1"
      ) AS "t6"
      LEFT SEMI JOIN (
        SELECT
          "t2"."office_code" AS "office",
          "t2"."application_no" AS "application_no",
          "t2"."permit_type" AS "permit_type",
          "t2"."parts" AS "parts",
          "t2"."business_scale" AS "business_scale",
          "t2"."risk_level" AS "risk_level",
          "t2"."kbli" AS "kbli",
          "t2"."channel" AS "channel",
          "t2"."bundle_no" AS "bundle_no",
          "t2"."submitted_at" AS "submitted_at",
          "t2"."complete_at" AS "complete_at",
          "t2"."decision" AS "decision",
          "t2"."decided_at" AS "decided_at",
          "t2"."issued_at" AS "issued_at",
          "t2"."permit_no" AS "permit_no",
          "t2"."signatory" AS "signatory",
          "t2"."collected_at" AS "collected_at",
          "t2"."tracking_code" AS "tracking_code",
          "t2"."return_reason" AS "return_reason"
        FROM "fact_applications" AS "t2"
      ) AS "t7"
        ON "t6"."office" = "t7"."office" AND "t6"."application_no" = "t7"."application_no"
    ) AS "t11"
    GROUP BY
      "t11"."office",
      "t11"."activity"
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
      ) OR isNull("t0"."office_code")
  ) AS "t10"
    ON "t13"."activity" = "t10"."_k0"
)
SELECT
  "t23"."office" AS "office",
  "t23"."activity" AS "activity"
FROM (
  SELECT
    "t21"."office" AS "office",
    "t21"."activity" AS "activity",
    "t21"."n" AS "n",
    "t21"."place" AS "place",
    "t21"."many" AS "many",
    "t22"."milestones" AS "milestones"
  FROM (
    SELECT
      "t16"."office" AS "office",
      "t16"."activity" AS "activity",
      "t16"."n" AS "n",
      ROW_NUMBER() OVER (
        PARTITION BY "t16"."office"
        ORDER BY "t16"."n" DESC, "t16"."activity" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "place",
      COUNT(*) OVER (
        PARTITION BY "t16"."office"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "many"
    FROM (
      SELECT
        "t15"."office" AS "office",
        "t15"."activity" AS "activity",
        "t15"."n" AS "n"
      FROM "t14" AS "t15"
      WHERE
        isNull(COALESCE("t15"."_own", "t15"."_any"))
    ) AS "t16"
  ) AS "t21"
  LEFT OUTER JOIN (
    SELECT
      "t18"."office" AS "_k0",
      "t18"."milestones" AS "milestones"
    FROM (
      SELECT
        "t17"."office" AS "office",
        uniq("t17"."mapped") AS "milestones"
      FROM (
        SELECT
          "t15"."office" AS "office",
          "t15"."activity" AS "activity",
          "t15"."n" AS "n",
          "t15"."_own" AS "_own",
          "t15"."_any" AS "_any",
          COALESCE("t15"."_own", "t15"."_any") AS "mapped"
        FROM "t14" AS "t15"
        WHERE
          isNotNull(COALESCE("t15"."_own", "t15"."_any"))
      ) AS "t17"
      GROUP BY
        "t17"."office"
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
