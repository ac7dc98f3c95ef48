"""Holds `elsec rota solve` against proven optima: small problems with everything in them, solved to the end by CP-SAT.

As a step of Ops/bench rota it makes fresh problems, solves each with CP-SAT and with elsec, and prints the optimum, our cost and
our bound. A bound above an optimum, or a cost below it, means that one of the two is wrong. By itself it writes problems with
their optima as golden files, and prints their names:

    python3 Ops/benchmarks/rota_optima.py --golden DIR [--seed 1] [--problems 20] [--seconds 120]
"""

import argparse
import copy
import csv
import json
import os
import sys

import rota_small
from rota_trial import Trial, say

SECONDS = 3
PROOF_SECONDS = 120


def proven(answer):
    """The cost of an answer that is said to be the best one; None without a proof."""
    cost, bound = answer.get("cost"), answer.get("bound")
    return cost if cost is not None and bound is not None and bound > cost - 1 + 1e-6 else None


def measure(trial, bars):
    options = copy.copy(trial.options)
    options.problems = os.path.join(options.work, "optima")
    # Our own model, whatever the peers of the other steps: what it proves counts.
    options.peers = os.path.join(os.path.dirname(os.path.abspath(__file__)), "rota_peers.py")
    os.makedirs(options.problems, exist_ok=True)
    mine = Trial(options)
    rows, open_ones, wrong = [], 0, []
    for seed in range(options.optima_seed, options.optima_seed + options.optima):
        problem = rota_small.make(seed)
        name = problem["name"]
        with open(os.path.join(options.problems, f"{name}.json"), "w", encoding="utf-8") as out:
            json.dump(problem, out)
        peer = mine.peer(name, "cpsat", PROOF_SECONDS, 1)
        ours = mine.elsec(name, SECONDS, 1)
        try:
            with open(peer.answer, encoding="utf-8") as file:
                best = proven(json.load(file))
        except (OSError, ValueError):
            best = None
        if peer.trouble or (best is not None and peer.total != best):
            wrong.append(f"{name}: CP-SAT says {best}, the referee {peer.total} {peer.trouble}")
        if ours.total is None or not ours.is_claim_true:
            wrong.append(f"{name}: elsec's rota: {ours.trouble or 'another cost than claimed'}")
        if best is None:
            open_ones += 1
        elif ours.total is not None:
            if ours.total < best:
                wrong.append(f"{name}: our cost {ours.total} is below the optimum {best}")
            if ours.bound is not None and ours.bound > best:
                wrong.append(f"{name}: our bound {ours.bound:g} is above the optimum {best}")
        rows.append((name, best, ours, peer))
    table(rows)
    for text in wrong:
        bars.add(text, False)
    solved = [(best, ours) for _, best, ours, _ in rows if best is not None and ours.total is not None]
    bars.add(f"optima: {len(solved)} of {len(rows)} problems solved to the end by CP-SAT, {open_ones} not", len(solved) > 0)
    met = sum(ours.total == best for best, ours in solved)
    tight = sum(ours.bound == best for best, ours in solved)
    excess = sum(ours.total - best for best, ours in solved)
    total = sum(best for best, _ in solved)
    say(f"optima: our cost is the optimum on {met} of {len(solved)}, {excess} points above on the others together (of {total}); "
        f"our bound meets it on {tight}")
    bars.add(f"optima: no bound above an optimum, no cost below one on {len(solved)} problems", not wrong)


def table(rows):
    print(f"\n{'problem':<12}{'optimum':>9}{'our cost':>10}{'our bound':>11}{'gap':>8}{'seconds':>9}{'CP-SAT':>9}")
    for name, best, ours, peer in rows:
        told = "open" if best is None else best
        bound = "none" if ours.bound is None else f"{ours.bound:g}"
        gap = "" if not best or ours.bound is None else f"{100 * (best - ours.bound) / best:.1f}%"
        mark = "" if best is None or ours.total == best else "  not the best"
        print(f"{name:<12}{told:>9}{'none' if ours.total is None else ours.total:>10}{bound:>11}{gap:>8}"
              f"{ours.seconds:>9.1f}{peer.seconds:>9.1f}{mark}")
    print(flush=True)


def golden(folder, first, count, seconds):
    import rota_cpsat

    os.makedirs(folder, exist_ok=True)
    rows = []
    for seed in range(first, first + count):
        problem = rota_small.make(seed)
        best = proven(rota_cpsat.solve(problem, seconds, 1))
        if best is None:
            say(f"{problem['name']}: not solved to the end in {seconds:g} s, left out")
            continue
        with open(os.path.join(folder, f"{problem['name']}.json"), "w", encoding="utf-8") as out:
            json.dump(problem, out, separators=(",", ":"))
            out.write("\n")
        rows.append((problem["name"], best))
        say(f"{problem['name']}: {best}")
    with open(os.path.join(folder, "optima.csv"), "w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([("problem", "optimum"), *rows])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--golden", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--problems", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=PROOF_SECONDS)
    options = parser.parse_args()
    golden(options.golden, options.seed, options.problems, options.seconds)


if __name__ == "__main__":
    sys.exit(main())
