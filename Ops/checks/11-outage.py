"""Server stopped for 10 s, then lost to its replica: 0 acknowledged records lost, only -32010, full rate within 3 s."""

import subprocess
import sys
import time

from stand import ROOT, Stand, wait
from writers import Writers


def ops(stand, *words):
    return stand.run([str(ROOT / "Ops/postgres"), *map(str, words)]).strip()


def seconds_to(writers, rate, since):
    """When a second with that many answers began, in seconds from `since`; 99 if none does."""
    end = since + 12
    while time.monotonic() < end:
        time.sleep(0.1)
    for tenth in range(110):
        if writers.rate(since + tenth / 10, since + tenth / 10 + 1) >= rate:
            return tenth / 10
    return 99


with Stand() as stand:
    replica = stand.folder / "re"
    stand.store = f"postgres://elsec_app@/elsec?host={stand.cluster},{replica}"
    service = stand.serve()
    with Writers(service, 8) as writers:
        time.sleep(2)
        begin = time.monotonic()
        time.sleep(4)
        full = writers.rate(begin, time.monotonic())
        ops(stand, "stop", stand.cluster)
        time.sleep(10)
        ops(stand, "start", stand.cluster)
        restart = seconds_to(writers, 0.7 * full, time.monotonic())
        print(f"{full:.0f} records a second; {restart} s after the restart again 70 % of that")

        # What is acknowledged is on both servers from here on.
        ops(stand, "replica", replica, stand.superuser)
        stand.sql("ALTER SYSTEM SET synchronous_standby_names = '*'")
        stand.sql("SELECT pg_reload_conf()")
        follows = wait(lambda: stand.sql("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == [["1"]])
        time.sleep(2)
        begin = time.monotonic()
        time.sleep(4)
        full = writers.rate(begin, time.monotonic())
        ops(stand, "stop", stand.cluster)
        ops(stand, "promote", replica)
        promoted = seconds_to(writers, 0.7 * full, time.monotonic())
        print(f"{full:.0f} records a second with a replica; {promoted} s after its promotion again 70 % of that")
    old, stand.cluster = stand.cluster, replica
    try:
        kept, lost, doubled = writers.judge(stand)
        print(stand.elsec("audit", "verify").strip())
    finally:
        subprocess.run([str(ROOT / "Ops/postgres"), "remove", str(replica)], check=False, capture_output=True)
        stand.cluster = old
    print(f"refusals by number: {dict(writers.codes)}")
    met = follows and lost == 0 and doubled == 0 and restart <= 3 and promoted <= 3 and set(writers.codes) <= {-32010}
    print(
        f"{kept} acknowledged, {lost} lost, {doubled} doubled; full rate {restart} s after a restart, {promoted} s after a "
        f"promotion; refusals {sorted(writers.codes)}")
    sys.exit(0 if met else 1)
