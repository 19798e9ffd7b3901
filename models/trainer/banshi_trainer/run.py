"""One job from its data to its artifacts."""

from __future__ import annotations

from collections.abc import Callable

import torch

from . import extractive, retrieval, understanding
from .job import Job
from .report import Progress, say
from .workshop import Workshop, environment, make_accelerator

TASKS = {"joint": understanding, "intent": understanding, "slots": understanding, "retrieval": retrieval, "extractive": extractive}


def run_job(job: Job, is_cancelled: Callable[[], bool]) -> None:
    torch.set_num_threads(max(1, job.threads))
    torch.use_deterministic_algorithms(True, warn_only=True)
    progress = Progress()
    progress.phase("prepare")
    task = TASKS[job.task]
    # Bad data is said before the device is looked at, which takes seconds.
    data = task.read(job)
    accelerator = make_accelerator(job.device)
    if accelerator.is_main_process:
        say("environment", **environment(accelerator))
    variants = task.run(Workshop(job, accelerator, progress, is_cancelled), data)
    if accelerator.is_main_process:
        say("done", variants=variants)
