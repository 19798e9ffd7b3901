"""Slot logits to spans, as the serving side does it."""

from __future__ import annotations

import numpy as np

from .examples import Span
from .tokens import Place


def decode_bio(logits: np.ndarray) -> list[int]:
    """The best path of labels [T, L] (O, B-1, I-1, …) in which I-x follows only B-x or I-x (Viterbi, no transition scores)."""
    tokens, labels = logits.shape
    if tokens == 0:
        return []
    insides = np.arange(2, labels, 2)
    scores = np.full(labels, -np.inf)
    back = np.zeros((tokens, labels), dtype=np.int64)
    for at in range(tokens):
        before = int(scores.argmax()) if at else 0
        best = scores[before] if at else 0.0
        row = logits[at] + best
        back[at] = before
        if at:
            from_begin = scores[insides - 1] >= scores[insides]
            row[insides] = logits[at, insides] + np.where(from_begin, scores[insides - 1], scores[insides])
            back[at, insides] = np.where(from_begin, insides - 1, insides)
        else:
            row[insides] = -np.inf
        scores = row
    path = [int(scores.argmax())]
    for at in range(tokens - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def spans_of(path: list[int], places: list[Place], slots: list[str]) -> list[Span]:
    """The spans of a valid path, in code points of the text."""
    found = []
    at = 0
    while at < len(path):
        label = path[at]
        end = at + 1
        if label % 2 == 1:
            while end < len(path) and path[end] == label + 1:
                end += 1
            found.append(Span(places[at][0], places[end - 1][1], slots[(label - 1) // 2]))
        at = end
    return found
