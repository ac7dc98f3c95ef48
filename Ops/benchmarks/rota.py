"""Measures `elsec rota solve` side by side with VROOM, PyVRP and OR-Tools; started by Ops/bench rota.

In one run on one machine, one program after another, each with the same seconds on one thread. Every answer is judged
by `elsec rota check`, and by ../shared/rota/check.py too where that is at hand; the two have to agree. A total is the
referee's, never the program's own. An answer that breaks a rule counts as none.

  core     core-s, -m, -l at 30 s and core-xl at 60 s against vroom, pyvrp and ortools: no total above the best peer's on
           any, the four together at most 0.92 of the best peers'; at 5 s no worse than VROOM at 30 s on s and m
  bound    core-s proved best within 30 s; gap at most 1.5 % on core-m, 2.5 % on core-l, 8 % on core-xl within 120 s
  full     full-s, -m, -l, -xl at 30, 60, 60, 120 s: no broken rule, the claimed cost true, gap at most 10 % on full-s,
           and cheaper there than CP-SAT with eight times the seconds
  solomon  the 56 instances with 100 customers at 10 s each: mean gap of distance to the best known at most 2.5 %
  repair   full-m with one person away on two days: at most 2 s, at least 85 % of the visits that can stay unchanged
  optima   40 small fresh problems with everything in them, solved to the end by CP-SAT: no bound above an optimum, no cost below
  memory   full-xl: at most 1 GB at the peak, the first rota that breaks no rule within 3 s

The gap is (cost - bound) / bound. A bound above what any program's sound answer costs is wrong, and told. Times are
those of the whole process; a processor column far below the seconds of a program means that it shared the machine.
"""

import argparse
import json
import os
import statistics
import sys

import rota_optima
import rota_problem
import rota_repair
import rota_solomon
from rota_trial import Bars, Trial, say

PEERS = ["vroom", "pyvrp", "ortools"]
SIZES = {"s": 30, "m": 30, "l": 30, "xl": 60}
STEPS = ["core", "bound", "full", "solomon", "repair", "optima", "memory"]


def median(results, what):
    """The middle of several runs of one program; of an even number the better one. None when any run had no answer."""
    values = [what(r) for r in results]
    return None if not values or any(v is None for v in values) else statistics.median_low(values)


def table(results):
    print(f"\n{'problem':<9}{'program':<15}{'total':>9}{'left out':>9}{'travel':>8}{'bound':>10}{'gap':>8}"
          f"{'seconds':>9}{'processor':>10}{'peak MB':>9}")
    for r in results:
        total = "none" if r.total is None else r.total
        bound = "" if r.bound is None else f"{r.bound:.0f}"
        gap = "" if r.gap is None else f"{100 * r.gap:.2f}%"
        print(f"{r.problem:<9}{r.program:<15}{total:>9}{r.points('left_out'):>9}{r.points('travel'):>8}{bound:>10}{gap:>8}"
              f"{r.seconds:>9.1f}{r.processor:>10.1f}{r.peak / 1e6:>9.0f}" + (f"  {r.trouble}" if r.trouble else ""))
    print(flush=True)


def core(trial, bars):
    ours, best, rows = {}, {}, []
    for size, seconds in SIZES.items():
        name, found = f"core-{size}", {}
        for seed in trial.seeds:
            found.setdefault("elsec", []).append(trial.elsec(name, seconds, seed))
            for peer in PEERS:
                found.setdefault(peer, []).append(trial.peer(name, peer, seconds, seed))
            if size in "sm":
                found.setdefault("5 s", []).append(trial.elsec(name, 5, seed))
        rows += [r for results in found.values() for r in results]
        totals = {who: median(results, lambda r: r.total) for who, results in found.items()}
        ours[size] = totals["elsec"]
        peers = {who: totals[who] for who in PEERS if totals[who] is not None}
        best[size] = min(peers.values(), default=None)
        who = min(peers, key=peers.get, default="none")
        bars.add(f"{name}: elsec {ours[size]}, the best peer ({who}) {best[size]}",
                 ours[size] is not None and best[size] is not None and ours[size] <= best[size])
        if size in "sm":
            mine, theirs = totals["5 s"], totals["vroom"]
            bars.add(f"{name}: elsec at 5 s {mine}, vroom at 30 s {theirs}",
                     mine is not None and theirs is not None and mine <= theirs)
    table(rows)
    if None in ours.values() or None in best.values():
        bars.add("core: a total is missing, so there is no sum", False)
    else:
        ratio = sum(ours.values()) / sum(best.values())
        bars.add(f"core, all four: {ratio:.3f} of the best peers' (at most 0.92)", ratio <= 0.92)


def bound(trial, bars):
    rows = []
    for size, seconds, limit in (("s", 30, 0), ("m", 120, 0.015), ("l", 120, 0.025), ("xl", 120, 0.08)):
        name = f"core-{size}"
        results = [trial.elsec(name, seconds, seed) for seed in trial.seeds]
        rows += results
        gap = median(results, lambda r: r.gap)
        told = "no bound" if gap is None else f"{100 * gap:.2f} %"
        wanted = "proved best" if limit == 0 else f"at most {100 * limit:g} %"
        bars.add(f"{name}: gap {told} after {trial.scaled(seconds):g} s ({wanted})", gap is not None and gap <= limit)
    table(rows)


