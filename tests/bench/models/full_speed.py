"""Texts per second of the usual tutorial loop and of the trainer's own: one model, one set of texts, one machine, in turns.

`full_speed.py BASE ROWS THREADS ROUNDS`: ROWS is a JSONL of {"text", "intent"}. Prints {"plain": [...], "ours": [...]},
texts per second of each round. Needs PYTHONPATH=models/trainer.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import BertForSequenceClassification

from banshi_trainer.base import read_base
from banshi_trainer.examples import Example
from banshi_trainer.features import batches_of, collate, features_of
from banshi_trainer.job import Hyper
from banshi_trainer.labels import Labels
from banshi_trainer.model import build_model, training_loss
from banshi_trainer.report import Progress
from banshi_trainer.train import Run, train
from banshi_trainer.workshop import make_accelerator

PLAIN_STEPS = 5
OUR_TEXTS = 1024
HYPER = Hyper(epochs=1, patience=0, maxLength=64, checkpointSteps=10**9)


class Plain:
    """Every text padded to 512 tokens, two a batch, float32, AdamW at 2e-5: how BertForSequenceClassification is usually shown."""

    def __init__(self, base: Path, rows: list[dict], keys: list[str]) -> None:
        self.model = BertForSequenceClassification.from_pretrained(base, num_labels=len(keys), dtype=torch.float32).train()
        self.optimiser = torch.optim.AdamW(self.model.parameters(), lr=2e-5)
        tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        tokenizer.enable_truncation(512)
        tokenizer.enable_padding(length=512)
        self.encoded = tokenizer.encode_batch([row["text"] for row in rows[: 2 * (PLAIN_STEPS + 1)]])
        self.labels = torch.tensor([keys.index(row["intent"]) for row in rows])

    def rate(self) -> float:
        self._step(0)
        began = time.perf_counter()
        for at in range(1, PLAIN_STEPS + 1):
            self._step(2 * at)
        return 2 * PLAIN_STEPS / (time.perf_counter() - began)

    def _step(self, start: int) -> None:
        part = self.encoded[start : start + 2]
        ids, mask = (torch.tensor([getattr(one, name) for one in part]) for name in ("ids", "attention_mask"))
        self.model(input_ids=ids, attention_mask=mask, labels=self.labels[start : start + 2]).loss.backward()
        self.optimiser.step()
        self.optimiser.zero_grad()


class Timed(Progress):
    """The time at which each step ended."""

    def __init__(self) -> None:
        super().__init__()
        self.ends: list[float] = []

    def step(self, phase: str, step: int, steps: int, **facts: object) -> None:
        if step > len(self.ends):
            self.ends.append(time.perf_counter())


class Ours:
    """`train()` itself over one epoch of as many texts; its first step warms up."""

    def __init__(self, base: Path, rows: list[dict], keys: list[str]) -> None:
        self.examples = [Example(row["text"], row["intent"]) for row in rows[:OUR_TEXTS]]
        self.labels = Labels([{"key": key, "outOfScope": False} for key in keys], [])
        self.base = base
        self.accelerator = make_accelerator("cpu")

    def rate(self) -> float:
        base = read_base(self.base, HYPER, [example.text for example in self.examples])
        model = build_model(base, self.labels, True, HYPER.dropout)
        timed = Timed()
        with tempfile.TemporaryDirectory() as folder:
            features = features_of(self.examples, base.tokens, self.labels, HYPER.maxLength)
            lengths = [len(feature.ids) for feature in features]
            batches = lambda epoch: batches_of(lengths, HYPER.batchSize, 1, epoch)  # noqa: E731
            batch = lambda part: collate([features[at] for at in part], base.tokens.pad)  # noqa: E731
            loss = lambda current, given: training_loss(current, given, None, HYPER)  # noqa: E731
            train(model, Run("train", HYPER, 1, "speed", Path(folder), batches, batch, loss, None, lambda: False, timed), self.accelerator)
        return HYPER.batchSize * (len(timed.ends) - 1) / (timed.ends[-1] - timed.ends[0])


def main() -> None:
    base, rows = Path(sys.argv[1]), [json.loads(line) for line in Path(sys.argv[2]).read_text("utf-8").split("\n") if line]
    torch.set_num_threads(int(sys.argv[3]))
    keys = sorted({row["intent"] for row in rows})
    ways = {"plain": Plain(base, rows, keys), "ours": Ours(base, rows, keys)}
    rates: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(int(sys.argv[4])):
        for name, way in ways.items():
            rates[name].append(way.rate())
    print(json.dumps(rates))


main()
