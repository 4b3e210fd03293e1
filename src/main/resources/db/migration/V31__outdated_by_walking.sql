-- New rules write every lead. With an index on their number each of these updates needed an entry in every
-- index; without it those that change nothing else need none. `review` walks through the table instead.
DROP INDEX lead_by_ruleset;
