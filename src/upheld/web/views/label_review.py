"""Label review: the program's proposals text by text, and what a person does with them.

``/recommendations/labels/?taxonomy=issue&least=0.7&document=A/HRC/26/6`` shows those under a filter
and can be sent. Asked by htmx for one text, an act answers that text alone.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from upheld.core.errors import InputProblem
from upheld.core.labels import ReadAs, Taxonomy
from upheld.core.roles import Action
from upheld.services import label_bulk, label_review
from upheld.services.permissions import allowed, authorise, visible_to
from upheld.services.propose_labels import waiting_texts
from upheld.store.models import Document, LabelledText, ProposedLabel, Record
from upheld.store.queries.proposals import ProposalFilter, sure, text_page, waiting
from upheld.web.access import readable_record
from upheld.web.label_words import label_words
from upheld.web.proposals import shown_texts
from upheld.web.words import TAXONOMIES

TEXTS = 15
"""Texts on a page; the words that spoke are looked for in each."""

ABOVE = 0.9
SCORES = ("0.5", "0.7", "0.9", "0.95")
FIELDS = ("taxonomy", "least", "document")


@never_cache
def proposals(request: HttpRequest) -> HttpResponse:
    """The texts that have proposals under the filter, in the order in which they were taken in."""
    reader = authorise(request.user, Action.READ)
    wanted, unknown = _wanted(request.GET)
    found = waiting(visible_to(reader, ProposedLabel.objects.all()), wanted)
    after = request.GET.get("after", "")
    page = text_page(found, TEXTS, after=int(after) if after.isdecimal() else 0)
    context = _bar(request, wanted) | {
        "texts": shown_texts(page.texts),
        "next_query": _query(request.GET, after=str(page.after)) if page.after else "",
        "first_query": _query(request.GET),
        "is_first": not after,
        "unread": waiting_texts(),
        "in_other_languages": LabelledText.objects.filter(read_as=ReadAs.NOT_AT_ALL).count(),
        "taxonomies": TAXONOMIES.items(),
        "scores": SCORES,
        "chosen": {name: request.GET.get(name, "") for name in FIELDS},
        "unknown_document": unknown,
        "is_filtered": any(request.GET.get(name) for name in FIELDS),
        "crumbs": [
            {"name": _("Recommendations"), "url": reverse("recommendations")},
            {"name": _("Proposed labels")},
        ],
    }
    return render(request, "web/label_review.html", context)


def decide(request: HttpRequest, public_id: str) -> HttpResponse:
    """Accept, reject, add or remove one label; back to where the person was."""
    record = readable_record(request, public_id)
    if request.method != "POST":
        return redirect("recommendation", public_id)
    _act(request, public_id)
    if request.headers.get("HX-Target") == f"text-{record.pk}":
        return _one_text(request, record)
    if request.POST.get("back") == "review":
        return redirect(reverse("label_review") + _query(request.POST, after=_after(request)))
    return redirect(reverse("recommendation", args=[public_id]) + "#labels")


def accept_all(request: HttpRequest) -> HttpResponse:
    """Accept all above the score that the person was told of, under the filter."""
    if request.method != "POST":
        return redirect("label_review")
    wanted, unknown = _wanted(request.POST)
    sent = request.POST.get("up_to", "")
    if unknown or not sent.isdecimal():
        raise InputProblem(_("There is nothing to accept."))
    done = label_bulk.accept_all(request.user, above=ABOVE, within=wanted, up_to=int(sent))
    messages.success(
        request,
        ngettext("%(count)s label accepted.", "%(count)s labels accepted.", done.accepted)
        % {"count": done.accepted},
    )
    if done.left:
        left = ngettext(
            "%(count)s label was left, because the words of its record have changed.",
            "%(count)s labels were left, because the words of their records have changed.",
            done.left,
        )
        messages.warning(request, left % {"count": done.left})
    return redirect(reverse("label_review") + _query(request.POST))


def undo(request: HttpRequest) -> HttpResponse:
    """Take back the person's last act on proposals, with all its labels."""
    if request.method != "POST":
        return redirect("label_review")
    try:
        change = UUID(request.POST.get("change", ""))
    except ValueError:
        raise InputProblem(_("There is nothing to undo.")) from None
    label_bulk.undo_labels(request.user, change=change)
    messages.info(request, _("Undone."))
    return redirect(reverse("label_review") + _query(request.POST, after=_after(request)))


