"""By strace: of 50 inserts, 50 are answered only after their log was written and fdatasync had returned."""

import re
import shutil
import subprocess
import sys
import time

from stand import Stand
from writers import screening

if not shutil.which("strace"):
    print("there is no 'strace' on the PATH: apt-get install strace")
    sys.exit(69)


def trace(stand, client, first):
    """(transactions that inserted, those answered before their log was on the disk) of 50 calls."""
    # A commit is flushed by whoever makes it, or by the server's own writer.
    watched = [row[0] for row in stand.sql(
        "SELECT pid FROM pg_stat_activity WHERE usename = 'elsec_app' OR backend_type = 'walwriter'")]
    path = stand.folder / f"trace-{first}"
    strace = subprocess.Popen(
        ["strace", "-f", "-q", "-s", "100000", "-e", "trace=pwrite64,pwritev,fdatasync,fsync,sendto", "-e", "signal=none",
         "-o", str(path), *(word for pid in watched for word in ("-p", pid))],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    time.sleep(1.5)
    if strace.poll() is not None:
        print(strace.stderr.read().strip())
        print("strace may not watch processes here: ptrace is not permitted")
        sys.exit(69)
    for number in range(first, first + 50):
        client.call("screening.record", **screening(number))
    time.sleep(0.5)
    strace.terminate()
    strace.wait(20)

    # One call at a time is made, so that what lies between two answers is of one transaction.
    answers = early = wrote = synced = 0
    inserted = False
    for line in path.read_text(errors="replace").splitlines():
        if "pwrite" in line and "resumed" not in line:
            wrote += 1
        if re.search(r"(fdatasync|fsync)(\(| resumed).* = 0$", line):
            synced += 1
        if "sendto(" in line:
            inserted = inserted or "INSERT 0 " in line
            if "COMMIT" in line:
                if inserted:
                    answers += 1
                    early += not (wrote and synced)
                wrote = synced = 0
                inserted = False
    return answers, early


with Stand() as stand:
    client = stand.serve().client("practitioner")
    for number in range(20_000, 20_010):
        client.call("screening.record", **screening(number))
    answers, early = trace(stand, client, 0)
    print(f"{answers} transactions with inserts, {early} answered before their log was on the disk")
    # The same with a server that does not wait for its disk: the trace must show it.
    stand.sql("ALTER SYSTEM SET synchronous_commit = off")
    stand.sql("SELECT pg_reload_conf()")
    time.sleep(0.5)
    careless, too_soon = trace(stand, client, 50)
    print(f"control, without synchronous_commit: {too_soon} of {careless} answered before")
    print(f"{answers - early} of {answers} commits answered after pwrite and fdatasync; control {careless - too_soon} of {careless}")
    sys.exit(0 if answers >= 50 and early == 0 and too_soon > 0 else 1)
