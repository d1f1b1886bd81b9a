WITH `t9` AS (
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
        `t0`.`keamanan`
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
        `t0`.`keamanan`
      FROM `kept_survey` AS `t0`
      WHERE
        `t0`.`education` <> ''
    ) AS `t3`
  ) AS `t6`
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
        `t0`.`keamanan`
      FROM `kept_survey` AS `t0`
      WHERE
        `t0`.`occupation` <> ''
    ) AS `t4`
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
          `t0`.`keamanan`
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
          `t0`.`keamanan`
        FROM `kept_survey` AS `t0`
        WHERE
          `t0`.`sex` <> ''
      ) AS `t5`
    ) AS `t7`
  ) AS `t8`
)
SELECT
  `t53`.`office`,
  `t53`.`period`,
  `t53`.`service`,
  `t53`.`rule`,
  `t53`.`attribute`,
  `t53`.`value`,
  `t53`.`element`,
  `t53`.`score`,
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
            `t10`.`office`,
            `t10`.`period`,
            `t10`.`service`,
            `t10`.`rule`,
            `t10`.`attribute`,
            `t10`.`value`,
            'tanggung_jawab' AS `element`,
            `t10`.`tanggung_jawab` AS `score`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`tanggung_jawab` IS NOT NULL
        ) AS `t11`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            `t10`.`office`,
            `t10`.`period`,
            `t10`.`service`,
            `t10`.`rule`,
            `t10`.`attribute`,
            `t10`.`value`,
            'kemampuan' AS `element`,
            `t10`.`kemampuan` AS `score`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`kemampuan` IS NOT NULL
        ) AS `t12`
      ) AS `t33`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t10`.`office`,
            `t10`.`period`,
            `t10`.`service`,
            `t10`.`rule`,
            `t10`.`attribute`,
            `t10`.`value`,
            'kecepatan' AS `element`,
            `t10`.`kecepatan` AS `score`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`kecepatan` IS NOT NULL
        ) AS `t13`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            `t10`.`office`,
            `t10`.`period`,
            `t10`.`service`,
            `t10`.`rule`,
            `t10`.`attribute`,
            `t10`.`value`,
            'keadilan' AS `element`,
            `t10`.`keadilan` AS `score`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`keadilan` IS NOT NULL
        ) AS `t14`
      ) AS `t34`
    ) AS `t44`
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
            `t10`.`office`,
            `t10`.`period`,
            `t10`.`service`,
            `t10`.`rule`,
            `t10`.`attribute`,
            `t10`.`value`,
            'kesopanan' AS `element`,
            `t10`.`kesopanan` AS `score`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`kesopanan` IS NOT NULL
        ) AS `t15`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            `t10`.`office`,
            `t10`.`period`,
            `t10`.`service`,
            `t10`.`rule`,
            `t10`.`attribute`,
            `t10`.`value`,
            'kewajaran_biaya' AS `element`,
            `t10`.`kewajaran_biaya` AS `score`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`kewajaran_biaya` IS NOT NULL
        ) AS `t16`
      ) AS `t35`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t10`.`office`,
            `t10`.`period`,
            `t10`.`service`,
            `t10`.`rule`,
            `t10`.`attribute`,
            `t10`.`value`,
            'kepastian_biaya' AS `element`,
            `t10`.`kepastian_biaya` AS `score`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`kepastian_biaya` IS NOT NULL
        ) AS `t17`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            `t10`.`office`,
            `t10`.`period`,
            `t10`.`service`,
            `t10`.`rule`,
            `t10`.`attribute`,
            `t10`.`value`,
            'kepastian_jadwal' AS `element`,
            `t10`.`kepastian_jadwal` AS `score`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`kepastian_jadwal` IS NOT NULL
        ) AS `t18`
      ) AS `t36`
    ) AS `t45`
  ) AS `t49`
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
            `t10`.`office`,
            `t10`.`period`,
            `t10`.`service`,
            `t10`.`rule`,
            `t10`.`attribute`,
            `t10`.`value`,
            'kenyamanan' AS `element`,
            `t10`.`kenyamanan` AS `score`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`kenyamanan` IS NOT NULL
        ) AS `t19`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            `t10`.`office`,
            `t10`.`period`,
            `t10`.`service`,
            `t10`.`rule`,
            `t10`.`attribute`,
            `t10`.`value`,
            'keamanan' AS `element`,
            `t10`.`keamanan` AS `score`
          FROM `t9` AS `t10`
          WHERE
            `t10`.`keamanan` IS NOT NULL
        ) AS `t20`
      ) AS `t37`
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
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'persyaratan' AS `element`,
              `t10`.`persyaratan` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`persyaratan` IS NOT NULL
          ) AS `t21`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'prosedur' AS `element`,
              `t10`.`prosedur` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`prosedur` IS NOT NULL
          ) AS `t22`
        ) AS `t38`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'waktu' AS `element`,
              `t10`.`waktu` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`waktu` IS NOT NULL
          ) AS `t23`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'biaya' AS `element`,
              `t10`.`biaya` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`biaya` IS NOT NULL
          ) AS `t24`
        ) AS `t39`
      ) AS `t46`
    ) AS `t50`
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
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'produk' AS `element`,
              `t10`.`produk` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`produk` IS NOT NULL
          ) AS `t25`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'kompetensi' AS `element`,
              `t10`.`kompetensi` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`kompetensi` IS NOT NULL
          ) AS `t26`
        ) AS `t40`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'perilaku' AS `element`,
              `t10`.`perilaku` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`perilaku` IS NOT NULL
          ) AS `t27`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'pengaduan' AS `element`,
              `t10`.`pengaduan` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`pengaduan` IS NOT NULL
          ) AS `t28`
        ) AS `t41`
      ) AS `t47`
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
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'sarana' AS `element`,
              `t10`.`sarana` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`sarana` IS NOT NULL
          ) AS `t29`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'maklumat' AS `element`,
              `t10`.`maklumat` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`maklumat` IS NOT NULL
          ) AS `t30`
        ) AS `t42`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'kejelasan_petugas' AS `element`,
              `t10`.`kejelasan_petugas` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`kejelasan_petugas` IS NOT NULL
          ) AS `t31`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t10`.`office`,
              `t10`.`period`,
              `t10`.`service`,
              `t10`.`rule`,
              `t10`.`attribute`,
              `t10`.`value`,
              'kedisiplinan' AS `element`,
              `t10`.`kedisiplinan` AS `score`
            FROM `t9` AS `t10`
            WHERE
              `t10`.`kedisiplinan` IS NOT NULL
          ) AS `t32`
        ) AS `t43`
      ) AS `t48`
    ) AS `t51`
  ) AS `t52`
) AS `t53`
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8
