SELECT
  `t0`.`office` AS `office_code`,
  `t0`.`month`,
  `t0`.`snap`,
  `t0`.`permit_type`,
  `t0`.`receipt_no`,
  `t0`.`application_no`,
  `t0`.`billed_day`,
  `t0`.`age`,
  `t0`.`billed`,
  `t0`.`paid`,
  `t0`.`bill_no`
FROM `kept_bills_standing` AS `t0`
