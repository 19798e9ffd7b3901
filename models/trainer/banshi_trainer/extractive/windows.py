"""A question and a text as rows of tokens: long texts in windows that overlap by half."""

from __future__ import annotations

from dataclasses import dataclass

from ..tokens import Place, Tokens

QUESTION_TOKENS = 64
"""Longer questions are cut."""


@dataclass(frozen=True)
class Window:
    """[CLS] question [SEP] part of the text [SEP]."""

    ids: list[int]
    first: int
    """Place in `ids` of the first token of the text."""
    places: list[Place]
    """Of the tokens of the text that lie in it, in code points of the whole text."""

    @property
    def types(self) -> list[int]:
        return [0] * self.first + [1] * (len(self.ids) - self.first)


def windows_of(question: str, context: str, tokens: Tokens, max_length: int) -> list[Window]:
    """At least one. The text of each follows from the one before by half of what there is room for."""
    asked = tokens.encode(question, min(QUESTION_TOKENS, max_length // 2) + 2).ids
    whole = tokens.encode_whole(context)
    end, inner = whole.ids[-1], whole.ids[1:-1]
    room = max(2, max_length - len(asked) - 1)
    step = max(1, room // 2)
    found = []
    start = 0
    while True:
        part = inner[start : start + room]
        found.append(Window([*asked, *part, end], len(asked), whole.places[start : start + room]))
        if start + room >= len(inner):
            return found
        start += step


def span_in(window: Window, answer: tuple[int, int]) -> tuple[int, int] | None:
    """Places in `ids` of the first and last token of an answer that lies wholly in the window."""
    start, end = answer
    inside = [at for at, (begin, finish) in enumerate(window.places) if begin < end and finish > start]
    if not inside or window.places[inside[0]][0] > start or window.places[inside[-1]][1] < end:
        return None
    return window.first + inside[0], window.first + inside[-1]
