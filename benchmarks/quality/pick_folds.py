#!/usr/bin/env python3
"""Of five predictions for each review the one whose model had not seen it: pick_folds.py REVIEWS.csv FOLD0 … FOLD4"""
import csv
import hashlib
import json
import sys

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    fold = {review["id"]: int(hashlib.md5(review["text"].encode()).hexdigest(), 16) % 5 for review in csv.DictReader(file)}
for number, path in enumerate(sys.argv[2:]):
    with open(path, encoding="utf-8") as file:
        sys.stdout.writelines(line for line in file if fold[json.loads(line)["id"]] == number)
