WITH "t18" AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."period" AS "period",
        "t0"."service" AS "service",
        "t0"."rule" AS "rule",
        'age' AS "attribute",
        "t0"."age" AS "value",
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
        "t0"."spkp_konsultasi" AS "spkp_konsultasi"
      FROM "kept_survey" AS "t0"
      WHERE
        "t0"."age" <> ''
    ) AS "t2"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."period" AS "period",
        "t0"."service" AS "service",
        "t0"."rule" AS "rule",
        'education' AS "attribute",
        "t0"."education" AS "value",
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
        "t0"."spkp_konsultasi" AS "spkp_konsultasi"
      FROM "kept_survey" AS "t0"
      WHERE
        "t0"."education" <> ''
    ) AS "t6"
  ) AS "t12"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."office" AS "office",
        "t0"."period" AS "period",
        "t0"."service" AS "service",
        "t0"."rule" AS "rule",
        'occupation' AS "attribute",
        "t0"."occupation" AS "value",
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
        "t0"."spkp_konsultasi" AS "spkp_konsultasi"
      FROM "kept_survey" AS "t0"
      WHERE
        "t0"."occupation" <> ''
    ) AS "t8"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t0"."office" AS "office",
          "t0"."period" AS "period",
          "t0"."service" AS "service",
          "t0"."rule" AS "rule",
          '' AS "attribute",
          '' AS "value",
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
          "t0"."spkp_konsultasi" AS "spkp_konsultasi"
        FROM "kept_survey" AS "t0"
      ) AS "t1"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t0"."office" AS "office",
          "t0"."period" AS "period",
          "t0"."service" AS "service",
          "t0"."rule" AS "rule",
          'sex' AS "attribute",
          "t0"."sex" AS "value",
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
          "t0"."spkp_konsultasi" AS "spkp_konsultasi"
        FROM "kept_survey" AS "t0"
        WHERE
          "t0"."sex" <> ''
      ) AS "t10"
    ) AS "t14"
  ) AS "t16"
)
SELECT
  "t112"."office" AS "office",
  "t112"."period" AS "period",
  "t112"."service" AS "service",
  "t112"."rule" AS "rule",
  "t112"."attribute" AS "attribute",
  "t112"."value" AS "value",
  "t112"."element" AS "element",
  "t112"."score" AS "score",
  COUNT(*) AS "n"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'ipak_biaya_tambahan' AS "element",
                  "t19"."ipak_biaya_tambahan" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."ipak_biaya_tambahan")
              ) AS "t21"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'ipak_hadiah' AS "element",
                  "t19"."ipak_hadiah" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."ipak_hadiah")
              ) AS "t22"
            ) AS "t66"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'ipak_bukti_bayar' AS "element",
                  "t19"."ipak_bukti_bayar" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."ipak_bukti_bayar")
              ) AS "t23"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'ipak_calo' AS "element",
                  "t19"."ipak_calo" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."ipak_calo")
              ) AS "t24"
            ) AS "t67"
          ) AS "t88"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'ipak_curang' AS "element",
                  "t19"."ipak_curang" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."ipak_curang")
              ) AS "t25"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'ipak_transaksi' AS "element",
                  "t19"."ipak_transaksi" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."ipak_transaksi")
              ) AS "t26"
            ) AS "t68"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spak_diskriminasi' AS "element",
                  "t19"."spak_diskriminasi" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spak_diskriminasi")
              ) AS "t27"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spak_kecurangan' AS "element",
                  "t19"."spak_kecurangan" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spak_kecurangan")
              ) AS "t28"
            ) AS "t69"
          ) AS "t89"
        ) AS "t99"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spak_imbalan' AS "element",
                  "t19"."spak_imbalan" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spak_imbalan")
              ) AS "t29"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spak_pungli' AS "element",
                  "t19"."spak_pungli" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spak_pungli")
              ) AS "t30"
            ) AS "t70"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spak_percaloan' AS "element",
                  "t19"."spak_percaloan" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spak_percaloan")
              ) AS "t31"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spkp_informasi' AS "element",
                  "t19"."spkp_informasi" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spkp_informasi")
              ) AS "t32"
            ) AS "t71"
          ) AS "t90"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spkp_persyaratan' AS "element",
                  "t19"."spkp_persyaratan" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spkp_persyaratan")
              ) AS "t33"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spkp_prosedur' AS "element",
                  "t19"."spkp_prosedur" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spkp_prosedur")
              ) AS "t34"
            ) AS "t72"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spkp_waktu' AS "element",
                  "t19"."spkp_waktu" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spkp_waktu")
              ) AS "t35"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spkp_biaya' AS "element",
                  "t19"."spkp_biaya" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spkp_biaya")
              ) AS "t36"
            ) AS "t73"
          ) AS "t91"
        ) AS "t100"
      ) AS "t106"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spkp_sarana' AS "element",
                  "t19"."spkp_sarana" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spkp_sarana")
              ) AS "t37"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spkp_respon' AS "element",
                  "t19"."spkp_respon" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spkp_respon")
              ) AS "t38"
            ) AS "t74"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."office" AS "office",
                  "t19"."period" AS "period",
                  "t19"."service" AS "service",
                  "t19"."rule" AS "rule",
                  "t19"."attribute" AS "attribute",
                  "t19"."value" AS "value",
                  'spkp_konsultasi' AS "element",
                  "t19"."spkp_konsultasi" AS "score"
                FROM "t18" AS "t19"
                WHERE
                  isNotNull("t19"."spkp_konsultasi")
              ) AS "t39"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'persyaratan' AS "element",
                    "t19"."persyaratan" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."persyaratan")
                ) AS "t40"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'prosedur' AS "element",
                    "t19"."prosedur" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."prosedur")
                ) AS "t41"
              ) AS "t75"
            ) AS "t92"
          ) AS "t101"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'waktu' AS "element",
                    "t19"."waktu" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."waktu")
                ) AS "t42"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'biaya' AS "element",
                    "t19"."biaya" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."biaya")
                ) AS "t43"
              ) AS "t76"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'produk' AS "element",
                    "t19"."produk" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."produk")
                ) AS "t44"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'kompetensi' AS "element",
                    "t19"."kompetensi" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."kompetensi")
                ) AS "t45"
              ) AS "t77"
            ) AS "t93"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'perilaku' AS "element",
                    "t19"."perilaku" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."perilaku")
                ) AS "t46"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'pengaduan' AS "element",
                    "t19"."pengaduan" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."pengaduan")
                ) AS "t47"
              ) AS "t78"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'sarana' AS "element",
                    "t19"."sarana" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."sarana")
                ) AS "t48"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'maklumat' AS "element",
                    "t19"."maklumat" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."maklumat")
                ) AS "t49"
              ) AS "t79"
            ) AS "t94"
          ) AS "t102"
        ) AS "t107"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'kejelasan_petugas' AS "element",
                    "t19"."kejelasan_petugas" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."kejelasan_petugas")
                ) AS "t50"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'kedisiplinan' AS "element",
                    "t19"."kedisiplinan" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."kedisiplinan")
                ) AS "t51"
              ) AS "t80"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'tanggung_jawab' AS "element",
                    "t19"."tanggung_jawab" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."tanggung_jawab")
                ) AS "t52"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'kemampuan' AS "element",
                    "t19"."kemampuan" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."kemampuan")
                ) AS "t53"
              ) AS "t81"
            ) AS "t95"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'kecepatan' AS "element",
                    "t19"."kecepatan" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."kecepatan")
                ) AS "t54"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'keadilan' AS "element",
                    "t19"."keadilan" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."keadilan")
                ) AS "t55"
              ) AS "t82"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'kesopanan' AS "element",
                    "t19"."kesopanan" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."kesopanan")
                ) AS "t56"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'kewajaran_biaya' AS "element",
                    "t19"."kewajaran_biaya" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."kewajaran_biaya")
                ) AS "t57"
              ) AS "t83"
            ) AS "t96"
          ) AS "t103"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'kepastian_biaya' AS "element",
                    "t19"."kepastian_biaya" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."kepastian_biaya")
                ) AS "t58"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'kepastian_jadwal' AS "element",
                    "t19"."kepastian_jadwal" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."kepastian_jadwal")
                ) AS "t59"
              ) AS "t84"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'kenyamanan' AS "element",
                    "t19"."kenyamanan" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."kenyamanan")
                ) AS "t60"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'keamanan' AS "element",
                    "t19"."keamanan" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."keamanan")
                ) AS "t61"
              ) AS "t85"
            ) AS "t97"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'ipak_prosedur' AS "element",
                    "t19"."ipak_prosedur" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."ipak_prosedur")
                ) AS "t62"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'ipak_jabatan' AS "element",
                    "t19"."ipak_jabatan" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."ipak_jabatan")
                ) AS "t63"
              ) AS "t86"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'ipak_pengaruh' AS "element",
                    "t19"."ipak_pengaruh" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."ipak_pengaruh")
                ) AS "t64"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."office" AS "office",
                    "t19"."period" AS "period",
                    "t19"."service" AS "service",
                    "t19"."rule" AS "rule",
                    "t19"."attribute" AS "attribute",
                    "t19"."value" AS "value",
                    'ipak_biaya_jelas' AS "element",
                    "t19"."ipak_biaya_jelas" AS "score"
                  FROM "t18" AS "t19"
                  WHERE
                    isNotNull("t19"."ipak_biaya_jelas")
                ) AS "t65"
              ) AS "t87"
            ) AS "t98"
          ) AS "t104"
        ) AS "t108"
      ) AS "t109"
    ) AS "t110"
  ) AS "t111"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t20"."office" AS "office",
      "t20"."period" AS "period",
      "t20"."service" AS "service",
      "t20"."rule" AS "rule",
      "t20"."attribute" AS "attribute",
      "t20"."value" AS "value",
      replaceRegexpAll("t20"."part", '=.*', '') AS "element",
      CAST(RIGHT("t20"."part", 1) AS Nullable(Int32)) AS "score"
    FROM (
      SELECT
        "t17"."office" AS "office",
        "t17"."period" AS "period",
        "t17"."service" AS "service",
        "t17"."rule" AS "rule",
        "t17"."attribute" AS "attribute",
        "t17"."value" AS "value",
        "t17"."further" AS "further",
        arrayJoin(splitByString(';', CAST("t17"."further" AS String))) AS "part"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t0"."office" AS "office",
              "t0"."period" AS "period",
              "t0"."service" AS "service",
              "t0"."rule" AS "rule",
              'age' AS "attribute",
              "t0"."age" AS "value",
              "t0"."further" AS "further"
            FROM "kept_survey" AS "t0"
            WHERE
              "t0"."further" <> '' AND "t0"."age" <> ''
          ) AS "t3"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t0"."office" AS "office",
              "t0"."period" AS "period",
              "t0"."service" AS "service",
              "t0"."rule" AS "rule",
              'education' AS "attribute",
              "t0"."education" AS "value",
              "t0"."further" AS "further"
            FROM "kept_survey" AS "t0"
            WHERE
              "t0"."further" <> '' AND "t0"."education" <> ''
          ) AS "t5"
        ) AS "t11"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t0"."office" AS "office",
              "t0"."period" AS "period",
              "t0"."service" AS "service",
              "t0"."rule" AS "rule",
              'occupation' AS "attribute",
              "t0"."occupation" AS "value",
              "t0"."further" AS "further"
            FROM "kept_survey" AS "t0"
            WHERE
              "t0"."further" <> '' AND "t0"."occupation" <> ''
          ) AS "t7"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."office" AS "office",
                "t0"."period" AS "period",
                "t0"."service" AS "service",
                "t0"."rule" AS "rule",
                '' AS "attribute",
                '' AS "value",
                "t0"."further" AS "further"
              FROM "kept_survey" AS "t0"
              WHERE
                "t0"."further" <> ''
            ) AS "t4"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t0"."office" AS "office",
                "t0"."period" AS "period",
                "t0"."service" AS "service",
                "t0"."rule" AS "rule",
                'sex' AS "attribute",
                "t0"."sex" AS "value",
                "t0"."further" AS "further"
              FROM "kept_survey" AS "t0"
              WHERE
                "t0"."further" <> '' AND "t0"."sex" <> ''
            ) AS "t9"
          ) AS "t13"
        ) AS "t15"
      ) AS "t17"
    ) AS "t20"
  ) AS "t105"
) AS "t112"
GROUP BY
  "t112"."office",
  "t112"."period",
  "t112"."service",
  "t112"."rule",
  "t112"."attribute",
  "t112"."value",
  "t112"."element",
  "t112"."score"
