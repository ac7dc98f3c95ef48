"""Makes rota problems over a made-up country of towns; the same name and seed give the same file.

    python3 Ops/benchmarks/rota_problem.py core-m [--seed 1] > core-m.json

NAME is a kind and a size: core (windows, skills, weights, travel, a limit on contact) or full (also breaks, weekly
limits, rooms, joint visits, series, order, preferences, balance, pins), then s, m, l or xl. It knows nothing of elsec:
the format alone is shared.
"""

import argparse
import json
import math
import random
import sys

#       staff, visits, settings, towns
SIZES = {"s": (4, 60, 24, 3), "m": (8, 150, 50, 4), "l": (20, 320, 110, 8), "xl": (60, 1000, 400, 24)}
STEP = 5
MINUTES_A_KILOMETRE = 2.1
MINUTES_TO_PARK = 5
# What is done: how often in a hundred, minutes, weight, skill.
WORK = {
    "group": (50, (30, 40, 45), 400, "group"),
    "screen": (24, (60, 90, 120), 500, "screen"),
    "assess": (10, (60, 75), 900, "therapist"),
    "therapy": (8, (45,), 800, "therapist"),
    "coach": (8, (45, 60), 200, "coach"),
}
SESSIONS = [(9 * 60, 11 * 60 + 50), (13 * 60, 15 * 60 + 10)]
AFTER_SCHOOL = [(15 * 60 + 15, 16 * 60 + 30)]


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


