SELECT
  "t5"."office_code",
  "t5"."period",
  "t5"."service",
  "t5"."rule",
  "t5"."survey_date",
  "t5"."sex",
  "t5"."age",
  "t5"."education",
  "t5"."occupation",
  "t5"."persyaratan",
  "t5"."prosedur",
  "t5"."waktu",
  "t5"."biaya",
  "t5"."produk",
  "t5"."kompetensi",
  "t5"."perilaku",
  "t5"."pengaduan",
  "t5"."sarana",
  "t5"."maklumat",
  "t5"."kejelasan_petugas",
  "t5"."kedisiplinan",
  "t5"."tanggung_jawab",
  "t5"."kemampuan",
  "t5"."kecepatan",
  "t5"."keadilan",
  "t5"."kesopanan",
  "t5"."kewajaran_biaya",
  "t5"."kepastian_biaya",
  "t5"."kepastian_jadwal",
  "t5"."kenyamanan",
  "t5"."keamanan",
  "t5"."comment"
FROM (
  SELECT
    "t2"."office_code",
    "t2"."period",
    "t2"."service",
    "t2"."rule",
    "t2"."sheet",
    "t2"."respondent_no",
    "t2"."survey_date",
    "t2"."sex",
    "t2"."age",
    "t2"."education",
    "t2"."occupation",
    "t2"."persyaratan",
    "t2"."prosedur",
    "t2"."waktu",
    "t2"."biaya",
    "t2"."produk",
    "t2"."kompetensi",
    "t2"."perilaku",
    "t2"."pengaduan",
    "t2"."sarana",
    "t2"."maklumat",
    "t2"."kejelasan_petugas",
    "t2"."kedisiplinan",
    "t2"."tanggung_jawab",
    "t2"."kemampuan",
    "t2"."kecepatan",
    "t2"."keadilan",
    "t2"."kesopanan",
    "t2"."kewajaran_biaya",
    "t2"."kepastian_biaya",
    "t2"."kepastian_jadwal",
    "t2"."kenyamanan",
    "t2"."keamanan",
    "t2"."comment"
  FROM "fact_survey" AS "t2"
  WHERE
    EXISTS(
      SELECT
        1
      FROM (
        SELECT
          "t1"."office" AS "office_code"
        FROM "given_office" AS "t1"
      ) AS "t4"
      WHERE
        "t2"."office_code" = "t4"."office_code"
    )
) AS "t5"
WHERE
  "t5"."comment" IS NOT NULL AND "t5"."comment" <> ''
