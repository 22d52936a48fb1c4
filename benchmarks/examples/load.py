"""Loads folders that cot data wrote with Hugging Face's datasets and compares every line with the file.

pip install datasets
python load.py DIR ...
"""
import json
import sys

import datasets

for folder in sys.argv[1:]:
    splits = datasets.load_dataset(folder)
    for split, rows in splits.items():
        with open(f"{folder}/{split}.jsonl", encoding="utf-8") as lines:
            written = [json.loads(line) for line in lines]
        loaded = [
            {key: value for key, value in row.items() if value is not None} for row in rows
        ]
        if written != loaded:
            sys.exit(f"{folder}: {split} is not what was written")
        print(f"{folder}: {split}: {len(loaded)} lines, {', '.join(rows.features)}")
