"""The training loop."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import torch
from accelerate import Accelerator
from torch import Tensor, nn

from . import checkpoints
from .job import Hyper
from .optimise import make_optimiser, set_rate
from .problem import Cancelled, Problem
from .report import Progress, log

Model = TypeVar("Model", bound=nn.Module)


@dataclass(frozen=True)
class Run:
    """One training: of the model itself, or of its student."""

    phase: str
    hyper: Hyper
    seed: int
    fingerprint: str
    """Of all that decides the result; a checkpoint of another is not taken."""
    checkpoints: Path
    batches: Callable[[int], list[list[int]]]
    """Indices of the examples of each batch of an epoch; every epoch has equally many batches."""
    collate: Callable[[list[int]], Any]
    """The batch of such indices, with a method `to(device)`."""
    loss: Callable[[nn.Module, Any], Tensor]
    """Calls the model once with a batch and says how wrong it was, in float32."""
    validate: Callable[[nn.Module], dict[str, float]] | None
    """Metrics of the validation part, of which `score` decides what is best; None without such a part."""
    is_cancelled: Callable[[], bool]
    progress: Progress


@dataclass
class State:
    """Where a training stands, between two steps."""

    step: int = 0
    epoch: int = 0
    batch: int = 0
    """Of the epoch, to be done next; counts the batches of one process."""
    best_score: float = -1.0
    best_epoch: int = -1
    stale: int = 0
    is_finished: bool = False
    best_weights: dict[str, torch.Tensor] | None = None


def train(model: Model, run: Run, accelerator: Accelerator) -> tuple[Model, int]:
    """Trains in place, from the last checkpoint where there is one; returns the model with its best weights, and after
    how many epochs it had them.

    Dropout is seeded by (seed, step) and the order of batches by (seed, epoch), so a run that was cut off anywhere ends
    with the very weights of one that was not.
    """
    hyper = run.hyper
    optimiser = make_optimiser(model, hyper, accelerator.device)
    state = _resume(model, optimiser, run)
    model.to(accelerator.device)
    _move(optimiser, accelerator.device)
    prepared, optimiser = accelerator.prepare(model, optimiser)
    per_epoch = -(-len(_share(run.batches(0), accelerator)) // hyper.accumulation)
    steps = per_epoch * hyper.epochs

    while not state.is_finished:
        batches = _share(run.batches(state.epoch), accelerator)
        prepared.train()
        loss: float | None = None
        while state.batch < len(batches):
            set_rate(optimiser.optimizer if hasattr(optimiser, "optimizer") else optimiser, state.step, steps, hyper.warmup)
            loss = _step(prepared, optimiser, run, state, batches[state.batch : state.batch + hyper.accumulation], accelerator)
            state.step += 1
            state.batch += hyper.accumulation
            run.progress.step(run.phase, state.step, steps, epoch=state.epoch, loss=loss, lr=optimiser.param_groups[0]["lr"])
            if run.is_cancelled():
                _save(model, optimiser, run, state, accelerator)
                raise Cancelled
            if state.step % hyper.checkpointSteps == 0 and state.batch < len(batches):
                _save(model, optimiser, run, state, accelerator)
        _end_epoch(model, run, state, steps, loss)
        _save(model, optimiser, run, state, accelerator)
    # Without the wrapper that computes in bf16: what is exported and judged is float32.
    model = accelerator.unwrap_model(prepared, keep_fp32_wrapper=False)
    if state.best_weights is not None:
        model.load_state_dict(state.best_weights)
    return model.eval(), state.best_epoch if run.validate else state.epoch


def _step(prepared: nn.Module, optimiser, run: Run, state: State, parts: list[list[int]], accelerator: Accelerator) -> float:
    """One step of the optimiser over one or several batches; returns the mean loss."""
    total = 0.0
    for rank, part in enumerate(parts):
        torch.manual_seed(random.Random(f"{run.seed} {run.phase} {state.step} {rank} {accelerator.process_index}").getrandbits(63))
        batch = run.collate(part).to(accelerator.device)
        with accelerator.autocast():
            loss = run.loss(prepared, batch) / len(parts)
        if not torch.isfinite(loss):
            raise Problem("loss-not-finite", f"the loss is no longer finite at step {state.step}; use a lower learning rate", step=state.step)
        if loss.requires_grad:
            accelerator.backward(loss)
        total += loss.item()
    accelerator.clip_grad_norm_(prepared.parameters(), run.hyper.clip)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return total


def _end_epoch(model: nn.Module, run: Run, state: State, steps: int, loss: float | None) -> None:
    """Validates, keeps the best weights, and decides whether that was all."""
    metrics = run.validate(model.eval()) if run.validate else {}
    state.epoch, state.batch = state.epoch + 1, 0
    if run.validate:
        if metrics["score"] > state.best_score:
            state.best_score, state.best_epoch, state.stale = metrics["score"], state.epoch, 0
            state.best_weights = {name: value.detach().cpu().clone() for name, value in model.state_dict().items()}
        else:
            state.stale += 1
    is_stale = 0 < run.hyper.patience <= state.stale
    state.is_finished = is_stale or state.epoch >= run.hyper.epochs
    run.progress.step(run.phase, state.step, steps, epoch=state.epoch, loss=loss, metrics=metrics)
    if is_stale and state.epoch < run.hyper.epochs:
        log(f"ended after epoch {state.epoch}: no better score than that of epoch {state.best_epoch} for {state.stale} epochs")


def _resume(model: nn.Module, optimiser: torch.optim.Optimizer, run: Run) -> State:
    found = checkpoints.load(run.checkpoints, run.fingerprint)
    if found is None:
        return State()
    model.load_state_dict(found["model"])
    optimiser.load_state_dict(found["optimiser"])
    state = State(**found["state"], best_weights=found["best_weights"])
    log(f"{run.phase}: goes on from step {state.step}")
    return state


def _save(model: nn.Module, optimiser, run: Run, state: State, accelerator: Accelerator) -> None:
    accelerator.wait_for_everyone()
    if not accelerator.is_main_process:
        return
    plain = {name: value for name, value in vars(state).items() if name != "best_weights"}
    checkpoints.save(
        run.checkpoints,
        state.step,
        {"fingerprint": run.fingerprint, "state": plain, "best_weights": state.best_weights, "model": {name: value.detach().cpu() for name, value in model.state_dict().items()}, "optimiser": optimiser.state_dict()},
    )


def _share(batches: list[list[int]], accelerator: Accelerator) -> list[list[int]]:
    """Those of this process; all processes get equally many, the first ones twice where they do not divide."""
    world = accelerator.num_processes
    padded = batches + batches[: -len(batches) % world]
    return padded[accelerator.process_index :: world]


def _move(optimiser: torch.optim.Optimizer, device: torch.device) -> None:
    for moments in optimiser.state.values():
        for name, value in moments.items():
            if isinstance(value, torch.Tensor) and name != "step":
                moments[name] = value.to(device)
