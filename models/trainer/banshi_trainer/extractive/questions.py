"""Questions with a text and where in it they are answered."""

from __future__ import annotations

from dataclasses import dataclass

from ..job import Job
from ..problem import Problem
from ..report import log
from ..rows import read_rows, text_of

LEAST_ANSWERED = 6


@dataclass(frozen=True)
class Question:
    question: str
    context: str
    answers: tuple[tuple[int, int], ...]
    """First code point of each right answer and the one after its last; none where the text does not answer."""


@dataclass(frozen=True)
class Questions:
    train: list[Question]
    validation: list[Question]
    test: list[Question]

    @property
    def fitted(self) -> list[Question]:
        return [*self.train, *self.validation]


def read_questions(job: Job) -> Questions:
    """Rows `{"question", "context", "answers": [{"start", "end"}]}` in code points. Raises the first Problem."""
    found = Questions(*([_question(raw, place) for raw, place in read_rows(job.data.get(part))] for part in ("train", "validation", "test")))
    if not found.train:
        raise Problem("empty-set", "the training set holds no question")
    answered = sum(bool(question.answers) for question in found.train)
    if answered < LEAST_ANSWERED:
        raise Problem("too-few", f"only {answered} questions have an answer; at least {LEAST_ANSWERED} are needed", labelled=answered, needed=LEAST_ANSWERED)
    if answered == len(found.train):
        log("every question has an answer, so the model cannot learn when there is none", "warning")
    return found


def _question(raw: dict, place: str) -> Question:
    question, context = text_of(raw, "question", place), text_of(raw, "context", place)
    answers = []
    for answer in raw.get("answers") or []:
        try:
            start, end = int(answer["start"]), int(answer["end"])
        except (TypeError, KeyError, ValueError) as error:
            raise Problem("bad-job", f"{place}: an answer without start and end") from error
        if not 0 <= start < end <= len(context):
            raise Problem("span-outside", f"{place}: the answer {start}–{end} does not lie in the {len(context)} characters of 「{context[:40]}」", text=context[:200], label="answer")
        answers.append((start, end))
    return Question(question, context, tuple(answers))
