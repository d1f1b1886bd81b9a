SELECT
  "t5"."office_code" AS "office_code",
  "t5"."period" AS "period",
  "t5"."service" AS "service",
  "t5"."rule" AS "rule",
  "t5"."survey_date" AS "survey_date",
  "t5"."sex" AS "sex",
  "t5"."age" AS "age",
  "t5"."education" AS "education",
  "t5"."occupation" AS "occupation",
  "t5"."persyaratan" AS "persyaratan",
  "t5"."prosedur" AS "prosedur",
  "t5"."waktu" AS "waktu",
  "t5"."biaya" AS "biaya",
  "t5"."produk" AS "produk",
  "t5"."kompetensi" AS "kompetensi",
  "t5"."perilaku" AS "perilaku",
  "t5"."pengaduan" AS "pengaduan",
  "t5"."sarana" AS "sarana",
  "t5"."maklumat" AS "maklumat",
  "t5"."kejelasan_petugas" AS "kejelasan_petugas",
  "t5"."kedisiplinan" AS "kedisiplinan",
  "t5"."tanggung_jawab" AS "tanggung_jawab",
  "t5"."kemampuan" AS "kemampuan",
  "t5"."kecepatan" AS "kecepatan",
  "t5"."keadilan" AS "keadilan",
  "t5"."kesopanan" AS "kesopanan",
  "t5"."kewajaran_biaya" AS "kewajaran_biaya",
  "t5"."kepastian_biaya" AS "kepastian_biaya",
  "t5"."kepastian_jadwal" AS "kepastian_jadwal",
  "t5"."kenyamanan" AS "kenyamanan",
  "t5"."keamanan" AS "keamanan",
  "t5"."comment" AS "comment"
FROM (
  SELECT
    "t2"."office_code" AS "office_code",
    "t2"."period" AS "period",
    "t2"."service" AS "service",
    "t2"."rule" AS "rule",
    "t2"."sheet" AS "sheet",
    "t2"."respondent_no" AS "respondent_no",
    "t2"."survey_date" AS "survey_date",
    "t2"."sex" AS "sex",
    "t2"."age" AS "age",
    "t2"."education" AS "education",
    "t2"."occupation" AS "occupation",
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
    "t2"."keamanan" AS "keamanan",
    "t2"."comment" AS "comment"
  FROM "fact_survey" AS "t2"
  LEFT SEMI JOIN (
    SELECT
      "t1"."office" AS "office_code"
    FROM "given_office" AS "t1"
  ) AS "t4"
    ON "t2"."office_code" = "t4"."office_code"
) AS "t5"
WHERE
  isNotNull("t5"."comment") AND "t5"."comment" <> ''
