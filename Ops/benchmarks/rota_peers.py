"""Solves a rota problem with what a team would use instead of elsec; started by Ops/bench rota.

    .build/bench/rota/bin/python Ops/benchmarks/rota_peers.py --peer vroom --seconds 30 problem.json > answer.json

pyvrp, vroom and ortools (its routing library) take problems of kind core, in which a day of a person is a vehicle.
cpsat (OR-Tools' CP-SAT, in rota_cpsat.py) takes every kind. One thread each. What they answer is judged by a referee
like any other answer.
"""

import argparse
import datetime
import json
import sys

DAY = 1440


def minute(clock):
    return int(clock[:2]) * 60 + int(clock[3:])


def clock(at):
    return f"{at % DAY // 60:02}:{at % 60:02}"


class Week:
    """A core problem in minutes from Monday's midnight: a turn is one person's shift, a job one visit."""

    def __init__(self, problem):
        self.problem = problem
        self.travel = problem["travel"]["minutes"]
        number = {place["id"]: i for i, place in enumerate(problem["places"])}
        self.jobs = []
        for visit in problem["visits"]:
            opens = sorted((w["day"] * DAY + minute(w["start"]), w["day"] * DAY + minute(w["end"]) - visit["minutes"])
                           for w in visit["windows"])
            self.jobs.append({"id": visit["id"], "at": number[visit["place"]], "minutes": visit["minutes"],
                              "needs": frozenset(visit["slots"][0] if visit.get("slots") else ()), "starts": opens,
                              "weight": visit.get("weight", 0)})
        self.turns = []
        for person in problem["staff"]:
            for shift in person["shifts"]:
                self.turns.append({"who": person["id"], "skills": frozenset(person["skills"]),
                                   "begin": shift["day"] * DAY + minute(shift["start"]),
                                   "end": shift["day"] * DAY + minute(shift["end"]), "day": shift["day"],
                                   "from": number[shift["from"]], "to": number[shift["to"]],
                                   "contact": person.get("contact_minutes", DAY)})

    def answer(self, placed):
        """placed: (turn, job, start minute) of every job done."""
        done = {job for _, job, _ in placed}
        return {
            "format": "elsec-rota-answer/1", "problem": self.problem["name"], "breaks": [],
            "assignments": [{"visit": self.jobs[job]["id"], "staff": [self.turns[turn]["who"]], "day": at // DAY,
                             "start": clock(at)} for turn, job, at in placed],
            "unassigned": [{"visit": job["id"], "reason": "left out"} for i, job in enumerate(self.jobs) if i not in done]}


def by_vroom(week, seconds, seed):
    """VROOM 1.15: priorities stand for weights, as it has no price for a job left out."""
    import numpy
    import vroom

    number = {skill: i for i, skill in enumerate(sorted({s for job in week.jobs for s in job["needs"]}))}
    most = max([job["weight"] for job in week.jobs] + [1])
    model = vroom.Input()
    model.set_durations_matrix(profile="car", matrix_input=numpy.array(week.travel, dtype=numpy.uint32) * 60)
    for i, turn in enumerate(week.turns):
        model.add_vehicle(vroom.Vehicle(
            i, start=turn["from"], end=turn["to"], capacity=[turn["contact"]],
            skills={number[s] for s in turn["skills"] if s in number},
            time_window=vroom.TimeWindow(turn["begin"] * 60, turn["end"] * 60)))
    for i, job in enumerate(week.jobs):
        model.add_job(vroom.Job(
            i, location=job["at"], default_service=job["minutes"] * 60, delivery=[job["minutes"]],
            skills={number[s] for s in job["needs"]}, priority=max(1, round(job["weight"] * 100 / most)),
            time_windows=[vroom.TimeWindow(a * 60, b * 60) for a, b in job["starts"]]))
    routes = model.solve(exploration_level=5, nb_threads=1, timeout=datetime.timedelta(seconds=seconds)).routes
    jobs = routes[routes["type"] == "job"]
    starts = (jobs["arrival"] + jobs["waiting_time"]) // 60
    return week.answer([(int(t), int(j), int(at)) for t, j, at in zip(jobs["vehicle_id"], jobs["id"], starts)])


