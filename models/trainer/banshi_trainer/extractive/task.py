"""From questions to a model that finds their answers."""

from __future__ import annotations

import shutil
from dataclasses import replace

import torch

from ..base import Base, read_base
from ..export import export
from ..features import batches_of
from ..job import Job
from ..problem import Problem
from ..quantise import quantise
from ..report import log
from ..workshop import INT8, ORIGINAL, Workshop, building
from .artifact import finish
from .features import WindowFeatures
from .model import Contract, ExtractiveModel, span_loss
from .questions import Question, Questions, read_questions
from .scores import figures
from .spans import find, of_model
from .windows import Window, windows_of

INT8_TOLERANCE = 0.01
"""What the INT8 variant may lose of the F1 of characters; beyond it the variant is refused."""


def read(job: Job) -> Questions:
    if job.distil:
        raise Problem("bad-job", "extractive answering knows no distillation; begin from the small encoder instead")
    return read_questions(job)


def run(workshop: Workshop, questions: Questions) -> list[dict]:
    job = workshop.job
    base = read_base(job.base, job.hyper, [text for question in questions.fitted for text in (question.question, question.context)])
    # A text is cut into windows of this many tokens, of which each was learned and none is longer.
    job = replace(job, hyper=replace(job.hyper, maxLength=min(job.hyper.maxLength, base.config.max_position_embeddings)))
    windows = {part: _windows(getattr(questions, part), base, job) for part in ("train", "validation", "test")}
    torch.manual_seed(job.seed)
    features = WindowFeatures(questions.train, windows["train"], base.tokens.pad, job.seed)

    def validate(model: ExtractiveModel) -> dict[str, float]:
        measured = figures(questions.validation, find(of_model(model), windows["validation"], base.tokens.pad))
        shown = {name: measured[name] for name in ("exactMatch", "f1", "sentence", "auroc", "answered") if measured[name] is not None}
        parts = [shown[name] for name in ("f1", "auroc") if name in shown]
        return {**shown, "score": sum(parts) / len(parts)}

    model, _ = workshop.train(
        "train",
        ExtractiveModel(base, job.hyper.dropout),
        job.hyper,
        batches=lambda epoch: [[epoch * len(features) + at for at in part] for part in batches_of(features.lengths, job.hyper.batchSize, job.seed, epoch)],
        collate=features.collate,
        loss=span_loss,
        validate=validate if questions.validation else None,
    )
    return _write(workshop, job, model, base, questions, windows) if workshop.is_first else []


def _windows(questions: list[Question], base: Base, job: Job) -> list[list[Window]]:
    return [windows_of(one.question, one.context, base.tokens, job.hyper.maxLength) for one in questions]


def _write(workshop: Workshop, job: Job, model: ExtractiveModel, base: Base, questions: Questions, windows: dict[str, list[list[Window]]]) -> list[dict]:
    workshop.begin("export")
    with building(job.folder / ORIGINAL) as folder:
        difference = export(Contract(model), model.encoder, folder / "model.onnx", {"start_logits": True, "end_logits": True}, types=True)
        log(f"{ORIGINAL}: largest difference to PyTorch {difference:.1e}")
        workshop.begin("evaluate")
        original = finish(folder, job, questions, windows, base.tokens, "原模型 original")
    variants = [{"variant": None, **original}]
    if job.quantise:
        workshop.begin("quantise")
        with building(job.folder / INT8) as folder:
            quantise(job.folder / ORIGINAL / "model.onnx", folder / "model.onnx")
            measures = finish(folder, job, questions, windows, base.tokens, "INT8 量化 quantised")
        lost = original["f1"] - measures["f1"]
        variants.append({"variant": "int8", **measures, "difference": -lost})
        if lost > INT8_TOLERANCE:
            log(f"the INT8 variant loses {lost:.3f} of F1 and is not kept", "warning")
            shutil.rmtree(job.folder / INT8)
            variants[-1]["refused"] = "accuracy"
    return variants
