"""What every task needs to train and to write what it made."""

from __future__ import annotations

import hashlib
import platform
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import accelerate
import torch
import transformers
from accelerate import Accelerator
from torch import nn

from . import __version__
from .job import Hyper, Job
from .problem import Cancelled
from .report import Progress
from .train import Run, train

Model = TypeVar("Model", bound=nn.Module)

ORIGINAL, INT8, DISTILLED = "artifact", "artifact-int8", "artifact-distilled"


@dataclass(frozen=True)
class Workshop:
    job: Job
    accelerator: Accelerator
    progress: Progress
    is_cancelled: Callable[[], bool]

    @property
    def is_first(self) -> bool:
        """Whether this process writes; of several, all but one only train."""
        return self.accelerator.is_main_process

    def begin(self, phase: str) -> None:
        if self.is_cancelled():
            raise Cancelled
        self.progress.phase(phase)

    def train(
        self,
        phase: str,
        model: Model,
        hyper: Hyper,
        batches: Callable[[int], list[list[int]]],
        collate: Callable[[list[int]], Any],
        loss: Callable[[nn.Module, Any], torch.Tensor],
        validate: Callable[[Model], dict[str, float]] | None,
    ) -> tuple[Model, int]:
        """See `train`."""
        job = self.job
        run = Run(phase, hyper, job.seed, fingerprint(job, phase), job.folder / "checkpoints" / phase, batches, collate, loss, validate, self.is_cancelled, self.progress)
        return train(model, run, self.accelerator)


class building:
    """A folder that appears under its name only when all in it is written."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.partial = target.with_name(target.name + ".partial")

    def __enter__(self) -> Path:
        for folder in (self.partial, self.target):
            shutil.rmtree(folder, ignore_errors=True)
        self.partial.mkdir(parents=True)
        return self.partial

    def __exit__(self, kind: type | None, *_: object) -> None:
        if kind is None:
            self.partial.rename(self.target)
        else:
            shutil.rmtree(self.partial, ignore_errors=True)


def make_accelerator(device: str) -> Accelerator:
    """bf16 where the device computes in it, else float32."""
    is_cpu = device == "cpu" or not torch.cuda.is_available()
    has_bf16 = torch.cpu._is_avx512_bf16_supported() if is_cpu else torch.cuda.is_bf16_supported()
    return Accelerator(cpu=is_cpu, mixed_precision="bf16" if has_bf16 else "no")


def environment(accelerator: Accelerator) -> dict[str, str | int]:
    device = accelerator.device
    return {
        "trainer": __version__,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "transformers": transformers.__version__,
        "accelerate": accelerate.__version__,
        "device": torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu",
        "precision": accelerator.mixed_precision,
        "threads": torch.get_num_threads(),
        "processes": accelerator.num_processes,
    }


def fingerprint(job: Job, phase: str) -> str:
    """Of all that decides the weights, so that a checkpoint of other data or settings is never taken."""
    parts = [phase, repr(job.task), repr(job.hyper), repr(job.seed), repr(job.intents), repr(job.slots)]
    for path in [*job.data.values(), *(folder / "model.safetensors" for folder in (job.base, job.distil) if folder)]:
        parts.append(hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "absent")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
