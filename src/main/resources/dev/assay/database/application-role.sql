-- Makes the application's role the owner of the database, in one transaction. It may run again. In single-user mode a
-- statement ends with a semicolon before an empty line, so there is no such place inside.
DO $setup$
DECLARE
  bootstrap CONSTANT oid := 10; -- the superuser that initdb made
  first_of_ours CONSTANT oid := 16384; -- objects below it belong to PostgreSQL itself
  command text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'assay') THEN
    CREATE ROLE assay;
  END IF;
  EXECUTE format(
    'ALTER ROLE assay LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD %L',
    current_setting('assay.verifier'));
  -- The superuser works in this mode only.
  EXECUTE format('ALTER ROLE %s PASSWORD NULL', bootstrap::regrole);
  FOR command IN
    SELECT format('REVOKE %s FROM assay', roleid::regrole) FROM pg_auth_members WHERE member = 'assay'::regrole
  LOOP
    EXECUTE command;
  END LOOP;
  EXECUTE format('ALTER DATABASE %I OWNER TO assay', current_database());
  -- Members of extensions stay with the superuser, as if the application had made the (trusted) extension.
  FOR command IN
    SELECT format('ALTER SCHEMA %I OWNER TO assay', nspname)
    FROM pg_namespace
    WHERE nspowner = bootstrap AND oid >= first_of_ours AND nspname !~ '^pg_'
    UNION ALL
    SELECT format('ALTER %s %s OWNER TO assay',
      CASE relkind
        WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE'
      END,
      c.oid::regclass)
    FROM pg_class AS c
    WHERE relowner = bootstrap AND c.oid >= first_of_ours AND relpersistence <> 't'
      AND relkind IN ('r', 'p', 'v', 'm', 'S')
      -- Members of extensions, and sequences of columns, which go with their tables.
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE classid = 'pg_class'::regclass AND objid = c.oid
          AND (deptype = 'e' OR relkind = 'S' AND deptype IN ('a', 'i')))
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO assay', p.oid::regprocedure)
    FROM pg_proc AS p
    WHERE proowner = bootstrap AND p.oid >= first_of_ours
      AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')
    UNION ALL
    SELECT format('ALTER TYPE %s OWNER TO assay', t.oid::regtype)
    FROM pg_type AS t
    WHERE typowner = bootstrap AND t.oid >= first_of_ours AND typtype <> 'm'
      -- Types of rows go with their tables, types of arrays with those of their elements.
      AND (typrelid = 0 OR EXISTS (SELECT FROM pg_class WHERE oid = typrelid AND relkind = 'c'))
      AND NOT EXISTS (SELECT FROM pg_type AS element WHERE element.typarray = t.oid)
      AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = t.oid AND deptype IN ('e', 'i'))
  LOOP
    EXECUTE command;
  END LOOP;
END
$setup$;
