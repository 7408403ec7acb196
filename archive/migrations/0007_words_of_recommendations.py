from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0006_load_memory")]

    operations = [
        migrations.AddField(
            model_name="searchword",
            name="recommendations",
            field=models.PositiveIntegerField(default=0, verbose_name="عدد التوصيات منها"),
        ),
    ]
