SELECT
  `t8`.`office`,
  `t8`.`permit_type`,
  `t8`.`end_month`,
  `t8`.`stages`,
  `t8`.`c0`,
  `t8`.`c1`,
  `t8`.`c2`,
  `t8`.`c3`,
  SUM(`t8`.`n`) AS `n`
FROM (
  SELECT
    `t7`.`office`,
    `t7`.`permit_type`,
    `t7`.`end_month`,
    IF((
      `t7`.`kept` IS NOT NULL
    ) AND (
      `t7`.`odd` = 0
    ), `t7`.`stages`, 0) AS `stages`,
    `t7`.`odd`,
    IF((
      `t7`.`kept` IS NOT NULL
    ) AND (
      `t7`.`odd` = 0
    ), `t7`.`c0`, 0) AS `c0`,
    IF((
      `t7`.`kept` IS NOT NULL
    ) AND (
      `t7`.`odd` = 0
    ), `t7`.`c1`, 0) AS `c1`,
    IF((
      `t7`.`kept` IS NOT NULL
    ) AND (
      `t7`.`odd` = 0
    ), `t7`.`c2`, 0) AS `c2`,
    IF((
      `t7`.`kept` IS NOT NULL
    ) AND (
      `t7`.`odd` = 0
    ), `t7`.`c3`, 0) AS `c3`,
    `t7`.`n`,
    `t7`.`kept`
  FROM (
    SELECT
      `t1`.`office`,
      `t1`.`permit_type`,
      `t1`.`end_month`,
      `t1`.`stages`,
      `t1`.`odd`,
      `t1`.`c0`,
      `t1`.`c1`,
      `t1`.`c2`,
      `t1`.`c3`,
      `t1`.`n`,
      `t6`.`kept`
    FROM `kept_paths` AS `t1`
    LEFT OUTER JOIN (
      SELECT
        `t4`.`office` AS `_k0`,
        `t4`.`c0` AS `_k1`,
        `t4`.`c1` AS `_k2`,
        `t4`.`c2` AS `_k3`,
        `t4`.`c3` AS `_k4`,
        `t4`.`total` AS `kept`
      FROM (
        SELECT
          `t3`.`office`,
          `t3`.`c0`,
          `t3`.`c1`,
          `t3`.`c2`,
          `t3`.`c3`,
          `t3`.`total`,
          ROW_NUMBER() OVER (
            PARTITION BY `t3`.`office`
            ORDER BY `t3`.`total` DESC, `t3`.`c0` ASC NULLS LAST, `t3`.`c1` ASC NULLS LAST, `t3`.`c2` ASC NULLS LAST, `t3`.`c3` ASC NULLS LAST
          ) - 1 AS `rank`
        FROM (
          SELECT
            `t2`.`office`,
            `t2`.`c0`,
            `t2`.`c1`,
            `t2`.`c2`,
            `t2`.`c3`,
            SUM(`t2`.`n`) AS `total`
          FROM (
            SELECT
              *
            FROM `kept_paths` AS `t0`
            WHERE
              `t0`.`odd` = 0
          ) AS `t2`
          GROUP BY
            1,
            2,
            3,
            4,
            5
        ) AS `t3`
      ) AS `t4`
      WHERE
        `t4`.`rank` < 200
    ) AS `t6`
      ON `t1`.`office` = `t6`.`_k0`
      AND `t1`.`c0` = `t6`.`_k1`
      AND `t1`.`c1` = `t6`.`_k2`
      AND `t1`.`c2` = `t6`.`_k3`
      AND `t1`.`c3` = `t6`.`_k4`
  ) AS `t7`
) AS `t8`
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8
