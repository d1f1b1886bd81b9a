SELECT
  `t0`.`office`,
  `t0`.`permit_type`,
  `t0`.`method`,
  `t0`.`billed_month`,
  `t0`.`paid_month`,
  `t0`.`days_to_pay`,
  `t0`.`valued`,
  SUM(
    CAST(NOT (
      `t0`.`refund`
    )
    AND (
      (
        `t0`.`paid_day` IS NOT NULL
      ) OR `t0`.`undated` OR `t0`.`first`
    ) AS BIGINT)
  ) AS `n`,
  SUM(`t0`.`billed`) AS `billed`,
  SUM(`t0`.`paid`) AS `paid`
FROM `kept_payments` AS `t0`
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7