def full(trial, bars):
    rows = []
    for size, seconds in (("s", 30), ("m", 60), ("l", 60), ("xl", 120)):
        name = f"full-{size}"
        results = [trial.elsec(name, seconds, seed) for seed in trial.seeds]
        rows += results
        bars.add(f"{name}: no rule broken and the claimed cost true",
                 all(r.total is not None and r.is_claim_true for r in results))
        gap = median(results, lambda r: r.gap)
        told = "no bound" if gap is None else f"{100 * gap:.1f} %"
        if size == "s":
            bars.add(f"{name}: gap {told} (at most 10 %)", gap is not None and gap <= 0.10)
            other = trial.peer(name, "cpsat", 8 * seconds, trial.seeds[0])
            rows.append(other)
            mine = median(results, lambda r: r.total)
            bars.add(f"{name}: elsec {mine}, CP-SAT in eight times the seconds {other.total}",
                     mine is not None and (other.total is None or mine < other.total))
        else:
            bars.add(f"{name}: gap {told} (stated)", gap is not None)
    table(rows)


def memory(trial, bars):
    if not trial.can("solve", "--progress"):
        say("memory: 'elsec rota solve' has no --progress, so the first rota can't be timed")
    results = [trial.elsec("full-xl", 120, seed) for seed in trial.seeds]
    table(results)
    peak = max(r.peak for r in results)
    bars.add(f"full-xl: {peak / 1e6:.0f} MB at the peak (at most 1000)", peak <= 1e9)
    first = median(results, lambda r: r.first)
    told = "never told" if first is None else f"after {first:.1f} s"
    bars.add(f"full-xl: the first rota {told} (at most 3 s)", first is not None and first <= 3)


def arguments():
    shared = os.path.join("..", "shared", "rota")
    parser = argparse.ArgumentParser(prog="Ops/bench rota")
    parser.add_argument("--elsec", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--work", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--instances", help=argparse.SUPPRESS)
    parser.add_argument("--only", choices=STEPS, action="append", help="one step; may be given again (all)")
    parser.add_argument("--seconds-factor", type=float, default=1, help="times the seconds of every program (1)")
    parser.add_argument("--optima", type=int, default=40, metavar="N", help="problems of the step optima (40)")
    parser.add_argument("--optima-seed", type=int, default=1_001, metavar="N", help="seed of the first of them (1001)")
    parser.add_argument("--runs", type=int, default=1, help="runs with seeds 1, 2, ...; the median counts (1)")
    parser.add_argument("--problems", help=f"a folder with core-s.json to full-xl.json ({shared}/problems; else made up)")
    parser.add_argument("--peers", help=f"a program with --peer and --seconds ({shared}/peers.py; else our own)")
    parser.add_argument("--solomon", help="a folder with C101.txt, ... (the copy in PyPI's VRPSolverEasy)")
    options = parser.parse_args()
    if options.runs < 1 or options.optima < 1 or not 0 < options.seconds_factor <= 100:
        parser.error("runs and problems are 1 or more, the factor is above 0 and at most 100")
    own = os.path.join(os.path.dirname(os.path.abspath(__file__)), "rota_peers.py")
    given = options.peers
    options.peers = given or os.path.join(shared, "peers.py")
    if not os.path.exists(options.peers):
        if given:
            parser.error(f"there is no file {given}")
        options.peers = own
    given = options.problems
    options.problems = given or os.path.join(shared, "problems")
    if not os.path.isdir(options.problems):
        if given:
            parser.error(f"there is no folder {given}")
        options.problems = os.path.join(options.work, "problems")
        os.makedirs(options.problems, exist_ok=True)
        say("making problems up, as there is no folder of problems")
        for name in (f"{kind}-{size}" for kind in ("core", "full") for size in SIZES):
            with open(os.path.join(options.problems, f"{name}.json"), "w", encoding="utf-8") as out:
                json.dump(rota_problem.make(name, 1), out)
    referee = os.path.join(shared, "check.py")
    options.referee = referee if os.path.exists(referee) else None
    return options


def main():
    options = arguments()
    trial, bars = Trial(options), Bars()
    steps = options.only or STEPS
    say(f"problems of {options.problems}, peers of {options.peers}, "
        f"{'two referees' if options.referee else 'the referee of elsec alone'}")
    for step in STEPS:
        if step in steps:
            say(step)
            do = {"core": core, "bound": bound, "full": full, "solomon": rota_solomon.measure,
                  "repair": rota_repair.measure, "optima": rota_optima.measure, "memory": memory}[step]
            do(trial, bars)
    for name, value, who, sound in trial.wrong_bounds():
        bars.add(f"{name}: the bound {value:g} is above a sound answer's cost {sound} ({who})", False)
    return bars.close()


if __name__ == "__main__":
    sys.exit(main())
