SELECT
  "t33"."office",
  "t33"."receipt_no",
  "t33"."bill_no",
  "t33"."application_no",
  "t33"."billed_amount",
  "t33"."billed_at",
  "t33"."paid_amount",
  "t33"."paid_at",
  "t33"."method",
  "t33"."account_code",
  "t33"."status",
  "t33"."province",
  "t33"."cal",
  "t33"."as_of_applications",
  "t33"."as_of_complaints",
  "t33"."as_of",
  "t33"."as_of_survey",
  "t33"."permit_type",
  "t33"."bill",
  "t33"."bill_application",
  "t33"."bill_day",
  "t33"."bill_amount",
  "t33"."bill_receipt",
  "t33"."billed_on",
  "t33"."paid_day",
  "t33"."settled",
  "t33"."told",
  "t33"."amount",
  "t33"."untold",
  "t33"."undated",
  "t33"."silent",
  "t33"."latest",
  "t33"."unclear",
  "t33"."place",
  "t33"."billed_day",
  "t33"."bill_sen",
  "t33"."first",
  "t33"."refund",
  "t33"."b_idx",
  "t33"."p_idx",
  "t33"."o_idx",
  IF("t33"."first", COALESCE("t33"."bill_sen", 0), 0) AS "billed",
  IF(
    (
      "t33"."paid_day" IS NOT NULL
    ) OR "t33"."undated",
    COALESCE(CAST("t33"."amount" * 100 AS BIGINT), 0),
    0
  ) AS "paid",
  IF("t33"."bill_sen" IS NULL, 0, 1) + IF(
    "t33"."untold"
    OR "t33"."unclear"
    OR (
      "t33"."undated" AND (
        "t33"."amount" IS NULL
      )
    ),
    0,
    2
  ) + IF("t33"."undated" OR "t33"."unclear", 4, 0) AS "valued",
  CAST((
    EXTRACT(year FROM "t33"."billed_day") * 100
  ) + EXTRACT(month FROM "t33"."billed_day") AS INTEGER) AS "billed_month",
  CAST((
    EXTRACT(year FROM "t33"."paid_day") * 100
  ) + EXTRACT(month FROM "t33"."paid_day") AS INTEGER) AS "paid_month",
  IF(
    "t33"."refund",
    CAST(NULL AS INTEGER),
    CAST("t33"."p_idx" - "t33"."b_idx" AS INTEGER)
  ) AS "days_to_pay",
  CAST("t33"."o_idx" - "t33"."b_idx" AS INTEGER) AS "age"
