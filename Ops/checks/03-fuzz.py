"""The JSON reader and the cutting of lines under libFuzzer and AddressSanitizer for 60 s (ELSEC_FUZZ_SECONDS), and beside Python's reader."""

import json
import os
import pathlib
import re
import subprocess
import tempfile

from stand import Figures, ROOT

SECONDS = int(os.environ.get("ELSEC_FUZZ_SECONDS", "60"))
SOURCES = ["Sources/Vocabulary", "Sources/StrictJSON", "Sources/Wire/Frames/LineFrames.swift", "Sources/Wire/Session/WireLimits.swift"]
DEPTH, NODES, LONGEST = 32, 100_000, 64

CORPUS = [
    b"null", b"true", b"false", b"0", b"-0", b"-1", b"1.5", b"-0.0", b"1e5", b"1E+5", b"1e-5", b"1.25e300", b"1e999", b"[]", b"{}",
    b'""', b'"a"', b'[1,[2,{"a":[]}]]', b'{"a":1,"b":{"a":2}}', b" [ 1 , 2 ] ", b"\t\r\n1\n", b'"\\"\\\\\\/\\b\\f\\n\\r\\t"',
    b'"\\u0041\\u00e9\\u20AC\\ud83d\\ude00"', '"é€😀"'.encode(), b'"\\u0000"', b'"\\u007f"', b'"\x7f"', '{"é":1,"e\\u0301":2}'.encode(),
    b"9223372036854775807", b"-9223372036854775808", b"[" * DEPTH + b"]" * DEPTH, b"[" + b"1," * (NODES - 2) + b"1]",
    # To be refused.
    b"", b" ", b"nul", b"True", b"NaN", b"Infinity", b"-Infinity", b"-", b"+1", b"01", b"-01", b"1.", b".5", b"1e", b"1e+", b"0x1", b"1_0",
    b"9223372036854775808", b"-9223372036854775809", b"123456789012345678901234567890", b"[1,]", b"[,1]", b"[1 2]", b"[", b"]", b"[}",
    b'{"a":1,}', b'{"a"}', b'{"a":}', b"{a:1}", b"{'a':1}", b'{1:2}', b'{"a":1 "b":2}', b'{"a":1,"a":2}', b'{"a":1,"\\u0061":2}',
    b'{"x":{"a":1,"b":2,"a":3}}', b'"', b'"a', b"'a'", b'"\n"', b'"\t"', b'"\x00"', b'"\x1f"', b'"\\x41"', b'"\\u12"', b'"\\u12G4"',
    b'"\\U00000041"', b'"\\ud83d"', b'"\\ude00"', b'"\\ud83d\\u0041"', b'"\\ude00\\ud83d"', b'"\\ud83d\\ud83d\\ude00"', b'"\xff"',
    b'"\xc0\x80"', b'"\xed\xa0\x80"', b'"\xf4\x90\x80\x80"', b'"\xe2\x82"', b'"\x80"', b"\xef\xbb\xbf1", b"\xff\xfe1\x00", b"1 2", b"{}{}",
    b"1x", b"null\x00", b"// c\n1", b"/* c */1", b"[1]#", b"\x0b1", b"\xc2\xa01", b"[" * (DEPTH + 1) + b"]" * (DEPTH + 1), b"[" * 100_000,
    b'{"a":' * (DEPTH + 1) + b"1" + b"}" * (DEPTH + 1), b"[" + b"1," * (NODES - 1) + b"1]",
]


class NotTaken(Exception):
    pass


def python(data):
    """What Python's reader, held to the same rules, makes of bytes; raises what it will."""
    count = 0

    def pairs(members):
        if len({key for key, _ in members}) < len(members):
            raise NotTaken("duplicate key")
        return dict(members)

    def refuse(word):
        raise NotTaken(word)

    def number(text):
        if len(text) > LONGEST:
            raise NotTaken("a longer number than is taken")
        return float(text)

    def whole(text):
        if len(text) > LONGEST or not -2**63 <= int(text) < 2**63:
            raise NotTaken("past Int64")
        return int(text)

    def look(value, depth):
        nonlocal count
        count += 1
        if isinstance(value, str):
            value.encode()
        elif isinstance(value, (list, dict)):
            if depth > DEPTH:
                raise NotTaken("depth")
            for key, each in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(key, str):
                    key.encode()
                look(each, depth + 1)

    value = json.loads(
        data.decode(), object_pairs_hook=pairs, parse_constant=refuse, parse_int=whole, parse_float=number)
    look(value, 1)
    if count > NODES:
        raise NotTaken("nodes")
    return value


def is_taken(data):
    try:
        python(data)
        return True
    except (ValueError, NotTaken, RecursionError, UnicodeError):
        return False


def build(folder, main, *options):
    """The sources as one module by the name of the lowest: what is imported from one another stands in it."""
    copies = []
    for source in SOURCES:
        path = ROOT / source
        for file in sorted(path.rglob("*.swift")) if path.is_dir() else [path]:
            copy = folder / f"{len(copies)}-{file.name}"
            text = re.sub(r"^(public |package )?import (Vocabulary|StrictJSON)\n", "", file.read_text(), flags=re.M)
            copy.write_text(text)
            copies.append(str(copy))
    program = folder / pathlib.Path(main).stem
    done = subprocess.run(
        ["swiftc", "-O", "-parse-as-library", "-swift-version", "6", "-module-name", "Vocabulary", *options, "-o", str(program),
         *copies, str(ROOT / "Ops/checks/fuzz" / main)], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return str(program)


with tempfile.TemporaryDirectory(prefix="elsec-fuzz.", dir="/tmp") as name:
    folder, figures = pathlib.Path(name), Figures()
    (folder / "sources").mkdir()
    judge = build(folder / "sources", "Judge.swift")
    fuzz = build(folder / "sources", "Fuzz.swift", "-sanitize=fuzzer,address")
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, data in enumerate(CORPUS):
        if len(data) <= 4096:
            (corpus / f"{number}").write_bytes(data)
    done = subprocess.run(
        [fuzz, str(corpus), f"-max_total_time={SECONDS}", "-max_len=4096", "-rss_limit_mb=4096", "-print_final_stats=1",
         f"-artifact_prefix={folder}/"], capture_output=True, text=True)
    runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    if done.returncode:
        print(done.stderr[-3000:])
    figures.must(done.returncode == 0, f"{int(runs[1]) if runs else 0:,} inputs in {SECONDS} s: {'0 findings' if done.returncode == 0 else 'a finding'}")

    # What we made up and what the fuzzer found worth keeping, beside a reader that knows nothing of ours.
    inputs = CORPUS + [path.read_bytes() for path in sorted(corpus.iterdir())]
    told = subprocess.run(
        [judge], input="".join(data.hex() + "\n" for data in inputs), capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(told) == len(inputs), f"{len(told)} of {len(inputs)} judged"
    differ, changed, taken = [], 0, 0
    for data, line in zip(inputs, told):
        verdict, what = line.split(" ", 1)
        if (verdict == "taken") != is_taken(data):
            differ.append((data[:80], line[:80]))
        elif verdict == "taken":
            taken += 1
            changed += json.dumps(python(data), sort_keys=True) != json.dumps(python(bytes.fromhex(what)), sort_keys=True)
    for data, line in differ[:10]:
        print(f"      {data!r}: {line}")
    figures.must(not differ, f"{len(inputs):,} texts ({taken:,} taken): {len(differ)} judged otherwise than by Python's reader")
    figures.must(changed == 0, f"{changed} written as another value")
    figures.end()
