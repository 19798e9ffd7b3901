"""Temperature and the threshold below which a text is out of scope, from held-out logits."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from .scores import softmax

DEFAULT_THRESHOLD = 0.3
MAX_FALSE_REJECTION = 0.03
"""Share of in-scope texts that a threshold may turn away beyond what the classifier itself does."""

HELD_OUT_GROUPS = 3


def negative_log_likelihood(logits: np.ndarray, gold: np.ndarray, temperature: float) -> float:
    if len(gold) == 0:
        return 0.0
    chosen = softmax(logits, temperature)[np.arange(len(gold)), gold]
    return float(-np.log(np.maximum(chosen, 1e-12)).mean())


def fit_temperature(logits: np.ndarray, gold: np.ndarray) -> float:
    """Between 1/64 and 64, by golden section on its logarithm (Guo et al., On Calibration of Modern Neural Networks, 2017)."""
    if len(gold) == 0:
        return 1.0
    return math.exp(_least(lambda log: negative_log_likelihood(logits, gold, math.exp(log)), -math.log(64), math.log(64)))


def _least(of: Callable[[float], float], low: float, high: float) -> float:
    ratio = (math.sqrt(5) - 1) / 2
    left, right = high - ratio * (high - low), low + ratio * (high - low)
    at_left, at_right = of(left), of(right)
    while high - low > 0.01:
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - ratio * (high - low)
            at_left = of(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + ratio * (high - low)
            at_right = of(right)
    return (low + high) / 2


def is_out_of_scope(probabilities: np.ndarray, outside: np.ndarray, threshold: float) -> np.ndarray:
    """bool [N]: an out-of-scope intent wins, or no in-scope one reaches the threshold. `outside` bool [I]."""
    inside_best = np.where(outside, 0.0, probabilities).max(-1)
    outside_best = np.where(outside, probabilities, 0.0).max(-1)
    return (outside_best > inside_best) | (inside_best < threshold)


def choose_threshold(probabilities: np.ndarray, gold: np.ndarray, outside: np.ndarray) -> tuple[float, str]:
    """The threshold in steps of 0.01 with the best F1 for "out of scope", and where it came from: `examples`,
    `held-out-intents` where there are none but intents enough, or `default`."""
    is_outside = outside[gold] if len(gold) else np.zeros(0, dtype=bool)
    if is_outside.any() and not is_outside.all():
        return _best_threshold(probabilities, is_outside, outside), "examples"
    known = sorted(set(gold.tolist())) if not is_outside.any() else []
    if len(known) < 2 * HELD_OUT_GROUPS:
        return DEFAULT_THRESHOLD, "default"
    unknown = _with_own_intent_hidden(probabilities, gold, known)
    both = np.vstack([probabilities, unknown])
    return _best_threshold(both, np.repeat([False, True], len(gold)), outside), "held-out-intents"


def _best_threshold(probabilities: np.ndarray, is_outside: np.ndarray, outside: np.ndarray) -> float:
    budget = MAX_FALSE_REJECTION * (~is_outside).sum() + (is_out_of_scope(probabilities, outside, 0.0) & ~is_outside).sum()
    best, best_f1 = 0.0, -1.0
    for percent in range(96):
        refused = is_out_of_scope(probabilities, outside, percent / 100)
        caught = int((refused & is_outside).sum())
        if refused.sum() - caught > budget:
            break
        f1 = 2 * caught / (refused.sum() + is_outside.sum())
        if f1 > best_f1:
            best, best_f1 = percent / 100, f1
    return best


def _with_own_intent_hidden(probabilities: np.ndarray, gold: np.ndarray, known: list[int]) -> np.ndarray:
    """What the model would say of each text had it never heard of a third of the intents, its own among them.

    The answers of those are struck out and the rest brought to a sum of 1. The encoder has learned from their texts all
    the same, so this is nearer to texts of neighbouring fields than to chit-chat.
    """
    group = {intent: at % HELD_OUT_GROUPS for at, intent in enumerate(known)}
    hidden = np.array([[group.get(intent, -1) == group[own] for intent in range(probabilities.shape[1])] for own in gold.tolist()])
    rest = np.where(hidden, 0.0, probabilities)
    return rest / np.maximum(rest.sum(-1, keepdims=True), 1e-12)
