SELECT
  `t31`.`office`,
  `t31`.`complaint_no`,
  `t31`.`application_no`,
  `t31`.`category`,
  `t31`.`channel`,
  `t31`.`received_at`,
  `t31`.`responded_at`,
  `t31`.`resolved_at`,
  `t31`.`outcome`,
  `t31`.`province`,
  `t31`.`cal`,
  `t31`.`as_of_applications`,
  `t31`.`as_of`,
  `t31`.`as_of_payments`,
  `t31`.`as_of_survey`,
  `t31`.`received_day`,
  `t31`.`resolved_day`,
  `t31`.`responded_day`,
  `t31`.`whatever`,
  `t31`.`own_days`,
  `t31`.`general_days`,
  `t31`.`standard`,
  `t31`.`r_idx`,
  `t31`.`a_idx`,
  `t31`.`z_idx`,
  `t31`.`o_idx`,
  `t31`.`due_idx`,
  `t31`.`due_on`,
  IF(`t31`.`due_on` > `t31`.`received_day`, `t31`.`due_on`, `t31`.`received_day`) AS `due_day`,
  CASE
    WHEN (
      IF(`t31`.`due_on` > `t31`.`received_day`, `t31`.`due_on`, `t31`.`received_day`) IS NULL
    )
    OR FALSE
    OR (
      IF(`t31`.`due_on` > `t31`.`received_day`, `t31`.`due_on`, `t31`.`received_day`) > `t31`.`as_of`
    )
    THEN CAST(NULL AS INT)
    WHEN (
      `t31`.`responded_day` <= IF(`t31`.`due_on` > `t31`.`received_day`, `t31`.`due_on`, `t31`.`received_day`)
    )
    AND FALSE
    THEN CAST(NULL AS INT)
    WHEN `t31`.`responded_day` <= IF(`t31`.`due_on` > `t31`.`received_day`, `t31`.`due_on`, `t31`.`received_day`)
    THEN 1
    WHEN (
      `t31`.`responded_day` IS NOT NULL
    )
    OR (
      IF(`t31`.`due_on` > `t31`.`received_day`, `t31`.`due_on`, `t31`.`received_day`) < `t31`.`as_of`
    )
    THEN 0
    ELSE CAST(NULL AS INT)
  END AS `met`,
  CAST((
    EXTRACT(year FROM `t31`.`received_day`) * 100
  ) + EXTRACT(month FROM `t31`.`received_day`) AS INT) AS `received_month`,
  CAST(`t31`.`responded_day` IS NOT NULL AS INT) AS `responded`,
  `t31`.`a_idx` - `t31`.`r_idx` AS `response_days`,
  CAST(`t31`.`resolved_day` IS NOT NULL AS INT) AS `resolved`,
  CAST((
    EXTRACT(year FROM `t31`.`resolved_day`) * 100
  ) + EXTRACT(month FROM `t31`.`resolved_day`) AS INT) AS `resolved_month`,
  `t31`.`z_idx` - `t31`.`r_idx` AS `resolution_days`,
  `t31`.`o_idx` - `t31`.`r_idx` AS `age`
