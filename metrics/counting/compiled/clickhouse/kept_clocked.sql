SELECT
  "t24"."office" AS "office",
  "t24"."application_no" AS "application_no",
  "t24"."cal" AS "cal",
  "t24"."as_of" AS "as_of",
  "t24"."permit_type" AS "permit_type",
  "t24"."bundle_no" AS "bundle_no",
  "t24"."submitted_at" AS "submitted_at",
  "t24"."received_day" AS "received_day",
  "t24"."complete_day" AS "complete_day",
  "t24"."start_day" AS "start_day",
  "t24"."end_day" AS "end_day",
  "t24"."issued_day" AS "issued_day",
  "t24"."last_day" AS "last_day",
  "t24"."outcome" AS "outcome",
  "t24"."is_open" AS "is_open",
  "t24"."undated" AS "undated",
  "t24"."decision" AS "decision",
  "t24"."s_idx" AS "s_idx",
  "t24"."e_idx" AS "e_idx",
  COALESCE("t24"."channel", '') AS "channel",
  COALESCE("t24"."business_scale", '') AS "business_scale",
  CAST((
    toYear("t24"."start_day") * 100
  ) + toMonth("t24"."start_day") AS Nullable(Int32)) AS "start_month",
  CAST((
    toYear("t24"."end_day") * 100
  ) + toMonth("t24"."end_day") AS Nullable(Int32)) AS "end_month",
  CAST("t24"."e_idx" - "t24"."s_idx" AS Nullable(Int32)) AS "gross",
  CAST("t24"."e_ord" - "t24"."s_ord" AS Nullable(Int32)) AS "calendar"
