WITH `t18` AS (
  SELECT
    `t7`.`office`,
    `t7`.`application_no`,
    `t7`.`cal`,
    `t7`.`as_of`,
    `t7`.`permit_type`,
    `t7`.`bundle_no`,
    `t7`.`submitted_at`,
    `t7`.`received_day`,
    `t7`.`complete_day`,
    `t7`.`start_day`,
    `t7`.`end_day`,
    `t7`.`issued_day`,
    `t7`.`last_day`,
    `t7`.`outcome`,
    `t7`.`is_open`,
    `t7`.`undated`,
    `t7`.`s_idx`,
    `t7`.`e_idx`,
    `t7`.`channel`,
    `t7`.`business_scale`,
    `t7`.`start_month`,
    `t7`.`end_month`,
    `t7`.`gross`,
    `t7`.`calendar`,
    `t17`.`paused`
  FROM `kept_clocked` AS `t7`
  LEFT OUTER JOIN (
    SELECT
      `t15`.`office` AS `_k0`,
      `t15`.`application_no` AS `_k1`,
      `t15`.`paused`
    FROM (
      SELECT
        `t3`.`office`,
        `t3`.`application_no`,
        SUM(`t3`.`p_end` - `t3`.`p_start`) AS `paused`
      FROM `kept_pauses` AS `t3`
      GROUP BY
        1,
        2
    ) AS `t15`
  ) AS `t17`
    ON `t7`.`office` = `t17`.`_k0` AND `t7`.`application_no` = `t17`.`_k1`
), `t23` AS (
  SELECT
    `t21`.`office`,
    `t21`.`application_no`,
    `t21`.`permit_type`,
    `t21`.`start_day`,
    `t8`.`rank`,
    `t8`.`first`,
    `t8`.`until`,
    `t8`.`standard`
  FROM (
    SELECT
      `t19`.`office`,
      `t19`.`application_no`,
      `t19`.`permit_type`,
      `t19`.`start_day`
    FROM `t18` AS `t19`
  ) AS `t21`
  INNER JOIN `given_standard` AS `t8`
    ON `t21`.`office` = `t8`.`office` AND `t21`.`permit_type` = `t8`.`permit_type`
)
SELECT
  `t50`.`office`,
  `t50`.`application_no`,
  `t50`.`cal`,
  `t50`.`as_of`,
  `t50`.`permit_type`,
  `t50`.`bundle_no`,
  `t50`.`submitted_at`,
  `t50`.`received_day`,
  `t50`.`start_day`,
  `t50`.`end_day`,
  `t50`.`issued_day`,
  `t50`.`last_day`,
  `t50`.`outcome`,
  `t50`.`is_open`,
  `t50`.`undated`,
  `t50`.`s_idx`,
  `t50`.`e_idx`,
  `t50`.`channel`,
  `t50`.`business_scale`,
  `t50`.`start_month`,
  `t50`.`end_month`,
  `t50`.`gross`,
  `t50`.`calendar`,
  `t50`.`paused`,
  `t50`.`net`,
  `t50`.`standard`,
  `t50`.`due_idx`,
  `t50`.`due_day`,
  `t50`.`met`,
  `t50`.`stage`,
  `t50`.`overdue`,
  `t50`.`due_soon`
