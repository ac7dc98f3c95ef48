"""What checks stand on: a throw-away PostgreSQL, a made-up area in it, services, and a plain client.

    with Stand() as stand:
        service = stand.serve()
        client = service.client("manager")
        client.call("plan.list")

Needs `elsec` (ELSEC, else .build/release/elsec), Ops/postgres and a PostgreSQL server; nothing is left behind.
"""

import asyncio
import contextlib
import itertools
import json
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
ELSEC = os.environ.get("ELSEC", str(ROOT / ".build/release/elsec"))
AREA, OTHER_AREA = "E06999999", "E06999998"
ROLES = ["practitioner", "setting", "therapist", "manager", "plan-lead", "auditor", "admin", "worker"]


class Refused(Exception):
    """An error answer: `.code`, `.data`."""

    def __init__(self, error):
        super().__init__(json.dumps(error))
        self.code, self.data = error["code"], error.get("data", {})


class Client:
    """One connection; calls one after the other unless `send` and `receive` are used."""

    def __init__(self, port, token=None, context=None, timeout=30):
        raw = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket = context.wrap_socket(raw, server_hostname="localhost") if context else raw
        self.file = self.socket.makefile("rb")
        self.ids = itertools.count(1)
        self.notes = []
        if token:
            self.hello = self.call("session.open", protocol="elsec/1", token=token, client="check")

    def send(self, method, params, id=None):
        id = next(self.ids) if id is None else id
        line = json.dumps({"jsonrpc": "2.0", "id": id, "method": method, "params": params})
        self.socket.sendall(line.encode() + b"\n")
        return id

    def receive(self):
        """The next line as JSON; None at the end."""
        line = self.file.readline()
        return json.loads(line) if line else None

    def call(self, method, **params):
        id = self.send(method, params)
        while True:
            answer = self.receive()
            if answer is None:
                raise ConnectionError("the service closed the connection")
            if "method" in answer:
                self.notes.append(answer)
                continue
            assert answer["id"] == id, (answer, id)
            if "error" in answer:
                raise Refused(answer["error"])
            return answer["result"]

    def close(self):
        with contextlib.suppress(OSError):
            self.socket.close()


class Pipe:
    """One connection under asyncio with many calls in flight; every answer is kept with its id, in the order of arrival."""

    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer
        self.ids = itertools.count(1)
        self.sent, self.answers, self.stray, self.notes = set(), {}, [], []
        self.waiting, self.ended = {}, asyncio.Event()
        self.task = asyncio.create_task(self._read())

    @classmethod
    async def open(cls, service, role=None, context=None):
        name = "localhost" if context else None
        # A line of a long answer may be longer than one that may be sent.
        pipe = cls(*await asyncio.open_connection(
            "127.0.0.1", service.port, ssl=context, server_hostname=name, limit=64 << 20))
        if role:
            pipe.hello = await pipe.call("session.open", protocol="elsec/1", token=service.stand.token(role))
        return pipe

    async def _read(self):
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            while line := await self.reader.readline():
                self.take(json.loads(line))
        self.ended.set()
        for future in self.waiting.values():
            if not future.done():
                future.set_exception(ConnectionError("the service closed the connection"))

    def take(self, message):
        for each in message if isinstance(message, list) else [message]:
            if "method" in each:
                self.notes.append(each)
            elif each.get("id") not in self.sent:
                self.stray.append(each)
            else:
                self.answers.setdefault(each["id"], []).append(each)
                future = self.waiting.pop(each["id"], None)
                if future and not future.done():
                    future.set_result(each)

    def send(self, method, params=None, notify=False):
        """Does not wait, not even for room: `drain` the writer now and then. Returns the id."""
        message = {"jsonrpc": "2.0", "method": method, "params": params or {}}
        if not notify:
            message["id"] = next(self.ids)
            self.sent.add(message["id"])
        self.writer.write(json.dumps(message).encode() + b"\n")
        return message.get("id")

    async def answer(self, method, params=None):
        """The whole answer, an error's too."""
        future = asyncio.get_running_loop().create_future()
        self.waiting[self.send(method, params)] = future
        return await future

    async def call(self, method, **params):
        answer = await self.answer(method, params)
        if "error" in answer:
            raise Refused(answer["error"])
        return answer["result"]

    async def close(self, abruptly=False):
        if abruptly:
            self.writer.transport.abort()
        else:
            self.writer.close()
        await asyncio.gather(self.task, return_exceptions=True)


