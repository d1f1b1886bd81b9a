SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t2"."office",
      "t2"."subject",
      "t2"."permit_type",
      "t2"."category",
      "t2"."channel",
      "t2"."due_month",
      "t2"."standard",
      "t2"."met",
      COUNT(*) AS "n"
    FROM (
      SELECT
        "t0"."office",
        "t0"."permit_type",
        "t0"."channel",
        "t0"."standard",
        'permit' AS "subject",
        '' AS "category",
        CAST((
          EXTRACT(year FROM "t0"."due_day") * 100
        ) + EXTRACT(month FROM "t0"."due_day") AS INT) AS "due_month",
        CAST((
          "t0"."outcome" IS NOT NULL
        )
        AND (
          "t0"."outcome" <> 'withdrawn'
        )
        AND (
          "t0"."net" <= "t0"."standard"
        ) AS INT) AS "met"
      FROM "kept_cases" AS "t0"
      WHERE
        "t0"."standard" IS NOT NULL
        AND "t0"."due_day" <= "t0"."as_of"
        AND NOT (
          "t0"."undated"
        )
        AND NOT (
          COALESCE("t0"."outcome" = 'withdrawn', FALSE)
          AND (
            "t0"."net" <= "t0"."standard"
          )
        )
    ) AS "t2"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS "t4"
) AS "t6"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t3"."office",
      "t3"."subject",
      "t3"."permit_type",
      "t3"."category",
      "t3"."channel",
      "t3"."due_month",
      "t3"."standard",
      "t3"."met",
      COUNT(*) AS "n"
    FROM (
      SELECT
        "t1"."office",
        "t1"."category",
        "t1"."channel",
        "t1"."standard",
        'complaint' AS "subject",
        '' AS "permit_type",
        CAST((
          EXTRACT(year FROM "t1"."due_day") * 100
        ) + EXTRACT(month FROM "t1"."due_day") AS INT) AS "due_month",
        CAST(COALESCE("t1"."response_days" <= "t1"."standard", FALSE) AS INT) AS "met"
      FROM "kept_complaints" AS "t1"
      WHERE
        "t1"."due_day" <= "t1"."as_of"
    ) AS "t3"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS "t5"
) AS "t7"
