#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
"""Makes the item bank: python3 bank.py > cat-demo.bank.csv

Thirty items a domain. Locations are drawn from the normal distribution with mean 0 and standard deviation 1.2 by
Python's own generator from the seed 20261121, kept within -3 to 3, rounded to two decimals and put in rising order.
"""
import random

DOMAINS = [("comprehension", "C"), ("expression", "E")]

generator = random.Random(20261121)
print("item,domain,b1")
for domain, letter in DOMAINS:
    locations = sorted(round(min(max(generator.gauss(0, 1.2), -3), 3), 2) for _ in range(30))
    for number, location in enumerate(locations, 1):
        print(f"{letter}{number:02d},{domain},{location:.2f}")
