#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
"""Works the cases of this screener without elsec: python3 cases.py > cases.csv

Standard library only. The ability is the mean of the posterior distribution on a grid of 33 points from -4 to 4, as in the
function eapEst of the R package catR: P(correct) = 1 / (1 + exp(-(theta - b))), standard normal prior, trapezoid rule.
"""
import csv
import datetime
import math
import os
import statistics
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BANK = {row["item"]: float(row["b1"]) for row in csv.DictReader(open(os.path.join(HERE, "cat-demo.bank.csv")))}
TRY = {"C": 1, "I": 0, "NR": 0}
NORMAL = statistics.NormalDist()
GRID = [-4 + 8 * step / 32 for step in range(33)]


def completed_months(birth, test):
    """Whole months by the calendar; no case here stands at a month end."""
    return (test.year - birth.year) * 12 + test.month - birth.month - (test.day < birth.day)


def trapezoid(values):
    return sum((low + high) / 2 for low, high in zip(values, values[1:])) * 8 / 32


def ability(answers):
    """Mean and standard deviation of the posterior; nothing for fewer than eight answers."""
    given = [(BANK[item], TRY[answer]) for item, answer in answers.items() if answer in TRY]
    if len(given) < 8:
        return None
    posterior = []
    for theta in GRID:
        density = NORMAL.pdf(theta)
        for b, correct in given:
            p = 1 / (1 + math.exp(-(theta - b)))
            density *= p if correct else 1 - p
        posterior.append(density)
    total = trapezoid(posterior)
    mean = trapezoid([theta * weight for theta, weight in zip(GRID, posterior)]) / total
    spread = trapezoid([(theta - mean) ** 2 * weight for theta, weight in zip(GRID, posterior)]) / total
    return mean, math.sqrt(spread)


def work(case):
    birth, test = (datetime.date.fromisoformat(case[key]) for key in ("birth_date", "test_date"))
    months = completed_months(birth, test)
    out = {"expect.age_months": months}
    if not 48 <= months <= 59:
        return out
    if not set(case["home_language"].split()) <= {"ENG"}:
        return out | {"expect.band": "not-normed", "expect.tier": "review"}
    estimate = ability({item: case[item] for item in BANK})
    if estimate is None:
        return out
    theta, se = estimate
    ss = min(max(math.floor(100 + 15 * theta + .5), 55), 145)
    beyond = "<55" if 100 + 15 * theta < 54.5 else ">145" if 100 + 15 * theta >= 145.5 else None
    half = NORMAL.inv_cdf(.95) * 15 * se
    below = NORMAL.cdf((82 - ss) / (15 * se))
    pr = 100 * NORMAL.cdf(theta)
    band = "red" if ss < 82 else "amber" if ss < 90 else "green"
    unsure = .3 <= below <= .7
    tier = ("review" if unsure else "specialist" if band == "red" and case["concern"] == "slt"
            else "universal" if band == "green" else "targeted")
    limits = f"{ss - half:.1f}-{ss + half:.1f}"
    return out | {
        "expect.theta": f"{theta:.4f}", "expect.se.theta": f"{se:.4f}", "expect.ss": beyond or ss,
        "expect.ci.ss": limits, "expect.p.low": f"{below:.3f}",
        "expect.st": min(max(math.floor(2 * theta + 5.5), 1), 9),
        "expect.pr": "<1" if pr < 1 else ">99" if pr > 99 else f"{pr:.1f}",
        "expect.band": band, "expect.tier": tier,
        "expect.flags": " ".join(filter(None, [case["expect.flags"], "unsure:p.low" if unsure else ""]))}


