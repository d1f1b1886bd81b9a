WITH `t8` AS (
  SELECT
    `t7`.`office`,
    `t7`.`application_no`,
    `t7`.`run`,
    `t7`.`stage`,
    `t7`.`desk`,
    `t7`.`clock`,
    `t7`.`timed`,
    `t7`.`unfinished`,
    `t7`.`begun_day`,
    `t7`.`run_s_idx`,
    `t7`.`run_f_idx`,
    `t7`.`finished_day`,
    `t7`.`before`,
    `t7`.`from_last`,
    `t7`.`permit_type`,
    `t7`.`s_idx`,
    `t7`.`end_month`,
    `t7`.`outcome`,
    `t7`.`done`,
    `t7`.`outside`,
    `t7`.`at_end`,
    `t7`.`month`,
    `t7`.`days`,
    `t7`.`after_days`,
    `t7`.`wait`,
    `t7`.`e_idx`,
    `t7`.`ended`,
    LAG(`t7`.`ended`) OVER (
      PARTITION BY `t7`.`office`, `t7`.`application_no`
      ORDER BY `t7`.`run` ASC NULLS LAST
    ) AS `came`,
    COALESCE(
      LAG(`t7`.`stage`) OVER (
        PARTITION BY `t7`.`office`, `t7`.`application_no`
        ORDER BY `t7`.`run` ASC NULLS LAST
      ),
      '▶'
    ) AS `a`,
    ROW_NUMBER() OVER (
      PARTITION BY `t7`.`office`, `t7`.`application_no`, `t7`.`stage`
      ORDER BY `t7`.`run` ASC NULLS LAST
    ) - 1 AS `earlier`
  FROM (
    SELECT
      `t6`.`office`,
      `t6`.`application_no`,
      `t6`.`run`,
      `t6`.`stage`,
      `t6`.`desk`,
      `t6`.`clock`,
      `t6`.`timed`,
      `t6`.`unfinished`,
      `t6`.`begun_day`,
      `t6`.`run_s_idx`,
      `t6`.`run_f_idx`,
      `t6`.`finished_day`,
      `t6`.`before`,
      `t6`.`from_last`,
      `t6`.`permit_type`,
      `t6`.`s_idx`,
      `t6`.`end_month`,
      `t6`.`outcome`,
      `t6`.`done`,
      `t6`.`outside`,
      `t6`.`at_end`,
      `t6`.`month`,
      `t6`.`days`,
      `t6`.`after_days`,
      `t6`.`wait`,
      `t6`.`e_idx`,
      COALESCE(`t6`.`run_f_idx`, `t6`.`e_idx`) AS `ended`
    FROM (
      SELECT
        `t5`.`office`,
        `t5`.`application_no`,
        `t5`.`run`,
        `t5`.`stage`,
        `t5`.`desk`,
        `t5`.`clock`,
        `t5`.`timed`,
        `t5`.`unfinished`,
        `t5`.`begun_day`,
        `t5`.`run_s_idx`,
        `t5`.`run_f_idx`,
        `t5`.`finished_day`,
        `t5`.`before`,
        `t5`.`from_last`,
        `t5`.`permit_type`,
        `t5`.`s_idx`,
        `t5`.`end_month`,
        `t5`.`outcome`,
        `t5`.`done`,
        `t5`.`outside`,
        `t5`.`at_end`,
        `t5`.`month`,
        `t5`.`days`,
        `t5`.`after_days`,
        `t5`.`wait`,
        `t4`.`e_idx`
      FROM (
        SELECT
          *
        FROM `kept_runs` AS `t0`
        WHERE
          `t0`.`outcome` IS NOT NULL
      ) AS `t5`
      INNER JOIN (
        SELECT
          `t1`.`office`,
          `t1`.`application_no`,
          `t1`.`e_idx`
        FROM `kept_cases` AS `t1`
      ) AS `t4`
        ON `t5`.`office` = `t4`.`office` AND `t5`.`application_no` = `t4`.`application_no`
    ) AS `t6`
  ) AS `t7`
)
SELECT
  `t12`.`office`,
  `t12`.`permit_type`,
  `t12`.`month`,
  `t12`.`a`,
  `t12`.`b`,
  `t12`.`again`,
  `t12`.`days`,
  COUNT(*) AS `n`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t9`.`office`,
      `t9`.`permit_type`,
      `t9`.`end_month` AS `month`,
      `t9`.`a`,
      `t9`.`stage` AS `b`,
      CAST((
        `t9`.`earlier` > 0
      ) AND (
        `t9`.`stage` <> 'lainnya'
      ) AS INT) AS `again`,
      CAST(GREATEST(`t9`.`ended` - COALESCE(`t9`.`came`, `t9`.`s_idx`), 0) AS INT) AS `days`
    FROM `t8` AS `t9`
  ) AS `t11`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t9`.`office`,
      `t9`.`permit_type`,
      `t9`.`end_month` AS `month`,
      `t9`.`stage` AS `a`,
      '■' AS `b`,
      CAST(0 AS INT) AS `again`,
      CAST(GREATEST(`t9`.`e_idx` - `t9`.`ended`, 0) AS INT) AS `days`
    FROM `t8` AS `t9`
    WHERE
      `t9`.`from_last` = 0
  ) AS `t10`
) AS `t12`
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7
