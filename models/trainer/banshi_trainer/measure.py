"""Size and speed of an exported model."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

import numpy as np

from .predict import open_session

LENGTH = 16
"""Tokens of a text that is measured: a short sentence."""
ROUNDS = 30


def latency_ms(path: Path, batch: int) -> float:
    """Median milliseconds of one run on one thread."""
    session = open_session(path, 1)
    feed = {"input_ids": np.ones((batch, LENGTH), dtype=np.int64), "attention_mask": np.ones((batch, LENGTH), dtype=np.int64)}
    times = []
    for round_ in range(ROUNDS + 3):
        began = time.perf_counter()
        session.run(None, feed)
        if round_ >= 3:
            times.append(1000 * (time.perf_counter() - began))
    return median(times)


def bytes_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
