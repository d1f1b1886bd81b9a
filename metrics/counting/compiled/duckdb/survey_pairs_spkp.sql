SELECT
  "t1"."office",
  "t1"."period",
  "t1"."service",
  "t1"."rule",
  COUNT(*) AS "n",
  SUM("t1"."spkp_informasi") AS "s_spkp_informasi",
  SUM("t1"."spkp_persyaratan") AS "s_spkp_persyaratan",
  SUM("t1"."spkp_prosedur") AS "s_spkp_prosedur",
  SUM("t1"."spkp_waktu") AS "s_spkp_waktu",
  SUM("t1"."spkp_biaya") AS "s_spkp_biaya",
  SUM("t1"."spkp_sarana") AS "s_spkp_sarana",
  SUM("t1"."spkp_respon") AS "s_spkp_respon",
  SUM("t1"."spkp_konsultasi") AS "s_spkp_konsultasi",
  SUM("t1"."spkp_informasi" * "t1"."spkp_informasi") AS "p_spkp_informasi__spkp_informasi",
  SUM("t1"."spkp_informasi" * "t1"."spkp_persyaratan") AS "p_spkp_informasi__spkp_persyaratan",
  SUM("t1"."spkp_informasi" * "t1"."spkp_prosedur") AS "p_spkp_informasi__spkp_prosedur",
  SUM("t1"."spkp_informasi" * "t1"."spkp_waktu") AS "p_spkp_informasi__spkp_waktu",
  SUM("t1"."spkp_informasi" * "t1"."spkp_biaya") AS "p_spkp_informasi__spkp_biaya",
  SUM("t1"."spkp_informasi" * "t1"."spkp_sarana") AS "p_spkp_informasi__spkp_sarana",
  SUM("t1"."spkp_informasi" * "t1"."spkp_respon") AS "p_spkp_informasi__spkp_respon",
  SUM("t1"."spkp_informasi" * "t1"."spkp_konsultasi") AS "p_spkp_informasi__spkp_konsultasi",
  SUM("t1"."spkp_persyaratan" * "t1"."spkp_persyaratan") AS "p_spkp_persyaratan__spkp_persyaratan",
  SUM("t1"."spkp_persyaratan" * "t1"."spkp_prosedur") AS "p_spkp_persyaratan__spkp_prosedur",
  SUM("t1"."spkp_persyaratan" * "t1"."spkp_waktu") AS "p_spkp_persyaratan__spkp_waktu",
  SUM("t1"."spkp_persyaratan" * "t1"."spkp_biaya") AS "p_spkp_persyaratan__spkp_biaya",
  SUM("t1"."spkp_persyaratan" * "t1"."spkp_sarana") AS "p_spkp_persyaratan__spkp_sarana",
  SUM("t1"."spkp_persyaratan" * "t1"."spkp_respon") AS "p_spkp_persyaratan__spkp_respon",
  SUM("t1"."spkp_persyaratan" * "t1"."spkp_konsultasi") AS "p_spkp_persyaratan__spkp_konsultasi",
  SUM("t1"."spkp_prosedur" * "t1"."spkp_prosedur") AS "p_spkp_prosedur__spkp_prosedur",
  SUM("t1"."spkp_prosedur" * "t1"."spkp_waktu") AS "p_spkp_prosedur__spkp_waktu",
  SUM("t1"."spkp_prosedur" * "t1"."spkp_biaya") AS "p_spkp_prosedur__spkp_biaya",
  SUM("t1"."spkp_prosedur" * "t1"."spkp_sarana") AS "p_spkp_prosedur__spkp_sarana",
  SUM("t1"."spkp_prosedur" * "t1"."spkp_respon") AS "p_spkp_prosedur__spkp_respon",
  SUM("t1"."spkp_prosedur" * "t1"."spkp_konsultasi") AS "p_spkp_prosedur__spkp_konsultasi",
  SUM("t1"."spkp_waktu" * "t1"."spkp_waktu") AS "p_spkp_waktu__spkp_waktu",
  SUM("t1"."spkp_waktu" * "t1"."spkp_biaya") AS "p_spkp_waktu__spkp_biaya",
  SUM("t1"."spkp_waktu" * "t1"."spkp_sarana") AS "p_spkp_waktu__spkp_sarana",
  SUM("t1"."spkp_waktu" * "t1"."spkp_respon") AS "p_spkp_waktu__spkp_respon",
  SUM("t1"."spkp_waktu" * "t1"."spkp_konsultasi") AS "p_spkp_waktu__spkp_konsultasi",
  SUM("t1"."spkp_biaya" * "t1"."spkp_biaya") AS "p_spkp_biaya__spkp_biaya",
  SUM("t1"."spkp_biaya" * "t1"."spkp_sarana") AS "p_spkp_biaya__spkp_sarana",
  SUM("t1"."spkp_biaya" * "t1"."spkp_respon") AS "p_spkp_biaya__spkp_respon",
  SUM("t1"."spkp_biaya" * "t1"."spkp_konsultasi") AS "p_spkp_biaya__spkp_konsultasi",
  SUM("t1"."spkp_sarana" * "t1"."spkp_sarana") AS "p_spkp_sarana__spkp_sarana",
  SUM("t1"."spkp_sarana" * "t1"."spkp_respon") AS "p_spkp_sarana__spkp_respon",
  SUM("t1"."spkp_sarana" * "t1"."spkp_konsultasi") AS "p_spkp_sarana__spkp_konsultasi",
  SUM("t1"."spkp_respon" * "t1"."spkp_respon") AS "p_spkp_respon__spkp_respon",
  SUM("t1"."spkp_respon" * "t1"."spkp_konsultasi") AS "p_spkp_respon__spkp_konsultasi",
  SUM("t1"."spkp_konsultasi" * "t1"."spkp_konsultasi") AS "p_spkp_konsultasi__spkp_konsultasi"
FROM (
  SELECT
    *
  FROM "kept_survey" AS "t0"
  WHERE
    "t0"."rule" = 'spkp'
    AND "t0"."further" = ''
    AND "t0"."spkp_informasi" IS NOT NULL
    AND "t0"."spkp_persyaratan" IS NOT NULL
    AND "t0"."spkp_prosedur" IS NOT NULL
    AND "t0"."spkp_waktu" IS NOT NULL
    AND "t0"."spkp_biaya" IS NOT NULL
    AND "t0"."spkp_sarana" IS NOT NULL
    AND "t0"."spkp_respon" IS NOT NULL
    AND "t0"."spkp_konsultasi" IS NOT NULL
) AS "t1"
GROUP BY
  1,
  2,
  3,
  4
