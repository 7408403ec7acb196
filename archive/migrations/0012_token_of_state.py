from django.db import migrations, models

import archive.models.import_run


class Migration(migrations.Migration):
    """Each state of the data gets a name that never comes again; the one that is there has its own from now on."""

    dependencies = [
        ("archive", "0011_former_locators"),
    ]

    operations = [
        migrations.AddField(
            model_name="archivestate",
            name="token",
            field=models.CharField(default=archive.models.import_run.new_token, editable=False, max_length=32),
        ),
    ]
