"""8 writers at once fork no audit; each of 60 tamperings by SQL is found, at the entry where it begins."""

import json
import os
import random
import subprocess
import sys
import time

from stand import AREA, ELSEC, ROOT, Stand, wait
from writers import Writers

TABLES = ["audit", "audit_head", "audit_subject", "audit_salt"]


def verify(stand, *words):
    """(exit status, kind, sequence) of what is found."""
    done = subprocess.run(
        [ELSEC, "audit", "verify", "--json", *words], capture_output=True, text=True, cwd=ROOT,
        env={**os.environ, "ELSEC_STORE": stand.store, "ELSEC_USER": "Check admin", "ELSEC_AREA": AREA})
    found = json.loads(done.stdout).get("found", {}) if done.stdout else {"kind": done.stderr}
    return done.returncode, found.get("kind"), found.get("sequence")


def tamper(stand, *statements):
    stand.sql(";".join(["SET session_replication_role = replica", *statements]))


def put_back(stand):
    tamper(stand, *(f"DELETE FROM {t}; INSERT INTO {t} SELECT * FROM saved.{t}" for t in TABLES))


with Stand() as stand:
    random.seed(17)
    # Two services, so that the writers of the area meet in two processes.
    first, second = stand.serve(), stand.serve()
    with Writers(first, 4) as some, Writers(second, 4) as others:
        others.numbers = iter(range(20_000, 10**9))
        wait(lambda: len(some.kept) + len(others.kept) >= 240, 60)
    stand.sql("ALTER ROLE elsec_app SET statement_timeout = 0")
    entries = int(stand.sql("SELECT max(sequence_number) FROM audit")[0][0])
    forks = int(stand.sql("SELECT count(*) - count(DISTINCT previous) FROM audit")[0][0])
    gaps = entries - int(stand.sql("SELECT count(*) FROM audit")[0][0])
    broken = int(stand.sql(
        "SELECT count(*) FROM audit a JOIN audit b ON b.sequence_number = a.sequence_number + 1 "
        "WHERE b.previous <> a.hash")[0][0])
    clean = verify(stand)
    print(f"{entries} entries of 8 writers: {forks} forks, {gaps} gaps, {broken} links broken; verify: exit {clean[0]}")

    key, root = stand.folder / "key", stand.folder / "root"
    stand.elsec("audit", "key", "new", str(key))
    stand.elsec("audit", "root", "--key", str(key), "--out", str(root))
    kept = verify(stand, "--root", str(root))
    entries = int(stand.sql("SELECT max(sequence_number) FROM audit")[0][0])
    stand.sql("CREATE SCHEMA saved")
    for table in TABLES:
        stand.sql(f"CREATE TABLE saved.{table} AS SELECT * FROM {table}")

    tries = []
    for column in ["actor", "role", "purpose", "kind", "entity", "details", "made_at", "action", "hash", "previous"]:
        value = {
            "made_at": "'2020-01-01T00:00:00.000000Z'", "action": "CASE action WHEN 'add' THEN 'view' ELSE 'add' END",
            "role": "CASE role WHEN 'admin' THEN 'manager' ELSE 'admin' END", "hash": f"'{'0' * 63}1'",
            "previous": f"'{'0' * 63}2'", "details": f"'{'0' * 63}3'"}.get(column, f"{column} || 'x'")
        for at in [1, *sorted(random.sample(range(2, entries), 2))]:
            tries.append((f"edit {column}", at, [f"UPDATE audit SET {column} = {value} WHERE sequence_number = {at}"], [], None))
    for at in [1, *sorted(random.sample(range(2, entries), 8))]:
        tries.append(("delete", at, [f"DELETE FROM audit WHERE sequence_number = {at}"], [], None))
    for at in sorted(random.sample(range(1, entries - 30), 6)):
        other = at + random.choice([1, 2, 7, 30])
        tries.append((f"swap with {other}", at, [
            f"UPDATE audit SET sequence_number = 0 - {at} WHERE sequence_number = {at}",
            f"UPDATE audit SET sequence_number = {at} WHERE sequence_number = {other}",
            f"UPDATE audit SET sequence_number = {other} WHERE sequence_number = 0 - {at}"], [], None))
    for at in [entries, *sorted(random.sample(range(2, entries), 5), reverse=True)]:
        tries.append(("cut off", at, [f"DELETE FROM audit WHERE sequence_number >= {at}"], [], None))
    # The head cut too: the store is whole in itself, and only a root kept elsewhere tells.
    for at in [entries - 1, *sorted(random.sample(range(2, entries), 8), reverse=True)]:
        tries.append(("cut off with the head", at, [
            f"DELETE FROM audit WHERE sequence_number >= {at}",
            f"UPDATE audit_head SET (sequence_number, hash) = (SELECT sequence_number, hash FROM audit "
            f"WHERE sequence_number = {at} - 1)"], ["--root", str(root)], "truncated"))

    # Rules of the table that a tampering would break are no obstacle to whoever owns it.
    for (name,) in stand.sql("SELECT conname FROM pg_constraint WHERE conrelid = 'audit'::regclass AND contype = 'c'"):
        stand.sql(f"ALTER TABLE audit DROP CONSTRAINT {name}")
    missed = 0
    for name, at, statements, words, kind in tries:
        tamper(stand, *statements)
        status, found, sequence = verify(stand, *words)
        met = status == 1 and sequence == at and (kind is None or found == kind)
        if not met:
            missed += 1
            print(f"{name} at {at}: exit {status}, {found} at {sequence}")
        put_back(stand)
    after = verify(stand, "--root", str(root))
    met = (forks, gaps, broken, missed) == (0, 0, 0, 0) and clean[0] == kept[0] == after[0] == 0 and len(tries) >= 60
    print(f"{forks} forks among 8 writers; {len(tries) - missed} of {len(tries)} tamperings found where they begin")
    sys.exit(0 if met else 1)
