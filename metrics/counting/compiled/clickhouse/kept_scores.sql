WITH "t9" AS (
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
        "t0"."keamanan" AS "keamanan"
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
        "t0"."keamanan" AS "keamanan"
      FROM "kept_survey" AS "t0"
      WHERE
        "t0"."education" <> ''
    ) AS "t3"
  ) AS "t6"
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
        "t0"."keamanan" AS "keamanan"
      FROM "kept_survey" AS "t0"
      WHERE
        "t0"."occupation" <> ''
    ) AS "t4"
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
          "t0"."keamanan" AS "keamanan"
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
          "t0"."keamanan" AS "keamanan"
        FROM "kept_survey" AS "t0"
        WHERE
          "t0"."sex" <> ''
      ) AS "t5"
    ) AS "t7"
  ) AS "t8"
)
SELECT
  "t53"."office" AS "office",
  "t53"."period" AS "period",
  "t53"."service" AS "service",
  "t53"."rule" AS "rule",
  "t53"."attribute" AS "attribute",
  "t53"."value" AS "value",
  "t53"."element" AS "element",
  "t53"."score" AS "score",
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
            "t10"."office" AS "office",
            "t10"."period" AS "period",
            "t10"."service" AS "service",
            "t10"."rule" AS "rule",
            "t10"."attribute" AS "attribute",
            "t10"."value" AS "value",
            'tanggung_jawab' AS "element",
            "t10"."tanggung_jawab" AS "score"
          FROM "t9" AS "t10"
          WHERE
            isNotNull("t10"."tanggung_jawab")
        ) AS "t11"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t10"."office" AS "office",
            "t10"."period" AS "period",
            "t10"."service" AS "service",
            "t10"."rule" AS "rule",
            "t10"."attribute" AS "attribute",
            "t10"."value" AS "value",
            'kemampuan' AS "element",
            "t10"."kemampuan" AS "score"
          FROM "t9" AS "t10"
          WHERE
            isNotNull("t10"."kemampuan")
        ) AS "t12"
      ) AS "t33"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t10"."office" AS "office",
            "t10"."period" AS "period",
            "t10"."service" AS "service",
            "t10"."rule" AS "rule",
            "t10"."attribute" AS "attribute",
            "t10"."value" AS "value",
            'kecepatan' AS "element",
            "t10"."kecepatan" AS "score"
          FROM "t9" AS "t10"
          WHERE
            isNotNull("t10"."kecepatan")
        ) AS "t13"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t10"."office" AS "office",
            "t10"."period" AS "period",
            "t10"."service" AS "service",
            "t10"."rule" AS "rule",
            "t10"."attribute" AS "attribute",
            "t10"."value" AS "value",
            'keadilan' AS "element",
            "t10"."keadilan" AS "score"
          FROM "t9" AS "t10"
          WHERE
            isNotNull("t10"."keadilan")
        ) AS "t14"
      ) AS "t34"
    ) AS "t44"
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
            "t10"."office" AS "office",
            "t10"."period" AS "period",
            "t10"."service" AS "service",
            "t10"."rule" AS "rule",
            "t10"."attribute" AS "attribute",
            "t10"."value" AS "value",
            'kesopanan' AS "element",
            "t10"."kesopanan" AS "score"
          FROM "t9" AS "t10"
          WHERE
            isNotNull("t10"."kesopanan")
        ) AS "t15"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t10"."office" AS "office",
            "t10"."period" AS "period",
            "t10"."service" AS "service",
            "t10"."rule" AS "rule",
            "t10"."attribute" AS "attribute",
            "t10"."value" AS "value",
            'kewajaran_biaya' AS "element",
            "t10"."kewajaran_biaya" AS "score"
          FROM "t9" AS "t10"
          WHERE
            isNotNull("t10"."kewajaran_biaya")
        ) AS "t16"
      ) AS "t35"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t10"."office" AS "office",
            "t10"."period" AS "period",
            "t10"."service" AS "service",
            "t10"."rule" AS "rule",
            "t10"."attribute" AS "attribute",
            "t10"."value" AS "value",
            'kepastian_biaya' AS "element",
            "t10"."kepastian_biaya" AS "score"
          FROM "t9" AS "t10"
          WHERE
            isNotNull("t10"."kepastian_biaya")
        ) AS "t17"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t10"."office" AS "office",
            "t10"."period" AS "period",
            "t10"."service" AS "service",
            "t10"."rule" AS "rule",
            "t10"."attribute" AS "attribute",
            "t10"."value" AS "value",
            'kepastian_jadwal' AS "element",
            "t10"."kepastian_jadwal" AS "score"
          FROM "t9" AS "t10"
          WHERE
            isNotNull("t10"."kepastian_jadwal")
        ) AS "t18"
      ) AS "t36"
    ) AS "t45"
  ) AS "t49"
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
            "t10"."office" AS "office",
            "t10"."period" AS "period",
            "t10"."service" AS "service",
            "t10"."rule" AS "rule",
            "t10"."attribute" AS "attribute",
            "t10"."value" AS "value",
            'kenyamanan' AS "element",
            "t10"."kenyamanan" AS "score"
          FROM "t9" AS "t10"
          WHERE
            isNotNull("t10"."kenyamanan")
        ) AS "t19"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t10"."office" AS "office",
            "t10"."period" AS "period",
            "t10"."service" AS "service",
            "t10"."rule" AS "rule",
            "t10"."attribute" AS "attribute",
            "t10"."value" AS "value",
            'keamanan' AS "element",
            "t10"."keamanan" AS "score"
          FROM "t9" AS "t10"
          WHERE
            isNotNull("t10"."keamanan")
        ) AS "t20"
      ) AS "t37"
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
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'persyaratan' AS "element",
              "t10"."persyaratan" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."persyaratan")
          ) AS "t21"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'prosedur' AS "element",
              "t10"."prosedur" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."prosedur")
          ) AS "t22"
        ) AS "t38"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'waktu' AS "element",
              "t10"."waktu" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."waktu")
          ) AS "t23"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'biaya' AS "element",
              "t10"."biaya" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."biaya")
          ) AS "t24"
        ) AS "t39"
      ) AS "t46"
    ) AS "t50"
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
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'produk' AS "element",
              "t10"."produk" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."produk")
          ) AS "t25"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'kompetensi' AS "element",
              "t10"."kompetensi" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."kompetensi")
          ) AS "t26"
        ) AS "t40"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'perilaku' AS "element",
              "t10"."perilaku" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."perilaku")
          ) AS "t27"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'pengaduan' AS "element",
              "t10"."pengaduan" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."pengaduan")
          ) AS "t28"
        ) AS "t41"
      ) AS "t47"
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
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'sarana' AS "element",
              "t10"."sarana" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."sarana")
          ) AS "t29"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'maklumat' AS "element",
              "t10"."maklumat" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."maklumat")
          ) AS "t30"
        ) AS "t42"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'kejelasan_petugas' AS "element",
              "t10"."kejelasan_petugas" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."kejelasan_petugas")
          ) AS "t31"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t10"."office" AS "office",
              "t10"."period" AS "period",
              "t10"."service" AS "service",
              "t10"."rule" AS "rule",
              "t10"."attribute" AS "attribute",
              "t10"."value" AS "value",
              'kedisiplinan' AS "element",
              "t10"."kedisiplinan" AS "score"
            FROM "t9" AS "t10"
            WHERE
              isNotNull("t10"."kedisiplinan")
          ) AS "t32"
        ) AS "t43"
      ) AS "t48"
    ) AS "t51"
  ) AS "t52"
) AS "t53"
GROUP BY
  "t53"."office",
  "t53"."period",
  "t53"."service",
  "t53"."rule",
  "t53"."attribute",
  "t53"."value",
  "t53"."element",
  "t53"."score"
