"""What people typed, sent through every method, every way of being refused and every import: none of it in logs, errors, metrics or the audit."""

import itertools
import json
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request

from stand import AREA, ELSEC, ROLES, ROOT, Client, Figures, Refused, Stand, uuid7, wait

CANARIES = {
    "given name": "Quorvexia", "family name": "Brindlethorpe", "birth date": "2021-07-13", "no date": "2021-02-30",
    "UPN": "X80120CANARY7", "NHS number": "9434765870", "setting": "Vexholme", "language": "QVXLANG",
    "answer": "QVXANSWER", "item": "QVXITEM", "reason": "zanziverous", "statement": "'; DROP TABLE qvxtable; --",
    "member": "qvxMember", "postcode": "QV9 9XV"}


class Heard:
    """Everything that was said where nothing of anyone may be said, by where it was said."""

    def __init__(self):
        self.texts = {}

    def add(self, place, text):
        self.texts.setdefault(place, []).append(text if isinstance(text, str) else json.dumps(text))

    def found(self):
        return sorted({
            (place, name) for place, texts in self.texts.items() for name, canary in CANARIES.items()
            if any(canary in text for text in texts)})


def sample(schema, word, wrong=False):
    """A value of a JSON Schema with a canary wherever there is room for a text; with `wrong`, texts where none belong."""
    if "enum" in schema or "const" in schema:
        return word if wrong else schema.get("const", (schema.get("enum") or [None])[0])
    kind = schema.get("type", "object" if "properties" in schema else "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        made = {name: sample(each, word, wrong) for name, each in schema.get("properties", {}).items()}
        return made or ({word: sample(schema["additionalProperties"], word, wrong)}
                        if isinstance(schema.get("additionalProperties"), dict) else {})
    if kind == "array":
        return [sample(schema.get("items", {}), word, wrong)]
    if wrong:
        return {word: word} if kind == "string" else word
    if kind == "string":
        return uuid7() if "7" in schema.get("pattern", "") else "2021-07-13" if schema.get("format") == "date" else word
    return {"integer": 1, "number": 1, "boolean": True}.get(kind)


def asked(method):
    """Params for a method in every way that a canary can get into one."""
    fields = {each["name"]: each["schema"] for each in method["params"]}
    for word in CANARIES.values():
        yield {name: sample(schema, word) for name, schema in fields.items()}
        yield {name: sample(schema, word) for name, schema in fields.items()} | {word: word}
    for name, schema in fields.items():
        right = {other: sample(each, "x") for other, each in fields.items()}
        for word in [CANARIES["given name"], CANARIES["statement"], CANARIES["no date"]]:
            yield right | {name: sample(schema, word, wrong=True)}
            yield right | {name: [word, {word: 1}]}


def raw(port, data, heard):
    """Bytes that are no call, and what comes back."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(data)
        line.shutdown(socket.SHUT_WR)
        while piece := line.recv(65536):
            heard.add("errors on the wire", piece.decode(errors="replace"))


def call(client, heard, method, params, id=None):
    try:
        return client.call(method, **params)
    except Refused as refused:
        heard.add("errors on the wire", str(refused))


def imports(stand, heard):
    """Files with canaries in rows that are refused and rows that are not."""
    c = CANARIES
    files = {
        ("children", "import"): "child_ref,setting,given_name,family_name,birth_date,upn,nhs_number,home_language\n"
        f"k1,100000,{c['given name']},{c['family name']},{c['no date']},,,ENG\n"
        f"k2,nowhere,{c['given name']},{c['family name']},{c['birth date']},{c['UPN']},{c['NHS number']}1,{c['language']}\n"
        f"k3,100000,,{c['family name']},{c['statement']},,,ENG\n",
        ("settings", "import"): "URN,EstablishmentName,Postcode,Easting,Northing,PhaseOfEducation (name)\n"
        f"1,{c['setting']},{c['postcode']},x{c['setting']},1,Primary\n",
        ("screen", "import", "--screener", "elsec.open-demo"): f"child_ref,birth_date,test_date,U3,{c['item']}\n"
        f"c1,{c['birth date']},2026-11-20,{c['answer']},C\nc2,,{c['no date']},C,{c['statement']}\n",
        ("screen", "confirm", "--in"): f"screening,tier,reason\nnone,{c['setting']},{c['reason']}\n"}
    for words, text in files.items():
        path = stand.folder / "canary.csv"
        path.write_text(text)
        apply = [] if words[1] == "confirm" else ["--apply"]
        for store in [stand.store, str(stand.folder / "none.db")]:
            done = subprocess.run(
                [ELSEC, *words, str(path), *apply], capture_output=True, text=True, cwd=ROOT,
                env={"ELSEC_STORE": store, "ELSEC_USER": "Check admin", "ELSEC_AREA": AREA})
            assert done.returncode != 0, f"{words}: taken, so that nothing was refused"
            heard.add("what commands say", done.stdout + done.stderr)


with Stand() as stand:
    heard, figures = Heard(), Figures()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        metrics = free.getsockname()[1]
    service = stand.serve("--metrics", f"127.0.0.1:{metrics}")
    CANARIES["token"] = "canary-token-" + uuid7()
    clients = {role: service.client(role) for role in ROLES}
    methods = [each for each in clients["admin"].call("rpc.discover")["methods"] if not each["name"].startswith("session.")]
    child = {
        "id": "kept", "setting": "100000", "givenName": CANARIES["given name"], "familyName": CANARIES["family name"],
        "birthDate": CANARIES["birth date"]}
    clients["manager"].call("child.put", **child)
    calls = 0

    def everything(some):
        global calls
        for method in methods:
            if method["name"] == "rpc.discover":
                continue
            for number, params in enumerate(itertools.islice(asked(method), None, None, some)):
                role = "admin" if number % 4 else ROLES[number // 4 % len(ROLES)]
                if method["name"] == "rota.plan" and role in ("admin", "manager") and "qvx" not in json.dumps(params):
                    continue
                call(clients[role], heard, method["name"], params)
                calls += 1

    everything(1)
    opening = '{"jsonrpc":"2.0","id":1,"method":"session.open","params":{"protocol":"elsec/1","token":"%s","client":"%s"}}\n'
    words = list(CANARIES.values())
    for word in words:
        text = json.dumps(word)[1:-1]
        raw(service.port, (opening % (CANARIES["token"], text)).encode(), heard)
        raw(service.port, f'{{"{text}":"{text}",}}\n'.encode(), heard)
        raw(service.port, f'{{"jsonrpc":"2.0","id":1,"method":"{text}","params":{{"{text}":"{text}"}}}}\n'.encode(), heard)
        raw(service.port, f'{{"jsonrpc":"2.0","id":"{text}","id":"{text}","method":"{text}"}}\n'.encode(), heard)
        raw(service.port, b"[" + text.encode() * (1_100_000 // len(text)) + b"\n", heard)
        call(clients["admin"], heard, f"{word}", {word: word})
    imports(stand, heard)

    # While the store is away, and as it comes back.
    stand.run([str(ROOT / "Ops/postgres"), "stop", str(stand.cluster)])
    began = time.monotonic()
    for method in methods:
        if method["name"] != "rpc.discover" and time.monotonic() < began + 30:
            call(clients["admin"], heard, method["name"], next(asked(method)))
            calls += 1
    stand.run([str(ROOT / "Ops/postgres"), "start", str(stand.cluster)])
    assert wait(lambda: call(clients["admin"], heard, "screener.list", {}) is not None)
    for role in ROLES:
        clients[role].close()
        clients[role] = service.client(role)
    everything(7)

    page = urllib.request.urlopen(f"http://127.0.0.1:{metrics}/metrics", timeout=10).read().decode()
    heard.add("metrics", page)
    heard.add("audit", stand.elsec("audit", "export"))
    shown = clients["admin"].call("child.get", child="kept")
    service.kill(15)
    heard.add("the service's log", pathlib.Path(service.log).read_text())
    heard.add("PostgreSQL's log", (pathlib.Path(stand.cluster) / "server.log").read_text(errors="replace"))
    for place, texts in heard.texts.items():
        print(f"      {place}: {len(texts)} texts, {sum(map(len, texts)):,} characters")
    for place, name in heard.found():
        line = next(text for text in heard.texts[place] if CANARIES[name] in text)
        where = line.index(CANARIES[name])
        print(f"      FOUND: the {name} in {place}: …{line[max(0, where - 150):where + 60]!r}…")
    control = Heard()
    control.add("an answer", shown)
    figures.must(len(control.found()) == 3, f"control: {len(control.found())} of 3 canaries found where they belong")
    figures.must(
        not heard.found(),
        f"{len(CANARIES)} canaries, {calls:,} calls of {len(methods)} methods: {len(heard.found())} found in errors, logs, "
        "metrics and audit")
    figures.end()
