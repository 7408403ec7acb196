"""Each clause knows who is to act, whom it may not address: the next load reads it of every text, by rule."""

import django.db.models.deletion
from django.db import migrations, models

_CODES = (
    ("states_parties", "الدول الأطراف"),
    ("states", "الدول"),
    ("origin_transit_destination", "دول المنشأ والعبور والمقصد"),
    ("conference", "المؤتمر"),
    ("working_group", "الفريق العامل"),
    ("secretariat", "الأمانة"),
    ("unodc", "مكتب الأمم المتحدة المعني بالمخدرات والجريمة"),
    ("international_organizations", "المنظمات الدولية"),
)


class Migration(migrations.Migration):
    dependencies = [("archive", "0012_token_of_state")]

    operations = [
        migrations.AddField(
            model_name="operativeclause",
            name="actors_read",
            field=models.BooleanField(default=False, editable=False, verbose_name="قُرئ المطلوب منهم الإجراء"),
        ),
        migrations.CreateModel(
            name="OperativeActor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        choices=_CODES, max_length=30, verbose_name="الجهة المطلوب منها الإجراء"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="الترتيب")),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actors",
                        to="archive.operativeclause",
                        verbose_name="عبارة المنطوق",
                    ),
                ),
            ],
            options={
                "verbose_name": "جهة مطلوب منها الإجراء",
                "verbose_name_plural": "الجهات المطلوب منها الإجراء",
                "ordering": ["clause_id", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("clause", "code"), name="operative_actor_once_a_clause"),
                    models.CheckConstraint(
                        condition=models.Q(("code__in", tuple(code for code, _label in _CODES))),
                        name="operative_actor_known_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("position__gte", 1)),
                        name="operative_actor_position_positive",
                        violation_error_message="الأرقام تبدأ من 1.",
                    ),
                ],
            },
        ),
    ]
