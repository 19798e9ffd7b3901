"""The tasks `joint`, `intent` and `slots`: what an utterance wants, and what it says."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from .artifact import Context, finish, validation_score
from .base import Base, read_base
from .examples import Data, Example, check, read_data
from .export import export_understanding
from .features import IGNORED, Feature, batches_of, collate, features_of
from .job import Hyper, Job
from .labels import labels_of
from .model import JointModel, build_model, training_loss
from .predict import Predictions, of_model, predict
from .quantise import quantise
from .report import log
from .scores import softmax
from .workshop import DISTILLED, INT8, ORIGINAL, Workshop, building

INT8_TOLERANCE = 0.01
"""What the INT8 variant may lose of accuracy or of slot F1; beyond it the variant is refused."""


def read(job: Job) -> Data:
    data = read_data(job.data)
    for warning in check(data, [intent["key"] for intent in job.intents], job.slots, job.learns_intents):
        log(warning, "warning")
    return data


def run(workshop: Workshop, data: Data) -> list[dict]:
    """Trains, writes and measures the model and the variants that were asked for."""
    job = workshop.job
    work = Work(workshop, Context(job, data, labels_of(job, data)))
    original = work.fit("train", job.base)
    student = None
    if job.distil:
        workshop.begin("distil")
        student = work.fit("distil", job.distil, original)
    if not workshop.is_first:
        return []
    variants = [{"variant": None, **work.write(ORIGINAL, original, "原模型 original")}]
    if job.quantise:
        variants.append({"variant": "int8", **work.write_int8(original, variants[0])})
    if student:
        variants.append({"variant": "distilled", **work.write(DISTILLED, student, "蒸馏 distilled")})
    for variant in variants[1:]:
        variant["difference"] = variant["accuracy"] - variants[0]["accuracy"]
    return variants


@dataclass(frozen=True)
class Fitted:
    model: JointModel
    base: Base
    held_out: Predictions | None
    """For the validation part, of a model that has not learned from it; None where that is this very model."""


@dataclass(frozen=True)
class Work:
    workshop: Workshop
    context: Context

    def fit(self, phase: str, folder: Path | None, teacher: Fitted | None = None) -> Fitted:
        """A trained model that began from the folder; with a teacher it also learns the teacher's probabilities."""
        job, data = self.context.job, self.context.data
        base = read_base(folder, job.hyper, [example.text for example in data.fitted])
        hyper = replace(job.hyper, maxLength=min(job.hyper.maxLength, base.config.max_position_embeddings))
        model, epochs = self._train(phase, base, hyper, data.train, teacher)
        if not (hyper.refit and data.validation):
            return Fitted(model, base, None)
        held_out = self._predict(model, base, data.validation)
        self.workshop.begin("refit")
        again = replace(hyper, epochs=epochs if hyper.patience else hyper.epochs, patience=0)
        # The same rows of the vocabulary as before, but none of what was learned.
        base = read_base(folder, job.hyper, [example.text for example in data.fitted])
        model, _ = self._train(f"{phase}-refit", base, again, data.fitted, teacher, is_validated=False)
        return Fitted(model, base, held_out)

    def _train(self, phase: str, base: Base, hyper: Hyper, examples: list[Example], teacher: Fitted | None, is_validated: bool = True) -> tuple[JointModel, int]:
        job, data, labels = self.context.job, self.context.data, self.context.labels
        torch.manual_seed(job.seed)
        model = build_model(base, labels, job.learns_intents, hyper.dropout)
        soft = self._soft(examples, teacher) if teacher and job.learns_intents else None
        features = features_of(examples, base.tokens, labels, hyper.maxLength, soft)
        lengths = [len(feature.ids) for feature in features]
        weights = class_weights(features, max(1, len(labels.intents))).to(self.workshop.accelerator.device) if hyper.classWeights else None
        return self.workshop.train(
            phase,
            model,
            hyper,
            batches=lambda epoch: batches_of(lengths, hyper.batchSize, job.seed, epoch),
            collate=lambda part: collate([features[at] for at in part], base.tokens.pad),
            loss=lambda current, batch: training_loss(current, batch, weights, hyper),
            validate=(lambda current: validation_score(self.context, self._predict(current, base, data.validation))) if data.validation and is_validated else None,
        )

    def write(self, name: str, fitted: Fitted, title: str) -> dict:
        self.workshop.begin("export")
        with building(self.context.job.folder / name) as folder:
            difference = export_understanding(fitted.model, len(self.context.labels.intents), folder / "model.onnx")
            log(f"{name}: largest difference to PyTorch {difference:.1e}")
            self.workshop.begin("evaluate")
            return self._finish(folder, fitted, title)

    def write_int8(self, fitted: Fitted, original: dict) -> dict:
        self.workshop.begin("quantise")
        root = self.context.job.folder
        with building(root / INT8) as folder:
            quantise(root / ORIGINAL / "model.onnx", folder / "model.onnx")
            measures = self._finish(folder, fitted, "INT8 量化 quantised")
        lost = loss_between(original, measures, self.context.job)
        if lost > INT8_TOLERANCE:
            log(f"the INT8 variant loses {lost:.3f} of accuracy or slot F1 and is not kept", "warning")
            shutil.rmtree(root / INT8)
            return {**measures, "refused": "accuracy"}
        return measures

    def _finish(self, folder: Path, fitted: Fitted, title: str) -> dict:
        return finish(folder, self.context, fitted.base.tokens, fitted.base.config.hidden_size, title, fitted.held_out)

    def _predict(self, model: JointModel, base: Base, examples: list[Example]) -> Predictions:
        return predict(of_model(model), examples, base.tokens, self.context.labels, self.context.job.hyper.maxLength)

    def _soft(self, examples: list[Example], teacher: Fitted) -> Tensor:
        return torch.from_numpy(softmax(self._predict(teacher.model, teacher.base, examples).intent))


def class_weights(features: list[Feature], classes: int) -> Tensor:
    """Inverse frequency, so that every intent weighs the same in sum."""
    counts = torch.ones(classes)
    for feature in features:
        if feature.intent != IGNORED:
            counts[feature.intent] += 1
    return counts.sum() / (classes * counts)


def loss_between(original: dict, variant: dict, job: Job) -> float:
    """The larger of what a variant loses of accuracy and of slot F1, as far as they are learned and were measured."""
    names = [name for name, is_learned in (("accuracy", job.learns_intents), ("slotF1", job.learns_slots)) if is_learned]
    return max((original[name] - variant[name] for name in names if original[name] is not None and variant[name] is not None), default=0.0)
