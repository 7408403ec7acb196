"""Addresses, phrases and grounds are called alike in all forms: labels alone, the tables stay as they are."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0009_papers_of_further_kinds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="formerslug",
            options={"verbose_name": "رابط سابق", "verbose_name_plural": "الروابط السابقة"},
        ),
        migrations.AlterModelOptions(
            name="operativeclause",
            options={
                "ordering": ["recommendation_id", "-is_main", "position", "pk"],
                "verbose_name": "عبارة منطوق",
                "verbose_name_plural": "عبارات المنطوق",
            },
        ),
        migrations.AlterField(
            model_name="body",
            name="slug",
            field=models.SlugField(
                editable=False, max_length=60, unique=True, verbose_name="المعرّف في الرابط"
            ),
        ),
        migrations.AlterField(
            model_name="citation",
            name="ground",
            field=models.TextField(blank=True, verbose_name="الأساس"),
        ),
        migrations.AlterField(
            model_name="document",
            name="slug",
            field=models.CharField(
                editable=False, max_length=120, unique=True, verbose_name="المعرّف في الرابط"
            ),
        ),
        migrations.AlterField(
            model_name="followup",
            name="ground",
            field=models.TextField(blank=True, verbose_name="الأساس"),
        ),
        migrations.AlterField(
            model_name="instrument",
            name="slug",
            field=models.SlugField(
                max_length=60,
                unique=True,
                validators=[
                    django.core.validators.RegexValidator(
                        "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                        "حروف لاتينية صغيرة وأرقام تفصل بينها «-»، مثل som-protocol.",
                    )
                ],
                verbose_name="المعرّف في الرابط",
            ),
        ),
        migrations.AlterField(
            model_name="kinship",
            name="ground",
            field=models.TextField(blank=True, verbose_name="الأساس"),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="ground",
            field=models.CharField(
                blank=True,
                choices=[
                    ("mention", "ذُكر عرضاً"),
                    ("cover", "من غلاف وثيقة"),
                    ("report", "من تقريره أو من خلاصة توصياته"),
                ],
                editable=False,
                max_length=10,
                verbose_name="أساس البيانات",
            ),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="slug",
            field=models.CharField(
                editable=False, max_length=80, unique=True, verbose_name="المعرّف في الرابط"
            ),
        ),
        migrations.AlterField(
            model_name="operativeaddressee",
            name="clause",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="addressees",
                to="archive.operativeclause",
                verbose_name="عبارة المنطوق",
            ),
        ),
        migrations.AlterField(
            model_name="operativeclause",
            name="ground",
            field=models.TextField(blank=True, verbose_name="الأساس"),
        ),
        migrations.AlterField(
            model_name="operativeclause",
            name="is_main",
            field=models.BooleanField(default=False, verbose_name="عبارة المنطوق الرئيسية"),
        ),
        migrations.AlterField(
            model_name="operativeclause",
            name="overrides",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="لا ترث الفقرة الفرعية عبارة المنطوق في الفاتحة"
            ),
        ),
        migrations.AlterField(
            model_name="operativeclause",
            name="phrase",
            field=models.TextField(verbose_name="عبارة المنطوق كما في النص"),
        ),
        migrations.AlterField(
            model_name="operativeclause",
            name="verb_class",
            field=models.CharField(
                choices=[
                    ("urged", "يحث"),
                    ("should", "ينبغي"),
                    ("requested", "يطلب"),
                    ("recommended", "يوصي"),
                    ("encouraged", "يشجع"),
                    ("invited", "يدعو"),
                    ("may_wish", "لعلها تود"),
                    ("could", "يمكن"),
                ],
                max_length=12,
                verbose_name="قوة العبارة",
            ),
        ),
        migrations.AlterField(
            model_name="topic",
            name="slug",
            field=models.SlugField(
                max_length=80,
                unique=True,
                validators=[
                    django.core.validators.RegexValidator(
                        "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                        "حروف لاتينية صغيرة وأرقام تفصل بينها «-»، مثل som-protocol.",
                    )
                ],
                verbose_name="المعرّف في الرابط",
            ),
        ),
        migrations.AlterField(
            model_name="topicassignment",
            name="ground",
            field=models.TextField(blank=True, verbose_name="الأساس"),
        ),
        migrations.AlterConstraint(
            model_name="operativeclause",
            name="operative_clause_one_main",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_main", True), models.Q(("decision", "rejected"), _negated=True)),
                fields=("recommendation",),
                name="operative_clause_one_main",
                violation_error_message="للتوصية عبارة منطوق رئيسية واحدة.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="topicassignment",
            name="topic_assignment_once",
            constraint=models.UniqueConstraint(
                fields=("recommendation", "topic"),
                name="topic_assignment_once",
                violation_error_message="هذه التوصية مصنّفة تحت هذا الموضوع.",
            ),
        ),
    ]
