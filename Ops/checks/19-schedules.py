"""2,000 seeded schedules of three devices (lost and repeated calls, any order, clocks two days off, kills): all converge, nothing lost or twice."""

import os
import re
import subprocess
import sys
import tempfile

from stand import ROOT

COUNT = int(os.environ.get("ELSEC_SCHEDULES", "2000"))

subprocess.run(["swift", "build", "-c", "release", "--build-tests"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
with tempfile.TemporaryDirectory(dir=memory) as folder:
    done = subprocess.run(
        ["swift", "test", "-c", "release", "--skip-build", "--disable-xctest", "--filter", "^ServiceTests.ScheduleTests"],
        cwd=ROOT, capture_output=True, text=True, env={**os.environ, "ELSEC_SCHEDULES": str(COUNT), "TMPDIR": folder})
seeds = sorted({int(seed) for seed in re.findall(r"✘.* seed → (\d+)", done.stdout)})
for line in re.findall(r"✘.*recorded an issue.*", done.stdout)[:10]:
    print(line[:300])
if done.returncode != 0 and not seeds:
    print(done.stdout[-2000:] + done.stderr[-2000:])
took = re.findall(r"passed after ([\d.]+) seconds", done.stdout)
print(f"{COUNT} schedules of 3 devices and a service: {len(seeds)} did not end as they should"
      + (f" (seeds {', '.join(map(str, seeds[:10]))})" if seeds else f"; {took[-1] if took else '?'} s"))
sys.exit(0 if done.returncode == 0 and not seeds and took else 1)
