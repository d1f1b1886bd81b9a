SELECT
  `t2`.`office_code`,
  `t2`.`receipt_no`,
  `t2`.`bill_no`,
  `t2`.`application_no`,
  `t2`.`billed_amount`,
  `t2`.`billed_at`,
  `t2`.`paid_amount`,
  `t2`.`paid_at`,
  `t2`.`method`,
  `t2`.`account_code`,
  `t2`.`status`
FROM `fact_payments` AS `t2`
LEFT SEMI JOIN (
  SELECT
    `t1`.`office` AS `office_code`
  FROM `given_office` AS `t1`
) AS `t4`
  ON `t2`.`office_code` = `t4`.`office_code`
