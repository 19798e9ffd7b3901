"""How far the student is from the teacher."""

from __future__ import annotations

import torch
from torch import Tensor


def vector_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Mean cosine distance of sentence vectors [B, H] of length 1."""
    return (1 - (student * teacher).sum(-1)).mean()


def similarity_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Mean squared difference of the two matrices of similarities within the batch, each text with itself left out."""
    difference = student @ student.T - teacher @ teacher.T
    count = len(student)
    return difference.pow(2).sum() / max(1, count * (count - 1))


def token_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """Mean cosine distance of hidden states [N, H]; rows where the teacher has none (zeros) do not count."""
    known = teacher.abs().sum(-1) > 0
    distance = 1 - torch.nn.functional.cosine_similarity(student.float(), teacher, dim=-1)
    return (distance * known).sum() / known.sum().clamp(min=1)
