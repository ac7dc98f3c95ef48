"""Makes small rota problems with everything of the format in them; the same seed gives the same problem.

    python3 Ops/benchmarks/rota_small.py 7 > small-7.json

Small enough that CP-SAT proves the best rota within a minute. It knows nothing of elsec: the format alone is shared. Visits of
a series that wants the same staff need one person each, as the models of CP-SAT here count no longer lists.
"""

import json
import random
import sys

STEP = 5


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


class Maker:
    def __init__(self, seed):
        self.chance = random.Random(f"small {seed}")
        self.name = f"small-{seed}"
        self.days = self.pick(2, 2, 3)
        self.make_places()
        self.make_staff()
        self.make_visits()
        self.make_published()

    def pick(self, *choices):
        return self.chance.choice(choices)

    def often(self, percent):
        return self.chance.random() * 100 < percent

    def make_places(self):
        count = self.pick(3, 4, 5)
        spots = [(self.chance.randrange(6), self.chance.randrange(6)) for _ in range(count)]
        self.places = [{"id": "base", "name": "Base", "rooms": 99}]
        self.places += [{"id": f"s{i}", "name": f"Setting {i}", "rooms": self.pick(1, 1, 1, 2)} for i in range(1, count)]
        crooked = self.often(30)
        self.travel = [[0 if i == j else STEP * (1 + abs(a[0] - b[0]) + abs(a[1] - b[1])
                                                 + (self.chance.randrange(4) if crooked else 0))
                        for j, b in enumerate(spots)] for i, a in enumerate(spots)]

    def make_staff(self):
        self.staff = []
        for i in range(self.pick(2, 2, 3)):
            shifts = []
            for day in range(self.days):
                if i == 0 or self.often(80):
                    start = self.pick(510, 540)
                    end = start + self.pick(240, 300, 420, 450)
                    home = self.pick("base", "base", self.places[-1]["id"])
                    shifts.append({"day": day, "start": clock(start), "end": clock(end), "from": "base", "to": home})
            person = {"id": f"p{i}", "name": f"Person {i}", "role": self.pick("practitioner", "practitioner", "therapist"),
                      "skills": ["group", "therapy"] if i == 0 else self.pick(["group"], ["group"], ["group", "therapy"]),
                      "shifts": shifts}
            if self.often(50):
                person["contact_minutes"] = self.pick(120, 180, 240)
            if self.often(50):
                person["week_minutes"] = self.pick(240, 330, 420)
            if self.often(60):
                person["break"] = {"minutes": self.pick(20, 30), "earliest": self.pick("10:00", "11:30"),
                                   "latest": self.pick("13:00", "13:45"), "shift_over": self.pick(120, 200, 360)}
            self.staff.append(person)

    def windows(self, minutes):
        spans = []
        for day in sorted(self.chance.sample(range(self.days), self.pick(1, 1, self.days))):
            for _ in range(self.pick(1, 1, 2)):
                start = 540 + 15 * self.chance.randrange(16)
                spans.append({"day": day, "start": clock(start), "end": clock(start + minutes + self.pick(15, 60, 120, 180))})
        return spans

    def make_visits(self):
        self.series = [{"id": "g1", "gap_days": 1, "same_staff": self.pick("prefer", "require")},
                       {"id": "g2", "gap_days": self.pick(0, 2), "same_staff": "any"}]
        people = [p["id"] for p in self.staff]
        self.visits = []
        for i in range(self.pick(9, 10, 11, 12, 13)):
            minutes = self.pick(30, 40, 45, 60)
            series = self.pick(None, None, "g1", "g2")
            slots = [self.pick(["group"], ["group"], ["therapy"], [])]
            if series != "g1" and self.often(25):
                slots.append(["group"])
            visit = {"id": f"v{i}", "place": self.pick(*self.places[1:])["id"], "minutes": minutes, "kind": "group",
                     "slots": slots, "windows": self.windows(minutes), "weight": self.pick(60, 100, 150, 200, 400)}
            if series:
                visit["series"] = series
            if self.often(40):
                visit["prefer_staff"] = [self.pick(*people)]
            if self.often(15):
                visit["forbid_staff"] = [self.pick(*people)]
            if self.often(40):
                visit["prefer_windows"] = self.windows(minutes)
            if self.visits and self.often(25):
                visit["after"] = [{"visit": self.pick(*self.visits)["id"], "gap_minutes": self.pick(0, 0, 30, -60, 900)}]
            if self.often(12):
                window = self.pick(*visit["windows"])
                visit["pin"] = self.pick({"day": window["day"]}, {"day": window["day"], "start": window["start"]},
                                         {"staff": self.chance.sample(people, len(slots))})
            self.visits.append(visit)

    def make_published(self):
        self.published = []
        people = [p["id"] for p in self.staff]
        if self.often(50):
            return
        for visit in self.visits:
            if self.often(60):
                window = self.pick(*visit["windows"])
                self.published.append({"visit": visit["id"], "staff": self.chance.sample(people, len(visit["slots"])),
                                       "day": window["day"], "start": window["start"]})

    def problem(self):
        return {"format": "elsec-rota/1", "name": self.name,
                "horizon": {"start": "2026-11-30", "days": self.days, "step": STEP},
                "places": self.places, "travel": {"minutes": self.travel}, "staff": self.staff, "visits": self.visits,
                "series": self.series, "published": {"assignments": self.published},
                "weights": {"travel": self.pick(1, 2), "prefer_staff": 20, "series_staff": 60, "prefer_window": 10,
                            "balance": self.pick(0, 2), "changed_staff": 40, "changed_day": 40, "changed_start": 10,
                            "shift": self.pick(0, 15)}}


def make(seed):
    return Maker(seed).problem()


if __name__ == "__main__":
    json.dump(make(int(sys.argv[1])), sys.stdout, separators=(",", ":"))
