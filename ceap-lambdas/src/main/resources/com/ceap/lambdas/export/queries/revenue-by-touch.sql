-- Which channel and touch bring in what?
WITH sales AS (
  SELECT *, row_number() OVER (
    PARTITION BY program, customer_id, marketplace, subject_type, subject_id ORDER BY dt DESC) AS newest
  FROM outcomes
  WHERE outcome = 'CONVERTED' AND dt >= CAST(CAST(current_date - INTERVAL '28' DAY AS date) AS varchar)
)
SELECT program, coalesce(channel, '(none)') AS channel, touch, currency,
  count(*) AS orders, sum(revenue) AS revenue, CAST(avg(revenue) AS decimal(38, 2)) AS average_order
FROM sales
WHERE newest = 1
GROUP BY program, channel, touch, currency
ORDER BY program, revenue DESC, channel, touch