FROM (
  SELECT
    "t23"."office" AS "office",
    "t23"."application_no" AS "application_no",
    "t23"."parts" AS "parts",
    "t23"."business_scale" AS "business_scale",
    "t23"."risk_level" AS "risk_level",
    "t23"."kbli" AS "kbli",
    "t23"."channel" AS "channel",
    "t23"."bundle_no" AS "bundle_no",
    "t23"."submitted_at" AS "submitted_at",
    "t23"."complete_at" AS "complete_at",
    "t23"."decision" AS "decision",
    "t23"."decided_at" AS "decided_at",
    "t23"."issued_at" AS "issued_at",
    "t23"."permit_no" AS "permit_no",
    "t23"."signatory" AS "signatory",
    "t23"."collected_at" AS "collected_at",
    "t23"."tracking_code" AS "tracking_code",
    "t23"."return_reason" AS "return_reason",
    "t23"."province" AS "province",
    "t23"."cal" AS "cal",
    "t23"."as_of" AS "as_of",
    "t23"."as_of_complaints" AS "as_of_complaints",
    "t23"."as_of_payments" AS "as_of_payments",
    "t23"."as_of_survey" AS "as_of_survey",
    "t23"."permit_type" AS "permit_type",
    "t23"."received_day" AS "received_day",
    "t23"."issued_day" AS "issued_day",
    "t23"."end_day" AS "end_day",
    "t23"."undated" AS "undated",
    "t23"."complete_day" AS "complete_day",
    "t23"."start_day" AS "start_day",
    "t23"."outcome" AS "outcome",
    "t23"."is_open" AS "is_open",
    "t23"."last_day" AS "last_day",
    "t8"."s_idx" AS "s_idx",
    "t8"."s_ord" AS "s_ord",
    "t9"."e_idx" AS "e_idx",
    "t9"."e_ord" AS "e_ord"
  FROM (
    SELECT
      "t21"."office" AS "office",
      "t21"."application_no" AS "application_no",
      "t21"."parts" AS "parts",
      "t21"."business_scale" AS "business_scale",
      "t21"."risk_level" AS "risk_level",
      "t21"."kbli" AS "kbli",
      "t21"."channel" AS "channel",
      "t21"."bundle_no" AS "bundle_no",
      "t21"."submitted_at" AS "submitted_at",
      "t21"."complete_at" AS "complete_at",
      "t21"."decision" AS "decision",
      "t21"."decided_at" AS "decided_at",
      "t21"."issued_at" AS "issued_at",
      "t21"."permit_no" AS "permit_no",
      "t21"."signatory" AS "signatory",
      "t21"."collected_at" AS "collected_at",
      "t21"."tracking_code" AS "tracking_code",
      "t21"."return_reason" AS "return_reason",
      "t21"."province" AS "province",
      "t21"."cal" AS "cal",
      "t21"."as_of" AS "as_of",
      "t21"."as_of_complaints" AS "as_of_complaints",
      "t21"."as_of_payments" AS "as_of_payments",
      "t21"."as_of_survey" AS "as_of_survey",
      "t21"."permit_type" AS "permit_type",
      "t21"."received_day" AS "received_day",
      "t21"."issued_day" AS "issued_day",
      "t21"."end_day" AS "end_day",
      "t21"."undated" AS "undated",
      "t21"."complete_day" AS "complete_day",
      CASE
        WHEN isNotNull("t21"."complete_day")
        AND (
          "t21"."complete_day" <= COALESCE("t21"."end_day", "t21"."as_of")
        )
        THEN "t21"."complete_day"
        ELSE "t21"."received_day"
      END AS "start_day",
      CASE
        WHEN isNull("t21"."end_day")
        THEN CAST(NULL AS Nullable(String))
        WHEN isNotNull("t21"."issued_day")
        THEN 'issued'
        WHEN "t21"."decision" IN ('rejected', 'withdrawn')
        THEN "t21"."decision"
        ELSE 'closed'
      END AS "outcome",
      isNull("t21"."end_day") AND NOT (
        "t21"."undated"
      ) AS "is_open",
      COALESCE("t21"."end_day", "t21"."as_of") AS "last_day"
    FROM (
      SELECT
        "t20"."office" AS "office",
        "t20"."application_no" AS "application_no",
        "t20"."parts" AS "parts",
        "t20"."business_scale" AS "business_scale",
        "t20"."risk_level" AS "risk_level",
        "t20"."kbli" AS "kbli",
        "t20"."channel" AS "channel",
        "t20"."bundle_no" AS "bundle_no",
        "t20"."submitted_at" AS "submitted_at",
        "t20"."complete_at" AS "complete_at",
        "t20"."decision" AS "decision",
        "t20"."decided_at" AS "decided_at",
        "t20"."issued_at" AS "issued_at",
        "t20"."permit_no" AS "permit_no",
        "t20"."signatory" AS "signatory",
        "t20"."collected_at" AS "collected_at",
        "t20"."tracking_code" AS "tracking_code",
        "t20"."return_reason" AS "return_reason",
        "t20"."province" AS "province",
        "t20"."cal" AS "cal",
        "t20"."as_of" AS "as_of",
        "t20"."as_of_complaints" AS "as_of_complaints",
        "t20"."as_of_payments" AS "as_of_payments",
        "t20"."as_of_survey" AS "as_of_survey",
        "t20"."permit_type" AS "permit_type",
        CAST("t20"."submitted_at" AS Nullable(DATE)) AS "received_day",
        CASE
          WHEN CASE
            WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
            THEN CAST(NULL AS Nullable(DATE))
            ELSE COALESCE(
              CAST("t20"."issued_at" AS Nullable(DATE)),
              CASE
                WHEN "t20"."decision" = 'issued'
                THEN COALESCE(
                  CAST("t20"."decided_at" AS Nullable(DATE)),
                  CASE
                    WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
                    THEN CAST("t20"."issued_at" AS Nullable(DATE))
                    ELSE CAST(NULL AS Nullable(DATE))
                  END
                )
                ELSE CAST(NULL AS Nullable(DATE))
              END
            )
          END <= "t20"."as_of"
          THEN CASE
            WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
            THEN CAST(NULL AS Nullable(DATE))
            ELSE COALESCE(
              CAST("t20"."issued_at" AS Nullable(DATE)),
              CASE
                WHEN "t20"."decision" = 'issued'
                THEN COALESCE(
                  CAST("t20"."decided_at" AS Nullable(DATE)),
                  CASE
                    WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
                    THEN CAST("t20"."issued_at" AS Nullable(DATE))
                    ELSE CAST(NULL AS Nullable(DATE))
                  END
                )
                ELSE CAST(NULL AS Nullable(DATE))
              END
            )
          END
          ELSE CAST(NULL AS Nullable(DATE))
        END AS "issued_day",
        CASE
          WHEN COALESCE(
            CASE
              WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
              THEN CAST(NULL AS Nullable(DATE))
              ELSE COALESCE(
                CAST("t20"."issued_at" AS Nullable(DATE)),
                CASE
                  WHEN "t20"."decision" = 'issued'
                  THEN COALESCE(
                    CAST("t20"."decided_at" AS Nullable(DATE)),
                    CASE
                      WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
                      THEN CAST("t20"."issued_at" AS Nullable(DATE))
                      ELSE CAST(NULL AS Nullable(DATE))
                    END
                  )
                  ELSE CAST(NULL AS Nullable(DATE))
                END
              )
            END,
            COALESCE(
              CAST("t20"."decided_at" AS Nullable(DATE)),
              CASE
                WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
                THEN CAST("t20"."issued_at" AS Nullable(DATE))
                ELSE CAST(NULL AS Nullable(DATE))
              END
            )
          ) <= "t20"."as_of"
          THEN COALESCE(
            CASE
              WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
              THEN CAST(NULL AS Nullable(DATE))
              ELSE COALESCE(
                CAST("t20"."issued_at" AS Nullable(DATE)),
                CASE
                  WHEN "t20"."decision" = 'issued'
                  THEN COALESCE(
                    CAST("t20"."decided_at" AS Nullable(DATE)),
                    CASE
                      WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
                      THEN CAST("t20"."issued_at" AS Nullable(DATE))
                      ELSE CAST(NULL AS Nullable(DATE))
                    END
                  )
                  ELSE CAST(NULL AS Nullable(DATE))
                END
              )
            END,
            COALESCE(
              CAST("t20"."decided_at" AS Nullable(DATE)),
              CASE
                WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
                THEN CAST("t20"."issued_at" AS Nullable(DATE))
                ELSE CAST(NULL AS Nullable(DATE))
              END
            )
          )
          ELSE CAST(NULL AS Nullable(DATE))
        END AS "end_day",
        isNotNull("t20"."decision")
        AND isNull(
          COALESCE(
            CASE
              WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
              THEN CAST(NULL AS Nullable(DATE))
              ELSE COALESCE(
                CAST("t20"."issued_at" AS Nullable(DATE)),
                CASE
                  WHEN "t20"."decision" = 'issued'
                  THEN COALESCE(
                    CAST("t20"."decided_at" AS Nullable(DATE)),
                    CASE
                      WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
                      THEN CAST("t20"."issued_at" AS Nullable(DATE))
                      ELSE CAST(NULL AS Nullable(DATE))
                    END
                  )
                  ELSE CAST(NULL AS Nullable(DATE))
                END
              )
            END,
            COALESCE(
              CAST("t20"."decided_at" AS Nullable(DATE)),
              CASE
                WHEN COALESCE("t20"."decision" IN ('rejected', 'withdrawn'), FALSE)
                THEN CAST("t20"."issued_at" AS Nullable(DATE))
                ELSE CAST(NULL AS Nullable(DATE))
              END
            )
          )
        ) AS "undated",
        CAST("t20"."complete_at" AS Nullable(DATE)) AS "complete_day"
      FROM (
        SELECT
          "t19".*
          EXCEPT ("_any", "_own", "own_type")
        FROM (
          SELECT
            "t18"."office" AS "office",
            "t18"."application_no" AS "application_no",
            "t18"."own_type" AS "own_type",
            "t18"."parts" AS "parts",
            "t18"."business_scale" AS "business_scale",
            "t18"."risk_level" AS "risk_level",
            "t18"."kbli" AS "kbli",
            "t18"."channel" AS "channel",
            "t18"."bundle_no" AS "bundle_no",
            "t18"."submitted_at" AS "submitted_at",
            "t18"."complete_at" AS "complete_at",
            "t18"."decision" AS "decision",
            "t18"."decided_at" AS "decided_at",
            "t18"."issued_at" AS "issued_at",
            "t18"."permit_no" AS "permit_no",
            "t18"."signatory" AS "signatory",
            "t18"."collected_at" AS "collected_at",
            "t18"."tracking_code" AS "tracking_code",
            "t18"."return_reason" AS "return_reason",
            "t18"."province" AS "province",
            "t18"."cal" AS "cal",
            "t18"."as_of" AS "as_of",
            "t18"."as_of_complaints" AS "as_of_complaints",
            "t18"."as_of_payments" AS "as_of_payments",
            "t18"."as_of_survey" AS "as_of_survey",
            "t18"."_own" AS "_own",
            "t18"."_any" AS "_any",
            COALESCE("t18"."_own", "t18"."_any", "t18"."own_type", '') AS "permit_type"
          FROM (
            SELECT
              "t17"."office" AS "office",
              "t17"."application_no" AS "application_no",
              "t17"."own_type" AS "own_type",
              "t17"."parts" AS "parts",
              "t17"."business_scale" AS "business_scale",
              "t17"."risk_level" AS "risk_level",
              "t17"."kbli" AS "kbli",
              "t17"."channel" AS "channel",
              "t17"."bundle_no" AS "bundle_no",
              "t17"."submitted_at" AS "submitted_at",
              "t17"."complete_at" AS "complete_at",
              "t17"."decision" AS "decision",
              "t17"."decided_at" AS "decided_at",
              "t17"."issued_at" AS "issued_at",
              "t17"."permit_no" AS "permit_no",
              "t17"."signatory" AS "signatory",
              "t17"."collected_at" AS "collected_at",
              "t17"."tracking_code" AS "tracking_code",
              "t17"."return_reason" AS "return_reason",
              "t17"."province" AS "province",
              "t17"."cal" AS "cal",
              "t17"."as_of" AS "as_of",
              "t17"."as_of_complaints" AS "as_of_complaints",
              "t17"."as_of_payments" AS "as_of_payments",
              "t17"."as_of_survey" AS "as_of_survey",
              "t12"."_own" AS "_own",
              "t14"."_any" AS "_any"
            FROM (
              SELECT
                "t15"."office" AS "office",
                "t15"."application_no" AS "application_no",
                "t15"."permit_type" AS "own_type",
                "t15"."parts" AS "parts",
                "t15"."business_scale" AS "business_scale",
                "t15"."risk_level" AS "risk_level",
                "t15"."kbli" AS "kbli",
                "t15"."channel" AS "channel",
                "t15"."bundle_no" AS "bundle_no",
                "t15"."submitted_at" AS "submitted_at",
                "t15"."complete_at" AS "complete_at",
                "t15"."decision" AS "decision",
                "t15"."decided_at" AS "decided_at",
                "t15"."issued_at" AS "issued_at",
                "t15"."permit_no" AS "permit_no",
                "t15"."signatory" AS "signatory",
                "t15"."collected_at" AS "collected_at",
                "t15"."tracking_code" AS "tracking_code",
                "t15"."return_reason" AS "return_reason",
                "t15"."province" AS "province",
                "t15"."cal" AS "cal",
                "t15"."as_of_applications" AS "as_of",
                "t15"."as_of_complaints" AS "as_of_complaints",
                "t15"."as_of_payments" AS "as_of_payments",
                "t15"."as_of_survey" AS "as_of_survey"
              FROM (
                SELECT
                  "t11"."office" AS "office",
                  "t11"."application_no" AS "application_no",
                  "t11"."permit_type" AS "permit_type",
                  "t11"."parts" AS "parts",
                  "t11"."business_scale" AS "business_scale",
                  "t11"."risk_level" AS "risk_level",
                  "t11"."kbli" AS "kbli",
                  "t11"."channel" AS "channel",
                  "t11"."bundle_no" AS "bundle_no",
                  "t11"."submitted_at" AS "submitted_at",
                  "t11"."complete_at" AS "complete_at",
                  "t11"."decision" AS "decision",
                  "t11"."decided_at" AS "decided_at",
                  "t11"."issued_at" AS "issued_at",
                  "t11"."permit_no" AS "permit_no",
                  "t11"."signatory" AS "signatory",
                  "t11"."collected_at" AS "collected_at",
                  "t11"."tracking_code" AS "tracking_code",
                  "t11"."return_reason" AS "return_reason",
                  "t4"."province" AS "province",
                  "t4"."cal" AS "cal",
                  "t4"."as_of_applications" AS "as_of_applications",
                  "t4"."as_of_complaints" AS "as_of_complaints",
                  "t4"."as_of_payments" AS "as_of_payments",
                  "t4"."as_of_survey" AS "as_of_survey"
                FROM (
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
                ) OR isNull("t1"."office_code")
            ) AS "t14"
              ON "t17"."own_type" = "t14"."_k0"
          ) AS "t18"
        ) AS "t19"
      ) AS "t20"
      WHERE
        CAST("t20"."submitted_at" AS Nullable(DATE)) <= "t20"."as_of"
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
