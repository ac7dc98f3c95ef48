"""The JSON-RPC 2.0 specification's examples, and aiorpcX as a client, plain and over TLS; all must pass."""

import asyncio
import json

import aiorpcx

from stand import Figures, Pipe, Stand

PARSE, INVALID, NO_METHOD, BAD_PARAMS = -32700, -32600, -32601, -32602
LIST = '"method": "demand.list", "params": {"week": "2026-W49", "includingCancelled": false}'
TURNED = '"method": "demand.list", "params": {"includingCancelled": false, "week": "2026-W49"}'
DONE = "result"

# Section 7 of the specification on methods of ours; what comes back as (id, error code or DONE), None for nothing. Ours are called
# by name, so its two calls by position are refused.
EXAMPLES = [
    ("by position", '{"jsonrpc": "2.0", "method": "demand.list", "params": ["2026-W49", false], "id": 1}', (1, BAD_PARAMS)),
    ("by position, turned", '{"jsonrpc": "2.0", "method": "demand.list", "params": [false, "2026-W49"], "id": 2}', (2, BAD_PARAMS)),
    ("by name", '{"jsonrpc": "2.0", %s, "id": 3}' % LIST, (3, DONE)),
    ("by name, turned", '{"jsonrpc": "2.0", %s, "id": 4}' % TURNED, (4, DONE)),
    ("notification", '{"jsonrpc": "2.0", "method": "session.ping", "params": [1,2,3,4,5]}', None),
    ("notification of no method", '{"jsonrpc": "2.0", "method": "foobar"}', None),
    ("no method", '{"jsonrpc": "2.0", "method": "foobar", "id": "1"}', ("1", NO_METHOD)),
    ("invalid JSON", '{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]', (None, PARSE)),
    ("invalid request", '{"jsonrpc": "2.0", "method": 1, "params": "bar"}', (None, INVALID)),
    ("batch of invalid JSON", '[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"}, {"jsonrpc": "2.0", "method"]',
     (None, PARSE)),
    ("empty batch", "[]", (None, INVALID)),
    ("batch of one that is invalid", "[1]", [(None, INVALID)]),
    ("batch of three that are invalid", "[1,2,3]", [(None, INVALID)] * 3),
    ("mixed batch", '[{"jsonrpc": "2.0", %s, "id": "1"}, {"jsonrpc": "2.0", "method": "session.ping"}, '
     '{"jsonrpc": "2.0", "method": "screener.list", "id": "2"}, {"foo": "boo"}, '
     '{"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"}, '
     '{"jsonrpc": "2.0", "method": "session.ping", "id": "9"}]' % LIST,
     [("1", DONE), ("2", DONE), (None, INVALID), ("5", NO_METHOD), ("9", DONE)]),
    ("batch of notifications", '[{"jsonrpc": "2.0", "method": "session.ping"}, {"jsonrpc": "2.0", "method": "foobar"}]', None),
]


def brief(answer):
    """(id, code or DONE) of an answer that has the form the specification gives it."""
    if isinstance(answer, list):
        return sorted((brief(each) for each in answer), key=str)
    assert answer["jsonrpc"] == "2.0" and "id" in answer and ("result" in answer) != ("error" in answer), answer
    assert set(answer) <= {"jsonrpc", "id", "result", "error"}, answer
    if "result" in answer:
        return answer["id"], DONE
    assert isinstance(answer["error"]["code"], int) and isinstance(answer["error"]["message"], str), answer
    return answer["id"], answer["error"]["code"]


def examples(client):
    """The names of those that were answered as they must be, and the two calls by name alike."""
    right, results = [], {}
    for name, line, expected in EXAMPLES:
        client.socket.sendall(line.replace("\n", "").encode() + b"\n")
        answer = client.receive() if expected else None
        if expected and "batch" not in name and "result" in answer:
            results[name] = answer["result"]
        # Whatever came too much comes before this one.
        ping = client.send("session.ping", {}, id=f"after {name}")
        after = client.receive()
        found = brief(answer) if expected else None
        wanted = sorted(expected, key=str) if isinstance(expected, list) else expected
        if found == wanted and after.get("id") == ping:
            right.append(name)
        else:
            print(f"{name}: {found} and {after}, not {wanted}")
    if results["by name"] != results["by name, turned"]:
        print("the order of the params makes a difference")
        right.remove("by name, turned")
    return right


