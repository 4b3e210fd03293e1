-- The e-mail addresses that a rejected line holds, in whatever cell, so that erasing somebody finds
-- the line also where the lead it names is called otherwise.
ALTER TABLE csv_import_error ADD COLUMN addresses text[] COLLATE "C" NOT NULL DEFAULT '{}';

UPDATE csv_import_error SET addresses = ARRAY(
    SELECT DISTINCT found.address
    FROM jsonb_array_elements_text(cells) AS cell,
        LATERAL (
            SELECT btrim(lower(cell)) AS address WHERE length(btrim(cell)) <= 320
            UNION
            SELECT (regexp_matches(lower(cell),
                '[^@\s<>,;:"()|\[\]]{1,64}@[^@\s<>,;:"()|\[\]]{1,255}', 'g'))[1]
        ) AS found
    WHERE cell LIKE '%@%')
WHERE cells::text LIKE '%@%';

CREATE INDEX csv_import_error_by_address ON csv_import_error USING gin (addresses);
