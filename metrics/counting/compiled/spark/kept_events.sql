WITH `t22` AS (
  SELECT
    `t21`.`office`,
    `t21`.`application_no`,
    `t21`.`activity`,
    `t21`.`run_no`,
    `t21`.`started_at`,
    `t21`.`finished_at`,
    `t21`.`seq`,
    `t21`.`given_desk`,
    `t21`.`given_clock`,
    `t21`.`cal`,
    `t21`.`as_of`,
    `t21`.`submitted_at`,
    `t21`.`at`,
    `t21`.`event`,
    `t21`.`ended_before`,
    `t21`.`timed`,
    `t21`.`begun`,
    `t21`.`own_stage`,
    `t21`.`own_desk`,
    `t21`.`own_clock`,
    `t21`.`any_stage`,
    `t21`.`any_desk`,
    `t21`.`any_clock`,
    COALESCE(`t21`.`own_stage`, `t21`.`any_stage`) AS `mapped`,
    COALESCE(`t21`.`own_desk`, `t21`.`any_desk`, `t21`.`given_desk`, '') AS `desk`,
    COALESCE(`t21`.`own_clock`, `t21`.`any_clock`, `t21`.`given_clock`, 'office') AS `clock`
  FROM (
    SELECT
      `t20`.`office`,
      `t20`.`application_no`,
      `t20`.`activity`,
      `t20`.`run_no`,
      `t20`.`started_at`,
      `t20`.`finished_at`,
      `t20`.`seq`,
      `t20`.`given_desk`,
      `t20`.`given_clock`,
      `t20`.`cal`,
      `t20`.`as_of`,
      `t20`.`submitted_at`,
      `t20`.`at`,
      `t20`.`event`,
      `t20`.`ended_before`,
      `t20`.`timed`,
      `t20`.`begun`,
      `t13`.`own_stage`,
      `t13`.`own_desk`,
      `t13`.`own_clock`,
      `t15`.`any_stage`,
      `t15`.`any_desk`,
      `t15`.`any_clock`
    FROM (
      SELECT
        `t18`.`office`,
        `t18`.`application_no`,
        `t18`.`activity`,
        `t18`.`run_no`,
        `t18`.`started_at`,
        `t18`.`finished_at`,
        `t18`.`seq`,
        `t18`.`desk` AS `given_desk`,
        `t18`.`clock` AS `given_clock`,
        `t18`.`cal`,
        `t18`.`as_of`,
        `t18`.`submitted_at`,
        `t18`.`at`,
        `t18`.`event`,
        `t18`.`ended_before`,
        CAST(`t18`.`started_at` IS NOT NULL AS INT) AS `timed`,
        IF(
          `t18`.`finished_at` < COALESCE(`t18`.`started_at`, `t18`.`ended_before`, `t18`.`submitted_at`),
          `t18`.`finished_at`,
          COALESCE(`t18`.`started_at`, `t18`.`ended_before`, `t18`.`submitted_at`)
        ) AS `begun`
      FROM (
        SELECT
          `t17`.`office`,
          `t17`.`application_no`,
          `t17`.`activity`,
          `t17`.`run_no`,
          `t17`.`started_at`,
          `t17`.`finished_at`,
          `t17`.`seq`,
          `t17`.`desk`,
          `t17`.`clock`,
          `t17`.`cal`,
          `t17`.`as_of`,
          `t17`.`submitted_at`,
          `t17`.`at`,
          ROW_NUMBER() OVER (
            PARTITION BY `t17`.`office`, `t17`.`application_no`
            ORDER BY `t17`.`at` ASC NULLS LAST, `t17`.`seq` ASC NULLS LAST, `t17`.`run_no` ASC NULLS LAST, `t17`.`activity` ASC NULLS LAST
          ) - 1 AS `event`,
          LAG(`t17`.`finished_at`) OVER (
            PARTITION BY `t17`.`office`, `t17`.`application_no`
            ORDER BY `t17`.`at` ASC NULLS LAST, `t17`.`seq` ASC NULLS LAST, `t17`.`run_no` ASC NULLS LAST, `t17`.`activity` ASC NULLS LAST
          ) AS `ended_before`
        FROM (
          SELECT
            `t16`.`office`,
            `t16`.`application_no`,
            `t16`.`activity`,
            `t16`.`run_no`,
            `t16`.`started_at`,
            IF(
              CAST(`t16`.`finished_at` AS DATE) <= `t16`.`as_of`,
              `t16`.`finished_at`,
              CAST(NULL AS TIMESTAMP)
            ) AS `finished_at`,
            COALESCE(`t16`.`seq`, 0) AS `seq`,
            `t16`.`desk`,
            `t16`.`clock`,
            `t16`.`cal`,
            `t16`.`as_of`,
            `t16`.`submitted_at`,
            COALESCE(
              `t16`.`started_at`,
              IF(
                CAST(`t16`.`finished_at` AS DATE) <= `t16`.`as_of`,
                `t16`.`finished_at`,
                CAST(NULL AS TIMESTAMP)
              )
            ) AS `at`
          FROM (
            SELECT
              `t11`.`office`,
              `t11`.`application_no`,
              `t11`.`activity`,
              `t11`.`run_no`,
              `t11`.`started_at`,
              `t11`.`finished_at`,
              `t11`.`seq`,
              `t11`.`desk`,
              `t11`.`clock`,
              `t12`.`cal`,
              `t12`.`as_of`,
              `t12`.`submitted_at`
            FROM (
              SELECT
                `t2`.`office_code` AS `office`,
                `t2`.`application_no`,
                `t2`.`stage` AS `activity`,
                `t2`.`run_no`,
                `t2`.`started_at`,
                `t2`.`finished_at`,
                `t2`.`seq`,
                `t2`.`desk`,
                `t2`.`clock`
              FROM `fact_stages` AS `t2`
            ) AS `t11`
            INNER JOIN (
              SELECT
                `t3`.`office`,
                `t3`.`application_no`,
                `t3`.`cal`,
                `t3`.`as_of`,
                `t3`.`submitted_at`
              FROM `kept_clocked` AS `t3`
            ) AS `t12`
              ON `t11`.`office` = `t12`.`office`
              AND `t11`.`application_no` = `t12`.`application_no`
          ) AS `t16`
          WHERE
            (
              (
                `t16`.`started_at` IS NULL
              )
              AND (
                IF(
                  CAST(`t16`.`finished_at` AS DATE) <= `t16`.`as_of`,
                  `t16`.`finished_at`,
                  CAST(NULL AS TIMESTAMP)
                ) IS NOT NULL
              )
            )
            OR (
              CAST(`t16`.`started_at` AS DATE) <= `t16`.`as_of`
            )
        ) AS `t17`
      ) AS `t18`
    ) AS `t20`
    LEFT OUTER JOIN (
      SELECT
        `t1`.`office_code` AS `_k0`,
        `t1`.`activity` AS `_k1`,
        `t1`.`stage` AS `own_stage`,
        `t1`.`desk` AS `own_desk`,
        `t1`.`clock` AS `own_clock`
      FROM `fact_stage_map` AS `t1`
      WHERE
        `t1`.`office_code` <> ''
    ) AS `t13`
      ON `t20`.`office` = `t13`.`_k0` AND `t20`.`activity` = `t13`.`_k1`
    LEFT OUTER JOIN (
      SELECT
        `t1`.`activity` AS `_k0`,
        `t1`.`stage` AS `any_stage`,
        `t1`.`desk` AS `any_desk`,
        `t1`.`clock` AS `any_clock`
      FROM `fact_stage_map` AS `t1`
      WHERE
        (
          `t1`.`office_code` = ''
        ) OR (
          `t1`.`office_code` IS NULL
        )
    ) AS `t15`
      ON `t20`.`activity` = `t15`.`_k0`
  ) AS `t21`
), `t25` AS (
  SELECT
    `t23`.`office`,
    `t23`.`activity`,
    COUNT(*) AS `n`,
    MAX(`t23`.`mapped`) AS `mapped`
  FROM `t22` AS `t23`
  GROUP BY
    1,
    2
)
SELECT
  `t40`.`office`,
  `t40`.`application_no`,
  `t40`.`activity`,
  `t40`.`mapped`,
  `t40`.`stage`,
  `t40`.`desk`,
  `t40`.`clock`,
  `t40`.`event`,
  `t40`.`timed`,
  `t40`.`begun_day`,
  `t40`.`finished_at`,
  `t40`.`finished_day`,
  `t40`.`run_s_idx`,
  `t40`.`run_f_idx`
