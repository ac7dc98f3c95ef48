"""Times the service beside pgbench and plain libpq, which run the same whole transactions on the same cluster.

Every figure is a ratio of medians, measured in turn in one run. The statements that the others run are those that the
service was seen to send for one call: read from the server's log, with ids and numbers made variable.
"""

import argparse
import json
import pathlib
import random
import re
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "checks"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))
from demo import key  # noqa: E402
from stand import AREA, Stand  # noqa: E402

SCREENER = "elsec.open-demo"
ANSWERS = {**{f"U{n}": "C" for n in range(1, 8)}, **{f"E{n}": "SOM" for n in range(1, 7)}}
BIN = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
bars = []


def bar(name, value, limit, least=True):
    met = value >= limit if least else value <= limit
    bars.append((met, f"{name}: {value:.2f} ({'at least' if least else 'at most'} {limit})"))
    print(f"bench: {'met' if met else 'NOT MET'}: {bars[-1][1]}", flush=True)


def build(source, *libraries):
    out = pathlib.Path(arguments.work) / source.removesuffix(".c")
    out.parent.mkdir(parents=True, exist_ok=True)
    here = pathlib.Path(__file__).resolve().parent / source
    subprocess.run(["clang", "-O2", "-I/usr/include/postgresql", "-o", str(out), str(here), *libraries], check=True)
    return str(out)


def record(n, child):
    return {"id": key(), "child": child, "screener": SCREENER, "answers": ANSWERS,
            "testDate": f"2026-{9 + n % 3:02}-{1 + n // 3 % 28:02}"}


def request(number, method, params):
    return json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}, separators=(",", ":"))


def children(stand, count):
    """More children, 50 a setting, straight into the tables."""
    stand.sql(
        "INSERT INTO setting SELECT (jsonb_populate_record(t, jsonb_build_object('id', 's' || n))).* "
        f"FROM setting t, generate_series(0, {count // 50}) n WHERE t.id = '100000'", area=AREA)
    stand.sql(
        "INSERT INTO child SELECT (jsonb_populate_record(c, jsonb_build_object('id', 'k' || n, 'setting', 's' || n / 50))).* "
        f"FROM child c, generate_series(1, {count}) n WHERE c.id = 'c1'", area=AREA)
    # The planner takes a table that was vacuumed while it was empty for one that stays so.
    stand.sql("ANALYZE child, setting")


class Log:
    """What the cluster was asked, from here on."""

    entry = re.compile(r"^\d{4}-\d\d-\d\d \S+ \S+ \[(\d+)\] (\w+):  (.*)$", re.S)

    def __init__(self, stand):
        self.path = f"{stand.cluster}/server.log"
        self.start = len(open(self.path, "rb").read())

    def statements(self):
        """(statement, values) in order; a value is a text or None."""
        text = open(self.path, "rb").read()[self.start:].decode()
        found = []
        for piece in re.split(r"\n(?=\d{4}-\d\d-\d\d )", text):
            match = self.entry.match(piece.rstrip("\n"))
            if not match:
                continue
            words = match[3].replace("\n\t", "\n")
            if match[2] == "LOG" and words.startswith("execute "):
                found.append([words.split(": ", 1)[1], []])
            elif match[2] == "DETAIL" and words.startswith("parameters: ") and found:
                found[-1][1] = [
                    None if value == "NULL" else value[1:-1].replace("''", "'")
                    for value in re.findall(r"\$\d+ = (NULL|'(?:[^']|'')*')", words)]
        return found


def logging(stand, on):
    stand.sql(f"ALTER DATABASE elsec SET log_statement = '{'all' if on else 'none'}'")
    stand.sql("ALTER DATABASE elsec SET log_parameter_max_length = -1")


