SELECT
  `t0`.`office`,
  `t0`.`permit_type`,
  COUNT(*) AS `n`
FROM `kept_cases` AS `t0`
GROUP BY
  1,
  2
