"""20,000 random lines (ELSEC_LINES) to the service and to pyjsonrpc2; 0 differences that no stated rule explains."""

import collections
import datetime
import json
import os
import random
import re

import pyjsonrpc2.server
from pyjsonrpc2.server import JsonRpcError, JsonRpcServer

from stand import Figures, Stand

LINES = int(os.environ.get("ELSEC_LINES", "20000"))
SEED = 20261126
PARSE, INVALID, NO_METHOD, BAD_PARAMS, NOT_FOUND = -32700, -32600, -32601, -32602, -32004
DONE = "result"
INFINITE = float("inf")
pyjsonrpc2.server._LOGGER.disabled = True


# MARK: the other answerer, with the same methods

def wrong():
    raise JsonRpcError(BAD_PARAMS, "Invalid params")


def list_demand(week, includingCancelled=None):
    parts = re.fullmatch(r"([0-9]{4})-W([0-9]{2})", week, re.ASCII) if isinstance(week, str) else None
    try:
        datetime.date.fromisocalendar(int(parts[1]), int(parts[2]), 1)
    except (TypeError, ValueError):
        wrong()
    if includingCancelled is not None and not isinstance(includingCancelled, bool):
        wrong()


def get_child(child):
    if not isinstance(child, str):
        wrong()
    if child not in CHILDREN:
        raise JsonRpcError(NOT_FOUND, "Not found")


CHILDREN = {f"c{n}" for n in range(1, 41)}
OTHER = JsonRpcServer({
    "session.ping": lambda *_, **__: {}, "demand.list": list_demand, "child.get": get_child, "screener.list": lambda: [],
})


# MARK: what ours must answer where it is narrower than the specification or than the other

class Refused(Exception):
    """By the strict reading of JSON."""


def strict(line):
    """The value of a line, as Python reads it, by our rules."""
    def members(pairs):
        keys = [key for key, _ in pairs]
        if len(set(keys)) != len(keys):
            raise Refused("a key twice")
        return dict(pairs)

    def constant(word):
        raise ValueError(word)

    def whole(digits):
        if not -(1 << 63) <= int(digits) < 1 << 63:
            raise Refused("a whole number past 64 bits")
        return int(digits)

    value = json.loads(line.decode(), object_pairs_hook=members, parse_int=whole, parse_constant=constant)
    if depth(value) > 32:
        raise Refused("more than 32 deep")
    return value


def is_past_doubles(line):
    """Whether it is JSON but for a number that no double is near."""
    try:
        json.loads(line.decode(), parse_float=lambda text: 1 / (float(text) not in (INFINITE, -INFINITE)))
    except ZeroDivisionError:
        try:
            strict(line)
            return True
        except (Refused, ValueError):
            return False
    except (ValueError, RecursionError):
        pass
    return False


