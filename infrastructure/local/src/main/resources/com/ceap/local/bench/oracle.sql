-- program.yaml as one statement: $1 is the business date, $2 the moment of the decision (UTC).
--
-- What comes out, told apart by "line":
--   record    rows of the query by what is wrong with them ("reason" null: nothing), in "n"
--   rejected  unique candidates that were turned away by filter and reason, in "n"
--   total     how many are left, and the compensated sum of their scores
--   eligible  each of those, with its score
WITH
queried AS (
  SELECT customer_id, product_id, view_count, time_spent, add_to_cart, purchase_status, category,
         price,
         CASE
           WHEN view_count < 0 OR time_spent < 0 THEN 'NEGATIVE_COUNT'
           WHEN NOT isfinite(price) THEN 'WRONG_TYPE'
           WHEN price < 0 THEN 'NEGATIVE_AMOUNT'
           WHEN customer_id IS NULL OR trim(customer_id) = '' THEN 'MISSING_CUSTOMER'
           WHEN product_id IS NULL OR trim(product_id) = '' THEN 'MISSING_SUBJECT'
         END AS fault
  FROM product_interactions
  WHERE date = CAST($1 AS DATE)
    AND view_count >= 3
    AND purchase_status = 'not_purchased'
),
-- The greatest row of each customer and product; what has no value is least.
uniques AS (
  SELECT * FROM queried
  WHERE fault IS NULL
  QUALIFY 1 = row_number() OVER (
    PARTITION BY customer_id, product_id
    ORDER BY view_count DESC NULLS LAST, time_spent DESC NULLS LAST,
             add_to_cart DESC NULLS LAST, category DESC NULLS LAST,
             price DESC NULLS LAST, purchase_status DESC NULLS LAST)
),
-- Of each customer, program and channel the latest word holds; blank stands for all.
last_words AS (
  SELECT customer_id,
         coalesce(nullif(trim(program_id), ''), 'all') AS program,
         coalesce(nullif(trim(channel), ''), 'all') AS channel,
         arg_max(opted_out, updated_at) AS opted_out
  FROM consents
  GROUP BY ALL
),
opt_outs AS (
  SELECT customer_id,
         bool_or(channel IN ('all', 'email')) AS email,
         bool_or(channel IN ('all', 'in-app')) AS in_app
  FROM last_words
  WHERE opted_out AND program IN ('all', 'product-recommendations')
  GROUP BY customer_id
),
bought AS (
  SELECT DISTINCT customer_id, product_id, true AS yes FROM purchases
),
-- A message without an id is known by its time: told twice, it counts once.
emails AS (
  SELECT customer_id, count(DISTINCT sent_at) AS week
  FROM contacts
  WHERE program_id = 'product-recommendations'
    AND channel = 'email'
    AND sent_at > CAST($2 AS TIMESTAMP) - INTERVAL 168 HOURS
    AND sent_at <= CAST($2 AS TIMESTAMP)
  GROUP BY customer_id
),
known AS (
  SELECT u.*,
         coalesce(c.marketplace, 'US') AS marketplace,
         c.status,
         p.in_stock,
         p.active,
         b.yes AS bought,
         coalesce(trim(c.email) <> '', false) AND NOT coalesce(o.email, false) AS by_email,
         NOT coalesce(o.in_app, false) AS by_app,
         coalesce(e.week, 0) AS emails
  FROM uniques u
  LEFT JOIN customers c USING (customer_id)
  LEFT JOIN products p USING (product_id)
  LEFT JOIN bought b ON b.customer_id = u.customer_id AND b.product_id = u.product_id
  LEFT JOIN opt_outs o ON o.customer_id = u.customer_id
  LEFT JOIN emails e ON e.customer_id = u.customer_id
),
verdicts AS (
  SELECT *,
         CASE
           WHEN marketplace NOT IN ('US', 'UK', 'DE', 'FR', 'JP', 'IN', 'BR', 'AU')
             THEN 'etl MARKETPLACE_NOT_SERVED'
           WHEN status IS NULL THEN 'trust CUSTOMER_UNKNOWN'
           WHEN status IN ('unverified', 'fraudulent') THEN 'trust CUSTOMER_NOT_AUTHENTIC'
           WHEN status <> 'active' THEN 'trust CUSTOMER_INACTIVE'
           WHEN view_count IS NULL THEN 'purchase-intent MISSING_VIEW_COUNT'
           WHEN view_count < 3 THEN 'purchase-intent BELOW_MIN_VIEW_COUNT'
           WHEN time_spent IS NULL THEN 'purchase-intent MISSING_TIME_SPENT'
           WHEN time_spent < 300 THEN 'purchase-intent BELOW_MIN_TIME_SPENT'
           WHEN in_stock IS NULL THEN 'inventory PRODUCT_UNKNOWN'
           WHEN NOT in_stock THEN 'inventory OUT_OF_STOCK'
           WHEN NOT active THEN 'inventory PRODUCT_INACTIVE'
           WHEN bought OR lower(purchase_status) = 'purchased'
             THEN 'eligibility ALREADY_PURCHASED'
           WHEN NOT by_email AND NOT by_app THEN 'eligibility OPTED_OUT'
           WHEN by_email AND emails >= 3 THEN 'frequency-cap FREQUENCY_CAP_REACHED'
         END AS verdict
  FROM known
),
-- With an exponent a number is a double; without one it would be a decimal.
eligible AS MATERIALIZED (
  SELECT customer_id, marketplace, product_id,
         1e0 / (1e0 + exp(-(-2.5e0
                            + 1.5e-1 * view_count
                            + 8e-4 * time_spent
                            + 1.25e0 * CAST(add_to_cart AS INTEGER)
                            + -2e-4 * price))) AS score
  FROM verdicts
  WHERE verdict IS NULL
)
SELECT 'record' AS line, NULL AS filter_id, fault AS reason, count(*) AS n,
       NULL AS customer_id, NULL AS marketplace, NULL AS product_id, NULL AS score
FROM queried
GROUP BY fault
UNION ALL
SELECT 'rejected', split_part(verdict, ' ', 1), split_part(verdict, ' ', 2), count(*),
       NULL, NULL, NULL, NULL
FROM verdicts
WHERE verdict IS NOT NULL
GROUP BY verdict
UNION ALL
SELECT 'total', NULL, NULL, count(*), NULL, NULL, NULL, coalesce(fsum(score), 0)
FROM eligible
UNION ALL
SELECT 'eligible', NULL, NULL, 1, customer_id, marketplace, product_id, score
FROM eligible
