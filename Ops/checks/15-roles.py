"""Every method × every role: -32003 exactly where x-roles does not name the role; another area's ids are like nobody's, in time too."""

import json
import time

from stand import Figures, Refused, ROLES, Stand, share, uuid7

ROUNDS = 300
REFUSED, NOT_FOUND = -32003, -32004
# What a required param of a name is filled with.
PARAMS = {
    "child": "c1", "week": "2026-W49", "setting": "100000", "kind": "screen", "minutes": 30, "reason": "asked for", "job": "none",
    "plan": "none", "visit": "none", "screener": "none", "screening": "none", "decisions": [], "visits": [], "records": [],
    "id": "c1", "givenName": "Given", "familyName": "Family", "birthDate": "2022-03-04", "testDate": "2026-11-20",
    "protocol": "elsec/1", "token": "none",
}


def code(client, method, params):
    """The number of an error, 0 for a result."""
    try:
        client.call(method, **params)
        return 0
    except Refused as refused:
        return refused.code


def matrix(service, figures):
    document = service.client("admin").call("rpc.discover")
    wrong, cells, refused = [], 0, 0
    for role in ROLES:
        client = service.client(role)
        told = set(client.hello["methods"]) - {"session.ping", "rpc.discover"}
        named = {each["name"] for each in document["methods"] if role in each["x-roles"]}
        if told != named:
            wrong.append(f"{role}: session.open tells {sorted(told ^ named)} otherwise")
        for each in document["methods"]:
            may = role in each["x-roles"] or "anyone" in each["x-roles"]
            minimal = {param["name"]: PARAMS[param["name"]] for param in each["params"] if param["required"]}
            # Who may not, is told so whatever the params are.
            for params in [minimal, {}, {**minimal, "nobody": 1}]:
                got = code(client, each["name"], params)
                cells += 1
                refused += got == REFUSED
                if (got == REFUSED) == may:
                    wrong.append(f"{role} {each['name']} {params}: {got}")
        client.close()
    for each in wrong[:20]:
        print(each)
    figures.must(
        not wrong, f"{len(wrong)} of {cells} cells wrong ({len(document['methods'])} methods × {len(ROLES)} roles × 3, {refused} refused)")


def theirs(service, area):
    """Ids of the other area's records by the param that takes one."""
    admin = service.client("admin", area=area)
    admin.call("child.put", id="theirs", givenName="Given", familyName="Family", birthDate="2022-03-04")
    screener = next(each for each in admin.call("screener.list")["screeners"] if each["id"] == "elsec.open-demo")
    kept = admin.call(
        "screening.record", child="theirs", screener=screener["id"], testDate="2026-11-20", notScreened="absent")
    plan = admin.call("plan.put", title="Theirs", **{"from": "2026-09-01", "to": "2027-08-31"})
    job = admin.call("rota.plan", week="2026-W49", timeLimitSeconds=1)
    return {"child": "theirs", "screening": kept["screening"]["id"], "plan": plan["plan"]["plan"], "job": job["job"]}


def asked(param, id):
    """Every way to ask for one by its id."""
    return {
        "child": [("child.get", {"child": id}), ("screening.record", {
            "child": id, "screener": "elsec.open-demo", "testDate": "2026-11-20", "notScreened": "absent"})],
        "screening": [("screening.get", {"screening": id}), ("screening.amend", {"screening": id, "reason": "asked for", "answers": {}}), (
            "screening.confirm", {"decisions": [{"screening": id, "tier": "universal"}]})],
        "plan": [("plan.get", {"plan": id}), ("plan.check", {"plan": id}), ("plan.put", {"plan": id, "section": 1, "text": "-"}),
                 ("plan.pull", {"plan": id})],
        "job": [("job.get", {"job": id}), ("job.watch", {"job": id}), ("job.cancel", {"job": id})],
    }[param]


def answer(client, method, params):
    """The answer's line without its id."""
    client.send(method, params, id="same")
    while "method" in (got := client.receive()):
        pass
    return json.dumps(got, sort_keys=True)


def probing(stand, service, figures):
    ids = theirs(service, stand.other_area())
    client = service.client("admin")
    different = []
    for param, id in ids.items():
        nobodys = "nobody" if param == "child" else uuid7()
        for (method, params), (_, others) in zip(asked(param, id), asked(param, nobodys)):
            got, wanted = answer(client, method, params), answer(client, method, others)
            if got != wanted or f'"code": {NOT_FOUND}' not in got:
                different.append(f"{method}: {got} and {wanted}")
    for each in different:
        print(each)
    asks = sum(len(asked(param, id)) for param, id in ids.items())
    figures.must(not different, f"{len(different)} of {asks} ways to ask for another area's tell it from nobody's")
    for param, method in [("child", "child.get"), ("screening", "screening.get"), ("plan", "plan.get"), ("job", "job.get")]:
        taken = {"theirs": [], "nobodys": []}
        for _ in range(ROUNDS):
            for whose, id in [("theirs", ids[param]), ("nobodys", "nobody" if param == "child" else uuid7())]:
                began = time.perf_counter()
                answer(client, method, {param: id})
                taken[whose].append(time.perf_counter() - began)
        ratio = share(taken["theirs"], 0.5) / share(taken["nobodys"], 0.5)
        figures.must(0.8 <= ratio <= 1.2, f"{method}: {ratio:.2f} of the time (0.8 to 1.2)")


figures = Figures()
with Stand() as stand:
    service = stand.serve()
    matrix(service, figures)
    probing(stand, service, figures)
figures.end()
