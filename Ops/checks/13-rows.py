"""Every table with an area, by area unset, own or other, read and written as elsec_app: 0 foreign rows, 0 rows when unset."""

import subprocess
import sys

from stand import AREA, Stand

OTHER = "E06888888"
# The list of areas is everybody's to read.
LISTED = {"area"}

# As the superuser, past triggers and rules: each table holds some rows of both areas, whatever they say.
FILL = """
SET session_replication_role = replica;
DO $$
DECLARE t record; a text; n int; k record; names text; vals text;
BEGIN
  FOR k IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'elsec'::regnamespace
  LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', k.t, k.conname); END LOOP;
  FOR t IN SELECT c.oid, c.relname FROM pg_class c JOIN pg_attribute p ON p.attrelid = c.oid AND p.attname = 'area'
    WHERE c.relnamespace = 'elsec'::regnamespace AND c.relkind IN ('r', 'p')
  LOOP
    FOREACH a IN ARRAY ARRAY['{own}', '{other}'] LOOP
      FOR n IN 1..3 LOOP
        SELECT string_agg(quote_ident(attname), ','),
          string_agg(CASE WHEN attname = 'area' THEN quote_literal(a)
            WHEN atttypid IN ('int8'::regtype, 'int4'::regtype, 'int2'::regtype, 'float8'::regtype) THEN (900000 + n)::text
            ELSE quote_literal('x' || n || a) END, ',')
        INTO names, vals FROM pg_attribute WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped;
        EXECUTE format('INSERT INTO elsec.%I (%s) VALUES (%s) ON CONFLICT DO NOTHING', t.relname, names, vals);
      END LOOP;
    END LOOP;
  END LOOP;
END $$
"""

# As elsec_app: what each statement does to the rows of an area; nothing is kept.
TRY = """
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
  BEGIN
    IF statement LIKE 'SELECT%' THEN EXECUTE statement INTO n;
    ELSE EXECUTE statement; GET DIAGNOSTICS n = ROW_COUNT; END IF;
    RAISE EXCEPTION 'rows %', n;
  EXCEPTION WHEN raise_exception THEN RETURN substr(SQLERRM, 6); WHEN OTHERS THEN RETURN SQLSTATE; END;
END $$;
"""


def matrix(stand, tables, setting):
    """{(table, area, operation): rows or SQLSTATE}"""
    lines = [TRY] + ([f"SET elsec.area = '{setting}';"] if setting else [])
    for table in tables:
        for area in (AREA, OTHER):
            where = f"FROM elsec.{table} WHERE area = ''{area}''"
            for operation, statement in [
                ("S", f"SELECT count(*) {where}"), ("I", f"INSERT INTO elsec.{table} (area) VALUES (''{area}'')"),
                ("U", f"UPDATE elsec.{table} SET area = area WHERE area = ''{area}''"), ("D", f"DELETE {where}")]:
                lines.append(f"SELECT '{table}|{area}|{operation}|' || pg_temp.try('{statement}');")
    script = stand.folder / "matrix.sql"
    script.write_text("\n".join(lines))
    done = subprocess.run(
        ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", stand.store, "-f", str(script)],
        capture_output=True, text=True, check=True, env={"PGPASSWORD": "known", "PATH": "/usr/bin:/bin"})
    return {tuple(line.split("|")[:3]): line.split("|")[3] for line in done.stdout.splitlines() if "|" in line}


def rows(answer):
    return int(answer) if len(answer) < 5 and answer.isdigit() else 0


with Stand() as stand:
    stand.elsec("area", "set", OTHER, "--name", "Elsewhere")
    stand.sql(FILL.format(own=AREA, other=OTHER))
    # The grants of each table are put aside: only the policies hold.
    stand.sql("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA elsec TO elsec_app; "
              "GRANT TEMPORARY ON DATABASE elsec TO elsec_app; ALTER ROLE elsec_app PASSWORD 'known'")
    for (name, table) in stand.sql(
        "SELECT tgname, tgrelid::regclass FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid "
        "WHERE NOT tgisinternal AND c.relnamespace = 'elsec'::regnamespace"):
        stand.sql(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
    tables = [row[0] for row in stand.sql(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'area' "
        "WHERE c.relnamespace = 'elsec'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1")]
    empty = [t for t in tables if stand.sql(f"SELECT count(DISTINCT area) FROM {t}") != [["2"]]]

    wrong, cells, foreign, unset = [], 0, 0, 0
    for setting in (None, AREA, OTHER):
        for (table, area, operation), answer in matrix(stand, tables, setting).items():
            cells += 1
            if area == setting:
                # One's own: all four reach the rows, or fail for another reason than the policy.
                reached = answer != "42501" if operation == "I" else rows(answer) >= 1 or answer.startswith("23")
                if not reached:
                    wrong.append(f"{table} {operation} own: {answer}")
            elif table in LISTED and operation == "S":
                continue
            elif operation == "I":
                if answer != "42501":
                    wrong.append(f"{table} I {setting} into {area}: {answer}")
                    foreign += 1
            elif answer != "0":
                wrong.append(f"{table} {operation} {setting} of {area}: {answer}")
                foreign += rows(answer) or 1
                unset += setting is None
    for line in wrong[:20]:
        print(line)
    expected = len(tables) * 3 * 2 * 4
    print(f"{len(tables)} tables hold rows of two areas, but for {empty}" if empty else f"{len(tables)} tables hold rows of two areas")
    print("an outsider with the application's password and no area set sees the list of areas and nothing else")
    print(f"{cells} cells, {foreign} foreign rows, {unset} rows where no area is set, {len(wrong)} cells wrong")
    sys.exit(0 if not wrong and not empty and cells == expected and len(tables) > 30 else 1)
