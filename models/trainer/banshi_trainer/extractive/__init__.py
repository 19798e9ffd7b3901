"""The task `extractive`: the words of a clause that answer a question, or that none do."""

from .task import read, run

__all__ = ["read", "run"]
