"""What decides the result of a distillation. Saved beside every checkpoint and in the model card."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Every number that changes the weights; two runs with equal settings, data and threads give equal weights."""

    teacher_layers: tuple[int, ...] = (0, 3)
    """Layers of the teacher (from 0) that the student starts from, in order; their count is the student's depth."""
    intermediate: int = 2048
    """Width of the feed-forward parts. Below the teacher's, the neurons with the smallest weights are left out."""
    max_length: int = 512
    """Longest input in tokens, [CLS] and [SEP] included; also the number of position vectors kept."""
    sentence_length: int = 64
    """Longest single sentence in code points; longer rows are cut."""
    per_source: int = 6000
    """Sentences drawn from one source at most: statutes would outweigh everything else."""
    passages: int = 1200
    """How many passages of 80 to 500 code points are joined from neighbouring sentences, for the later positions."""
    clauses: int = 50000
    """How many clauses (sentences cut at commas) are drawn: most utterances are as short as they are."""
    templates_per_name: int = 8
    """How many utterances are generated for each service, rule or law name."""
    everyday: int = 16000
    """How many everyday requests are generated, what people say to an assistant besides asking for services."""
    batch_tokens: int = 4096
    """Tokens of one batch, padding included: short texts come in large batches, which the similarity loss likes."""
    epochs: int = 2
    learning_rate: float = 5e-4
    """Peak of AdamW's rate; linear warm-up over 5 % of the steps, then a cosine down to 2 % of the peak."""
    weight_decay: float = 0.01
    similarity_weight: float = 3.0
    """Weight of the squared difference between the two matrices of in-batch similarities."""
    token_weight: float = 0.5
    """Weight of the cosine distance between the last hidden states of each character: what slot heads read."""
    held_out: int = 2000
    """Texts kept out of training, to measure how near the student comes to the teacher."""
    seed: int = 7
    threads: int = 1
    """Torch threads. Another count adds numbers up in another order, so it belongs to the settings. On a busy machine
    one is faster than two: nothing waits at the end of every operation."""

    def __post_init__(self) -> None:
        if not self.teacher_layers or self.epochs < 1 or self.batch_tokens < self.max_length or self.intermediate % 8:
            raise ValueError(f"impossible settings: {self}")

    def to_json(self) -> str:
        return json.dumps(dataclasses.asdict(self), sort_keys=True)