def seen(stand, role, method, params):
    """The statements of one call, after one that warmed everything up."""
    logging(stand, True)
    service = stand.serve("--connections", "1")
    client = service.client(role)
    client.call(method, **params(0))
    log = Log(stand)
    client.call(method, **params(1))
    time.sleep(0.3)
    statements = log.statements()
    service.kill(15)
    logging(stand, False)
    begin = max(n for n, (sql, _) in enumerate(statements) if sql.startswith("BEGIN"))
    return statements[begin:]


def script(statements, replace, numbered, people):
    """A pgbench script of one transaction. `replace`: values and the expressions they become. The audit's own numbers
    follow the head that the transaction reads; `people`: how many children there are."""
    lines = [f"\\set child random(1, {people})", "\\set a random(1, 1000000000000)", "\\set b random(1, 1000000000000)"]
    first = None
    for sql, values in statements:
        if sql.startswith("SELECT sequence_number, hash FROM audit_head"):
            lines.append(f"SELECT sequence_number FROM audit_head WHERE area = '{values[0]}' \\gset")
            continue
        salts = 0

        def value(match):
            nonlocal first, salts
            position = int(match[1]) - 1
            text = values[position]
            if text is None:
                return "NULL"
            if position == 1 and re.search(r"(INTO audit|INTO audit_salt|INTO audit_subject|UPDATE audit_head)\b", sql):
                if "sequence_number = sequence_number" not in sql and text.isdigit():
                    first = int(text) if first is None and int(text) else first
                    if first is not None and int(text) >= first:
                        return f"(:sequence_number + {int(text) - first + 1})"
            # The chain's own hashes: any will do, none twice.
            if (position in (10, 11) and sql.startswith("INSERT INTO audit (")) or (position == 2 and "UPDATE audit_head" in sql):
                salts += 1
                return f"(md5(:a || '{len(lines)}') || md5(:b || '{salts}'))"
            for old, new in replace.items():
                if text == old:
                    return new
            # A colon begins a variable, and a line end ends a command.
            text = text.replace("'", "''").replace(":", "' || chr(58) || '").replace("\n", "' || chr(10) || '")
            return f"('{text}')"

        lines.append(re.sub(r"\$(\d+)", value, sql).replace("\n", " ") + ";")
    return "\n".join(lines) + "\n"


def pgbench(stand, path, clients, seconds, rate=None):
    """Transactions a second, and the 99th percentile of their latency in microseconds."""
    prefix = f"{arguments.work}/pgbench"
    for old in pathlib.Path(arguments.work).glob("pgbench.*"):
        old.unlink()
    command = [str(BIN / "pgbench"), "-n", "-M", "prepared", "-f", path, "-c", str(clients), "-j", "1", "-T", str(round(seconds)),
               "-l", "--log-prefix", prefix, f"postgres://elsec_app@/elsec?host={stand.cluster}"]
    if rate:
        command[1:1] = ["-R", str(rate)]
    done = subprocess.run(command, capture_output=True, text=True, env={"PGOPTIONS": "-c search_path=elsec", "PATH": "/usr/bin:/bin"})
    match = re.search(r"^tps = ([\d.]+)", done.stdout, re.M)
    failed = re.search(r"number of failed transactions: (\d+)", done.stdout)
    if not match or int(failed[1] if failed else 0):
        raise RuntimeError(done.stdout + done.stderr)
    latencies = sorted(
        int(line.split()[2]) for file in pathlib.Path(arguments.work).glob("pgbench.*") for line in open(file))
    return float(match[1]), latencies[int(len(latencies) * 0.99)]


def load(tool, service, tokens, lines, clients, seconds, rate=None):
    """Answers a second, and the 99th percentile of their latency in microseconds."""
    command = [tool, str(service.port), tokens, lines, str(clients), str(seconds)] + ([str(rate)] if rate else [])
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    answers, _, took, _, p99, _ = done.stdout.split()
    return int(answers) / float(took), float(p99)


