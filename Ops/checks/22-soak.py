"""8 minutes (ELSEC_SOAK_MINUTES) at 30 % of the ceiling over TLS, tokens and certificates changed twice: memory stays, no error, p99 stays."""

import asyncio
import json
import os
import random
import time

from stand import Figures, Pipe, ROOT, Stand, share, uuid7

MINUTES = float(os.environ.get("ELSEC_SOAK_MINUTES", "8"))
CONNECTIONS, SHARE = 8, 0.3
MIB = 1 << 20


def asked(dice):
    """A method and its params: four of five read."""
    child = f"c{dice.randint(1, 40)}"
    kind = dice.random()
    if kind < 0.2:
        return "child.put", {
            "key": uuid7(), "id": child, "setting": f"10000{dice.randint(0, 1)}", "givenName": "Given", "familyName": "Family",
            "birthDate": f"2022-0{dice.randint(1, 9)}-11"}
    return ("child.get", {"child": child}) if kind < 0.6 else ("child.find", {"limit": 5}) if kind < 0.9 else ("screener.list", {})


class Team:
    """The connections of whoever has the token now. A new person takes over from the one before, who is then revoked."""

    def __init__(self, stand, service):
        self.stand, self.service, self.name, self.pipes = stand, service, None, []

    async def change(self):
        before, old = self.name, self.pipes
        self.name = f"Soak {uuid7()}"
        added = await asyncio.to_thread(self.stand.elsec, "user", "add", self.name, "--role", "manager", "--json")
        token, fresh = json.loads(added)["token"], []
        for _ in range(CONNECTIONS):
            pipe = await Pipe.open(self.service, context=self.stand.context())
            await pipe.call("session.open", protocol="elsec/1", token=token)
            fresh.append(pipe)
        self.pipes = fresh
        if before:
            await asyncio.sleep(2)
            for pipe in old:
                await pipe.close()
            await asyncio.to_thread(self.stand.elsec, "user", "revoke", before)


async def load(team, rate, seconds, taken, errors):
    """Calls at moments that are laid down beforehand, so that a slow answer delays none of the others."""
    dice, running, began = random.Random(22), set(), time.monotonic()

    async def one(pipe, due):
        method, params = asked(dice)
        try:
            answer = await pipe.answer(method, params)
            if "error" in answer:
                errors.append(json.dumps(answer["error"])[:300])
            # The ids of answers are not needed for as long as a soak goes on.
            pipe.answers.pop(answer["id"])
            pipe.sent.discard(answer["id"])
        except ConnectionError as error:
            errors.append(str(error))
        taken.append((due - began, time.monotonic() - due))

    for number in range(int(rate * seconds)):
        due = began + number / rate
        if (pause := due - time.monotonic()) > 0:
            await asyncio.sleep(pause)
        task = asyncio.create_task(one(team.pipes[number % CONNECTIONS], due))
        running.add(task)
        task.add_done_callback(running.discard)
    await asyncio.gather(*running)


async def ceiling(team):
    """Answers a second when every connection asks again at once, 4 at a time."""
    dice, end, done = random.Random(1), time.monotonic() + 10, 0

    async def asking(pipe):
        nonlocal done
        while time.monotonic() < end:
            await pipe.answer(*asked(dice))
            done += 1

    await asyncio.gather(*(asking(pipe) for pipe in team.pipes for _ in range(4)))
    return done / 10


def slope(points):
    """MiB a minute, by least squares over (seconds, bytes)."""
    times, sizes = [at / 60 for at, _ in points], [size / MIB for _, size in points]
    middle, mean = sum(times) / len(times), sum(sizes) / len(sizes)
    spread = sum((at - middle) ** 2 for at in times)
    return sum((at - middle) * (size - mean) for at, size in zip(times, sizes)) / spread


async def soak(stand, service, figures):
    team, taken, errors, memory = Team(stand, service), [], [], []
    await team.change()
    most = await ceiling(team)
    rate, seconds = most * SHARE, MINUTES * 60
    print(f"      ceiling {most:.0f} calls a second; {rate:.0f} a second for {MINUTES:g} minutes", flush=True)
    began = time.monotonic()

    async def watch():
        while True:
            memory.append((time.monotonic() - began, service.memory()))
            await asyncio.sleep(2)

    async def change():
        folder, maker = stand.certificates(), str(ROOT / "Ops/certificates")
        for turn in (1, 2):
            await asyncio.sleep(seconds / 3)
            await asyncio.to_thread(stand.run, [maker, "server", str(folder), f"next{turn}", "localhost", "127.0.0.1"])
            for part in ("key", "pem"):
                (folder / f"next{turn}.{part}").replace(folder / f"service.{part}")
            await asyncio.sleep(25)
            await team.change()

    watching, changing = asyncio.create_task(watch()), asyncio.create_task(change())
    await load(team, rate, seconds, taken, errors)
    await changing
    watching.cancel()
    for pipe in team.pipes:
        await pipe.close()
    minute = min(60, seconds / 4)
    first = share([late for at, late in taken if at < minute], 0.99)
    last = share([late for at, late in taken if at > seconds - minute], 0.99)
    # The first minute fills caches and pools.
    grown = slope([(at, size) for at, size in memory if at > minute])
    for error in errors[:5]:
        print(f"      {error}")
    figures.must(grown < 1, f"{len(taken):,} calls; memory {grown:+.2f} MiB a minute, {memory[-1][1] / MIB:.0f} MiB at the end")
    figures.must(not errors, f"{len(errors)} errors through 2 changes of tokens and certificates")
    figures.must(last <= 2 * first, f"p99 {first * 1000:.1f} ms in the first minute, {last * 1000:.1f} ms in the last")


with Stand() as stand:
    figures = Figures()
    asyncio.run(soak(stand, stand.serve_tls("--client-ca", str(stand.certificates() / "ca.pem")), figures))
    figures.end()
