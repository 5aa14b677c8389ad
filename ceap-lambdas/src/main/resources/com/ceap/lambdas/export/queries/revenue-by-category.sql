-- Which categories sell, and at what order value?
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
SELECT d.program, coalesce(d.category, '(none)') AS category, s.currency, count(*) AS orders,
  sum(s.revenue) AS revenue, CAST(avg(s.revenue) AS decimal(38, 2)) AS average_order
FROM decisions d
JOIN sales s ON s.newest = 1 AND s.program = d.program AND s.customer_id = d.customer_id
  AND s.marketplace = d.marketplace AND s.subject_type = d.subject_type
  AND s.subject_id = d.subject_id
WHERE d.newest = 1
GROUP BY d.program, d.category, s.currency
ORDER BY d.program, revenue DESC, category
