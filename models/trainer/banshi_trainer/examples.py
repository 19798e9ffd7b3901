"""Utterances with their labels, checked before anything is computed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .problem import Problem

LEAST_LABELLED = 6


@dataclass(frozen=True)
class Span:
    """Of a slot, in code points; `end` exclusive."""

    start: int
    end: int
    slot: str


@dataclass(frozen=True)
class Example:
    text: str
    intent: str | None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Data:
    train: list[Example]
    validation: list[Example]
    test: list[Example]

    @property
    def fitted(self) -> list[Example]:
        return [*self.train, *self.validation]


def read_examples(path: Path) -> list[Example]:
    if not path.exists():
        return []
    # Not splitlines(): U+2028 inside a text is no end of a line here.
    lines = path.read_text("utf-8").split("\n")
    return [_example(json.loads(line), path.name, number) for number, line in enumerate(lines, 1) if line.strip()]


def _example(raw: dict, file: str, number: int) -> Example:
    try:
        spans = tuple(sorted((Span(span["start"], span["end"], span["slot"]) for span in raw.get("spans", [])), key=lambda span: span.start))
        return Example(raw["text"], raw.get("intent"), spans)
    except (KeyError, TypeError) as error:
        raise Problem("bad-job", f"{file} line {number}: {error}") from error


def read_data(data: dict[str, Path]) -> Data:
    return Data(*(read_examples(data[part]) if part in data else [] for part in ("train", "validation", "test")))


def check(data: Data, intents: Iterable[str], slots: Iterable[str], learns_intents: bool) -> list[str]:
    """Raises the first Problem; returns warnings."""
    if not data.fitted:
        raise Problem("empty-set", "the training set holds no utterance")
    known_intents, known_slots = set(intents), set(slots)
    for example in [*data.fitted, *data.test]:
        _check_example(example, known_intents, known_slots)
    if not learns_intents:
        if not any(example.spans for example in data.fitted):
            raise Problem("too-few", "no utterance has a slot", labelled=0, needed=1)
        return []
    counts = Counter(example.intent for example in data.fitted if example.intent is not None)
    labelled = sum(counts.values())
    if labelled < LEAST_LABELLED:
        raise Problem("too-few", f"only {labelled} utterances have an intent; at least {LEAST_LABELLED} are needed", labelled=labelled, needed=LEAST_LABELLED)
    if len(counts) < 2:
        raise Problem("one-class", "all utterances have the same intent; there is nothing to tell apart", label=next(iter(counts)))
    if len({example.text for example in data.fitted if example.intent is not None}) == 1:
        raise Problem("all-texts-equal", "all utterances are the same text")
    return [f"label-with-one-example: the intent {key} has a single example" for key, count in counts.items() if count == 1]


def _check_example(example: Example, intents: set[str], slots: set[str]) -> None:
    if example.intent is not None and example.intent not in intents:
        raise Problem("unknown-label", f"the intent {example.intent} is not among the labels", label=example.intent)
    end = 0
    for span in example.spans:
        if span.slot not in slots:
            raise Problem("unknown-label", f"the slot {span.slot} is not among the labels", label=span.slot)
        if not 0 <= span.start < span.end <= len(example.text):
            raise Problem("span-outside", f"the span {span.start}–{span.end} does not lie in the {len(example.text)} characters of 「{example.text[:40]}」", text=example.text[:200], label=span.slot)
        if span.start < end:
            raise Problem("spans-overlap", f"the span at {span.start} overlaps the one before it in 「{example.text[:40]}」", text=example.text[:200], label=span.slot)
        end = span.end
