SELECT
  `t10`.`office`,
  `t10`.`permit_type`,
  `t10`.`business_scale`,
  `t10`.`month`,
  `t10`.`measure`,
  COUNT(*) AS `n`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t1`.`office`,
      `t1`.`permit_type`,
      `t1`.`business_scale`,
      CAST((
        EXTRACT(year FROM `t1`.`received_day`) * 100
      ) + EXTRACT(month FROM `t1`.`received_day`) AS INT) AS `month`,
      'bundled' AS `measure`
    FROM `kept_cases` AS `t1`
    LEFT SEMI JOIN (
      SELECT
        `t5`.`office`,
        `t5`.`bundle_no`
      FROM (
        SELECT
          `t2`.`office`,
          `t2`.`bundle_no`,
          COUNT(*) AS `size`
        FROM (
          SELECT
            *
          FROM `kept_cases` AS `t0`
          WHERE
            COALESCE(`t0`.`bundle_no`, '') <> ''
        ) AS `t2`
        GROUP BY
          1,
          2
      ) AS `t5`
      WHERE
        `t5`.`size` > 1
    ) AS `t8`
      ON `t1`.`office` = `t8`.`office` AND `t1`.`bundle_no` = `t8`.`bundle_no`
  ) AS `t9`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t0`.`office`,
        `t0`.`permit_type`,
        `t0`.`business_scale`,
        CAST((
          EXTRACT(year FROM `t0`.`received_day`) * 100
        ) + EXTRACT(month FROM `t0`.`received_day`) AS INT) AS `month`,
        'received' AS `measure`
      FROM `kept_cases` AS `t0`
      WHERE
        TRUE
    ) AS `t3`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t0`.`office`,
        `t0`.`permit_type`,
        `t0`.`business_scale`,
        CAST((
          EXTRACT(year FROM `t0`.`end_day`) * 100
        ) + EXTRACT(month FROM `t0`.`end_day`) AS INT) AS `month`,
        `t0`.`outcome` AS `measure`
      FROM `kept_cases` AS `t0`
      WHERE
        `t0`.`outcome` IS NOT NULL
    ) AS `t4`
  ) AS `t6`
) AS `t10`
GROUP BY
  1,
  2,
  3,
  4,
  5
