"""What lies beside a retrieval model's graph."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..job import Job
from ..measure import bytes_of, latency_ms
from ..tokens import Tokens
from ..write import percent, write_json
from .pairs import Pairs
from .search import Search, of_file


def finish(folder: Path, job: Job, pairs: Pairs, search: Search, tokens: Tokens, hidden: int, title: str) -> dict:
    """Judges `model.onnx` in the folder by that very file, writes what belongs beside it, and returns the measures."""
    cosines = search.cosines(of_file(folder / "model.onnx", job.threads), tokens, job.hyper.maxLength)
    metrics = _metrics(pairs, search, cosines)
    config = {"schema": 1, "task": "retrieval", "maxLength": job.hyper.maxLength, "pooling": "cls", "embeddingSize": hidden, "tokenizer": {"padId": tokens.pad, "unit": tokens.unit}}
    write_json(folder / "config.json", config)
    write_json(folder / "metrics.json", metrics)
    (folder / "tokenizer.json").write_text(tokens.file, "utf-8")
    (folder / "card.md").write_text(card(job, metrics, config, title), "utf-8")
    own = metrics["vectors"]
    return {
        **{name: own[name] for name in ("recall1", "recall5", "mrr")},
        "bytes": bytes_of(folder),
        "latencyMs1": latency_ms(folder / "model.onnx", 1),
        "latencyMs8": latency_ms(folder / "model.onnx", 8),
    }


def _metrics(pairs: Pairs, search: Search, cosines: np.ndarray) -> dict:
    return {
        "schema": 1,
        "task": "retrieval",
        "sizes": {"train": len(pairs.train), "validation": len(pairs.validation), "test": len(pairs.test), "passages": len(pairs.passages)},
        "words": search.figures(search.words),
        "vectors": search.figures(cosines),
        "fused": search.figures(search.fused(cosines)),
    }


def card(job: Job, metrics: dict, config: dict, title: str) -> str:
    """`card.md`; Chinese first."""
    sizes = metrics["sizes"]
    rows = [f"| {name} | {percent(metrics[key]['recall1'])} | {percent(metrics[key]['recall5'])} | {metrics[key]['mrr']:.3f} |" for key, name in (("words", "字面 words (BM25)"), ("vectors", "向量 vectors"), ("fused", "融合 fused"))]
    return "\n".join(
        [
            "# 模型说明 · Model card",
            "",
            f"- 任务 Task: 检索 retrieval，{title}",
            f"- 基座 Base: {job.base.name if job.base else '从零开始 none'}",
            f"- 问答对 Pairs: 训练 train {sizes['train']} · 验证 validation {sizes['validation']} · 测试 test {sizes['test']} · 段落 passages {sizes['passages']}",
            f"- 种子 Seed: {job.seed} · 轮数 Epochs: {job.hyper.epochs} · 学习率 Learning rate: {job.hyper.learningRate:g} · 温度 Temperature: {job.hyper.temperature:g} · 难负例 Negatives: {job.hyper.negatives}",
            "",
            "| 测试 test | R@1 | R@5 | MRR |",
            "|---|---|---|---|",
            *rows,
            "",
            "## 局限 Limits",
            "",
            f"超过 {config['maxLength']} 个词元的文字被截断，长文应分段；与训练问答对差别很大的领域要另外测。",
            f"Texts beyond {config['maxLength']} tokens are cut, so long documents go in pieces; measure anew for fields far from the pairs that it was trained on.",
            "",
        ]
    )
