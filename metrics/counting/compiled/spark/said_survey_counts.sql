SELECT DISTINCT
  *
FROM (
  SELECT
    `t4`.`office`,
    `t4`.`period`
  FROM (
    SELECT
      `t0`.`office_code` AS `office`,
      `t0`.`period`,
      `t0`.`service`,
      `t0`.`element`,
      `t0`.`score`,
      `t0`.`rule`,
      `t0`.`count`
    FROM `fact_survey_counts` AS `t0`
  ) AS `t4`
  LEFT SEMI JOIN `given_wanted` AS `t2`
    ON `t4`.`office` = `t2`.`office`
) AS `t5`
