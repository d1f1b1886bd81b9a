SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t5`.`office`,
      `t5`.`subject`,
      `t5`.`permit_type`,
      `t5`.`category`,
      `t5`.`channel`,
      `t5`.`due_month`,
      `t5`.`standard`,
      `t5`.`met`,
      COUNT(*) AS `n`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t1`.`office`,
          'permit' AS `subject`,
          `t1`.`permit_type`,
          '' AS `category`,
          `t1`.`channel`,
          CAST((
            EXTRACT(year FROM `t1`.`due_day`) * 100
          ) + EXTRACT(month FROM `t1`.`due_day`) AS INT) AS `due_month`,
          `t1`.`standard`,
          `t1`.`met`
        FROM `kept_cases` AS `t1`
        WHERE
          (
            `t1`.`met` IS NOT NULL
          )
          OR (
            `t1`.`undated` AND (
              `t1`.`due_day` <= `t1`.`as_of`
            )
          )
      ) AS `t3`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t1`.`office`,
          'permit_gross' AS `subject`,
          `t1`.`permit_type`,
          '' AS `category`,
          `t1`.`channel`,
          CAST((
            EXTRACT(year FROM `t1`.`due_day`) * 100
          ) + EXTRACT(month FROM `t1`.`due_day`) AS INT) AS `due_month`,
          `t1`.`standard`,
          `t1`.`met_gross` AS `met`
        FROM `kept_cases` AS `t1`
        WHERE
          (
            `t1`.`met` IS NOT NULL
          )
          OR (
            `t1`.`undated` AND (
              `t1`.`due_day` <= `t1`.`as_of`
            )
          )
      ) AS `t4`
    ) AS `t5`
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS `t7`
) AS `t9`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t2`.`office`,
      `t2`.`subject`,
      `t2`.`permit_type`,
      `t2`.`category`,
      `t2`.`channel`,
      `t2`.`due_month`,
      `t2`.`standard`,
      `t2`.`met`,
      COUNT(*) AS `n`
    FROM (
      SELECT
        `t0`.`office`,
        `t0`.`category`,
        `t0`.`channel`,
        `t0`.`standard`,
        `t0`.`met`,
        'complaint' AS `subject`,
        '' AS `permit_type`,
        CAST((
          EXTRACT(year FROM `t0`.`due_day`) * 100
        ) + EXTRACT(month FROM `t0`.`due_day`) AS INT) AS `due_month`
      FROM `kept_complaints` AS `t0`
      WHERE
        (
          `t0`.`met` IS NOT NULL
        )
        OR (
          `t0`.`fell_due` AND NOT (
            `t0`.`answer_told`
          )
        )
    ) AS `t2`
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS `t6`
) AS `t8`
