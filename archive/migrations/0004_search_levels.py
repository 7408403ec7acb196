from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0003_archive_state_changed_at"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchentry",
            name="level",
            field=models.TextField(blank=True, default=""),
        ),
    ]
