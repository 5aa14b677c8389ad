-- How many messages does a customer get, over all programs and channels?
WITH messages AS (
  SELECT *, row_number() OVER (PARTITION BY message_id ORDER BY dt DESC) AS newest
  FROM deliveries
  WHERE dt >= CAST(CAST(current_date - INTERVAL '28' DAY AS date) AS varchar)
),
customers AS (
  SELECT customer_id, count(*) AS messages
  FROM messages
  WHERE newest = 1 AND state NOT IN ('SUPPRESSED', 'SHADOWED', 'FAILED', 'UNKNOWN')
  GROUP BY customer_id
)
SELECT messages, count(*) AS customers
FROM customers
GROUP BY messages
ORDER BY messages
