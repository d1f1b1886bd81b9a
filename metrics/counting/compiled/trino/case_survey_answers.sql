SELECT
  "t2"."office_code",
  "t2"."period",
  "t2"."service",
  "t2"."rule",
  "t2"."sheet",
  "t2"."respondent_no",
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
  "t2"."ipak_prosedur",
  "t2"."ipak_jabatan",
  "t2"."ipak_pengaruh",
  "t2"."ipak_biaya_jelas",
  "t2"."ipak_biaya_tambahan",
  "t2"."ipak_hadiah",
  "t2"."ipak_bukti_bayar",
  "t2"."ipak_calo",
  "t2"."ipak_curang",
  "t2"."ipak_transaksi",
  "t2"."spak_diskriminasi",
  "t2"."spak_kecurangan",
  "t2"."spak_imbalan",
  "t2"."spak_pungli",
  "t2"."spak_percaloan",
  "t2"."spkp_informasi",
  "t2"."spkp_persyaratan",
  "t2"."spkp_prosedur",
  "t2"."spkp_waktu",
  "t2"."spkp_biaya",
  "t2"."spkp_sarana",
  "t2"."spkp_respon",
  "t2"."spkp_konsultasi"
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
