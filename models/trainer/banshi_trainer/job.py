"""`job.json`: what is to be trained."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from .problem import Problem

TASKS = ("joint", "intent", "slots", "retrieval", "extractive")


@dataclass(frozen=True)
class Shape:
    """Of an encoder that begins from nothing."""

    layers: int = 2
    hidden: int = 128
    heads: int = 2
    intermediate: int = 512


@dataclass(frozen=True)
class Hyper:
    """Hyper-parameters; the defaults suit small Chinese encoders."""

    epochs: int = 8
    learningRate: float = 1e-4
    batchSize: int = 32
    patience: int = 3
    """Epochs without a better validation score after which it ends; 0 for never."""
    maxLength: int = 128
    """In tokens, the special ones included."""
    headRate: float = 5.0
    """Learning rate of the heads, as a multiple."""
    layerDecay: float = 1.0
    """The rate is multiplied by this for each layer further down."""
    weightDecay: float = 0.01
    warmup: float = 0.1
    """Share of the steps in which the rate rises; then it falls linearly to zero."""
    dropout: float = 0.1
    accumulation: int = 1
    clip: float = 1.0
    slotWeight: float = 1.0
    classWeights: bool = False
    labelSmoothing: float = 0.0
    """Share of the probability that is spread over all intents."""
    rDrop: float = 0.0
    """Weight of the agreement between two passes of each text, which dropout makes differ; 0 for one pass alone."""
    refit: bool = False
    """Whether the model is trained once more on training and validation part together, for as many epochs as the
    validation found best (all of them without early stopping). Temperature and threshold come from before."""
    temperature: float = 0.05
    """Of `retrieval`: cosines are divided by it before the softmax; the lower, the more the hardest passages count."""
    negatives: int = 2
    """Of `retrieval`: passages that share words with a question and do not answer it, in each batch, per question."""
    checkpointSteps: int = 200
    pruneVocabulary: bool = True
    """Whether rare word pieces of a large vocabulary are dropped: a smaller, faster model."""
    shape: Shape = field(default_factory=Shape)


@dataclass(frozen=True)
class Job:
    folder: Path
    task: str
    base: Path | None
    data: dict[str, Path]
    intents: list[dict[str, Any]]
    """`{"key", "outOfScope"}` in the order that the administrator sees."""
    slots: list[str]
    hyper: Hyper
    seed: int
    threads: int
    device: str
    distil: Path | None
    """Folder of the encoder whose shape the student takes."""
    quantise: bool

    @property
    def learns_intents(self) -> bool:
        return self.task != "slots"

    @property
    def learns_slots(self) -> bool:
        return self.task != "intent"


def read_job(folder: Path) -> Job:
    """Throws `bad-job` for a file that is missing or not of schema 1."""
    try:
        raw = json.loads((folder / "job.json").read_text("utf-8"))
        if raw["schema"] != 1:
            raise ValueError(f"schema {raw['schema']} is not known")
        if raw["task"] not in TASKS:
            raise ValueError(f"task {raw['task']} is not known")
        distil = raw.get("distil")
        return Job(
            folder=folder,
            task=raw["task"],
            base=folder / raw["base"] if raw.get("base") else None,
            data={part: folder / path for part, path in raw["data"].items()},
            intents=raw.get("labels", {}).get("intents", []),
            slots=raw.get("labels", {}).get("slots", []),
            hyper=_hyper(raw.get("hyper", {})),
            seed=int(raw.get("seed", 1)),
            threads=int(raw.get("threads", 1)),
            device=raw.get("device", "auto"),
            distil=folder / distil["base"] if distil else None,
            quantise=bool(raw.get("quantise", False)),
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise Problem("bad-job", f"job.json: {error}") from error


def _hyper(raw: dict[str, Any]) -> Hyper:
    known = {one.name: one.type for one in fields(Hyper)}
    unknown = sorted(set(raw) - set(known))
    if unknown:
        raise ValueError(f"unknown hyper-parameters {', '.join(unknown)}")
    shape = Shape(**raw["shape"]) if raw.get("shape") else Shape()
    return Hyper(**{**raw, "shape": shape})
