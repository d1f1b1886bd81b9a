SELECT
  `t33`.`office`,
  `t33`.`complaint_no`,
  `t33`.`application_no`,
  `t33`.`category`,
  `t33`.`channel`,
  `t33`.`received_at`,
  `t33`.`responded_at`,
  `t33`.`resolved_at`,
  `t33`.`status`,
  `t33`.`outcome`,
  `t33`.`province`,
  `t33`.`cal`,
  `t33`.`as_of_applications`,
  `t33`.`as_of`,
  `t33`.`as_of_payments`,
  `t33`.`as_of_survey`,
  `t33`.`received_day`,
  `t33`.`resolved_day`,
  `t33`.`responded_day`,
  `t33`.`undated`,
  `t33`.`untold`,
  `t33`.`unanswered_told`,
  `t33`.`answer_told`,
  `t33`.`whatever`,
  `t33`.`own_days`,
  `t33`.`general_days`,
  `t33`.`standard`,
  `t33`.`r_idx`,
  `t33`.`a_idx`,
  `t33`.`z_idx`,
  `t33`.`o_idx`,
  `t33`.`due_idx`,
  `t33`.`due_on`,
  IF(`t33`.`due_on` > `t33`.`received_day`, `t33`.`due_on`, `t33`.`received_day`) AS `due_day`,
  CASE
    WHEN (
      IF(`t33`.`due_on` > `t33`.`received_day`, `t33`.`due_on`, `t33`.`received_day`) IS NULL
    )
    OR NOT (
      `t33`.`answer_told`
    )
    OR (
      IF(`t33`.`due_on` > `t33`.`received_day`, `t33`.`due_on`, `t33`.`received_day`) > `t33`.`as_of`
    )
    THEN CAST(NULL AS INT)
    WHEN (
      `t33`.`responded_day` <= IF(`t33`.`due_on` > `t33`.`received_day`, `t33`.`due_on`, `t33`.`received_day`)
    )
    AND FALSE
    THEN CAST(NULL AS INT)
    WHEN `t33`.`responded_day` <= IF(`t33`.`due_on` > `t33`.`received_day`, `t33`.`due_on`, `t33`.`received_day`)
    THEN 1
    WHEN (
      `t33`.`responded_day` IS NOT NULL
    )
    OR (
      IF(`t33`.`due_on` > `t33`.`received_day`, `t33`.`due_on`, `t33`.`received_day`) < `t33`.`as_of`
    )
    THEN 0
    ELSE CAST(NULL AS INT)
  END AS `met`,
  IF(`t33`.`due_on` > `t33`.`received_day`, `t33`.`due_on`, `t33`.`received_day`) <= `t33`.`as_of` AS `fell_due`,
  CAST((
    EXTRACT(year FROM `t33`.`received_day`) * 100
  ) + EXTRACT(month FROM `t33`.`received_day`) AS INT) AS `received_month`,
  IF(
    `t33`.`answer_told`,
    CAST(`t33`.`responded_day` IS NOT NULL AS INT),
    CAST(NULL AS INT)
  ) AS `responded`,
  `t33`.`a_idx` - `t33`.`r_idx` AS `response_days`,
  IF(
    `t33`.`untold`,
    CAST(NULL AS INT),
    CAST((
      `t33`.`resolved_day` IS NOT NULL
    ) OR `t33`.`undated` AS INT)
  ) AS `resolved`,
  CAST((
    EXTRACT(year FROM `t33`.`resolved_day`) * 100
  ) + EXTRACT(month FROM `t33`.`resolved_day`) AS INT) AS `resolved_month`,
  `t33`.`z_idx` - `t33`.`r_idx` AS `resolution_days`,
  `t33`.`o_idx` - `t33`.`r_idx` AS `age`
