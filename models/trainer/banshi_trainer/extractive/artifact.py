"""What lies beside an extractive model's graph."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

import numpy as np

from ..calibrate import fit_temperature
from ..job import Job
from ..measure import ROUNDS, bytes_of
from ..predict import open_session
from ..tokens import Tokens
from ..write import percent, write_json
from .questions import Question, Questions
from .scores import figures, threshold_of
from .spans import ANSWER_TOKENS, Found, find, of_file
from .windows import QUESTION_TOKENS, Window

LATENCY_LENGTH = 128
"""Tokens of a question with a clause."""


def finish(folder: Path, job: Job, questions: Questions, windows: dict[str, list[list[Window]]], tokens: Tokens, title: str) -> dict:
    """Judges `model.onnx` in the folder by that very file, writes what belongs beside it, and returns the measures."""
    forward = of_file(folder / "model.onnx", job.threads)
    answer = calibrated(questions.validation, find(forward, windows["validation"], tokens.pad))
    config = {
        "schema": 1,
        "task": "extractive",
        "maxLength": job.hyper.maxLength,
        "questionTokens": min(QUESTION_TOKENS, job.hyper.maxLength // 2),
        "answerTokens": ANSWER_TOKENS,
        "answer": answer,
        "tokenizer": {"padId": tokens.pad, "unit": tokens.unit},
    }
    found = find(forward, windows["test"], tokens.pad)
    metrics = {
        "schema": 1,
        "task": "extractive",
        "sizes": {part: len(getattr(questions, part)) for part in ("train", "validation", "test")},
        "spans": figures(questions.test, found),
        "atThreshold": at_threshold(questions.test, found, answer["threshold"]),
    }
    write_json(folder / "config.json", config)
    write_json(folder / "metrics.json", metrics)
    (folder / "tokenizer.json").write_text(tokens.file, "utf-8")
    (folder / "card.md").write_text(card(job, metrics, config, title), "utf-8")
    spans = metrics["spans"]
    return {
        **{name: spans[name] for name in ("exactMatch", "f1", "sentence", "auroc", "answered")},
        "bytes": bytes_of(folder),
        "latencyMs1": latency_ms(folder / "model.onnx", 1),
        "latencyMs8": latency_ms(folder / "model.onnx", 8),
    }


def calibrated(questions: list[Question], found: list[Found]) -> dict:
    """The score from which a span is an answer, and the divisor that makes a probability of what a score has above it."""
    is_answered = np.array([bool(question.answers) for question in questions], dtype=np.int64)
    scores = np.array([span.score for span in found])
    if is_answered.all() or not is_answered.any():
        return {"threshold": 0.0, "temperature": 1.0, "source": "default"}
    threshold = threshold_of(scores[is_answered == 0])
    above = scores - threshold
    return {"threshold": threshold, "temperature": fit_temperature(np.stack([np.zeros_like(above), above], axis=1), is_answered), "source": "examples"}


def at_threshold(questions: list[Question], found: list[Found], threshold: float) -> dict:
    """Shares of the answerable questions that are answered, and of the others."""
    answered = lambda wanted: [span.score >= threshold for question, span in zip(questions, found) if bool(question.answers) == wanted]  # noqa: E731
    share = lambda flags: sum(flags) / len(flags) if flags else None  # noqa: E731
    return {"answered": share(answered(True)), "falselyAnswered": share(answered(False))}


def latency_ms(path: Path, batch: int) -> float:
    """Median milliseconds of one run on one thread."""
    session = open_session(path, 1)
    ones = np.ones((batch, LATENCY_LENGTH), dtype=np.int64)
    feed = {"input_ids": ones, "attention_mask": ones, "token_type_ids": ones}
    times = []
    for _ in range(ROUNDS // 3):
        began = time.perf_counter()
        session.run(None, feed)
        times.append(1000 * (time.perf_counter() - began))
    return median(times)


def card(job: Job, metrics: dict, config: dict, title: str) -> str:
    """`card.md`; Chinese first."""
    sizes, spans, at = metrics["sizes"], metrics["spans"], metrics["atThreshold"]
    share = lambda value: "—" if value is None else percent(value)  # noqa: E731
    return "\n".join(
        [
            "# 模型说明 · Model card",
            "",
            f"- 任务 Task: 抽取式问答 extractive answering，{title}",
            f"- 基座 Base: {job.base.name if job.base else '从零开始 none'}",
            f"- 问题 Questions: 训练 train {sizes['train']} · 验证 validation {sizes['validation']} · 测试 test {sizes['test']}（其中无答案 without an answer {spans['unanswerable']}）",
            f"- 完全一致 Exact: {percent(spans['exactMatch'])} · 字 F1 Characters: {percent(spans['f1'])} · 答案所在句 Sentence: {percent(spans['sentence'])}",
            f"- 拒答 No answer: AUROC {'—' if spans['auroc'] is None else format(spans['auroc'], '.3f')} · 误答 5 % 时可答率 answered at 5 % false {share(spans['answered'])}",
            f"- 阈值 Threshold: {config['answer']['threshold']:.2f} ({config['answer']['source']})，可答率 answered {share(at['answered'])} · 误答率 falsely answered {share(at['falselyAnswered'])}",
            f"- 种子 Seed: {job.seed} · 轮数 Epochs: {job.hyper.epochs} · 学习率 Learning rate: {job.hyper.learningRate:g}",
            "",
            "## 局限 Limits",
            "",
            f"答案是原文的一段，不超过 {config['answerTokens']} 个词元；要综合多处才能回答的问题答不了。",
            f"An answer is a piece of the text of at most {config['answerTokens']} tokens; questions that need several places are beyond it.",
            "",
        ]
    )
