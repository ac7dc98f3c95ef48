"""Clients that record screenings without a pause, and know what they were answered."""

import collections
import datetime
import itertools
import threading
import time

from stand import Refused, uuid7

ANSWERS = {**{f"U{n}": "C" for n in range(1, 9)}, **{f"E{n}": "ALW" for n in range(1, 7)}}


def screening(number):
    """What to record: another child or day for every number."""
    day = datetime.date(2025, 11, 1) + datetime.timedelta(days=number // 80 % 380)
    return {
        "id": uuid7(), "key": uuid7(), "child": f"c{1 + number % 40}", "screener": "elsec.open-demo",
        "phase": ["baseline", "followup"][number // 40 % 2], "testDate": day.isoformat(), "answers": ANSWERS}


class Writers:
    """Each asks one thing at a time and, where it had no answer or was told to come again, asks with the same key.

    `service` is who is asked; it may be set to another while they write."""

    def __init__(self, service, count=8):
        service.stand.token("practitioner")
        self.service, self.count, self.numbers = service, count, itertools.count()
        self.kept, self.times, self.codes, self.again = [], [], collections.Counter(), []
        self.last = None
        self.lock, self.over = threading.Lock(), threading.Event()
        self.threads = [threading.Thread(target=self.write, daemon=True) for _ in range(count)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self, patience=60):
        """Ends when the last thing asked is answered."""
        self.over.set()
        for thread in self.threads:
            thread.join(patience)
        assert not any(thread.is_alive() for thread in self.threads), "a writer was never answered"

    def write(self):
        client = None
        while not self.over.is_set():
            with self.lock:
                asked = screening(next(self.numbers))
            answered, tries = False, 0
            while not answered:
                tries += 1
                try:
                    client = client or self.service.client("practitioner", timeout=40)
                    client.call("screening.record", **asked)
                    answered = True
                except Refused as refused:
                    with self.lock:
                        self.codes[refused.code] += 1
                        self.last = refused
                    if refused.data.get("retry") == "never":
                        break
                    time.sleep(0.05)
                except (OSError, ValueError, TypeError):
                    if client:
                        client.close()
                    client = None
                    time.sleep(0.05)
            if answered:
                with self.lock:
                    self.kept.append(asked["id"])
                    self.times.append(time.monotonic())
                    if tries > 1:
                        self.again.append(asked["id"])
        if client:
            client.close()

    def rate(self, begin, end):
        """Answers a second between two moments of `time.monotonic`."""
        with self.lock:
            return sum(begin <= at < end for at in self.times) / (end - begin)

    def judge(self, stand):
        """(acknowledged, lost, doubled): by the rows and by the audit."""
        rows = collections.Counter(row[0] for row in stand.sql("SELECT id FROM screening"))
        traces = collections.Counter(
            row[0] for row in stand.sql("SELECT entity FROM audit WHERE kind = 'screening' AND action = 'add'"))
        kept = set(self.kept)
        lost = sum(rows[id] == 0 or traces[id] == 0 for id in kept)
        doubled = sum(count > 1 for count in rows.values()) + sum(count > 1 for count in traces.values())
        doubled += len(set(rows) - kept)
        return len(kept), lost, doubled
