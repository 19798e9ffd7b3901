"""How good the vectors are on public sets that no text of the training came from."""

from __future__ import annotations

import json
import math
import time
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.svm import LinearSVC

from .serve import Encoder

RRF = 60
"""Reciprocal rank fusion's constant (Cormack et al. 2009)."""


def evaluate(encoder: Encoder, data: Path) -> dict:
    """Scores of every set that `data` holds, and the latency of one text of 14 characters in milliseconds."""
    found: dict = {"latency_ms": latency(encoder)}
    for name, train, test in (
        ("smp2017", ("smp2017_ecdt/train.jsonl", "smp2017_ecdt/dev.jsonl"), "smp2017_ecdt/test.jsonl"),
        ("crosswoz", ("crosswoz_user_turns/train.jsonl",), "crosswoz_user_turns/test.jsonl"),
    ):
        if (data / test).exists():
            found[name] = intents(encoder, [row for part in train for row in _rows(data / part)], _rows(data / test))
    folder = data / "univ_cduestc_retrieval"
    if folder.exists():
        found["cduestc"] = retrieval(encoder, _rows(folder / "queries.jsonl"), _rows(folder / "chunks.jsonl"))
    return found


def intents(encoder: Encoder, train: list[dict], test: list[dict]) -> dict:
    """A linear classifier on the vector beside character 1–2-gram TF-IDF; and on each of the two alone."""
    wanted, truth = [row["intent"] for row in train], [row["intent"] for row in test]
    grams = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), sublinear_tf=True)
    lexical = grams.fit_transform(row["text"] for row in train), grams.transform(row["text"] for row in test)
    dense = tuple(csr_matrix(encoder.vectors([row["text"] for row in part])) for part in (train, test))
    both = tuple(hstack(parts).tocsr() for parts in zip(dense, lexical))
    found = {}
    for name, (fitted, asked) in {"ngrams": lexical, "vector": dense, "both": both}.items():
        guess = LinearSVC(C=1.0, random_state=0).fit(fitted, wanted).predict(asked)
        found[name] = {"accuracy": _share(guess == np.array(truth)), "macro_f1": round(float(f1_score(truth, guess, average="macro", zero_division=0)), 4)}
    return found


def retrieval(encoder: Encoder, queries: list[dict], chunks: list[dict]) -> dict:
    """R@1 and R@5 of the right page: vectors, BM25 over character bigrams, and both fused by reciprocal ranks."""
    texts = [f"{chunk['title']} {chunk['section']}\n{chunk['content']}" for chunk in chunks]
    questions = [query["question"] for query in queries]
    dense = encoder.vectors(questions) @ encoder.vectors(texts).T
    lexical = bm25(questions, texts)
    fused = sum(1 / (RRF + 1 + np.argsort(np.argsort(-scores, axis=1, kind="stable"), axis=1)) for scores in (dense, lexical))
    pages = np.array([chunk["page"] for chunk in chunks])
    found = {}
    for name, scores in {"bm25": lexical, "vector": dense, "fused": fused}.items():
        ranked = pages[np.argsort(-scores, axis=1, kind="stable")]
        found[name] = {f"r@{top}": _share([query["page"] in row[:top] for query, row in zip(queries, ranked)]) for top in (1, 5)}
    return found


def bm25(queries: list[str], texts: list[str], k1: float = 1.2, b: float = 0.75) -> np.ndarray:
    """Okapi BM25 over character bigrams, [queries, texts]."""
    counts = [Counter(_bigrams(text)) for text in texts]
    lengths = np.array([sum(count.values()) for count in counts])
    spread = k1 * (1 - b + b * lengths / lengths.mean())
    scores = np.zeros((len(queries), len(texts)))
    for row, query in enumerate(queries):
        for gram in set(_bigrams(query)):
            here = np.array([count[gram] for count in counts])
            having = np.count_nonzero(here)
            scores[row] += math.log(1 + (len(texts) - having + 0.5) / (having + 0.5)) * here * (k1 + 1) / (here + spread)
    return scores


def latency(encoder: Encoder, length: int = 14, runs: int = 200) -> float:
    text = "我想咨询一下办理居住证的材料"[:length]
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        encoder.run([text])
        times.append(time.perf_counter() - start)
    return round(sorted(times)[runs // 2] * 1000, 2)


def _bigrams(text: str) -> list[str]:
    kept = "".join(character for character in text.lower() if character.isalnum())
    return [kept[at : at + 2] for at in range(len(kept) - 1)] or [kept]


def _share(right) -> float:
    return round(float(np.mean(right)), 4)


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
