SELECT
  "t0"."office" AS "office_code",
  "t0"."application_no",
  "t0"."p_start" AS "first_idx",
  "t0"."p_end" AS "last_idx"
FROM "kept_pauses" AS "t0"