def child(name, answers, birth="2022-09-15", language="ENG", concern="", note="", flags=""):
    """Answers as words such as C03 for correct, -C03 for incorrect, ?C03 for no response, .C03 for not administered."""
    codes = {"-": "I", "?": "NR", ".": "NA"}
    given = {word.lstrip("-?."): codes.get(word[0], "C") for word in answers.split()}
    assert set(given) <= set(BANK), name
    return {"case": name, "birth_date": birth, "test_date": "2026-11-30", "home_language": language,
            "concern": concern, "note": note, "expect.flags": flags} | {item: given.get(item, "") for item in BANK}


def every(sign="", step=1, first=1):
    return " ".join(f"{sign}{letter}{number:02d}" for letter in "CE" for number in range(first, 31, step))


MIXED = "C15 -E15 C18 E13 -C21 E11 -C19 -E18 C17 E14 -C24 E16"
CASES = [
    child("golden", MIXED, note="twelve answers around the middle: seven right"),
    child("eight-answers", "C15 -E15 C18 E13 -C21 E11 -C19 -E18", note="the fewest that give an ability"),
    child("seven-answers", "C15 -E15 C18 E13 -C21 E11 -C19", note="one too few: no ability and no band",
          flags="missing:theta"),
    child("not-administered", "C15 -E15 C18 E13 -C21 E11 -C19 .E18", flags="missing:theta",
          note="an item not given is no answer: seven are too few"),
    child("no-response", "C15 -E15 C18 E13 -C21 E11 -C19 ?E18", note="no response counts as incorrect"),
    child("order-free", " ".join(reversed(MIXED.split())), note="the golden answers in another order: the same ability"),
    child("all-right", every(step=3), note="twenty right: the prior keeps the ability finite"),
    child("all-wrong", every("-", step=3), note="twenty wrong"),
    child("whole-bank-right", every(), flags="clipped:ss", note="sixty right: the score stops at its upper limit"),
    child("whole-bank-wrong", every("-"), flags="clipped:ss", note="sixty wrong: the score stops at its lower limit"),
    child("whole-bank-half", every(first=1, step=2) + " " + every("-", first=2, step=2),
          note="sixty answers and thirty right: the smallest error a child can have"),
    child("easy-wrong", "-C05 -E05 -C06 -E06 C03 -E03 -C04 E04 -C02 E02 -C07 -E07",
          note="three of twelve easy items right"),
    child("easy-wrong-concern", "-C05 -E05 -C06 -E06 C03 -E03 -C04 E04 -C02 E02 -C07 -E07", concern="slt",
          note="the same with a therapist's concern on record"),
    child("near-the-cut", "C05 -E05 C06 -E06 -C07 E07 -C08 E08 -C10 -E10 -C12 -E12",
          note="nearly a coin toss on either side of 82: a review whatever the band"),
    child("amber", "C09 -E09 C10 -E10 C11 -E11 -C12 E12 C13 -E13 -C14 E14 -C15 -E15 C08 E08 -C07 -E07 -C16 -E16",
          note="below the mean and clear of the lower cut"),
    child("one-domain", " ".join(f"C{n:02d}" for n in range(10, 22)),
          note="twelve of comprehension right and none of expression: scored all the same"),
    child("not-normed", MIXED, language="PAN", note="no ability against norms that do not cover the child",
          flags="not-normed:home-language"),
    child("too-young", MIXED, birth="2023-01-15", note="46 months: refused", flags="age-outside"),
    child("too-old", MIXED, birth="2021-11-30", note="60 months: refused", flags="age-outside"),
    child("oldest", MIXED, birth="2021-12-15", note="59 months: the ability does not depend on age"),
]

if __name__ == "__main__":
    scores = ["age_months", "theta", "se.theta", "ss", "ci.ss", "p.low", "st", "pr", "band", "tier"]
    columns = (["case", "birth_date", "test_date", "home_language", "concern"] + list(BANK)
               + [f"expect.{name}" for name in scores] + ["expect.flags", "note"])
    table = csv.DictWriter(sys.stdout, columns, restval="", lineterminator="\n")
    table.writeheader()
    for case in CASES:
        table.writerow(case | work(case))
