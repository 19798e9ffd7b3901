"""The texts that the student learns from: open sentences, their clauses, joined passages, and generated utterances."""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from . import names
from .everyday import everyday_requests
from .settings import Settings
from .utterances import utterances_about

CLAUSE_END = re.compile(r"[，。；：！？、,;:!?]+")
HELD_OUT_SETS = (
    "smp2017_ecdt/train.jsonl",
    "smp2017_ecdt/dev.jsonl",
    "smp2017_ecdt/test.jsonl",
    "crosswoz_user_turns/test.jsonl",
    "univ_cduestc_retrieval/queries.jsonl",
    "cmrc2018_retrieval/qa.jsonl",
)
"""Files whose lines measure encoders; a line of them that turns up among our texts is left out."""


def read_sentences(corpus: Path) -> list[tuple[str, str]]:
    """Source and text of every row of the open corpus, in its order."""
    with gzip.open(corpus / "zh_corpus" / "corpus_open.tsv.gz", "rt", encoding="utf-8") as rows:
        next(rows)
        return [(source, text.strip()) for source, _, text in (row.rstrip("\n").split("\t", 2) for row in rows)]


def balanced(sentences: Iterable[tuple[str, str]], most: int, chance: random.Random) -> list[str]:
    """At most `most` texts of each source, drawn at random."""
    by_source: dict[str, list[str]] = {}
    for source, text in sentences:
        by_source.setdefault(source, []).append(text)
    return [text for rows in by_source.values() for text in chance.sample(rows, min(most, len(rows)))]


def clauses_of(sentence: str) -> Iterator[str]:
    """The parts of a sentence between punctuation marks that are as long as an utterance."""
    parts = [part.strip() for part in CLAUSE_END.split(sentence)]
    if len(parts) > 1:
        yield from (part for part in parts if 4 <= len(part) <= 30)


def passages_of(sentences: Iterable[tuple[str, str]], chance: random.Random) -> Iterator[str]:
    """Neighbouring sentences of one source joined until a length drawn between 80 and 500 code points is reached."""
    for _, rows in itertools.groupby(sentences, key=lambda row: row[0]):
        joined, wanted = "", chance.randint(80, 500)
        for _, text in rows:
            joined += text
            if len(joined) >= wanted:
                yield joined[:500]
                joined, wanted = "", chance.randint(80, 500)


def held_out_lines(corpus: Path) -> set[str]:
    lines: set[str] = set()
    for name in HELD_OUT_SETS:
        path = corpus / name
        if path.exists():
            rows = map(json.loads, path.read_text("utf-8").splitlines())
            lines.update(row.get("text") or row["question"] for row in rows)
    return lines


def gather_texts(corpus: Path, sample: Path, settings: Settings) -> list[str]:
    """All distinct texts, in an order that depends on the settings alone.

    Args:
        corpus: Folder of the public data sets.
        sample: Folder of the product's sample hall.
    """
    def chance(part: str) -> random.Random:
        """A stream of its own for each part, so that changing one leaves the others as they were."""
        return random.Random(f"{settings.seed}/{part}")

    sentences = read_sentences(corpus)
    clauses = sorted({clause for _, text in sentences for clause in clauses_of(text)})
    passages = list(passages_of(sentences, chance("passages")))
    texts = [text[: settings.sentence_length] for text in balanced(sentences, settings.per_source, chance("sentences"))]
    texts += chance("clauses").sample(clauses, min(settings.clauses, len(clauses)))
    texts += chance("which passages").sample(passages, min(settings.passages, len(passages)))
    for name in names.read_names(corpus, sample):
        texts += utterances_about(name, settings.templates_per_name, chance(name.text))
    texts += names.read_sample_utterances(sample)
    texts += everyday_requests(names.read_places(corpus), settings.everyday, chance("everyday"))
    measured = held_out_lines(corpus)
    return [text for text in dict.fromkeys(texts) if text and text not in measured]
