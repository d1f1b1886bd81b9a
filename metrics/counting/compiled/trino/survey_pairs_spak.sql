SELECT
  "t1"."office",
  "t1"."period",
  "t1"."service",
  "t1"."rule",
  COUNT(*) AS "n",
  SUM("t1"."spak_diskriminasi") AS "s_spak_diskriminasi",
  SUM("t1"."spak_kecurangan") AS "s_spak_kecurangan",
  SUM("t1"."spak_imbalan") AS "s_spak_imbalan",
  SUM("t1"."spak_pungli") AS "s_spak_pungli",
  SUM("t1"."spak_percaloan") AS "s_spak_percaloan",
  SUM("t1"."spak_diskriminasi" * "t1"."spak_diskriminasi") AS "p_spak_diskriminasi__spak_diskriminasi",
  SUM("t1"."spak_diskriminasi" * "t1"."spak_kecurangan") AS "p_spak_diskriminasi__spak_kecurangan",
  SUM("t1"."spak_diskriminasi" * "t1"."spak_imbalan") AS "p_spak_diskriminasi__spak_imbalan",
  SUM("t1"."spak_diskriminasi" * "t1"."spak_pungli") AS "p_spak_diskriminasi__spak_pungli",
  SUM("t1"."spak_diskriminasi" * "t1"."spak_percaloan") AS "p_spak_diskriminasi__spak_percaloan",
  SUM("t1"."spak_kecurangan" * "t1"."spak_kecurangan") AS "p_spak_kecurangan__spak_kecurangan",
  SUM("t1"."spak_kecurangan" * "t1"."spak_imbalan") AS "p_spak_kecurangan__spak_imbalan",
  SUM("t1"."spak_kecurangan" * "t1"."spak_pungli") AS "p_spak_kecurangan__spak_pungli",
  SUM("t1"."spak_kecurangan" * "t1"."spak_percaloan") AS "p_spak_kecurangan__spak_percaloan",
  SUM("t1"."spak_imbalan" * "t1"."spak_imbalan") AS "p_spak_imbalan__spak_imbalan",
  SUM("t1"."spak_imbalan" * "t1"."spak_pungli") AS "p_spak_imbalan__spak_pungli",
  SUM("t1"."spak_imbalan" * "t1"."spak_percaloan") AS "p_spak_imbalan__spak_percaloan",
  SUM("t1"."spak_pungli" * "t1"."spak_pungli") AS "p_spak_pungli__spak_pungli",
  SUM("t1"."spak_pungli" * "t1"."spak_percaloan") AS "p_spak_pungli__spak_percaloan",
  SUM("t1"."spak_percaloan" * "t1"."spak_percaloan") AS "p_spak_percaloan__spak_percaloan"
FROM (
  SELECT
    *
  FROM "kept_survey" AS "t0"
  WHERE
    "t0"."rule" = 'spak'
    AND "t0"."further" = ''
    AND "t0"."spak_diskriminasi" IS NOT NULL
    AND "t0"."spak_kecurangan" IS NOT NULL
    AND "t0"."spak_imbalan" IS NOT NULL
    AND "t0"."spak_pungli" IS NOT NULL
    AND "t0"."spak_percaloan" IS NOT NULL
) AS "t1"
GROUP BY
  1,
  2,
  3,
  4
