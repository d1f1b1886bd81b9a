WITH `t27` AS (
  SELECT
    `t26`.`office`,
    `t26`.`application_no`,
    `t26`.`month`,
    `t26`.`snap`,
    `t26`.`permit_type`,
    `t26`.`age`,
    `t26`.`cal`,
    `t26`.`end_day`,
    `t26`.`end_month`,
    `t26`.`e_idx`,
    `t26`.`e_ord`,
    `t26`.`snap_idx`,
    `t26`.`snap_ord`,
    `t26`.`age_band`,
    `t22`.`stage`
  FROM (
    SELECT
      `t24`.`office`,
      `t24`.`application_no`,
      `t24`.`month`,
      `t24`.`snap`,
      `t24`.`permit_type`,
      `t24`.`age`,
      `t24`.`cal`,
      `t24`.`end_day`,
      `t24`.`end_month`,
      `t24`.`e_idx`,
      `t24`.`e_ord`,
      `t24`.`snap_idx`,
      `t24`.`snap_ord`,
      CASE
        WHEN `t24`.`age` <= 5
        THEN '0-5'
        WHEN `t24`.`age` <= 10
        THEN '6-10'
        WHEN `t24`.`age` <= 20
        THEN '11-20'
        WHEN `t24`.`age` <= 60
        THEN '21-60'
        ELSE '61+'
      END AS `age_band`
    FROM (
      SELECT
        `t12`.`office`,
        `t12`.`application_no`,
        `t12`.`month`,
        `t12`.`snap`,
        `t12`.`permit_type`,
        `t12`.`age`,
        `t23`.`cal`,
        `t23`.`end_day`,
        `t23`.`end_month`,
        `t23`.`e_idx`,
        `t23`.`e_ord`,
        `t13`.`snap_idx`,
        `t13`.`snap_ord`
      FROM (
        SELECT
          `t1`.`office`,
          `t1`.`application_no`,
          `t1`.`month`,
          `t1`.`snap`,
          `t1`.`permit_type`,
          `t1`.`age`
        FROM `kept_standing` AS `t1`
      ) AS `t12`
      INNER JOIN (
        SELECT
          `t19`.`office`,
          `t19`.`application_no`,
          `t19`.`cal`,
          `t19`.`end_day`,
          `t19`.`end_month`,
          `t19`.`e_idx`,
          `t19`.`e_ord`
        FROM (
          SELECT
            `t17`.`office`,
            `t17`.`application_no`,
            `t17`.`cal`,
            `t17`.`as_of`,
            `t17`.`permit_type`,
            `t17`.`bundle_no`,
            `t17`.`submitted_at`,
            `t17`.`received_day`,
            `t17`.`start_day`,
            `t17`.`end_day`,
            `t17`.`issued_day`,
            `t17`.`last_day`,
            `t17`.`outcome`,
            `t17`.`is_open`,
            `t17`.`undated`,
            `t17`.`decision`,
            `t17`.`s_idx`,
            `t17`.`e_idx`,
            `t17`.`channel`,
            `t17`.`business_scale`,
            `t17`.`start_month`,
            `t17`.`end_month`,
            `t17`.`gross`,
            `t17`.`calendar`,
            `t17`.`paused`,
            `t17`.`net`,
            `t17`.`standard`,
            `t17`.`due_idx`,
            `t17`.`due_day`,
            `t17`.`met`,
            `t17`.`met_gross`,
            `t17`.`stage`,
            `t17`.`overdue`,
            `t17`.`due_soon`,
            `t14`.`l_idx`,
            `t14`.`e_ord`
          FROM (
            SELECT
              *
            FROM `kept_cases` AS `t5`
            WHERE
              NOT (
                `t5`.`undated`
              )
          ) AS `t17`
          LEFT OUTER JOIN (
            SELECT
              `t3`.`cal` AS `_k0`,
              `t3`.`day` AS `_k1`,
              `t3`.`idx` AS `l_idx`,
              `t3`.`ord` AS `e_ord`
            FROM `given_day` AS `t3`
          ) AS `t14`
            ON `t17`.`cal` = `t14`.`_k0` AND `t17`.`last_day` = `t14`.`_k1`
        ) AS `t19`
      ) AS `t23`
        ON `t12`.`office` = `t23`.`office`
        AND `t12`.`application_no` = `t23`.`application_no`
      LEFT OUTER JOIN (
        SELECT
          `t3`.`cal` AS `_k0`,
          `t3`.`day` AS `_k1`,
          `t3`.`idx` AS `snap_idx`,
          `t3`.`ord` AS `snap_ord`
        FROM `given_day` AS `t3`
      ) AS `t13`
        ON `t23`.`cal` = `t13`.`_k0` AND `t12`.`snap` = `t13`.`_k1`
    ) AS `t24`
  ) AS `t26`
  LEFT OUTER JOIN (
    SELECT
      `t18`.`office` AS `_k0`,
      `t18`.`application_no` AS `_k1`,
      `t18`.`month` AS `_k2`,
      COALESCE(`t18`.`mapped`, `t18`.`kept`, 'lainnya') AS `stage`
    FROM (
      SELECT
        `t7`.`office`,
        `t7`.`application_no`,
        `t7`.`month`,
        `t7`.`activity`,
        `t7`.`mapped`,
        `t15`.`kept`
      FROM `kept_reached` AS `t7`
      LEFT OUTER JOIN (
        SELECT
          `t4`.`office` AS `_k0`,
          `t4`.`month` AS `_k1`,
          `t4`.`activity` AS `_k2`,
          `t4`.`activity` AS `kept`
        FROM `kept_named_then` AS `t4`
      ) AS `t15`
        ON `t7`.`office` = `t15`.`_k0`
        AND `t7`.`month` = `t15`.`_k1`
        AND `t7`.`activity` = `t15`.`_k2`
    ) AS `t18`
  ) AS `t22`
    ON `t26`.`office` = `t22`.`_k0`
    AND `t26`.`application_no` = `t22`.`_k1`
    AND `t26`.`month` = `t22`.`_k2`
)
SELECT
  `t39`.`office`,
  `t39`.`permit_type`,
  `t39`.`stage`,
  `t39`.`month`,
  `t39`.`age_band`,
  `t39`.`fresh`,
  `t39`.`end_month`,
  `t39`.`net`,
  `t39`.`calendar`,
  COUNT(*) AS `n`
