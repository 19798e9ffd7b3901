"""An artifact folder: the graph, its tokenizer, what is needed to read its outputs, its metrics and its card."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .calibrate import choose_threshold, fit_temperature, is_out_of_scope, negative_log_likelihood
from .examples import Data, Example
from .job import Job
from .labels import Labels
from .measure import bytes_of, latency_ms
from .predict import Predictions, of_file, predict
from .scores import intent_scores, scope_scores, slot_scores, softmax
from .tokens import Tokens
from .write import percent, write_json


@dataclass(frozen=True)
class Context:
    """What all variants of a job share."""

    job: Job
    data: Data
    labels: Labels


def finish(folder: Path, context: Context, tokens: Tokens, hidden: int, title: str, held_out: Predictions | None = None) -> dict:
    """Judges `model.onnx` in the folder by that very file, writes what belongs beside it, and returns the measures.

    Temperature and threshold are fitted on `held_out` where the model has learned from the validation part itself.
    """
    job, data, labels = context.job, context.data, context.labels
    forward = of_file(folder / "model.onnx", job.threads)
    run = lambda examples: predict(forward, examples, tokens, labels, job.hyper.maxLength)  # noqa: E731
    config, calibration = _config(context, held_out or run(data.validation), tokens, hidden)
    metrics = _metrics(context, run(data.test), config, calibration)
    write_json(folder / "config.json", config)
    write_json(folder / "metrics.json", metrics)
    (folder / "tokenizer.json").write_text(tokens.file, "utf-8")
    (folder / "card.md").write_text(card(context, config, metrics, title), "utf-8")
    slots = metrics["slots"]
    return {
        "accuracy": metrics["intent"]["accuracy"],
        "macroF1": metrics["intent"]["macroF1"],
        "slotF1": slots["microF1"] if slots else None,
        "bytes": bytes_of(folder),
        "latencyMs1": latency_ms(folder / "model.onnx", 1),
        "latencyMs8": latency_ms(folder / "model.onnx", 8),
    }


def _config(context: Context, validation: Predictions, tokens: Tokens, hidden: int) -> tuple[dict, dict]:
    job, labels = context.job, context.labels
    logits, gold = _labelled(context, context.data.validation, validation)
    temperature = fit_temperature(logits, gold) if job.learns_intents else 1.0
    threshold, source = choose_threshold(softmax(logits, temperature), gold, _outside(labels))
    if not job.learns_intents:
        # It knows no intent, so every text is out of its scope.
        threshold, source = 1.0, "default"
    config = {
        "schema": 1,
        "intents": labels.intents,
        "slotLabels": labels.bio,
        "maxLength": job.hyper.maxLength,
        "pooling": "cls",
        "embeddingSize": hidden,
        "temperature": {"intent": temperature, "slot": 1.0},
        "outOfScope": {"threshold": threshold, "source": source},
        "tokenizer": {"padId": tokens.pad, "unit": tokens.unit},
    }
    return config, {
        "temperature": temperature,
        "nllBefore": negative_log_likelihood(logits, gold, 1.0),
        "nllAfter": negative_log_likelihood(logits, gold, temperature),
    }


def _metrics(context: Context, test: Predictions, config: dict, calibration: dict) -> dict:
    data, labels = context.data, context.labels
    with_intent = [at for at, example in enumerate(data.test) if example.intent is not None]
    examples = [data.test[at] for at in with_intent]
    shares = softmax(test.intent[with_intent], config["temperature"]["intent"]) if with_intent else np.zeros((0, len(labels.intents)))
    refused = is_out_of_scope(shares, _outside(labels), config["outOfScope"]["threshold"]) if with_intent else np.zeros(0, dtype=bool)
    gold = [labels.intent_ids.get(example.intent, -1) for example in examples]
    predicted = shares.argmax(-1).tolist() if with_intent else []
    return {
        "schema": 1,
        "sizes": {part: len(getattr(data, part)) for part in ("train", "validation", "test")},
        "intent": intent_scores([intent["key"] for intent in labels.intents], gold, predicted, shares.max(-1).tolist() if with_intent else []),
        "slots": slot_scores(labels.slots, [set(example.spans) for example in data.test], test.spans) if labels.slots else None,
        "outOfScope": scope_scores(context.job.intents, examples, refused.tolist()),
        "calibration": calibration,
    }


def validation_score(context: Context, predictions: Predictions) -> dict[str, float]:
    """What early stopping looks at: `score` is the macro-F1 of intents, the micro-F1 of slots, or the mean of both."""
    job, labels, examples = context.job, context.labels, context.data.validation
    found: dict[str, float] = {}
    if job.learns_intents:
        logits, gold = _labelled(context, examples, predictions)
        scores = intent_scores([intent["key"] for intent in labels.intents], gold.tolist(), logits.argmax(-1).tolist(), softmax(logits).max(-1).tolist())
        found |= {"accuracy": scores["accuracy"], "macroF1": scores["macroF1"]}
    slots = slot_scores(labels.slots, [set(example.spans) for example in examples], predictions.spans)
    if slots:
        found["slotF1"] = slots["microF1"]
    parts = [found[name] for name in ("macroF1", "slotF1") if name in found]
    return {**found, "score": sum(parts) / max(1, len(parts))}


def _labelled(context: Context, examples: list[Example], predictions: Predictions) -> tuple[np.ndarray, np.ndarray]:
    """Logits and classes of the examples whose intent the model knows."""
    ids = context.labels.intent_ids
    chosen = [at for at, example in enumerate(examples) if example.intent in ids]
    return predictions.intent[chosen].reshape(len(chosen), len(ids)), np.array([ids[examples[at].intent] for at in chosen], dtype=np.int64)


def _outside(labels: Labels) -> np.ndarray:
    return np.array([intent["outOfScope"] for intent in labels.intents], dtype=bool)


def card(context: Context, config: dict, metrics: dict, title: str) -> str:
    """`card.md`: what the model is, what it was measured at, and what not to expect of it; Chinese first."""
    job, intent, slots, sizes = context.job, metrics["intent"], metrics["slots"], metrics["sizes"]
    rows = [f"| {one['key']} | {percent(one['precision'])} | {percent(one['recall'])} | {percent(one['f1'])} | {one['support']} |" for one in intent["perIntent"]]
    return "\n".join(
        [
            "# 模型说明 · Model card",
            "",
            f"- 方法 Method: `full`，{title}",
            f"- 基座 Base: {job.base.name if job.base else '从零开始 none'}",
            f"- 语料 Utterances: 训练 train {sizes['train']} · 验证 validation {sizes['validation']} · 测试 test {sizes['test']}",
            f"- 意图 Intents: {len(config['intents'])} · 槽位 Slots: {(len(config['slotLabels']) - 1) // 2}",
            f"- 测试准确率 Test accuracy: {percent(intent['accuracy'])} · 宏平均 F1 Macro-F1: {percent(intent['macroF1'])} · 校准误差 ECE: {percent(intent['ece'])}",
            f"- 槽位 F1 Slot F1: {percent(slots['microF1']) if slots else '—'}",
            f"- 阈值 Threshold: {config['outOfScope']['threshold']} ({config['outOfScope']['source']}) · 温度 Temperature: {config['temperature']['intent']:.3f}",
            f"- 种子 Seed: {job.seed} · 轮数 Epochs: {job.hyper.epochs} · 学习率 Learning rate: {job.hyper.learningRate:g}",
            "",
            "## 局限 Limits",
            "",
            f"超过 {config['maxLength']} 个词元的文字被截断；每个意图的语料越少越不可靠；没有出现在训练语料里的说法要看基座模型。",
            f"Texts beyond {config['maxLength']} tokens are cut; the fewer utterances of an intent, the less it can be trusted; wordings that the training texts lack depend on the base model.",
            "",
            "## 各意图 Per intent",
            "",
            "| 意图 intent | 精确率 precision | 召回率 recall | F1 | 条数 support |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )
