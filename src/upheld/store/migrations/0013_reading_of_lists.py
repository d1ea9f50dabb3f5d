"""A published list is tried before it is imported; the row of the file keeps what came of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0012_saved_view")]

    operations = [
        migrations.AddField(
            "reading",
            "wanted",
            models.CharField(default="", blank=True, max_length=16),
            preserve_default=False,
        ),
        migrations.AddField("reading", "report", models.JSONField(default=dict)),
    ]