FROM (
  SELECT
    `t32`.`office`,
    `t32`.`complaint_no`,
    `t32`.`application_no`,
    `t32`.`category`,
    `t32`.`channel`,
    `t32`.`received_at`,
    `t32`.`responded_at`,
    `t32`.`resolved_at`,
    `t32`.`status`,
    `t32`.`outcome`,
    `t32`.`province`,
    `t32`.`cal`,
    `t32`.`as_of_applications`,
    `t32`.`as_of`,
    `t32`.`as_of_payments`,
    `t32`.`as_of_survey`,
    `t32`.`received_day`,
    `t32`.`resolved_day`,
    `t32`.`responded_day`,
    `t32`.`undated`,
    `t32`.`untold`,
    `t32`.`unanswered_told`,
    `t32`.`answer_told`,
    `t32`.`whatever`,
    `t32`.`own_days`,
    `t32`.`general_days`,
    `t32`.`standard`,
    `t32`.`r_idx`,
    `t32`.`a_idx`,
    `t32`.`z_idx`,
    `t32`.`o_idx`,
    `t32`.`due_idx`,
    `t14`.`due_on`
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
      `t30`.`status`,
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
      `t30`.`undated`,
      `t30`.`untold`,
      `t30`.`unanswered_told`,
      `t30`.`answer_told`,
      `t30`.`whatever`,
      `t30`.`own_days`,
      `t30`.`general_days`,
      `t30`.`standard`,
      `t30`.`r_idx`,
      `t30`.`a_idx`,
      `t30`.`z_idx`,
      `t30`.`o_idx`,
      CAST(`t30`.`r_idx` + `t30`.`standard` AS INT) AS `due_idx`
    FROM (
      SELECT
        `t29`.`office`,
        `t29`.`complaint_no`,
        `t29`.`application_no`,
        `t29`.`category`,
        `t29`.`channel`,
        `t29`.`received_at`,
        `t29`.`responded_at`,
        `t29`.`resolved_at`,
        `t29`.`status`,
        `t29`.`outcome`,
        `t29`.`province`,
        `t29`.`cal`,
        `t29`.`as_of_applications`,
        `t29`.`as_of`,
        `t29`.`as_of_payments`,
        `t29`.`as_of_survey`,
        `t29`.`received_day`,
        `t29`.`resolved_day`,
        `t29`.`responded_day`,
        `t29`.`undated`,
        `t29`.`untold`,
        `t29`.`unanswered_told`,
        `t29`.`answer_told`,
        `t29`.`whatever`,
        `t29`.`own_days`,
        `t29`.`general_days`,
        `t29`.`standard`,
        `t15`.`r_idx`,
        `t16`.`a_idx`,
        `t17`.`z_idx`,
        `t18`.`o_idx`
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
          `t27`.`status`,
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
          `t27`.`undated`,
          `t27`.`untold`,
          `t27`.`unanswered_told`,
          `t27`.`answer_told`,
          `t27`.`whatever`,
          `t27`.`own_days`,
          `t27`.`general_days`,
          COALESCE(`t27`.`own_days`, `t27`.`general_days`) AS `standard`
        FROM (
          SELECT
            `t26`.`office`,
            `t26`.`complaint_no`,
            `t26`.`application_no`,
            `t26`.`category`,
            `t26`.`channel`,
            `t26`.`received_at`,
            `t26`.`responded_at`,
            `t26`.`resolved_at`,
            `t26`.`status`,
            `t26`.`outcome`,
            `t26`.`province`,
            `t26`.`cal`,
            `t26`.`as_of_applications`,
            `t26`.`as_of`,
            `t26`.`as_of_payments`,
            `t26`.`as_of_survey`,
            `t26`.`received_day`,
            `t26`.`resolved_day`,
            `t26`.`responded_day`,
            `t26`.`undated`,
            `t26`.`untold`,
            `t26`.`unanswered_told`,
            `t26`.`answer_told`,
            `t26`.`whatever`,
            `t19`.`own_days`,
            `t20`.`general_days`
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
              `t24`.`status`,
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
              `t24`.`undated`,
              `t24`.`untold`,
              `t24`.`unanswered_told`,
              (
                `t24`.`responded_day` IS NOT NULL
              ) OR `t24`.`unanswered_told` AS `answer_told`,
              '' AS `whatever`
            FROM (
              SELECT
                `t23`.`office`,
                `t23`.`complaint_no`,
                `t23`.`application_no`,
                `t23`.`category`,
                `t23`.`channel`,
                `t23`.`received_at`,
                `t23`.`responded_at`,
                `t23`.`resolved_at`,
                `t23`.`status`,
                `t23`.`outcome`,
                `t23`.`province`,
                `t23`.`cal`,
                `t23`.`as_of_applications`,
                `t23`.`as_of`,
                `t23`.`as_of_payments`,
                `t23`.`as_of_survey`,
                `t23`.`received_day`,
                `t23`.`resolved_day`,
                `t23`.`responded_day`,
                (
                  `t23`.`resolved_day` IS NULL
                )
                AND COALESCE(`t23`.`status` = 'resolved', FALSE) AS `undated`,
                (
                  `t23`.`resolved_day` IS NULL
                ) AND COALESCE(`t23`.`status` = 'untold', FALSE) AS `untold`,
                (
                  `t23`.`status` IS NULL
                )
                OR (
                  (
                    `t23`.`status` = 'open'
                  )
                  AND BOOL_OR(`t23`.`responded_day` IS NOT NULL) OVER (
                    PARTITION BY `t23`.`office`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                ) AS `unanswered_told`
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
                  `t22`.`status`,
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
                  ) AS `responded_day`
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
                    `t21`.`status`,
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
                      `t3`.`status`,
                      `t3`.`outcome`
                    FROM `fact_complaints` AS `t3`
                  ) AS `t21`
                  INNER JOIN `given_office` AS `t5`
                    ON `t21`.`office` = `t5`.`office`
                ) AS `t22`
                WHERE
                  CAST(`t22`.`received_at` AS DATE) <= `t22`.`as_of_complaints`
              ) AS `t23`
            ) AS `t24`
          ) AS `t26`
          LEFT OUTER JOIN (
            SELECT
              `t2`.`category` AS `_k0`,
              `t2`.`working_days` AS `own_days`
            FROM `given_answer_days` AS `t2`
          ) AS `t19`
            ON `t26`.`category` = `t19`.`_k0`
          LEFT OUTER JOIN (
            SELECT
              `t2`.`category` AS `_k0`,
              `t2`.`working_days` AS `general_days`
            FROM `given_answer_days` AS `t2`
          ) AS `t20`
            ON `t26`.`whatever` = `t20`.`_k0`
        ) AS `t27`
      ) AS `t29`
      LEFT OUTER JOIN (
        SELECT
          `t1`.`cal` AS `_k0`,
          `t1`.`day` AS `_k1`,
          `t1`.`idx` AS `r_idx`
        FROM `given_day` AS `t1`
      ) AS `t15`
        ON `t29`.`cal` = `t15`.`_k0` AND `t29`.`received_day` = `t15`.`_k1`
      LEFT OUTER JOIN (
        SELECT
          `t1`.`cal` AS `_k0`,
          `t1`.`day` AS `_k1`,
          `t1`.`idx` AS `a_idx`
        FROM `given_day` AS `t1`
      ) AS `t16`
        ON `t29`.`cal` = `t16`.`_k0` AND `t29`.`responded_day` = `t16`.`_k1`
      LEFT OUTER JOIN (
        SELECT
          `t1`.`cal` AS `_k0`,
          `t1`.`day` AS `_k1`,
          `t1`.`idx` AS `z_idx`
        FROM `given_day` AS `t1`
      ) AS `t17`
        ON `t29`.`cal` = `t17`.`_k0` AND `t29`.`resolved_day` = `t17`.`_k1`
      LEFT OUTER JOIN (
        SELECT
          `t1`.`cal` AS `_k0`,
          `t1`.`day` AS `_k1`,
          `t1`.`idx` AS `o_idx`
        FROM `given_day` AS `t1`
      ) AS `t18`
        ON `t29`.`cal` = `t18`.`_k0` AND `t29`.`as_of` = `t18`.`_k1`
    ) AS `t30`
  ) AS `t32`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`cal` AS `_k0`,
      `t0`.`idx` AS `_k1`,
      `t0`.`day` AS `due_on`
    FROM `given_working` AS `t0`
  ) AS `t14`
    ON `t32`.`cal` = `t14`.`_k0` AND `t32`.`due_idx` = `t14`.`_k1`
) AS `t33`
