SELECT
  `t11`.`office`,
  `t11`.`application_no`,
  `t11`.`p_start`,
  `t11`.`p_end`,
  `t11`.`begun_day`,
  `t11`.`before`
FROM (
  SELECT
    `t10`.`office`,
    `t10`.`application_no`,
    `t10`.`island`,
    `t10`.`p_start`,
    `t10`.`p_end`,
    `t10`.`begun_day`,
    CAST(COALESCE(
      SUM(`t10`.`p_end` - `t10`.`p_start`) OVER (
        PARTITION BY `t10`.`office`, `t10`.`application_no`
        ORDER BY `t10`.`p_start` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ),
      0
    ) AS INT) AS `before`
  FROM (
    SELECT
      `t9`.`office`,
      `t9`.`application_no`,
      `t9`.`island`,
      MIN(`t9`.`p_start`) AS `p_start`,
      MAX(`t9`.`p_end`) AS `p_end`,
      MIN(`t9`.`begun_day`) AS `begun_day`
    FROM (
      SELECT
        `t8`.`office`,
        `t8`.`application_no`,
        `t8`.`activity`,
        `t8`.`mapped`,
        `t8`.`stage`,
        `t8`.`desk`,
        `t8`.`clock`,
        `t8`.`event`,
        `t8`.`timed`,
        `t8`.`told_day`,
        `t8`.`begun_day`,
        `t8`.`finished_at`,
        `t8`.`finished_day`,
        `t8`.`run_s_idx`,
        `t8`.`run_f_idx`,
        `t8`.`s_idx`,
        `t8`.`e_idx`,
        `t8`.`p_start`,
        `t8`.`p_end`,
        `t8`.`reach`,
        `t8`.`fresh`,
        SUM(`t8`.`fresh`) OVER (
          PARTITION BY `t8`.`office`, `t8`.`application_no`
          ORDER BY `t8`.`p_start` ASC NULLS LAST, `t8`.`p_end` ASC NULLS LAST, `t8`.`event` ASC NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS `island`
      FROM (
        SELECT
          `t7`.`office`,
          `t7`.`application_no`,
          `t7`.`activity`,
          `t7`.`mapped`,
          `t7`.`stage`,
          `t7`.`desk`,
          `t7`.`clock`,
          `t7`.`event`,
          `t7`.`timed`,
          `t7`.`told_day`,
          `t7`.`begun_day`,
          `t7`.`finished_at`,
          `t7`.`finished_day`,
          `t7`.`run_s_idx`,
          `t7`.`run_f_idx`,
          `t7`.`s_idx`,
          `t7`.`e_idx`,
          `t7`.`p_start`,
          `t7`.`p_end`,
          `t7`.`reach`,
          CAST((
            `t7`.`reach` IS NULL
          ) OR (
            `t7`.`p_start` > `t7`.`reach`
          ) AS INT) AS `fresh`
        FROM (
          SELECT
            `t6`.`office`,
            `t6`.`application_no`,
            `t6`.`activity`,
            `t6`.`mapped`,
            `t6`.`stage`,
            `t6`.`desk`,
            `t6`.`clock`,
            `t6`.`event`,
            `t6`.`timed`,
            `t6`.`told_day`,
            `t6`.`begun_day`,
            `t6`.`finished_at`,
            `t6`.`finished_day`,
            `t6`.`run_s_idx`,
            `t6`.`run_f_idx`,
            `t6`.`s_idx`,
            `t6`.`e_idx`,
            `t6`.`p_start`,
            `t6`.`p_end`,
            MAX(`t6`.`p_end`) OVER (
              PARTITION BY `t6`.`office`, `t6`.`application_no`
              ORDER BY `t6`.`p_start` ASC NULLS LAST, `t6`.`p_end` ASC NULLS LAST, `t6`.`event` ASC NULLS LAST
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS `reach`
          FROM (
            SELECT
              `t5`.`office`,
              `t5`.`application_no`,
              `t5`.`activity`,
              `t5`.`mapped`,
              `t5`.`stage`,
              `t5`.`desk`,
              `t5`.`clock`,
              `t5`.`event`,
              `t5`.`timed`,
              `t5`.`told_day`,
              `t5`.`begun_day`,
              `t5`.`finished_at`,
              `t5`.`finished_day`,
              `t5`.`run_s_idx`,
              `t5`.`run_f_idx`,
              `t5`.`s_idx`,
              `t5`.`e_idx`,
              GREATEST(`t5`.`run_s_idx`, `t5`.`s_idx`) AS `p_start`,
              LEAST(COALESCE(`t5`.`run_f_idx`, `t5`.`e_idx`), `t5`.`e_idx`) AS `p_end`
            FROM (
              SELECT
                `t2`.`office`,
                `t2`.`application_no`,
                `t2`.`activity`,
                `t2`.`mapped`,
                `t2`.`stage`,
                `t2`.`desk`,
                `t2`.`clock`,
                `t2`.`event`,
                `t2`.`timed`,
                `t2`.`told_day`,
                `t2`.`begun_day`,
                `t2`.`finished_at`,
                `t2`.`finished_day`,
                `t2`.`run_s_idx`,
                `t2`.`run_f_idx`,
                `t4`.`s_idx`,
                `t4`.`e_idx`
              FROM `kept_events` AS `t2`
              INNER JOIN (
                SELECT
                  `t1`.`office`,
                  `t1`.`application_no`,
                  `t1`.`s_idx`,
                  `t1`.`e_idx`
                FROM `kept_clocked` AS `t1`
              ) AS `t4`
                ON `t2`.`office` = `t4`.`office` AND `t2`.`application_no` = `t4`.`application_no`
            ) AS `t5`
            WHERE
              `t5`.`clock` = 'applicant'
              AND LEAST(COALESCE(`t5`.`run_f_idx`, `t5`.`e_idx`), `t5`.`e_idx`) > GREATEST(`t5`.`run_s_idx`, `t5`.`s_idx`)
          ) AS `t6`
        ) AS `t7`
      ) AS `t8`
    ) AS `t9`
    GROUP BY
      1,
      2,
      3
  ) AS `t10`
) AS `t11`
