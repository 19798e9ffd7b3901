"""Logits of windows to the best answer of a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..predict import open_session
from .features import tensors
from .model import ExtractiveModel
from .windows import Window

BATCH = 16
ANSWER_TOKENS = 64
"""Longest answer."""
Forward = Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]
"""int64 [B, T] ids, mask and types → logits [B, T] of begin and of end."""


@dataclass(frozen=True)
class Found:
    """The best span of a text in code points, and by how much its logits exceed those of no answer."""

    start: int
    end: int
    score: float


def of_model(model: ExtractiveModel) -> Forward:
    device = next(model.parameters()).device

    @torch.inference_mode()
    def forward(*given: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return tuple(part.float().cpu().numpy() for part in model(*(torch.from_numpy(one).to(device) for one in given)))

    return forward


def of_file(path: Path, threads: int) -> Forward:
    session = open_session(path, threads)
    return lambda ids, mask, types: session.run(["start_logits", "end_logits"], {"input_ids": ids, "attention_mask": mask, "token_type_ids": types})


def find(forward: Forward, windows: list[list[Window]], pad: int) -> list[Found]:
    """The best span of each text, over all of its windows."""
    flat = [(row, window) for row, own in enumerate(windows) for window in own]
    flat.sort(key=lambda one: len(one[1].ids))
    best: list[Found | None] = [None] * len(windows)
    for at in range(0, len(flat), BATCH):
        part = flat[at : at + BATCH]
        ids, types, mask, _ = tensors([window for _, window in part], pad)
        starts, ends = forward(ids.numpy(), mask.numpy(), types.numpy())
        for (row, window), start, end in zip(part, starts, ends):
            found = best_span(window, start, end)
            if best[row] is None or found.score > best[row].score:
                best[row] = found
    return best


def best_span(window: Window, start: np.ndarray, end: np.ndarray) -> Found:
    """Of the spans of at most ANSWER_TOKENS tokens of the text, the one with the largest sum of logits."""
    size, first = len(window.places), window.first
    if size == 0:
        return Found(0, 0, -np.inf)
    begins, finishes = start[first : first + size], end[first : first + size]
    best = (-np.inf, 0, 0)
    for width in range(min(size, ANSWER_TOKENS)):
        sums = begins[: size - width] + finishes[width:]
        at = int(sums.argmax())
        best = max(best, (float(sums[at]), -at, width))
    at, width = -best[1], best[2]
    return Found(window.places[at][0], window.places[at + width][1], best[0] - float(start[0] + end[0]))
