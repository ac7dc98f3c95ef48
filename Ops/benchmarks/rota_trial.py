"""Runs one program on one problem and has its answer judged; for rota.py."""

import dataclasses
import json
import os
import subprocess
import sys
import tempfile
import threading
import time


def say(text):
    print(f"bench: {text}", flush=True)


@dataclasses.dataclass
class Result:
    problem: str
    program: str
    seconds: float
    processor: float
    peak: int                                       # bytes
    answer: str                                     # path
    total: int | None = None                        # the referee's; None when a rule is broken or there is no answer
    costs: dict = dataclasses.field(default_factory=dict)
    bound: float | None = None
    is_claim_true: bool = False
    first: float | None = None                      # seconds to the first rota told
    trouble: str = ""

    @property
    def gap(self):
        if self.total is None or self.bound is None:
            return None
        return 0.0 if self.total <= self.bound else (self.total - self.bound) / self.bound if self.bound > 0 else None

    def points(self, term):
        return self.costs.get(term, "")


class Bars:
    """What was asked for, and whether it is met."""

    def __init__(self):
        self.all = []

    def add(self, text, is_met):
        self.all.append((text, is_met))
        say(f"{'met' if is_met else 'NOT MET'}: {text}")

    def close(self):
        print("\nbars")
        for text, is_met in self.all:
            print(f"  {'met    ' if is_met else 'NOT MET'}  {text}")
        missed = sum(not is_met for _, is_met in self.all)
        print(f"{len(self.all) - missed} of {len(self.all)} met", flush=True)
        return 1 if missed else 0


def run(command, watch=None, output=None):
    """The process's exit status, seconds, processor seconds and peak bytes; `watch` is handed every line of its standard
    error with the seconds since its start, which is returned last."""
    begin = time.perf_counter()
    with open(output or os.devnull, "wb") as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE)
        said = []

        def read():
            for line in child.stderr:
                text = line.decode("utf-8", "replace").rstrip()
                said.append(text)
                if watch:
                    watch(text, time.perf_counter() - begin)

        reader = threading.Thread(target=read)
        reader.start()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        reader.join()
        child.stderr.close()
    return child.returncode, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, said


class Trial:
    def __init__(self, options):
        self.options = options
        self.program = options.elsec
        self.seeds = list(range(1, options.runs + 1))
        self.folder = os.path.join(options.work, "answers")
        os.makedirs(self.folder, exist_ok=True)
        self.results = []

    def scaled(self, seconds):
        return seconds * self.options.seconds_factor

    def problem(self, name):
        path = os.path.join(self.options.problems, f"{name}.json")
        if not os.path.exists(path):
            say(f"there is no {path}")
            sys.exit(1)
        return path

    def can(self, verb, option):
        """Whether an elsec of this build knows a verb of `rota` with an option."""
        done = subprocess.run([self.program, "rota", verb, "--help"], capture_output=True, text=True, check=False)
        return done.returncode == 0 and option in done.stdout

    def elsec(self, name, seconds, seed):
        """`elsec rota solve`; a run that was already made in this bench is not made again."""
        program = f"elsec {self.scaled(seconds):g} s"
        path = os.path.join(self.folder, f"{name}-elsec-{seconds}-{seed}.json")
        for result in self.results:
            if result.answer == path:
                return result
        command = [self.program, "rota", "solve", self.problem(name), "--time-limit", f"{self.scaled(seconds):g}",
                   "--threads", "1", "--seed", str(seed), "--out", path]
        first = []

        def watch(text, at):
            if not first and " cost " in f" {text} ":
                first.append(at)

        shows = self.can("solve", "--progress")
        result = self.judged(name, program, path, command + (["--progress"] if shows else []), watch)
        result.first = first[0] if first and shows else None
        return result

    def peer(self, name, peer, seconds, seed):
        path = os.path.join(self.folder, f"{name}-{peer}-{seconds}-{seed}.json")
        command = [sys.executable, self.options.peers, "--peer", peer, "--seconds", f"{self.scaled(seconds):g}", "--seed",
                   str(seed), self.problem(name)]
        return self.judged(name, f"{peer} {self.scaled(seconds):g} s", path, command, output=path)

    def judged(self, name, program, path, command, watch=None, output=None):
        if os.path.exists(path):
            os.remove(path)
        say(f"{name}: {program}")
        status, seconds, processor, peak, said = run(command, watch, output)
        result = Result(name, program, seconds, processor, peak, path)
        self.results.append(result)
        if status != 0:
            result.trouble = f"ended with {status}: {' '.join(said[-2:])[:200]}"
            return result
        try:
            with open(path, encoding="utf-8") as file:
                answer = json.load(file)
        except (OSError, ValueError) as error:
            result.trouble = f"no answer: {error}"
            return result
        self.judge(result, self.problem(name), path)
        if isinstance(answer.get("bound"), (int, float)):
            result.bound = answer["bound"]
        return result

    def judge(self, result, problem, path):
        """Fills in what the referees say of an answer."""
        referees = [[self.program, "rota", "check", problem, path, "--json"]]
        if self.options.referee:
            referees.append([sys.executable, self.options.referee, problem, path])
        verdicts = []
        for referee in referees:
            done = subprocess.run(referee, capture_output=True, text=True, check=False)
            try:
                verdicts.append(json.loads(done.stdout))
            except ValueError:
                result.trouble = f"{os.path.basename(referee[-3])} could not judge it: {done.stderr.strip()[:200]}"
                return
        costs = [v["cost"] for v in verdicts]
        if any(c != costs[0] for c in costs) or len({v["feasible"] for v in verdicts}) > 1:
            result.trouble = "the referees do not agree"
            return
        result.costs = costs[0]
        result.is_claim_true = all(v.get("claim_true", True) for v in verdicts)
        if not verdicts[0]["feasible"]:
            codes = sorted({b["code"] if isinstance(b, dict) else str(b).split()[0] for b in verdicts[0]["broken"]})
            result.trouble = f"breaks {len(verdicts[0]['broken'])} rules: {', '.join(codes)}"
            return
        result.total = costs[0]["total"]

    def wrong_bounds(self):
        """(problem, bound, program, cost) where a bound is above the cost of a sound answer to the same problem."""
        wrong = []
        for name in sorted({r.problem for r in self.results}):
            sound = [r for r in self.results if r.problem == name and r.total is not None]
            bounds = [r for r in self.results if r.problem == name and r.bound is not None and "elsec" in r.program]
            if sound and bounds:
                cheapest, highest = min(sound, key=lambda r: r.total), max(bounds, key=lambda r: r.bound)
                if highest.bound > cheapest.total:
                    wrong.append((name, highest.bound, cheapest.program, cheapest.total))
        return wrong

    def draft(self, name, value):
        """Writes a value as JSON beside the answers and returns its path."""
        path = os.path.join(self.folder, name)
        with tempfile.NamedTemporaryFile("w", dir=self.folder, delete=False, encoding="utf-8") as out:
            json.dump(value, out)
        os.replace(out.name, path)
        return path
