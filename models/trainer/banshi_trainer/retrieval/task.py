"""From pairs to a model that gives vectors."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import torch
from safetensors.torch import save_file

from ..base import Base, read_base
from ..export import export
from ..features import batches_of
from ..job import Job
from ..problem import Problem
from ..quantise import quantise
from ..report import log
from ..workshop import INT8, ORIGINAL, Workshop, building
from ..write import write_json
from .artifact import finish
from .features import PairFeatures
from .model import Contract, RetrievalModel, contrastive_loss
from .pairs import Pairs, read_pairs
from .search import Search, of_model

INT8_TOLERANCE = 0.01
"""What the INT8 variant may lose of recall at 1; beyond it the variant is refused."""
ENCODER = "encoder"
"""Folder of the trained encoder in the layout of a base model, so that another training can begin from it."""


def read(job: Job) -> Pairs:
    if job.distil:
        raise Problem("bad-job", "retrieval knows no distillation; begin from the small encoder instead")
    return read_pairs(job)


def run(workshop: Workshop, pairs: Pairs) -> list[dict]:
    job = workshop.job
    base = read_base(job.base, job.hyper, [*pairs.passages, *(pair.query for pair in pairs.fitted)])
    hyper = replace(job.hyper, maxLength=min(job.hyper.maxLength, base.config.max_position_embeddings))
    torch.manual_seed(job.seed)
    features = PairFeatures(pairs, base.tokens, hyper, job.seed)
    answers = pairs.answers()
    # Among the passages that answer something: a large collection would take longer than the epoch.
    validation = Search.over(pairs.validation, pairs.answering, answers)

    def validate(model: RetrievalModel) -> dict[str, float]:
        cosines = validation.cosines(of_model(model), base.tokens, hyper.maxLength)
        own, fused = validation.figures(cosines), validation.figures(validation.fused(cosines))
        return {"recall1": own["recall1"], "recall5": own["recall5"], "mrr": own["mrr"], "fusedMrr": fused["mrr"], "score": own["mrr"]}

    model, _ = workshop.train(
        "train",
        RetrievalModel(base, hyper.dropout),
        hyper,
        batches=lambda epoch: [[epoch * len(pairs.train) + at for at in part] for part in batches_of(features.lengths, hyper.batchSize, job.seed, epoch)],
        collate=features.collate,
        loss=lambda current, batch: contrastive_loss(current, batch, hyper.temperature),
        validate=validate if pairs.validation else None,
    )
    if not workshop.is_first:
        return []
    return _write(workshop, model, base, pairs, Search.over(pairs.test, pairs.passages, answers))


def _write(workshop: Workshop, model: RetrievalModel, base: Base, pairs: Pairs, search: Search) -> list[dict]:
    job, hidden = workshop.job, base.config.hidden_size
    workshop.begin("export")
    with building(job.folder / ENCODER) as folder:
        write_encoder(folder, model, base)
    with building(job.folder / ORIGINAL) as folder:
        difference = export(Contract(model), model.encoder, folder / "model.onnx", {"embedding": False})
        log(f"{ORIGINAL}: largest difference to PyTorch {difference:.1e}")
        workshop.begin("evaluate")
        original = finish(folder, job, pairs, search, base.tokens, hidden, "原模型 original")
    variants = [{"variant": None, **original}]
    if job.quantise:
        workshop.begin("quantise")
        with building(job.folder / INT8) as folder:
            quantise(job.folder / ORIGINAL / "model.onnx", folder / "model.onnx")
            measures = finish(folder, job, pairs, search, base.tokens, hidden, "INT8 量化 quantised")
        lost = original["recall1"] - measures["recall1"]
        variants.append({"variant": "int8", **measures, "difference": -lost})
        if lost > INT8_TOLERANCE:
            log(f"the INT8 variant loses {lost:.3f} of recall at 1 and is not kept", "warning")
            shutil.rmtree(job.folder / INT8)
            variants[-1]["refused"] = "recall"
    return variants


def write_encoder(folder: Path, model: RetrievalModel, base: Base) -> None:
    """`config.json`, `model.safetensors` in float16 and `tokenizer.json`."""
    weights = {name: value.detach().cpu().to(torch.float16).contiguous() for name, value in model.encoder.state_dict().items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    write_json(folder / "config.json", {**base.config.to_dict(), "model_type": "bert", "architectures": ["BertModel"]})
    (folder / "tokenizer.json").write_text(base.tokens.file, "utf-8")
