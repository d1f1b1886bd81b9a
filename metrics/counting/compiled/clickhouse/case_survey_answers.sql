SELECT
  "t2"."office_code" AS "office_code",
  "t2"."period" AS "period",
  "t2"."service" AS "service",
  "t2"."rule" AS "rule",
  "t2"."sheet" AS "sheet",
  "t2"."respondent_no" AS "respondent_no",
  "t2"."persyaratan" AS "persyaratan",
  "t2"."prosedur" AS "prosedur",
  "t2"."waktu" AS "waktu",
  "t2"."biaya" AS "biaya",
  "t2"."produk" AS "produk",
  "t2"."kompetensi" AS "kompetensi",
  "t2"."perilaku" AS "perilaku",
  "t2"."pengaduan" AS "pengaduan",
  "t2"."sarana" AS "sarana",
  "t2"."maklumat" AS "maklumat",
  "t2"."kejelasan_petugas" AS "kejelasan_petugas",
  "t2"."kedisiplinan" AS "kedisiplinan",
  "t2"."tanggung_jawab" AS "tanggung_jawab",
  "t2"."kemampuan" AS "kemampuan",
  "t2"."kecepatan" AS "kecepatan",
  "t2"."keadilan" AS "keadilan",
  "t2"."kesopanan" AS "kesopanan",
  "t2"."kewajaran_biaya" AS "kewajaran_biaya",
  "t2"."kepastian_biaya" AS "kepastian_biaya",
  "t2"."kepastian_jadwal" AS "kepastian_jadwal",
  "t2"."kenyamanan" AS "kenyamanan",
  "t2"."keamanan" AS "keamanan"
FROM "fact_survey" AS "t2"
LEFT SEMI JOIN (
  SELECT
    "t1"."office" AS "office_code"
  FROM "given_office" AS "t1"
) AS "t4"
  ON "t2"."office_code" = "t4"."office_code"
