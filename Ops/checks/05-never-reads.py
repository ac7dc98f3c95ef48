"""Clients that ask as fast as they can and never read; memory + 8 MiB at most, closed within 25 s."""

import os
import select
import socket
import threading
import time

from stand import Client, Figures, Stand

SECONDS = int(os.environ.get("ELSEC_SECONDS", "30"))
MIB = 1 << 20
ASKED = {
    "session.ping": b'{"jsonrpc":"2.0","id":%d,"method":"session.ping"}\n',
    "child.find": b'{"jsonrpc":"2.0","id":%d,"method":"child.find","params":{"limit":500}}\n',
    "rpc.discover": b'{"jsonrpc":"2.0","id":%d,"method":"rpc.discover"}\n',
}


class Deaf(Client):
    """Sends in a thread of its own until the time is up or the connection ends."""

    def __init__(self, service, method):
        super().__init__(service.port, service.stand.token("manager"))
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.lines = ASKED[method]
        self.method, self.bytes, self.ended = method, 0, None
        self.thread = threading.Thread(target=self.ask)
        self.thread.start()

    def ask(self):
        began, id = time.monotonic(), 0
        self.socket.setblocking(False)
        rest = b""
        while (passed := time.monotonic() - began) < SECONDS:
            if not rest:
                rest = b"".join(self.lines % (id + n) for n in range(1000))
                id += 1000
            try:
                if select.select([], [self.socket], [], 0.1)[1]:
                    sent = self.socket.send(rest)
                    self.bytes += sent
                    rest = rest[sent:]
            except OSError:
                self.ended = passed
                return


def peak(service, until):
    """The most memory while something goes on."""
    most = service.memory()
    while until():
        most = max(most, service.memory())
        time.sleep(0.02)
    return most


def politely(service):
    """The same for a while from someone who reads: what is allocated once is not counted below."""
    client = service.client("manager")
    for method in ASKED:
        for _ in range(20):
            ids = [client.send(method, {"limit": 500} if method == "child.find" else {}) for _ in range(60)]
            for _ in ids:
                client.receive()
    client.close()


figures = Figures()
with Stand() as stand:
    service = stand.serve()
    politely(service)
    for method in ASKED:
        before = service.memory()
        deaf = Deaf(service, method)
        good = service.client("manager")
        most = peak(service, deaf.thread.is_alive)
        deaf.thread.join()
        good.call("child.get", child="c1")
        grown = (most - before) / MIB
        when = f"closed after {deaf.ended:.1f} s" if deaf.ended else f"open after {SECONDS} s"
        print(f"      {method}: {deaf.bytes / MIB:.1f} MiB were taken")
        figures.must(grown <= 8, f"{method}: memory {grown:+.1f} MiB (8)")
        figures.must(deaf.ended is not None and deaf.ended <= 25, f"{when} (25)")
        deaf.close()
        good.close()
figures.end()
