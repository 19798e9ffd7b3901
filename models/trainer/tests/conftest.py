"""Jobs small enough for a test: a fresh encoder of two layers and Chinese sentences made on the spot."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from banshi_trainer.__main__ import main

PACKAGE = Path(__file__).resolve().parents[1]
NAMES = ("张三", "李四", "王小明", "赵六")
HYPER = {"epochs": 4, "learningRate": 0.003, "batchSize": 16, "patience": 0, "maxLength": 48, "checkpointSteps": 3, "shape": {"layers": 2, "hidden": 64, "heads": 2, "intermediate": 128}}
LABELS = {"intents": [{"key": "apply", "outOfScope": False}, {"key": "ask", "outOfScope": False}, {"key": "other", "outOfScope": True}], "slots": ["name"]}


def sentences(count: int, seed: int) -> list[dict]:
    choose = random.Random(seed)
    rows = []
    for _ in range(count):
        kind, name = choose.randrange(3), choose.choice(NAMES)
        text = (f"我是{name}想申请失业金", f"{name}办理居住证要什么材料", f"今天天气怎么样{choose.randrange(99)}")[kind]
        spans = [] if kind == 2 else [{"start": text.index(name), "end": text.index(name) + len(name), "slot": "name"}]
        rows.append({"text": text, "intent": ("apply", "ask", "other")[kind], "spans": spans})
    return rows


class JobFolder:
    def __init__(self, path: Path, **changes: object) -> None:
        self.path = path
        (path / "data").mkdir(parents=True)
        parts = {"train": sentences(120, 1), "validation": sentences(40, 2), "test": sentences(40, 3)}
        parts.update(changes.pop("parts", {}))
        for part, rows in parts.items():
            self.write(part, rows)
        hyper = {**HYPER, **changes.pop("hyper", {})}
        job = {"schema": 1, "task": "joint", "base": None, "data": {part: f"data/{part}.jsonl" for part in parts}, "labels": LABELS, "hyper": hyper, "seed": 7, "threads": 1, "device": "cpu", "distil": None, "quantise": False}
        (path / "job.json").write_text(json.dumps({**job, **changes}), "utf-8")

    def write(self, part: str, rows: list[dict]) -> None:
        (self.path / "data" / f"{part}.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")

    def start(self) -> subprocess.Popen[str]:
        """As the server starts it, to be killed."""
        env = {**os.environ, "PYTHONPATH": str(PACKAGE), "OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE", "CUDA_VISIBLE_DEVICES": "", "HF_HUB_OFFLINE": "1"}
        return subprocess.Popen([sys.executable, "-m", "banshi_trainer", str(self.path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)

    def run(self) -> tuple[int, list[dict]]:
        """In this process: importing the libraries takes longer than most trainings here."""
        out, errors = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            code = main([str(self.path)])
        self.errors = errors.getvalue() or out.getvalue()
        return code, [json.loads(line) for line in out.getvalue().split("\n") if line.startswith("{")]

    def problem(self) -> dict:
        """The problem that the job must end with; nothing may have been written."""
        code, lines = self.run()
        assert code == 2, self.errors
        assert not list(self.path.glob("artifact*"))
        return lines[-1]


@pytest.fixture
def job(tmp_path: Path):
    made = iter(range(100))
    return lambda **changes: JobFolder(tmp_path / f"job-{next(made)}", **changes)