def depth(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max((depth(each) for each in inner), default=0)


def member_rule(member, taken):
    """A rule of ours that says otherwise for one request: (its name, the answer or None)."""
    if not isinstance(member, dict) or member.get("jsonrpc") != "2.0" or not isinstance(member.get("method"), str):
        return None
    if "params" in member and not isinstance(member["params"], (dict, list)):
        return None
    id = member.get("id", 0)
    if isinstance(id, float) or id is None:
        return "an id is a text or a whole number", (None, INVALID)
    if isinstance(id, bool) or not isinstance(id, (int, str)):
        return None
    if isinstance(member.get("params"), list) and member["params"]:
        return "params go by name", (member["id"], BAD_PARAMS) if "id" in member else None
    if "id" in member and (type(id), id) in taken:
        return "an id in flight is not used again", (None, INVALID)
    if member["method"] == "session.open":
        return "there is one sign-in", (member["id"], INVALID) if "id" in member else None
    if "id" in member and member["method"] != "session.ping":
        taken.add((type(id), id))
    return None


def answer(encoded):
    """(id, code or DONE) of an answer; which id one to an invalid request has is left open by the specification."""
    value = json.loads(encoded) if isinstance(encoded, bytes) else encoded
    code = value["error"]["code"] if "error" in value else DONE
    is_readable = code != INVALID or isinstance(value["error"]["data"], dict) and value["error"]["data"]["code"] == "session.already-open"
    return (value["id"] if is_readable else None), code


def ordered(answers):
    return sorted(answers, key=repr)


def expected(line):
    """What ours must answer, what the other answers, and the rules for the difference."""
    other = OTHER.call(line)
    plain = None if other is None else json.loads(other)
    plain = ordered(map(answer, plain)) if isinstance(plain, list) else plain and answer(plain)
    if plain == (None, PARSE) and not is_past_doubles(line):
        return plain, plain, set()
    if plain == (None, PARSE):
        # A number is kept as it is written: as if it were one that the other can read.
        wanted, _, rules = expected(re.sub(rb"[0-9.]+[eE][+]?[0-9]+", b"1.5", line))
        return wanted, plain, rules | {"a number may be past the doubles"}
    try:
        value = strict(line)
    except Refused as rule:
        return (None, PARSE), plain, {str(rule)}
    if not isinstance(value, list):
        rule = member_rule(value, set())
        return (rule[1], plain, {rule[0]}) if rule else (plain, plain, set())
    if len(value) > 100:
        return (None, INVALID), plain, {"100 members a batch"}
    ours, rules, taken = [], set(), set()
    for member in value:
        if rule := member_rule(member, taken):
            rules.add(rule[0])
            found = rule[1]
        else:
            encoded = OTHER.call(json.dumps(member) if not isinstance(member, list) else "1")
            found = encoded and answer(encoded)
        if found:
            ours.append(found)
    return (ordered(ours) or None) if value else plain, plain, rules


# MARK: random lines

class Lines:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def any(self, deep=0):
        pick = self.random.randrange(9 if deep < 3 else 7)
        return [
            lambda: None, lambda: self.random.choice([True, False]), lambda: self.random.randint(-3, 3),
            lambda: self.random.choice([1 << 53, (1 << 63) - 1, -(1 << 63), 0.5, -1e-7, 1e300]), self.text, self.text, self.text,
            lambda: [self.any(deep + 1) for _ in range(self.random.randrange(4))],
            lambda: {self.text(): self.any(deep + 1) for _ in range(self.random.randrange(4))},
        ][pick]()

    def text(self):
        return self.random.choice([
            "", "a", "é", "e\u0301", "\u0000", "\u2028", "😀", "2.0", "id", "child", "week", "\"\\/", "2026-W49", "c1", "x" * 300])

    def id(self):
        return self.random.choice([
            1, 2, 3, "1", "2", "a", "", 0, -1, (1 << 63) - 1, "é", "e\u0301", None, 1.5, 1.0, True, [1], {"a": 1}, "x" * 200])

    def params(self, method):
        good = {
            "demand.list": lambda: {"week": self.random.choice(["2026-W49", "2026-W53", "2027-W53", "2026-W00", "w", 3, None])},
            "child.get": lambda: {"child": self.random.choice(["c1", "c40", "c41", "", "C1", "é", 7, None, ["c1"]])},
        }.get(method, dict)()
        kind = self.random.random()
        if kind < 0.15:
            good[self.text()] = self.any()
        elif kind < 0.25 and method == "demand.list":
            good["includingCancelled"] = self.random.choice([True, False, None, 0, "true"])
        elif kind < 0.32:
            return list(good.values())
        elif kind < 0.36:
            return self.any()
        elif kind < 0.40:
            good.pop(next(iter(good), None), None)
        return good

    def member(self):
        if self.random.random() < 0.06:
            return self.any()
        method = self.random.choice(
            ["session.ping"] * 6 + ["demand.list", "child.get", "screener.list"] * 2 + ["session.open", "foobar", "rpc.foo", "", 1, None])
        parts = [("jsonrpc", "2.0" if self.random.random() < 0.95 else self.any()), ("method", method)]
        if self.random.random() < 0.8:
            parts.append(("id", self.id()))
        if self.random.random() < 0.75:
            parts.append(("params", self.params(method)))
        if self.random.random() < 0.1:
            parts.append((self.text(), self.any()))
        if self.random.random() < 0.07:
            parts.pop(self.random.randrange(len(parts)))
        self.random.shuffle(parts)
        return dict(parts)

    def write(self, value):
        space = self.random.choice([(",", ":"), (", ", ": "), (" ,\t", "\r: ")])
        return json.dumps(value, separators=space, ensure_ascii=self.random.random() < 0.5).encode()

    def changed(self, line):
        """The line with a few bytes otherwise."""
        line = bytearray(line)
        for _ in range(self.random.randint(1, 3)):
            place = self.random.randrange(len(line) + 1)
            kind = self.random.randrange(3)
            if kind == 0:
                line[place:place] = bytes([self.random.choice(b'{}[]",:\\0123456789eE.+-tfn \x00\x1f\x7f\x80\xc0\xff')])
            elif kind == 1:
                del line[place:place + self.random.randint(1, 4)]
            else:
                line[place:place + 1] = bytes([self.random.randrange(256)])
        return bytes(line)

    def special(self):
        ping = b'{"jsonrpc":"2.0","method":"session.ping","id":7,"params":%s}'
        return self.random.choice([
            b"\xef\xbb\xbf" + ping % b"{}", ping % b"{}" + b" {}", ping % b'{"a":1,"a":2}', ping % b'{"\\u0061":1,"a":2}',
            ping % b'{"\xc3\xa9":1,"e\xcc\x81":2}', ping % b'{"a":"\\ud800"}', ping % b'{"a":"\\udc00\\ud800"}',
            ping % b'{"a":"\\ud83d\\ude00"}', ping % b'{"a":"\xed\xa0\x80"}', ping % b'{"a":9223372036854775808}',
            ping % b'{"a":-9223372036854775809}', ping % b'{"a":18446744073709551616}', ping % b'{"a":01}', ping % b'{"a":1.}',
            ping % b'{"a":+1}', ping % b'{"a":NaN}', ping % b'{"a":.5}', ping % b'{"a":1e5}', ping % b'{"a":-0}', ping % b'{"a":"\t"}',
            ping % b'{"a":\'b\'}', ping % b'{"a":1,}', ping % b"[,]", b'{"jsonrpc":"2.0","method":"session.ping","id":1e0}',
            b'{"jsonrpc":"2.0","method":"session.ping","id":7,"id":8}', b'{"jsonrpc":"2.0","id":7,"method":"session.ping"}\r',
            ping % (b'{"a":' + b"[" * 29 + b"]" * 29 + b"}"), ping % (b'{"a":' + b"[" * 30 + b"]" * 30 + b"}"),
            ping % (b'{"a":' + b"[" * 31 + b"]" * 31 + b"}"), b"[" * 33 + b"]" * 33, b"   ", b"null", b"tru", b'"a', b"\x00", b"{", b"]",
        ])

    def line(self):
        kind = self.random.random()
        if kind < 0.5:
            line = self.write(self.member())
        elif kind < 0.73:
            line = self.write([self.member() for _ in range(self.random.randrange(7))])
        elif kind < 0.75:
            line = self.write([{"jsonrpc": "2.0", "method": "session.ping", "id": n} for n in range(self.random.randint(99, 102))])
        elif kind < 0.77:
            line = self.write(self.any())
        elif kind < 0.95:
            line = self.changed(self.write(self.member()))
        else:
            line = self.special()
        # An LF would make two lines of it, and an empty one is skipped.
        return line.replace(b"\n", b" ") or b" "


# MARK: the comparison

def found(client, line, wanted, number):
    """What the service answers to a line, and whatever it says before the ping that follows."""
    client.socket.sendall(line + b"\n")
    heard = [client.receive()] if wanted is not None else []
    if None in heard:
        return "the connection was closed"
    after = f"after {number}"
    client.send("session.ping", {}, id=after)
    while (message := client.receive()) is not None and not (isinstance(message, dict) and message.get("id") == after):
        heard.append(message)
    if len(heard) > 1:
        return heard
    if not heard:
        return None
    return ordered(map(answer, heard[0])) if isinstance(heard[0], list) else answer(heard[0])


figures = Figures()
with Stand() as stand:
    service = stand.serve()
    lines, rules, unexplained, same = Lines(SEED), collections.Counter(), 0, 0
    client = service.client("manager", timeout=5)
    for number in range(LINES):
        line = lines.line()
        wanted, other, why = expected(line)
        try:
            got = found(client, line, wanted, number)
        except (OSError, ConnectionError) as error:
            got = f"nothing: {type(error).__name__}"
        if got != wanted:
            unexplained += 1
            if unexplained <= 20:
                print(f"line {number}: {line[:300]!r}\n    {str(got)[:200]}, not {str(wanted)[:200]} (pyjsonrpc2: {str(other)[:200]})")
            client.close()
            client = service.client("manager", timeout=5)
        elif wanted == other:
            same += 1
        else:
            rules.update(why)
    for rule, count in sorted(rules.items()):
        print(f"{count:6} {rule}")
    figures.must(unexplained == 0, f"{unexplained} of {LINES} lines differ for no stated reason")
    figures.must(same > LINES / 2, f"{same} are answered alike, {LINES - same - unexplained} differ by {len(rules)} rules")
figures.end()
