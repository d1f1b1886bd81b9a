WITH `t2` AS (
  SELECT
    `t1`.`office`,
    `t1`.`application_no`,
    `t1`.`permit_type`,
    `t1`.`end_month`,
    `t1`.`stage`,
    CAST(COUNT(*) > 1 AS INT) AS `repeated`
  FROM (
    SELECT
      *
    FROM `kept_runs` AS `t0`
    WHERE
      `t0`.`clock` = 'office'
      AND `t0`.`outcome` IS NOT NULL
      AND `t0`.`stage` <> 'lainnya'
  ) AS `t1`
  GROUP BY
    1,
    2,
    3,
    4,
    5
)
SELECT
  `t7`.`office`,
  `t7`.`permit_type`,
  `t7`.`month`,
  `t7`.`stage`,
  `t7`.`repeated`,
  COUNT(*) AS `n`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t3`.`office`,
      `t3`.`permit_type`,
      `t3`.`stage`,
      `t3`.`repeated`,
      `t3`.`end_month` AS `month`
    FROM `t2` AS `t3`
  ) AS `t4`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t5`.`office`,
      `t5`.`permit_type`,
      '*' AS `stage`,
      `t5`.`repeated`,
      `t5`.`end_month` AS `month`
    FROM (
      SELECT
        `t3`.`office`,
        `t3`.`application_no`,
        `t3`.`permit_type`,
        `t3`.`end_month`,
        MAX(`t3`.`repeated`) AS `repeated`
      FROM `t2` AS `t3`
      GROUP BY
        1,
        2,
        3,
        4
    ) AS `t5`
  ) AS `t6`
) AS `t7`
GROUP BY
  1,
  2,
  3,
  4,
  5
