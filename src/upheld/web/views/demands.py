"""The demands to one State across cycles and mechanisms: what became of them, and what waits."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from upheld.core.demand_course import Turn
from upheld.core.judgements import Verdict
from upheld.core.roles import Action
from upheld.core.sides import Mechanism, Publication, Side
from upheld.core.states import STATES
from upheld.services import judge as judging
from upheld.services.comparison import parts_of
from upheld.services.demand_matches import ProposedPair
from upheld.services.permissions import allowed, authorise
from upheld.services.state_demands import Demand, StateDemands, read_pairs, state_demands
from upheld.services.twins import Twin, score
from upheld.store.models import Judgement, Record
from upheld.store.queries.judged import standing
from upheld.web.access import readable_record
from upheld.web.comparison import asked
from upheld.web.side_names import PUBLICATIONS, UNITS, part_name, state_name
from upheld.web.twins import ShownTwin, shown, verdict_names
from upheld.web.words import TURNS

DEMANDS_ON_A_PAGE = 10
PROPOSALS_ON_A_PAGE = 10
LEAST = (90, 70, 50, 30)
"""From how many per cent on pairs are listed; the first that is asked for when nobody chooses is
the last.
"""

RECORDS_IN_A_CELL = 3
"""Records of one review that are named beside a demand; the page of the demand has all of them."""

KEPT_IN_ADDRESS = ("from", "to", "source", "least", "turn")
_CODES = frozenset(party.iso3 for party in STATES)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the page is about: two parts of a State's records in one publication."""

    earlier: Side
    later: Side
    publication: Publication
    parts: tuple[Side, ...]
    publications: tuple[Publication, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One record with the records that may ask for the same, the likeliest first."""

    record: Record
    twins: list[tuple[ShownTwin, bool]]


def demands(request: HttpRequest, iso3: str) -> HttpResponse:
    """The judged demands with what became of each, then the pairs that wait for a judgement."""
    authorise(request.user, Action.READ)
    if iso3 not in _CODES:
        raise Http404
    context: dict[str, Any] = {"iso3": iso3, "crumbs": _crumbs(iso3)}
    choice = _choice(request, iso3)
    if choice:
        found = state_demands(
            request.user,
            earlier=choice.earlier,
            later=choice.later,
            publication=choice.publication,
        )
        context |= _chosen(request, choice) | _judged(request, found) | _proposed(request, found)
        context |= _counted(choice, found) | {"last": _last(request)}
    return render(request, "web/demands.html", context)


def judge(request: HttpRequest, iso3: str) -> HttpResponse:
    """Same, different or unsure, of one pair of the list; back to the list."""
    back = _back(request, iso3)
    if request.method != "POST":
        return redirect(back)
    record = readable_record(request, request.POST.get("record", ""))
    other = readable_record(request, request.POST.get("other", ""))
    said = request.POST.get("verdict", "")
    if said not in set(Verdict):
        raise Http404
    made = judging.judge(
        request.user,
        record=record.public_id,
        other=other.public_id,
        verdict=Verdict(said),
        score=round(score(record, other), 4),
    )
    return redirect(f"{_back(request, iso3, judged=str(made.pk))}#proposed")


def undo(request: HttpRequest, iso3: str) -> HttpResponse:
    """Take the last judgement back; back to the list."""
    if request.method == "POST":
        sent = request.POST.get("judgement", "")
        judging.withdraw(request.user, judgement=int(sent) if sent.isdecimal() else 0)
        messages.info(request, _("The judgement is withdrawn."))
    return redirect(f"{_back(request, iso3)}#proposed")


def _choice(request: HttpRequest, iso3: str) -> Choice | None:
    """What the address asks for, else the two newest cycles; None while nothing is here."""
    held = {name: parts_of(request.user, iso3, name) for name in Publication}
    filled = tuple(name for name, parts in held.items() if parts)
    if not filled:
        return None
    source = request.GET.get("source", "")
    fullest = max(filled, key=lambda name: len(held[name]))
    publication = Publication(source) if source in filled else fullest
    parts = held[publication]
    cycles = [side for side in parts if side.cycle]
    mechanisms = [side for side in parts if not side.cycle]
    usual = cycles if len(cycles) > 1 or len(mechanisms) < 2 else mechanisms
    usual = (usual or parts)[-2:] if usual is not mechanisms else mechanisms[:2]
    by_part = {side.part: side for side in parts}
    earlier = by_part.get(request.GET.get("from", ""), usual[0])
    later = by_part.get(request.GET.get("to", ""), usual[-1])
    return Choice(earlier, later, publication, tuple(parts), filled)


def _chosen(request: HttpRequest, choice: Choice) -> dict[str, Any]:
    return {
        "choice": choice,
        "parts": [(side.part, part_name(side)) for side in choice.parts],
        "publications": [(name.value, PUBLICATIONS[name]) for name in choice.publications],
        "earlier": part_name(choice.earlier),
        "later": part_name(choice.later),
        "is_one": choice.earlier == choice.later,
        "is_upr": choice.earlier.mechanism is Mechanism.UPR,
        "unit": UNITS[choice.publication],
        "kept": _question_mark(urlencode(_kept(request))),
        "may_judge": allowed(request.user, Action.JUDGE),
        "verdicts": verdict_names(),
        "least_choices": LEAST,
        "least": _least(request),
    }


def _counted(choice: Choice, found: StateDemands) -> dict[str, Any]:
    address = asked(found.sides, choice.publication)
    records, here = reverse("compared_records"), found.sides[0] != found.sides[1]

    def listed(place: int, **more: str) -> str:
        return f"{records}?{urlencode(address | {'side': str(place), **more})}" if here else ""

    return {
        "counts": [
            {
                "name": part_name(side),
                "total": total,
                "address": listed(place),
                "lone": lone,
                "lone_address": listed(place, table="demand", row="none"),
                "looked_at": looked_at,
            }
            for place, (side, total, lone, looked_at) in enumerate(
                zip(found.sides, found.totals, found.unmatched, found.looked_at, strict=True),
                start=1,
            )
        ][: 2 if here else 1],
        "comparison": f"{reverse('comparison')}?{urlencode(address)}" if here else "",
        "is_too_long": found.matches.is_too_long,
    }  # fmt: skip


def _judged(request: HttpRequest, found: StateDemands) -> dict[str, Any]:
    sent = request.GET.get("turn", "")
    turn = Turn(sent) if sent in set(Turn) else ""
    everything = (*found.demands, *found.dropped)
    wanted = [one for one in everything if not turn or turn in one.turns]
    page = Paginator(wanted, DEMANDS_ON_A_PAGE).get_page(request.GET.get("demands"))
    return {
        "joined": len(found.demands),
        "dropped": len(found.dropped),
        "turn": turn,
        "turn_name": TURNS[turn].name if turn else "",
        "is_dropped": turn == Turn.DROPPED,
        "turns": [
            (name.value, TURNS[name], found.became[name])
            for name in Turn
            if found.became[name] or name == turn
        ],
        "demands": [_shown(one) for one in page.object_list],
        "demand_page": page,
    }


def _shown(demand: Demand) -> dict[str, Any]:
    course = demand.course
    steps: list[dict[str, Any]] = [
        {
            "document": course.documents[step.review.key],
            "turns": [TURNS[turn] for turn in step.turns],
            "records": [course.records[key] for key in step.records],
            "few": f":{few}",
            "more": len(step.records) - few,
        }
        for step in course.steps
        for few in [_few(len(step.records))]
    ]
    dated = {record.pk for step in steps for record in step["records"]}
    return {
        "steps": steps,
        "first": next(iter(course.records.values())),
        "turns": [TURNS[turn] for turn in demand.turns],
        "held_against": demand.held_against,
        "may_return": demand.waits and Turn.DROPPED in demand.turns,
        "undated": [row for row in course.records.values() if row.pk not in dated],
    }


def _few(count: int) -> int:
    """How many of ``count`` are named; "1 more" would be as long as the one that it hides."""
    return count if count <= RECORDS_IN_A_CELL else RECORDS_IN_A_CELL - 1


def _proposed(request: HttpRequest, found: StateDemands) -> dict[str, Any]:
    """The pairs by the record of the earlier part, so that its words are read once."""
    least = _least(request) / 100
    likely = [pair for pair in found.matches.pairs if pair.probability >= least]
    order = {key: place for place, key in reversed(list(enumerate(pair.one for pair in likely)))}
    likely.sort(key=lambda pair: (order[pair.one], pair.unsure, -pair.probability))
    groups = [list(pairs) for _key, pairs in groupby(likely, key=lambda pair: pair.one)]
    page = Paginator(groups, PROPOSALS_ON_A_PAGE).get_page(request.GET.get("page"))
    return {
        "waiting": sum(not pair.unsure for pair in found.matches.pairs),
        "unsure": sum(pair.unsure for pair in found.matches.pairs),
        "listed": sum(not pair.unsure for pair in likely),
        "proposals": [
            proposal for group in page.object_list for proposal in _proposals(request, group)
        ],
        "proposal_page": page,
    }


def _proposals(request: HttpRequest, group: list[ProposedPair]) -> list[Proposal]:
    from upheld.analysis.same_demand import compare  # noqa: PLC0415 - slow import

    read = read_pairs(request.user, group)
    if not read:
        return []
    twins = [
        (
            shown(Twin(other, compare(one.text or one.printed, other.text or other.printed))),
            pair.unsure,
        )
        for pair, one, other in read
    ]
    return [Proposal(read[0][1], twins)]


def _last(request: HttpRequest) -> Judgement | None:
    """The judgement that was just made, to be taken back with one key."""
    sent = request.GET.get("judged", "")
    if not sent.isdecimal() or not allowed(request.user, Action.JUDGE):
        return None
    rows = standing().filter(pk=int(sent), author=authorise(request.user, Action.JUDGE))
    return rows.select_related("one", "other").first()


def _least(request: HttpRequest) -> int:
    sent = request.GET.get("least", "")
    return int(sent) if sent in map(str, LEAST) else LEAST[-1]


def _kept(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET[name] for name in KEPT_IN_ADDRESS if request.GET.get(name)}


def _back(request: HttpRequest, iso3: str, **more: str) -> str:
    return reverse("demands", args=[iso3]) + _question_mark(urlencode(_kept(request) | more))


def _question_mark(query: str) -> str:
    return f"?{query}" if query else ""


def _crumbs(iso3: str) -> list[dict[str, str]]:
    return [
        {"name": _("Recommendations"), "url": reverse("recommendations")},
        {"name": _("Demands to %(state)s") % {"state": state_name(iso3)}},
    ]
