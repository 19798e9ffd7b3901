"""The task `retrieval`: vectors in which a question lies near the passage that answers it."""

from .task import read, run

__all__ = ["read", "run"]
