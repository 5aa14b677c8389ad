-- Why do messages not go out?
WITH messages AS (
  SELECT *, row_number() OVER (PARTITION BY message_id ORDER BY dt DESC) AS newest
  FROM deliveries
  WHERE dt >= CAST(CAST(current_date - INTERVAL '28' DAY AS date) AS varchar)
)
SELECT program, channel, state, coalesce(reason, '(none)') AS reason, count(*) AS messages
FROM messages
WHERE newest = 1 AND state IN ('SUPPRESSED', 'FAILED', 'UNKNOWN')
GROUP BY program, channel, state, coalesce(reason, '(none)')
ORDER BY messages DESC, program, channel, reason
