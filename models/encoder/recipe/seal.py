"""`manifest.json`: every file with its hash. The encoder's identity is the hash of the manifest's canonical JSON."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from .files import sha256_of, write_atomically

MANIFEST = "manifest.json"


def seal(folder: Path) -> str:
    """Writes the manifest of a folder and returns its hash."""
    files = {path.name: {"sha256": sha256_of(path), "bytes": path.stat().st_size} for path in sorted(folder.iterdir()) if path.name != MANIFEST}
    manifest = {"schema": 1, "files": files}
    write_atomically(folder / MANIFEST, (json.dumps(manifest, indent=2) + "\n").encode())
    return manifest_hash(manifest)


def manifest_hash(manifest: dict) -> str:
    """RFC 8785 for what a manifest holds: ASCII keys, strings and integers."""
    return hashlib.sha256(json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()
