-- By which publication a lead was assessed last, 0 for never. A version may go live several times, so its number does
-- not tell. Written as a default, because that need not touch the rows of all leads that are up to date.
DO $$
DECLARE
    newest ruleset_publication%ROWTYPE;
BEGIN
    SELECT * INTO newest FROM ruleset_publication ORDER BY sequence DESC LIMIT 1;
    EXECUTE format('ALTER TABLE lead ADD COLUMN publication integer NOT NULL DEFAULT %s', coalesce(newest.sequence, 0));
    ALTER TABLE lead ALTER COLUMN publication SET DEFAULT 0;
    UPDATE lead SET publication =
        coalesce((SELECT max(sequence) FROM ruleset_publication p WHERE p.ruleset = lead.ruleset), 0)
    WHERE ruleset <> newest.ruleset;
END
$$;

-- The moment of the last thing that was done to the lead: for a lead time never runs backwards.
ALTER TABLE lead ADD COLUMN stepped_at timestamptz;
