#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
"""Works the cases of this screener without elsec: python3 cases.py > cases.csv

Standard library only. Every rule is written out here a second time, from the comments of screener.yaml, so
that a mistake in the program and a mistake here would have to be the same to go unseen.
"""
import bisect
import calendar
import csv
import datetime
import math
import statistics
import sys

U = [f"U{n}" for n in range(1, 9)]
E = [f"E{n}" for n in range(1, 7)]
TRY = {"C": 1, "I": 0, "NR": 0}
OBS = {"ALW": 2, "SOM": 1, "NEV": 0}
NORMS = [(36, 1.10, 9.0, .300), (42, 1.05, 11.2, .270), (48, 1.00, 13.1, .240), (54, .95, 14.7, .215),
         (60, .90, 16.0, .195), (66, .85, 17.0, .180), (72, .80, 17.8, .170)]
NORMAL = statistics.NormalDist()


def completed_months(birth, test):
    """Whole months by the calendar; the 31st of a month without one is its last day."""
    months = (test.year - birth.year) * 12 + test.month - birth.month
    year, month = divmod(birth.year * 12 + birth.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return months - (datetime.date(year, month + 1, min(birth.day, last)) > test)


def understanding(answers, months):
    """Points of U, or None when an item that had to be given has no answer."""
    start = 0 if months < 48 else 2
    given = [answers.get(code, "") for code in U]
    lowest = start
    while lowest > 0 and given[lowest:lowest + 2] != ["C", "C"]:
        lowest -= 1                                  # the basal is not there yet: step back one item
    credited = lowest if given[lowest:lowest + 2] == ["C", "C"] else 0
    points, run = credited, 0
    for answer in given[lowest:]:
        if run == 3:
            break                                    # past the ceiling: later items count 0
        if answer not in TRY:
            return None
        points += TRY[answer]
        run = run + 1 if answer in ("I", "NR") else 0
    return points


def expression(answers):
    points = [OBS[answers[code]] for code in E if answers.get(code) in OBS]
    if len(points) < 5:
        return None
    return math.floor(sum(points) * 6 / len(points) + .5)


def lms(months):
    k = min(bisect.bisect_right([row[0] for row in NORMS], months) - 1, len(NORMS) - 2)
    (a, *low), (b, *high) = NORMS[k], NORMS[k + 1]
    return [x + (y - x) * (months - a) / (b - a) for x, y in zip(low, high)]


def age_equivalent(raw):
    for (a, _, m, _), (b, _, n, _) in zip(NORMS, NORMS[1:]):
        if m <= raw <= n:
            return f"{a + (b - a) * (raw - m) / (n - m):.1f}"
    return "<3;00" if raw < NORMS[0][2] else ">6;00"


def work(case):
    birth, test = (datetime.date.fromisoformat(case[key]) for key in ("birth_date", "test_date"))
    months = completed_months(birth, test)
    out = {"expect.age_months": months}
    if not 36 <= months <= 71:
        return out
    u, e = understanding(case, months), expression(case)
    out |= {"expect.raw.u": u, "expect.raw.e": e}
    normed = set(case["home_language"].split()) <= {"ENG"}
    if not normed:
        out |= {"expect.band": "not-normed", "expect.tier": "review"}
    if u is None or e is None:
        return {key: value for key, value in out.items() if value is not None}
    raw = out["expect.raw.all"] = u + e
    if not normed:
        return out
    L, M, S = lms(months)
    z = ((raw / M) ** L - 1) / (L * S)
    ss = min(max(math.floor(100 + 15 * z + .5), 55), 145)
    beyond = "<55" if 100 + 15 * z < 54.5 else ">145" if 100 + 15 * z >= 145.5 else None
    pr = 100 * NORMAL.cdf(z)
    true, half = 100 + .91 * (ss - 100), NORMAL.inv_cdf(.95) * 15 * math.sqrt(.91 * .09)
    band = "red" if ss < 82 else "amber" if ss < 90 else "green"
    tier = {"red": "specialist" if case["concern"] == "slt" else "targeted", "amber": "targeted",
            "green": "universal"}[band]
    return out | {
        "expect.z.all": f"{z:.4f}", "expect.ss.all": beyond or ss,
        "expect.pr.all": "<1" if pr < 1 else ">99" if pr > 99 else f"{pr:.1f}",
        "expect.ci.all": f"{true - half:.1f}-{true + half:.1f}", "expect.ae.all": age_equivalent(raw),
        "expect.band": band, "expect.tier": tier}


def child(name, birth, test, u, e, language="ENG", gestation="", concern="", note="", flags=""):
    answers = dict(zip(U, u.split())) | dict(zip(E, e.split()))
    answers = {code: "" if answer == "-" else answer for code, answer in answers.items()}
    return {"case": name, "birth_date": birth, "test_date": test, "home_language": language,
            "weeks_gestation": gestation, "concern": concern, "note": note, "expect.flags": flags} | answers


CASES = [
    child("golden", "2022-09-15", "2026-11-30", "- - C C I C I I", "ALW SOM NOB SOM NEV SOM",
          note="basal at U3 and U4 credits U1 and U2; one expression item not observed", flags="prorated:raw.e"),
    child("basal-one-back", "2022-09-15", "2026-11-30", "- C C I C C I I", "ALW ALW ALW SOM SOM SOM",
          note="U4 failed so U2 is asked; U2 and U3 are the basal; U1 is credited"),
    child("basal-two-back", "2022-09-15", "2026-11-30", "C C I C C I C I", "ALW ALW ALW ALW SOM SOM",
          note="U3 failed so U2 and then U1 are asked; nothing is left to credit"),
    child("start-below-four", "2023-05-20", "2026-11-30", "C C C I C I C I", "ALW SOM SOM SOM NEV NEV",
          note="42 months: starts at U1 and nothing is credited"),
    child("ceiling", "2023-05-20", "2026-11-30", "C C C I NR I - -", "ALW ALW SOM SOM NEV NEV",
          note="three failures in a row: U7 and U8 count 0 and are not missing", flags="ceiling:U"),
    child("after-ceiling", "2023-05-20", "2026-11-30", "C C C I NR I C C", "ALW ALW SOM SOM NEV NEV",
          note="answers written after the ceiling do not count", flags="ceiling:U after-ceiling:U"),
    child("prorated", "2022-01-10", "2026-11-30", "- - C C C I C I", "ALW ALW SOM SOM - SOM",
          note="7 points on 5 items are 8.4 on 6 and count 8", flags="prorated:raw.e"),
    child("too-many-missing", "2022-09-15", "2026-11-30", "- - C C I C I I", "ALW NOB NOB SOM NEV SOM",
          note="two expression items not observed: no total and no band", flags="missing:raw.e"),
    child("not-administered", "2022-09-15", "2026-11-30", "- - C C NA C I I", "ALW SOM SOM SOM NEV SOM",
          note="an item not given is not a failure: no raw score of understanding", flags="missing:raw.u"),
    child("blank", "2022-09-15", "2026-11-30", "- - C C - C I I", "ALW SOM SOM SOM NEV SOM",
          note="an empty cell is missing and never 0", flags="missing:raw.u"),
    child("month-end", "2022-10-31", "2026-11-30", "- - C C C I I I", "SOM SOM SOM SOM SOM SOM",
          note="49 months by the calendar; the borrow of 30 days would make 48"),
    child("leap-day", "2024-02-29", "2027-02-28", "C C I I I - - -", "SOM SOM NEV NEV NEV NEV",
          note="36 months on 28 February by the calendar", flags="ceiling:U"),
    child("not-normed", "2022-09-15", "2026-11-30", "- - C C I C I I", "ALW SOM SOM SOM NEV SOM", language="PAN",
          note="norms are for children who hear English at home: raw scores and a review",
          flags="not-normed:home-language"),
    child("two-languages", "2022-09-15", "2026-11-30", "- - C C C C C C", "ALW ALW ALW ALW ALW ALW",
          language="ENG POL", note="one of two home languages is not in the norms: review although all is right",
          flags="not-normed:home-language"),
    child("too-young", "2023-12-01", "2026-11-30", "C C C C C C C C", "ALW ALW ALW ALW ALW ALW",
          note="35 months: refused", flags="age-outside"),
    child("too-old", "2020-11-30", "2026-11-30", "- - C C C C C C", "ALW ALW ALW ALW ALW ALW",
          note="72 months: refused", flags="age-outside"),
    child("lowest", "2020-12-20", "2026-11-30", "I I I - - - - -", "NEV NEV NEV NEV NEV NEV",
          note="nothing right at 71 months: the score stops at its lower limit", flags="clipped:ss.all ceiling:U"),
    child("lowest-with-concern", "2020-12-20", "2026-11-30", "I I I - - - - -", "NEV NEV NEV NEV NEV NEV",
          concern="slt", note="the same child with a therapist's concern on record", flags="clipped:ss.all"),
    child("highest", "2023-11-20", "2026-11-30", "C C C C C C C C", "ALW ALW ALW ALW ALW ALW",
          note="everything right at 36 months: the score stops at its upper limit", flags="clipped:ss.all"),
    child("edge-red", "2022-04-05", "2026-11-30", "- - C C I C I I", "ALW SOM SOM SOM SOM NEV", note="81: still red"),
    child("edge-amber", "2022-05-05", "2026-11-30", "- - C C I C I I", "ALW SOM SOM SOM SOM NEV",
          note="82: the first amber; the same answers one month younger"),
    child("edge-amber-top", "2022-02-05", "2026-11-30", "- - C C C C I I", "ALW SOM SOM SOM SOM SOM",
          note="89: still amber"),
    child("edge-green", "2022-03-05", "2026-11-30", "- - C C C C I I", "ALW SOM SOM SOM SOM SOM",
          note="90: the first green"),
    child("language-not-stated", "2022-09-15", "2026-11-30", "- - C C C C I I", "ALW ALW SOM SOM SOM SOM", language="",
          note="no home language on record: the norms are applied and a flag says so",
          flags="not-stated:home-language"),
    child("preterm-old", "2023-05-20", "2026-11-30", "C C C I C I C I", "ALW SOM SOM SOM NEV NEV", gestation="30",
          note="born at 30 weeks; the correction ends at 24 months so nothing changes"),
]

if __name__ == "__main__":
    scores = ["age_months", "raw.u", "raw.e", "raw.all", "z.all", "ss.all", "pr.all", "ci.all", "ae.all", "band", "tier"]
    columns = (["case", "birth_date", "test_date", "home_language", "weeks_gestation", "concern"] + U + E
               + [f"expect.{name}" for name in scores] + ["expect.flags", "note"])
    table = csv.DictWriter(sys.stdout, columns, restval="", lineterminator="\n")
    table.writeheader()
    for case in CASES:
        table.writerow(case | work(case))
