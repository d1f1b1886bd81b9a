SELECT
  `t9`.`office`,
  `t9`.`period`,
  `t9`.`service`,
  `t9`.`rule`,
  `t9`.`attribute`,
  `t9`.`value`,
  `t9`.`answered`,
  `t9`.`total`,
  COUNT(*) AS `n`
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t0`.`office`,
        `t0`.`period`,
        `t0`.`service`,
        `t0`.`rule`,
        'age' AS `attribute`,
        `t0`.`age` AS `value`,
        `t0`.`answered`,
        `t0`.`total`
      FROM `kept_survey` AS `t0`
      WHERE
        `t0`.`age` <> ''
    ) AS `t2`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t0`.`office`,
        `t0`.`period`,
        `t0`.`service`,
        `t0`.`rule`,
        'education' AS `attribute`,
        `t0`.`education` AS `value`,
        `t0`.`answered`,
        `t0`.`total`
      FROM `kept_survey` AS `t0`
      WHERE
        `t0`.`education` <> ''
    ) AS `t3`
  ) AS `t6`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t0`.`office`,
        `t0`.`period`,
        `t0`.`service`,
        `t0`.`rule`,
        'occupation' AS `attribute`,
        `t0`.`occupation` AS `value`,
        `t0`.`answered`,
        `t0`.`total`
      FROM `kept_survey` AS `t0`
      WHERE
        `t0`.`occupation` <> ''
    ) AS `t4`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t0`.`office`,
          `t0`.`period`,
          `t0`.`service`,
          `t0`.`rule`,
          '' AS `attribute`,
          '' AS `value`,
          `t0`.`answered`,
          `t0`.`total`
        FROM `kept_survey` AS `t0`
      ) AS `t1`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t0`.`office`,
          `t0`.`period`,
          `t0`.`service`,
          `t0`.`rule`,
          'sex' AS `attribute`,
          `t0`.`sex` AS `value`,
          `t0`.`answered`,
          `t0`.`total`
        FROM `kept_survey` AS `t0`
        WHERE
          `t0`.`sex` <> ''
      ) AS `t5`
    ) AS `t7`
  ) AS `t8`
) AS `t9`
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8