class Service:
    """A running `elsec serve`."""

    def __init__(self, stand, process, port):
        self.stand, self.process, self.port = stand, process, port

    def client(self, role=None, area=AREA, **options):
        return Client(self.port, self.stand.token(role, area) if role else None, **options)

    def memory(self):
        """Resident bytes."""
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024

    def files(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def kill(self, how=signal.SIGKILL):
        self.process.send_signal(how)
        return self.process.wait(30)


class Stand:
    """A PostgreSQL of its own (or, with `sqlite`, a file), with the made-up area of `elsec demo`.

    With `archive`, its log goes into the folder `archive` at the latest after so many seconds."""

    def __init__(self, sqlite=False, children=True, archive=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="elsec-check.", dir="/tmp"))
        os.chmod(self.folder, 0o755)
        self.services, self.tokens, self.sqlite, self.children = [], {}, sqlite, children
        self.archive = self.folder / "archive" if archive else None
        self.archiving = ["--archive", str(self.archive), "--timeout", str(archive)] if archive else []

    def __enter__(self):
        if self.sqlite:
            self.store = self.migrator = str(self.folder / "elsec.db")
        else:
            self.cluster = self.folder / "pg"
            self.cluster.mkdir()
            self.superuser = self.run([str(ROOT / "Ops/postgres"), "start", str(self.cluster), *self.archiving]).strip()
            self.store = f"postgres://elsec_app@/elsec?host={self.cluster}"
            self.migrator = f"postgres://elsec_migrate@/elsec?host={self.cluster}"
        self.elsec("store", "init", store=self.migrator)
        self.elsec("area", "set", AREA, "--name", "Wrenmoor")
        self.token("admin")
        if self.children:
            self.fill()
        return self

    def __exit__(self, *_):
        for service in self.services:
            if service.process.poll() is None:
                service.process.kill()
                service.process.wait()
        if not self.sqlite:
            subprocess.run([str(ROOT / "Ops/postgres"), "remove", str(self.cluster)], check=False, capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, command, **options):
        done = subprocess.run(command, capture_output=True, text=True, **options)
        if done.returncode:
            raise RuntimeError(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def elsec(self, *words, store=None, person="Check admin", area=AREA):
        environment = {**os.environ, "ELSEC_STORE": store or self.store, "ELSEC_USER": person, "ELSEC_AREA": area}
        return self.run([ELSEC, *words], env=environment, cwd=ROOT)

    def token(self, role, area=AREA):
        """The token of the one account with a role; made when it is first asked for."""
        if (role, area) not in self.tokens:
            added = self.elsec("user", "add", f"Check {role}", "--role", role, "--json", area=area)
            self.tokens[role, area] = json.loads(added)["token"]
        return self.tokens[role, area]

    def other_area(self):
        """A second area with an administrator, and its code."""
        self.elsec("area", "set", OTHER_AREA, "--name", "Larkholt", area=OTHER_AREA)
        self.token("admin", OTHER_AREA)
        return OTHER_AREA

    def fill(self, count=40):
        """Two settings and some children; ids c1, c2, …"""
        settings = "URN,EstablishmentName,Postcode,Easting,Northing,PhaseOfEducation (name)\n" + "".join(
            f"{100000 + n},Check School {n},TF1 1A{'AB'[n]},{365000 + n * 900},{311000},Primary\n" for n in range(2))
        children = "child_ref,setting,given_name,family_name,birth_date,sex,home_language\n" + "".join(
            f"c{n},{100000 + n % 2},Given{n},Family{n},2022-0{1 + n % 9}-11,F,ENG\n" for n in range(1, count + 1))
        for name, text in [("settings", settings), ("children", children)]:
            path = self.folder / f"{name}.csv"
            path.write_text(text)
            self.elsec(name, "import", str(path), "--apply")

    def serve(self, *words, plain=True):
        """Starts a service on a free port and waits until it listens."""
        log = open(self.folder / f"serve-{len(self.services)}.log", "wb")
        transport = ["--plaintext"] if plain else []
        process = subprocess.Popen(
            [ELSEC, "serve", "--listen", "127.0.0.1:0", *transport, *words],
            env={**os.environ, "ELSEC_STORE": self.store}, cwd=ROOT, stdout=subprocess.PIPE, stderr=log)
        line = process.stdout.readline().decode()
        if not line.startswith("listening on "):
            raise RuntimeError(f"the service did not start: {line}{open(log.name).read()}")
        service = Service(self, process, int(line.rsplit(":", 1)[1]))
        service.log = log.name
        self.services.append(service)
        return service

    def certificates(self, name="tls"):
        """A folder with an authority, a server's certificate (service) and a device's (tablet)."""
        folder = self.folder / name
        if not folder.exists():
            maker = str(ROOT / "Ops/certificates")
            self.run([maker, "ca", str(folder)])
            self.run([maker, "server", str(folder), "service", "localhost", "127.0.0.1"])
            self.run([maker, "device", str(folder), "tablet"])
        return folder

    def serve_tls(self, *words):
        """A service with a certificate of `certificates()`."""
        folder = self.certificates()
        return self.serve(
            "--tls-cert", str(folder / "service.pem"), "--tls-key", str(folder / "service.key"), *words, plain=False)

    def context(self, device=True):
        """What a client needs to speak to `serve_tls()`."""
        folder = self.certificates()
        context = ssl.create_default_context(cafile=str(folder / "ca.pem"))
        if device:
            context.load_cert_chain(folder / "tablet.pem", folder / "tablet.key")
        return context

    def sql(self, statement, user=None, area=None, database="elsec"):
        """Rows of a statement, as the superuser unless told: for looking behind elsec's back."""
        base = f"postgres://{user or 'postgres'}@/{database}?host={self.cluster}"
        setting = f"SET search_path = elsec; SET elsec.area = '{area}';" if area else "SET search_path = elsec;"
        out = self.run(["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", base, "-c", setting, "-c", statement])
        return [row.split("|") for row in out.splitlines()]


def uuid7(random=None):
    """A UUID of version 7 of now; with a `random.Random`, one that follows from it alone."""
    number = random.getrandbits(128) if random else time.time_ns() // 10**6 << 80 | int.from_bytes(os.urandom(10), "big")
    return str(uuid.UUID(int=number & ~(0xF << 76) & ~(3 << 62) | 7 << 76 | 2 << 62))


def wait(until, seconds=20, pause=0.05):
    """Waits for something to be so; False when the time is up."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if until():
            return True
        time.sleep(pause)
    return False


def share(values, part):
    """The value that a part of them (0…1) do not pass: 0.5 is the median."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


class Figures:
    """What a check finds: each figure beside what it must be; `end` prints them in one line and ends the program."""

    def __init__(self):
        self.found, self.failed = [], 0

    def must(self, holds, figure):
        """A figure and whether it is met."""
        print(("      " if holds else "NOT   ") + figure, flush=True)
        self.found.append(figure if holds else f"NOT {figure}")
        self.failed += not holds

    def end(self):
        print("; ".join(self.found))
        sys.exit(1 if self.failed else 0)
