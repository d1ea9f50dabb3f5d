"""Words of records are found with or without their marks."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import upheld.store.models.folded


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    record = apps.get_model("store", "Record")
    for row in record.objects.only("pk", "text").iterator(chunk_size=2000):
        row.save(update_fields=["folded"])


class Migration(migrations.Migration):
    dependencies = [("store", "0002_history_is_append_only")]
    operations = [
        migrations.AddField("record", "folded", upheld.store.models.folded.FoldedField(of="text")),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
