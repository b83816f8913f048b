#!/usr/bin/env python3
"""Of predictions without one category each, those of the category left out: pick_categories.py GOLD.jsonl …-CATEGORY.ndjson …"""
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    category = {str(review["id"]): review["category"] for review in map(json.loads, file)}
for path in sys.argv[2:]:
    left_out = path.rsplit("-", 1)[1].removesuffix(".ndjson")
    with open(path, encoding="utf-8") as file:
        sys.stdout.writelines(line for line in file if category[json.loads(line)["id"]] == left_out)
