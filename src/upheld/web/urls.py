"""Every address of the pages. Those of documents and records can be cited: they do not change."""

from __future__ import annotations

from django.urls import path, re_path

from upheld.web.views import (
    about,
    account,
    document,
    errors,
    files,
    health,
    home,
    labels,
    library,
    recommendation,
    recommendations,
    review,
    review_acts,
    review_changes,
    saved_views,
    selected,
    tables,
    twins,
    upload,
)

REVIEW = "documents/<str:slug>/review/"
ITEM = f"{REVIEW}<str:public_id>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("library/", library.library, name="library"),
    path("library/labels/", labels.labels, name="labels"),
    path("library/add/", upload.add, name="add"),
    path("library/fetch/", upload.fetch, name="fetch"),
    path("library/table/", tables.begin, name="table"),
    re_path(r"^library/table/(?P<sha256>[0-9a-f]{64})/$", tables.columns, name="table_columns"),
    path("library/readings/", upload.readings, name="readings"),
    path("library/readings/<int:number>/", upload.reading, name="reading"),
    path("documents/<str:slug>/", document.document, name="document"),
    path("documents/<str:slug>/versions/<int:number>/file", files.version, name="document_file"),
    path(
        "documents/<str:slug>/versions/<int:number>/pages/<int:page>.png",
        files.page_image,
        name="page_image",
    ),
    path("documents/<str:slug>/pages/<int:page>/", document.page, name="document_page"),
    path(REVIEW, review.review, name="review"),
    path(f"{REVIEW}confirm-many", review_acts.confirm_many, name="review_confirm_many"),
    path(f"{REVIEW}merge-chosen", review_acts.merge_chosen, name="review_merge_chosen"),
    path(f"{REVIEW}undo", review_acts.undo, name="review_undo"),
    path(f"{REVIEW}findings/<int:number>/", review_changes.finding, name="review_finding"),
    path(ITEM, review.item, name="review_item"),
    path(f"{ITEM}confirm", review_acts.confirm, name="review_confirm"),
    path(f"{ITEM}edit/", review_changes.edit, name="review_edit"),
    path(f"{ITEM}split/", review_changes.split, name="review_split"),
    path(f"{ITEM}merge/", review_changes.merge, name="review_merge"),
    path("keys/", review.keys, name="review_keys"),
    path("recommendations/", recommendations.recommendations, name="recommendations"),
    path("recommendations/export", selected.export, name="export"),
    path("recommendations/judge-selected", selected.judge_selected, name="judge_selected"),
    path("recommendations/views/", saved_views.views, name="saved_views"),
    path("recommendations/views/save", saved_views.save, name="save_view"),
    path("recommendations/views/<uuid:key>/", saved_views.open_view, name="saved_view"),
    path("recommendations/views/<uuid:key>/change", saved_views.change, name="change_view"),
    path("recommendations/views/<uuid:key>/delete", saved_views.delete, name="delete_view"),
    path("recommendations/views/<uuid:key>/restore", saved_views.restore, name="restore_view"),
    path("search/", recommendations.search, name="search"),
    path(
        "recommendations/<str:public_id>/",
        recommendation.recommendation,
        name="recommendation",
    ),
    path("recommendations/<str:public_id>/same/", twins.cluster, name="cluster"),
    path("recommendations/<str:public_id>/elsewhere/", twins.elsewhere, name="elsewhere"),
    path("recommendations/<str:public_id>/judge", twins.judge, name="judge"),
    path(
        "recommendations/<str:public_id>/withdraw-judgement",
        twins.withdraw,
        name="withdraw_judgement",
    ),
    path("sign-in/", account.ask_for_link, name="sign_in"),
    path("sign-in/<str:secret>/", account.enter, name="enter"),
    path("sign-out", account.leave, name="sign_out"),
    path("settings/", account.settings, name="settings"),
    path("language", account.language, name="language"),
    path("about/", about.about, name="about"),
    path("about/accuracy/", about.accuracy, name="accuracy"),
    path("health", health.health, name="health"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
