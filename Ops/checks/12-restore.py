"""Ops/restore-drill on a store in use, and a record read from the restored store: RPO at most 60 s, RTO at most 60 s."""

import os
import re
import subprocess
import sys
import time

from stand import ELSEC, ROOT, Stand, wait
from writers import Writers

with Stand(archive=10) as stand:
    service = stand.serve()
    with Writers(service, 4) as writers:
        wait(lambda: len(writers.kept) >= 100, 60)
        stand.run([str(ROOT / "Ops/backup"), "base", stand.superuser, str(stand.archive)])
        wait(lambda: len(writers.kept) >= 400, 60)
        # Half of what is kept is in the base, the other half in the log after it; writers go on meanwhile.
        drill = subprocess.run(
            [str(ROOT / "Ops/restore-drill"), stand.superuser, str(stand.archive)], capture_output=True, text=True,
            env={**os.environ, "ELSEC": ELSEC})
        print(drill.stderr.strip())
        print(drill.stdout.strip())
    figures = dict(re.findall(r"^(RPO|RTO) ([0-9.]+) s$", drill.stdout, re.M))
    checked = "in order" in drill.stderr and "every link holds" in drill.stderr and "NOT SO" not in drill.stderr

    # A restore of all that the archive holds, used as a store.
    known = writers.kept[-1]
    acknowledged = len(writers.kept)
    lasts = time.monotonic()
    file = stand.sql("SELECT pg_walfile_name(pg_current_wal_insert_lsn())")[0][0]
    arrived = wait(lambda: any(stand.archive.glob(f"wal/{file}.gz*")), 60)
    behind = time.monotonic() - lasts
    restored = stand.folder / "back"
    began = time.monotonic()
    try:
        stand.run([str(ROOT / "Ops/restore"), str(stand.archive), str(restored)])
        stand.store = f"postgres://elsec_app@/elsec?host={restored}"
        client = stand.serve().client("practitioner")
        usable = time.monotonic() - began
        read = client.call("screening.get", screening=known)["screening"]["id"]
        check = stand.elsec("store", "check").strip().splitlines()[-1]
        verified = stand.elsec("audit", "verify").strip()
        rows = int(stand.run(
            ["psql", "-XAtq", "-d", f"postgres://postgres@/elsec?host={restored}", "-c",
             "SELECT count(*) FROM elsec.screening"]))
    finally:
        subprocess.run([str(ROOT / "Ops/postgres"), "remove", str(restored)], check=False, capture_output=True)
    print(f"restored: {rows} of {acknowledged} acknowledged records; the last one read by a call: {read == known}")
    print(check)
    print(verified)
    rpo, rto = float(figures.get("RPO", 999)), float(figures.get("RTO", 999))
    met = (drill.returncode == 0 and checked and arrived and rows == acknowledged and read == known
           and max(rpo, behind) <= 60 and max(rto, usable) <= 60)
    print(f"RPO {max(rpo, behind):.1f} s, RTO {max(rto, usable):.1f} s to a service that answers; {acknowledged - rows} lost")
    sys.exit(0 if met else 1)
