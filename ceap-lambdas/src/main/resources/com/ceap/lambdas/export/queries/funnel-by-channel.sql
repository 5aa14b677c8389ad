-- How far do messages come, by program and channel?
WITH messages AS (
  SELECT *, row_number() OVER (PARTITION BY message_id ORDER BY dt DESC) AS newest
  FROM deliveries
  WHERE dt >= CAST(CAST(current_date - INTERVAL '28' DAY AS date) AS varchar)
)
SELECT program, channel, count(*) AS messages,
  count_if(state NOT IN ('SUPPRESSED', 'SHADOWED', 'FAILED', 'UNKNOWN')) AS sent,
  count_if(state IN ('DELIVERED', 'OPENED', 'CLICKED', 'CONVERTED', 'COMPLAINED')) AS delivered,
  count_if(state IN ('OPENED', 'CLICKED', 'CONVERTED')) AS opened,
  count_if(state IN ('CLICKED', 'CONVERTED')) AS clicked,
  count_if(state = 'CONVERTED') AS converted
FROM messages
WHERE newest = 1
GROUP BY program, channel
ORDER BY program, channel
