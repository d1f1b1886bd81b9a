SELECT
  "t6"."office" AS "office_code",
  "t6"."month",
  "t6"."snap" AS "day",
  "t6"."snap_idx" AS "idx"
FROM (
  SELECT
    "t5".*
    EXCLUDE ("cal")
  FROM (
    SELECT
      "t2"."office",
      "t2"."cal",
      "t2"."month",
      "t2"."snap",
      "t4"."snap_idx"
    FROM "given_month_end" AS "t2"
    LEFT OUTER JOIN (
      SELECT
        "t1"."cal" AS "_k0",
        "t1"."day" AS "_k1",
        "t1"."idx" AS "snap_idx"
      FROM "given_day" AS "t1"
    ) AS "t4"
      ON "t2"."cal" = "t4"."_k0" AND "t2"."snap" = "t4"."_k1"
  ) AS "t5"
) AS "t6"