def by_pyvrp(week, seconds, seed):
    """PyVRP: a client for every window of a visit, of which a group lets one be served; a location for every place and
    skill, to which the profile of those without the skill has no way."""
    import pyvrp
    import pyvrp.stop

    model = pyvrp.Model()
    coordinates = [(round(p.get("lon", 0) * 10_000), round(p.get("lat", 0) * 10_000)) for p in week.problem["places"]]
    spots = {}

    def spot(place, needs):
        if (place, needs) not in spots:
            x, y = coordinates[place]
            spots[place, needs] = model.add_location(x=x, y=y)
        return spots[place, needs]

    depots = {place: model.add_depot(spot(place, frozenset()))
              for place in {turn[end] for turn in week.turns for end in ("from", "to")}}
    clients = []
    for i, job in enumerate(week.jobs):
        group = model.add_client_group(required=False)
        for first, last in job["starts"]:
            model.add_client(spot(job["at"], job["needs"]), delivery=[job["minutes"]], service_duration=job["minutes"],
                             tw_early=first, tw_late=last, prize=job["weight"], required=False, group=group)
            clients.append(i)
    profiles = {}
    for skills in {turn["skills"] for turn in week.turns}:
        profile = profiles[skills] = model.add_profile()
        open_to = [(place, where) for (place, needs), where in spots.items() if needs <= skills]
        for a, here in open_to:
            for b, there in open_to:
                if here is not there:
                    model.add_edge(here, there, distance=week.travel[a][b], duration=week.travel[a][b], profile=profile)
    for turn in week.turns:
        model.add_vehicle_type(1, capacity=[turn["contact"]], start_depot=depots[turn["from"]],
                               end_depot=depots[turn["to"]], tw_early=turn["begin"], tw_late=turn["end"],
                               profile=profiles[turn["skills"]])
    found = model.solve(pyvrp.stop.MaxRuntime(seconds), seed=seed, display=False, collect_stats=False).best
    placed = []
    for route in found.routes():
        for stop in route.schedule():
            if stop.is_client():
                job = clients[stop.idx]
                placed.append((route.vehicle_type(), job, stop.end_time - week.jobs[job]["minutes"]))
    return week.answer(placed)


def by_ortools(week, seconds, seed):
    """OR-Tools' routing library: guided local search after parallel cheapest insertion."""
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    jobs, turns = week.jobs, week.turns
    places = [job["at"] for job in jobs] + [turn["from"] for turn in turns] + [turn["to"] for turn in turns]
    first, last = len(jobs), len(jobs) + len(turns)
    nodes = pywrapcp.RoutingIndexManager(len(places), len(turns), [first + t for t in range(len(turns))],
                                         [last + t for t in range(len(turns))])
    model = pywrapcp.RoutingModel(nodes)
    length = [job["minutes"] for job in jobs] + [0] * (2 * len(turns))
    ways = [[week.travel[a][b] for b in places] for a in places]
    model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(ways))
    spent = model.RegisterTransitMatrix([[way + length[i] for way in row] for i, row in enumerate(ways)])
    model.AddDimension(spent, 7 * DAY, 7 * DAY, False, "clock")
    clocks = model.GetDimensionOrDie("clock")
    model.AddDimensionWithVehicleCapacity(model.RegisterUnaryTransitVector(length), 0,
                                          [turn["contact"] for turn in turns], True, "contact")
    for i, job in enumerate(jobs):
        node = nodes.NodeToIndex(i)
        at = clocks.CumulVar(node)
        at.SetRange(job["starts"][0][0], job["starts"][-1][1])
        for (_, closes), (opens, _) in zip(job["starts"], job["starts"][1:]):
            if opens - closes > 1:
                at.RemoveInterval(closes + 1, opens - 1)
        days = {opens // DAY for opens, _ in job["starts"]}
        able = [t for t, turn in enumerate(turns) if job["needs"] <= turn["skills"] and turn["day"] in days]
        model.VehicleVar(node).SetValues([-1] + able)
        model.AddDisjunction([node], job["weight"])
    for t, turn in enumerate(turns):
        clocks.CumulVar(model.Start(t)).SetRange(turn["begin"], turn["begin"])
        clocks.CumulVar(model.End(t)).SetRange(turn["begin"], turn["end"])
    settings = pywrapcp.DefaultRoutingSearchParameters()
    settings.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    settings.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    settings.time_limit.FromMilliseconds(round(seconds * 1000))
    found = model.SolveWithParameters(settings)
    placed = []
    for t in range(len(turns)) if found else ():
        index = found.Value(model.NextVar(model.Start(t)))
        while not model.IsEnd(index):
            placed.append((t, nodes.IndexToNode(index), found.Min(clocks.CumulVar(index))))
            index = found.Value(model.NextVar(index))
    return week.answer(placed)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("problem")
    parser.add_argument("--peer", choices=["vroom", "pyvrp", "ortools", "cpsat"], required=True)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with open(options.problem, encoding="utf-8") as source:
        problem = json.load(source)
    if options.peer == "cpsat":
        import rota_cpsat

        answer = rota_cpsat.solve(problem, options.seconds, options.seed)
    else:
        way = {"vroom": by_vroom, "pyvrp": by_pyvrp, "ortools": by_ortools}[options.peer]
        answer = way(Week(problem), options.seconds, options.seed)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
