"""How well replies are understood, and what a reply costs: the given and the fresh examples side by side, time and memory.

Usage: python benchmarks/understand.py [FOLDER with replies.jsonl, times.jsonl, addresses.jsonl]

With a folder, its rows are judged too, as a third column's worth of rows: examples that nobody here has seen.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.core.understand import understand
from tests.core.understand.examples import NOW, address_faults, judged, load, window_is_right, window_of_row
from tests.core.understand.questions import QUESTIONS

KINDS = ("replies", "times", "addresses")
HOSTILE = [
    "1" * 1600, "一" * 1600, "1 " * 800, "退" * 1600, "不要" * 800, "明天" * 800, "上海市" * 530, "a" * 1600, " " * 1600, "?" * 1600, "((" * 800, "3点到" * 530, "1-" * 800,
    "don t " * 260, "the " * 400, "我" * 1600, "第一个" * 530, "没" * 1600, "1，2，" * 400, "13800001111" * 145, "ａ" * 1600, "\u200b" * 1600, "ﷺ" * 1600, "https://" * 200,
    "no " * 530, "路1号" * 400, "在" * 1600, "e\u0301" * 800, "回复1暂存/" * 260, "发短信" * 530, "😀" * 1600, "tui ding " * 170, "from 1 to " * 160, "mon-" * 400, "王五" * 800,
]  # fmt: skip


def share(good, of):
    return f"{100 * good / of:5.1f} % ({good}/{of})" if of else "–"


def replies(rows):
    """Rows of the goal table for replies."""
    results = [(row, *judged(row)) for row in rows]
    plain = [right for row, right, _, _ in results if not row.get("ambiguous")]
    clear = [
        said
        for row, _, _, said in results
        if row["intent"] == "opt_out" and not row.get("ambiguous") and set(row.get("accept", ())) <= {"opt_out"}
    ]
    false = sum(
        said == "opt_out" and "opt_out" not in {row["intent"], *row.get("accept", ())} for row, _, _, said in results
    )
    return {
        "replies, unambiguous, right": share(sum(plain), len(plain)),
        "replies, any, acceptable": share(sum(right for _, right, _, _ in results), len(results)),
        "harmful readings": sum(harmful for _, _, harmful, _ in results),
        "clear opt-outs found": share(clear.count("opt_out"), len(clear)),
        "other things taken for one": false,
    }


def times(rows):
    """Rows of the goal table for times, by script."""
    windows = [(row, window_of_row(row)) for row in rows]
    found = {}
    for name, latin in (("Chinese", False), ("English", True)):
        positive = [
            (row, window)
            for row, window in windows
            if row["kind"] not in {"none", "past"} and row["text"].isascii() == latin
        ]
        found[f"time windows right, {name}"] = share(sum(window_is_right(*pair) for pair in positive), len(positive))
    silent = [window for row, window in windows if row["kind"] == "none"]
    return {**found, "times invented": share(sum(window is not None for window in silent), len(silent))}


def addresses(rows):
    """Rows of the goal table for addresses."""
    wrong, judged_parts = Counter(), Counter()
    for row in rows:
        faults, parts = address_faults(row)
        wrong.update(faults)
        judged_parts.update(parts)
    names = {
        "is_address": "address or not",
        "region": "province, city, district",
        "name": "name",
        "phone": "phone",
        "detail": "detail kept",
    }
    return {title: share(judged_parts[part] - wrong[part], judged_parts[part]) for part, title in names.items()}


def cost():
    """Processor time of a reply (best of five each; what else the machine does is not counted), worst hostile text, memory."""
    items = [(row["flow"], row["text"]) for name in ("given_replies", "fresh_replies") for row in load(name)]
    spent = sorted(best_of(text, QUESTIONS.get(flow)) for flow, text in items)
    worst = max(
        best_of(text, QUESTIONS.get(flow))
        for text in HOSTILE
        for flow in ("delivery_options", "survey", "proxy_signoff", None)
    )
    return {
        "median, µs": round(spent[len(spent) // 2] * 1e6),
        "p99, µs": round(spent[len(spent) * 99 // 100] * 1e6),
        "worst of hostile 1,600-character texts, ms": round(worst * 1e3, 2),
        "memory of the understanding, MB (after all examples, above the bare interpreter)": round(memory() / 2**20, 1),
    }


MEMORY = """
import json, sys
import psutil
before = psutil.Process().memory_info().rss
from bot.core.understand import understand
from tests.core.understand.examples import NOW
from tests.core.understand.questions import QUESTIONS
for line in sys.stdin:
    flow, text = json.loads(line)
    understand(text, QUESTIONS.get(flow), NOW)
print(psutil.Process().memory_info().rss - before)
"""


def memory():
    """Bytes that a process grows by when it loads the understanding and reads all examples: its own, as this one holds the examples too."""
    texts = [(row.get("flow", "delivery_options"), row["text"]) for kind in KINDS for row in every(kind)]
    lines = "".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts)
    root = Path(__file__).resolve().parents[1]
    asked = subprocess.run(
        [sys.executable, "-c", MEMORY], input=lines, capture_output=True, check=True, text=True, cwd=root
    )
    return int(asked.stdout)


def every(kind):
    """The given and the fresh examples of one kind."""
    return [row for name in ("given", "fresh") for row in load(f"{name}_{kind}")]


def best_of(text, question, repeats=5):
    spent = []
    for _ in range(repeats):
        began = time.thread_time()
        understand(text, question, NOW)
        spent.append(time.thread_time() - began)
    return min(spent)


def unseen(folder):
    return {
        kind: [json.loads(line) for line in (folder / f"{kind}.jsonl").open(encoding="utf-8")]
        for kind in ("replies", "times", "addresses")
    }


def main():
    """Print the table."""
    kinds = {"replies": replies, "times": times, "addresses": addresses}
    sources = {source: {kind: load(f"{source}_{kind}") for kind in kinds} for source in ("given", "fresh")}
    if len(sys.argv) > 1:
        sources["folder"] = unseen(Path(sys.argv[1]))
    columns = {
        source: {key: value for kind, judge in kinds.items() for key, value in judge(rows[kind]).items()}
        for source, rows in sources.items()
    }
    print(f"{'':<36}" + "".join(f"{source:>22}" for source in columns))
    for measure in next(iter(columns.values())):
        print(f"{measure:<36}" + "".join(f"{column[measure]!s:>22}" for column in columns.values()))
    for measure, value in cost().items():
        print(f"{measure}: {value}")


if __name__ == "__main__":
    main()
