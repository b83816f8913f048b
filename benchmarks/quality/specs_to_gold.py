#!/usr/bin/env python3
"""The rows of the specs as annotated reviews, so that the trained model learns the grammar that the rules follow.

usage: specs_to_gold.py SPECS_FOLDER COMMAND… > specs.jsonl     (COMMAND runs review-insights)
The rules alone pass every row, so their spans are the annotation. Each row is written several times: it stands for many reviews.
"""
import json
import pathlib
import subprocess
import sys

COPIES = 10
rows = []
for table in sorted(pathlib.Path(sys.argv[1]).glob("*.md")):
    if table.name in ("README.md", "Segmentation.md"):
        continue
    for line in table.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 4 and cells[1] not in ("text", "---"):
            rows.append(json.dumps({"id": str(len(rows)), "text": cells[1]}, ensure_ascii=False))
tagged = subprocess.run(sys.argv[2:] + ["tag", "-", "--input-format", "ndjson", "--rules-only", "--include-text"],
                        input="\n".join(rows), capture_output=True, text=True, check=True).stdout
for line in tagged.splitlines():
    record = json.loads(line)
    opinions = [{"aspect": o["aspect"], "polarity": o["polarity"], "stage": o["stage"], "span": o["expression"]} for o in record["opinions"]]
    for copy in range(COPIES):
        print(json.dumps({"id": f"spec-{record['id']}-{copy}", "category": "", "text": record["text"], "overall": record["overall"]["polarity"], "suggestion": None, "opinions": opinions}, ensure_ascii=False))
