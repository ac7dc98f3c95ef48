"""10,000 cancels (ELSEC_CANCELS) at random points; each call answered once, the store's connections as before and none in a transaction."""

import asyncio
import collections
import os
import random
import time

from stand import Figures, Pipe, Stand, wait

CANCELS = int(os.environ.get("ELSEC_CANCELS", "10000"))
CONNECTIONS = 12
CANCELLED = -32800


def asked(random, number):
    """A call that takes a moment, and the id of the child it writes, if it does."""
    kind = random.random()
    if kind < 0.3:
        return "child.find", {"limit": 500}, None
    if kind < 0.5:
        return "child.get", {"child": f"c{random.randint(1, 40)}"}, None
    if kind < 0.55:
        return "audit.verify", {}, None
    if kind < 0.7:
        return "demand.list", {"week": "2026-W49"}, None
    name = f"w{number}"
    return "child.put", {"id": name, "givenName": "Given", "familyName": "Family", "birthDate": "2022-03-04"}, name


async def worker(service, seed, left, counts, written):
    chance = random.Random(seed)
    pipe = await Pipe.open(service, "manager")
    while left[0] > 0:
        calls = {}
        for _ in range(chance.randint(1, 6)):
            left[0] -= 1
            method, params, name = asked(chance, left[0])
            calls[pipe.send(method, params)] = (method, name)
        for id in chance.sample(list(calls), len(calls)):
            # From before its start, in the same packet, to after its end.
            await asyncio.sleep(chance.choice([0, 0, 0, 0.0005, 0.001, 0.002, 0.004, 0.008, 0.02, 0.04]))
            pipe.send("$/cancel", {"id": id}, notify=True)
            counts["cancels"] += 1
            if chance.random() < 0.05:
                pipe.send("$/cancel", {"id": chance.choice([id, 10**9, "nobody"])}, notify=True)
        end = time.monotonic() + 60
        while not all(id in pipe.answers for id in calls) and time.monotonic() < end and not pipe.ended.is_set():
            await asyncio.sleep(0.001)
        for id, (method, name) in calls.items():
            answers = pipe.answers.get(id, [])
            counts["none"] += not answers
            counts["twice"] += len(answers) > 1
            if not answers:
                continue
            if "result" in answers[0]:
                counts["done"] += 1
                if name:
                    written.add(name)
            elif answers[0]["error"]["code"] == CANCELLED:
                counts["cancelled"] += 1
            else:
                counts["wrong"] += 1
                if counts["wrong"] <= 5:
                    print(f"{method}: {answers[0]}")
        pipe.answers.clear()
    # A late second answer would come before this one.
    await pipe.call("session.ping")
    counts["stray"] += len(pipe.stray) + len(pipe.answers) - 1
    await pipe.close()


async def all_of_it(service, cancels, counts, written):
    left = [cancels]
    await asyncio.gather(*[worker(service, seed, left, counts, written) for seed in range(CONNECTIONS)])


def backends(stand, where="true"):
    return int(stand.sql(f"SELECT count(*) FROM pg_stat_activity WHERE usename = 'elsec_app' AND {where}")[0][0])


async def at_once(service):
    """So many sign-ins at one moment that all the store's connections are needed: they are reads, which wait for nobody."""
    pipes = await asyncio.gather(*[Pipe.open(service, "manager") for _ in range(100)])
    await asyncio.gather(*[pipe.close() for pipe in pipes])
    return len(pipes)


figures = Figures()
with Stand() as stand:
    service = stand.serve()
    asyncio.run(all_of_it(service, 300, collections.Counter(), set()))
    asyncio.run(at_once(service))
    pool, files = backends(stand), service.files()
    counts, written = collections.Counter(), set()
    began = time.monotonic()
    asyncio.run(all_of_it(service, CANCELS, counts, written))
    print(f"      {time.monotonic() - began:.0f} s; {counts['cancelled']} were cancelled, {counts['done']} were done nevertheless")
    calls = counts["cancelled"] + counts["done"] + counts["wrong"] + counts["none"]
    figures.must(
        not counts["none"] and not counts["twice"] and not counts["stray"] and counts["cancels"] >= CANCELS,
        f"of {calls} calls with a cancel each {counts['none']} without an answer, {counts['twice']} with two, {counts['stray']} stray")
    figures.must(counts["wrong"] == 0, f"{counts['wrong']} answered with another error")
    figures.must(counts["cancelled"] >= CANCELS / 20 and counts["done"] >= CANCELS / 20, f"{counts['cancelled']} cancelled")
    wait(lambda: backends(stand, "state = 'active'") == 0, 10)
    figures.must(backends(stand, "state <> 'idle'") == 0, f"{backends(stand, 'state LIKE ' + repr('idle in%'))} idle in transaction")
    left = backends(stand)
    done = asyncio.run(at_once(service))
    figures.must(backends(stand) == pool and done == 100, f"connections to the store {pool} → {left} → {backends(stand)} when all are needed")
    wait(lambda: service.files() <= files, 10)
    figures.must(service.files() <= files, f"files {files} → {service.files()}")
    there = {row[0] for row in stand.sql("SELECT id FROM child WHERE id LIKE 'w%'")}
    figures.must(written <= there, f"{len(written - there)} of {len(written)} writes that were answered are missing")
    client = service.client("manager")
    figures.must(client.call("child.get", child="c1")["child"]["id"] == "c1", "the service goes on")
figures.end()
