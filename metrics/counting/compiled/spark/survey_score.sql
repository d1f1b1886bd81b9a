SELECT
  *
FROM (
  SELECT
    *
  FROM `kept_scores` AS `t0`
) AS `t5`
UNION ALL
SELECT
  *
FROM (
  SELECT
    `t10`.`office`,
    `t10`.`period`,
    `t10`.`service`,
    `t10`.`rule`,
    `t10`.`attribute`,
    `t10`.`value`,
    `t10`.`element`,
    `t10`.`score`,
    `t10`.`n`
  FROM (
    SELECT
      `t8`.`office`,
      `t8`.`period`,
      COALESCE(`t8`.`service`, '') AS `service`,
      `t8`.`element`,
      `t8`.`score`,
      `t8`.`rule`,
      CAST(`t8`.`n` AS BIGINT) AS `n`,
      '' AS `attribute`,
      '' AS `value`
    FROM (
      SELECT
        `t7`.`office`,
        `t7`.`period`,
        `t7`.`service`,
        `t7`.`element`,
        `t7`.`score`,
        `t7`.`rule`,
        `t7`.`n`
      FROM (
        SELECT
          `t1`.`office_code` AS `office`,
          `t1`.`period`,
          `t1`.`service`,
          `t1`.`element`,
          `t1`.`score`,
          `t1`.`rule`,
          `t1`.`count` AS `n`
        FROM `fact_survey_counts` AS `t1`
      ) AS `t7`
      LEFT SEMI JOIN `given_office` AS `t4`
        ON `t7`.`office` = `t4`.`office`
    ) AS `t8`
    WHERE
      `t8`.`n` > 0
  ) AS `t10`
  LEFT ANTI JOIN `kept_scores` AS `t3`
    ON `t10`.`office` = `t3`.`office`
    AND `t10`.`period` = `t3`.`period`
    AND `t10`.`service` = `t3`.`service`
    AND `t10`.`rule` = `t3`.`rule`
) AS `t11`
