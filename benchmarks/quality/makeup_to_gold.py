#!/usr/bin/env python3
"""Turns aspect-term labels (labels.csv, reviews.csv) into annotated reviews, one JSON object a line: makeup_to_gold.py LABELS REVIEWS

Stages, overall polarity and suggestions are not annotated there and left out, so that nothing is learnt about them.
"""
import csv
import json
import sys
from collections import defaultdict

ASPECTS = {"成分": "material", "使用体验": "usage", "功效": "usage", "气味": "usage", "尺寸": "fit", "新鲜度": "authenticity", "价格": "value",
           "服务": "after_service", "物流": "logistics", "包装": "packaging", "真伪": "authenticity", "整体": "overall"}
POLARITIES = {"正面": "positive", "负面": "negative", "中性": "neutral"}


def span(label):
    """From the first to the last of target and opinion words that are there."""
    parts = [(int(label[f"{part}_start"]), int(label[f"{part}_end"])) for part in ("aspect", "opinion") if label[f"{part}_start"].strip()]
    start, end = min(p[0] for p in parts), max(p[1] for p in parts)
    return [start, end - start]


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


opinions = defaultdict(list)
for label in read(sys.argv[1]):
    if label["category"] in ASPECTS and (label["aspect_start"].strip() or label["opinion_start"].strip()):
        opinions[label["id"]].append({"aspect": ASPECTS[label["category"]], "polarity": POLARITIES[label["polarity"]], "span": span(label)})
for review in read(sys.argv[2]):
    print(json.dumps({"id": review["id"], "category": "美妆", "text": review["text"], "opinions": opinions[review["id"]]}, ensure_ascii=False))
