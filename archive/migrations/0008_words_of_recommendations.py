from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0007_kinds_of_papers")]

    operations = [
        migrations.AddField(
            model_name="searchword",
            name="recommendations",
            field=models.PositiveIntegerField(default=0, verbose_name="عدد التوصيات منها"),
        ),
    ]
