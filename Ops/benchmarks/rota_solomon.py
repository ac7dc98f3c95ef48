"""Solomon's 56 instances with 100 customers against the best distances known; for rota.py.

best_known.csv (instance,distance) in the folder of the instances counts; without one, solomon_best_known.csv beside this
file. Distances are exact Euclid in double precision. Routes are judged here from the instance alone, as well as by
`elsec rota check --format solomon`.
"""

import csv
import json
import math
import os
import subprocess

from rota_trial import run, say

SECONDS = 10
LIMIT = 0.025
LATE = 1e-6


def read(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.split() for line in file if line.strip()]
    fleet = [int(word) for word in rows[3]]
    sites = [[float(word) for word in row[1:]] for row in rows[6:]]
    return fleet[0], fleet[1], sites


def judge(path, answer):
    """The distance of routes, and what is wrong with them."""
    vehicles, capacity, sites = read(path)
    total, wrong = 0.0, []
    if sorted(c for route in answer["routes"] for c in route) != list(range(1, len(sites))):
        wrong.append("not every customer is served once")
        return total, wrong
    if len(answer["routes"]) > vehicles:
        wrong.append("too many routes")
    for route in answer["routes"]:
        if sum(sites[c][2] for c in route) > capacity:
            wrong.append("a load above the capacity")
        here, now = sites[0], sites[0][3]
        for c in route + [0]:
            leg = math.dist(here[:2], sites[c][:2])
            total += leg
            if now + leg > sites[c][4] + LATE:
                wrong.append(f"customer {c} is reached too late")
            here, now = sites[c], max(now + leg, sites[c][3]) + sites[c][5]
    return total, wrong


def best_known(folder):
    for path in (os.path.join(folder, "best_known.csv"),
                 os.path.join(os.path.dirname(os.path.abspath(__file__)), "solomon_best_known.csv")):
        if os.path.exists(path):
            with open(path, encoding="utf-8", newline="") as file:
                rows = csv.DictReader(line for line in file if not line.startswith("#"))
                return {row["instance"].upper(): float(row["distance"]) for row in rows}
    return {}


def measure(trial, bars):
    folder = trial.options.solomon or trial.options.instances
    if not folder or not os.path.isdir(folder):
        bars.add("solomon: not measured: no folder with the instances (--solomon DIR)", False)
        return
    known = best_known(folder)
    files = {os.path.splitext(f)[0].upper(): os.path.join(folder, f) for f in os.listdir(folder) if f.endswith(".txt")}
    names = sorted(name for name in known if name in files)
    gaps, seconds = {}, trial.scaled(SECONDS)
    for name in names:
        out = os.path.join(trial.folder, f"{name}.json")
        status, took, processor, _, said = run(
            [trial.program, "rota", "solve", files[name], "--format", "solomon", "--time-limit", f"{seconds:g}",
             "--threads", "1", "--seed", "1", "--out", out])
        if status != 0:
            say(f"{name}: ended with {status}: {' '.join(said[-2:])[:200]}")
            continue
        with open(out, encoding="utf-8") as file:
            answer = json.load(file)
        distance, wrong = judge(files[name], answer)
        check = subprocess.run([trial.program, "rota", "check", files[name], out, "--format", "solomon"],
                               capture_output=True, text=True, check=False)
        if wrong or check.returncode != 0 or answer["convention"] != "exact":
            say(f"{name}: not sound: {', '.join(wrong) or check.stdout.strip()[:200]}")
            continue
        gaps[name] = distance / known[name] - 1
        print(f"  {name:<7}{len(answer['routes']):>4} routes{distance:>10.2f}{known[name]:>10.2f}{100 * gaps[name]:>8.2f}%"
              f"{took:>8.1f} s{processor:>8.1f} s of a processor", flush=True)
    classes = {}
    for name, gap in gaps.items():
        classes.setdefault(name[:-2], []).append(gap)
    for name, values in sorted(classes.items()):
        print(f"  {name:<7}{len(values):>3} instances, mean gap {100 * sum(values) / len(values):.2f} %")
    mean = sum(gaps.values()) / len(gaps) if gaps else None
    told = "no answer" if mean is None else f"{100 * mean:.2f} %"
    bars.add(f"solomon: mean gap {told} on {len(gaps)} of {len(names)} instances at {seconds:g} s (at most 2.5 %)",
             mean is not None and mean <= LIMIT and len(gaps) == len(names))
