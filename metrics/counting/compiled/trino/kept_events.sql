SELECT
  "t30"."office",
  "t30"."application_no",
  "t30"."activity",
  "t30"."mapped",
  "t30"."stage",
  "t30"."desk",
  "t30"."clock",
  "t30"."event",
  "t30"."timed",
  "t30"."told_day",
  "t30"."begun_day",
  "t30"."finished_at",
  "t30"."finished_day",
  "t30"."run_s_idx",
  "t30"."run_f_idx"
FROM (
  SELECT
    "t29"."office",
    "t29"."application_no",
    "t29"."activity",
    "t29"."run_no",
    "t29"."started_at",
    "t29"."finished_at",
    "t29"."seq",
    "t29"."given_desk",
    "t29"."given_clock",
    "t29"."cal",
    "t29"."as_of",
    "t29"."submitted_at",
    "t29"."at",
    "t29"."event",
    "t29"."ended_before",
    "t29"."timed",
    "t29"."begun",
    "t29"."own_stage",
    "t29"."own_desk",
    "t29"."own_clock",
    "t29"."any_stage",
    "t29"."any_desk",
    "t29"."any_clock",
    "t29"."mapped",
    "t29"."desk",
    "t29"."clock",
    "t29"."kept",
    "t29"."stage",
    "t29"."begun_day",
    "t29"."finished_day",
    "t29"."told_day",
    "t10"."run_s_idx",
    "t11"."run_f_idx"
  FROM (
    SELECT
      "t27"."office",
      "t27"."application_no",
      "t27"."activity",
      "t27"."run_no",
      "t27"."started_at",
      "t27"."finished_at",
      "t27"."seq",
      "t27"."given_desk",
      "t27"."given_clock",
      "t27"."cal",
      "t27"."as_of",
      "t27"."submitted_at",
      "t27"."at",
      "t27"."event",
      "t27"."ended_before",
      "t27"."timed",
      "t27"."begun",
      "t27"."own_stage",
      "t27"."own_desk",
      "t27"."own_clock",
      "t27"."any_stage",
      "t27"."any_desk",
      "t27"."any_clock",
      "t27"."mapped",
      "t27"."desk",
      "t27"."clock",
      "t27"."kept",
      COALESCE("t27"."mapped", "t27"."kept", 'lainnya') AS "stage",
      CAST("t27"."begun" AS DATE) AS "begun_day",
      CAST("t27"."finished_at" AS DATE) AS "finished_day",
      CAST("t27"."at" AS DATE) AS "told_day"
    FROM (
      SELECT
        "t26"."office",
        "t26"."application_no",
        "t26"."activity",
        "t26"."run_no",
        "t26"."started_at",
        "t26"."finished_at",
        "t26"."seq",
        "t26"."given_desk",
        "t26"."given_clock",
        "t26"."cal",
        "t26"."as_of",
        "t26"."submitted_at",
        "t26"."at",
        "t26"."event",
        "t26"."ended_before",
        "t26"."timed",
        "t26"."begun",
        "t26"."own_stage",
        "t26"."own_desk",
        "t26"."own_clock",
        "t26"."any_stage",
        "t26"."any_desk",
        "t26"."any_clock",
        "t26"."mapped",
        "t26"."desk",
        "t26"."clock",
        "t12"."kept"
      FROM (
        SELECT
          "t24"."office",
          "t24"."application_no",
          "t24"."activity",
          "t24"."run_no",
          "t24"."started_at",
          "t24"."finished_at",
          "t24"."seq",
          "t24"."given_desk",
          "t24"."given_clock",
          "t24"."cal",
          "t24"."as_of",
          "t24"."submitted_at",
          "t24"."at",
          "t24"."event",
          "t24"."ended_before",
          "t24"."timed",
          "t24"."begun",
          "t24"."own_stage",
          "t24"."own_desk",
          "t24"."own_clock",
          "t24"."any_stage",
          "t24"."any_desk",
          "t24"."any_clock",
          COALESCE("t24"."own_stage", "t24"."any_stage") AS "mapped",
          COALESCE("t24"."own_desk", "t24"."any_desk", "t24"."given_desk", '') AS "desk",
          COALESCE("t24"."own_clock", "t24"."any_clock", "t24"."given_clock", 'office') AS "clock"
        FROM (
          SELECT
            "t23"."office",
            "t23"."application_no",
            "t23"."activity",
            "t23"."run_no",
            "t23"."started_at",
            "t23"."finished_at",
            "t23"."seq",
            "t23"."given_desk",
            "t23"."given_clock",
            "t23"."cal",
            "t23"."as_of",
            "t23"."submitted_at",
            "t23"."at",
            "t23"."event",
            "t23"."ended_before",
            "t23"."timed",
            "t23"."begun",
            "t16"."own_stage",
            "t16"."own_desk",
            "t16"."own_clock",
            "t18"."any_stage",
            "t18"."any_desk",
            "t18"."any_clock"
          FROM (
            SELECT
              "t21"."office",
              "t21"."application_no",
              "t21"."activity",
              "t21"."run_no",
              "t21"."started_at",
              "t21"."finished_at",
              "t21"."seq",
              "t21"."desk" AS "given_desk",
              "t21"."clock" AS "given_clock",
              "t21"."cal",
              "t21"."as_of",
              "t21"."submitted_at",
              "t21"."at",
              "t21"."event",
              "t21"."ended_before",
              CAST("t21"."started_at" IS NOT NULL AS INTEGER) AS "timed",
              IF(
                "t21"."finished_at" < COALESCE("t21"."started_at", "t21"."ended_before", "t21"."submitted_at"),
                "t21"."finished_at",
                COALESCE("t21"."started_at", "t21"."ended_before", "t21"."submitted_at")
              ) AS "begun"
            FROM (
              SELECT
                "t20"."office",
                "t20"."application_no",
                "t20"."activity",
                "t20"."run_no",
                "t20"."started_at",
                "t20"."finished_at",
                "t20"."seq",
                "t20"."desk",
                "t20"."clock",
                "t20"."cal",
                "t20"."as_of",
                "t20"."submitted_at",
                "t20"."at",
                ROW_NUMBER() OVER (
                  PARTITION BY "t20"."office", "t20"."application_no"
                  ORDER BY "t20"."at" ASC, "t20"."seq" ASC, "t20"."run_no" ASC, "t20"."activity" ASC
                ) - 1 AS "event",
                LAG("t20"."finished_at") OVER (
                  PARTITION BY "t20"."office", "t20"."application_no"
                  ORDER BY "t20"."at" ASC, "t20"."seq" ASC, "t20"."run_no" ASC, "t20"."activity" ASC
                ) AS "ended_before"
              FROM (
                SELECT
                  "t19"."office",
                  "t19"."application_no",
                  "t19"."activity",
                  "t19"."run_no",
                  "t19"."started_at",
                  IF(
                    CAST("t19"."finished_at" AS DATE) <= "t19"."as_of",
                    "t19"."finished_at",
                    CAST(NULL AS TIMESTAMP)
                  ) AS "finished_at",
                  COALESCE("t19"."seq", 0) AS "seq",
                  "t19"."desk",
                  "t19"."clock",
                  "t19"."cal",
                  "t19"."as_of",
                  "t19"."submitted_at",
                  COALESCE(
                    "t19"."started_at",
                    IF(
                      CAST("t19"."finished_at" AS DATE) <= "t19"."as_of",
                      "t19"."finished_at",
                      CAST(NULL AS TIMESTAMP)
                    )
                  ) AS "at"
                FROM (
                  SELECT
                    "t14"."office",
                    "t14"."application_no",
                    "t14"."activity",
                    "t14"."run_no",
                    "t14"."started_at",
                    "t14"."finished_at",
                    "t14"."seq",
                    "t14"."desk",
                    "t14"."clock",
                    "t15"."cal",
                    "t15"."as_of",
                    "t15"."submitted_at"
                  FROM (
                    SELECT
                      "t3"."office_code" AS "office",
                      "t3"."application_no",
                      "t3"."stage" AS "activity",
                      "t3"."run_no",
                      "t3"."started_at",
                      "t3"."finished_at",
                      "t3"."seq",
                      "t3"."desk",
                      "t3"."clock"
                    FROM "fact_stages" AS "t3"
                  ) AS "t14"
                  INNER JOIN (
                    SELECT
                      "t4"."office",
                      "t4"."application_no",
                      "t4"."cal",
                      "t4"."as_of",
                      "t4"."submitted_at"
                    FROM "kept_clocked" AS "t4"
                  ) AS "t15"
                    ON "t14"."office" = "t15"."office"
                    AND "t14"."application_no" = "t15"."application_no"
                ) AS "t19"
                WHERE
                  (
                    (
                      "t19"."started_at" IS NULL
                    )
                    AND (
                      IF(
                        CAST("t19"."finished_at" AS DATE) <= "t19"."as_of",
                        "t19"."finished_at",
                        CAST(NULL AS TIMESTAMP)
                      ) IS NOT NULL
                    )
                  )
                  OR (
                    CAST("t19"."started_at" AS DATE) <= "t19"."as_of"
                  )
              ) AS "t20"
            ) AS "t21"
          ) AS "t23"
          LEFT OUTER JOIN (
            SELECT
              "t2"."office_code" AS "_k0",
              "t2"."activity" AS "_k1",
              "t2"."stage" AS "own_stage",
              "t2"."desk" AS "own_desk",
              "t2"."clock" AS "own_clock"
            FROM "fact_stage_map" AS "t2"
            WHERE
              "t2"."office_code" <> ''
          ) AS "t16"
            ON "t23"."office" = "t16"."_k0" AND "t23"."activity" = "t16"."_k1"
          LEFT OUTER JOIN (
            SELECT
              "t2"."activity" AS "_k0",
              "t2"."stage" AS "any_stage",
              "t2"."desk" AS "any_desk",
              "t2"."clock" AS "any_clock"
            FROM "fact_stage_map" AS "t2"
            WHERE
              (
                "t2"."office_code" = ''
              ) OR (
                "t2"."office_code" IS NULL
              )
          ) AS "t18"
            ON "t23"."activity" = "t18"."_k0"
        ) AS "t24"
      ) AS "t26"
      LEFT OUTER JOIN (
        SELECT
          "t1"."office" AS "_k0",
          "t1"."activity" AS "_k1",
          "t1"."activity" AS "kept"
        FROM "kept_stage_names" AS "t1"
      ) AS "t12"
        ON "t26"."office" = "t12"."_k0" AND "t26"."activity" = "t12"."_k1"
    ) AS "t27"
  ) AS "t29"
  LEFT OUTER JOIN (
    SELECT
      "t0"."cal" AS "_k0",
      "t0"."day" AS "_k1",
      "t0"."idx" AS "run_s_idx"
    FROM "given_day" AS "t0"
  ) AS "t10"
    ON "t29"."cal" = "t10"."_k0" AND "t29"."begun_day" = "t10"."_k1"
  LEFT OUTER JOIN (
    SELECT
      "t0"."cal" AS "_k0",
      "t0"."day" AS "_k1",
      "t0"."idx" AS "run_f_idx"
    FROM "given_day" AS "t0"
  ) AS "t11"
    ON "t29"."cal" = "t11"."_k0" AND "t29"."finished_day" = "t11"."_k1"
) AS "t30"
