"""Times `elsec score` side by side with polars; started by Ops/bench scoring.

Both read the same made-up CSV of 14 items a row and write a CSV, in turn (elsec, polars, elsec, polars, ...), on the same
number of threads, into the same folder. What each does:

  sum    elsec.bench-sum, answers 0, 1 or 2. polars reads the file and writes it back with a column that sums the 14.
         elsec checks dates and codes, finds the age, sums, bands and tiers, and names the definition by its hash in
         every row. The two sums are compared, row by row.
  demo   elsec.open-demo, answers in codes. polars turns every code into its points, sums, and writes the file back with
         that column. elsec also does starts, basal, ceiling, missing items, LMS norms, standard score, percentile,
         interval, age equivalent, band and tier.

elsec's time is that of the whole process, with start, reading of definitions, and the fsync before the file is put in
place. polars' time is that of its reading, summing and writing alone, without the start of Python and the import; the
faster of its two ways (in memory; streaming) counts. The ratio is elsec's median by polars' median.

Exit 1 when a ratio is above 2, when elsec takes more than 64 MiB, or when the sums differ.
"""

import argparse
import csv
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time

LIMIT_RATIO = 2.0
LIMIT_MIB = 64
SUM_ITEMS = [f"Q{i}" for i in range(1, 15)]
DEMO_ITEMS = [f"U{i}" for i in range(1, 9)] + [f"E{i}" for i in range(1, 7)]
DEMO_POINTS = {"C": 1, "I": 0, "NR": 0, "NA": None, "ALW": 2, "SOM": 1, "NEV": 0, "NOB": None, "": None}


def say(text):
    print(f"bench: {text}", flush=True)


def generate(path, kind, rows, seed):
    """Children of 3;00 to 5;11 on one of sixty days; the same file for the same seed."""
    chance = random.Random(seed)
    items = SUM_ITEMS if kind == "sum" else DEMO_ITEMS
    days = [f"2026-{month:02}-{day:02}" for month in (10, 11) for day in range(1, 31)]
    births = [f"{year}-{month:02}-{day:02}" for year in (2021, 2022) for month in range(1, 13) for day in range(1, 29)]
    draft = path + ".part"
    with open(draft, "w", encoding="utf-8", newline="") as out:
        out.write("child_ref,birth_date,test_date,home_language,weeks_gestation," + ",".join(items) + "\n")
        for row in range(rows):
            if kind == "sum":
                answers = chance.choices("012", k=14)
            else:
                answers = chance.choices(("C", "I", "NR", "NA", ""), (70, 20, 8, 1, 1), k=8)
                answers += chance.choices(("ALW", "SOM", "NEV", "NOB"), (45, 35, 18, 2), k=6)
            language = "ENG" if chance.random() < 0.9 else "PAN"
            out.write(f"c{row:07},{chance.choice(births)},{chance.choice(days)},{language},,{','.join(answers)}\n")
    os.replace(draft, path)


def polars_once(kind, way, source, target):
    """One run of polars in a process of its own; prints its seconds."""
    import polars

    begin = time.perf_counter()
    if kind == "sum":
        total = polars.sum_horizontal(SUM_ITEMS)
    else:
        total = polars.sum_horizontal(
            polars.col(item).replace_strict(DEMO_POINTS, default=None, return_dtype=polars.Int64) for item in DEMO_ITEMS)
    if way == "memory":
        polars.read_csv(source).with_columns(total=total).write_csv(target)
    else:
        polars.scan_csv(source).with_columns(total=total).sink_csv(target)
    print(json.dumps({"seconds": time.perf_counter() - begin, "threads": polars.thread_pool_size()}))