class Maker:
    def __init__(self, kind, size, seed):
        self.chance = random.Random(f"{kind} {size} {seed}")
        self.full = kind == "full"
        self.staff_count, self.visit_count, self.setting_count, town_count = SIZES[size]
        side = 12 * math.sqrt(town_count)
        self.towns = [(self.chance.uniform(0, side), self.chance.uniform(0, side)) for _ in range(town_count)]
        self.name = f"{kind}-{size}-made-up-{seed}"
        self.make_places()
        self.make_staff()
        self.make_visits()

    def make_places(self):
        """Bases in the first towns, one for about five people; then settings around all towns."""
        self.bases = max(1, round(self.staff_count / 5))
        spots = [self.towns[i % len(self.towns)] for i in range(self.bases)]
        self.places = [{"id": f"base{i}", "name": f"Base {i}", "rooms": 99} for i in range(self.bases)]
        for i in range(self.setting_count):
            x, y = self.chance.choice(self.towns)
            spots.append((self.chance.gauss(x, 3.5), self.chance.gauss(y, 3.5)))
            rooms = self.chance.choice((1, 1, 2)) if self.full else 99
            self.places.append({"id": f"s{i}", "name": f"Setting {i}", "rooms": rooms})
        for place, (x, y) in zip(self.places, spots):
            place["lat"], place["lon"] = round(52 + y / 111, 5), round(-2 + x / 68, 5)
        self.travel = [[self.drive(a, b) for b in spots] for a in spots]

    @staticmethod
    def drive(a, b):
        if a == b:
            return 0
        return STEP * math.ceil((math.dist(a, b) * MINUTES_A_KILOMETRE + MINUTES_TO_PARK) / STEP)

    def make_staff(self):
        self.staff = []
        for i in range(self.staff_count):
            is_therapist = i % 8 == 0
            skills = {"group"}
            if is_therapist:
                skills |= {"therapist", "screen", "coach"}
            skills |= {s for s, often in (("screen", 0.7), ("coach", 0.4)) if self.chance.random() < often}
            base = f"base{i % self.bases}"
            shifts, minutes = [], 0
            for day in sorted(self.chance.sample(range(5), self.chance.choice((3, 4, 5, 5)))):
                start = self.chance.choice((480, 510))
                length = self.chance.choice((360, 450, 480))
                minutes += length
                shifts.append({"day": day, "start": clock(start), "end": clock(start + length), "from": base, "to": base})
            person = {"id": f"p{i + 1}", "name": f"Person {i + 1}", "role": "therapist" if is_therapist else "practitioner",
                      "skills": sorted(skills), "shifts": shifts, "contact_minutes": 270}
            if self.full:
                person["week_minutes"] = minutes * 4 // 5 // STEP * STEP
                person["break"] = {"minutes": 30, "earliest": "11:30", "latest": "14:00", "shift_over": 360}
            self.staff.append(person)

    def windows(self, work, minutes):
        days = list(range(5))
        if self.chance.random() < 0.5:
            days = sorted(self.chance.sample(days, self.chance.choice((1, 2, 3))))
        spans = AFTER_SCHOOL if work == "coach" else SESSIONS
        if len(spans) > 1 and self.chance.random() < 0.35:
            spans = [self.chance.choice(spans)]
        spans = [s for s in spans if s[1] - s[0] >= minutes] or SESSIONS[:1]
        return [{"day": d, "start": clock(a), "end": clock(b)} for d in days for a, b in spans]

    def add(self, work, place, **more):
        _, lengths, weight, skill = WORK[work]
        minutes = more.pop("minutes", None) or self.chance.choice(lengths)
        windows = more.pop("windows", None) or self.windows(work, minutes)
        visit = {"id": f"v{len(self.visits) + 1}", "place": place, "minutes": minutes, "kind": work, "slots": [[skill]],
                 "windows": windows, "weight": weight, **more}
        self.visits.append(visit)
        return visit

    def make_visits(self):
        self.visits, self.series = [], []
        kinds, often = list(WORK), [w[0] for w in WORK.values()]
        while len(self.visits) < self.visit_count:
            work = self.chance.choices(kinds, often)[0]
            place = f"s{self.chance.randrange(self.setting_count)}"
            if self.full and work == "group":
                self.add_course(place)
                continue
            visit = self.add(work, place)
            if self.full and visit["slots"] == [["therapist"]] and self.chance.random() < 0.3:
                visit["slots"].append(["group"])
            if self.full and self.chance.random() < 0.03:
                window = self.chance.choice(visit["windows"])
                visit["pin"] = {"day": window["day"], "start": window["start"]}
        del self.visits[self.visit_count:]

    def add_course(self, place):
        """One to three sessions of a group on different days, now and then after an assessment."""
        number = len(self.series) + 1
        minutes = self.chance.choice(WORK["group"][1])
        windows = [{"day": d, "start": clock(a), "end": clock(b)} for d in range(5) for a, b in SESSIONS]
        half = self.chance.choice((0, 1))
        shared = {"minutes": minutes, "series": f"g{number}", "prefer_windows": windows[half::2]}
        if self.chance.random() < 0.5:
            shared["prefer_staff"] = [self.chance.choice(self.staff)["id"]]
        if self.chance.random() < 0.1:
            shared["after"] = [{"visit": self.add("assess", place)["id"], "gap_minutes": 0}]
        sessions = self.chance.choice((1, 2, 2, 3))
        for _ in range(sessions):
            self.add("group", place, windows=list(windows), **shared)
        self.series.append({"id": f"g{number}", "gap_days": 2 if sessions == 2 else 1,
                            "same_staff": self.chance.choice(("prefer", "prefer", "require"))})

    def problem(self):
        made = {"format": "elsec-rota/1", "name": self.name, "horizon": {"start": "2026-11-30", "days": 5, "step": STEP},
                "places": self.places, "travel": {"minutes": self.travel}, "staff": self.staff, "visits": self.visits,
                "weights": {"travel": 1}}
        if self.full:
            used = {v.get("series") for v in self.visits}
            made["series"] = [s for s in self.series if s["id"] in used]
            made["weights"] = {"travel": 1, "prefer_staff": 20, "series_staff": 60, "prefer_window": 10, "balance": 2,
                               "changed_staff": 40, "changed_day": 40, "changed_start": 10}
        return made


def make(name, seed):
    kind, size = name.split("-")
    return Maker(kind, size, seed).problem()


def main():
    names = [f"{kind}-{size}" for kind in ("core", "full") for size in SIZES]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=names)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    json.dump(make(options.name, options.seed), sys.stdout, separators=(",", ":"))


if __name__ == "__main__":
    main()
