SELECT
  *
FROM (
  SELECT
    "t5"."office",
    "t5"."period",
    COALESCE("t5"."service", '') AS "service",
    "t5"."rule",
    "t5"."sheet",
    "t5"."respondent_no",
    "t5"."survey_date",
    COALESCE("t5"."sex", '') AS "sex",
    COALESCE(
      COALESCE(
        CASE
          WHEN CAST(CASE
            WHEN REGEXP_MATCHES("t5"."age", '^\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS TEXT)
          END AS INT) <= 20
          THEN '≤ 20'
          WHEN CAST(CASE
            WHEN REGEXP_MATCHES("t5"."age", '^\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS TEXT)
          END AS INT) <= 30
          THEN '21–30'
          WHEN CAST(CASE
            WHEN REGEXP_MATCHES("t5"."age", '^\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS TEXT)
          END AS INT) <= 40
          THEN '31–40'
          WHEN CAST(CASE
            WHEN REGEXP_MATCHES("t5"."age", '^\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS TEXT)
          END AS INT) <= 50
          THEN '41–50'
          WHEN CAST(CASE
            WHEN REGEXP_MATCHES("t5"."age", '^\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS TEXT)
          END AS INT) <= 60
          THEN '51–60'
          WHEN CAST(CASE
            WHEN REGEXP_MATCHES("t5"."age", '^\d{1,3}$')
            THEN "t5"."age"
            ELSE CAST(NULL AS TEXT)
          END AS INT) > 60
          THEN '> 60'
          ELSE NULL
        END,
        "t5"."age"
      ),
      ''
    ) AS "age",
    COALESCE("t5"."education", '') AS "education",
    COALESCE("t5"."occupation", '') AS "occupation",
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
    "t5"."ipak_prosedur",
    "t5"."ipak_jabatan",
    "t5"."ipak_pengaruh",
    "t5"."ipak_biaya_jelas",
    "t5"."ipak_biaya_tambahan",
    "t5"."ipak_hadiah",
    "t5"."ipak_bukti_bayar",
    "t5"."ipak_calo",
    "t5"."ipak_curang",
    "t5"."ipak_transaksi",
    "t5"."spak_diskriminasi",
    "t5"."spak_kecurangan",
    "t5"."spak_imbalan",
    "t5"."spak_pungli",
    "t5"."spak_percaloan",
    "t5"."spkp_informasi",
    "t5"."spkp_persyaratan",
    "t5"."spkp_prosedur",
    "t5"."spkp_waktu",
    "t5"."spkp_biaya",
    "t5"."spkp_sarana",
    "t5"."spkp_respon",
    "t5"."spkp_konsultasi",
    COALESCE("t5"."further", '') AS "further",
    "t5"."comment",
    CAST(CAST("t5"."persyaratan" IS NOT NULL AS INT) + CAST("t5"."prosedur" IS NOT NULL AS INT) + CAST("t5"."waktu" IS NOT NULL AS INT) + CAST("t5"."biaya" IS NOT NULL AS INT) + CAST("t5"."produk" IS NOT NULL AS INT) + CAST("t5"."kompetensi" IS NOT NULL AS INT) + CAST("t5"."perilaku" IS NOT NULL AS INT) + CAST("t5"."pengaduan" IS NOT NULL AS INT) + CAST("t5"."sarana" IS NOT NULL AS INT) + CAST("t5"."maklumat" IS NOT NULL AS INT) + CAST("t5"."kejelasan_petugas" IS NOT NULL AS INT) + CAST("t5"."kedisiplinan" IS NOT NULL AS INT) + CAST("t5"."tanggung_jawab" IS NOT NULL AS INT) + CAST("t5"."kemampuan" IS NOT NULL AS INT) + CAST("t5"."kecepatan" IS NOT NULL AS INT) + CAST("t5"."keadilan" IS NOT NULL AS INT) + CAST("t5"."kesopanan" IS NOT NULL AS INT) + CAST("t5"."kewajaran_biaya" IS NOT NULL AS INT) + CAST("t5"."kepastian_biaya" IS NOT NULL AS INT) + CAST("t5"."kepastian_jadwal" IS NOT NULL AS INT) + CAST("t5"."kenyamanan" IS NOT NULL AS INT) + CAST("t5"."keamanan" IS NOT NULL AS INT) + CAST("t5"."ipak_prosedur" IS NOT NULL AS INT) + CAST("t5"."ipak_jabatan" IS NOT NULL AS INT) + CAST("t5"."ipak_pengaruh" IS NOT NULL AS INT) + CAST("t5"."ipak_biaya_jelas" IS NOT NULL AS INT) + CAST("t5"."ipak_biaya_tambahan" IS NOT NULL AS INT) + CAST("t5"."ipak_hadiah" IS NOT NULL AS INT) + CAST("t5"."ipak_bukti_bayar" IS NOT NULL AS INT) + CAST("t5"."ipak_calo" IS NOT NULL AS INT) + CAST("t5"."ipak_curang" IS NOT NULL AS INT) + CAST("t5"."ipak_transaksi" IS NOT NULL AS INT) + CAST("t5"."spak_diskriminasi" IS NOT NULL AS INT) + CAST("t5"."spak_kecurangan" IS NOT NULL AS INT) + CAST("t5"."spak_imbalan" IS NOT NULL AS INT) + CAST("t5"."spak_pungli" IS NOT NULL AS INT) + CAST("t5"."spak_percaloan" IS NOT NULL AS INT) + CAST("t5"."spkp_informasi" IS NOT NULL AS INT) + CAST("t5"."spkp_persyaratan" IS NOT NULL AS INT) + CAST("t5"."spkp_prosedur" IS NOT NULL AS INT) + CAST("t5"."spkp_waktu" IS NOT NULL AS INT) + CAST("t5"."spkp_biaya" IS NOT NULL AS INT) + CAST("t5"."spkp_sarana" IS NOT NULL AS INT) + CAST("t5"."spkp_respon" IS NOT NULL AS INT) + CAST("t5"."spkp_konsultasi" IS NOT NULL AS INT) + (
      (
        LENGTH(COALESCE("t5"."further", '')) - LENGTH(REPLACE(COALESCE("t5"."further", ''), '1', ''))
      ) + (
        LENGTH(COALESCE("t5"."further", '')) - LENGTH(REPLACE(COALESCE("t5"."further", ''), '2', ''))
      ) + (
        LENGTH(COALESCE("t5"."further", '')) - LENGTH(REPLACE(COALESCE("t5"."further", ''), '3', ''))
      ) + (
        LENGTH(COALESCE("t5"."further", '')) - LENGTH(REPLACE(COALESCE("t5"."further", ''), '4', ''))
      )
    ) AS INT) AS "answered",
    CAST(COALESCE("t5"."persyaratan", 0) + COALESCE("t5"."prosedur", 0) + COALESCE("t5"."waktu", 0) + COALESCE("t5"."biaya", 0) + COALESCE("t5"."produk", 0) + COALESCE("t5"."kompetensi", 0) + COALESCE("t5"."perilaku", 0) + COALESCE("t5"."pengaduan", 0) + COALESCE("t5"."sarana", 0) + COALESCE("t5"."maklumat", 0) + COALESCE("t5"."kejelasan_petugas", 0) + COALESCE("t5"."kedisiplinan", 0) + COALESCE("t5"."tanggung_jawab", 0) + COALESCE("t5"."kemampuan", 0) + COALESCE("t5"."kecepatan", 0) + COALESCE("t5"."keadilan", 0) + COALESCE("t5"."kesopanan", 0) + COALESCE("t5"."kewajaran_biaya", 0) + COALESCE("t5"."kepastian_biaya", 0) + COALESCE("t5"."kepastian_jadwal", 0) + COALESCE("t5"."kenyamanan", 0) + COALESCE("t5"."keamanan", 0) + COALESCE("t5"."ipak_prosedur", 0) + COALESCE("t5"."ipak_jabatan", 0) + COALESCE("t5"."ipak_pengaruh", 0) + COALESCE("t5"."ipak_biaya_jelas", 0) + COALESCE("t5"."ipak_biaya_tambahan", 0) + COALESCE("t5"."ipak_hadiah", 0) + COALESCE("t5"."ipak_bukti_bayar", 0) + COALESCE("t5"."ipak_calo", 0) + COALESCE("t5"."ipak_curang", 0) + COALESCE("t5"."ipak_transaksi", 0) + COALESCE("t5"."spak_diskriminasi", 0) + COALESCE("t5"."spak_kecurangan", 0) + COALESCE("t5"."spak_imbalan", 0) + COALESCE("t5"."spak_pungli", 0) + COALESCE("t5"."spak_percaloan", 0) + COALESCE("t5"."spkp_informasi", 0) + COALESCE("t5"."spkp_persyaratan", 0) + COALESCE("t5"."spkp_prosedur", 0) + COALESCE("t5"."spkp_waktu", 0) + COALESCE("t5"."spkp_biaya", 0) + COALESCE("t5"."spkp_sarana", 0) + COALESCE("t5"."spkp_respon", 0) + COALESCE("t5"."spkp_konsultasi", 0) + (
      (
        (
          LENGTH(COALESCE("t5"."further", '')) - LENGTH(REPLACE(COALESCE("t5"."further", ''), '1', ''))
        ) * 0
      ) + (
        (
          LENGTH(COALESCE("t5"."further", '')) - LENGTH(REPLACE(COALESCE("t5"."further", ''), '1', ''))
        ) * 1
      ) + (
        (
          LENGTH(COALESCE("t5"."further", '')) - LENGTH(REPLACE(COALESCE("t5"."further", ''), '2', ''))
        ) * 2
      ) + (
        (
          LENGTH(COALESCE("t5"."further", '')) - LENGTH(REPLACE(COALESCE("t5"."further", ''), '3', ''))
        ) * 3
      ) + (
        (
          LENGTH(COALESCE("t5"."further", '')) - LENGTH(REPLACE(COALESCE("t5"."further", ''), '4', ''))
        ) * 4
      )
    ) AS INT) AS "total"
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
      "t4"."ipak_prosedur",
      "t4"."ipak_jabatan",
      "t4"."ipak_pengaruh",
      "t4"."ipak_biaya_jelas",
      "t4"."ipak_biaya_tambahan",
      "t4"."ipak_hadiah",
      "t4"."ipak_bukti_bayar",
      "t4"."ipak_calo",
      "t4"."ipak_curang",
      "t4"."ipak_transaksi",
      "t4"."spak_diskriminasi",
      "t4"."spak_kecurangan",
      "t4"."spak_imbalan",
      "t4"."spak_pungli",
      "t4"."spak_percaloan",
      "t4"."spkp_informasi",
      "t4"."spkp_persyaratan",
      "t4"."spkp_prosedur",
      "t4"."spkp_waktu",
      "t4"."spkp_biaya",
      "t4"."spkp_sarana",
      "t4"."spkp_respon",
      "t4"."spkp_konsultasi",
      "t4"."further",
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
        "t0"."ipak_prosedur",
        "t0"."ipak_jabatan",
        "t0"."ipak_pengaruh",
        "t0"."ipak_biaya_jelas",
        "t0"."ipak_biaya_tambahan",
        "t0"."ipak_hadiah",
        "t0"."ipak_bukti_bayar",
        "t0"."ipak_calo",
        "t0"."ipak_curang",
        "t0"."ipak_transaksi",
        "t0"."spak_diskriminasi",
        "t0"."spak_kecurangan",
        "t0"."spak_imbalan",
        "t0"."spak_pungli",
        "t0"."spak_percaloan",
        "t0"."spkp_informasi",
        "t0"."spkp_persyaratan",
        "t0"."spkp_prosedur",
        "t0"."spkp_waktu",
        "t0"."spkp_biaya",
        "t0"."spkp_sarana",
        "t0"."spkp_respon",
        "t0"."spkp_konsultasi",
        "t0"."further",
        "t0"."comment"
      FROM "fact_survey" AS "t0"
    ) AS "t4"
    SEMI JOIN "given_office" AS "t2"
      ON "t4"."office" = "t2"."office"
  ) AS "t5"
) AS "t6"
WHERE
  "t6"."answered" > 0
