from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0019_desks"),
    ]

    operations = [
        migrations.AddField(
            model_name="archivestate",
            name="former_token",
            field=models.CharField(blank=True, default="", editable=False, max_length=32),
        ),
        migrations.AddField(
            model_name="archivestate",
            name="steps",
            field=models.JSONField(default=list, editable=False),
        ),
    ]
