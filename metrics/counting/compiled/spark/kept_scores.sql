WITH `t18` AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t0`.`office`,
        `t0`.`period`,
        `t0`.`service`,
        `t0`.`rule`,
        'age' AS `attribute`,
        `t0`.`age` AS `value`,
        `t0`.`persyaratan`,
        `t0`.`prosedur`,
        `t0`.`waktu`,
        `t0`.`biaya`,
        `t0`.`produk`,
        `t0`.`kompetensi`,
        `t0`.`perilaku`,
        `t0`.`pengaduan`,
        `t0`.`sarana`,
        `t0`.`maklumat`,
        `t0`.`kejelasan_petugas`,
        `t0`.`kedisiplinan`,
        `t0`.`tanggung_jawab`,
        `t0`.`kemampuan`,
        `t0`.`kecepatan`,
        `t0`.`keadilan`,
        `t0`.`kesopanan`,
        `t0`.`kewajaran_biaya`,
        `t0`.`kepastian_biaya`,
        `t0`.`kepastian_jadwal`,
        `t0`.`kenyamanan`,
        `t0`.`keamanan`,
        `t0`.`ipak_prosedur`,
        `t0`.`ipak_jabatan`,
        `t0`.`ipak_pengaruh`,
        `t0`.`ipak_biaya_jelas`,
        `t0`.`ipak_biaya_tambahan`,
        `t0`.`ipak_hadiah`,
        `t0`.`ipak_bukti_bayar`,
        `t0`.`ipak_calo`,
        `t0`.`ipak_curang`,
        `t0`.`ipak_transaksi`,
        `t0`.`spak_diskriminasi`,
        `t0`.`spak_kecurangan`,
        `t0`.`spak_imbalan`,
        `t0`.`spak_pungli`,
        `t0`.`spak_percaloan`,
        `t0`.`spkp_informasi`,
        `t0`.`spkp_persyaratan`,
        `t0`.`spkp_prosedur`,
        `t0`.`spkp_waktu`,
        `t0`.`spkp_biaya`,
        `t0`.`spkp_sarana`,
        `t0`.`spkp_respon`,
        `t0`.`spkp_konsultasi`
      FROM `kept_survey` AS `t0`
      WHERE
        `t0`.`age` <> ''
    ) AS `t2`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t0`.`office`,
        `t0`.`period`,
        `t0`.`service`,
        `t0`.`rule`,
        'education' AS `attribute`,
        `t0`.`education` AS `value`,
        `t0`.`persyaratan`,
        `t0`.`prosedur`,
        `t0`.`waktu`,
        `t0`.`biaya`,
        `t0`.`produk`,
        `t0`.`kompetensi`,
        `t0`.`perilaku`,
        `t0`.`pengaduan`,
        `t0`.`sarana`,
        `t0`.`maklumat`,
        `t0`.`kejelasan_petugas`,
        `t0`.`kedisiplinan`,
        `t0`.`tanggung_jawab`,
        `t0`.`kemampuan`,
        `t0`.`kecepatan`,
        `t0`.`keadilan`,
        `t0`.`kesopanan`,
        `t0`.`kewajaran_biaya`,
        `t0`.`kepastian_biaya`,
        `t0`.`kepastian_jadwal`,
        `t0`.`kenyamanan`,
        `t0`.`keamanan`,
        `t0`.`ipak_prosedur`,
        `t0`.`ipak_jabatan`,
        `t0`.`ipak_pengaruh`,
        `t0`.`ipak_biaya_jelas`,
        `t0`.`ipak_biaya_tambahan`,
        `t0`.`ipak_hadiah`,
        `t0`.`ipak_bukti_bayar`,
        `t0`.`ipak_calo`,
        `t0`.`ipak_curang`,
        `t0`.`ipak_transaksi`,
        `t0`.`spak_diskriminasi`,
        `t0`.`spak_kecurangan`,
        `t0`.`spak_imbalan`,
        `t0`.`spak_pungli`,
        `t0`.`spak_percaloan`,
        `t0`.`spkp_informasi`,
        `t0`.`spkp_persyaratan`,
        `t0`.`spkp_prosedur`,
        `t0`.`spkp_waktu`,
        `t0`.`spkp_biaya`,
        `t0`.`spkp_sarana`,
        `t0`.`spkp_respon`,
        `t0`.`spkp_konsultasi`
      FROM `kept_survey` AS `t0`
      WHERE
        `t0`.`education` <> ''
    ) AS `t6`
  ) AS `t12`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t0`.`office`,
        `t0`.`period`,
        `t0`.`service`,
        `t0`.`rule`,
        'occupation' AS `attribute`,
        `t0`.`occupation` AS `value`,
        `t0`.`persyaratan`,
        `t0`.`prosedur`,
        `t0`.`waktu`,
        `t0`.`biaya`,
        `t0`.`produk`,
        `t0`.`kompetensi`,
        `t0`.`perilaku`,
        `t0`.`pengaduan`,
        `t0`.`sarana`,
        `t0`.`maklumat`,
        `t0`.`kejelasan_petugas`,
        `t0`.`kedisiplinan`,
        `t0`.`tanggung_jawab`,
        `t0`.`kemampuan`,
        `t0`.`kecepatan`,
        `t0`.`keadilan`,
        `t0`.`kesopanan`,
        `t0`.`kewajaran_biaya`,
        `t0`.`kepastian_biaya`,
        `t0`.`kepastian_jadwal`,
        `t0`.`kenyamanan`,
        `t0`.`keamanan`,
        `t0`.`ipak_prosedur`,
        `t0`.`ipak_jabatan`,
        `t0`.`ipak_pengaruh`,
        `t0`.`ipak_biaya_jelas`,
        `t0`.`ipak_biaya_tambahan`,
        `t0`.`ipak_hadiah`,
        `t0`.`ipak_bukti_bayar`,
        `t0`.`ipak_calo`,
        `t0`.`ipak_curang`,
        `t0`.`ipak_transaksi`,
        `t0`.`spak_diskriminasi`,
        `t0`.`spak_kecurangan`,
        `t0`.`spak_imbalan`,
        `t0`.`spak_pungli`,
        `t0`.`spak_percaloan`,
        `t0`.`spkp_informasi`,
        `t0`.`spkp_persyaratan`,
        `t0`.`spkp_prosedur`,
        `t0`.`spkp_waktu`,
        `t0`.`spkp_biaya`,
        `t0`.`spkp_sarana`,
        `t0`.`spkp_respon`,
        `t0`.`spkp_konsultasi`
      FROM `kept_survey` AS `t0`
      WHERE
        `t0`.`occupation` <> ''
    ) AS `t8`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t0`.`office`,
          `t0`.`period`,
          `t0`.`service`,
          `t0`.`rule`,
          '' AS `attribute`,
          '' AS `value`,
          `t0`.`persyaratan`,
          `t0`.`prosedur`,
          `t0`.`waktu`,
          `t0`.`biaya`,
          `t0`.`produk`,
          `t0`.`kompetensi`,
          `t0`.`perilaku`,
          `t0`.`pengaduan`,
          `t0`.`sarana`,
          `t0`.`maklumat`,
          `t0`.`kejelasan_petugas`,
          `t0`.`kedisiplinan`,
          `t0`.`tanggung_jawab`,
          `t0`.`kemampuan`,
          `t0`.`kecepatan`,
          `t0`.`keadilan`,
          `t0`.`kesopanan`,
          `t0`.`kewajaran_biaya`,
          `t0`.`kepastian_biaya`,
          `t0`.`kepastian_jadwal`,
          `t0`.`kenyamanan`,
          `t0`.`keamanan`,
          `t0`.`ipak_prosedur`,
          `t0`.`ipak_jabatan`,
          `t0`.`ipak_pengaruh`,
          `t0`.`ipak_biaya_jelas`,
          `t0`.`ipak_biaya_tambahan`,
          `t0`.`ipak_hadiah`,
          `t0`.`ipak_bukti_bayar`,
          `t0`.`ipak_calo`,
          `t0`.`ipak_curang`,
          `t0`.`ipak_transaksi`,
          `t0`.`spak_diskriminasi`,
          `t0`.`spak_kecurangan`,
          `t0`.`spak_imbalan`,
          `t0`.`spak_pungli`,
          `t0`.`spak_percaloan`,
          `t0`.`spkp_informasi`,
          `t0`.`spkp_persyaratan`,
          `t0`.`spkp_prosedur`,
          `t0`.`spkp_waktu`,
          `t0`.`spkp_biaya`,
          `t0`.`spkp_sarana`,
          `t0`.`spkp_respon`,
          `t0`.`spkp_konsultasi`
        FROM `kept_survey` AS `t0`
      ) AS `t1`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t0`.`office`,
          `t0`.`period`,
          `t0`.`service`,
          `t0`.`rule`,
          'sex' AS `attribute`,
          `t0`.`sex` AS `value`,
          `t0`.`persyaratan`,
          `t0`.`prosedur`,
          `t0`.`waktu`,
          `t0`.`biaya`,
          `t0`.`produk`,
          `t0`.`kompetensi`,
          `t0`.`perilaku`,
          `t0`.`pengaduan`,
          `t0`.`sarana`,
          `t0`.`maklumat`,
          `t0`.`kejelasan_petugas`,
          `t0`.`kedisiplinan`,
          `t0`.`tanggung_jawab`,
          `t0`.`kemampuan`,
          `t0`.`kecepatan`,
          `t0`.`keadilan`,
          `t0`.`kesopanan`,
          `t0`.`kewajaran_biaya`,
          `t0`.`kepastian_biaya`,
          `t0`.`kepastian_jadwal`,
          `t0`.`kenyamanan`,
          `t0`.`keamanan`,
          `t0`.`ipak_prosedur`,
          `t0`.`ipak_jabatan`,
          `t0`.`ipak_pengaruh`,
          `t0`.`ipak_biaya_jelas`,
          `t0`.`ipak_biaya_tambahan`,
          `t0`.`ipak_hadiah`,
          `t0`.`ipak_bukti_bayar`,
          `t0`.`ipak_calo`,
          `t0`.`ipak_curang`,
          `t0`.`ipak_transaksi`,
          `t0`.`spak_diskriminasi`,
          `t0`.`spak_kecurangan`,
          `t0`.`spak_imbalan`,
          `t0`.`spak_pungli`,
          `t0`.`spak_percaloan`,
          `t0`.`spkp_informasi`,
          `t0`.`spkp_persyaratan`,
          `t0`.`spkp_prosedur`,
          `t0`.`spkp_waktu`,
          `t0`.`spkp_biaya`,
          `t0`.`spkp_sarana`,
          `t0`.`spkp_respon`,
          `t0`.`spkp_konsultasi`
        FROM `kept_survey` AS `t0`
        WHERE
          `t0`.`sex` <> ''
      ) AS `t10`
    ) AS `t14`
  ) AS `t16`
)
SELECT
  `t112`.`office`,
  `t112`.`period`,
  `t112`.`service`,
  `t112`.`rule`,
  `t112`.`attribute`,
  `t112`.`value`,
  `t112`.`element`,
  `t112`.`score`,
  COUNT(*) AS `n`
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
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'ipak_biaya_tambahan' AS `element`,
                  `t19`.`ipak_biaya_tambahan` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`ipak_biaya_tambahan` IS NOT NULL
              ) AS `t21`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'ipak_hadiah' AS `element`,
                  `t19`.`ipak_hadiah` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`ipak_hadiah` IS NOT NULL
              ) AS `t22`
            ) AS `t66`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'ipak_bukti_bayar' AS `element`,
                  `t19`.`ipak_bukti_bayar` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`ipak_bukti_bayar` IS NOT NULL
              ) AS `t23`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'ipak_calo' AS `element`,
                  `t19`.`ipak_calo` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`ipak_calo` IS NOT NULL
              ) AS `t24`
            ) AS `t67`
          ) AS `t88`
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
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'ipak_curang' AS `element`,
                  `t19`.`ipak_curang` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`ipak_curang` IS NOT NULL
              ) AS `t25`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'ipak_transaksi' AS `element`,
                  `t19`.`ipak_transaksi` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`ipak_transaksi` IS NOT NULL
              ) AS `t26`
            ) AS `t68`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spak_diskriminasi' AS `element`,
                  `t19`.`spak_diskriminasi` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spak_diskriminasi` IS NOT NULL
              ) AS `t27`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spak_kecurangan' AS `element`,
                  `t19`.`spak_kecurangan` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spak_kecurangan` IS NOT NULL
              ) AS `t28`
            ) AS `t69`
          ) AS `t89`
        ) AS `t99`
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
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spak_imbalan' AS `element`,
                  `t19`.`spak_imbalan` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spak_imbalan` IS NOT NULL
              ) AS `t29`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spak_pungli' AS `element`,
                  `t19`.`spak_pungli` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spak_pungli` IS NOT NULL
              ) AS `t30`
            ) AS `t70`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spak_percaloan' AS `element`,
                  `t19`.`spak_percaloan` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spak_percaloan` IS NOT NULL
              ) AS `t31`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spkp_informasi' AS `element`,
                  `t19`.`spkp_informasi` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spkp_informasi` IS NOT NULL
              ) AS `t32`
            ) AS `t71`
          ) AS `t90`
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
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spkp_persyaratan' AS `element`,
                  `t19`.`spkp_persyaratan` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spkp_persyaratan` IS NOT NULL
              ) AS `t33`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spkp_prosedur' AS `element`,
                  `t19`.`spkp_prosedur` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spkp_prosedur` IS NOT NULL
              ) AS `t34`
            ) AS `t72`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spkp_waktu' AS `element`,
                  `t19`.`spkp_waktu` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spkp_waktu` IS NOT NULL
              ) AS `t35`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spkp_biaya' AS `element`,
                  `t19`.`spkp_biaya` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spkp_biaya` IS NOT NULL
              ) AS `t36`
            ) AS `t73`
          ) AS `t91`
        ) AS `t100`
      ) AS `t106`
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
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spkp_sarana' AS `element`,
                  `t19`.`spkp_sarana` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spkp_sarana` IS NOT NULL
              ) AS `t37`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spkp_respon' AS `element`,
                  `t19`.`spkp_respon` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spkp_respon` IS NOT NULL
              ) AS `t38`
            ) AS `t74`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t19`.`office`,
                  `t19`.`period`,
                  `t19`.`service`,
                  `t19`.`rule`,
                  `t19`.`attribute`,
                  `t19`.`value`,
                  'spkp_konsultasi' AS `element`,
                  `t19`.`spkp_konsultasi` AS `score`
                FROM `t18` AS `t19`
                WHERE
                  `t19`.`spkp_konsultasi` IS NOT NULL
              ) AS `t39`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'persyaratan' AS `element`,
                    `t19`.`persyaratan` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`persyaratan` IS NOT NULL
                ) AS `t40`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'prosedur' AS `element`,
                    `t19`.`prosedur` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`prosedur` IS NOT NULL
                ) AS `t41`
              ) AS `t75`
            ) AS `t92`
          ) AS `t101`
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
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'waktu' AS `element`,
                    `t19`.`waktu` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`waktu` IS NOT NULL
                ) AS `t42`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'biaya' AS `element`,
                    `t19`.`biaya` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`biaya` IS NOT NULL
                ) AS `t43`
              ) AS `t76`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'produk' AS `element`,
                    `t19`.`produk` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`produk` IS NOT NULL
                ) AS `t44`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'kompetensi' AS `element`,
                    `t19`.`kompetensi` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`kompetensi` IS NOT NULL
                ) AS `t45`
              ) AS `t77`
            ) AS `t93`
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
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'perilaku' AS `element`,
                    `t19`.`perilaku` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`perilaku` IS NOT NULL
                ) AS `t46`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'pengaduan' AS `element`,
                    `t19`.`pengaduan` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`pengaduan` IS NOT NULL
                ) AS `t47`
              ) AS `t78`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'sarana' AS `element`,
                    `t19`.`sarana` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`sarana` IS NOT NULL
                ) AS `t48`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'maklumat' AS `element`,
                    `t19`.`maklumat` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`maklumat` IS NOT NULL
                ) AS `t49`
              ) AS `t79`
            ) AS `t94`
          ) AS `t102`
        ) AS `t107`
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
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'kejelasan_petugas' AS `element`,
                    `t19`.`kejelasan_petugas` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`kejelasan_petugas` IS NOT NULL
                ) AS `t50`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'kedisiplinan' AS `element`,
                    `t19`.`kedisiplinan` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`kedisiplinan` IS NOT NULL
                ) AS `t51`
              ) AS `t80`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'tanggung_jawab' AS `element`,
                    `t19`.`tanggung_jawab` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`tanggung_jawab` IS NOT NULL
                ) AS `t52`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'kemampuan' AS `element`,
                    `t19`.`kemampuan` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`kemampuan` IS NOT NULL
                ) AS `t53`
              ) AS `t81`
            ) AS `t95`
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
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'kecepatan' AS `element`,
                    `t19`.`kecepatan` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`kecepatan` IS NOT NULL
                ) AS `t54`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'keadilan' AS `element`,
                    `t19`.`keadilan` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`keadilan` IS NOT NULL
                ) AS `t55`
              ) AS `t82`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'kesopanan' AS `element`,
                    `t19`.`kesopanan` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`kesopanan` IS NOT NULL
                ) AS `t56`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'kewajaran_biaya' AS `element`,
                    `t19`.`kewajaran_biaya` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`kewajaran_biaya` IS NOT NULL
                ) AS `t57`
              ) AS `t83`
            ) AS `t96`
          ) AS `t103`
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
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'kepastian_biaya' AS `element`,
                    `t19`.`kepastian_biaya` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`kepastian_biaya` IS NOT NULL
                ) AS `t58`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'kepastian_jadwal' AS `element`,
                    `t19`.`kepastian_jadwal` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`kepastian_jadwal` IS NOT NULL
                ) AS `t59`
              ) AS `t84`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'kenyamanan' AS `element`,
                    `t19`.`kenyamanan` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`kenyamanan` IS NOT NULL
                ) AS `t60`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'keamanan' AS `element`,
                    `t19`.`keamanan` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`keamanan` IS NOT NULL
                ) AS `t61`
              ) AS `t85`
            ) AS `t97`
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
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'ipak_prosedur' AS `element`,
                    `t19`.`ipak_prosedur` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`ipak_prosedur` IS NOT NULL
                ) AS `t62`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'ipak_jabatan' AS `element`,
                    `t19`.`ipak_jabatan` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`ipak_jabatan` IS NOT NULL
                ) AS `t63`
              ) AS `t86`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'ipak_pengaruh' AS `element`,
                    `t19`.`ipak_pengaruh` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`ipak_pengaruh` IS NOT NULL
                ) AS `t64`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t19`.`office`,
                    `t19`.`period`,
                    `t19`.`service`,
                    `t19`.`rule`,
                    `t19`.`attribute`,
                    `t19`.`value`,
                    'ipak_biaya_jelas' AS `element`,
                    `t19`.`ipak_biaya_jelas` AS `score`
                  FROM `t18` AS `t19`
                  WHERE
                    `t19`.`ipak_biaya_jelas` IS NOT NULL
                ) AS `t65`
              ) AS `t87`
            ) AS `t98`
          ) AS `t104`
        ) AS `t108`
      ) AS `t109`
    ) AS `t110`
  ) AS `t111`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t20`.`office`,
      `t20`.`period`,
      `t20`.`service`,
      `t20`.`rule`,
      `t20`.`attribute`,
      `t20`.`value`,
      REGEXP_REPLACE(`t20`.`part`, '=.*', '') AS `element`,
      CAST(RIGHT(`t20`.`part`, 1) AS INT) AS `score`
    FROM (
      SELECT
        `t17`.`office`,
        `t17`.`period`,
        `t17`.`service`,
        `t17`.`rule`,
        `t17`.`attribute`,
        `t17`.`value`,
        `t17`.`further`,
        EXPLODE(SPLIT(`t17`.`further`, ';')) AS `part`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t0`.`office`,
              `t0`.`period`,
              `t0`.`service`,
              `t0`.`rule`,
              'age' AS `attribute`,
              `t0`.`age` AS `value`,
              `t0`.`further`
            FROM `kept_survey` AS `t0`
            WHERE
              `t0`.`further` <> '' AND `t0`.`age` <> ''
          ) AS `t3`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t0`.`office`,
              `t0`.`period`,
              `t0`.`service`,
              `t0`.`rule`,
              'education' AS `attribute`,
              `t0`.`education` AS `value`,
              `t0`.`further`
            FROM `kept_survey` AS `t0`
            WHERE
              `t0`.`further` <> '' AND `t0`.`education` <> ''
          ) AS `t5`
        ) AS `t11`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t0`.`office`,
              `t0`.`period`,
              `t0`.`service`,
              `t0`.`rule`,
              'occupation' AS `attribute`,
              `t0`.`occupation` AS `value`,
              `t0`.`further`
            FROM `kept_survey` AS `t0`
            WHERE
              `t0`.`further` <> '' AND `t0`.`occupation` <> ''
          ) AS `t7`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t0`.`office`,
                `t0`.`period`,
                `t0`.`service`,
                `t0`.`rule`,
                '' AS `attribute`,
                '' AS `value`,
                `t0`.`further`
              FROM `kept_survey` AS `t0`
              WHERE
                `t0`.`further` <> ''
            ) AS `t4`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                `t0`.`office`,
                `t0`.`period`,
                `t0`.`service`,
                `t0`.`rule`,
                'sex' AS `attribute`,
                `t0`.`sex` AS `value`,
                `t0`.`further`
              FROM `kept_survey` AS `t0`
              WHERE
                `t0`.`further` <> '' AND `t0`.`sex` <> ''
            ) AS `t9`
          ) AS `t13`
        ) AS `t15`
      ) AS `t17`
    ) AS `t20`
  ) AS `t105`
) AS `t112`
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8
