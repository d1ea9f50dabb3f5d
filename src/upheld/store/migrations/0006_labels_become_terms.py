"""The labels given so far become terms, and records take over the day of their document."""

from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    # As the tables were at this point, not as the models are today.
    label: Any = apps.get_model("store", "Label")
    term: Any = apps.get_model("store", "Term")
    for taxonomy, value in label.objects.order_by().values_list("taxonomy", "value").distinct():
        made = term.objects.create(taxonomy=taxonomy, value=value)
        label.objects.filter(taxonomy=taxonomy, value=value).update(term=made)
    document, record = apps.get_model("store", "Document"), apps.get_model("store", "Record")
    for pk, day in document.objects.exclude(date=None).values_list("pk", "date"):
        record.objects.filter(document=pk).update(day=day)


class Migration(migrations.Migration):
    # Apart from the changes of tables before and after it: PostgreSQL does not alter a table in
    # the transaction that has filled it.
    dependencies = [("store", "0005_imports_and_terms")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
