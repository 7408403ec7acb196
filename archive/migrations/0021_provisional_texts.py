import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0020_steps'),
    ]

    operations = [
        migrations.AddField(
            model_name='recommendation',
            name='is_provisional',
            field=models.BooleanField(
                default=False,
                help_text='أُدخل أثناء الاجتماع قبل صدور تقريره؛ يراه القراء معلَّماً بأنه مؤقت إلى أن يُضم إليه التقرير.',
                verbose_name='نص مؤقت',
            ),
        ),
        migrations.AddField(
            model_name='conflict',
            name='carried',
            field=models.JSONField(blank=True, default=dict, editable=False, verbose_name='الصف كما في المصدر'),
        ),
        migrations.AddField(
            model_name='document',
            name='merged_into',
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name='+',
                to='archive.document',
                verbose_name='ضُم إلى',
            ),
        ),
        migrations.AddField(
            model_name='meeting',
            name='merged_into',
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name='+',
                to='archive.meeting',
                verbose_name='ضُم إلى',
            ),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='merged_into',
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name='+',
                to='archive.recommendation',
                verbose_name='ضُم إلى',
            ),
        ),
    ]
