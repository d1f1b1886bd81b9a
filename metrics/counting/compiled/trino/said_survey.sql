SELECT
  "t5"."office",
  "t5"."period",
  MAX("t5"."survey_date") AS "latest"
FROM (
  SELECT
    "t4"."office",
    "t4"."period",
    "t4"."service",
    "t4"."rule",
    "t4"."sheet",
    "t4"."respondent_no",
    "t4"."survey_date",
    "t4"."sex",
    "t4"."age",
    "t4"."education",
    "t4"."occupation",
    "t4"."persyaratan",
    "t4"."prosedur",
    "t4"."waktu",
    "t4"."biaya",
    "t4"."produk",
    "t4"."kompetensi",
    "t4"."perilaku",
    "t4"."pengaduan",
    "t4"."sarana",
    "t4"."maklumat",
    "t4"."kejelasan_petugas",
    "t4"."kedisiplinan",
    "t4"."tanggung_jawab",
    "t4"."kemampuan",
    "t4"."kecepatan",
    "t4"."keadilan",
    "t4"."kesopanan",
    "t4"."kewajaran_biaya",
    "t4"."kepastian_biaya",
    "t4"."kepastian_jadwal",
    "t4"."kenyamanan",
    "t4"."keamanan",
    "t4"."comment"
  FROM (
    SELECT
      "t0"."office_code" AS "office",
      "t0"."period",
      "t0"."service",
      "t0"."rule",
      "t0"."sheet",
      "t0"."respondent_no",
      "t0"."survey_date",
      "t0"."sex",
      "t0"."age",
      "t0"."education",
      "t0"."occupation",
      "t0"."persyaratan",
      "t0"."prosedur",
      "t0"."waktu",
      "t0"."biaya",
      "t0"."produk",
      "t0"."kompetensi",
      "t0"."perilaku",
      "t0"."pengaduan",
      "t0"."sarana",
      "t0"."maklumat",
      "t0"."kejelasan_petugas",
      "t0"."kedisiplinan",
      "t0"."tanggung_jawab",
      "t0"."kemampuan",
      "t0"."kecepatan",
      "t0"."keadilan",
      "t0"."kesopanan",
      "t0"."kewajaran_biaya",
      "t0"."kepastian_biaya",
      "t0"."kepastian_jadwal",
      "t0"."kenyamanan",
      "t0"."keamanan",
      "t0"."comment"
    FROM "fact_survey" AS "t0"
  ) AS "t4"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "given_wanted" AS "t2"
      WHERE
        "t4"."office" = "t2"."office"
    )
) AS "t5"
GROUP BY
  1,
  2
