import random

from ..corpus import balanced, clauses_of, passages_of
from ..everyday import BRACES, FILLERS, PATTERNS, everyday_requests
from ..names import Name
from ..utterances import utterances_about


def test_cuts_sentences_into_clauses_as_long_as_utterances():
    assert list(clauses_of("申请人应当提交材料，逾期的，不予受理，并书面说明理由。")) == ["申请人应当提交材料", "不予受理", "并书面说明理由"]
    assert list(clauses_of("没有标点的一句话")) == []


def test_joins_neighbours_of_one_source():
    rows = [("laws", "甲" * 60)] * 10 + [("dialogue", "乙" * 60)] * 10
    passages = list(passages_of(rows, random.Random(1)))
    assert passages and all(80 <= len(passage) <= 500 and len(set(passage)) == 1 for passage in passages)


def test_draws_no_more_of_a_source_than_asked():
    rows = [("laws", str(at)) for at in range(50)] + [("dialogue", "x")]
    assert len(balanced(rows, 20, random.Random(1))) == 21


def test_generates_the_same_utterances_for_the_same_seed():
    name = Name("居住证", "service", ("身份证",))
    first = utterances_about(name, 8, random.Random("1"))
    assert first == utterances_about(name, 8, random.Random("1"))
    assert first[0] == "居住证" and len(first) == 10 and all("居住证" in text for text in first[:9])


def test_fills_every_pattern():
    assert {name for pattern in PATTERNS for name in BRACES.findall(pattern)} <= {*FILLERS, "place"}
    requests = everyday_requests(["福州"], 2 * len(PATTERNS), random.Random(1))
    assert len(requests) > len(PATTERNS) and not any("{" in text for text in requests)
