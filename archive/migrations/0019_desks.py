# Errata of staff, and words that wait for a second person.

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0018_language_versions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='erratum',
            name='by_hand',
            field=models.BooleanField(default=False, editable=False, verbose_name='أدخله الموظفون'),
        ),
        migrations.CreateModel(
            name='PendingWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=30, verbose_name='النوع')),
                ('key', models.BigIntegerField(verbose_name='الصف')),
                ('choice', models.CharField(choices=[('confirm', 'تأكيد'), ('reject', 'رفض'), ('give_back', 'إعادة إلى القاعدة')], max_length=10, verbose_name='القرار')),
                ('said_at', models.DateTimeField(auto_now=True, verbose_name='الوقت')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='صاحب القرار')),
            ],
            options={
                'verbose_name': 'قرار ينتظر شخصاً ثانياً',
                'verbose_name_plural': 'قرارات تنتظر شخصاً ثانياً',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'key'), name='pending_word_once_a_row')],
            },
        ),
    ]
