"""A reader that follows the audit's sequence past 8 writers with random delays at commit loses 0 entries."""

import random
import subprocess
import sys
import threading
import time

from stand import Stand, wait
from writers import Writers

# At the very end of a transaction, when its numbers are given and its time is taken.
DELAY = """
CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN PERFORM pg_sleep(random() * 0.02); RETURN NULL; END';
GRANT EXECUTE ON FUNCTION wait_at_commit() TO PUBLIC
"""


class Reader(threading.Thread):
    """Asks again and again for what is after the last it saw, in one psql."""

    def __init__(self, stand, column, table):
        super().__init__(daemon=True)
        self.psql = subprocess.Popen(
            ["psql", "-X", "-A", "-t", "-q", "-d", f"postgres://postgres@/elsec?host={stand.cluster}"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.column, self.table, self.seen, self.polls, self.over = column, table, [], 0, threading.Event()

    def poll(self, cursor):
        after = f"WHERE {self.column} > '{cursor}'" if cursor is not None else ""
        self.psql.stdin.write(f"SELECT {self.column} FROM {self.table} {after} ORDER BY 1;\n\\echo end\n")
        self.psql.stdin.flush()
        return list(iter(lambda: self.psql.stdout.readline().strip(), "end"))

    def run(self):
        cursor = None
        while True:
            is_last = self.over.is_set()
            found = self.poll(cursor)
            self.polls += 1
            self.seen += found
            cursor = found[-1] if found else cursor
            if is_last:
                break
        self.psql.stdin.close()

    def lost(self, stand):
        """How many rows it never saw; how many it saw twice."""
        self.over.set()
        self.join(30)
        rows = {row[0] for row in stand.sql(f"SELECT {self.column} FROM {self.table}")}
        return len(rows - set(self.seen)), len(self.seen) - len(set(self.seen)), len(rows)


def control(stand, table, turns=60):
    """Eight writers of plain rows, each transaction its own; nobody waits for anybody."""
    script = f"INSERT INTO {table} DEFAULT VALUES;\n" * turns
    writers = [
        subprocess.Popen(["psql", "-X", "-q", "-d", f"postgres://postgres@/elsec?host={stand.cluster}"], stdin=subprocess.PIPE,
                         text=True) for _ in range(8)]
    for writer in writers:
        writer.stdin.write(script)
        writer.stdin.close()
    for writer in writers:
        writer.wait(120)


def delay(stand, table):
    stand.sql(f"CREATE CONSTRAINT TRIGGER late AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED "
              f"FOR EACH ROW {'WHEN (NEW.kind = $$screening$$)' if table == 'elsec.audit' else ''} "
              "EXECUTE FUNCTION public.wait_at_commit()")


with Stand() as stand:
    stand.sql("SET search_path = public;" + DELAY)
    stand.sql("GRANT USAGE ON SCHEMA public TO elsec_app")
    stand.sql("CREATE TABLE public.numbered (id bigserial PRIMARY KEY)")
    stand.sql("CREATE TABLE public.timed (at timestamptz NOT NULL DEFAULT clock_timestamp())")
    for table in ["elsec.audit", "public.numbered", "public.timed"]:
        delay(stand, table)

    services = [stand.serve(), stand.serve()]
    reader = Reader(stand, "sequence_number", "elsec.audit")
    reader.start()
    with Writers(services[0], 4) as some, Writers(services[1], 4) as others:
        others.numbers = iter(range(20_000, 10**9))
        wait(lambda: len(some.kept) + len(others.kept) >= 600, 120)
    lost, twice, entries = reader.lost(stand)
    in_order = reader.seen == sorted(reader.seen, key=int)
    print(f"audit: {entries} entries by {len(some.kept) + len(others.kept)} calls, {reader.polls} polls: "
          f"{lost} lost, {twice} seen twice, {'in order' if in_order else 'OUT OF ORDER'}")

    controls = []
    for column, table in [("id", "public.numbered"), ("at", "public.timed")]:
        other = Reader(stand, column, table)
        other.start()
        control(stand, table)
        missed, _, rows = other.lost(stand)
        controls.append(missed)
        print(f"control, by {column}: {rows} rows, {other.polls} polls: {missed} lost")
    met = lost == 0 and twice == 0 and in_order and entries > 600 and min(controls) > 0
    print(f"{lost} of {entries} entries lost; by made-up numbers {controls[0]}, by times {controls[1]} of 480 lost")
    sys.exit(0 if met else 1)
