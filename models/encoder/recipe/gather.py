"""The texts of one distillation, gathered once: what is resumed goes on with the very same texts."""

from __future__ import annotations

import json
from pathlib import Path

from .corpus import gather_texts
from .files import write_atomically
from .progress import say
from .settings import Settings


def texts_of(work: Path, corpus: Path, sample: Path, settings: Settings) -> list[str]:
    path = work / "texts.json"
    if not path.exists():
        work.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(gather_texts(corpus, sample, settings), ensure_ascii=False).encode())
    texts = json.loads(path.read_text("utf-8"))
    say("texts", len(texts), len(texts), characters=sum(map(len, texts)))
    return texts
