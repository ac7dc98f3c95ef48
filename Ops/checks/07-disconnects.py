"""100,000 mixed requests (ELSEC_REQUESTS) on 64 connections that break at random; every id answered once or cut, nothing leaks."""

import asyncio
import collections
import os
import random
import time

from stand import Figures, Pipe, Refused, Stand, uuid7, wait

REQUESTS = int(os.environ.get("ELSEC_REQUESTS", "100000"))
CONNECTIONS = 64
MIB = 1 << 20
DONE = "result"


def asked(random):
    """A method, its params, and a test of its answer."""
    child = f"c{random.randint(1, 40)}"
    kind = random.random()
    if kind < 0.4:
        return "session.ping", {}, lambda answer: answer[DONE] == {}
    if kind < 0.65:
        return "child.get", {"child": child}, lambda answer: answer[DONE]["child"]["id"] == child
    if kind < 0.7:
        return "child.find", {"limit": 3, "after": "c2"}, lambda answer: len(answer[DONE]["children"]) == 3
    if kind < 0.75:
        name = f"n{random.randrange(200)}"
        child = {"id": name, "givenName": "Given", "familyName": "Family", "birthDate": "2022-03-04"}
        return "child.put", {**child, "key": uuid7(random)}, lambda answer: answer[DONE]["change"] in ("added", "changed", "unchanged")
    if kind < 0.8:
        return "demand.list", {"week": "2026-W49"}, lambda answer: DONE in answer
    if kind < 0.82:
        return "rpc.discover", {}, lambda answer: answer[DONE]["openrpc"]
    if kind < 0.87:
        return "child.get", {"child": f"nobody{random.random()}"}, lambda answer: answer["error"]["code"] == -32004
    if kind < 0.92:
        return "foobar", {}, lambda answer: answer["error"]["code"] == -32601
    if kind < 0.96:
        return "child.get", {}, lambda answer: answer["error"]["code"] == -32602
    return "screening.confirm", {"decisions": []}, lambda answer: answer["error"]["code"] == -32003


def busy(answer):
    """Whether it says that the store has enough to do, and when to come again: what waits for it is bounded, in number and time."""
    error = answer.get("error", {})
    return error.get("code") == -32010 and error["data"]["retry"] == "after" and error["data"]["afterMs"] > 0


class Worker:
    """One place of the 64: a connection, bursts of calls on it, now and then a break, and a new connection."""

    def __init__(self, service, seed, left, counts):
        self.service, self.random, self.left, self.counts = service, random.Random(seed), left, counts

    async def open(self):
        while True:
            try:
                return await Pipe.open(self.service, "manager")
            except Refused as refused:
                if not busy({"error": {"code": refused.code, "data": refused.data}}):
                    raise
                self.counts["busy"] += 1
                await asyncio.sleep(refused.data["afterMs"] / 1000)

    async def work(self):
        pipe = None
        while self.left[0] > 0:
            pipe = pipe or await self.open()
            burst = min(self.left[0], self.random.choice([1, 2, 3, 4, 5, 6, 8, 10, 64]))
            self.left[0] -= burst
            wanted = {}
            for _ in range(burst):
                method, params, test = asked(self.random)
                wanted[pipe.send(method, params)] = (method, params, test)
            pause = self.random.random()
            if pause < 0.15:
                # The break: at once, or with some of the burst answered.
                await asyncio.sleep(self.random.choice([0, 0, 0.001, 0.01, 0.05]))
                await pipe.close(abruptly=self.random.random() < 0.7)
                self.look(pipe, wanted, cut=True)
                pipe = None
            else:
                end = time.monotonic() + 60
                while not all(id in pipe.answers for id in wanted) and time.monotonic() < end and not pipe.ended.is_set():
                    await asyncio.sleep(0.002)
                self.look(pipe, wanted, cut=False)
                pipe.answers.clear()
        if pipe:
            await pipe.close()

    def look(self, pipe, wanted, cut):
        for id, (method, params, test) in wanted.items():
            answers = pipe.answers.get(id, [])
            self.counts["answered"] += bool(answers)
            self.counts["cut"] += cut and not answers
            self.counts["lost"] += not cut and not answers
            self.counts["twice"] += len(answers) > 1
            try:
                right = not answers or method != "session.ping" and busy(answers[0]) or test(answers[0])
                self.counts["busy"] += bool(answers) and busy(answers[0])
            except (KeyError, TypeError):
                right = False
            if not right:
                self.counts["wrong"] += 1
                if self.counts["wrong"] <= 5:
                    print(f"{method} {params}: {str(answers[0])[:300]}")
        self.counts["stray"] += len(pipe.stray)
        self.counts["breaks"] += cut
        pipe.stray.clear()


async def all_of_it(service, counts, requests):
    left = [requests]
    await asyncio.gather(*[Worker(service, seed, left, counts).work() for seed in range(CONNECTIONS)])


def backends(stand):
    return int(stand.sql("SELECT count(*) FROM pg_stat_activity WHERE usename = 'elsec_app'")[0][0])


figures = Figures()
with Stand() as stand:
    service = stand.serve()
    asyncio.run(all_of_it(service, collections.Counter(), 4000))
    time.sleep(2)
    files, threads, memory, pool = service.files(), len(os.listdir(f"/proc/{service.process.pid}/task")), service.memory(), backends(stand)
    counts = collections.Counter()
    began = time.monotonic()
    asyncio.run(all_of_it(service, counts, REQUESTS))
    taken = time.monotonic() - began
    print(f"      {REQUESTS} in {taken:.0f} s, {REQUESTS / taken:.0f} a second; {counts['breaks']} breaks; {counts['busy']} told to come again")
    wait(lambda: service.files() <= files, 20)
    time.sleep(1)
    figures.must(
        counts["answered"] + counts["cut"] == REQUESTS and not counts["lost"] and not counts["twice"] and not counts["stray"],
        f"of {REQUESTS} {counts['answered']} answered once, {counts['cut']} cut, {counts['lost']} lost, {counts['twice']} twice, "
        f"{counts['stray']} stray")
    figures.must(counts["wrong"] == 0, f"{counts['wrong']} answers of something else")
    figures.must(service.files() <= files, f"files {files} → {service.files()}")
    figures.must(backends(stand) == pool, f"connections to the store {pool} → {backends(stand)}")
    grown = len(os.listdir(f"/proc/{service.process.pid}/task")) - threads
    figures.must(grown <= 2, f"threads {grown:+}")
    more = (service.memory() - memory) / MIB
    figures.must(more <= 16, f"memory {more:+.1f} MiB (16)")
    idle = stand.sql("SELECT count(*) FROM pg_stat_activity WHERE usename = 'elsec_app' AND state LIKE 'idle in transaction%'")[0][0]
    figures.must(idle == "0", f"{idle} idle in transaction")
figures.end()