FROM (
  SELECT
    "t32"."office",
    "t32"."receipt_no",
    "t32"."bill_no",
    "t32"."application_no",
    "t32"."billed_amount",
    "t32"."billed_at",
    "t32"."paid_amount",
    "t32"."paid_at",
    "t32"."method",
    "t32"."account_code",
    "t32"."status",
    "t32"."province",
    "t32"."cal",
    "t32"."as_of_applications",
    "t32"."as_of_complaints",
    "t32"."as_of",
    "t32"."as_of_survey",
    "t32"."permit_type",
    "t32"."bill",
    "t32"."bill_application",
    "t32"."bill_day",
    "t32"."bill_amount",
    "t32"."bill_receipt",
    "t32"."billed_on",
    "t32"."paid_day",
    "t32"."settled",
    "t32"."told",
    "t32"."amount",
    "t32"."untold",
    "t32"."undated",
    "t32"."silent",
    "t32"."latest",
    "t32"."unclear",
    "t32"."place",
    "t32"."billed_day",
    "t32"."bill_sen",
    "t32"."first",
    "t32"."refund",
    "t11"."b_idx",
    "t12"."p_idx",
    "t13"."o_idx"
  FROM (
    SELECT
      "t30"."office",
      "t30"."receipt_no",
      "t30"."bill_no",
      "t30"."application_no",
      "t30"."billed_amount",
      "t30"."billed_at",
      "t30"."paid_amount",
      "t30"."paid_at",
      "t30"."method",
      "t30"."account_code",
      "t30"."status",
      "t30"."province",
      "t30"."cal",
      "t30"."as_of_applications",
      "t30"."as_of_complaints",
      "t30"."as_of",
      "t30"."as_of_survey",
      "t30"."permit_type",
      "t30"."bill",
      "t30"."bill_application",
      "t30"."bill_day",
      "t30"."bill_amount",
      "t30"."bill_receipt",
      "t30"."billed_on",
      "t30"."paid_day",
      "t30"."settled",
      "t30"."told",
      "t30"."amount",
      "t30"."untold",
      "t30"."undated",
      "t30"."silent",
      "t30"."latest",
      "t30"."unclear",
      "t30"."place",
      IF("t30"."billed_day" <= "t30"."as_of", "t30"."billed_day", CAST(NULL AS DATE)) AS "billed_day",
      "t30"."bill_sen",
      "t30"."place" = 0 AS "first",
      COALESCE("t30"."amount" < 0, FALSE) AS "refund"
    FROM (
      SELECT
        "t29"."office",
        "t29"."receipt_no",
        "t29"."bill_no",
        "t29"."application_no",
        "t29"."billed_amount",
        "t29"."billed_at",
        "t29"."paid_amount",
        "t29"."paid_at",
        "t29"."method",
        "t29"."account_code",
        "t29"."status",
        "t29"."province",
        "t29"."cal",
        "t29"."as_of_applications",
        "t29"."as_of_complaints",
        "t29"."as_of",
        "t29"."as_of_survey",
        "t29"."permit_type",
        "t29"."bill",
        "t29"."bill_application",
        "t29"."bill_day",
        "t29"."bill_amount",
        "t29"."bill_receipt",
        "t29"."billed_on",
        "t29"."paid_day",
        "t29"."settled",
        "t29"."told",
        "t29"."amount",
        "t29"."untold",
        "t29"."undated",
        "t29"."silent",
        "t29"."latest",
        "t29"."silent"
        AND NOT (
          BOOL_OR("t29"."told" OR "t29"."undated") OVER (
            PARTITION BY "t29"."office", "t29"."bill", "t29"."bill_application", "t29"."bill_day", "t29"."bill_amount", "t29"."bill_receipt"
            ORDER BY NULL ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          )
        )
        AND NOT (
          COALESCE("t29"."latest" >= "t29"."billed_on", FALSE)
        ) AS "unclear",
        ROW_NUMBER() OVER (
          PARTITION BY "t29"."office", "t29"."bill", "t29"."bill_application", "t29"."bill_day", "t29"."bill_amount", "t29"."bill_receipt"
          ORDER BY "t29"."untold" ASC, "t29"."paid_day" ASC, "t29"."receipt_no" ASC
        ) - 1 AS "place",
        MIN("t29"."billed_on") OVER (
          PARTITION BY "t29"."office", "t29"."bill", "t29"."bill_application", "t29"."bill_day", "t29"."bill_amount", "t29"."bill_receipt"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "billed_day",
        MAX(CAST("t29"."billed_amount" * 100 AS BIGINT)) OVER (
          PARTITION BY "t29"."office", "t29"."bill", "t29"."bill_application", "t29"."bill_day", "t29"."bill_amount", "t29"."bill_receipt"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "bill_sen"
      FROM (
        SELECT
          "t28"."office",
          "t28"."receipt_no",
          "t28"."bill_no",
          "t28"."application_no",
          "t28"."billed_amount",
          "t28"."billed_at",
          "t28"."paid_amount",
          "t28"."paid_at",
          "t28"."method",
          "t28"."account_code",
          "t28"."status",
          "t28"."province",
          "t28"."cal",
          "t28"."as_of_applications",
          "t28"."as_of_complaints",
          "t28"."as_of",
          "t28"."as_of_survey",
          "t28"."permit_type",
          "t28"."bill",
          "t28"."bill_application",
          "t28"."bill_day",
          "t28"."bill_amount",
          "t28"."bill_receipt",
          "t28"."billed_on",
          "t28"."paid_day",
          "t28"."settled",
          "t28"."told",
          "t28"."amount",
          (
            "t28"."paid_day" IS NOT NULL
          ) AND (
            "t28"."amount" IS NULL
          ) AS "untold",
          NOT (
            "t28"."told"
          )
          AND (
            "t28"."settled" OR (
              COALESCE("t28"."amount", 0) <> 0
            )
          ) AS "undated",
          NOT (
            "t28"."told"
          )
          AND NOT (
            COALESCE("t28"."status", 'unpaid') IN ('paid', 'unpaid')
          ) AS "silent",
          MAX(CAST("t28"."paid_at" AS DATE)) OVER (
            PARTITION BY "t28"."office"
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS "latest"
        FROM (
          SELECT
            "t27"."office",
            "t27"."receipt_no",
            "t27"."bill_no",
            "t27"."application_no",
            "t27"."billed_amount",
            "t27"."billed_at",
            "t27"."paid_amount",
            "t27"."paid_at",
            "t27"."method",
            "t27"."account_code",
            "t27"."status",
            "t27"."province",
            "t27"."cal",
            "t27"."as_of_applications",
            "t27"."as_of_complaints",
            "t27"."as_of",
            "t27"."as_of_survey",
            "t27"."permit_type",
            "t27"."bill",
            "t27"."bill_application",
            "t27"."bill_day",
            "t27"."bill_amount",
            "t27"."bill_receipt",
            "t27"."billed_on",
            "t27"."paid_day",
            "t27"."settled",
            "t27"."told",
            COALESCE("t27"."paid_amount", IF("t27"."settled", "t27"."billed_amount", NULL)) AS "amount"
          FROM (
            SELECT
              "t26"."office",
              "t26"."receipt_no",
              "t26"."bill_no",
              "t26"."application_no",
              "t26"."billed_amount",
              "t26"."billed_at",
              "t26"."paid_amount",
              "t26"."paid_at",
              "t26"."method",
              "t26"."account_code",
              "t26"."status",
              "t26"."province",
              "t26"."cal",
              "t26"."as_of_applications",
              "t26"."as_of_complaints",
              "t26"."as_of",
              "t26"."as_of_survey",
              "t26"."permit_type",
              "t26"."bill",
              "t26"."bill_application",
              "t26"."bill_day",
              "t26"."bill_amount",
              "t26"."bill_receipt",
              "t26"."billed_on",
              "t26"."paid_day",
              (
                COUNT("t26"."receipt_no") OVER (
                  PARTITION BY "t26"."office", "t26"."bill", "t26"."bill_application", "t26"."bill_day", "t26"."bill_amount", "t26"."bill_receipt"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) = 1
              )
              AND COALESCE("t26"."status" = 'paid', FALSE) AS "settled",
              CAST("t26"."paid_at" AS DATE) IS NOT NULL AS "told"
            FROM (
              SELECT
                "t25"."office",
                "t25"."receipt_no",
                "t25"."bill_no",
                "t25"."application_no",
                "t25"."billed_amount",
                "t25"."billed_at",
                "t25"."paid_amount",
                "t25"."paid_at",
                COALESCE("t25"."method", '') AS "method",
                "t25"."account_code",
                "t25"."status",
                "t25"."province",
                "t25"."cal",
                "t25"."as_of_applications",
                "t25"."as_of_complaints",
                "t25"."as_of",
                "t25"."as_of_survey",
                "t25"."permit_type",
                IF(COALESCE("t25"."bill_no", '') <> '', "t25"."bill_no", '') AS "bill",
                IF(
                  NOT (
                    COALESCE("t25"."bill_no", '') <> ''
                  )
                  AND (
                    COALESCE("t25"."application_no", '') <> ''
                  )
                  AND (
                    CAST("t25"."billed_at" AS DATE) IS NOT NULL
                  )
                  AND (
                    "t25"."billed_amount" IS NOT NULL
                  ),
                  "t25"."application_no",
                  ''
                ) AS "bill_application",
                IF(
                  NOT (
                    COALESCE("t25"."bill_no", '') <> ''
                  )
                  AND (
                    COALESCE("t25"."application_no", '') <> ''
                  )
                  AND (
                    CAST("t25"."billed_at" AS DATE) IS NOT NULL
                  )
                  AND (
                    "t25"."billed_amount" IS NOT NULL
                  ),
                  CAST("t25"."billed_at" AS DATE),
                  CAST(NULL AS DATE)
                ) AS "bill_day",
                IF(
                  NOT (
                    COALESCE("t25"."bill_no", '') <> ''
                  )
                  AND (
                    COALESCE("t25"."application_no", '') <> ''
                  )
                  AND (
                    CAST("t25"."billed_at" AS DATE) IS NOT NULL
                  )
                  AND (
                    "t25"."billed_amount" IS NOT NULL
                  ),
                  CAST("t25"."billed_amount" * 100 AS BIGINT),
                  -1
                ) AS "bill_amount",
                IF(
                  (
                    COALESCE("t25"."bill_no", '') <> ''
                  )
                  OR (
                    NOT (
                      COALESCE("t25"."bill_no", '') <> ''
                    )
                    AND (
                      COALESCE("t25"."application_no", '') <> ''
                    )
                    AND (
                      CAST("t25"."billed_at" AS DATE) IS NOT NULL
                    )
                    AND (
                      "t25"."billed_amount" IS NOT NULL
                    )
                  ),
                  '',
                  "t25"."receipt_no"
                ) AS "bill_receipt",
                CAST("t25"."billed_at" AS DATE) AS "billed_on",
                IF(
                  CAST("t25"."paid_at" AS DATE) <= "t25"."as_of",
                  CAST("t25"."paid_at" AS DATE),
                  CAST(NULL AS DATE)
                ) AS "paid_day"
              FROM (
                SELECT
                  "t24"."office",
                  "t24"."receipt_no",
                  "t24"."bill_no",
                  "t24"."application_no",
                  "t24"."billed_amount",
                  "t24"."billed_at",
                  "t24"."paid_amount",
                  "t24"."paid_at",
                  "t24"."method",
                  "t24"."account_code",
                  "t24"."status",
                  "t24"."province",
                  "t24"."cal",
                  "t24"."as_of_applications",
                  "t24"."as_of_complaints",
                  "t24"."as_of",
                  "t24"."as_of_survey",
                  "t24"."permit_type"
                FROM (
                  SELECT
                    "t23"."office",
                    "t23"."receipt_no",
                    "t23"."bill_no",
                    "t23"."application_no",
                    "t23"."billed_amount",
                    "t23"."billed_at",
                    "t23"."paid_amount",
                    "t23"."paid_at",
                    "t23"."method",
                    "t23"."account_code",
                    "t23"."status",
                    "t23"."province",
                    "t23"."cal",
                    "t23"."as_of_applications",
                    "t23"."as_of_complaints",
                    "t23"."as_of",
                    "t23"."as_of_survey",
                    "t23"."own_type",
                    "t23"."_own",
                    "t23"."_any",
                    COALESCE("t23"."_own", "t23"."_any", "t23"."own_type", '') AS "permit_type"
                  FROM (
                    SELECT
                      "t22"."office",
                      "t22"."receipt_no",
                      "t22"."bill_no",
                      "t22"."application_no",
                      "t22"."billed_amount",
                      "t22"."billed_at",
                      "t22"."paid_amount",
                      "t22"."paid_at",
                      "t22"."method",
                      "t22"."account_code",
                      "t22"."status",
                      "t22"."province",
                      "t22"."cal",
                      "t22"."as_of_applications",
                      "t22"."as_of_complaints",
                      "t22"."as_of",
                      "t22"."as_of_survey",
                      "t14"."own_type",
                      "t17"."_own",
                      "t19"."_any"
                    FROM (
                      SELECT
                        "t20"."office",
                        "t20"."receipt_no",
                        "t20"."bill_no",
                        "t20"."application_no",
                        "t20"."billed_amount",
                        "t20"."billed_at",
                        "t20"."paid_amount",
                        "t20"."paid_at",
                        "t20"."method",
                        "t20"."account_code",
                        "t20"."status",
                        "t20"."province",
                        "t20"."cal",
                        "t20"."as_of_applications",
                        "t20"."as_of_complaints",
                        "t20"."as_of_payments" AS "as_of",
                        "t20"."as_of_survey"
                      FROM (
                        SELECT
                          "t16"."office",
                          "t16"."receipt_no",
                          "t16"."bill_no",
                          "t16"."application_no",
                          "t16"."billed_amount",
                          "t16"."billed_at",
                          "t16"."paid_amount",
                          "t16"."paid_at",
                          "t16"."method",
                          "t16"."account_code",
                          "t16"."status",
                          "t5"."province",
                          "t5"."cal",
                          "t5"."as_of_applications",
                          "t5"."as_of_complaints",
                          "t5"."as_of_payments",
                          "t5"."as_of_survey"
                        FROM (
                          SELECT
                            "t3"."office_code" AS "office",
                            "t3"."receipt_no",
                            "t3"."bill_no",
                            "t3"."application_no",
                            "t3"."billed_amount",
                            "t3"."billed_at",
                            "t3"."paid_amount",
                            "t3"."paid_at",
                            "t3"."method",
                            "t3"."account_code",
                            "t3"."status"
                          FROM "fact_payments" AS "t3"
                        ) AS "t16"
                        INNER JOIN "given_office" AS "t5"
                          ON "t16"."office" = "t5"."office"
                      ) AS "t20"
                    ) AS "t22"
                    LEFT OUTER JOIN (
                      SELECT
                        "t1"."office_code" AS "_k0",
                        "t1"."application_no" AS "_k1",
                        "t1"."permit_type" AS "own_type"
                      FROM "fact_applications" AS "t1"
                    ) AS "t14"
                      ON "t22"."office" = "t14"."_k0" AND "t22"."application_no" = "t14"."_k1"
                    LEFT OUTER JOIN (
                      SELECT
                        "t2"."office_code" AS "_k0",
                        "t2"."own_name" AS "_k1",
                        "t2"."permit_type" AS "_own"
                      FROM "fact_permit_names" AS "t2"
                      WHERE
                        "t2"."office_code" <> ''
                    ) AS "t17"
                      ON "t22"."office" = "t17"."_k0" AND "t14"."own_type" = "t17"."_k1"
                    LEFT OUTER JOIN (
                      SELECT
                        "t2"."own_name" AS "_k0",
                        "t2"."permit_type" AS "_any"
                      FROM "fact_permit_names" AS "t2"
                      WHERE
                        (
                          "t2"."office_code" = ''
                        ) OR (
                          "t2"."office_code" IS NULL
                        )
                    ) AS "t19"
                      ON "t14"."own_type" = "t19"."_k0"
                  ) AS "t23"
                ) AS "t24"
              ) AS "t25"
            ) AS "t26"
          ) AS "t27"
        ) AS "t28"
      ) AS "t29"
    ) AS "t30"
    WHERE
      (
        IF("t30"."billed_day" <= "t30"."as_of", "t30"."billed_day", CAST(NULL AS DATE)) IS NOT NULL
      )
      OR (
        "t30"."paid_day" IS NOT NULL
      )
  ) AS "t32"
  LEFT OUTER JOIN (
    SELECT
      "t0"."cal" AS "_k0",
      "t0"."day" AS "_k1",
      "t0"."idx" AS "b_idx"
    FROM "given_day" AS "t0"
  ) AS "t11"
    ON "t32"."cal" = "t11"."_k0" AND "t32"."billed_day" = "t11"."_k1"
  LEFT OUTER JOIN (
    SELECT
      "t0"."cal" AS "_k0",
      "t0"."day" AS "_k1",
      "t0"."idx" AS "p_idx"
    FROM "given_day" AS "t0"
  ) AS "t12"
    ON "t32"."cal" = "t12"."_k0" AND "t32"."paid_day" = "t12"."_k1"
  LEFT OUTER JOIN (
    SELECT
      "t0"."cal" AS "_k0",
      "t0"."day" AS "_k1",
      "t0"."idx" AS "o_idx"
    FROM "given_day" AS "t0"
  ) AS "t13"
    ON "t32"."cal" = "t13"."_k0" AND "t32"."as_of" = "t13"."_k1"
) AS "t33"
