"""Whatever an extraction does to a document, its parser ends with items or findings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.test_concluding_observations import BODY as OBSERVED
from tests.parsing.test_visit_report import BODY as VISITED
from tests.parsing.written import ADDENDUM, OBSERVATIONS, VISIT, written
from upheld.parsing.parser import parse_document

ANSWERED = """1. Sarovia received 9 recommendations, of which 6 are supported and 3 noted.
I. Accepted recommendations
2. Sarovia accepts the recommendations 104.1-4, 104.6,
104.8. It thanks all delegations.
104.1-3
The law was amended. See recommendation 104.5.
II. Noted recommendations
3. Sarovia notes recommendations 104.5, 104.7 and 104.9.
4., 5., The Government accepts these recommendations.
Recommendation 6: Accepted.
"""
PAPERS = ((ADDENDUM, ANSWERED), (OBSERVATIONS, OBSERVED), (VISIT, VISITED))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A paper whose lines are lost, doubled, put out of order, joined or cut."""
    first, body = draw(st.sampled_from(PAPERS))
    lines = body.splitlines()
    kept = draw(st.lists(st.sampled_from(lines), max_size=2 * len(lines)))
    if draw(st.booleans()):
        kept = sorted(kept, key=lines.index)
    ends = draw(st.lists(st.sampled_from(["\n", " ", "\n\n", "-\n", "\f"]), min_size=len(kept)))
    cuts = draw(st.lists(st.integers(0, 5), min_size=len(kept)))
    whole = zip(kept, ends, cuts, strict=False)
    return first + "".join(line[cut:] + end for line, end, cut in whole)


@given(damaged())
def test_damaged_papers_are_read_to_their_end(text: str):
    document = written(text)
    found = parse_document(document)
    for item in found.items:
        assert 0 <= item.span.start < item.span.end <= len(document.text)
        assert item.page == document.page_of(item.span.start)
    assert all(finding.message for finding in found.findings)
    assert parse_document(document) == found


@given(damaged())
def test_no_number_of_an_addendum_stands_twice(text: str):
    numbers = [item.number for item in parse_document(written(text)).items if item.text is None]
    assert len(set(numbers)) == len(numbers)