FROM (
  SELECT
    `t39`.`office`,
    `t39`.`application_no`,
    `t39`.`activity`,
    `t39`.`run_no`,
    `t39`.`started_at`,
    `t39`.`finished_at`,
    `t39`.`seq`,
    `t39`.`given_desk`,
    `t39`.`given_clock`,
    `t39`.`cal`,
    `t39`.`as_of`,
    `t39`.`submitted_at`,
    `t39`.`at`,
    `t39`.`event`,
    `t39`.`ended_before`,
    `t39`.`timed`,
    `t39`.`begun`,
    `t39`.`own_stage`,
    `t39`.`own_desk`,
    `t39`.`own_clock`,
    `t39`.`any_stage`,
    `t39`.`any_desk`,
    `t39`.`any_clock`,
    `t39`.`mapped`,
    `t39`.`desk`,
    `t39`.`clock`,
    `t39`.`kept`,
    `t39`.`stage`,
    `t39`.`begun_day`,
    `t39`.`finished_day`,
    `t8`.`run_s_idx`,
    `t9`.`run_f_idx`
  FROM (
    SELECT
      `t37`.`office`,
      `t37`.`application_no`,
      `t37`.`activity`,
      `t37`.`run_no`,
      `t37`.`started_at`,
      `t37`.`finished_at`,
      `t37`.`seq`,
      `t37`.`given_desk`,
      `t37`.`given_clock`,
      `t37`.`cal`,
      `t37`.`as_of`,
      `t37`.`submitted_at`,
      `t37`.`at`,
      `t37`.`event`,
      `t37`.`ended_before`,
      `t37`.`timed`,
      `t37`.`begun`,
      `t37`.`own_stage`,
      `t37`.`own_desk`,
      `t37`.`own_clock`,
      `t37`.`any_stage`,
      `t37`.`any_desk`,
      `t37`.`any_clock`,
      `t37`.`mapped`,
      `t37`.`desk`,
      `t37`.`clock`,
      `t37`.`kept`,
      COALESCE(`t37`.`mapped`, `t37`.`kept`, 'lainnya') AS `stage`,
      CAST(`t37`.`begun` AS DATE) AS `begun_day`,
      CAST(`t37`.`finished_at` AS DATE) AS `finished_day`
    FROM (
      SELECT
        `t24`.`office`,
        `t24`.`application_no`,
        `t24`.`activity`,
        `t24`.`run_no`,
        `t24`.`started_at`,
        `t24`.`finished_at`,
        `t24`.`seq`,
        `t24`.`given_desk`,
        `t24`.`given_clock`,
        `t24`.`cal`,
        `t24`.`as_of`,
        `t24`.`submitted_at`,
        `t24`.`at`,
        `t24`.`event`,
        `t24`.`ended_before`,
        `t24`.`timed`,
        `t24`.`begun`,
        `t24`.`own_stage`,
        `t24`.`own_desk`,
        `t24`.`own_clock`,
        `t24`.`any_stage`,
        `t24`.`any_desk`,
        `t24`.`any_clock`,
        `t24`.`mapped`,
        `t24`.`desk`,
        `t24`.`clock`,
        `t36`.`kept`
      FROM `t22` AS `t24`
      LEFT OUTER JOIN (
        SELECT
          `t34`.`office` AS `_k0`,
          `t34`.`activity` AS `_k1`,
          `t34`.`activity` AS `kept`
        FROM (
          SELECT
            `t32`.`office`,
            `t32`.`activity`,
            `t32`.`n`,
            `t32`.`place`,
            `t32`.`many`,
            `t33`.`milestones`
          FROM (
            SELECT
              `t27`.`office`,
              `t27`.`activity`,
              `t27`.`n`,
              ROW_NUMBER() OVER (
                PARTITION BY `t27`.`office`
                ORDER BY `t27`.`n` DESC, `t27`.`activity` ASC NULLS LAST
              ) - 1 AS `place`,
              COUNT(*) OVER (
                PARTITION BY `t27`.`office`
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS `many`
            FROM (
              SELECT
                `t26`.`office`,
                `t26`.`activity`,
                `t26`.`n`
              FROM `t25` AS `t26`
              WHERE
                `t26`.`mapped` IS NULL
            ) AS `t27`
          ) AS `t32`
          LEFT OUTER JOIN (
            SELECT
              `t29`.`office` AS `_k0`,
              `t29`.`milestones`
            FROM (
              SELECT
                `t28`.`office`,
                COUNT(DISTINCT `t28`.`mapped`) AS `milestones`
              FROM (
                SELECT
                  *
                FROM `t25` AS `t26`
                WHERE
                  `t26`.`mapped` IS NOT NULL
              ) AS `t28`
              GROUP BY
                1
            ) AS `t29`
          ) AS `t33`
            ON `t32`.`office` = `t33`.`_k0`
        ) AS `t34`
        WHERE
          (
            `t34`.`place` < (
              12 - COALESCE(`t34`.`milestones`, 0)
            )
          )
          OR (
            `t34`.`many` <= (
              (
                12 - COALESCE(`t34`.`milestones`, 0)
              ) + 1
            )
          )
      ) AS `t36`
        ON `t24`.`office` = `t36`.`_k0` AND `t24`.`activity` = `t36`.`_k1`
    ) AS `t37`
  ) AS `t39`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`cal` AS `_k0`,
      `t0`.`day` AS `_k1`,
      `t0`.`idx` AS `run_s_idx`
    FROM `given_day` AS `t0`
  ) AS `t8`
    ON `t39`.`cal` = `t8`.`_k0` AND `t39`.`begun_day` = `t8`.`_k1`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`cal` AS `_k0`,
      `t0`.`day` AS `_k1`,
      `t0`.`idx` AS `run_f_idx`
    FROM `given_day` AS `t0`
  ) AS `t9`
    ON `t39`.`cal` = `t9`.`_k0` AND `t39`.`finished_day` = `t9`.`_k1`
) AS `t40`
