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
    "t5"."ipak_prosedur" AS "ipak_prosedur",
    "t5"."ipak_jabatan" AS "ipak_jabatan",
    "t5"."ipak_pengaruh" AS "ipak_pengaruh",
    "t5"."ipak_biaya_jelas" AS "ipak_biaya_jelas",
    "t5"."ipak_biaya_tambahan" AS "ipak_biaya_tambahan",
    "t5"."ipak_hadiah" AS "ipak_hadiah",
    "t5"."ipak_bukti_bayar" AS "ipak_bukti_bayar",
    "t5"."ipak_calo" AS "ipak_calo",
    "t5"."ipak_curang" AS "ipak_curang",
    "t5"."ipak_transaksi" AS "ipak_transaksi",
    "t5"."spak_diskriminasi" AS "spak_diskriminasi",
    "t5"."spak_kecurangan" AS "spak_kecurangan",
    "t5"."spak_imbalan" AS "spak_imbalan",
    "t5"."spak_pungli" AS "spak_pungli",
    "t5"."spak_percaloan" AS "spak_percaloan",
    "t5"."spkp_informasi" AS "spkp_informasi",
    "t5"."spkp_persyaratan" AS "spkp_persyaratan",
    "t5"."spkp_prosedur" AS "spkp_prosedur",
    "t5"."spkp_waktu" AS "spkp_waktu",
    "t5"."spkp_biaya" AS "spkp_biaya",
    "t5"."spkp_sarana" AS "spkp_sarana",
    "t5"."spkp_respon" AS "spkp_respon",
    "t5"."spkp_konsultasi" AS "spkp_konsultasi",
    COALESCE("t5"."further", '') AS "further",
    "t5"."comment" AS "comment",
    CAST(CAST(isNotNull("t5"."persyaratan") AS Nullable(Int32)) + CAST(isNotNull("t5"."prosedur") AS Nullable(Int32)) + CAST(isNotNull("t5"."waktu") AS Nullable(Int32)) + CAST(isNotNull("t5"."biaya") AS Nullable(Int32)) + CAST(isNotNull("t5"."produk") AS Nullable(Int32)) + CAST(isNotNull("t5"."kompetensi") AS Nullable(Int32)) + CAST(isNotNull("t5"."perilaku") AS Nullable(Int32)) + CAST(isNotNull("t5"."pengaduan") AS Nullable(Int32)) + CAST(isNotNull("t5"."sarana") AS Nullable(Int32)) + CAST(isNotNull("t5"."maklumat") AS Nullable(Int32)) + CAST(isNotNull("t5"."kejelasan_petugas") AS Nullable(Int32)) + CAST(isNotNull("t5"."kedisiplinan") AS Nullable(Int32)) + CAST(isNotNull("t5"."tanggung_jawab") AS Nullable(Int32)) + CAST(isNotNull("t5"."kemampuan") AS Nullable(Int32)) + CAST(isNotNull("t5"."kecepatan") AS Nullable(Int32)) + CAST(isNotNull("t5"."keadilan") AS Nullable(Int32)) + CAST(isNotNull("t5"."kesopanan") AS Nullable(Int32)) + CAST(isNotNull("t5"."kewajaran_biaya") AS Nullable(Int32)) + CAST(isNotNull("t5"."kepastian_biaya") AS Nullable(Int32)) + CAST(isNotNull("t5"."kepastian_jadwal") AS Nullable(Int32)) + CAST(isNotNull("t5"."kenyamanan") AS Nullable(Int32)) + CAST(isNotNull("t5"."keamanan") AS Nullable(Int32)) + CAST(isNotNull("t5"."ipak_prosedur") AS Nullable(Int32)) + CAST(isNotNull("t5"."ipak_jabatan") AS Nullable(Int32)) + CAST(isNotNull("t5"."ipak_pengaruh") AS Nullable(Int32)) + CAST(isNotNull("t5"."ipak_biaya_jelas") AS Nullable(Int32)) + CAST(isNotNull("t5"."ipak_biaya_tambahan") AS Nullable(Int32)) + CAST(isNotNull("t5"."ipak_hadiah") AS Nullable(Int32)) + CAST(isNotNull("t5"."ipak_bukti_bayar") AS Nullable(Int32)) + CAST(isNotNull("t5"."ipak_calo") AS Nullable(Int32)) + CAST(isNotNull("t5"."ipak_curang") AS Nullable(Int32)) + CAST(isNotNull("t5"."ipak_transaksi") AS Nullable(Int32)) + CAST(isNotNull("t5"."spak_diskriminasi") AS Nullable(Int32)) + CAST(isNotNull("t5"."spak_kecurangan") AS Nullable(Int32)) + CAST(isNotNull("t5"."spak_imbalan") AS Nullable(Int32)) + CAST(isNotNull("t5"."spak_pungli") AS Nullable(Int32)) + CAST(isNotNull("t5"."spak_percaloan") AS Nullable(Int32)) + CAST(isNotNull("t5"."spkp_informasi") AS Nullable(Int32)) + CAST(isNotNull("t5"."spkp_persyaratan") AS Nullable(Int32)) + CAST(isNotNull("t5"."spkp_prosedur") AS Nullable(Int32)) + CAST(isNotNull("t5"."spkp_waktu") AS Nullable(Int32)) + CAST(isNotNull("t5"."spkp_biaya") AS Nullable(Int32)) + CAST(isNotNull("t5"."spkp_sarana") AS Nullable(Int32)) + CAST(isNotNull("t5"."spkp_respon") AS Nullable(Int32)) + CAST(isNotNull("t5"."spkp_konsultasi") AS Nullable(Int32)) + (
      (
        LENGTH(COALESCE("t5"."further", '')) - LENGTH(replaceAll(COALESCE("t5"."further", ''), '1', ''))
      ) + (
        LENGTH(COALESCE("t5"."further", '')) - LENGTH(replaceAll(COALESCE("t5"."further", ''), '2', ''))
      ) + (
        LENGTH(COALESCE("t5"."further", '')) - LENGTH(replaceAll(COALESCE("t5"."further", ''), '3', ''))
      ) + (
        LENGTH(COALESCE("t5"."further", '')) - LENGTH(replaceAll(COALESCE("t5"."further", ''), '4', ''))
      )
    ) AS Nullable(Int32)) AS "answered",
    CAST(COALESCE("t5"."persyaratan", 0) + COALESCE("t5"."prosedur", 0) + COALESCE("t5"."waktu", 0) + COALESCE("t5"."biaya", 0) + COALESCE("t5"."produk", 0) + COALESCE("t5"."kompetensi", 0) + COALESCE("t5"."perilaku", 0) + COALESCE("t5"."pengaduan", 0) + COALESCE("t5"."sarana", 0) + COALESCE("t5"."maklumat", 0) + COALESCE("t5"."kejelasan_petugas", 0) + COALESCE("t5"."kedisiplinan", 0) + COALESCE("t5"."tanggung_jawab", 0) + COALESCE("t5"."kemampuan", 0) + COALESCE("t5"."kecepatan", 0) + COALESCE("t5"."keadilan", 0) + COALESCE("t5"."kesopanan", 0) + COALESCE("t5"."kewajaran_biaya", 0) + COALESCE("t5"."kepastian_biaya", 0) + COALESCE("t5"."kepastian_jadwal", 0) + COALESCE("t5"."kenyamanan", 0) + COALESCE("t5"."keamanan", 0) + COALESCE("t5"."ipak_prosedur", 0) + COALESCE("t5"."ipak_jabatan", 0) + COALESCE("t5"."ipak_pengaruh", 0) + COALESCE("t5"."ipak_biaya_jelas", 0) + COALESCE("t5"."ipak_biaya_tambahan", 0) + COALESCE("t5"."ipak_hadiah", 0) + COALESCE("t5"."ipak_bukti_bayar", 0) + COALESCE("t5"."ipak_calo", 0) + COALESCE("t5"."ipak_curang", 0) + COALESCE("t5"."ipak_transaksi", 0) + COALESCE("t5"."spak_diskriminasi", 0) + COALESCE("t5"."spak_kecurangan", 0) + COALESCE("t5"."spak_imbalan", 0) + COALESCE("t5"."spak_pungli", 0) + COALESCE("t5"."spak_percaloan", 0) + COALESCE("t5"."spkp_informasi", 0) + COALESCE("t5"."spkp_persyaratan", 0) + COALESCE("t5"."spkp_prosedur", 0) + COALESCE("t5"."spkp_waktu", 0) + COALESCE("t5"."spkp_biaya", 0) + COALESCE("t5"."spkp_sarana", 0) + COALESCE("t5"."spkp_respon", 0) + COALESCE("t5"."spkp_konsultasi", 0) + (
      (
        (
          LENGTH(COALESCE("t5"."further", '')) - LENGTH(replaceAll(COALESCE("t5"."further", ''), '1', ''))
        ) * 0
      ) + (
        (
          LENGTH(COALESCE("t5"."further", '')) - LENGTH(replaceAll(COALESCE("t5"."further", ''), '1', ''))
        ) * 1
      ) + (
        (
          LENGTH(COALESCE("t5"."further", '')) - LENGTH(replaceAll(COALESCE("t5"."further", ''), '2', ''))
        ) * 2
      ) + (
        (
          LENGTH(COALESCE("t5"."further", '')) - LENGTH(replaceAll(COALESCE("t5"."further", ''), '3', ''))
        ) * 3
      ) + (
        (
          LENGTH(COALESCE("t5"."further", '')) - LENGTH(replaceAll(COALESCE("t5"."further", ''), '4', ''))
        ) * 4
      )
    ) AS Nullable(Int32)) AS "total"
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
      "t4"."ipak_prosedur" AS "ipak_prosedur",
      "t4"."ipak_jabatan" AS "ipak_jabatan",
      "t4"."ipak_pengaruh" AS "ipak_pengaruh",
      "t4"."ipak_biaya_jelas" AS "ipak_biaya_jelas",
      "t4"."ipak_biaya_tambahan" AS "ipak_biaya_tambahan",
      "t4"."ipak_hadiah" AS "ipak_hadiah",
      "t4"."ipak_bukti_bayar" AS "ipak_bukti_bayar",
      "t4"."ipak_calo" AS "ipak_calo",
      "t4"."ipak_curang" AS "ipak_curang",
      "t4"."ipak_transaksi" AS "ipak_transaksi",
      "t4"."spak_diskriminasi" AS "spak_diskriminasi",
      "t4"."spak_kecurangan" AS "spak_kecurangan",
      "t4"."spak_imbalan" AS "spak_imbalan",
      "t4"."spak_pungli" AS "spak_pungli",
      "t4"."spak_percaloan" AS "spak_percaloan",
      "t4"."spkp_informasi" AS "spkp_informasi",
      "t4"."spkp_persyaratan" AS "spkp_persyaratan",
      "t4"."spkp_prosedur" AS "spkp_prosedur",
      "t4"."spkp_waktu" AS "spkp_waktu",
      "t4"."spkp_biaya" AS "spkp_biaya",
      "t4"."spkp_sarana" AS "spkp_sarana",
      "t4"."spkp_respon" AS "spkp_respon",
      "t4"."spkp_konsultasi" AS "spkp_konsultasi",
      "t4"."further" AS "further",
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
        "t0"."ipak_prosedur" AS "ipak_prosedur",
        "t0"."ipak_jabatan" AS "ipak_jabatan",
        "t0"."ipak_pengaruh" AS "ipak_pengaruh",
        "t0"."ipak_biaya_jelas" AS "ipak_biaya_jelas",
        "t0"."ipak_biaya_tambahan" AS "ipak_biaya_tambahan",
        "t0"."ipak_hadiah" AS "ipak_hadiah",
        "t0"."ipak_bukti_bayar" AS "ipak_bukti_bayar",
        "t0"."ipak_calo" AS "ipak_calo",
        "t0"."ipak_curang" AS "ipak_curang",
        "t0"."ipak_transaksi" AS "ipak_transaksi",
        "t0"."spak_diskriminasi" AS "spak_diskriminasi",
        "t0"."spak_kecurangan" AS "spak_kecurangan",
        "t0"."spak_imbalan" AS "spak_imbalan",
        "t0"."spak_pungli" AS "spak_pungli",
        "t0"."spak_percaloan" AS "spak_percaloan",
        "t0"."spkp_informasi" AS "spkp_informasi",
        "t0"."spkp_persyaratan" AS "spkp_persyaratan",
        "t0"."spkp_prosedur" AS "spkp_prosedur",
        "t0"."spkp_waktu" AS "spkp_waktu",
        "t0"."spkp_biaya" AS "spkp_biaya",
        "t0"."spkp_sarana" AS "spkp_sarana",
        "t0"."spkp_respon" AS "spkp_respon",
        "t0"."spkp_konsultasi" AS "spkp_konsultasi",
        "t0"."further" AS "further",
        "t0"."comment" AS "comment"
      FROM "fact_survey" AS "t0"
    ) AS "t4"
    LEFT SEMI JOIN "given_office" AS "t2"
      ON "t4"."office" = "t2"."office"
  ) AS "t5"
) AS "t6"
WHERE
  "t6"."answered" > 0
