"""Batches of about equally long texts, in an order that depends on (seed, epoch) alone."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from .teacher import TeacherCache
from .vocabulary import PAD, Vocabulary

POOL = 64
"""Batches whose texts are sorted by length together: enough to waste little padding, few enough to mix."""
LARGEST = 384
"""Texts in one batch at most."""


def batch_order(lengths: Sequence[int], batch_tokens: int, seed: int, epoch: int) -> list[list[int]]:
    """Indices of every batch of an epoch; each text occurs once.

    Args:
        lengths: Tokens of each text.
        batch_tokens: Tokens of a batch at most, padding included.
    """
    chance = random.Random(f"{seed}/{epoch}")
    order = list(range(len(lengths)))
    chance.shuffle(order)
    mean = max(1, sum(lengths) // max(1, len(lengths)))
    pool = POOL * max(1, batch_tokens // mean)
    batches: list[list[int]] = []
    for first in range(0, len(order), pool):
        batches += _cut(sorted(order[first : first + pool], key=lambda at: lengths[at]), lengths, batch_tokens)
    chance.shuffle(batches)
    return batches


def _cut(order: list[int], lengths: Sequence[int], batch_tokens: int) -> Iterator[list[int]]:
    batch: list[int] = []
    for at in order:
        if batch and (lengths[at] * (len(batch) + 1) > batch_tokens or len(batch) == LARGEST):
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def collate(cache: TeacherCache, chosen: Sequence[int], vocabulary: Vocabulary, max_length: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids and mask [B, T] int64, the teacher's vectors [B, H] and hidden states [B, T, H] (zeros where none)."""
    rows = [vocabulary.encode(cache.texts[at], max_length) for at in chosen]
    length, width = max(map(len, rows)), cache.vectors.shape[1]
    ids = torch.full((len(rows), length), PAD)
    hidden = torch.zeros(len(rows), length, width)
    for n, (at, row) in enumerate(zip(chosen, rows)):
        ids[n, : len(row)] = torch.tensor(row)
        first = int(cache.offsets[at])
        hidden[n, 1 : len(row) - 1] = torch.from_numpy(np.asarray(cache.hidden[first : first + len(row) - 2], np.float32))
    vectors = torch.from_numpy(np.asarray(cache.vectors[list(chosen)], np.float32))
    return ids, (ids != PAD).long(), torch.nn.functional.normalize(vectors, dim=-1), hidden
