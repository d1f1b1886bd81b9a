SELECT
  `t0`.`office` AS `office_code`,
  `t0`.`application_no`,
  `t0`.`month`,
  `t0`.`snap`,
  `t0`.`permit_type`,
  `t0`.`start_day`,
  `t0`.`due_day`,
  `t0`.`standard`,
  `t0`.`since`,
  `t0`.`age`,
  `t0`.`net`,
  `t0`.`stage`,
  `t0`.`desk`,
  `t0`.`overdue`,
  `t0`.`due_soon`
FROM `kept_standing` AS `t0`
