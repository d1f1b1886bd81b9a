SELECT
  `t0`.`office`,
  `t0`.`application_no`,
  `t0`.`event`,
  `t0`.`activity`,
  `t0`.`mapped`,
  CAST((
    EXTRACT(year FROM IF(`t0`.`timed` = 1, `t0`.`begun_day`, `t0`.`finished_day`)) * 100
  ) + EXTRACT(month FROM IF(`t0`.`timed` = 1, `t0`.`begun_day`, `t0`.`finished_day`)) AS INT) AS `known`
FROM `kept_events` AS `t0`
