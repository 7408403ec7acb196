import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0002_search_index"),
    ]

    operations = [
        migrations.AddField(
            model_name="archivestate",
            name="changed_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now, editable=False, verbose_name="آخر تغيير"
            ),
        ),
    ]
