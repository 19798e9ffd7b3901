"""The figures of `metrics.json`, in the shapes that the server reads."""

from __future__ import annotations

import math

import numpy as np

from .examples import Example, Span


def label_score(key: str, hits: int, predicted: int, support: int) -> dict:
    precision = hits / predicted if predicted else 0.0
    recall = hits / support if support else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"key": key, "precision": precision, "recall": recall, "f1": f1, "support": support}


def mean_f1(scores: list[dict]) -> float:
    """Over the labels that occur."""
    present = [score["f1"] for score in scores if score["support"]]
    return sum(present) / max(1, len(present))


def intent_scores(keys: list[str], gold: list[int], predicted: list[int], confidence: list[float]) -> dict:
    """`gold` -1: an intent that the model does not know."""
    counts = [[0] * len(keys) for _ in keys]
    for right, given in zip(gold, predicted):
        if right >= 0:
            counts[right][given] += 1
    per_intent = [label_score(key, counts[at][at], predicted.count(at), gold.count(at)) for at, key in enumerate(keys)]
    hits = [right == given for right, given in zip(gold, predicted)]
    return {
        "accuracy": sum(hits) / max(1, len(hits)),
        "macroF1": mean_f1(per_intent),
        "ece": calibration_error(confidence, hits),
        "perIntent": per_intent,
        "confusion": {"keys": keys, "counts": counts},
    }


def calibration_error(confidence: list[float], hits: list[bool]) -> float:
    """Expected calibration error over ten bins of equal width."""
    gaps = [0.0] * 10
    for share, hit in zip(confidence, hits):
        gaps[min(9, math.floor(share * 10))] += share - hit
    return sum(abs(gap) for gap in gaps) / max(1, len(hits))


def slot_scores(keys: list[str], gold: list[set[Span]], found: list[set[Span]]) -> dict | None:
    """Exact matches; None when no slot occurs."""
    if not any(gold):
        return None
    hits = [right & given for right, given in zip(gold, found)]
    count = lambda parts, key: sum(span.slot == key for part in parts for span in part)  # noqa: E731
    per_slot = [label_score(key, count(hits, key), count(found, key), count(gold, key)) for key in keys]
    size = lambda parts: sum(len(part) for part in parts)  # noqa: E731
    return {"microF1": label_score("", size(hits), size(found), size(gold))["f1"], "macroF1": mean_f1(per_slot), "perSlot": per_slot}


def scope_scores(intents: list[dict], examples: list[Example], refused: list[bool]) -> dict | None:
    """Of the texts labelled out of scope; None when there are none."""
    outside = {intent["key"] for intent in intents if intent["outOfScope"]}
    is_outside = [example.intent in outside for example in examples]
    support = sum(is_outside)
    if not support:
        return None
    hits = sum(away and out for away, out in zip(refused, is_outside))
    return {"precision": hits / max(1, sum(refused)), "recall": hits / support, "support": support}


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    shifted = logits / temperature
    shifted = np.exp(shifted - shifted.max(-1, keepdims=True))
    return shifted / shifted.sum(-1, keepdims=True)
