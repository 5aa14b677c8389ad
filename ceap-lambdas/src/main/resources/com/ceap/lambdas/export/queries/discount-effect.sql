-- Does a higher discount convert more, and what is left of the price?
WITH decisions AS (
  SELECT *, row_number() OVER (
    PARTITION BY program, customer_id, marketplace, subject_type, subject_id ORDER BY dt DESC) AS newest
  FROM candidates
  WHERE dt >= CAST(CAST(current_date - INTERVAL '28' DAY AS date) AS varchar)
),
sales AS (
  SELECT *, row_number() OVER (
    PARTITION BY program, customer_id, marketplace, subject_type, subject_id ORDER BY dt DESC) AS newest
  FROM outcomes
  WHERE outcome = 'CONVERTED' AND dt >= CAST(CAST(current_date - INTERVAL '28' DAY AS date) AS varchar)
)
SELECT d.program, d.marketplace, coalesce(d.discount_percent, 0) AS discount_percent,
  count(*) AS candidates, count(s.order_id) AS converted,
  CAST(count(s.order_id) AS double) / count(*) AS rate, max(s.currency) AS currency,
  CAST(avg(s.revenue) AS decimal(38, 2)) AS average_order
FROM decisions d
LEFT JOIN sales s ON s.newest = 1 AND s.program = d.program AND s.customer_id = d.customer_id
  AND s.marketplace = d.marketplace AND s.subject_type = d.subject_type
  AND s.subject_id = d.subject_id
WHERE d.newest = 1
GROUP BY d.program, d.marketplace, coalesce(d.discount_percent, 0)
ORDER BY d.program, d.marketplace, discount_percent
