SELECT
  "t10"."office" AS "office",
  "t10"."permit_type" AS "permit_type",
  "t10"."month" AS "month",
  "t10"."measure" AS "measure",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t1"."office" AS "office",
      "t1"."permit_type" AS "permit_type",
      CAST((
        toYear("t1"."received_day") * 100
      ) + toMonth("t1"."received_day") AS Nullable(Int32)) AS "month",
      'bundled' AS "measure"
    FROM "kept_cases" AS "t1"
    LEFT SEMI JOIN (
      SELECT
        "t5"."office" AS "office",
        "t5"."bundle_no" AS "bundle_no"
      FROM (
        SELECT
          "t2"."office" AS "office",
          "t2"."bundle_no" AS "bundle_no",
          COUNT(*) AS "size"
        FROM (
          SELECT
            *
          FROM "kept_cases" AS "t0"
          WHERE
            COALESCE("t0"."bundle_no", '') <> ''
        ) AS "t2"
        GROUP BY
          "t2"."office",
          "t2"."bundle_no"
      ) AS "t5"
      WHERE
        "t5"."size" > 1
    ) AS "t8"
      ON "t1"."office" = "t8"."office" AND "t1"."bundle_no" = "t8"."bundle_no"
  ) AS "t9"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."permit_type" AS "permit_type",
        CAST((
          toYear("t0"."received_day") * 100
        ) + toMonth("t0"."received_day") AS Nullable(Int32)) AS "month",
        'received' AS "measure"
      FROM "kept_cases" AS "t0"
      WHERE
        TRUE
    ) AS "t3"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."permit_type" AS "permit_type",
        CAST((
          toYear("t0"."end_day") * 100
        ) + toMonth("t0"."end_day") AS Nullable(Int32)) AS "month",
        "t0"."outcome" AS "measure"
      FROM "kept_cases" AS "t0"
      WHERE
        isNotNull("t0"."outcome")
    ) AS "t4"
  ) AS "t6"
) AS "t10"
GROUP BY
  "t10"."office",
  "t10"."permit_type",
  "t10"."month",
  "t10"."measure"
