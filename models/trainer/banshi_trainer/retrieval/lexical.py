"""BM25 (Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009) over pairs of neighbouring characters."""

from __future__ import annotations

import unicodedata
from collections import Counter

import numpy as np

K1 = 1.2
B = 0.75


def grams(text: str) -> list[str]:
    """Pairs of letters, digits and Hanzi in small letters, over punctuation and white space; a lone one is its own."""
    characters = [one for one in unicodedata.normalize("NFKC", text).lower() if unicodedata.category(one)[0] in "LN"]
    return characters if len(characters) == 1 else [a + b for a, b in zip(characters, characters[1:])]


class LexicalIndex:
    def __init__(self, passages: list[str]) -> None:
        postings: dict[str, tuple[list[int], list[int]]] = {}
        lengths = np.zeros(len(passages))
        for at, text in enumerate(passages):
            counts = Counter(grams(text))
            lengths[at] = sum(counts.values())
            for gram, count in counts.items():
                where, how_often = postings.setdefault(gram, ([], []))
                where.append(at)
                how_often.append(count)
        self._size = len(passages)
        self._spread = K1 * (1 - B + B * lengths / max(1e-9, float(lengths.mean()) if len(lengths) else 1))
        self._postings = {gram: (np.array(where), np.array(how_often)) for gram, (where, how_often) in postings.items()}

    def scores(self, query: str) -> tuple[np.ndarray, float]:
        """Of every passage, and the largest that a passage could have."""
        scores, limit = np.zeros(self._size), 0.0
        for gram in set(grams(query)):
            where, counts = self._postings.get(gram, (np.zeros(0, dtype=int), np.zeros(0)))
            idf = float(np.log(1 + (self._size - len(where) + 0.5) / (len(where) + 0.5)))
            limit += idf * (K1 + 1)
            scores[where] += idf * counts * (K1 + 1) / (counts + self._spread[where])
        return scores, limit

    def best(self, query: str, count: int) -> list[int]:
        """The passages with the highest scores above zero, best first."""
        scores, _ = self.scores(query)
        top = np.argsort(-scores, kind="stable")[:count]
        return [int(at) for at in top if scores[at] > 0]
