SELECT
  `t2`.`office_code`,
  `t2`.`period`,
  `t2`.`service`,
  `t2`.`rule`,
  `t2`.`sheet`,
  `t2`.`respondent_no`,
  `t2`.`persyaratan`,
  `t2`.`prosedur`,
  `t2`.`waktu`,
  `t2`.`biaya`,
  `t2`.`produk`,
  `t2`.`kompetensi`,
  `t2`.`perilaku`,
  `t2`.`pengaduan`,
  `t2`.`sarana`,
  `t2`.`maklumat`,
  `t2`.`kejelasan_petugas`,
  `t2`.`kedisiplinan`,
  `t2`.`tanggung_jawab`,
  `t2`.`kemampuan`,
  `t2`.`kecepatan`,
  `t2`.`keadilan`,
  `t2`.`kesopanan`,
  `t2`.`kewajaran_biaya`,
  `t2`.`kepastian_biaya`,
  `t2`.`kepastian_jadwal`,
  `t2`.`kenyamanan`,
  `t2`.`keamanan`
FROM `fact_survey` AS `t2`
LEFT SEMI JOIN (
  SELECT
    `t1`.`office` AS `office_code`
  FROM `given_office` AS `t1`
) AS `t4`
  ON `t2`.`office_code` = `t4`.`office_code`