def _act(request: HttpRequest, public_id: str) -> None:
    sent = request.POST
    for name, service, done in (
        ("accept", label_review.accept, _("Label accepted.")),
        ("reject", label_review.reject, _("Label rejected; it is not proposed again.")),
    ):
        if sent.get(name, "").isdecimal():
            seen = sent.get("seen", "")
            row = service(
                request.user,
                record=public_id,
                term=int(sent[name]),
                seen=int(seen) if seen.isdecimal() else -1,
            )
            messages.success(request, f"{done} {label_words(row.term.taxonomy, row.term.value)}")
            return
    if sent.get("remove", "").isdecimal():
        label_review.remove(request.user, record=public_id, term=int(sent["remove"]))
        messages.success(request, _("Label removed."))
        return
    taxonomy, _sign, label = sent.get("add", "").partition(": ")
    label_review.add(request.user, record=public_id, taxonomy=taxonomy, label=label.strip())
    messages.success(request, _("Label added."))


def _one_text(request: HttpRequest, record: Record) -> HttpResponse:
    """The text with what is still proposed for it, and the bar above all texts."""
    wanted, _unknown = _wanted(request.POST)
    rows = waiting(visible_to(request.user, ProposedLabel.objects.all()), wanted)
    rows = rows.filter(record=record).select_related("term")
    left = list(rows.order_by("term__taxonomy", "-score", "term__value"))
    chosen = {name: request.POST.get(name, "") for name in FIELDS}
    context = _bar(request, wanted) | {
        "text": shown_texts([(record, left)])[0],
        "chosen": chosen,
        "oob": True,
        "after": request.POST.get("after", ""),
    }
    return render(request, "web/parts/proposed_text_answer.html", context)


def _bar(request: HttpRequest, wanted: ProposalFilter) -> dict[str, Any]:
    """What the bar says: how many wait, how many a button would accept, what can be undone."""
    found = waiting(visible_to(request.user, ProposedLabel.objects.all()), wanted)
    acceptable = sure(found, ABOVE)
    may_review = allowed(request.user, Action.REVIEW)
    newest = acceptable.order_by("-pk").values_list("pk", flat=True).first()
    # Beside two million proposals the exact number takes seconds and tells nobody more.
    most = label_bulk.MOST
    count = acceptable[: most + 1].count() if newest else 0
    waits = found[: most + 1].count()
    return {
        "most": most,
        "waiting": min(waits, most),
        "more_wait": waits > most,
        "acceptable": min(count, most),
        "more_acceptable": count > most,
        "up_to": newest or 0,
        "may_review": may_review,
        "undo": label_bulk.last_act(request.user) if may_review else None,
        "after": request.GET.get("after", ""),
    }


def _wanted(sent: QueryDict) -> tuple[ProposalFilter, str]:
    """The filter, and what was typed for a document that is not there."""
    taxonomy, least = sent.get("taxonomy", ""), sent.get("least", "")
    typed = sent.get("document", "").strip()
    slug = ""
    if typed:
        named = Document.objects.filter(slug__iexact=typed.replace("/", "-"))
        slug = named.values_list("slug", flat=True).first() or "?"
    wanted = ProposalFilter(
        taxonomy=taxonomy if taxonomy in set(Taxonomy) else "",
        least=float(least) if least in SCORES else 0.0,
        slug=slug,
    )
    return wanted, typed if slug == "?" else ""


def _after(request: HttpRequest) -> str:
    sent = request.POST.get("after", "")
    return sent if sent.isdecimal() else ""


def _query(sent: QueryDict, *, after: str = "") -> str:
    """The filter as the end of an address."""
    query = QueryDict(mutable=True)
    query.update({name: sent.get(name, "") for name in FIELDS if sent.get(name)})
    if after:
        query["after"] = after
    return f"?{query.urlencode()}" if query else ""
