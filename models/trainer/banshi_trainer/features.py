"""Examples as numbers, and batches of similar length in an order that only (seed, epoch) decides."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from .examples import Example, Span
from .labels import Labels
from .tokens import Place, Tokens

IGNORED = -100
POOL = 50
"""Batches that are sorted by length together: short texts meet short ones, and the order stays random."""


@dataclass(frozen=True)
class Feature:
    ids: list[int]
    intent: int
    """Index of the intent, or IGNORED."""
    slots: list[int]
    """BIO label of each token; IGNORED for [CLS] and [SEP]."""
    soft: Tensor | None = None
    """Intent probabilities of a teacher."""


@dataclass(frozen=True)
class Batch:
    """int64 [B, T] but `intent` [B] and `soft` float [B, I]."""

    ids: Tensor
    mask: Tensor
    intent: Tensor
    slots: Tensor
    soft: Tensor | None

    def to(self, device: torch.device) -> Batch:
        soft = None if self.soft is None else self.soft.to(device)
        return Batch(self.ids.to(device), self.mask.to(device), self.intent.to(device), self.slots.to(device), soft)

    def doubled(self) -> Batch:
        """Every text twice: the whole batch, and then again."""
        soft = None if self.soft is None else self.soft.repeat(2, 1)
        return Batch(self.ids.repeat(2, 1), self.mask.repeat(2, 1), self.intent.repeat(2), self.slots.repeat(2, 1), soft)


def features_of(examples: list[Example], tokens: Tokens, labels: Labels, max_length: int, soft: Tensor | None = None) -> list[Feature]:
    intents = labels.intent_ids
    found = []
    for at, example in enumerate(examples):
        encoded = tokens.encode(example.text, max_length)
        bio = bio_labels(encoded.places, example.spans, labels)
        intent = intents.get(example.intent, IGNORED) if example.intent is not None else IGNORED
        found.append(Feature(encoded.ids, intent, [IGNORED, *bio, IGNORED], None if soft is None else soft[at]))
    return found


def bio_labels(places: list[Place], spans: tuple[Span, ...], labels: Labels) -> list[int]:
    """One label a token. A token belongs to the span that holds its first character."""
    begin = labels.begin_ids
    found = [0] * len(places)
    for span in spans:
        if span.slot not in begin:
            continue
        inside = [at for at, (start, end) in enumerate(places) if span.start <= start < span.end and end > start]
        for rank, at in enumerate(inside):
            found[at] = begin[span.slot] + min(rank, 1)
    return found


def batches_of(lengths: list[int], size: int, seed: int, epoch: int) -> list[list[int]]:
    """Indices of what has these lengths, for each batch of an epoch; every one once."""
    order = random.Random(f"{seed} {epoch}")
    shuffled = list(range(len(lengths)))
    order.shuffle(shuffled)
    batches = []
    for start in range(0, len(shuffled), POOL * size):
        pool = sorted(shuffled[start : start + POOL * size], key=lambda at: lengths[at])
        batches += [pool[at : at + size] for at in range(0, len(pool), size)]
    order.shuffle(batches)
    return batches


def collate(features: list[Feature], pad: int) -> Batch:
    """Padded to the longest of the batch."""
    width = max(len(feature.ids) for feature in features)
    fill = lambda rows, value: torch.tensor([row + [value] * (width - len(row)) for row in rows])  # noqa: E731
    soft = None if features[0].soft is None else torch.stack([feature.soft for feature in features])
    return Batch(
        ids=fill([feature.ids for feature in features], pad),
        mask=fill([[1] * len(feature.ids) for feature in features], 0),
        intent=torch.tensor([feature.intent for feature in features]),
        slots=fill([feature.slots for feature in features], IGNORED),
        soft=soft,
    )
