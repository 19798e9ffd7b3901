"""How well questions find their passages: by words, by vectors, and by both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch

from ..predict import open_session
from ..tokens import Tokens
from .features import padded
from .lexical import LexicalIndex
from .model import RetrievalModel
from .pairs import Pair

BATCH = 32
MEANING = 0.8
"""Weight of cosines beside words where no passage has any word of the question."""
Embed = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""int64 [B, T] ids and mask → [B, H]."""


def of_model(model: RetrievalModel) -> Embed:
    device = next(model.parameters()).device

    @torch.inference_mode()
    def embed(ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        return model.embed(torch.from_numpy(ids).to(device), torch.from_numpy(mask).to(device)).float().cpu().numpy()

    return embed


def of_file(path, threads: int) -> Embed:
    session = open_session(path, threads)
    return lambda ids, mask: session.run(["embedding"], {"input_ids": ids, "attention_mask": mask})[0]


def vectors(embed: Embed, texts: list[str], tokens: Tokens, max_length: int) -> np.ndarray:
    """[N, H], in the order of the texts."""
    rows = [tokens.encode(text, max_length).ids for text in texts]
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    found: np.ndarray | None = None
    for start in range(0, len(order), BATCH):
        part = order[start : start + BATCH]
        given = embed(*(tensor.numpy() for tensor in padded([rows[at] for at in part], tokens.pad)))
        found = np.zeros((len(rows), given.shape[1]), dtype=np.float32) if found is None else found
        found[part] = given
    return found if found is not None else np.zeros((0, 1), dtype=np.float32)


@dataclass(frozen=True)
class Search:
    """A set of questions over all passages; the scores by words are computed once."""

    questions: list[str]
    passages: list[str]
    answers: list[list[int]]
    words: np.ndarray
    """[Q, P], shares of the best score that a passage could have."""

    @staticmethod
    def over(pairs: list[Pair], passages: list[str], answers: dict[str, set[str]]) -> Search:
        place = {text: at for at, text in enumerate(passages)}
        questions = list(dict.fromkeys(pair.query for pair in pairs))
        index = LexicalIndex(passages) if questions else None
        words = np.zeros((len(questions), len(passages)), dtype=np.float32)
        for row, question in enumerate(questions):
            scores, limit = index.scores(question)
            words[row] = scores / max(limit, 1e-9)
        return Search(questions, passages, [sorted(place[text] for text in answers[question]) for question in questions], words)

    def cosines(self, embed: Embed, tokens: Tokens, max_length: int) -> np.ndarray:
        return vectors(embed, self.questions, tokens, max_length) @ vectors(embed, self.passages, tokens, max_length).T if self.questions else self.words

    def figures(self, scores: np.ndarray) -> dict:
        """Recall at 1 and 5 and the mean reciprocal rank of the first passage that answers; ties count against it."""
        ranks = []
        for row, own in enumerate(self.answers):
            best = scores[row, own].max()
            others = np.delete(scores[row], own)
            ranks.append(1 + int((others >= best).sum()))
        share = lambda test: sum(map(test, ranks)) / max(1, len(ranks))  # noqa: E731
        return {"recall1": share(lambda rank: rank == 1), "recall5": share(lambda rank: rank <= 5), "mrr": share(lambda rank: 1 / rank), "support": len(ranks)}

    def fused(self, cosines: np.ndarray) -> np.ndarray:
        """Words count the more, the more of the question's words the best passage holds."""
        if not self.questions:
            return cosines
        return self.words + MEANING * (1 - self.words.max(axis=1, keepdims=True)) * cosines
