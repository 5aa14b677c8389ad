-- What do customers do with what apps show them, by program and channel?
WITH events AS (
  SELECT DISTINCT program, channel, customer_id, marketplace, subject_type, subject_id, event, event_id,
    CAST(occurred_at AS date) AS day
  FROM engagements
  WHERE dt >= CAST(CAST(current_date - INTERVAL '28' DAY AS date) AS varchar)
), seen AS (
  SELECT program, channel, day, customer_id, marketplace, subject_type, subject_id,
    count_if(event = 'IMPRESSION') AS impressions,
    max(CASE WHEN event = 'CLICK' THEN 1 ELSE 0 END) AS clicked,
    max(CASE WHEN event = 'ADD_TO_CART' THEN 1 ELSE 0 END) AS added,
    max(CASE WHEN event = 'DISMISSAL' THEN 1 ELSE 0 END) AS dismissed,
    max(CASE WHEN event = 'CONVERSION' THEN 1 ELSE 0 END) AS converted
  FROM events
  GROUP BY program, channel, day, customer_id, marketplace, subject_type, subject_id
)
SELECT program, channel, sum(impressions) AS impressions, count(DISTINCT customer_id) AS customers,
  count(*) AS shown, sum(clicked) AS clicked, sum(added) AS added_to_cart,
  sum(dismissed) AS dismissed, sum(converted) AS converted
FROM seen
GROUP BY program, channel
ORDER BY program, channel
