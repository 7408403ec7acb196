from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0001_squashed_0005_meaning")]

    operations = [
        migrations.CreateModel(
            name="LoadMemory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=300, unique=True)),
                ("digest", models.CharField(max_length=64)),
                ("standing", models.CharField(max_length=64)),
                ("report", models.JSONField(default=dict)),
            ],
            options={"verbose_name": "ذاكرة التحميل", "verbose_name_plural": "ذاكرات التحميل"},
        ),
    ]
