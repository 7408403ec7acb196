from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0014_publication"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="source_places",
            field=models.JSONField(
                blank=True, default=list, editable=False, verbose_name="مواضع الأسطر في ملف بلا أسطر"
            ),
        ),
    ]