class Lines:
    """Fresh requests for every run: nothing is recorded twice."""

    def __init__(self):
        self.n = 0

    def write(self, count):
        path = f"{arguments.work}/lines.json"
        with open(path, "w") as out:
            for _ in range(count):
                self.n += 1
                n = self.n
                params = {**record(n // arguments.children, f"k{1 + n % arguments.children}"), "key": key()}
                out.write(request(n, "screening.record", params) + "\n")
        return path


def inserts(stand, tool):
    tokens = f"{arguments.work}/tokens"
    pathlib.Path(tokens).write_text(stand.token("practitioner") + "\n")
    params = {n: {**record(n, f"c{2 * n + 1}"), "key": key()} for n in (0, 1)}
    statements = seen(stand, "practitioner", "screening.record", lambda n: params[n])
    path = f"{arguments.work}/insert.sql"
    pathlib.Path(path).write_text(script(
        statements, {params[1]["id"]: "('s' || :a || '-' || :b)", params[1]["key"]: "('k' || :a || '-' || :b)",
                     params[1]["child"]: "('k' || :child)"}, True, arguments.children))
    print(f"\ninsert: one screening.record is {len(statements)} statements, key, audit and commit with it")
    lines = Lines()
    service = stand.serve()
    for clients, least in [(8, 0.50), (32, 1.0)]:
        ours, theirs = [], []
        for _ in range(arguments.runs):
            ours.append(load(tool, service, tokens, lines.write(int(arguments.seconds * 6000)), clients, arguments.seconds))
            theirs.append(pgbench(stand, path, clients, arguments.seconds))
        print(f"  {clients} clients: elsec {[round(o[0]) for o in ours]} a second, pgbench {[round(t[0]) for t in theirs]}; "
              f"p99 {[round(o[1]) for o in ours]} and {[round(t[1]) for t in theirs]} µs")
        bar(f"durable insert, {clients} clients, of pgbench's", median(ours) / median(theirs), least)
    ours, theirs = [], []
    for _ in range(arguments.runs):
        ours.append(load(tool, service, tokens, lines.write(int(arguments.seconds * 600)), 8, arguments.seconds, 500))
        theirs.append(pgbench(stand, path, 8, arguments.seconds, 500))
    print(f"  500 a second: p99 elsec {[round(o[1]) for o in ours]} µs, pgbench {[round(t[1]) for t in theirs]} µs")
    bar("p99 at 500 inserts a second, of pgbench's",
        statistics.median(o[1] for o in ours) / statistics.median(t[1] for t in theirs), 1.3, least=False)
    service.kill(15)


def median(runs):
    return statistics.median(run[0] for run in runs)


def selects(stand, tool):
    service = stand.serve()
    job = service.client("manager").call("rota.plan", week="2026-W49", key=key())["job"]
    service.kill(15)
    tokens = f"{arguments.work}/tokens-manager"
    pathlib.Path(tokens).write_text(stand.token("manager") + "\n")
    statements = seen(stand, "manager", "job.get", lambda n: {"job": job})
    path = f"{arguments.work}/select.sql"
    pathlib.Path(path).write_text(script(statements, {}, False, 1))
    print(f"\nselect: one job.get is {len(statements)} statements")
    lines = f"{arguments.work}/select.json"
    with open(lines, "w") as out:
        for n in range(int(arguments.seconds * 40000)):
            out.write(request(n + 1, "job.get", {"job": job}) + "\n")
    service = stand.serve()
    for clients, least in [(8, 0.35), (32, 0.60)]:
        ours, theirs = [], []
        for _ in range(arguments.runs):
            ours.append(load(tool, service, tokens, lines, clients, arguments.seconds))
            theirs.append(pgbench(stand, path, clients, arguments.seconds))
        print(f"  {clients} clients: elsec {[round(o[0]) for o in ours]} a second, pgbench {[round(t[0]) for t in theirs]}")
        bar(f"select, {clients} clients, of pgbench's", median(ours) / median(theirs), least)
    service.kill(15)


def uploads(stand, replay):
    """10,000 records of a device, 500 a call, four calls at a time, beside libpq with the same statements."""
    count = arguments.upload
    batches = [[record(5 + n, f"k{1 + n % arguments.children}") for n in range(start, min(start + 500, count))]
               for start in range(0, count, 500)]
    service = stand.serve()
    client = service.client("practitioner", timeout=120)
    logging(stand, True)
    watched = stand.serve("--connections", "1")
    log = Log(stand)
    one = watched.client("practitioner", timeout=120)
    for batch in batches:
        one.call("screening.recordMany", records=batch, key=key())
    time.sleep(1)
    statements = log.statements()
    logging(stand, False)
    watched.kill(15)
    begins = [n for n, (sql, _) in enumerate(statements) if sql.startswith("BEGIN")]
    statements = statements[begins[-len(batches)]:]
    path = f"{arguments.work}/replay"
    forget = ("DELETE FROM {} WHERE area = '%s'" % AREA)

    def clean():
        wipe(stand, count)

    def libpq():
        clean()
        with open(path, "wb") as out:
            rows = stand.sql("SELECT sequence_number FROM audit_head", area=AREA)
            head = int(rows[0][0]) if rows else 0
            first = None
            for sql, values in statements:
                if re.search(r"(INTO audit|INTO audit_salt|INTO audit_subject|UPDATE audit_head)\b", sql) and len(values) > 1 \
                        and values[1].isdigit() and "ON CONFLICT" not in sql:
                    first = int(values[1]) if first is None else first
                    values = [values[0], str(int(values[1]) - first + head + 1), *values[2:]]
                fields = [sql.encode()] + [b"\0" if value is None else value.encode() for value in values]
                out.write(b"\x1f".join(fields) + b"\x1e")
        return float(stand.run([replay, f"postgres://elsec_app@/elsec?host={stand.cluster}", path]))

    def ours():
        clean()
        fresh = [[{**each, "id": key()} for each in batch] for batch in batches]
        began = time.monotonic()
        waiting = 0
        for number, batch in enumerate(fresh):
            client.send("screening.recordMany", {"records": batch, "key": key()}, id=f"b{number}")
            waiting += 1
            if waiting == 4:
                take(client)
                waiting -= 1
        for _ in range(waiting):
            take(client)
        return time.monotonic() - began

    def take(client):
        answer = client.receive()
        assert "result" in answer, answer
        odd = [each for each in answer["result"]["answers"] if each["status"] != "stored"]
        assert not odd, odd[:3]

    one_run, other_run = [], []
    for _ in range(arguments.runs):
        one_run.append(ours())
        other_run.append(libpq())
    print(f"\nupload of {count} records: elsec {[round(s, 2) for s in one_run]} s, libpq with the same statements "
          f"{[round(s, 2) for s in other_run]} s")
    bar(f"upload of {count} records, of libpq's speed", statistics.median(other_run) / statistics.median(one_run), 0.6)
    bar(f"upload of {count} records, seconds", statistics.median(one_run), 1.5, least=False)
    service.kill(15)


def wipe(stand, count):
    """Forgets the screenings, behind everyone's back, so that the same ones can be kept again."""
    stand.sql("SET session_replication_role = replica; DELETE FROM screening; DELETE FROM cohort_child; "
              "DELETE FROM idempotency_key; DELETE FROM audit_subject; DELETE FROM audit_salt; DELETE FROM audit; DELETE FROM audit_head", area=AREA)
    stand.sql("VACUUM (TRUNCATE false)")


def summary(stand):
    """A cohort summary over many results beside the SQL that counts the same children by band."""
    count = arguments.results
    wipe(stand, count)
    service = stand.serve()
    client = service.client("practitioner")
    client.call("screening.record", **record(1, "c1"))
    stand.sql("SET session_replication_role = replica; "
              "INSERT INTO child SELECT (jsonb_populate_record(c, jsonb_build_object('id', 'm' || n, 'setting', 's' || n % 400))).* "
              f"FROM child c, generate_series(1, {count}) n WHERE c.id = 'c1'", area=AREA)
    stand.sql("SET session_replication_role = replica; "
              "INSERT INTO cohort SELECT (jsonb_populate_record(c, jsonb_build_object('id', 'x' || n, 'setting', 's' || n))).* "
              "FROM cohort c, generate_series(0, 399) n WHERE c.id NOT LIKE 'x%'", area=AREA)
    stand.sql("SET session_replication_role = replica; "
              f"INSERT INTO cohort_child SELECT '{AREA}', 'x' || n % 400, 'm' || n FROM generate_series(1, {count}) n", area=AREA)
    stand.sql("SET session_replication_role = replica; "
              "INSERT INTO screening SELECT (jsonb_populate_record(s, jsonb_build_object('id', 'm' || n, 'child', 'm' || n, "
              "'cohort', 'x' || n % 400, 'band', (ARRAY['red','amber','green'])[1 + n % 3]))).* "
              f"FROM screening s, generate_series(1, {count}) n WHERE s.child = 'c1'", area=AREA)
    stand.sql("VACUUM ANALYZE")
    plain = ("SELECT s.phase, c.year_group, s.band, count(*) FROM cohort c JOIN cohort_child m ON m.area = c.area AND m.cohort = c.id "
             "JOIN child k ON k.area = m.area AND k.id = m.child "
             "LEFT JOIN screening s ON s.area = m.area AND s.child = m.child AND NOT EXISTS (SELECT 1 FROM screening l "
             f"WHERE l.area = s.area AND l.supersedes = s.id) WHERE c.area = '{AREA}' GROUP BY 1, 2, 3")
    lead = service.client("plan-lead", timeout=300)
    ours, theirs = [], []
    for _ in range(arguments.runs):
        began = time.monotonic()
        try:
            lead.call("cohort.summary", screener=SCREENER, by=["year-group"], key=key())
        except Exception as error:
            print(f"bench: cohort summary failed: {error}")
            bars.append((False, f"cohort summary over {count} results: {error}"))
            return
        ours.append(time.monotonic() - began)
        began = time.monotonic()
        stand.sql(plain, user="elsec_app", area=AREA)
        theirs.append(time.monotonic() - began)
    print(f"\ncohort summary over {count} results: elsec {[round(s, 2) for s in ours]} s, plain SQL {[round(s, 2) for s in theirs]} s")
    bar(f"cohort summary over {count} results, of plain SQL's time", statistics.median(ours) / statistics.median(theirs), 1.3,
        least=False)
    service.kill(15)


def main():
    random.seed(1)
    pathlib.Path(arguments.work).mkdir(parents=True, exist_ok=True)
    tool, replay = build("load.c"), build("replay.c", "-lpq")
    chosen = arguments.only.split(",") if arguments.only else ["insert", "select", "upload", "summary"]
    with Stand() as stand:
        children(stand, arguments.children)
        if "insert" in chosen:
            inserts(stand, tool)
        if "select" in chosen:
            selects(stand, tool)
        if "upload" in chosen:
            uploads(stand, replay)
        if "summary" in chosen:
            summary(stand)
    print("\nbars")
    for met, words in bars:
        print(f"  {'met' if met else 'NOT MET':8} {words}")
    return 0 if all(met for met, _ in bars) else 1


parser = argparse.ArgumentParser()
parser.add_argument("--work", default=".build/bench/service")
parser.add_argument("--only", help="insert,select,upload,summary")
parser.add_argument("--seconds", type=float, default=5)
parser.add_argument("--runs", type=int, default=3)
parser.add_argument("--children", type=int, default=20_000)
parser.add_argument("--upload", type=int, default=10_000)
parser.add_argument("--results", type=int, default=1_000_000)
arguments = parser.parse_args()
if __name__ == "__main__":
    sys.exit(main())
