from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0024_english_agenda'),
    ]

    operations = [
        migrations.AddField(
            model_name='document',
            name='subjects',
            field=models.JSONField(blank=True, default=list, editable=False, verbose_name='مواضيع الورقة كما تسميها الأمم المتحدة'),
        ),
    ]
