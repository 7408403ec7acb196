from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0023_search_word_forms'),
    ]

    operations = [
        migrations.AddField(
            model_name='agendaitem',
            name='title_en',
            field=models.TextField(blank=True, verbose_name='العنوان بالإنكليزية'),
        ),
    ]
