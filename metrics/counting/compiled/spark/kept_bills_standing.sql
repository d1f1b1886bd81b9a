SELECT
  `t15`.`office`,
  `t15`.`month`,
  `t15`.`snap`,
  `t15`.`permit_type`,
  `t15`.`receipt_no`,
  `t15`.`application_no`,
  `t15`.`billed_day`,
  `t15`.`age`,
  `t15`.`billed`,
  CAST(CAST(`t15`.`paid` AS DECIMAL(18, 0)) AS BIGINT) AS `paid`,
  `t15`.`bill` AS `bill_no`
FROM (
  SELECT
    `t14`.`office`,
    `t14`.`bill`,
    `t14`.`bill_application`,
    `t14`.`bill_day`,
    `t14`.`bill_amount`,
    `t14`.`bill_receipt`,
    `t14`.`month`,
    MAX(`t14`.`snap`) AS `snap`,
    MAX(`t14`.`permit_type`) AS `permit_type`,
    MIN(`t14`.`receipt_no`) AS `receipt_no`,
    MAX(`t14`.`application_no`) AS `application_no`,
    MIN(`t14`.`billed_day`) AS `billed_day`,
    CAST(MAX(`t14`.`snap_idx`) - MIN(`t14`.`b_idx`) AS INT) AS `age`,
    MAX(`t14`.`bill_sen`) AS `billed`,
    SUM(
      IF(
        (
          `t14`.`paid_day` IS NOT NULL
        ) AND (
          `t14`.`paid_day` <= `t14`.`snap`
        ),
        COALESCE(`t14`.`paid`, 0),
        0
      )
    ) AS `paid`,
    CAST(SUM(
      CAST((
        `t14`.`paid_day` IS NOT NULL
      ) AND (
        `t14`.`paid_day` <= `t14`.`snap`
      ) AS INT)
    ) AS INT) AS `receipts`,
    CAST(SUM(
      CAST((
        `t14`.`paid_day` IS NOT NULL
      )
      AND (
        `t14`.`paid_day` <= `t14`.`snap`
      )
      AND `t14`.`untold` AS INT)
    ) AS INT) AS `untold`,
    BOOL_OR(`t14`.`undated`) AS `undated`,
    BOOL_OR(`t14`.`unclear`) AS `unclear`,
    SUM(COALESCE(`t14`.`paid`, 0)) AS `given`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t7`.`office`,
        `t7`.`receipt_no`,
        `t7`.`bill_no`,
        `t7`.`application_no`,
        `t7`.`billed_amount`,
        `t7`.`billed_at`,
        `t7`.`paid_amount`,
        `t7`.`paid_at`,
        `t7`.`method`,
        `t7`.`account_code`,
        `t7`.`status`,
        `t7`.`province`,
        `t7`.`cal`,
        `t7`.`as_of_applications`,
        `t7`.`as_of_complaints`,
        `t7`.`as_of`,
        `t7`.`as_of_survey`,
        `t7`.`permit_type`,
        `t7`.`bill`,
        `t7`.`bill_application`,
        `t7`.`bill_day`,
        `t7`.`bill_amount`,
        `t7`.`bill_receipt`,
        `t7`.`billed_on`,
        `t7`.`paid_day`,
        `t7`.`settled`,
        `t7`.`told`,
        `t7`.`amount`,
        `t7`.`untold`,
        `t7`.`undated`,
        `t7`.`silent`,
        `t7`.`latest`,
        `t7`.`unclear`,
        `t7`.`place`,
        `t7`.`billed_day`,
        `t7`.`bill_sen`,
        `t7`.`first`,
        `t7`.`refund`,
        `t7`.`b_idx`,
        `t7`.`p_idx`,
        `t7`.`o_idx`,
        `t7`.`billed`,
        `t7`.`paid`,
        `t7`.`valued`,
        `t7`.`billed_month`,
        `t7`.`paid_month`,
        `t7`.`days_to_pay`,
        `t7`.`age`,
        `t12`.`month`,
        `t12`.`snap`,
        `t12`.`snap_idx`
      FROM (
        SELECT
          *
        FROM `kept_payments` AS `t0`
        WHERE
          `t0`.`billed_day` IS NOT NULL
      ) AS `t7`
      INNER JOIN (
        SELECT
          `t10`.`office`,
          `t10`.`month`,
          `t10`.`snap`,
          `t10`.`snap_idx`
        FROM (
          SELECT
            `t9`.`office`,
            `t9`.`cal`,
            `t9`.`month`,
            `t9`.`snap`,
            `t6`.`snap_idx`
          FROM (
            SELECT
              `t5`.`office`,
              `t5`.`cal`,
              `t5`.`month`,
              `t5`.`snap`
            FROM (
              SELECT
                *
              FROM `given_month_end` AS `t1`
              WHERE
                `t1`.`kind` = 'payments'
            ) AS `t5`
          ) AS `t9`
          LEFT OUTER JOIN (
            SELECT
              `t2`.`cal` AS `_k0`,
              `t2`.`day` AS `_k1`,
              `t2`.`idx` AS `snap_idx`
            FROM `given_day` AS `t2`
          ) AS `t6`
            ON `t9`.`cal` = `t6`.`_k0` AND `t9`.`snap` = `t6`.`_k1`
        ) AS `t10`
      ) AS `t12`
        ON `t7`.`office` = `t12`.`office`
    ) AS `t13`
    WHERE
      `t13`.`billed_day` <= `t13`.`snap`
  ) AS `t14`
  GROUP BY
    1,
    2,
    3,
    4,
    5,
    6,
    7
) AS `t15`
WHERE
  NOT (
    `t15`.`unclear`
  )
  AND NOT (
    `t15`.`undated` AND COALESCE(`t15`.`given` >= `t15`.`billed`, TRUE)
  )
  AND (
    (
      `t15`.`receipts` = 0
    )
    OR (
      (
        `t15`.`untold` = 0
      ) AND COALESCE(`t15`.`paid` < `t15`.`billed`, FALSE)
    )
  )
