WITH `t2` AS (
  SELECT
    `t1`.`office`,
    `t1`.`application_no`,
    `t1`.`run`,
    `t1`.`stage`,
    `t1`.`desk`,
    `t1`.`clock`,
    `t1`.`timed`,
    `t1`.`unfinished`,
    `t1`.`begun_day`,
    `t1`.`run_s_idx`,
    `t1`.`run_f_idx`,
    `t1`.`finished_day`,
    `t1`.`before`,
    `t1`.`last`,
    `t1`.`came_from`,
    `t1`.`came_idx`,
    `t1`.`permit_type`,
    `t1`.`s_idx`,
    `t1`.`e_idx`,
    `t1`.`end_month`,
    `t1`.`outcome`,
    `t1`.`done`,
    `t1`.`outside`,
    `t1`.`at_end`,
    `t1`.`month`,
    `t1`.`days`,
    `t1`.`after_days`,
    `t1`.`wait`,
    COALESCE(`t1`.`run_f_idx`, `t1`.`e_idx`) AS `ended`,
    IF(`t1`.`came_from` IS NULL, `t1`.`s_idx`, COALESCE(`t1`.`came_idx`, `t1`.`e_idx`)) AS `came`,
    COALESCE(`t1`.`came_from`, '▶') AS `a`,
    ROW_NUMBER() OVER (
      PARTITION BY `t1`.`office`, `t1`.`application_no`, `t1`.`stage`
      ORDER BY `t1`.`run` ASC NULLS LAST
    ) - 1 AS `earlier`
  FROM (
    SELECT
      *
    FROM `kept_runs` AS `t0`
    WHERE
      `t0`.`outcome` IS NOT NULL
  ) AS `t1`
)
SELECT
  `t6`.`office`,
  `t6`.`permit_type`,
  `t6`.`month`,
  `t6`.`a`,
  `t6`.`b`,
  `t6`.`again`,
  `t6`.`days`,
  COUNT(*) AS `n`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t3`.`office`,
      `t3`.`permit_type`,
      `t3`.`end_month` AS `month`,
      `t3`.`a`,
      `t3`.`stage` AS `b`,
      CAST((
        `t3`.`earlier` > 0
      ) AND (
        `t3`.`stage` <> 'lainnya'
      ) AS INT) AS `again`,
      CAST(GREATEST(`t3`.`ended` - `t3`.`came`, 0) AS INT) AS `days`
    FROM `t2` AS `t3`
  ) AS `t4`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t3`.`office`,
      `t3`.`permit_type`,
      `t3`.`end_month` AS `month`,
      `t3`.`stage` AS `a`,
      '■' AS `b`,
      CAST(0 AS INT) AS `again`,
      CAST(GREATEST(`t3`.`e_idx` - `t3`.`ended`, 0) AS INT) AS `days`
    FROM `t2` AS `t3`
    WHERE
      `t3`.`last`
  ) AS `t5`
) AS `t6`
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7
