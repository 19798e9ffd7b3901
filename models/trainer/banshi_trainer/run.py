"""One job from its data to its artifacts."""

from __future__ import annotations

import hashlib
import platform
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import accelerate
import torch
import transformers
from accelerate import Accelerator

from . import __version__
from .artifact import Context, finish, validation_score
from .base import Base, read_base
from .examples import Example, check, read_data
from .export import export
from .features import features_of
from .job import Job
from .labels import labels_of
from .model import JointModel, build_model
from .predict import of_model, predict
from .quantise import quantise
from .problem import Cancelled
from .report import Progress, log, say
from .scores import softmax
from .train import Run, train

INT8_TOLERANCE = 0.01
"""What the INT8 variant may lose of accuracy or of slot F1; beyond it the variant is refused."""
ORIGINAL, INT8, DISTILLED = "artifact", "artifact-int8", "artifact-distilled"


def run_job(job: Job, is_cancelled: Callable[[], bool]) -> None:
    torch.set_num_threads(max(1, job.threads))
    torch.use_deterministic_algorithms(True, warn_only=True)
    progress = Progress()
    progress.phase("prepare")
    data = read_data(job.data)
    for warning in check(data, [intent["key"] for intent in job.intents], job.slots, job.learns_intents):
        log(warning, "warning")
    context = Context(job, data, labels_of(job, data))
    accelerator = make_accelerator(job.device)
    if accelerator.is_main_process:
        say("environment", **environment(accelerator))
    work = Work(context, accelerator, progress, is_cancelled)

    model, base = work.fit("train", job.base)
    if not accelerator.is_main_process:
        return
    variants = [{"variant": None, **work.write(ORIGINAL, model, base, "原模型 original")}]
    if job.quantise:
        variants.append({"variant": "int8", **work.write_int8(base, variants[0])})
    if job.distil:
        progress.phase("distil")
        student, student_base = work.fit("distil", job.distil, teacher=(model, base))
        variants.append({"variant": "distilled", **work.write(DISTILLED, student, student_base, "蒸馏 distilled")})
    for variant in variants[1:]:
        variant["difference"] = variant["accuracy"] - variants[0]["accuracy"]
    say("done", variants=variants)


@dataclass(frozen=True)
class Work:
    context: Context
    accelerator: Accelerator
    progress: Progress
    is_cancelled: Callable[[], bool]

    def fit(self, phase: str, folder: Path | None, teacher: tuple[JointModel, Base] | None = None) -> tuple[JointModel, Base]:
        """A trained model that began from the folder; with a teacher it also learns the teacher's probabilities."""
        job, data, labels = self.context.job, self.context.data, self.context.labels
        base = read_base(folder, job.hyper, [example.text for example in data.fitted])
        hyper = replace(job.hyper, maxLength=min(job.hyper.maxLength, base.config.max_position_embeddings))
        torch.manual_seed(job.seed)
        model = build_model(base, labels, job.learns_intents, hyper.dropout)
        soft = self._soft(data.train, teacher) if teacher and job.learns_intents else None
        run = Run(
            phase=phase,
            hyper=hyper,
            seed=job.seed,
            fingerprint=fingerprint(job, phase),
            checkpoints=job.folder / "checkpoints" / phase,
            features=features_of(data.train, base.tokens, labels, hyper.maxLength, soft),
            pad=base.tokens.pad,
            classes=max(1, len(labels.intents)),
            validate=(lambda current: validation_score(self.context, self._predict(current, base, data.validation))) if data.validation else None,
            is_cancelled=self.is_cancelled,
            progress=self.progress,
        )
        return train(model, run, self.accelerator), base

    def write(self, name: str, model: JointModel, base: Base, title: str) -> dict:
        self._begin("export")
        with building(self.context.job.folder / name) as folder:
            difference = export(model, len(self.context.labels.intents), folder / "model.onnx")
            log(f"{name}: largest difference to PyTorch {difference:.1e}")
            self._begin("evaluate")
            return finish(folder, self.context, base.tokens, base.config.hidden_size, title)

    def write_int8(self, base: Base, original: dict) -> dict:
        self._begin("quantise")
        root = self.context.job.folder
        with building(root / INT8) as folder:
            quantise(root / ORIGINAL / "model.onnx", folder / "model.onnx")
            measures = finish(folder, self.context, base.tokens, base.config.hidden_size, "INT8 量化 quantised")
        lost = loss_between(original, measures, self.context.job)
        if lost > INT8_TOLERANCE:
            log(f"the INT8 variant loses {lost:.3f} of accuracy or slot F1 and is not kept", "warning")
            shutil.rmtree(root / INT8)
            return {**measures, "refused": "accuracy"}
        return measures

    def _begin(self, phase: str) -> None:
        if self.is_cancelled():
            raise Cancelled
        self.progress.phase(phase)

    def _predict(self, model: JointModel, base: Base, examples: list[Example]):
        return predict(of_model(model), examples, base.tokens, self.context.labels, self.context.job.hyper.maxLength)

    def _soft(self, examples: list[Example], teacher: tuple[JointModel, Base]) -> torch.Tensor:
        model, base = teacher
        return torch.from_numpy(softmax(self._predict(model, base, examples).intent))


def loss_between(original: dict, variant: dict, job: Job) -> float:
    """The larger of what a variant loses of accuracy and of slot F1, as far as they are learned and were measured."""
    names = [name for name, is_learned in (("accuracy", job.learns_intents), ("slotF1", job.learns_slots)) if is_learned]
    return max((original[name] - variant[name] for name in names if original[name] is not None and variant[name] is not None), default=0.0)


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