FROM (
  SELECT
    `t49`.`office`,
    `t49`.`application_no`,
    `t49`.`cal`,
    `t49`.`as_of`,
    `t49`.`permit_type`,
    `t49`.`bundle_no`,
    `t49`.`submitted_at`,
    `t49`.`received_day`,
    `t49`.`complete_day`,
    `t49`.`start_day`,
    `t49`.`end_day`,
    `t49`.`issued_day`,
    `t49`.`last_day`,
    `t49`.`outcome`,
    `t49`.`is_open`,
    `t49`.`undated`,
    `t49`.`s_idx`,
    `t49`.`e_idx`,
    `t49`.`channel`,
    `t49`.`business_scale`,
    `t49`.`start_month`,
    `t49`.`end_month`,
    `t49`.`gross`,
    `t49`.`calendar`,
    `t49`.`paused`,
    `t49`.`net`,
    `t49`.`standard`,
    `t49`.`due_idx`,
    `t49`.`due_day`,
    `t49`.`met`,
    `t49`.`_last`,
    `t49`.`_lies`,
    `t49`.`_overdue`,
    `t49`.`_soon`,
    COALESCE(COALESCE(`t49`.`_lies`, `t49`.`_last`), '') AS `stage`,
    COALESCE(`t49`.`_overdue`, 0) AS `overdue`,
    COALESCE(`t49`.`_soon`, 0) AS `due_soon`
  FROM (
    SELECT
      `t48`.`office`,
      `t48`.`application_no`,
      `t48`.`cal`,
      `t48`.`as_of`,
      `t48`.`permit_type`,
      `t48`.`bundle_no`,
      `t48`.`submitted_at`,
      `t48`.`received_day`,
      `t48`.`complete_day`,
      `t48`.`start_day`,
      `t48`.`end_day`,
      `t48`.`issued_day`,
      `t48`.`last_day`,
      `t48`.`outcome`,
      `t48`.`is_open`,
      `t48`.`undated`,
      `t48`.`s_idx`,
      `t48`.`e_idx`,
      `t48`.`channel`,
      `t48`.`business_scale`,
      `t48`.`start_month`,
      `t48`.`end_month`,
      `t48`.`gross`,
      `t48`.`calendar`,
      `t48`.`paused`,
      `t48`.`net`,
      `t48`.`standard`,
      `t48`.`due_idx`,
      `t48`.`due_day`,
      `t48`.`met`,
      `t14`.`_last`,
      `t12`.`_lies`,
      `t12`.`_overdue`,
      `t12`.`_soon`
    FROM (
      SELECT
        `t46`.`office`,
        `t46`.`application_no`,
        `t46`.`cal`,
        `t46`.`as_of`,
        `t46`.`permit_type`,
        `t46`.`bundle_no`,
        `t46`.`submitted_at`,
        `t46`.`received_day`,
        `t46`.`complete_day`,
        `t46`.`start_day`,
        `t46`.`end_day`,
        `t46`.`issued_day`,
        `t46`.`last_day`,
        `t46`.`outcome`,
        `t46`.`is_open`,
        `t46`.`undated`,
        `t46`.`s_idx`,
        `t46`.`e_idx`,
        `t46`.`channel`,
        `t46`.`business_scale`,
        `t46`.`start_month`,
        `t46`.`end_month`,
        `t46`.`gross`,
        `t46`.`calendar`,
        `t46`.`paused`,
        `t46`.`net`,
        `t46`.`standard`,
        `t46`.`due_idx`,
        `t46`.`due_day`,
        CASE
          WHEN (
            `t46`.`due_day` IS NULL
          )
          OR `t46`.`undated`
          OR (
            `t46`.`due_day` > `t46`.`as_of`
          )
          THEN CAST(NULL AS INT)
          WHEN (
            `t46`.`end_day` <= `t46`.`due_day`
          )
          AND COALESCE(`t46`.`outcome` = 'withdrawn', FALSE)
          THEN CAST(NULL AS INT)
          WHEN `t46`.`end_day` <= `t46`.`due_day`
          THEN 1
          WHEN (
            `t46`.`end_day` IS NOT NULL
          ) OR (
            `t46`.`due_day` < `t46`.`as_of`
          )
          THEN 0
          ELSE CAST(NULL AS INT)
        END AS `met`
      FROM (
        SELECT
          `t45`.`office`,
          `t45`.`application_no`,
          `t45`.`cal`,
          `t45`.`as_of`,
          `t45`.`permit_type`,
          `t45`.`bundle_no`,
          `t45`.`submitted_at`,
          `t45`.`received_day`,
          `t45`.`complete_day`,
          `t45`.`start_day`,
          `t45`.`end_day`,
          `t45`.`issued_day`,
          `t45`.`last_day`,
          `t45`.`outcome`,
          `t45`.`is_open`,
          `t45`.`undated`,
          `t45`.`s_idx`,
          `t45`.`e_idx`,
          `t45`.`channel`,
          `t45`.`business_scale`,
          `t45`.`start_month`,
          `t45`.`end_month`,
          `t45`.`gross`,
          `t45`.`calendar`,
          `t45`.`paused`,
          `t45`.`net`,
          `t45`.`standard`,
          `t45`.`due_idx`,
          `t45`.`due_day`
        FROM (
          SELECT
            `t44`.`office`,
            `t44`.`application_no`,
            `t44`.`cal`,
            `t44`.`as_of`,
            `t44`.`permit_type`,
            `t44`.`bundle_no`,
            `t44`.`submitted_at`,
            `t44`.`received_day`,
            `t44`.`complete_day`,
            `t44`.`start_day`,
            `t44`.`end_day`,
            `t44`.`issued_day`,
            `t44`.`last_day`,
            `t44`.`outcome`,
            `t44`.`is_open`,
            `t44`.`undated`,
            `t44`.`s_idx`,
            `t44`.`e_idx`,
            `t44`.`channel`,
            `t44`.`business_scale`,
            `t44`.`start_month`,
            `t44`.`end_month`,
            `t44`.`gross`,
            `t44`.`calendar`,
            `t44`.`paused`,
            `t44`.`net`,
            `t44`.`standard`,
            `t44`.`moved`,
            `t44`.`due_idx`,
            `t44`.`due_on`,
            IF(`t44`.`due_on` < `t44`.`start_day`, `t44`.`start_day`, `t44`.`due_on`) AS `due_day`
          FROM (
            SELECT
              `t43`.`office`,
              `t43`.`application_no`,
              `t43`.`cal`,
              `t43`.`as_of`,
              `t43`.`permit_type`,
              `t43`.`bundle_no`,
              `t43`.`submitted_at`,
              `t43`.`received_day`,
              `t43`.`complete_day`,
              `t43`.`start_day`,
              `t43`.`end_day`,
              `t43`.`issued_day`,
              `t43`.`last_day`,
              `t43`.`outcome`,
              `t43`.`is_open`,
              `t43`.`undated`,
              `t43`.`s_idx`,
              `t43`.`e_idx`,
              `t43`.`channel`,
              `t43`.`business_scale`,
              `t43`.`start_month`,
              `t43`.`end_month`,
              `t43`.`gross`,
              `t43`.`calendar`,
              `t43`.`paused`,
              `t43`.`net`,
              `t43`.`standard`,
              `t43`.`moved`,
              `t43`.`due_idx`,
              `t13`.`due_on`
            FROM (
              SELECT
                `t41`.`office`,
                `t41`.`application_no`,
                `t41`.`cal`,
                `t41`.`as_of`,
                `t41`.`permit_type`,
                `t41`.`bundle_no`,
                `t41`.`submitted_at`,
                `t41`.`received_day`,
                `t41`.`complete_day`,
                `t41`.`start_day`,
                `t41`.`end_day`,
                `t41`.`issued_day`,
                `t41`.`last_day`,
                `t41`.`outcome`,
                `t41`.`is_open`,
                `t41`.`undated`,
                `t41`.`s_idx`,
                `t41`.`e_idx`,
                `t41`.`channel`,
                `t41`.`business_scale`,
                `t41`.`start_month`,
                `t41`.`end_month`,
                `t41`.`gross`,
                `t41`.`calendar`,
                `t41`.`paused`,
                `t41`.`net`,
                `t41`.`standard`,
                `t41`.`moved`,
                CAST(`t41`.`s_idx` + `t41`.`standard` + COALESCE(`t41`.`moved`, 0) AS INT) AS `due_idx`
              FROM (
                SELECT
                  `t33`.`office`,
                  `t33`.`application_no`,
                  `t33`.`cal`,
                  `t33`.`as_of`,
                  `t33`.`permit_type`,
                  `t33`.`bundle_no`,
                  `t33`.`submitted_at`,
                  `t33`.`received_day`,
                  `t33`.`complete_day`,
                  `t33`.`start_day`,
                  `t33`.`end_day`,
                  `t33`.`issued_day`,
                  `t33`.`last_day`,
                  `t33`.`outcome`,
                  `t33`.`is_open`,
                  `t33`.`undated`,
                  `t33`.`s_idx`,
                  `t33`.`e_idx`,
                  `t33`.`channel`,
                  `t33`.`business_scale`,
                  `t33`.`start_month`,
                  `t33`.`end_month`,
                  `t33`.`gross`,
                  `t33`.`calendar`,
                  `t33`.`paused`,
                  `t33`.`net`,
                  `t33`.`standard`,
                  `t40`.`moved`
                FROM (
                  SELECT
                    `t31`.`office`,
                    `t31`.`application_no`,
                    `t31`.`cal`,
                    `t31`.`as_of`,
                    `t31`.`permit_type`,
                    `t31`.`bundle_no`,
                    `t31`.`submitted_at`,
                    `t31`.`received_day`,
                    `t31`.`complete_day`,
                    `t31`.`start_day`,
                    `t31`.`end_day`,
                    `t31`.`issued_day`,
                    `t31`.`last_day`,
                    `t31`.`outcome`,
                    `t31`.`is_open`,
                    `t31`.`undated`,
                    `t31`.`s_idx`,
                    `t31`.`e_idx`,
                    `t31`.`channel`,
                    `t31`.`business_scale`,
                    `t31`.`start_month`,
                    `t31`.`end_month`,
                    `t31`.`gross`,
                    `t31`.`calendar`,
                    `t31`.`paused`,
                    `t31`.`net`,
                    `t31`.`standard`
                  FROM (
                    SELECT
                      `t30`.`office`,
                      `t30`.`application_no`,
                      `t30`.`cal`,
                      `t30`.`as_of`,
                      `t30`.`permit_type`,
                      `t30`.`bundle_no`,
                      `t30`.`submitted_at`,
                      `t30`.`received_day`,
                      `t30`.`complete_day`,
                      `t30`.`start_day`,
                      `t30`.`end_day`,
                      `t30`.`issued_day`,
                      `t30`.`last_day`,
                      `t30`.`outcome`,
                      `t30`.`is_open`,
                      `t30`.`undated`,
                      `t30`.`s_idx`,
                      `t30`.`e_idx`,
                      `t30`.`channel`,
                      `t30`.`business_scale`,
                      `t30`.`start_month`,
                      `t30`.`end_month`,
                      `t30`.`gross`,
                      `t30`.`calendar`,
                      `t30`.`paused`,
                      `t30`.`net`,
                      `t30`.`own`,
                      `t30`.`province_rule`,
                      COALESCE(`t30`.`own`, `t30`.`province_rule`) AS `standard`
                    FROM (
                      SELECT
                        `t24`.`office`,
                        `t24`.`application_no`,
                        `t24`.`cal`,
                        `t24`.`as_of`,
                        `t24`.`permit_type`,
                        `t24`.`bundle_no`,
                        `t24`.`submitted_at`,
                        `t24`.`received_day`,
                        `t24`.`complete_day`,
                        `t24`.`start_day`,
                        `t24`.`end_day`,
                        `t24`.`issued_day`,
                        `t24`.`last_day`,
                        `t24`.`outcome`,
                        `t24`.`is_open`,
                        `t24`.`undated`,
                        `t24`.`s_idx`,
                        `t24`.`e_idx`,
                        `t24`.`channel`,
                        `t24`.`business_scale`,
                        `t24`.`start_month`,
                        `t24`.`end_month`,
                        `t24`.`gross`,
                        `t24`.`calendar`,
                        `t24`.`paused`,
                        `t24`.`net`,
                        `t28`.`own`,
                        `t29`.`province_rule`
                      FROM (
                        SELECT
                          `t19`.`office`,
                          `t19`.`application_no`,
                          `t19`.`cal`,
                          `t19`.`as_of`,
                          `t19`.`permit_type`,
                          `t19`.`bundle_no`,
                          `t19`.`submitted_at`,
                          `t19`.`received_day`,
                          `t19`.`complete_day`,
                          `t19`.`start_day`,
                          `t19`.`end_day`,
                          `t19`.`issued_day`,
                          `t19`.`last_day`,
                          `t19`.`outcome`,
                          `t19`.`is_open`,
                          `t19`.`undated`,
                          `t19`.`s_idx`,
                          `t19`.`e_idx`,
                          `t19`.`channel`,
                          `t19`.`business_scale`,
                          `t19`.`start_month`,
                          `t19`.`end_month`,
                          `t19`.`gross`,
                          `t19`.`calendar`,
                          CAST(COALESCE(`t19`.`paused`, 0) AS INT) AS `paused`,
                          CAST(`t19`.`gross` - CAST(COALESCE(`t19`.`paused`, 0) AS INT) AS INT) AS `net`
                        FROM `t18` AS `t19`
                      ) AS `t24`
                      LEFT OUTER JOIN (
                        SELECT
                          `t25`.`office` AS `_k0`,
                          `t25`.`application_no` AS `_k1`,
                          `t25`.`standard` AS `own`
                        FROM `t23` AS `t25`
                        WHERE
                          `t25`.`start_day` >= `t25`.`first`
                          AND `t25`.`start_day` < `t25`.`until`
                          AND `t25`.`rank` = 0
                      ) AS `t28`
                        ON `t24`.`office` = `t28`.`_k0` AND `t24`.`application_no` = `t28`.`_k1`
                      LEFT OUTER JOIN (
                        SELECT
                          `t25`.`office` AS `_k0`,
                          `t25`.`application_no` AS `_k1`,
                          `t25`.`standard` AS `province_rule`
                        FROM `t23` AS `t25`
                        WHERE
                          `t25`.`start_day` >= `t25`.`first`
                          AND `t25`.`start_day` < `t25`.`until`
                          AND `t25`.`rank` = 1
                      ) AS `t29`
                        ON `t24`.`office` = `t29`.`_k0` AND `t24`.`application_no` = `t29`.`_k1`
                    ) AS `t30`
                  ) AS `t31`
                ) AS `t33`
                LEFT OUTER JOIN (
                  SELECT
                    `t38`.`office` AS `_k0`,
                    `t38`.`application_no` AS `_k1`,
                    `t38`.`moved`
                  FROM (
                    SELECT
                      `t37`.`office`,
                      `t37`.`application_no`,
                      SUM(`t37`.`p_end` - `t37`.`p_start`) AS `moved`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t6`.`office`,
                          `t6`.`application_no`,
                          `t6`.`p_start`,
                          `t6`.`p_end`,
                          `t6`.`before`,
                          `t35`.`s_idx`,
                          `t35`.`standard`
                        FROM `kept_pauses` AS `t6`
                        INNER JOIN (
                          SELECT
                            `t32`.`office`,
                            `t32`.`application_no`,
                            `t32`.`s_idx`,
                            `t32`.`standard`
                          FROM (
                            SELECT
                              `t31`.`office`,
                              `t31`.`application_no`,
                              `t31`.`cal`,
                              `t31`.`as_of`,
                              `t31`.`permit_type`,
                              `t31`.`bundle_no`,
                              `t31`.`submitted_at`,
                              `t31`.`received_day`,
                              `t31`.`complete_day`,
                              `t31`.`start_day`,
                              `t31`.`end_day`,
                              `t31`.`issued_day`,
                              `t31`.`last_day`,
                              `t31`.`outcome`,
                              `t31`.`is_open`,
                              `t31`.`undated`,
                              `t31`.`s_idx`,
                              `t31`.`e_idx`,
                              `t31`.`channel`,
                              `t31`.`business_scale`,
                              `t31`.`start_month`,
                              `t31`.`end_month`,
                              `t31`.`gross`,
                              `t31`.`calendar`,
                              `t31`.`paused`,
                              `t31`.`net`,
                              `t31`.`standard`
                            FROM (
                              SELECT
                                `t30`.`office`,
                                `t30`.`application_no`,
                                `t30`.`cal`,
                                `t30`.`as_of`,
                                `t30`.`permit_type`,
                                `t30`.`bundle_no`,
                                `t30`.`submitted_at`,
                                `t30`.`received_day`,
                                `t30`.`complete_day`,
                                `t30`.`start_day`,
                                `t30`.`end_day`,
                                `t30`.`issued_day`,
                                `t30`.`last_day`,
                                `t30`.`outcome`,
                                `t30`.`is_open`,
                                `t30`.`undated`,
                                `t30`.`s_idx`,
                                `t30`.`e_idx`,
                                `t30`.`channel`,
                                `t30`.`business_scale`,
                                `t30`.`start_month`,
                                `t30`.`end_month`,
                                `t30`.`gross`,
                                `t30`.`calendar`,
                                `t30`.`paused`,
                                `t30`.`net`,
                                `t30`.`own`,
                                `t30`.`province_rule`,
                                COALESCE(`t30`.`own`, `t30`.`province_rule`) AS `standard`
                              FROM (
                                SELECT
                                  `t24`.`office`,
                                  `t24`.`application_no`,
                                  `t24`.`cal`,
                                  `t24`.`as_of`,
                                  `t24`.`permit_type`,
                                  `t24`.`bundle_no`,
                                  `t24`.`submitted_at`,
                                  `t24`.`received_day`,
                                  `t24`.`complete_day`,
                                  `t24`.`start_day`,
                                  `t24`.`end_day`,
                                  `t24`.`issued_day`,
                                  `t24`.`last_day`,
                                  `t24`.`outcome`,
                                  `t24`.`is_open`,
                                  `t24`.`undated`,
                                  `t24`.`s_idx`,
                                  `t24`.`e_idx`,
                                  `t24`.`channel`,
                                  `t24`.`business_scale`,
                                  `t24`.`start_month`,
                                  `t24`.`end_month`,
                                  `t24`.`gross`,
                                  `t24`.`calendar`,
                                  `t24`.`paused`,
                                  `t24`.`net`,
                                  `t28`.`own`,
                                  `t29`.`province_rule`
                                FROM (
                                  SELECT
                                    `t19`.`office`,
                                    `t19`.`application_no`,
                                    `t19`.`cal`,
                                    `t19`.`as_of`,
                                    `t19`.`permit_type`,
                                    `t19`.`bundle_no`,
                                    `t19`.`submitted_at`,
                                    `t19`.`received_day`,
                                    `t19`.`complete_day`,
                                    `t19`.`start_day`,
                                    `t19`.`end_day`,
                                    `t19`.`issued_day`,
                                    `t19`.`last_day`,
                                    `t19`.`outcome`,
                                    `t19`.`is_open`,
                                    `t19`.`undated`,
                                    `t19`.`s_idx`,
                                    `t19`.`e_idx`,
                                    `t19`.`channel`,
                                    `t19`.`business_scale`,
                                    `t19`.`start_month`,
                                    `t19`.`end_month`,
                                    `t19`.`gross`,
                                    `t19`.`calendar`,
                                    CAST(COALESCE(`t19`.`paused`, 0) AS INT) AS `paused`,
                                    CAST(`t19`.`gross` - CAST(COALESCE(`t19`.`paused`, 0) AS INT) AS INT) AS `net`
                                  FROM `t18` AS `t19`
                                ) AS `t24`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t25`.`office` AS `_k0`,
                                    `t25`.`application_no` AS `_k1`,
                                    `t25`.`standard` AS `own`
                                  FROM `t23` AS `t25`
                                  WHERE
                                    `t25`.`start_day` >= `t25`.`first`
                                    AND `t25`.`start_day` < `t25`.`until`
                                    AND `t25`.`rank` = 0
                                ) AS `t28`
                                  ON `t24`.`office` = `t28`.`_k0` AND `t24`.`application_no` = `t28`.`_k1`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t25`.`office` AS `_k0`,
                                    `t25`.`application_no` AS `_k1`,
                                    `t25`.`standard` AS `province_rule`
                                  FROM `t23` AS `t25`
                                  WHERE
                                    `t25`.`start_day` >= `t25`.`first`
                                    AND `t25`.`start_day` < `t25`.`until`
                                    AND `t25`.`rank` = 1
                                ) AS `t29`
                                  ON `t24`.`office` = `t29`.`_k0` AND `t24`.`application_no` = `t29`.`_k1`
                              ) AS `t30`
                            ) AS `t31`
                          ) AS `t32`
                        ) AS `t35`
                          ON `t6`.`office` = `t35`.`office` AND `t6`.`application_no` = `t35`.`application_no`
                      ) AS `t36`
                      WHERE
                        `t36`.`p_start` < (
                          `t36`.`s_idx` + `t36`.`standard` + `t36`.`before`
                        )
                    ) AS `t37`
                    GROUP BY
                      1,
                      2
                  ) AS `t38`
                ) AS `t40`
                  ON `t33`.`office` = `t40`.`_k0` AND `t33`.`application_no` = `t40`.`_k1`
              ) AS `t41`
            ) AS `t43`
            LEFT OUTER JOIN (
              SELECT
                `t2`.`cal` AS `_k0`,
                `t2`.`idx` AS `_k1`,
                `t2`.`day` AS `due_on`
              FROM `given_working` AS `t2`
            ) AS `t13`
              ON `t43`.`cal` = `t13`.`_k0` AND `t43`.`due_idx` = `t13`.`_k1`
          ) AS `t44`
        ) AS `t45`
      ) AS `t46`
    ) AS `t48`
    LEFT OUTER JOIN (
      SELECT
        `t0`.`office` AS `_k0`,
        `t0`.`application_no` AS `_k1`,
        `t0`.`stage` AS `_last`
      FROM `kept_runs` AS `t0`
      WHERE
        `t0`.`from_last` = 0
    ) AS `t14`
      ON `t48`.`office` = `t14`.`_k0` AND `t48`.`application_no` = `t14`.`_k1`
    LEFT OUTER JOIN (
      SELECT
        `t1`.`office` AS `_k0`,
        `t1`.`application_no` AS `_k1`,
        `t1`.`snap` AS `_k2`,
        `t1`.`stage` AS `_lies`,
        `t1`.`overdue` AS `_overdue`,
        `t1`.`due_soon` AS `_soon`
      FROM `kept_standing` AS `t1`
    ) AS `t12`
      ON `t48`.`office` = `t12`.`_k0`
      AND `t48`.`application_no` = `t12`.`_k1`
      AND `t48`.`as_of` = `t12`.`_k2`
  ) AS `t49`
) AS `t50`
