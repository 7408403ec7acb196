from django.db import migrations, models


class Migration(migrations.Migration):
    """Which kinds there are, the families of papers say, no longer the model: the tables stay as they are."""

    dependencies = [("archive", "0006_load_memory")]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(default="other", max_length=20, verbose_name="النوع"),
        ),
    ]
