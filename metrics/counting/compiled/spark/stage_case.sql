WITH `t3` AS (
  SELECT
    `t2`.`office`,
    `t2`.`application_no`,
    `t2`.`permit_type`,
    `t2`.`end_month`,
    `t2`.`stage`,
    CAST(COUNT(*) > 1 AS INT) AS `repeated`
  FROM (
    SELECT
      *
    FROM `kept_runs` AS `t0`
    WHERE
      `t0`.`clock` = 'office'
      AND `t0`.`outcome` IS NOT NULL
      AND `t0`.`stage` <> 'lainnya'
  ) AS `t2`
  GROUP BY
    1,
    2,
    3,
    4,
    5
)
SELECT
  `t11`.`office`,
  `t11`.`permit_type`,
  `t11`.`month`,
  `t11`.`stage`,
  `t11`.`repeated`,
  COUNT(*) AS `n`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t6`.`office`,
      `t6`.`permit_type`,
      '*papers' AS `stage`,
      `t6`.`repeated`,
      `t6`.`end_month` AS `month`
    FROM (
      SELECT
        `t1`.`office`,
        `t1`.`application_no`,
        `t1`.`permit_type`,
        `t1`.`end_month`,
        MAX(
          CAST((
            `t1`.`clock` = 'applicant'
          )
          AND NOT (
            `t1`.`at_end`
          )
          AND NOT (
            CONTAINS(LOWER(`t1`.`stage`), 'bayar')
          ) AS INT)
        ) AS `repeated`
      FROM (
        SELECT
          *
        FROM `kept_runs` AS `t0`
        WHERE
          `t0`.`outcome` IS NOT NULL
      ) AS `t1`
      GROUP BY
        1,
        2,
        3,
        4
    ) AS `t6`
  ) AS `t8`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t4`.`office`,
        `t4`.`permit_type`,
        `t4`.`stage`,
        `t4`.`repeated`,
        `t4`.`end_month` AS `month`
      FROM `t3` AS `t4`
    ) AS `t5`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t7`.`office`,
        `t7`.`permit_type`,
        '*' AS `stage`,
        `t7`.`repeated`,
        `t7`.`end_month` AS `month`
      FROM (
        SELECT
          `t4`.`office`,
          `t4`.`application_no`,
          `t4`.`permit_type`,
          `t4`.`end_month`,
          MAX(`t4`.`repeated`) AS `repeated`
        FROM `t3` AS `t4`
        GROUP BY
          1,
          2,
          3,
          4
      ) AS `t7`
    ) AS `t9`
  ) AS `t10`
) AS `t11`
GROUP BY
  1,
  2,
  3,
  4,
  5