FROM (
  SELECT
    `t38`.`office`,
    `t38`.`application_no`,
    `t38`.`month`,
    `t38`.`snap`,
    `t38`.`permit_type`,
    `t38`.`age`,
    `t38`.`cal`,
    `t38`.`end_day`,
    `t38`.`end_month`,
    `t38`.`e_idx`,
    `t38`.`e_ord`,
    `t38`.`snap_idx`,
    `t38`.`snap_ord`,
    `t38`.`age_band`,
    `t38`.`stage`,
    `t38`.`stood`,
    CAST((
      ROW_NUMBER() OVER (
        PARTITION BY `t38`.`office`, `t38`.`application_no`, `t38`.`stage`, `t38`.`age_band`
        ORDER BY `t38`.`month` ASC NULLS LAST
      ) - 1
    ) = 0 AS INT) AS `fresh`,
    CAST(IF(
      `t38`.`end_day` IS NOT NULL,
      GREATEST((
        `t38`.`e_idx` - `t38`.`snap_idx`
      ) - COALESCE(`t38`.`stood`, 0), 0),
      0
    ) AS INT) AS `net`,
    CAST(IF(`t38`.`end_day` IS NOT NULL, `t38`.`e_ord` - `t38`.`snap_ord`, 0) AS INT) AS `calendar`
  FROM (
    SELECT
      `t32`.`office`,
      `t32`.`application_no`,
      `t32`.`month`,
      `t32`.`snap`,
      `t32`.`permit_type`,
      `t32`.`age`,
      `t32`.`cal`,
      `t32`.`end_day`,
      `t32`.`end_month`,
      `t32`.`e_idx`,
      `t32`.`e_ord`,
      `t32`.`snap_idx`,
      `t32`.`snap_ord`,
      `t32`.`age_band`,
      `t32`.`stage`,
      `t37`.`stood`
    FROM (
      SELECT
        `t28`.`office`,
        `t28`.`application_no`,
        `t28`.`month`,
        `t28`.`snap`,
        `t28`.`permit_type`,
        `t28`.`age`,
        `t28`.`cal`,
        `t28`.`end_day`,
        `t28`.`end_month`,
        `t28`.`e_idx`,
        `t28`.`e_ord`,
        `t28`.`snap_idx`,
        `t28`.`snap_ord`,
        `t28`.`age_band`,
        COALESCE(`t28`.`stage`, '') AS `stage`
      FROM `t27` AS `t28`
    ) AS `t32`
    LEFT OUTER JOIN (
      SELECT
        `t35`.`office` AS `_k0`,
        `t35`.`application_no` AS `_k1`,
        `t35`.`month` AS `_k2`,
        `t35`.`stood`
      FROM (
        SELECT
          `t34`.`office`,
          `t34`.`application_no`,
          `t34`.`month`,
          SUM(`t34`.`p_end` - GREATEST(`t34`.`p_start`, `t34`.`snap_idx`)) AS `stood`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t6`.`office`,
              `t6`.`application_no`,
              `t6`.`p_start`,
              `t6`.`p_end`,
              `t6`.`begun_day`,
              `t6`.`before`,
              `t30`.`month`,
              `t30`.`snap_idx`
            FROM `kept_pauses` AS `t6`
            INNER JOIN (
              SELECT
                `t28`.`office`,
                `t28`.`application_no`,
                `t28`.`month`,
                `t28`.`snap_idx`
              FROM `t27` AS `t28`
            ) AS `t30`
              ON `t6`.`office` = `t30`.`office` AND `t6`.`application_no` = `t30`.`application_no`
          ) AS `t33`
          WHERE
            `t33`.`p_end` > `t33`.`snap_idx`
        ) AS `t34`
        GROUP BY
          1,
          2,
          3
      ) AS `t35`
    ) AS `t37`
      ON `t32`.`office` = `t37`.`_k0`
      AND `t32`.`application_no` = `t37`.`_k1`
      AND `t32`.`month` = `t37`.`_k2`
  ) AS `t38`
) AS `t39`
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9
