/**
 * applies: long lists of operations on their way into a set each. `done` counts the operations from the first on that are done or were left
 * out, `ahead` names later ones. `ended_at`: it stands still, and goes on where it is asked for again.
 */
export const applies = `
CREATE TABLE applies (
  id INTEGER PRIMARY KEY,
  asked TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  ahead TEXT NOT NULL DEFAULT '[]',
  left_out INTEGER NOT NULL DEFAULT 0,
  set_id INTEGER,
  ended_at INTEGER
);
INSERT INTO applies (asked, done, left_out, set_id)
  SELECT asked.value, coalesce(standing.value ->> '$.at', 0), coalesce(standing.value ->> '$.leftOut', 0),
    standing.value ->> '$.changeSetId'
  FROM meta one, json_each(one.value) number
  JOIN meta asked ON asked.key = 'apply:' || number.value || ':asked'
  LEFT JOIN meta standing ON standing.key = 'apply:' || number.value || ':standing'
  WHERE one.key = 'appliesUnderWay' ORDER BY number.key;
DELETE FROM meta WHERE key = 'appliesUnderWay' OR key GLOB 'apply:*:asked' OR key GLOB 'apply:*:standing';
`
