"""`python -m recipe --teacher DIR --corpus DIR --sample DIR --out DIR --work DIR`: the whole distillation.

Whatever was done before in the same work folder is not done again; stopping it at any moment loses a minute at most.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch  # noqa: E402  (the thread policy must be set before)

from .card import write_card  # noqa: E402
from .evaluate import evaluate  # noqa: E402
from .export import write_folder  # noqa: E402
from .files import write_atomically  # noqa: E402
from .gather import texts_of  # noqa: E402
from .progress import say  # noqa: E402
from .seal import seal  # noqa: E402
from .serve import Encoder  # noqa: E402
from .settings import Settings  # noqa: E402
from .start import start_from  # noqa: E402
from .teacher import Teacher, cached  # noqa: E402
from .train import train  # noqa: E402
from .vocabulary import Vocabulary, choose_characters  # noqa: E402


def arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="recipe", description="Distils the sentence encoder that ships with the product.")
    parser.add_argument("--teacher", type=Path, required=True, help="Hugging Face folder of the teacher")
    parser.add_argument("--teacher-license", default="MIT")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of the public data sets")
    parser.add_argument("--sample", type=Path, required=True, help="folder of the sample hall")
    parser.add_argument("--work", type=Path, required=True, help="where texts, the teacher's vectors and checkpoints are kept")
    parser.add_argument("--out", type=Path, required=True, help="where the finished encoder goes")
    parser.add_argument("--run", default="run", help="name of this run's folder in the work folder")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=JSON", help="another value for a setting")
    return parser.parse_args(argv)


def settings_of(changes: list[str]) -> Settings:
    """The settings with changes such as `epochs=3` or `teacher_layers=[0,1,3]`."""
    values = {name: json.loads(value) for name, value in (change.split("=", 1) for change in changes)}
    if "teacher_layers" in values:
        values["teacher_layers"] = tuple(values["teacher_layers"])
    return dataclasses.replace(Settings(), **values)


def main(argv: list[str]) -> None:
    asked = arguments(argv)
    settings = settings_of(asked.set)
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    run = asked.work / asked.run
    run.mkdir(parents=True, exist_ok=True)
    check_same(run / "settings.json", settings)

    texts = texts_of(asked.work, asked.corpus, asked.sample, settings)
    teacher = Teacher(asked.teacher)
    vocabulary = Vocabulary(choose_characters(texts, teacher.tokenizer.get_vocab()))
    cache = cached(teacher, texts, asked.work / "teacher")
    student = start_from(teacher.model, teacher.tokenizer.get_vocab(), vocabulary, settings)
    training = train(student, cache, vocabulary, settings, run / "checkpoint.pt")
    say("trained", training["steps"], training["steps"], **{name: training[name] for name in ("cosine", "token_cosine")})

    origin = {"name": asked.teacher.resolve().name, "license": asked.teacher_license, "sha256": teacher.sha256}
    write_folder(student, vocabulary, settings, origin, asked.out)
    description, config = (json.loads((asked.out / name).read_text("utf-8")) for name in ("encoder.json", "config.json"))
    scores = evaluate(Encoder(asked.out, settings.threads), asked.corpus)
    corpus = {"texts": len(texts), "characters": sum(map(len, texts))}
    write_card(asked.out, description, config, settings, corpus, training, scores)
    write_atomically(run / "results.json", json.dumps({"training": training, "scores": scores}, indent=2).encode())
    say("done", 1, 1, hash=seal(asked.out), training=training, scores=scores)


def check_same(path: Path, settings: Settings) -> None:
    """A run is resumed with its own settings only."""
    if path.exists() and path.read_text() != settings.to_json():
        sys.exit(f"{path.parent} was begun with other settings; name another --run or --work")
    path.write_text(settings.to_json())


if __name__ == "__main__":
    main(sys.argv[1:])
