SELECT
  `t1`.`office`,
  `t1`.`period`,
  `t1`.`service`,
  `t1`.`rule`,
  COUNT(*) AS `n`,
  SUM(`t1`.`ipak_prosedur`) AS `s_ipak_prosedur`,
  SUM(`t1`.`ipak_jabatan`) AS `s_ipak_jabatan`,
  SUM(`t1`.`ipak_pengaruh`) AS `s_ipak_pengaruh`,
  SUM(`t1`.`ipak_biaya_jelas`) AS `s_ipak_biaya_jelas`,
  SUM(`t1`.`ipak_biaya_tambahan`) AS `s_ipak_biaya_tambahan`,
  SUM(`t1`.`ipak_hadiah`) AS `s_ipak_hadiah`,
  SUM(`t1`.`ipak_bukti_bayar`) AS `s_ipak_bukti_bayar`,
  SUM(`t1`.`ipak_calo`) AS `s_ipak_calo`,
  SUM(`t1`.`ipak_curang`) AS `s_ipak_curang`,
  SUM(`t1`.`ipak_transaksi`) AS `s_ipak_transaksi`,
  SUM(`t1`.`ipak_prosedur` * `t1`.`ipak_prosedur`) AS `p_ipak_prosedur__ipak_prosedur`,
  SUM(`t1`.`ipak_prosedur` * `t1`.`ipak_jabatan`) AS `p_ipak_prosedur__ipak_jabatan`,
  SUM(`t1`.`ipak_prosedur` * `t1`.`ipak_pengaruh`) AS `p_ipak_prosedur__ipak_pengaruh`,
  SUM(`t1`.`ipak_prosedur` * `t1`.`ipak_biaya_jelas`) AS `p_ipak_prosedur__ipak_biaya_jelas`,
  SUM(`t1`.`ipak_prosedur` * `t1`.`ipak_biaya_tambahan`) AS `p_ipak_prosedur__ipak_biaya_tambahan`,
  SUM(`t1`.`ipak_prosedur` * `t1`.`ipak_hadiah`) AS `p_ipak_prosedur__ipak_hadiah`,
  SUM(`t1`.`ipak_prosedur` * `t1`.`ipak_bukti_bayar`) AS `p_ipak_prosedur__ipak_bukti_bayar`,
  SUM(`t1`.`ipak_prosedur` * `t1`.`ipak_calo`) AS `p_ipak_prosedur__ipak_calo`,
  SUM(`t1`.`ipak_prosedur` * `t1`.`ipak_curang`) AS `p_ipak_prosedur__ipak_curang`,
  SUM(`t1`.`ipak_prosedur` * `t1`.`ipak_transaksi`) AS `p_ipak_prosedur__ipak_transaksi`,
  SUM(`t1`.`ipak_jabatan` * `t1`.`ipak_jabatan`) AS `p_ipak_jabatan__ipak_jabatan`,
  SUM(`t1`.`ipak_jabatan` * `t1`.`ipak_pengaruh`) AS `p_ipak_jabatan__ipak_pengaruh`,
  SUM(`t1`.`ipak_jabatan` * `t1`.`ipak_biaya_jelas`) AS `p_ipak_jabatan__ipak_biaya_jelas`,
  SUM(`t1`.`ipak_jabatan` * `t1`.`ipak_biaya_tambahan`) AS `p_ipak_jabatan__ipak_biaya_tambahan`,
  SUM(`t1`.`ipak_jabatan` * `t1`.`ipak_hadiah`) AS `p_ipak_jabatan__ipak_hadiah`,
  SUM(`t1`.`ipak_jabatan` * `t1`.`ipak_bukti_bayar`) AS `p_ipak_jabatan__ipak_bukti_bayar`,
  SUM(`t1`.`ipak_jabatan` * `t1`.`ipak_calo`) AS `p_ipak_jabatan__ipak_calo`,
  SUM(`t1`.`ipak_jabatan` * `t1`.`ipak_curang`) AS `p_ipak_jabatan__ipak_curang`,
  SUM(`t1`.`ipak_jabatan` * `t1`.`ipak_transaksi`) AS `p_ipak_jabatan__ipak_transaksi`,
  SUM(`t1`.`ipak_pengaruh` * `t1`.`ipak_pengaruh`) AS `p_ipak_pengaruh__ipak_pengaruh`,
  SUM(`t1`.`ipak_pengaruh` * `t1`.`ipak_biaya_jelas`) AS `p_ipak_pengaruh__ipak_biaya_jelas`,
  SUM(`t1`.`ipak_pengaruh` * `t1`.`ipak_biaya_tambahan`) AS `p_ipak_pengaruh__ipak_biaya_tambahan`,
  SUM(`t1`.`ipak_pengaruh` * `t1`.`ipak_hadiah`) AS `p_ipak_pengaruh__ipak_hadiah`,
  SUM(`t1`.`ipak_pengaruh` * `t1`.`ipak_bukti_bayar`) AS `p_ipak_pengaruh__ipak_bukti_bayar`,
  SUM(`t1`.`ipak_pengaruh` * `t1`.`ipak_calo`) AS `p_ipak_pengaruh__ipak_calo`,
  SUM(`t1`.`ipak_pengaruh` * `t1`.`ipak_curang`) AS `p_ipak_pengaruh__ipak_curang`,
  SUM(`t1`.`ipak_pengaruh` * `t1`.`ipak_transaksi`) AS `p_ipak_pengaruh__ipak_transaksi`,
  SUM(`t1`.`ipak_biaya_jelas` * `t1`.`ipak_biaya_jelas`) AS `p_ipak_biaya_jelas__ipak_biaya_jelas`,
  SUM(`t1`.`ipak_biaya_jelas` * `t1`.`ipak_biaya_tambahan`) AS `p_ipak_biaya_jelas__ipak_biaya_tambahan`,
  SUM(`t1`.`ipak_biaya_jelas` * `t1`.`ipak_hadiah`) AS `p_ipak_biaya_jelas__ipak_hadiah`,
  SUM(`t1`.`ipak_biaya_jelas` * `t1`.`ipak_bukti_bayar`) AS `p_ipak_biaya_jelas__ipak_bukti_bayar`,
  SUM(`t1`.`ipak_biaya_jelas` * `t1`.`ipak_calo`) AS `p_ipak_biaya_jelas__ipak_calo`,
  SUM(`t1`.`ipak_biaya_jelas` * `t1`.`ipak_curang`) AS `p_ipak_biaya_jelas__ipak_curang`,
  SUM(`t1`.`ipak_biaya_jelas` * `t1`.`ipak_transaksi`) AS `p_ipak_biaya_jelas__ipak_transaksi`,
  SUM(`t1`.`ipak_biaya_tambahan` * `t1`.`ipak_biaya_tambahan`) AS `p_ipak_biaya_tambahan__ipak_biaya_tambahan`,
  SUM(`t1`.`ipak_biaya_tambahan` * `t1`.`ipak_hadiah`) AS `p_ipak_biaya_tambahan__ipak_hadiah`,
  SUM(`t1`.`ipak_biaya_tambahan` * `t1`.`ipak_bukti_bayar`) AS `p_ipak_biaya_tambahan__ipak_bukti_bayar`,
  SUM(`t1`.`ipak_biaya_tambahan` * `t1`.`ipak_calo`) AS `p_ipak_biaya_tambahan__ipak_calo`,
  SUM(`t1`.`ipak_biaya_tambahan` * `t1`.`ipak_curang`) AS `p_ipak_biaya_tambahan__ipak_curang`,
  SUM(`t1`.`ipak_biaya_tambahan` * `t1`.`ipak_transaksi`) AS `p_ipak_biaya_tambahan__ipak_transaksi`,
  SUM(`t1`.`ipak_hadiah` * `t1`.`ipak_hadiah`) AS `p_ipak_hadiah__ipak_hadiah`,
  SUM(`t1`.`ipak_hadiah` * `t1`.`ipak_bukti_bayar`) AS `p_ipak_hadiah__ipak_bukti_bayar`,
  SUM(`t1`.`ipak_hadiah` * `t1`.`ipak_calo`) AS `p_ipak_hadiah__ipak_calo`,
  SUM(`t1`.`ipak_hadiah` * `t1`.`ipak_curang`) AS `p_ipak_hadiah__ipak_curang`,
  SUM(`t1`.`ipak_hadiah` * `t1`.`ipak_transaksi`) AS `p_ipak_hadiah__ipak_transaksi`,
  SUM(`t1`.`ipak_bukti_bayar` * `t1`.`ipak_bukti_bayar`) AS `p_ipak_bukti_bayar__ipak_bukti_bayar`,
  SUM(`t1`.`ipak_bukti_bayar` * `t1`.`ipak_calo`) AS `p_ipak_bukti_bayar__ipak_calo`,
  SUM(`t1`.`ipak_bukti_bayar` * `t1`.`ipak_curang`) AS `p_ipak_bukti_bayar__ipak_curang`,
  SUM(`t1`.`ipak_bukti_bayar` * `t1`.`ipak_transaksi`) AS `p_ipak_bukti_bayar__ipak_transaksi`,
  SUM(`t1`.`ipak_calo` * `t1`.`ipak_calo`) AS `p_ipak_calo__ipak_calo`,
  SUM(`t1`.`ipak_calo` * `t1`.`ipak_curang`) AS `p_ipak_calo__ipak_curang`,
  SUM(`t1`.`ipak_calo` * `t1`.`ipak_transaksi`) AS `p_ipak_calo__ipak_transaksi`,
  SUM(`t1`.`ipak_curang` * `t1`.`ipak_curang`) AS `p_ipak_curang__ipak_curang`,
  SUM(`t1`.`ipak_curang` * `t1`.`ipak_transaksi`) AS `p_ipak_curang__ipak_transaksi`,
  SUM(`t1`.`ipak_transaksi` * `t1`.`ipak_transaksi`) AS `p_ipak_transaksi__ipak_transaksi`
FROM (
  SELECT
    *
  FROM `kept_survey` AS `t0`
  WHERE
    `t0`.`rule` = 'ipak'
    AND `t0`.`further` = ''
    AND `t0`.`ipak_prosedur` IS NOT NULL
    AND `t0`.`ipak_jabatan` IS NOT NULL
    AND `t0`.`ipak_pengaruh` IS NOT NULL
    AND `t0`.`ipak_biaya_jelas` IS NOT NULL
    AND `t0`.`ipak_biaya_tambahan` IS NOT NULL
    AND `t0`.`ipak_hadiah` IS NOT NULL
    AND `t0`.`ipak_bukti_bayar` IS NOT NULL
    AND `t0`.`ipak_calo` IS NOT NULL
    AND `t0`.`ipak_curang` IS NOT NULL
    AND `t0`.`ipak_transaksi` IS NOT NULL
) AS `t1`
GROUP BY
  1,
  2,
  3,
  4
