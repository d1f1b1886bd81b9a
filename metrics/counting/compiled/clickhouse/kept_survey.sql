SELECT
  *
FROM (
  SELECT
    "t5"."office" AS "office",
    "t5"."period" AS "period",
    COALESCE("t5"."service", '') AS "service",
    "t5"."rule" AS "rule",
    "t5"."sheet" AS "sheet",
    "t5"."respondent_no" AS "respondent_no",
    "t5"."survey_date" AS "survey_date",
    COALESCE("t5"."sex", '') AS "sex",
    COALESCE(
      COALESCE(
        CASE
          WHEN CAST(CASE
            WHEN match("t5"."age", '^\\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS Nullable(String))
          END AS Nullable(Int32)) <= 20
          THEN '≤ 20'
          WHEN CAST(CASE
            WHEN match("t5"."age", '^\\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS Nullable(String))
          END AS Nullable(Int32)) <= 30
          THEN '21–30'
          WHEN CAST(CASE
            WHEN match("t5"."age", '^\\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS Nullable(String))
          END AS Nullable(Int32)) <= 40
          THEN '31–40'
          WHEN CAST(CASE
            WHEN match("t5"."age", '^\\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS Nullable(String))
          END AS Nullable(Int32)) <= 50
          THEN '41–50'
          WHEN CAST(CASE
            WHEN match("t5"."age", '^\\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS Nullable(String))
          END AS Nullable(Int32)) <= 60
          THEN '51–60'
          WHEN CAST(CASE
            WHEN match("t5"."age", '^\\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS Nullable(String))
          END AS Nullable(Int32)) > 60
          THEN '> 60'
          ELSE NULL
        END,
        "t5"."age"
      ),
      ''
    ) AS "age",
    COALESCE("t5"."education", '') AS "education",
    COALESCE("t5"."occupation", '') AS "occupation",
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
    "t5"."comment" AS "comment",
    CAST(CAST(isNotNull("t5"."persyaratan") AS Nullable(Int32)) + CAST(isNotNull("t5"."prosedur") AS Nullable(Int32)) + CAST(isNotNull("t5"."waktu") AS Nullable(Int32)) + CAST(isNotNull("t5"."biaya") AS Nullable(Int32)) + CAST(isNotNull("t5"."produk") AS Nullable(Int32)) + CAST(isNotNull("t5"."kompetensi") AS Nullable(Int32)) + CAST(isNotNull("t5"."perilaku") AS Nullable(Int32)) + CAST(isNotNull("t5"."pengaduan") AS Nullable(Int32)) + CAST(isNotNull("t5"."sarana") AS Nullable(Int32)) + CAST(isNotNull("t5"."maklumat") AS Nullable(Int32)) + CAST(isNotNull("t5"."kejelasan_petugas") AS Nullable(Int32)) + CAST(isNotNull("t5"."kedisiplinan") AS Nullable(Int32)) + CAST(isNotNull("t5"."tanggung_jawab") AS Nullable(Int32)) + CAST(isNotNull("t5"."kemampuan") AS Nullable(Int32)) + CAST(isNotNull("t5"."kecepatan") AS Nullable(Int32)) + CAST(isNotNull("t5"."keadilan") AS Nullable(Int32)) + CAST(isNotNull("t5"."kesopanan") AS Nullable(Int32)) + CAST(isNotNull("t5"."kewajaran_biaya") AS Nullable(Int32)) + CAST(isNotNull("t5"."kepastian_biaya") AS Nullable(Int32)) + CAST(isNotNull("t5"."kepastian_jadwal") AS Nullable(Int32)) + CAST(isNotNull("t5"."kenyamanan") AS Nullable(Int32)) + CAST(isNotNull("t5"."keamanan") AS Nullable(Int32)) AS Nullable(Int32)) AS "answered",
    CAST(COALESCE("t5"."persyaratan", 0) + COALESCE("t5"."prosedur", 0) + COALESCE("t5"."waktu", 0) + COALESCE("t5"."biaya", 0) + COALESCE("t5"."produk", 0) + COALESCE("t5"."kompetensi", 0) + COALESCE("t5"."perilaku", 0) + COALESCE("t5"."pengaduan", 0) + COALESCE("t5"."sarana", 0) + COALESCE("t5"."maklumat", 0) + COALESCE("t5"."kejelasan_petugas", 0) + COALESCE("t5"."kedisiplinan", 0) + COALESCE("t5"."tanggung_jawab", 0) + COALESCE("t5"."kemampuan", 0) + COALESCE("t5"."kecepatan", 0) + COALESCE("t5"."keadilan", 0) + COALESCE("t5"."kesopanan", 0) + COALESCE("t5"."kewajaran_biaya", 0) + COALESCE("t5"."kepastian_biaya", 0) + COALESCE("t5"."kepastian_jadwal", 0) + COALESCE("t5"."kenyamanan", 0) + COALESCE("t5"."keamanan", 0) AS Nullable(Int32)) AS "total"
  FROM (
    SELECT
      "t4"."office" AS "office",
      "t4"."period" AS "period",
      "t4"."service" AS "service",
      "t4"."rule" AS "rule",
      "t4"."sheet" AS "sheet",
      "t4"."respondent_no" AS "respondent_no",
      "t4"."survey_date" AS "survey_date",
      "t4"."sex" AS "sex",
      "t4"."age" AS "age",
      "t4"."education" AS "education",
      "t4"."occupation" AS "occupation",
      "t4"."persyaratan" AS "persyaratan",
      "t4"."prosedur" AS "prosedur",
      "t4"."waktu" AS "waktu",
      "t4"."biaya" AS "biaya",
      "t4"."produk" AS "produk",
      "t4"."kompetensi" AS "kompetensi",
      "t4"."perilaku" AS "perilaku",
      "t4"."pengaduan" AS "pengaduan",
      "t4"."sarana" AS "sarana",
      "t4"."maklumat" AS "maklumat",
      "t4"."kejelasan_petugas" AS "kejelasan_petugas",
      "t4"."kedisiplinan" AS "kedisiplinan",
      "t4"."tanggung_jawab" AS "tanggung_jawab",
      "t4"."kemampuan" AS "kemampuan",
      "t4"."kecepatan" AS "kecepatan",
      "t4"."keadilan" AS "keadilan",
      "t4"."kesopanan" AS "kesopanan",
      "t4"."kewajaran_biaya" AS "kewajaran_biaya",
      "t4"."kepastian_biaya" AS "kepastian_biaya",
      "t4"."kepastian_jadwal" AS "kepastian_jadwal",
      "t4"."kenyamanan" AS "kenyamanan",
      "t4"."keamanan" AS "keamanan",
      "t4"."comment" AS "comment"
    FROM (
      SELECT
        "t0"."office_code" AS "office",
        "t0"."period" AS "period",
        "t0"."service" AS "service",
        "t0"."rule" AS "rule",
        "t0"."sheet" AS "sheet",
        "t0"."respondent_no" AS "respondent_no",
        "t0"."survey_date" AS "survey_date",
        "t0"."sex" AS "sex",
        "t0"."age" AS "age",
        "t0"."education" AS "education",
        "t0"."occupation" AS "occupation",
        "t0"."persyaratan" AS "persyaratan",
        "t0"."prosedur" AS "prosedur",
        "t0"."waktu" AS "waktu",
        "t0"."biaya" AS "biaya",
        "t0"."produk" AS "produk",
        "t0"."kompetensi" AS "kompetensi",
        "t0"."perilaku" AS "perilaku",
        "t0"."pengaduan" AS "pengaduan",
        "t0"."sarana" AS "sarana",
        "t0"."maklumat" AS "maklumat",
        "t0"."kejelasan_petugas" AS "kejelasan_petugas",
        "t0"."kedisiplinan" AS "kedisiplinan",
        "t0"."tanggung_jawab" AS "tanggung_jawab",
        "t0"."kemampuan" AS "kemampuan",
        "t0"."kecepatan" AS "kecepatan",
        "t0"."keadilan" AS "keadilan",
        "t0"."kesopanan" AS "kesopanan",
        "t0"."kewajaran_biaya" AS "kewajaran_biaya",
        "t0"."kepastian_biaya" AS "kepastian_biaya",
        "t0"."kepastian_jadwal" AS "kepastian_jadwal",
        "t0"."kenyamanan" AS "kenyamanan",
        "t0"."keamanan" AS "keamanan",
        "t0"."comment" AS "comment"
      FROM "fact_survey" AS "t0"
    ) AS "t4"
    LEFT SEMI JOIN "given_office" AS "t2"
      ON "t4"."office" = "t2"."office"
  ) AS "t5"
) AS "t6"
WHERE
  "t6"."answered" > 0
