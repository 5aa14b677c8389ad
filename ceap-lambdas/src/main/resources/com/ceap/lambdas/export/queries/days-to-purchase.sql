-- How many days lie between the decision and the purchase?
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
SELECT d.program, date_diff('day', CAST(d.event_time AS date), CAST(s.outcome_at AS date)) AS days,
  count(*) AS orders
FROM decisions d
JOIN sales s ON s.newest = 1 AND s.program = d.program AND s.customer_id = d.customer_id
  AND s.marketplace = d.marketplace AND s.subject_type = d.subject_type
  AND s.subject_id = d.subject_id
WHERE d.newest = 1
GROUP BY d.program, date_diff('day', CAST(d.event_time AS date), CAST(s.outcome_at AS date))
ORDER BY d.program, days
