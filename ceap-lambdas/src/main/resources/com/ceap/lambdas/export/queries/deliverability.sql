-- How many messages bounce, and how many are reported as unwanted?
WITH messages AS (
  SELECT *, row_number() OVER (PARTITION BY message_id ORDER BY dt DESC) AS newest
  FROM deliveries
  WHERE dt >= CAST(CAST(current_date - INTERVAL '28' DAY AS date) AS varchar)
)
SELECT program, channel, count(*) AS sent,
  CAST(count_if(state = 'BOUNCED') AS double) / count(*) AS bounce_rate,
  CAST(count_if(state = 'COMPLAINED') AS double) / count(*) AS complaint_rate
FROM messages
WHERE newest = 1 AND state NOT IN ('SUPPRESSED', 'SHADOWED', 'FAILED', 'UNKNOWN')
GROUP BY program, channel
ORDER BY program, channel
