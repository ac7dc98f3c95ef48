"""One person of full-m is away on two days after the rota was published: how fast and how little it changes; for rota.py."""

import json

from rota_trial import Result, run, say


def busiest(problem, answer):
    """The person, and two of their days, whose absence takes most visits away; ties by id."""
    visits = {}
    for a in answer["assignments"]:
        for person in a["staff"]:
            visits.setdefault(person, {}).setdefault(a["day"], 0)
            visits[person][a["day"]] += 1
    if not visits:
        return None, []
    top = {p: sorted(days, key=lambda d: (-days[d], d))[:2] for p, days in visits.items()}
    person = min(top, key=lambda p: (-sum(visits[p][d] for d in top[p]), p))
    return person, sorted(top[person])


def without(problem, published, person, days):
    """The problem as it is after the absence, with the rota that people hold."""
    changed = dict(problem, published={"assignments": published})
    changed["staff"] = [
        dict(p, shifts=[s for s in p["shifts"] if p["id"] != person or s["day"] not in days]) for p in problem["staff"]]
    return changed


def measure(trial, bars):
    if not trial.can("repair", "--published"):
        bars.add("repair: 'elsec rota repair' takes no problem file with --published yet, so it was not measured", False)
        return
    published = trial.elsec("full-m", 60, trial.seeds[0])
    if published.total is None:
        bars.add("repair: there is no rota of full-m to repair", False)
        return
    with open(trial.problem("full-m"), encoding="utf-8") as file:
        problem = json.load(file)
    with open(published.answer, encoding="utf-8") as file:
        answer = json.load(file)
    person, days = busiest(problem, answer)
    out = published.answer.replace(".json", "-repaired.json")
    command = [trial.program, "rota", "repair", trial.problem("full-m"), "--published", published.answer]
    for day in days:
        command += ["--absent", f"{person}@{day}"]
    status, seconds, processor, peak, said = run(command + ["--out", out])
    result = Result("full-m", "elsec repair", seconds, processor, peak, out)
    if status != 0:
        bars.add(f"repair: ended with {status}: {' '.join(said[-2:])[:200]}", False)
        return
    held = answer["assignments"]
    trial.judge(result, trial.draft("full-m-absent.json", without(problem, held, person, days)), out)
    with open(out, encoding="utf-8") as file:
        now = {a["visit"]: a for a in json.load(file)["assignments"]}
    can_stay = [a for a in held if not (person in a["staff"] and a["day"] in days)]
    same = [a for a in can_stay if now.get(a["visit"]) and
            all(now[a["visit"]][key] == a[key] for key in ("staff", "day", "start"))]
    share = len(same) / max(1, len(can_stay))
    lost = len(held) - len(can_stay)
    again = sum(1 for a in held if a not in can_stay and a["visit"] in now)
    say(f"repair: {person} is away on days {days}; {lost} visits lose them, {again} of those are placed again; "
        f"the repaired rota costs {result.total} against the published one {result.trouble}")
    bars.add("repair: no rule broken", result.total is not None)
    bars.add(f"repair: {seconds:.2f} s (at most 2)", seconds <= 2)
    bars.add(f"repair: {len(same)} of {len(can_stay)} visits that can stay are unchanged, {100 * share:.1f} % "
             "(at least 85 %)", share >= 0.85)