async def raises(code, awaitable):
    try:
        await awaitable
    except aiorpcx.RPCError as error:
        return error.code == code
    return False


async def with_aiorpcx(service, context):
    """Names of what an independent client found in order."""
    right = []
    async with aiorpcx.connect_rs("127.0.0.1", service.port, ssl=context) as session:
        session.sent_request_timeout = 60
        opened = await session.send_request(
            "session.open", {"protocol": "elsec/1", "token": service.stand.token("manager"), "client": "aiorpcX"})
        found = await session.send_request("child.find", {"limit": 5})
        if opened["role"] == "manager" and len(found["children"]) == 5:
            right.append("requests")
        one = await session.send_request("child.get", {"child": "c7"})
        if one["child"]["givenName"] == "Given7":
            right.append("named params")
        codes = [
            await raises(NO_METHOD, session.send_request("foobar")),
            await raises(BAD_PARAMS, session.send_request("child.get", ["c1"])),
            await raises(BAD_PARAMS, session.send_request("child.get", {})),
            await raises(BAD_PARAMS, session.send_request("child.get", {"child": "c1", "more": 1})),
            await raises(-32004, session.send_request("child.get", {"child": "nobody"})),
            await raises(-32003, session.send_request("screening.confirm", {"decisions": []})),
        ]
        if all(codes):
            right.append("errors")
        await session.send_notification("child.get", {"child": "c1"})
        await session.send_notification("foobar")
        if await session.send_request("session.ping") == {}:
            right.append("notifications")
        async with session.send_batch() as batch:
            for n in range(1, 20):
                batch.add_request("child.get", {"child": f"c{n}"})
            batch.add_notification("session.ping")
            batch.add_request("foobar")
        names = [each["child"]["id"] for each in batch.results[:19]]
        if names == [f"c{n}" for n in range(1, 20)] and batch.results[19].code == NO_METHOD:
            right.append("batch")
        # By itself it keeps to 50 at a time.
        session._outgoing_concurrency = aiorpcx.session.Concurrency(500)
        calls = [session.send_request("child.get", {"child": f"c{1 + n % 40}"}) for n in range(500)]
        got = await asyncio.gather(*calls)
        if [each["child"]["id"] for each in got] == [f"c{1 + n % 40}" for n in range(500)]:
            right.append("500 concurrent")
    return right


async def out_of_order(service, context):
    """Whether a quick call overtakes a slow one before it."""
    pipe = await Pipe.open(service, "manager", context)
    slow, quick = pipe.send("audit.verify"), pipe.send("session.ping")
    while len(pipe.answers) < 3:
        await asyncio.sleep(0.01)
    order = [id for id in pipe.answers if id in (slow, quick)]
    await pipe.close()
    return order == [quick, slow]


figures = Figures()
with Stand() as stand:
    for service, context, kind in [(stand.serve(), None, "plain"), (stand.serve_tls(), stand.context(device=False), "TLS")]:
        client = service.client("manager", context=context)
        right = examples(client)
        figures.must(len(right) == len(EXAMPLES), f"{kind}: {len(right)}/{len(EXAMPLES)} examples")
        # As promised: sorted keys, no spaces, no escaped slashes.
        client.send("child.find", {"limit": 40}, id=1)
        line = client.file.readline()
        plain = json.dumps(json.loads(line), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
        figures.must(line == plain, f"{kind}: answers are laid out as promised")
        parts = asyncio.run(with_aiorpcx(service, context))
        figures.must(len(parts) == 6, f"{kind}: aiorpcX {len(parts)}/6 ({', '.join(parts)})")
        figures.must(asyncio.run(out_of_order(service, context)), f"{kind}: answers come as they are ready")
figures.end()
