"""Lists that others publish are imported; each label is kept once, as a term."""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TAXONOMIES = [("theme", "theme"), ("persons", "persons"), ("sdg", "sdg"), ("issue", "issue")]
KINDS = [
    (kind, kind)
    for kind in (
        "upr_report", "upr_addendum", "thematic_list", "concluding_observations", "visit_report",
        "upr_info", "uhri", "national_table", "other",
    )
]  # fmt: skip
STATES = [
    (state, state)
    for state in (
        "proposed", "confirmed", "corrected", "published", "split", "merged", "withdrawn",
    )
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("store", "0004_judgement")]
    operations = [
        migrations.CreateModel(
            "Term",
            [
                (
                    "id",
                    models.BigAutoField(
                        primary_key=True, serialize=False, auto_created=True, verbose_name="ID"
                    ),
                ),
                ("taxonomy", models.CharField(choices=TAXONOMIES, max_length=16)),
                ("value", models.CharField(max_length=300)),
                (
                    "mapped_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mapped_from",
                        to="store.term",
                    ),
                ),
            ],
            options={
                "ordering": ["taxonomy", "value"],
                "constraints": [
                    models.UniqueConstraint(fields=["taxonomy", "value"], name="term_once")
                ],
            },
        ),
        migrations.CreateModel(
            "ImportRun",
            [
                (
                    "id",
                    models.BigAutoField(
                        primary_key=True, serialize=False, auto_created=True, verbose_name="ID"
                    ),
                ),
                ("publisher", models.CharField(max_length=16)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="store.storedfile",
                    ),
                ),
                ("started_at", models.DateTimeField()),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("finished_at", models.DateTimeField(null=True)),
                ("rows_done", models.PositiveIntegerField(default=0)),
                ("counts", models.JSONField(default=dict)),
                ("unknown", models.JSONField(default=dict)),
            ],
            options={"ordering": ["-started_at", "-id"]},
        ),
        migrations.CreateModel(
            "ImportedRow",
            [
                (
                    "id",
                    models.BigAutoField(
                        primary_key=True, serialize=False, auto_created=True, verbose_name="ID"
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imported",
                        to="store.record",
                    ),
                ),
                ("key", models.BinaryField(max_length=16)),
                ("digest", models.BinaryField(max_length=16)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imported_rows",
                        to="store.event",
                    ),
                ),
                ("applied", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=["key", "batch"], name="imported_once_per_batch")
                ],
            },
        ),
        migrations.AddField("storedfile", "kept", models.BooleanField(default=True)),
        migrations.AddField("record", "day", models.DateField(default=datetime.date(1, 1, 1))),
        migrations.AlterField(
            "record",
            "review_state",
            models.CharField(choices=STATES, db_index=True, default="proposed", max_length=16),
        ),
        migrations.AlterField("document", "kind", models.CharField(choices=KINDS, max_length=32)),
        migrations.AddField(
            "label",
            "term",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="labels",
                to="store.term",
            ),
        ),
    ]
