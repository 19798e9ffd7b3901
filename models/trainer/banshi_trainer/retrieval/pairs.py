"""Questions with the passages that answer them."""

from __future__ import annotations

from dataclasses import dataclass

from ..job import Job
from ..problem import Problem
from ..rows import read_rows, text_of

LEAST_PAIRS = 6


@dataclass(frozen=True)
class Pair:
    query: str
    positive: str
    negatives: tuple[str, ...] = ()
    """Passages that are known not to answer it; more are found by their words."""


@dataclass(frozen=True)
class Pairs:
    train: list[Pair]
    validation: list[Pair]
    test: list[Pair]
    passages: list[str]
    """All that is searched, each text once: those of the pairs, and those of the part `passages`."""

    @property
    def fitted(self) -> list[Pair]:
        return [*self.train, *self.validation]

    @property
    def answering(self) -> list[str]:
        """The passages that answer some question, each text once."""
        return list(dict.fromkeys(pair.positive for pair in [*self.fitted, *self.test]))

    def answers(self) -> dict[str, set[str]]:
        """All passages that answer a question, by any pair."""
        found: dict[str, set[str]] = {}
        for pair in [*self.fitted, *self.test]:
            found.setdefault(pair.query, set()).add(pair.positive)
        return found


def read_pairs(job: Job) -> Pairs:
    """Rows `{"query", "positive", "negatives"?: [...]}`; of `passages` `{"text"}`. Raises the first Problem."""
    parts = [[_pair(raw, place) for raw, place in read_rows(job.data.get(part))] for part in ("train", "validation", "test")]
    more = [text_of(raw, "text", place) for raw, place in read_rows(job.data.get("passages"))]
    pairs = [pair for part in parts for pair in part]
    passages = list(dict.fromkeys([*(text for pair in pairs for text in (pair.positive, *pair.negatives)), *more]))
    found = Pairs(*parts, passages)
    if not found.train:
        raise Problem("empty-set", "the training set holds no pair")
    if len(found.train) < LEAST_PAIRS:
        raise Problem("too-few", f"only {len(found.train)} pairs; at least {LEAST_PAIRS} are needed", labelled=len(found.train), needed=LEAST_PAIRS)
    if len({pair.positive for pair in found.train}) == 1:
        raise Problem("one-class", "all questions have the same passage; there is nothing to tell apart", label=found.train[0].positive[:40])
    return found


def _pair(raw: dict, place: str) -> Pair:
    negatives = raw.get("negatives") or []
    if not isinstance(negatives, list):
        raise Problem("bad-job", f"{place}: negatives is not a list")
    return Pair(text_of(raw, "query", place), text_of(raw, "positive", place), tuple(text_of({"negative": text}, "negative", place) for text in negatives))
