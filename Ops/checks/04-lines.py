"""Lines at the limit, past it, too deep, too full, endless; an answer or the end in 50 ms, and 4 MiB of memory at most."""

import statistics
import time

from stand import Figures, Stand

LIMIT, MIB = 1 << 20, 1 << 20
ROUNDS = 20
HEAD, TAIL = b'{"jsonrpc":"2.0","id":1,"method":"session.ping","params":{"a":', b"}}"


def at(size):
    """A whole request of so many bytes."""
    return HEAD + b'"' + b"x" * (size - len(HEAD) - len(TAIL) - 2) + b'"' + TAIL


# What is sent; the code that comes back (None for a result); whether the connection then ends.
CASES = [
    ("at the limit", at(LIMIT) + b"\n", None, False),
    ("one past it", at(LIMIT + 1) + b"\n", -32002, True),
    ("one past it, no LF", at(LIMIT + 1), -32002, True),
    ("100,000 deep", HEAD + b"[" * 100_000 + b"]" * 100_000 + TAIL + b"\n", -32700, False),
    ("100,000 deep, open", HEAD + b"[" * 100_000 + b"\n", -32700, False),
    ("200,000 nodes", HEAD + b"[" + b"1," * 199_999 + b"1]" + TAIL + b"\n", -32700, False),
    ("80,000 members", HEAD + b"{" + b",".join(b'"%d":1' % n for n in range(80_000)) + b"}" + TAIL + b"\n", None, False),
    ("a batch of 1 MiB", b"[" + b",".join([b"1"] * 50_000) + b"]\n", -32600, False),
    ("4 MiB, no LF", b"x" * (4 * MIB), -32002, True),
]


def offer(client, line):
    """Milliseconds from the last byte to the answer, the answer, and whether the connection ended."""
    try:
        client.socket.sendall(line)
    except OSError:
        pass  # Closed before it had taken all.
    began = time.monotonic()
    try:
        answer = client.receive()
        taken = (time.monotonic() - began) * 1000
        if answer and "error" in answer and answer["error"]["code"] == -32002:
            return taken, answer, client.receive() is None
        client.send("session.ping", {}, id="after")
        after = client.receive()
        return taken, answer, after is None or after["id"] != "after"
    except OSError:
        return (time.monotonic() - began) * 1000, None, True


figures = Figures()
with Stand(children=False) as stand:
    service = stand.serve()
    # The allocator keeps what it once had, of each thread's: the question is whether a hostile peer can make it go on growing.
    fresh = service.memory()
    for _ in range(2 * ROUNDS):
        for name, line, *_ in CASES:
            client = service.client("manager", timeout=10)
            offer(client, line)
            client.close()
    time.sleep(1)
    before = service.memory()
    print(f"      {2 * ROUNDS} rounds on a fresh service: memory {(before - fresh) / MIB:+.1f} MiB")
    slowest, wrong = {}, []
    for round in range(ROUNDS):
        for name, line, code, ends in CASES:
            client = service.client("manager", timeout=10)
            taken, answer, ended = offer(client, line)
            client.close()
            slowest.setdefault(name, []).append(taken)
            # A peer who is still sending when the connection ends may lose the error on the way.
            got = answer and answer.get("error", {}).get("code")
            if ended != ends or answer is None and not ends or answer is not None and got != code:
                wrong.append(f"{name}: {str(answer)[:120]}, {'ended' if ended else 'open'}")
    time.sleep(1)
    grown = service.memory() - before
    for name, taken in slowest.items():
        print(f"      {name}: {statistics.median(taken):.1f} ms, {max(taken):.1f} at the most")
    for each in sorted(set(wrong)):
        print(f"      {each}")
    figures.must(not wrong, f"{len(wrong)} of {ROUNDS * len(CASES)} lines not answered as they must be")
    worst = max(statistics.median(taken) for taken in slowest.values())
    figures.must(worst <= 50, f"answer or end after {worst:.1f} ms (the slowest median of {ROUNDS}; 50)")
    figures.must(grown <= 4 * MIB, f"memory {grown / MIB:+.1f} MiB (4)")
figures.end()
