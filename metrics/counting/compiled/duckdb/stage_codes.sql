SELECT
  *
FROM "kept_stage_codes" AS "t0"
WHERE
  "t0"."code" < 63
