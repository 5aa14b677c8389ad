-- What does each model say of those who bought, and of those who did not?
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
SELECT d.program, t.model, count(*) AS candidates,
  avg(CASE WHEN s.order_id IS NOT NULL THEN d.scores[t.model].score END) AS mean_of_buyers,
  avg(CASE WHEN s.order_id IS NULL THEN d.scores[t.model].score END) AS mean_of_others
FROM decisions d
CROSS JOIN UNNEST(map_keys(d.scores)) AS t(model)
LEFT JOIN sales s ON s.newest = 1 AND s.program = d.program AND s.customer_id = d.customer_id
  AND s.marketplace = d.marketplace AND s.subject_type = d.subject_type
  AND s.subject_id = d.subject_id
WHERE d.newest = 1
GROUP BY d.program, t.model
ORDER BY d.program, t.model