def run(command, environment):
    """Seconds, peak MiB and what it printed."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    printed = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        say(f"{command[0]} ended with {child.returncode}")
        sys.exit(1)
    return seconds, usage.ru_maxrss / 1024, printed


def same_sums(scores, written):
    """Whether elsec and polars wrote the same children with the same sums."""
    with open(scores, encoding="utf-8") as ours, open(written, encoding="utf-8") as theirs:
        pairs = zip(csv.DictReader(ours), csv.DictReader(theirs), strict=True)
        return all(a["child_ref"] == b["child_ref"] and a["total"] == b["total"] for a, b in pairs)


def compare(kind, options, environment):
    work = options.work
    source = os.path.join(work, f"{kind}-{options.rows}-{options.seed}.csv")
    if not os.path.exists(source):
        say(f"making {options.rows:,} rows of {kind} with seed {options.seed}")
        generate(source, kind, options.rows, options.seed)
    scores, written = os.path.join(work, "scores.csv"), os.path.join(work, "polars.csv")
    screener = "elsec.bench-sum" if kind == "sum" else "elsec.open-demo"
    commands = {
        "elsec": [options.elsec, "score", "--screener", screener, "--in", source, "--out", scores,
                  "--threads", str(options.threads)],
        "polars, in memory": [sys.executable, __file__, "--polars", kind, "memory", source, written],
        "polars, streaming": [sys.executable, __file__, "--polars", kind, "streaming", source, written],
    }
    times, peaks, whole = ({name: [] for name in commands} for _ in range(3))
    say(f"{kind}: {os.path.getsize(source) / 1e6:.0f} MB, {options.runs} runs of each in turn, after one that does not count")
    for turn in range(options.runs + 1):
        for name, command in commands.items():
            seconds, peak, printed = run(command, environment)
            if turn == 0:
                continue
            peaks[name].append(peak)
            whole[name].append(seconds)
            times[name].append(json.loads(printed)["seconds"] if name != "elsec" else seconds)
    print(f"\n{kind:<20}{'minimum s':>10}{'median s':>10}{'with start':>12}{'peak MiB':>10}")
    for name in commands:
        print(f"  {name:<18}{min(times[name]):>10.3f}{statistics.median(times[name]):>10.3f}"
              f"{statistics.median(whole[name]):>12.3f}{max(peaks[name]):>10.0f}")
    ours = statistics.median(times["elsec"])
    theirs = min(statistics.median(times[name]) for name in commands if name != "elsec")
    ratio, peak = ours / theirs, max(peaks["elsec"])
    print(f"  elsec takes {ratio:.2f} times the time of polars ({options.rows / ours / 1e6:.2f} million rows a second); "
          f"at most {LIMIT_RATIO} is asked for, below 1 is the goal\n", flush=True)
    met = True
    if ratio > LIMIT_RATIO:
        say(f"{kind}: the ratio is above {LIMIT_RATIO}")
        met = False
    if peak > LIMIT_MIB:
        say(f"{kind}: elsec took {peak:.0f} MiB, and {LIMIT_MIB} is the limit")
        met = False
    if kind == "sum":
        say("comparing the sums, row by row")
        if not same_sums(scores, written):
            say("elsec and polars do not come to the same sums")
            met = False
    os.remove(scores)
    os.remove(written)
    return met


def main():
    if sys.argv[1:2] == ["--polars"]:
        return polars_once(*sys.argv[2:6])
    cores = len(os.sched_getaffinity(0))
    parser = argparse.ArgumentParser(prog="Ops/bench scoring")
    parser.add_argument("--elsec", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--work", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--rows", type=int, default=1_000_000, help="children in each file (1000000)")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each program (5)")
    parser.add_argument("--threads", type=int, default=cores, help=f"threads of each program ({cores}, the processors)")
    parser.add_argument("--seed", type=int, default=7, help="of the made-up answers (7)")
    options = parser.parse_args()
    if min(options.rows, options.runs, options.threads) < 1 or options.rows > 9_999_999:
        parser.error("rows, runs and threads are 1 or more, rows below ten million")
    content = os.path.join(options.work, "content")
    shutil.rmtree(content, ignore_errors=True)
    os.makedirs(os.path.join(content, "Schedules"))
    for folder in ("Screeners", "Ops/benchmarks/Screeners"):
        shutil.copytree(folder, os.path.join(content, "Screeners"), dirs_exist_ok=True)
    environment = dict(os.environ, POLARS_MAX_THREADS=str(options.threads), ELSEC_CONTENT=content)
    say(f"{options.threads} threads for each")
    met = [compare(kind, options, environment) for kind in ("sum", "demo")]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
