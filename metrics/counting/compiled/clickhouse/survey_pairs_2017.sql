SELECT
  "t1"."office" AS "office",
  "t1"."period" AS "period",
  "t1"."service" AS "service",
  "t1"."rule" AS "rule",
  COUNT(*) AS "n",
  SUM("t1"."persyaratan") AS "s_persyaratan",
  SUM("t1"."prosedur") AS "s_prosedur",
  SUM("t1"."waktu") AS "s_waktu",
  SUM("t1"."biaya") AS "s_biaya",
  SUM("t1"."produk") AS "s_produk",
  SUM("t1"."kompetensi") AS "s_kompetensi",
  SUM("t1"."perilaku") AS "s_perilaku",
  SUM("t1"."pengaduan") AS "s_pengaduan",
  SUM("t1"."sarana") AS "s_sarana",
  SUM("t1"."persyaratan" * "t1"."persyaratan") AS "p_persyaratan__persyaratan",
  SUM("t1"."persyaratan" * "t1"."prosedur") AS "p_persyaratan__prosedur",
  SUM("t1"."persyaratan" * "t1"."waktu") AS "p_persyaratan__waktu",
  SUM("t1"."persyaratan" * "t1"."biaya") AS "p_persyaratan__biaya",
  SUM("t1"."persyaratan" * "t1"."produk") AS "p_persyaratan__produk",
  SUM("t1"."persyaratan" * "t1"."kompetensi") AS "p_persyaratan__kompetensi",
  SUM("t1"."persyaratan" * "t1"."perilaku") AS "p_persyaratan__perilaku",
  SUM("t1"."persyaratan" * "t1"."pengaduan") AS "p_persyaratan__pengaduan",
  SUM("t1"."persyaratan" * "t1"."sarana") AS "p_persyaratan__sarana",
  SUM("t1"."prosedur" * "t1"."prosedur") AS "p_prosedur__prosedur",
  SUM("t1"."prosedur" * "t1"."waktu") AS "p_prosedur__waktu",
  SUM("t1"."prosedur" * "t1"."biaya") AS "p_prosedur__biaya",
  SUM("t1"."prosedur" * "t1"."produk") AS "p_prosedur__produk",
  SUM("t1"."prosedur" * "t1"."kompetensi") AS "p_prosedur__kompetensi",
  SUM("t1"."prosedur" * "t1"."perilaku") AS "p_prosedur__perilaku",
  SUM("t1"."prosedur" * "t1"."pengaduan") AS "p_prosedur__pengaduan",
  SUM("t1"."prosedur" * "t1"."sarana") AS "p_prosedur__sarana",
  SUM("t1"."waktu" * "t1"."waktu") AS "p_waktu__waktu",
  SUM("t1"."waktu" * "t1"."biaya") AS "p_waktu__biaya",
  SUM("t1"."waktu" * "t1"."produk") AS "p_waktu__produk",
  SUM("t1"."waktu" * "t1"."kompetensi") AS "p_waktu__kompetensi",
  SUM("t1"."waktu" * "t1"."perilaku") AS "p_waktu__perilaku",
  SUM("t1"."waktu" * "t1"."pengaduan") AS "p_waktu__pengaduan",
  SUM("t1"."waktu" * "t1"."sarana") AS "p_waktu__sarana",
  SUM("t1"."biaya" * "t1"."biaya") AS "p_biaya__biaya",
  SUM("t1"."biaya" * "t1"."produk") AS "p_biaya__produk",
  SUM("t1"."biaya" * "t1"."kompetensi") AS "p_biaya__kompetensi",
  SUM("t1"."biaya" * "t1"."perilaku") AS "p_biaya__perilaku",
  SUM("t1"."biaya" * "t1"."pengaduan") AS "p_biaya__pengaduan",
  SUM("t1"."biaya" * "t1"."sarana") AS "p_biaya__sarana",
  SUM("t1"."produk" * "t1"."produk") AS "p_produk__produk",
  SUM("t1"."produk" * "t1"."kompetensi") AS "p_produk__kompetensi",
  SUM("t1"."produk" * "t1"."perilaku") AS "p_produk__perilaku",
  SUM("t1"."produk" * "t1"."pengaduan") AS "p_produk__pengaduan",
  SUM("t1"."produk" * "t1"."sarana") AS "p_produk__sarana",
  SUM("t1"."kompetensi" * "t1"."kompetensi") AS "p_kompetensi__kompetensi",
  SUM("t1"."kompetensi" * "t1"."perilaku") AS "p_kompetensi__perilaku",
  SUM("t1"."kompetensi" * "t1"."pengaduan") AS "p_kompetensi__pengaduan",
  SUM("t1"."kompetensi" * "t1"."sarana") AS "p_kompetensi__sarana",
  SUM("t1"."perilaku" * "t1"."perilaku") AS "p_perilaku__perilaku",
  SUM("t1"."perilaku" * "t1"."pengaduan") AS "p_perilaku__pengaduan",
  SUM("t1"."perilaku" * "t1"."sarana") AS "p_perilaku__sarana",
  SUM("t1"."pengaduan" * "t1"."pengaduan") AS "p_pengaduan__pengaduan",
  SUM("t1"."pengaduan" * "t1"."sarana") AS "p_pengaduan__sarana",
  SUM("t1"."sarana" * "t1"."sarana") AS "p_sarana__sarana"
FROM (
  SELECT
    *
  FROM "kept_survey" AS "t0"
  WHERE
    "t0"."rule" = '2017'
    AND "t0"."further" = ''
    AND isNotNull("t0"."persyaratan")
    AND isNotNull("t0"."prosedur")
    AND isNotNull("t0"."waktu")
    AND isNotNull("t0"."biaya")
    AND isNotNull("t0"."produk")
    AND isNotNull("t0"."kompetensi")
    AND isNotNull("t0"."perilaku")
    AND isNotNull("t0"."pengaduan")
    AND isNotNull("t0"."sarana")
) AS "t1"
GROUP BY
  "t1"."office",
  "t1"."period",
  "t1"."service",
  "t1"."rule"
