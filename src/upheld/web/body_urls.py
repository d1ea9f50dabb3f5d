"""Addresses of the bodies and of who must act on what."""

from __future__ import annotations

from django.urls import path

from upheld.web.views import (
    assign,
    assignments,
    bodies,
    body_changes,
    body_successions,
    body_tables,
    proposed_bodies,
)

body_patterns = [
    path("bodies/", bodies.bodies, name="bodies"),
    path("bodies/add/", body_changes.add, name="body_add"),
    path("bodies/merge/", body_successions.merge, name="body_merge"),
    path("bodies/table/", body_tables.table, name="body_table"),
    path("bodies/undo", body_changes.undo, name="body_undo"),
    path("bodies/load", body_tables.load, name="body_load"),
    path("bodies/export", body_tables.export, name="body_export"),
    path("bodies/<str:code>/", bodies.body, name="body"),
    path("bodies/<str:code>/edit/", body_changes.edit, name="body_edit"),
    path("bodies/<str:code>/end/", body_changes.end, name="body_end"),
    path("bodies/<str:code>/split/", body_successions.split_body, name="body_split"),
    path("recommendations/assign", assign.assign_selected, name="assign_selected"),
    path("recommendations/<str:public_id>/assign/", assign.assign_record, name="assign_record"),
    path("assignments/", assignments.assignments, name="assignments"),
    path("assignments/export", assignments.export, name="assignments_export"),
    path("assignments/proposed/", proposed_bodies.proposed, name="proposed_bodies"),
    path("assignments/propose", proposed_bodies.propose, name="propose_bodies"),
    path("assignments/decide", proposed_bodies.decide_proposals, name="decide_bodies"),
    path("assignments/undo", assignments.undo, name="assignments_undo"),
]
