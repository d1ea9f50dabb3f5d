"""Labels proposed by the program, apart from those that a publisher or a person gave."""

import django.db.models.deletion
from django.db import migrations, models

TAXONOMIES = ("theme", "persons", "sdg", "issue", "action", "instrument", "body")


class Migration(migrations.Migration):
    dependencies = [("store", "0008_workspace")]
    operations = [
        migrations.AlterField(
            "term",
            "taxonomy",
            models.CharField(max_length=16, choices=[(name, name) for name in TAXONOMIES]),
        ),
        migrations.AlterField(
            "label",
            "source",
            models.CharField(
                max_length=16, choices=[("document", "document"), ("person", "person")]
            ),
        ),
        migrations.AddField(
            "label",
            "act",
            models.ForeignKey(
                null=True,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="store.event",
            ),
        ),
        migrations.AddIndex(
            "label",
            models.Index(
                fields=["act"], condition=models.Q(act__isnull=False), name="label_by_act"
            ),
        ),
        migrations.CreateModel(
            "ClassifierEdition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=16, unique=True)),
                ("begun_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            "LabelledText",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="labelled_text",
                        serialize=False,
                        to="store.record",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.classifieredition",
                    ),
                ),
                (
                    "read_as",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "ENGLISH"), (1, "GLOSSARY"), (2, "NOT_AT_ALL")]
                    ),
                ),
                ("seal", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            "ProposedLabel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("score", models.PositiveSmallIntegerField()),
                (
                    "decision",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "WAITING"), (1, "ACCEPTED"), (2, "REJECTED")], default=0
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        null=True,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.event",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposed_labels",
                        to="store.record",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposed",
                        to="store.term",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["act"],
                        condition=models.Q(act__isnull=False),
                        name="proposed_by_act",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=["record", "term"], name="proposed_once")
                ],
            },
        ),
    ]
