SELECT
  "t24"."office",
  "t24"."application_no",
  "t24"."cal",
  "t24"."as_of",
  "t24"."permit_type",
  "t24"."bundle_no",
  "t24"."submitted_at",
  "t24"."received_day",
  "t24"."complete_day",
  "t24"."start_day",
  "t24"."end_day",
  "t24"."issued_day",
  "t24"."last_day",
  "t24"."outcome",
  "t24"."is_open",
  "t24"."undated",
  "t24"."decision",
  "t24"."s_idx",
  "t24"."e_idx",
  COALESCE("t24"."channel", '') AS "channel",
  COALESCE("t24"."business_scale", '') AS "business_scale",
  CAST((
    EXTRACT(year FROM "t24"."start_day") * 100
  ) + EXTRACT(month FROM "t24"."start_day") AS INTEGER) AS "start_month",
  CAST((
    EXTRACT(year FROM "t24"."end_day") * 100
  ) + EXTRACT(month FROM "t24"."end_day") AS INTEGER) AS "end_month",
  CAST("t24"."e_idx" - "t24"."s_idx" AS INTEGER) AS "gross",
  CAST("t24"."e_ord" - "t24"."s_ord" AS INTEGER) AS "calendar"
FROM (
  SELECT
    "t23"."office",
    "t23"."application_no",
    "t23"."parts",
    "t23"."business_scale",
    "t23"."risk_level",
    "t23"."kbli",
    "t23"."channel",
    "t23"."bundle_no",
    "t23"."submitted_at",
    "t23"."complete_at",
    "t23"."decision",
    "t23"."decided_at",
    "t23"."issued_at",
    "t23"."permit_no",
    "t23"."signatory",
    "t23"."collected_at",
    "t23"."tracking_code",
    "t23"."return_reason",
    "t23"."province",
    "t23"."cal",
    "t23"."as_of",
    "t23"."as_of_complaints",
    "t23"."as_of_payments",
    "t23"."as_of_survey",
    "t23"."permit_type",
    "t23"."received_day",
    "t23"."issued_day",
    "t23"."end_day",
    "t23"."undated",
    "t23"."complete_day",
    "t23"."start_day",
    "t23"."outcome",
    "t23"."is_open",
    "t23"."last_day",
    "t8"."s_idx",
    "t8"."s_ord",
    "t9"."e_idx",
    "t9"."e_ord"
  FROM (
    SELECT
      "t21"."office",
      "t21"."application_no",
      "t21"."parts",
      "t21"."business_scale",
      "t21"."risk_level",
      "t21"."kbli",
      "t21"."channel",
      "t21"."bundle_no",
      "t21"."submitted_at",
      "t21"."complete_at",
      "t21"."decision",
      "t21"."decided_at",
      "t21"."issued_at",
      "t21"."permit_no",
      "t21"."signatory",
      "t21"."collected_at",
      "t21"."tracking_code",
      "t21"."return_reason",
      "t21"."province",
      "t21"."cal",
      "t21"."as_of",
      "t21"."as_of_complaints",
      "t21"."as_of_payments",
      "t21"."as_of_survey",
      "t21"."permit_type",
      "t21"."received_day",
      "t21"."issued_day",
      "t21"."end_day",
      "t21"."undated",
      "t21"."complete_day",
      IF(
        (
          "t21"."complete_day" IS NOT NULL
        )
        AND (
          "t21"."complete_day" <= COALESCE("t21"."end_day", "t21"."as_of")
        ),
        "t21"."complete_day",
        "t21"."received_day"
      ) AS "start_day",
      CASE
        WHEN "t21"."end_day" IS NULL
        THEN CAST(NULL AS VARCHAR)
        WHEN "t21"."issued_day" IS NOT NULL
        THEN 'issued'
        WHEN "t21"."decision" IN ('rejected', 'withdrawn')
        THEN "t21"."decision"
        ELSE 'closed'
      END AS "outcome",
      (
        "t21"."end_day" IS NULL
      ) AND NOT (
        "t21"."undated"
      ) AS "is_open",
      COALESCE("t21"."end_day", "t21"."as_of") AS "last_day"
    FROM (
      SELECT
        "t20"."office",
        "t20"."application_no",
        "t20"."parts",
        "t20"."business_scale",
        "t20"."risk_level",
        "t20"."kbli",
        "t20"."channel",
        "t20"."bundle_no",
        "t20"."submitted_at",
        "t20"."complete_at",
        "t20"."decision",
        "t20"."decided_at",
        "t20"."issued_at",
        "t20"."permit_no",
        "t20"."signatory",
        "t20"."collected_at",
        "t20"."tracking_code",
        "t20"."return_reason",
        "t20"."province",
        "t20"."cal",
        "t20"."as_of",
        "t20"."as_of_complaints",
        "t20"."as_of_payments",
        "t20"."as_of_survey",
        "t20"."permit_type",
        CAST("t20"."submitted_at" AS DATE) AS "received_day",
        IF(
          IF(
            COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
            CAST(NULL AS DATE),
            COALESCE(
              CAST("t20"."issued_at" AS DATE),
              IF(
                "t20"."decision" = 'issued',
                COALESCE(
                  CAST("t20"."decided_at" AS DATE),
                  IF(
                    COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
                    CAST("t20"."issued_at" AS DATE),
                    CAST(NULL AS DATE)
                  )
                ),
                CAST(NULL AS DATE)
              )
            )
          ) <= "t20"."as_of",
          IF(
            COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
            CAST(NULL AS DATE),
            COALESCE(
              CAST("t20"."issued_at" AS DATE),
              IF(
                "t20"."decision" = 'issued',
                COALESCE(
                  CAST("t20"."decided_at" AS DATE),
                  IF(
                    COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
                    CAST("t20"."issued_at" AS DATE),
                    CAST(NULL AS DATE)
                  )
                ),
                CAST(NULL AS DATE)
              )
            )
          ),
          CAST(NULL AS DATE)
        ) AS "issued_day",
        IF(
          COALESCE(
            IF(
              COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
              CAST(NULL AS DATE),
              COALESCE(
                CAST("t20"."issued_at" AS DATE),
                IF(
                  "t20"."decision" = 'issued',
                  COALESCE(
                    CAST("t20"."decided_at" AS DATE),
                    IF(
                      COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
                      CAST("t20"."issued_at" AS DATE),
                      CAST(NULL AS DATE)
                    )
                  ),
                  CAST(NULL AS DATE)
                )
              )
            ),
            COALESCE(
              CAST("t20"."decided_at" AS DATE),
              IF(
                COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
                CAST("t20"."issued_at" AS DATE),
                CAST(NULL AS DATE)
              )
            )
          ) <= "t20"."as_of",
          COALESCE(
            IF(
              COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
              CAST(NULL AS DATE),
              COALESCE(
                CAST("t20"."issued_at" AS DATE),
                IF(
                  "t20"."decision" = 'issued',
                  COALESCE(
                    CAST("t20"."decided_at" AS DATE),
                    IF(
                      COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
                      CAST("t20"."issued_at" AS DATE),
                      CAST(NULL AS DATE)
                    )
                  ),
                  CAST(NULL AS DATE)
                )
              )
            ),
            COALESCE(
              CAST("t20"."decided_at" AS DATE),
              IF(
                COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
                CAST("t20"."issued_at" AS DATE),
                CAST(NULL AS DATE)
              )
            )
          ),
          CAST(NULL AS DATE)
        ) AS "end_day",
        (
          "t20"."decision" IS NOT NULL
        )
        AND (
          COALESCE(
            IF(
              COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
              CAST(NULL AS DATE),
              COALESCE(
                CAST("t20"."issued_at" AS DATE),
                IF(
                  "t20"."decision" = 'issued',
                  COALESCE(
                    CAST("t20"."decided_at" AS DATE),
                    IF(
                      COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
                      CAST("t20"."issued_at" AS DATE),
                      CAST(NULL AS DATE)
                    )
                  ),
                  CAST(NULL AS DATE)
                )
              )
            ),
            COALESCE(
              CAST("t20"."decided_at" AS DATE),
              IF(
                COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE),
                CAST("t20"."issued_at" AS DATE),
                CAST(NULL AS DATE)
              )
            )
          ) IS NULL
        ) AS "undated",
        CAST("t20"."complete_at" AS DATE) AS "complete_day"
      FROM (
        SELECT
          "t19"."office",
          "t19"."application_no",
          "t19"."parts",
          "t19"."business_scale",
          "t19"."risk_level",
          "t19"."kbli",
          "t19"."channel",
          "t19"."bundle_no",
          "t19"."submitted_at",
          "t19"."complete_at",
          "t19"."decision",
          "t19"."decided_at",
          "t19"."issued_at",
          "t19"."permit_no",
          "t19"."signatory",
          "t19"."collected_at",
          "t19"."tracking_code",
          "t19"."return_reason",
          "t19"."province",
          "t19"."cal",
          "t19"."as_of",
          "t19"."as_of_complaints",
          "t19"."as_of_payments",
          "t19"."as_of_survey",
          "t19"."permit_type"
        FROM (
          SELECT
            "t18"."office",
            "t18"."application_no",
            "t18"."own_type",
            "t18"."parts",
            "t18"."business_scale",
            "t18"."risk_level",
            "t18"."kbli",
            "t18"."channel",
            "t18"."bundle_no",
            "t18"."submitted_at",
            "t18"."complete_at",
            "t18"."decision",
            "t18"."decided_at",
            "t18"."issued_at",
            "t18"."permit_no",
            "t18"."signatory",
            "t18"."collected_at",
            "t18"."tracking_code",
            "t18"."return_reason",
            "t18"."province",
            "t18"."cal",
            "t18"."as_of",
            "t18"."as_of_complaints",
            "t18"."as_of_payments",
            "t18"."as_of_survey",
            "t18"."_own",
            "t18"."_any",
            COALESCE("t18"."_own", "t18"."_any", "t18"."own_type", '') AS "permit_type"
          FROM (
            SELECT
              "t17"."office",
              "t17"."application_no",
              "t17"."own_type",
              "t17"."parts",
              "t17"."business_scale",
              "t17"."risk_level",
              "t17"."kbli",
              "t17"."channel",
              "t17"."bundle_no",
              "t17"."submitted_at",
              "t17"."complete_at",
              "t17"."decision",
              "t17"."decided_at",
              "t17"."issued_at",
              "t17"."permit_no",
              "t17"."signatory",
              "t17"."collected_at",
              "t17"."tracking_code",
              "t17"."return_reason",
              "t17"."province",
              "t17"."cal",
              "t17"."as_of",
              "t17"."as_of_complaints",
              "t17"."as_of_payments",
              "t17"."as_of_survey",
              "t12"."_own",
              "t14"."_any"
            FROM (
              SELECT
                "t15"."office",
                "t15"."application_no",
                "t15"."permit_type" AS "own_type",
                "t15"."parts",
                "t15"."business_scale",
                "t15"."risk_level",
                "t15"."kbli",
                "t15"."channel",
                "t15"."bundle_no",
                "t15"."submitted_at",
                "t15"."complete_at",
                "t15"."decision",
                "t15"."decided_at",
                "t15"."issued_at",
                "t15"."permit_no",
                "t15"."signatory",
                "t15"."collected_at",
                "t15"."tracking_code",
                "t15"."return_reason",
                "t15"."province",
                "t15"."cal",
                "t15"."as_of_applications" AS "as_of",
                "t15"."as_of_complaints",
                "t15"."as_of_payments",
                "t15"."as_of_survey"
              FROM (
                SELECT
                  "t11"."office",
                  "t11"."application_no",
                  "t11"."permit_type",
                  "t11"."parts",
                  "t11"."business_scale",
                  "t11"."risk_level",
                  "t11"."kbli",
                  "t11"."channel",
                  "t11"."bundle_no",
                  "t11"."submitted_at",
                  "t11"."complete_at",
                  "t11"."decision",
                  "t11"."decided_at",
                  "t11"."issued_at",
                  "t11"."permit_no",
                  "t11"."signatory",
                  "t11"."collected_at",
                  "t11"."tracking_code",
                  "t11"."return_reason",
                  "t4"."province",
                  "t4"."cal",
                  "t4"."as_of_applications",
                  "t4"."as_of_complaints",
                  "t4"."as_of_payments",
                  "t4"."as_of_survey"
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
                ) AS "t11"
                INNER JOIN "given_office" AS "t4"
                  ON "t11"."office" = "t4"."office"
              ) AS "t15"
            ) AS "t17"
            LEFT OUTER JOIN (
              SELECT
                "t1"."office_code" AS "_k0",
                "t1"."own_name" AS "_k1",
                "t1"."permit_type" AS "_own"
              FROM "fact_permit_names" AS "t1"
              WHERE
                "t1"."office_code" <> ''
            ) AS "t12"
              ON "t17"."office" = "t12"."_k0" AND "t17"."own_type" = "t12"."_k1"
            LEFT OUTER JOIN (
              SELECT
                "t1"."own_name" AS "_k0",
                "t1"."permit_type" AS "_any"
              FROM "fact_permit_names" AS "t1"
              WHERE
                (
                  "t1"."office_code" = ''
                ) OR (
                  "t1"."office_code" IS NULL
                )
            ) AS "t14"
              ON "t17"."own_type" = "t14"."_k0"
          ) AS "t18"
        ) AS "t19"
      ) AS "t20"
      WHERE
        CAST("t20"."submitted_at" AS DATE) <= "t20"."as_of"
    ) AS "t21"
  ) AS "t23"
  LEFT OUTER JOIN (
    SELECT
      "t0"."cal" AS "_k0",
      "t0"."day" AS "_k1",
      "t0"."idx" AS "s_idx",
      "t0"."ord" AS "s_ord"
    FROM "given_day" AS "t0"
  ) AS "t8"
    ON "t23"."cal" = "t8"."_k0" AND "t23"."start_day" = "t8"."_k1"
  LEFT OUTER JOIN (
    SELECT
      "t0"."cal" AS "_k0",
      "t0"."day" AS "_k1",
      "t0"."idx" AS "e_idx",
      "t0"."ord" AS "e_ord"
    FROM "given_day" AS "t0"
  ) AS "t9"
    ON "t23"."cal" = "t9"."_k0" AND "t23"."last_day" = "t9"."_k1"
) AS "t24"
