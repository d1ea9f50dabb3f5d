"""A label points to its term and to nothing else; lists of any length have their index."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0006_labels_become_terms")]
    operations = [
        migrations.AlterModelOptions("label", {"ordering": ["term__taxonomy", "term__value"]}),
        migrations.RemoveConstraint("label", "label_once_per_source"),
        migrations.RemoveField("label", "taxonomy"),
        migrations.RemoveField("label", "value"),
        migrations.AlterField(
            "label",
            "term",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="labels", to="store.term"
            ),
        ),
        migrations.AlterField(
            "label",
            "record",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="labels",
                to="store.record",
            ),
        ),
        migrations.AlterField(
            "label",
            "given_in",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="labels_given",
                to="store.document",
            ),
        ),
        migrations.AddConstraint(
            "label",
            models.UniqueConstraint(
                fields=["record", "term", "source"], name="label_once_per_source"
            ),
        ),
        migrations.AddIndex(
            "document", models.Index(fields=["-date", "slug"], name="document_in_library_order")
        ),
        migrations.AddIndex(
            "record",
            models.Index(
                fields=["-day", "document", "order", "part", "id"], name="record_in_list_order"
            ),
        ),
    ]
