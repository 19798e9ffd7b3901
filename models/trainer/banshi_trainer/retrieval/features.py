"""Pairs as numbers, each with passages that do not answer."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from ..job import Hyper
from ..tokens import Tokens
from .lexical import LexicalIndex
from .pairs import Pairs

CANDIDATES = 12
"""Passages nearest by words from which an epoch draws its negatives."""


@dataclass(frozen=True)
class Batch:
    query_ids: Tensor
    query_mask: Tensor
    ids: Tensor
    """Of the passages: those that answer, in the order of the questions, then the negatives."""
    mask: Tensor
    is_answer: Tensor
    """bool [B, P]: passages that answer a question besides its own; they count neither for nor against."""

    def to(self, device: torch.device) -> Batch:
        return Batch(*(part.to(device) for part in (self.query_ids, self.query_mask, self.ids, self.mask, self.is_answer)))


class PairFeatures:
    """The pairs of the training part. Example `n` of epoch `e` has index e · N + n, so that every epoch draws other negatives."""

    def __init__(self, pairs: Pairs, tokens: Tokens, hyper: Hyper, seed: int) -> None:
        self.pairs, self.hyper, self.seed, self.pad = pairs.train, hyper, seed, tokens.pad
        self.answers = pairs.answers()
        self.passages = pairs.passages
        self.place = {text: at for at, text in enumerate(pairs.passages)}
        self.ids = [tokens.encode(text, hyper.maxLength).ids for text in pairs.passages]
        self.queries = [tokens.encode(pair.query, hyper.maxLength).ids for pair in self.pairs]
        self.lengths = [len(self.ids[self.place[pair.positive]]) for pair in self.pairs]
        index = LexicalIndex(pairs.passages) if hyper.negatives else None
        self.near = [self._near(at, index) for at in range(len(self.pairs))]

    def _near(self, at: int, index: LexicalIndex | None) -> list[int]:
        if index is None:
            return []
        pair = self.pairs[at]
        found = [self.place[text] for text in pair.negatives] + index.best(pair.query, CANDIDATES + len(self.answers[pair.query]))
        return [one for one in dict.fromkeys(found) if self.passages[one] not in self.answers[pair.query]][:CANDIDATES]

    def collate(self, indices: list[int]) -> Batch:
        chosen = [index % len(self.pairs) for index in indices]
        passages = [self.place[self.pairs[at].positive] for at in chosen]
        passages += [negative for index, at in zip(indices, chosen) for negative in self._negatives(index, at)]
        query_ids, query_mask = padded([self.queries[at] for at in chosen], self.pad)
        ids, mask = padded([self.ids[one] for one in passages], self.pad)
        is_answer = torch.tensor([[self.passages[one] in self.answers[self.pairs[at].query] for one in passages] for at in chosen])
        is_answer[torch.arange(len(chosen)), torch.arange(len(chosen))] = False
        return Batch(query_ids, query_mask, ids, mask, is_answer)

    def _negatives(self, index: int, at: int) -> list[int]:
        near = self.near[at]
        return random.Random(f"{self.seed} negatives {index}").sample(near, min(self.hyper.negatives, len(near)))


def padded(rows: list[list[int]], pad: int) -> tuple[Tensor, Tensor]:
    width = max(len(row) for row in rows)
    ids = torch.tensor([row + [pad] * (width - len(row)) for row in rows])
    return ids, torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
