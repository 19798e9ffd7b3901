"""Windows as numbers, drawn anew for every epoch."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from ..retrieval.features import padded
from .questions import Question
from .windows import Window, span_in


@dataclass(frozen=True)
class Batch:
    ids: Tensor
    types: Tensor
    mask: Tensor
    allowed: Tensor
    """bool [B, T]: tokens at which an answer may begin and end, and [CLS], which stands for none."""
    start: Tensor
    end: Tensor

    def to(self, device: torch.device) -> Batch:
        return Batch(*(part.to(device) for part in (self.ids, self.types, self.mask, self.allowed, self.start, self.end)))


class WindowFeatures:
    """Of every question a window with its answer and one without, as far as there are such. Example `n` of epoch `e` has
    index e · N + n, so that every epoch draws other windows of long texts."""

    def __init__(self, questions: list[Question], windows: list[list[Window]], pad: int, seed: int) -> None:
        self.pad, self.seed = pad, seed
        self.items: list[list[tuple[Window, tuple[int, int]]]] = []
        for question, own in zip(questions, windows):
            found = [(window, _target(window, question)) for window in own]
            for is_answered in (True, False):
                group = [(window, target) for window, target in found if (target != (0, 0)) == is_answered and not (target == (0, 0) and _is_cut(window, question))]
                if group:
                    self.items.append(group)
        self.lengths = [max(len(window.ids) for window, _ in group) for group in self.items]

    def __len__(self) -> int:
        return len(self.items)

    def collate(self, indices: list[int]) -> Batch:
        chosen = [random.Random(f"{self.seed} window {index}").choice(self.items[index % len(self.items)]) for index in indices]
        ids, types, mask, allowed = tensors([window for window, _ in chosen], self.pad)
        return Batch(ids, types, mask, allowed, torch.tensor([start for _, (start, _) in chosen]), torch.tensor([end for _, (_, end) in chosen]))


def _target(window: Window, question: Question) -> tuple[int, int]:
    """Of the first answer that lies in it; [CLS] twice where none does."""
    return next((span for answer in question.answers if (span := span_in(window, answer))), (0, 0))


def _is_cut(window: Window, question: Question) -> bool:
    """Whether it holds a part of an answer: neither right nor wrong, so nothing is learned from it."""
    return bool(window.places) and any(start < window.places[-1][1] and end > window.places[0][0] for start, end in question.answers)


def tensors(windows: list[Window], pad: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """ids, types, mask and allowed."""
    ids, mask = padded([window.ids for window in windows], pad)
    types = padded([window.types for window in windows], 0)[0] * mask
    allowed = torch.zeros_like(ids, dtype=torch.bool)
    allowed[:, 0] = True
    for row, window in enumerate(windows):
        allowed[row, window.first : window.first + len(window.places)] = True
    return ids, types, mask, allowed
