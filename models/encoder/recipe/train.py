"""The training loop."""

from __future__ import annotations

import math
import time
from pathlib import Path

import torch

from .batches import batch_order, collate
from .checkpoint import load_checkpoint, save_checkpoint
from .losses import similarity_loss, token_loss, vector_loss
from .progress import say
from .settings import Settings
from .student import Student
from .teacher import TeacherCache
from .vocabulary import Vocabulary

SAVE_SECONDS = 60
WARM_UP, LAST_RATE = 0.05, 0.02


def rate_at(step: int, steps: int) -> float:
    """Share of the peak learning rate at a step (from 0)."""
    warm = max(1, int(steps * WARM_UP))
    if step < warm:
        return (step + 1) / warm
    done = (step - warm) / max(1, steps - warm)
    return LAST_RATE + (1 - LAST_RATE) * (1 + math.cos(math.pi * done)) / 2


def split_held_out(count: int, settings: Settings) -> tuple[list[int], list[int]]:
    """Indices to train on and indices kept out, spread over all lengths."""
    stride = max(2, count // max(1, settings.held_out))
    return [at for at in range(count) if at % stride], list(range(0, count, stride))


def optimizer_for(student: Student, settings: Settings) -> torch.optim.AdamW:
    matrices = [value for value in student.parameters() if value.dim() > 1]
    others = [value for value in student.parameters() if value.dim() == 1]
    groups = [{"params": matrices, "weight_decay": settings.weight_decay}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=settings.learning_rate, betas=(0.9, 0.98), fused=True)


def train(student: Student, cache: TeacherCache, vocabulary: Vocabulary, settings: Settings, checkpoint: Path) -> dict:
    """Trains in place, from `checkpoint` on where there is one.

    Returns:
        Held-out scores: `cosine` to the teacher's vectors, `token_cosine`, and the seconds of training.
    """
    kept, held_out = split_held_out(len(cache.texts), settings)
    lengths = [min(len(cache.texts[at]) + 2, settings.max_length) for at in kept]
    epochs = [batch_order(lengths, settings.batch_tokens, settings.seed, epoch) for epoch in range(settings.epochs)]
    steps = sum(map(len, epochs))
    optimizer = optimizer_for(student, settings)
    step, seconds = 0, 0.0
    if saved := load_checkpoint(checkpoint):
        student.load_state_dict(saved["student"])
        optimizer.load_state_dict(saved["optimizer"])
        step, seconds = saved["step"], saved["seconds"]

    def save() -> None:
        save_checkpoint(checkpoint, {"student": student.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "seconds": seconds})

    student.train()
    last = saved_at = time.monotonic()
    for batch in [batch for epoch in epochs for batch in epoch][step:]:
        ids, mask, vectors, hidden = collate(cache, [kept[at] for at in batch], vocabulary, settings.max_length)
        for group in optimizer.param_groups:
            group["lr"] = settings.learning_rate * rate_at(step, steps)
        with torch.autocast("cpu", torch.bfloat16):
            found, states = student(ids, mask)
        parts = (
            vector_loss(found, vectors),
            similarity_loss(found, vectors) * settings.similarity_weight,
            token_loss(states, hidden) * settings.token_weight,
        )
        loss = sum(parts)
        if not torch.isfinite(loss):
            raise FloatingPointError(f"the loss is not finite at step {step}; take a lower learning rate")
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
        optimizer.step()
        step += 1
        now = time.monotonic()
        seconds, last = seconds + now - last, now
        if step % 50 == 0:
            vector, similarity, token = (round(float(part.detach()), 4) for part in parts)
            left = round(seconds / step * (steps - step))
            say("train", step, steps, vector=vector, similarity=similarity, token=token, secondsLeft=left)
        if now - saved_at > SAVE_SECONDS:
            save()
            saved_at = time.monotonic()
    save()
    return {**held_out_scores(student, cache, held_out, vocabulary, settings), "seconds": round(seconds), "steps": steps}


@torch.inference_mode()
def held_out_scores(student: Student, cache: TeacherCache, held_out: list[int], vocabulary: Vocabulary, settings: Settings) -> dict:
    """Mean cosine to the teacher over texts that were not trained on: sentence vectors, and characters in context."""
    student.eval()
    distances, tokens = [], []
    for first in range(0, len(held_out), 64):
        ids, mask, vectors, hidden = collate(cache, held_out[first : first + 64], vocabulary, settings.max_length)
        found, states = student(ids, mask)
        distances += (1 - (found * vectors).sum(-1)).tolist()
        tokens.append(float(token_loss(states, hidden)))
    return {"cosine": round(1 - sum(distances) / len(distances), 4), "token_cosine": round(1 - sum(tokens) / len(tokens), 4)}
