"""The whole rota format as one model of OR-Tools' CP-SAT, solved on one thread.

Every person's day is a circuit through the base and the visits of that day. A visit is before or after the person's
break; a way from the one to the other is driven wholly before the break or wholly after it.
"""

from ortools.sat.python import cp_model

DAY = 1440


def minute(clock):
    return int(clock[:2]) * 60 + int(clock[3:])


def clock(at):
    return f"{at % DAY // 60:02}:{at % 60:02}"


class Model:
    def __init__(self, problem):
        self.problem = problem
        self.cp = cp_model.CpModel()
        self.visits, self.staff = problem["visits"], problem["staff"]
        self.place = {p["id"]: i for i, p in enumerate(problem["places"])}
        self.travel = problem["travel"]["minutes"]
        self.price = problem.get("weights", {}).get
        self.bill = []                                  # (points, expression)
        self.state_visits()
        self.state_people()
        self.state_rooms()
        self.state_series()
        self.state_order()
        self.state_balance()
        self.state_published()
        self.cp.minimize(sum(points * what for points, what in self.bill))

    def charge(self, points, what):
        if points:
            self.bill.append((points, what))

    def flag(self):
        return self.cp.new_bool_var("")

    # Visits: done or not, when, by whom.

    def starts(self, windows, minutes, pin=None):
        step, pin = self.problem["horizon"].get("step", 1), pin or {}
        found = set()
        for w in windows:
            if pin.get("day", w["day"]) != w["day"]:
                continue
            begin = w["day"] * DAY
            first, last = begin + minute(w["start"]), begin + minute(w["end"]) - minutes
            found.update(range(-(-first // step) * step, last + 1, step))
        if pin.get("start"):
            found = {t for t in found if t % DAY == minute(pin["start"])}
        return sorted(found)

    def state_visits(self):
        self.done, self.at, self.days, self.who, self.turn = [], [], [], {}, {}
        for v, visit in enumerate(self.visits):
            times = self.starts(visit["windows"], visit["minutes"], visit.get("pin"))
            done = self.flag()
            if not times:
                self.cp.add(done == 0)
            self.done.append(done)
            self.at.append(self.cp.new_int_var_from_domain(cp_model.Domain.from_values(times or [0]), ""))
            on_day = {}
            for day in sorted({t // DAY for t in times}):
                mine = [t for t in times if t // DAY == day]
                on_day[day] = self.flag()
                self.cp.add_linear_constraint(self.at[v], mine[0], mine[-1]).only_enforce_if(on_day[day])
            self.cp.add(sum(on_day.values()) == done)
            self.days.append(on_day)
            self.charge(visit.get("weight", 0), done.negated())
            self.state_slots(v, visit)
            wished = visit.get("prefer_windows")
            if wished and self.price("prefer_window"):
                kept = self.flag()
                spans = [(w["day"] * DAY + minute(w["start"]), w["day"] * DAY + minute(w["end"]) - visit["minutes"])
                         for w in wished]
                spans = [s for s in spans if s[0] <= s[1]]
                if spans:
                    inside = cp_model.Domain.from_intervals(spans)
                    self.cp.add_linear_expression_in_domain(self.at[v], inside).only_enforce_if(kept)
                else:
                    self.cp.add(kept == 0)
                missed = self.flag()
                self.cp.add_bool_or(kept, missed, done.negated())
                self.charge(self.price("prefer_window"), missed)

    def state_slots(self, v, visit):
        slots = visit.get("slots") or [[]]
        pinned = (visit.get("pin") or {}).get("staff")
        for s, needs in enumerate(slots):
            for p, person in enumerate(self.staff):
                if not set(needs) <= set(person["skills"]) or person["id"] in visit.get("forbid_staff", ()):
                    continue
                if pinned and pinned[s] != person["id"]:
                    continue
                turns = []
                for shift in person["shifts"]:
                    if shift["day"] in self.days[v]:
                        turn = self.turn[v, s, p, shift["day"]] = self.flag()
                        self.cp.add_implication(turn, self.days[v][shift["day"]])
                        turns.append(turn)
                if turns:
                    who = self.who[v, s, p] = self.flag()
                    self.cp.add(sum(turns) == who)
                    if visit.get("prefer_staff") and person["id"] not in visit["prefer_staff"]:
                        self.charge(self.price("prefer_staff"), who)
            self.cp.add(sum(self.who.get((v, s, p), 0) for p in range(len(self.staff))) == self.done[v])
        for p in range(len(self.staff)):
            self.cp.add_at_most_one(self.who[v, s, p] for s in range(len(slots)) if (v, s, p) in self.who)

    # People: a circuit a day.

    def state_people(self):
        self.breaks, self.contact = {}, [[] for _ in self.staff]
        by_turn = {}
        for (v, _, p, day), turn in self.turn.items():
            by_turn.setdefault((p, day), []).append((v, turn))
        for p, person in enumerate(self.staff):
            worked = []
            for shift in person["shifts"]:
                worked += self.state_day(p, person, shift, by_turn.get((p, shift["day"]), []))
            if "week_minutes" in person:
                self.cp.add(sum(n * x for n, x in worked + self.contact[p]) <= person["week_minutes"])

    def state_day(self, p, person, shift, nodes):
        day = shift["day"]
        begin, end = day * DAY + minute(shift["start"]), day * DAY + minute(shift["end"])
        used = self.flag()
        self.charge(self.price("shift"), used)
        rest, pause = person.get("break"), None
        if rest and end - begin > rest.get("shift_over", 0):
            pause = self.state_break(p, day, rest, used)
        arcs, legs = [(0, 0, used.negated())], []

        def leg(here, there, before, after):
            """A way from node to node; before: (minute free, whether before the break); after: (minute due, whether)."""
            lit = self.flag()
            way = self.travel[here[1]][there[1]]
            arcs.append((here[0], there[0], lit))
            legs.append((way, lit))
            self.cp.add(before[0] + way <= after[0]).only_enforce_if(lit)
            if pause:
                rest_at, long, early = pause
                # Across the break: the first stop is before it, the second after it.
                across = [lit] + ([before[1]] if before[1] is not True else []) + \
                    ([after[1].negated()] if after[1] is not False else [])
                self.cp.add(before[0] + way <= rest_at).only_enforce_if(*across, early)
                self.cp.add(before[0] <= rest_at).only_enforce_if(*across)
                self.cp.add(rest_at + long <= after[0]).only_enforce_if(*across)
                self.cp.add(rest_at + long + way <= after[0]).only_enforce_if(*across, early.negated())

        stops = []
        for k, (v, turn) in enumerate(nodes, 1):
            arcs.append((k, k, turn.negated()))
            self.cp.add_implication(turn, used)
            is_before = None
            if pause:
                is_before = self.flag()
                self.cp.add(self.at[v] + self.visits[v]["minutes"] <= pause[0]).only_enforce_if(turn, is_before)
                self.cp.add(self.at[v] >= pause[0] + pause[1]).only_enforce_if(turn, is_before.negated())
            stops.append((k, v, self.place[self.visits[v]["place"]], is_before))
        for k, v, place, is_before in stops:
            free = self.at[v] + self.visits[v]["minutes"]
            leg((0, self.place[shift["from"]]), (k, place), (begin, True), (self.at[v], is_before))
            leg((k, place), (0, self.place[shift["to"]]), (free, is_before), (end, False))
            for j, u, there, is_there_before in stops:
                if u != v and self.may_follow(v, u, day, self.travel[place][there]):
                    leg((k, place), (j, there), (free, is_before), (self.at[u], is_there_before))
        if nodes:
            self.cp.add_circuit(arcs)
        else:
            self.cp.add(used == 0)
        contact = [(self.visits[v]["minutes"], turn) for v, turn in nodes]
        if "contact_minutes" in person:
            self.cp.add(sum(n * x for n, x in contact) <= person["contact_minutes"])
        self.contact[p] += contact
        for way, lit in legs:
            self.charge(self.price("travel") and self.price("travel") * way, lit)
        return legs

    def may_follow(self, v, u, day, way):
        def span(visit):
            times = [t for t in self.starts(visit["windows"], visit["minutes"], visit.get("pin")) if t // DAY == day]
            return times[0], times[-1]

        if not hasattr(self, "spans"):
            self.spans = {}
        for w in (v, u):
            if (w, day) not in self.spans:
                self.spans[w, day] = span(self.visits[w])
        return self.spans[v, day][0] + self.visits[v]["minutes"] + way <= self.spans[u, day][1]

    def state_break(self, p, day, rest, used):
        step = self.problem["horizon"].get("step", 1)
        first, last = day * DAY + minute(rest["earliest"]), day * DAY + minute(rest["latest"]) - rest["minutes"]
        times = [t for t in range(-(-first // step) * step, last + 1, step)]
        at = self.cp.new_int_var_from_domain(cp_model.Domain.from_values(times), "")
        self.breaks[p, day] = (at, used)
        return at, rest["minutes"], self.flag()

    # What binds several people or visits.

    def state_rooms(self):
        rooms = {}
        for v, visit in enumerate(self.visits):
            rooms.setdefault(visit["place"], []).append(
                self.cp.new_optional_fixed_size_interval_var(self.at[v], visit["minutes"], self.done[v], ""))
        for place in self.problem["places"]:
            inside = rooms.get(place["id"], [])
            if len(inside) > place.get("rooms", 1):
                self.cp.add_cumulative(inside, [1] * len(inside), place.get("rooms", 1))

    def state_series(self):
        for series in self.problem.get("series", ()):
            members = [v for v, visit in enumerate(self.visits) if visit.get("series") == series["id"]]
            gap = series.get("gap_days", 0)
            for n, v in enumerate(members):
                for u in members[n + 1:]:
                    for day, on in self.days[v].items():
                        for other, there in self.days[u].items():
                            if abs(day - other) < gap:
                                self.cp.add_at_most_one(on, there)
            wish = series.get("same_staff", "any")
            if wish == "any" or len(members) < 2:
                continue
            # Each member has one slot in the problems measured; a list of staff is then one person.
            seen = []
            for p in range(len(self.staff)):
                mine = [self.who[v, 0, p] for v in members if (v, 0, p) in self.who]
                if mine:
                    seen.append(self.flag())
                    self.cp.add_max_equality(seen[-1], mine)
            if wish == "require":
                self.cp.add_at_most_one(seen)
            else:
                more = self.cp.new_int_var(0, len(members), "")
                self.cp.add(more >= sum(seen) - 1)
                self.charge(self.price("series_staff"), more)

    def state_order(self):
        number = {visit["id"]: v for v, visit in enumerate(self.visits)}
        for v, visit in enumerate(self.visits):
            for rule in visit.get("after") or ():
                u = number[rule["visit"]]
                gap = self.visits[u]["minutes"] + rule.get("gap_minutes", 0)
                self.cp.add_implication(self.done[v], self.done[u])
                self.cp.add(self.at[v] >= self.at[u] + gap).only_enforce_if(self.done[v])

    def state_balance(self):
        if not self.price("balance"):
            return
        roles = {}
        for p, person in enumerate(self.staff):
            minutes = sum(minute(s["end"]) - minute(s["start"]) for s in person["shifts"])
            if minutes:
                roles.setdefault(person.get("role"), []).append((p, minutes))
        for members in roles.values():
            if len(members) < 2:
                continue
            loads = []
            for p, minutes in members:
                load = self.cp.new_int_var(0, 100, "")
                self.cp.add_division_equality(load, 100 * sum(n * x for n, x in self.contact[p]), minutes) \
                    if self.contact[p] else self.cp.add(load == 0)
                loads.append(load)
            high, low = self.cp.new_int_var(0, 100, ""), self.cp.new_int_var(0, 100, "")
            self.cp.add_max_equality(high, loads)
            self.cp.add_min_equality(low, loads)
            self.charge(self.price("balance"), high - low)

    def state_published(self):
        number = {visit["id"]: v for v, visit in enumerate(self.visits)}
        people = {person["id"]: p for p, person in enumerate(self.staff)}
        for held in (self.problem.get("published") or {}).get("assignments", ()):
            v, day = number[held["visit"]], held["day"]
            kept = [self.who.get((v, s, people[name])) for s, name in enumerate(held["staff"])]
            same = self.flag()
            for who in kept:
                self.cp.add_implication(same, who) if who is not None else self.cp.add(same == 0)
            moved = self.flag()
            self.cp.add_bool_or(same, moved, self.done[v].negated())
            self.charge(self.price("changed_staff"), moved)
            here = self.days[v].get(day)
            if here is None:
                self.charge(self.price("changed_day"), self.done[v])
                continue
            elsewhere, near, shifted = self.flag(), self.flag(), self.flag()
            self.cp.add_bool_or(here, elsewhere, self.done[v].negated())
            self.charge(self.price("changed_day"), elsewhere)
            was = day * DAY + minute(held["start"])
            self.cp.add_linear_constraint(self.at[v], was - 15, was + 15).only_enforce_if(near)
            self.cp.add_bool_or(near, shifted, here.negated())
            self.charge(self.price("changed_start"), shifted)


def solve(problem, seconds, seed):
    model = Model(problem)
    for flag in (*model.done, *model.who.values(), *model.turn.values()):
        model.cp.add_hint(flag, 0)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    status = solver.solve(model.cp)
    answer = {"format": "elsec-rota-answer/1", "problem": problem["name"], "assignments": [], "breaks": [],
              "unassigned": []}
    if status == cp_model.MODEL_INVALID:
        raise SystemExit("rota_cpsat: " + model.cp.validate())
    is_found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    for v, visit in enumerate(problem["visits"]):
        if not is_found or not solver.value(model.done[v]):
            answer["unassigned"].append({"visit": visit["id"], "reason": "left out"})
            continue
        crew = [next(person["id"] for p, person in enumerate(problem["staff"])
                     if (v, s, p) in model.who and solver.value(model.who[v, s, p]))
                for s in range(len(visit.get("slots") or [[]]))]
        at = solver.value(model.at[v])
        answer["assignments"].append({"visit": visit["id"], "staff": crew, "day": at // DAY, "start": clock(at)})
    if is_found:
        answer["breaks"] = [{"staff": problem["staff"][p]["id"], "day": day, "start": clock(solver.value(at))}
                            for (p, day), (at, used) in model.breaks.items() if solver.value(used)]
        answer["cost"] = round(solver.objective_value)
    answer["bound"] = round(solver.best_objective_bound, 3)
    return answer
