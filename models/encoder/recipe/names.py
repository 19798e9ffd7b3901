"""Names that utterances are generated about: services, laws, rules of a university, the sample hall's own, places."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Name:
    text: str
    kind: str
    """`service` (something one applies for) or `rule` (something one asks about)."""
    materials: tuple[str, ...] = ()


def read_names(corpus: Path, sample: Path) -> list[Name]:
    """Every distinct name, in a fixed order."""
    found: dict[str, Name] = {}
    for item in _rows(corpus / "gov_service_items_gd" / "items.jsonl"):
        materials = tuple(text for text in item.get("material_intro") or () if 2 <= len(text) <= 24)
        for text in (item["TASK_NAME"], item["CATANAME"]):
            found.setdefault(text, Name(text, "service", materials))
    for item in _rows(corpus / "gov_service_items_guangan" / "items.jsonl"):
        found.setdefault(item["name"], Name(item["name"], "service"))
    for doc in _rows(corpus / "gov_laws_docs" / "docs.jsonl"):
        found.setdefault(doc["title"], Name(doc["title"], "rule"))
    for doc in _rows(corpus / "univ_cnu_handbook" / "docs.jsonl"):
        found.setdefault(doc["topic"], Name(doc["topic"], "rule"))
    for folder, kind in (("service", "service"), ("intent", "rule")):
        for path in sorted((sample / "config" / folder).glob("*.json")):
            title = json.loads(path.read_text("utf-8"))["title"]
            found.setdefault(title, Name(title, kind))
    return [name for name in found.values() if 2 <= len(name.text) <= 40]


def read_sample_utterances(sample: Path) -> list[str]:
    return [row["text"] for row in _rows(sample / "corpus" / "utterances.jsonl")]


def read_places(corpus: Path) -> list[str]:
    """Provinces, cities and counties, with and without the last character of the fuller form (杭州市, 杭州)."""
    tree = json.loads((corpus / "admin_divisions" / "pca.json").read_text("utf-8"))
    full = [*tree, *(city for cities in tree.values() for city in cities if city.endswith("市"))]
    full += [county for cities in tree.values() for counties in cities.values() for county in counties]
    short = [place[:-1] for place in full if len(place) > 2 and place[-1] in "省市县区"]
    return list(dict.fromkeys(full + short))


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
