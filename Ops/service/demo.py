"""The main job of `elsec demo` through two services, a worker and PostgreSQL."""

import csv
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import time

from stand import AREA, ELSEC, ROOT, Refused, Stand, uuid7, wait

WEEK = "2026-W49"
SCREENER = "elsec.open-demo"


def say(text):
    print(f"\n{text}", flush=True)


class Both:
    """Clients of one role at two services, asked in turn."""

    def __init__(self, services, role):
        self.clients = itertools.cycle([service.client(role, timeout=120) for service in services])

    def call(self, method, **params):
        return next(self.clients).call(method, **params)


def answers(folder, name):
    """The rows of an answer file of the demo as records for screening.recordMany."""
    with open(folder / name) as file:
        for row in csv.DictReader(file):
            items = {item: code for item, code in row.items() if code and len(item) <= 3 and item[1:].isdigit()}
            record = {"id": uuid7(), "child": row["child_ref"], "screener": SCREENER, "testDate": row["test_date"]}
            if row.get("not_screened"):
                record["notScreened"] = row["not_screened"]
            elif items:
                record["answers"] = items
            else:
                record["notScreened"] = "absent"
            yield record


def send(client, records, phase):
    """All records, 500 a call; how each was answered."""
    counts = {}
    for start in range(0, len(records), 500):
        batch = [{**record, "phase": phase} for record in records[start:start + 500]]
        for answer in client.call("screening.recordMany", records=batch, key=uuid7())["answers"]:
            counts[answer["status"]] = counts.get(answer["status"], 0) + 1
    return counts


def main():
    files = pathlib.Path(sys.argv[1])
    with Stand(children=False) as stand:
        say("1. PostgreSQL, the area and its files: what the authority has.")
        for noun in ["settings", "staff", "calendar", "children"]:
            print(stand.elsec(noun, "import", str(files / f"{noun}.csv"), "--apply").splitlines()[0])
        stand.elsec("staff", "absence", str(files / "absences.csv"), "--apply")

        say("2. Two services and a worker on it.")
        services = [stand.serve(), stand.serve()]
        worker = subprocess.Popen(
            [ELSEC, "work", "--name", "demo-worker"], cwd=ROOT, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "ELSEC_STORE": stand.store})
        for number, service in enumerate(services, 1):
            print(f"service {number} listens on 127.0.0.1:{service.port}")
        try:
            story(stand, services, files, worker)
        finally:
            worker.terminate()
            worker.wait(30)


def story(stand, services, files, worker):
    practitioner, therapist = Both(services, "practitioner"), Both(services, "therapist")
    manager, lead = Both(services, "manager"), Both(services, "plan-lead")
    auditor = Both(services, "auditor")

    say("3. Practitioners send results, to whichever service answers; the same file twice adds nothing.")
    sent = {}
    for name, phase in [("answers-2025-baseline", "baseline"), ("answers-2025-followup", "followup"),
                        ("answers-2026-baseline", "baseline")]:
        records = list(answers(files, f"{name}.csv"))
        began = time.monotonic()
        first = send(practitioner, records, phase)
        again = send(practitioner, records, phase)
        print(f"{name}: {first} in {time.monotonic() - began:.1f} s with the repeat, which gave {again}")
        assert again.get("stored", 0) == 0, again
        sent[name] = first

    say("4. The therapist decides on every proposal of this autumn.")
    decisions, after = [], None
    while True:
        page = therapist.call("screening.list", limit=500, **({"after": after} if after else {}))
        for screening in page["screenings"]:
            if screening["testDate"] >= "2026-09-01" and "proposedTier" in screening:
                decisions.append({"screening": screening["id"], "tier": screening["proposedTier"]})
        if len(page["screenings"]) < 500:
            break
        after = page["after"]
    done = {"confirmed": 0, "overridden": 0, "unchanged": 0}
    for start in range(0, len(decisions), 500):
        answer = therapist.call("screening.confirm", decisions=decisions[start:start + 500], key=uuid7())
        done = {name: done[name] + answer[name] for name in done}
    print(f"{len(decisions)} proposals: {done}")

    say("5. Groups and visits follow from the tiers; the worker makes the week's rota while the manager watches.")
    print(stand.elsec("demand", "derive", "--week", WEEK, "--apply").splitlines()[0])
    watcher = services[0].client("manager", timeout=120)
    job = watcher.call("rota.plan", week=WEEK, timeLimitSeconds=10, key=uuid7())["job"]
    watcher.call("job.watch", job=job)
    while True:
        note = watcher.receive()
        assert note is not None, "the service closed the connection"
        if note.get("method") != "job.progress":
            continue
        news = note["params"]
        print("  " + json.dumps({k: news[k] for k in ("state", "phase", "cost", "bound", "leftOut") if k in news}))
        if news["state"] in ("done", "failed", "cancelled"):
            break
    assert news["state"] == "done", manager.call("job.get", job=job)
    print(worker.stdout.readline().strip())

    say("6. The manager asks why a visit is left out, publishes, and everyone sees the week.")
    rota = manager.call("rota.get", week=WEEK)
    print(f"{rota['placed']} of {rota['of']} visits placed, {rota['travelMinutes']} minutes of travel, cost {rota['cost']['total']}")
    if rota["leftOut"]:
        why = manager.call("rota.explain", week=WEEK, visit=rota["leftOut"][0]["visit"])
        print("  " + why["sentences"][0])
    manager.call("rota.publish", week=WEEK, key=uuid7())
    seen = practitioner.call("rota.get", week=WEEK)
    assert seen["rota"] == rota["rota"] and seen["status"] == "published"

    say("7. Visits are reported; a service is killed in the middle of it, and the other goes on.")
    visits = [visit["visit"] for visit in rota["visits"]]
    words = [{"visit": visits[0], "outcome": "missed", "note": "hall in use"}]
    words += [{"visit": visit, "outcome": "done"} for visit in visits[1:]]
    first, second = services
    call = {"visits": words, "key": uuid7()}
    here = first.client("practitioner")
    here.send("visit.done", call)
    first.kill()
    recorded = second.client("practitioner").call("visit.done", **call)["recorded"]
    print(f"{recorded} visits reported, once")
    kept = int(stand.sql("SELECT count(*) FROM visit_done", area=AREA)[0][0])
    assert kept == len(words) == recorded, (kept, len(words))
    services[0] = stand.serve()
    lead, auditor = Both(services, "plan-lead"), Both(services, "auditor")

    say("8. The plan lead pulls a summary that can't expose a child into the plan.")
    plan = lead.call("plan.put", title="Wrenmoor local area inclusion plan", **{"from": "2026-09-01", "to": "2029-08-31"},
                     key=uuid7())["plan"]["plan"]
    pulled = lead.call("plan.pull", plan=plan, screener=SCREENER, year="2025/26", by=["key-stage"], key=uuid7())
    print(f"evidence {pulled['evidence']} in section {pulled['section']}, SHA-256 {pulled['sha256'][:16]}…")

    say("9. The audit holds, over both services.")
    print(json.dumps(auditor.call("audit.verify")))
    print(stand.elsec("store", "check").strip())
    for service in services:
        assert service.kill(15) == 0


if __name__ == "__main__":
    main()
