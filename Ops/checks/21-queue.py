"""Workers killed and stopped past their lease: 1 rota a job, a stale finish changes nothing, taken on by lease + 5 s."""

import datetime
import os
import random
import signal
import subprocess
import sys
import time

from stand import AREA, ELSEC, ROOT, Stand, uuid7, wait

LEASE, JOBS, WORKERS = 4, 32, 5
SECONDS = 5
STAFF = """id,name,role,skills,base,base_easting,base_northing,mon,tue,wed,thu,fri,week_minutes,contact_minutes
p1,Check One,practitioner,group;screen,Town Hall,365000,311000,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:00,2220,270
p2,Check Two,practitioner,group;screen,Town Hall,365500,311000,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:30,08:30-16:00,2220,270
"""


class Workers:
    def __init__(self, stand):
        self.stand, self.running, self.made = stand, {}, 0

    def start(self):
        name = f"check-{self.made}"
        self.made += 1
        log = open(self.stand.folder / f"{name}.log", "wb")
        self.running[name] = subprocess.Popen(
            [ELSEC, "work", "--name", name, "--lease", str(LEASE)], stdout=log, stderr=log, cwd=ROOT,
            env={**os.environ, "ELSEC_STORE": self.stand.store})

    def end(self):
        for process in self.running.values():
            process.send_signal(signal.SIGCONT)
            process.send_signal(signal.SIGTERM)
        for process in self.running.values():
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def jobs(stand):
    rows = stand.sql("SELECT id, state, attempt, fence, worker, result FROM job ORDER BY id")
    return {row[0]: dict(zip(["state", "attempt", "fence", "worker", "result"], row[1:])) for row in rows}


def held(stand, names):
    """A job that one of these is at, and who."""
    found = [(id, job["worker"]) for id, job in jobs(stand).items() if job["state"] == "running"]
    for id, worker in found:
        for name in names:
            if name in worker.split():
                return id, name, jobs(stand)[id]
    return None


def taken_on(stand, id, before, since):
    """Seconds from `since` until another worker had the job, or it had ended."""
    wait(lambda: jobs(stand)[id]["fence"] != before["fence"] or jobs(stand)[id]["state"] not in ("running",), LEASE + 30, 0.1)
    return time.monotonic() - since


with Stand() as stand:
    random.seed(21)
    staff = stand.folder / "staff.csv"
    staff.write_text(STAFF)
    stand.elsec("staff", "import", str(staff), "--apply")
    calendar = stand.folder / "calendar.csv"
    calendar.write_text("date,to,kind,setting,title\n2026-09-01,2027-07-21,term,,Autumn term without an end\n")
    stand.elsec("calendar", "import", str(calendar), "--apply")
    manager = stand.serve().client("manager")
    monday, ids = datetime.date(2026, 11, 30), []
    for number in range(JOBS):
        day = monday + datetime.timedelta(weeks=number)
        week = "{}-W{:02d}".format(*day.isocalendar()[:2])
        # More than two people can do, so that the search has something to do to its last second.
        for visit in range(30):
            on = day + datetime.timedelta(days=random.randrange(5))
            manager.call(
                "demand.add", week=week, setting=str(100000 + visit % 2), kind="group", reason="check",
                minutes=random.randrange(20, 95, 5), weight=random.randrange(100, 900),
                windows=[f"{on} 09:00-11:45", f"{on} 13:00-15:15"], slots=["group"], key=uuid7())
        ids.append(manager.call("rota.plan", week=week, timeLimitSeconds=SECONDS, key=uuid7())["job"])

    workers = Workers(stand)
    rescues, stale, killed = [], None, 0
    try:
        for _ in range(WORKERS):
            workers.start()
        # One is stopped while it has a job, and goes on when another has it and has ended it.
        wait(lambda: held(stand, workers.running), 30)
        id, name, before = held(stand, workers.running)
        workers.running[name].send_signal(signal.SIGSTOP)
        rescues.append(taken_on(stand, id, before, time.monotonic()))
        wait(lambda: jobs(stand)[id]["state"] == "done", 60)
        ended = jobs(stand)[id]
        rotas = stand.sql("SELECT id, answer, cost, made_at FROM rota")
        workers.running[name].send_signal(signal.SIGCONT)
        time.sleep(3)
        stale = jobs(stand)[id] == ended and all(row in stand.sql("SELECT id, answer, cost, made_at FROM rota") for row in rotas)
        print(f"stopped past its lease: taken on after {rescues[0]:.1f} s; its own finish changed {'nothing' if stale else 'WHAT WAS KEPT'}")
        # A fifth of all workers and more are killed, each at its work.
        left = {}
        while len(left) < 3 and (found := held(stand, workers.running)):
            id, name, before = found
            workers.running.pop(name).kill()
            workers.start()
            if jobs(stand)[id] == before:
                left[id] = (before["fence"], time.monotonic())
        killed = len(left)
        while left:
            now = jobs(stand)
            for id, (fence, since) in list(left.items()):
                if now[id]["fence"] != fence or time.monotonic() - since > 60:
                    rescues.append(time.monotonic() - since)
                    del left[id]
                    print(f"killed at its work: taken on after {rescues[-1]:.1f} s")
            time.sleep(0.1)
        all_ended = wait(lambda: all(job["state"] == "done" for job in jobs(stand).values()), 150, 0.3)
    finally:
        workers.end()
    states = jobs(stand)
    results = [job["result"] for job in states.values()]
    rotas = {row[0]: row[1] for row in stand.sql("SELECT id, week FROM rota")}
    once = len(set(results)) == len(results) == JOBS == len(rotas) and set(results) == set(rotas) and len(set(rotas.values())) == JOBS
    traces = int(stand.sql("SELECT count(*) FROM audit WHERE kind = 'rota' AND action = 'add'")[0][0])
    print(f"states {sorted(job['state'] for job in states.values())}; audit: {traces} rotas added")
    print(stand.elsec("audit", "verify").strip())
    slowest = max(rescues)
    met = all_ended and once and traces == JOBS and stale and killed == 3 and len(rescues) == 4 and slowest <= LEASE + 5
    print(
        f"{len(rotas)} rotas of {JOBS} jobs; {killed} of {workers.made} workers killed, 1 stopped; taken on by {slowest:.1f} s "
        f"at a lease of {LEASE} s; stale finish {'without effect' if stale else 'WITH EFFECT'}")
    sys.exit(0 if met else 1)
