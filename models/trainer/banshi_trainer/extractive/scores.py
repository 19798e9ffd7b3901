"""The figures of `metrics.json`."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np

from .questions import Question
from .spans import Found

FALSE_ANSWERS = 0.05
"""Share of the questions without an answer that may be answered all the same."""
SENTENCE_END = re.compile(r"[。！？!?；;\n]")


def figures(questions: list[Question], found: list[Found]) -> dict:
    """Of the best spans, whatever their scores: exact matches, F1 of characters, and whether the span begins in the
    sentence of a right answer; then how well the scores part answered from unanswered (None where one kind is absent)."""
    pairs = [(question, span) for question, span in zip(questions, found) if question.answers]
    mean = lambda of: float(np.mean([of(question, span) for question, span in pairs])) if pairs else 0.0  # noqa: E731
    known = np.array([span.score for question, span in zip(questions, found) if question.answers])
    unknown = np.array([span.score for question, span in zip(questions, found) if not question.answers])
    return {
        "exactMatch": mean(lambda question, span: float(any(_text(question, answer) == question.context[span.start : span.end] for answer in question.answers))),
        "f1": mean(lambda question, span: max(_f1(question.context[span.start : span.end], _text(question, answer)) for answer in question.answers)),
        "sentence": mean(lambda question, span: float(any(sentence_of(question.context, span.start) == sentence_of(question.context, answer[0]) for answer in question.answers))),
        "auroc": auroc(known, unknown) if len(known) and len(unknown) else None,
        "answered": float((known >= threshold_of(unknown)).mean()) if len(known) and len(unknown) else None,
        "support": len(pairs),
        "unanswerable": len(unknown),
    }


def threshold_of(unknown: np.ndarray) -> float:
    """The least score at which no more than FALSE_ANSWERS of the questions without an answer are answered."""
    allowed = int(FALSE_ANSWERS * len(unknown))
    return float(np.nextafter(np.sort(unknown)[::-1][allowed], np.inf)) if len(unknown) else 0.0


def auroc(known: np.ndarray, unknown: np.ndarray) -> float:
    """Share of pairs in which the known one scores higher, ties counting half."""
    order = np.sort(unknown)
    below, upto = np.searchsorted(order, known, "left"), np.searchsorted(order, known, "right")
    return float((below + upto).mean() / 2 / len(unknown))


def sentence_of(context: str, at: int) -> int:
    """How many sentences end before a code point."""
    return len(SENTENCE_END.findall(context[:at]))


def _text(question: Question, answer: tuple[int, int]) -> str:
    return question.context[answer[0] : answer[1]]


def _f1(given: str, right: str) -> float:
    shared = sum((Counter(given) & Counter(right)).values())
    return 2 * shared / (len(given) + len(right)) if shared else 0.0
