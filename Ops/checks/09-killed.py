"""Service and cluster killed four times each under load: 0 acknowledged records lost, 0 doubled by a retry."""

import os
import signal
import subprocess
import sys
import time

from stand import ROOT, Stand, wait
from writers import Writers


def kill_cluster(stand):
    """Every process of the server at once, as a power cut would."""
    first = int(stand.run(["cat", f"{stand.cluster}/data/postmaster.pid"]).split()[0])
    children = subprocess.run(["pgrep", "-P", str(first)], capture_output=True, text=True).stdout.split()
    for process in [first, *map(int, children)]:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass
    wait(lambda: not any(os.path.exists(f"/proc/{process}") for process in [first, *children]), 5)
    stand.run([str(ROOT / "Ops/postgres"), "start", str(stand.cluster)])


with Stand() as stand:
    service = stand.serve()
    with Writers(service, 8) as writers:
        for turn in range(8):
            before = len(writers.kept)
            wait(lambda: len(writers.kept) >= before + 60, 30)
            time.sleep(0.3 + turn * 0.07)
            if turn % 2 == 0:
                writers.service.kill()
                writers.service = stand.serve()
                print(f"service killed at {len(writers.kept)} records")
            else:
                kill_cluster(stand)
                print(f"cluster killed at {len(writers.kept)} records")
        before = len(writers.kept)
        recovered = wait(lambda: len(writers.kept) >= before + 60, 30)
    kept, lost, doubled = writers.judge(stand)
    verified = stand.elsec("audit", "verify").strip()
    print(verified)
    print(f"refusals by number: {dict(writers.codes)}")
    met = recovered and lost == 0 and doubled == 0 and len(writers.again) > 0 and set(writers.codes) <= {-32010}
    print(f"{kept} acknowledged, {lost} lost, {doubled} doubled; {len(writers.again)} asked again with the same key")
    sys.exit(0 if met else 1)