FROM (
  SELECT
    `t30`.`office`,
    `t30`.`complaint_no`,
    `t30`.`application_no`,
    `t30`.`category`,
    `t30`.`channel`,
    `t30`.`received_at`,
    `t30`.`responded_at`,
    `t30`.`resolved_at`,
    `t30`.`outcome`,
    `t30`.`province`,
    `t30`.`cal`,
    `t30`.`as_of_applications`,
    `t30`.`as_of`,
    `t30`.`as_of_payments`,
    `t30`.`as_of_survey`,
    `t30`.`received_day`,
    `t30`.`resolved_day`,
    `t30`.`responded_day`,
    `t30`.`whatever`,
    `t30`.`own_days`,
    `t30`.`general_days`,
    `t30`.`standard`,
    `t30`.`r_idx`,
    `t30`.`a_idx`,
    `t30`.`z_idx`,
    `t30`.`o_idx`,
    `t30`.`due_idx`,
    `t14`.`due_on`
  FROM (
    SELECT
      `t28`.`office`,
      `t28`.`complaint_no`,
      `t28`.`application_no`,
      `t28`.`category`,
      `t28`.`channel`,
      `t28`.`received_at`,
      `t28`.`responded_at`,
      `t28`.`resolved_at`,
      `t28`.`outcome`,
      `t28`.`province`,
      `t28`.`cal`,
      `t28`.`as_of_applications`,
      `t28`.`as_of`,
      `t28`.`as_of_payments`,
      `t28`.`as_of_survey`,
      `t28`.`received_day`,
      `t28`.`resolved_day`,
      `t28`.`responded_day`,
      `t28`.`whatever`,
      `t28`.`own_days`,
      `t28`.`general_days`,
      `t28`.`standard`,
      `t28`.`r_idx`,
      `t28`.`a_idx`,
      `t28`.`z_idx`,
      `t28`.`o_idx`,
      CAST(`t28`.`r_idx` + `t28`.`standard` AS INT) AS `due_idx`
    FROM (
      SELECT
        `t27`.`office`,
        `t27`.`complaint_no`,
        `t27`.`application_no`,
        `t27`.`category`,
        `t27`.`channel`,
        `t27`.`received_at`,
        `t27`.`responded_at`,
        `t27`.`resolved_at`,
        `t27`.`outcome`,
        `t27`.`province`,
        `t27`.`cal`,
        `t27`.`as_of_applications`,
        `t27`.`as_of`,
        `t27`.`as_of_payments`,
        `t27`.`as_of_survey`,
        `t27`.`received_day`,
        `t27`.`resolved_day`,
        `t27`.`responded_day`,
        `t27`.`whatever`,
        `t27`.`own_days`,
        `t27`.`general_days`,
        `t27`.`standard`,
        `t15`.`r_idx`,
        `t16`.`a_idx`,
        `t17`.`z_idx`,
        `t18`.`o_idx`
      FROM (
        SELECT
          `t25`.`office`,
          `t25`.`complaint_no`,
          `t25`.`application_no`,
          `t25`.`category`,
          `t25`.`channel`,
          `t25`.`received_at`,
          `t25`.`responded_at`,
          `t25`.`resolved_at`,
          `t25`.`outcome`,
          `t25`.`province`,
          `t25`.`cal`,
          `t25`.`as_of_applications`,
          `t25`.`as_of`,
          `t25`.`as_of_payments`,
          `t25`.`as_of_survey`,
          `t25`.`received_day`,
          `t25`.`resolved_day`,
          `t25`.`responded_day`,
          `t25`.`whatever`,
          `t25`.`own_days`,
          `t25`.`general_days`,
          COALESCE(`t25`.`own_days`, `t25`.`general_days`) AS `standard`
        FROM (
          SELECT
            `t24`.`office`,
            `t24`.`complaint_no`,
            `t24`.`application_no`,
            `t24`.`category`,
            `t24`.`channel`,
            `t24`.`received_at`,
            `t24`.`responded_at`,
            `t24`.`resolved_at`,
            `t24`.`outcome`,
            `t24`.`province`,
            `t24`.`cal`,
            `t24`.`as_of_applications`,
            `t24`.`as_of`,
            `t24`.`as_of_payments`,
            `t24`.`as_of_survey`,
            `t24`.`received_day`,
            `t24`.`resolved_day`,
            `t24`.`responded_day`,
            `t24`.`whatever`,
            `t19`.`own_days`,
            `t20`.`general_days`
          FROM (
            SELECT
              `t22`.`office`,
              `t22`.`complaint_no`,
              `t22`.`application_no`,
              COALESCE(`t22`.`category`, '') AS `category`,
              COALESCE(`t22`.`channel`, '') AS `channel`,
              `t22`.`received_at`,
              `t22`.`responded_at`,
              `t22`.`resolved_at`,
              `t22`.`outcome`,
              `t22`.`province`,
              `t22`.`cal`,
              `t22`.`as_of_applications`,
              `t22`.`as_of_complaints` AS `as_of`,
              `t22`.`as_of_payments`,
              `t22`.`as_of_survey`,
              CAST(`t22`.`received_at` AS DATE) AS `received_day`,
              IF(
                CAST(`t22`.`resolved_at` AS DATE) <= `t22`.`as_of_complaints`,
                CAST(`t22`.`resolved_at` AS DATE),
                CAST(NULL AS DATE)
              ) AS `resolved_day`,
              COALESCE(
                IF(
                  CAST(`t22`.`responded_at` AS DATE) <= `t22`.`as_of_complaints`,
                  CAST(`t22`.`responded_at` AS DATE),
                  CAST(NULL AS DATE)
                ),
                IF(
                  CAST(`t22`.`resolved_at` AS DATE) <= `t22`.`as_of_complaints`,
                  CAST(`t22`.`resolved_at` AS DATE),
                  CAST(NULL AS DATE)
                )
              ) AS `responded_day`,
              '' AS `whatever`
            FROM (
              SELECT
                `t21`.`office`,
                `t21`.`complaint_no`,
                `t21`.`application_no`,
                `t21`.`category`,
                `t21`.`channel`,
                `t21`.`received_at`,
                `t21`.`responded_at`,
                `t21`.`resolved_at`,
                `t21`.`outcome`,
                `t5`.`province`,
                `t5`.`cal`,
                `t5`.`as_of_applications`,
                `t5`.`as_of_complaints`,
                `t5`.`as_of_payments`,
                `t5`.`as_of_survey`
              FROM (
                SELECT
                  `t3`.`office_code` AS `office`,
                  `t3`.`complaint_no`,
                  `t3`.`application_no`,
                  `t3`.`category`,
                  `t3`.`channel`,
                  `t3`.`received_at`,
                  `t3`.`responded_at`,
                  `t3`.`resolved_at`,
                  `t3`.`outcome`
                FROM `fact_complaints` AS `t3`
              ) AS `t21`
              INNER JOIN `given_office` AS `t5`
                ON `t21`.`office` = `t5`.`office`
            ) AS `t22`
            WHERE
              CAST(`t22`.`received_at` AS DATE) <= `t22`.`as_of_complaints`
          ) AS `t24`
          LEFT OUTER JOIN (
            SELECT
              `t2`.`category` AS `_k0`,
              `t2`.`working_days` AS `own_days`
            FROM `given_answer_days` AS `t2`
          ) AS `t19`
            ON `t24`.`category` = `t19`.`_k0`
          LEFT OUTER JOIN (
            SELECT
              `t2`.`category` AS `_k0`,
              `t2`.`working_days` AS `general_days`
            FROM `given_answer_days` AS `t2`
          ) AS `t20`
            ON `t24`.`whatever` = `t20`.`_k0`
        ) AS `t25`
      ) AS `t27`
      LEFT OUTER JOIN (
        SELECT
          `t1`.`cal` AS `_k0`,
          `t1`.`day` AS `_k1`,
          `t1`.`idx` AS `r_idx`
        FROM `given_day` AS `t1`
      ) AS `t15`
        ON `t27`.`cal` = `t15`.`_k0` AND `t27`.`received_day` = `t15`.`_k1`
      LEFT OUTER JOIN (
        SELECT
          `t1`.`cal` AS `_k0`,
          `t1`.`day` AS `_k1`,
          `t1`.`idx` AS `a_idx`
        FROM `given_day` AS `t1`
      ) AS `t16`
        ON `t27`.`cal` = `t16`.`_k0` AND `t27`.`responded_day` = `t16`.`_k1`
      LEFT OUTER JOIN (
        SELECT
          `t1`.`cal` AS `_k0`,
          `t1`.`day` AS `_k1`,
          `t1`.`idx` AS `z_idx`
        FROM `given_day` AS `t1`
      ) AS `t17`
        ON `t27`.`cal` = `t17`.`_k0` AND `t27`.`resolved_day` = `t17`.`_k1`
      LEFT OUTER JOIN (
        SELECT
          `t1`.`cal` AS `_k0`,
          `t1`.`day` AS `_k1`,
          `t1`.`idx` AS `o_idx`
        FROM `given_day` AS `t1`
      ) AS `t18`
        ON `t27`.`cal` = `t18`.`_k0` AND `t27`.`as_of` = `t18`.`_k1`
    ) AS `t28`
  ) AS `t30`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`cal` AS `_k0`,
      `t0`.`idx` AS `_k1`,
      `t0`.`day` AS `due_on`
    FROM `given_working` AS `t0`
  ) AS `t14`
    ON `t30`.`cal` = `t14`.`_k0` AND `t30`.`due_idx` = `t14`.`_k1`
) AS `t31`
