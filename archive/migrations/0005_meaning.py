import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0004_search_levels"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Instrument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source_values",
                    models.JSONField(
                        blank=True, default=dict, editable=False, verbose_name="ما قاله المصدر آخر مرة"
                    ),
                ),
                (
                    "missing_since",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="لا يُحذف صف غاب عن مصدره؛ يُعلَّم فقط.",
                        null=True,
                        verbose_name="غائب عن المصدر منذ",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="أُنشئ في")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="عُدّل في")),
                (
                    "slug",
                    models.SlugField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "حروف لاتينية صغيرة وأرقام تفصل بينها «-»، مثل som-protocol.",
                            )
                        ],
                        verbose_name="المعرّف في العنوان",
                    ),
                ),
                ("name_ar", models.CharField(max_length=300, verbose_name="الاسم بالعربية")),
                ("short_ar", models.CharField(blank=True, max_length=120, verbose_name="الاسم المختصر")),
                ("name_en", models.CharField(blank=True, max_length=300, verbose_name="الاسم بالإنكليزية")),
                ("written_as", models.JSONField(blank=True, default=list, verbose_name="صيغ كتابته")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="الترتيب")),
            ],
            options={
                "verbose_name": "صك",
                "verbose_name_plural": "الصكوك",
                "ordering": ["position", "slug"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("slug", ""), _negated=True),
                            models.Q(("slug__startswith", " "), _negated=True),
                        ),
                        name="instrument_slug_not_empty",
                        violation_error_message="لا يجوز أن يكون النص فارغاً أو أن يبدأ بفراغ.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name_ar", ""), _negated=True),
                            models.Q(("name_ar__startswith", " "), _negated=True),
                        ),
                        name="instrument_name_not_empty",
                        violation_error_message="لا يجوز أن يكون النص فارغاً أو أن يبدأ بفراغ.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source_values",
                    models.JSONField(
                        blank=True, default=dict, editable=False, verbose_name="ما قاله المصدر آخر مرة"
                    ),
                ),
                (
                    "missing_since",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="لا يُحذف صف غاب عن مصدره؛ يُعلَّم فقط.",
                        null=True,
                        verbose_name="غائب عن المصدر منذ",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="أُنشئ في")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="عُدّل في")),
                ("number", models.PositiveSmallIntegerField(verbose_name="الرقم")),
                ("title_ar", models.CharField(blank=True, max_length=300, verbose_name="العنوان بالعربية")),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=300, verbose_name="العنوان بالإنكليزية"),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="articles",
                        to="archive.instrument",
                        verbose_name="الصك",
                    ),
                ),
            ],
            options={
                "verbose_name": "مادة",
                "verbose_name_plural": "المواد",
                "ordering": ["instrument_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="Kinship",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("rule", "قاعدة"), ("staff", "الموظفون")],
                        default="rule",
                        editable=False,
                        max_length=10,
                        verbose_name="المنشأ",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("", "لم يُنظر فيه"), ("confirmed", "مؤكد"), ("rejected", "مرفوض")],
                        default="",
                        editable=False,
                        max_length=10,
                        verbose_name="القرار",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="تاريخ القرار"),
                ),
                ("ground", models.TextField(blank=True, verbose_name="السند")),
                (
                    "relation",
                    models.CharField(
                        choices=[("repeats", "تكرر"), ("strengthens", "تقوّي"), ("related", "ذات صلة")],
                        default="related",
                        max_length=12,
                        verbose_name="نوع الصلة",
                    ),
                ),
                ("score", models.FloatField(default=1.0, editable=False, verbose_name="درجة القرب")),
                (
                    "evidence",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="ما يجمع بينهما"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="صاحب القرار",
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="later_kin",
                        to="archive.recommendation",
                        verbose_name="التوصية الأسبق",
                    ),
                ),
                (
                    "earlier_item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="later_kin",
                        to="archive.subparagraph",
                        verbose_name="فقرة فرعية من الأسبق",
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier_kin",
                        to="archive.recommendation",
                        verbose_name="التوصية اللاحقة",
                    ),
                ),
                (
                    "later_item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier_kin",
                        to="archive.subparagraph",
                        verbose_name="فقرة فرعية من اللاحقة",
                    ),
                ),
            ],
            options={
                "verbose_name": "صلة بين توصيتين",
                "verbose_name_plural": "الصلات بين التوصيات",
                "ordering": ["-score", "pk"],
            },
        ),
        migrations.CreateModel(
            name="OperativeClause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("rule", "قاعدة"), ("staff", "الموظفون")],
                        default="rule",
                        editable=False,
                        max_length=10,
                        verbose_name="المنشأ",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("", "لم يُنظر فيه"), ("confirmed", "مؤكد"), ("rejected", "مرفوض")],
                        default="",
                        editable=False,
                        max_length=10,
                        verbose_name="القرار",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="تاريخ القرار"),
                ),
                ("ground", models.TextField(blank=True, verbose_name="السند")),
                (
                    "start",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="أوله في النص"
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="آخره في النص"
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="الترتيب في التوصية"
                    ),
                ),
                (
                    "verb_class",
                    models.CharField(
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
                        verbose_name="قوة الصيغة",
                    ),
                ),
                ("phrase", models.TextField(verbose_name="الصيغة كما في النص")),
                ("is_main", models.BooleanField(default=False, verbose_name="الصيغة الرئيسية")),
                (
                    "overrides",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="لا ترث الفقرة الفرعية صيغة الصدر"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="صاحب القرار",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="operative_clauses",
                        to="archive.recommendation",
                        verbose_name="التوصية",
                    ),
                ),
                (
                    "subparagraph",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="operative_clauses",
                        to="archive.subparagraph",
                        verbose_name="الفقرة الفرعية",
                    ),
                ),
            ],
            options={
                "verbose_name": "صيغة تنفيذية",
                "verbose_name_plural": "الصيغ التنفيذية",
                "ordering": ["recommendation_id", "-is_main", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="OperativeAddressee",
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
                        choices=[
                            ("states_parties", "الدول الأطراف"),
                            ("states", "الدول"),
                            ("origin_transit_destination", "دول المنشأ والعبور والمقصد"),
                            ("conference", "المؤتمر"),
                            ("working_group", "الفريق العامل"),
                            ("secretariat", "الأمانة"),
                            ("unodc", "مكتب الأمم المتحدة المعني بالمخدرات والجريمة"),
                            ("international_organizations", "المنظمات الدولية"),
                        ],
                        max_length=30,
                        verbose_name="الجهة المخاطَبة",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="الترتيب")),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="addressees",
                        to="archive.operativeclause",
                        verbose_name="الصيغة التنفيذية",
                    ),
                ),
            ],
            options={
                "verbose_name": "جهة مخاطَبة",
                "verbose_name_plural": "الجهات المخاطَبة",
                "ordering": ["clause_id", "position"],
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source_values",
                    models.JSONField(
                        blank=True, default=dict, editable=False, verbose_name="ما قاله المصدر آخر مرة"
                    ),
                ),
                (
                    "missing_since",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="لا يُحذف صف غاب عن مصدره؛ يُعلَّم فقط.",
                        null=True,
                        verbose_name="غائب عن المصدر منذ",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="أُنشئ في")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="عُدّل في")),
                (
                    "slug",
                    models.SlugField(
                        max_length=80,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z0-9]+(?:-[a-z0-9]+)*\\Z",
                                "حروف لاتينية صغيرة وأرقام تفصل بينها «-»، مثل som-protocol.",
                            )
                        ],
                        verbose_name="المعرّف في العنوان",
                    ),
                ),
                ("label_ar", models.CharField(max_length=200, verbose_name="الاسم بالعربية")),
                ("label_en", models.CharField(blank=True, max_length=200, verbose_name="الاسم بالإنكليزية")),
                ("description_ar", models.TextField(blank=True, verbose_name="نطاق الموضوع")),
                ("description_en", models.TextField(blank=True, verbose_name="نطاق الموضوع بالإنكليزية")),
                ("position", models.PositiveIntegerField(default=1, verbose_name="الترتيب")),
                ("is_used", models.BooleanField(default=True, verbose_name="مستعمل")),
                (
                    "articles",
                    models.ManyToManyField(
                        blank=True,
                        related_name="topics",
                        to="archive.article",
                        verbose_name="المواد ذات الصلة",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="archive.topic",
                        verbose_name="الموضوع الأعلى",
                    ),
                ),
            ],
            options={
                "verbose_name": "موضوع",
                "verbose_name_plural": "المواضيع",
                "ordering": ["position", "slug"],
            },
        ),
        migrations.CreateModel(
            name="TopicAssignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("rule", "قاعدة"), ("staff", "الموظفون")],
                        default="rule",
                        editable=False,
                        max_length=10,
                        verbose_name="المنشأ",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("", "لم يُنظر فيه"), ("confirmed", "مؤكد"), ("rejected", "مرفوض")],
                        default="",
                        editable=False,
                        max_length=10,
                        verbose_name="القرار",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="تاريخ القرار"),
                ),
                ("ground", models.TextField(blank=True, verbose_name="السند")),
                ("confidence", models.FloatField(default=1.0, editable=False, verbose_name="الثقة")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="صاحب القرار",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topic_assignments",
                        to="archive.recommendation",
                        verbose_name="التوصية",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="archive.topic",
                        verbose_name="الموضوع",
                    ),
                ),
            ],
            options={
                "verbose_name": "إسناد إلى موضوع",
                "verbose_name_plural": "الإسناد إلى المواضيع",
                "ordering": ["recommendation_id", "-confidence", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TopicRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("words", "كلمات"),
                            ("phrase", "عبارة"),
                            ("article", "مادة"),
                            ("agenda_item", "بند جدول أعمال"),
                            ("exclusion", "استبعاد"),
                        ],
                        max_length=12,
                        verbose_name="النوع",
                    ),
                ),
                ("value", models.CharField(max_length=300, verbose_name="القاعدة")),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=7,
                        help_text="من 1 إلى 10: 10 يكفي وحده، و7 يكفي إن كان هو المطلوب، و4 لا يُحسب إلا مع غيره.",
                        verbose_name="الوزن",
                    ),
                ),
                ("is_used", models.BooleanField(default=True, verbose_name="مستعملة")),
                ("given", models.CharField(blank=True, editable=False, max_length=300)),
                ("given_weight", models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rules",
                        to="archive.topic",
                        verbose_name="الموضوع",
                    ),
                ),
            ],
            options={
                "verbose_name": "قاعدة موضوع",
                "verbose_name_plural": "قواعد المواضيع",
                "ordering": ["topic_id", "kind", "-weight", "value"],
            },
        ),
        migrations.CreateModel(
            name="Derivation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("digest", models.CharField(max_length=32)),
                (
                    "paragraph",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="archive.paragraph",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="archive.recommendation",
                    ),
                ),
            ],
            options={
                "verbose_name": "قراءة آلية",
                "verbose_name_plural": "القراءات الآلية",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("recommendation__isnull", True), ("paragraph__isnull", True), _connector="OR"
                        ),
                        name="derivation_of_one_record",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("recommendation__isnull", False)),
                        fields=("kind", "recommendation"),
                        name="derivation_once_a_recommendation",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("paragraph__isnull", False)),
                        fields=("kind", "paragraph"),
                        name="derivation_once_a_paragraph",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("paragraph__isnull", True), ("recommendation__isnull", True)),
                        fields=("kind",),
                        name="derivation_once_for_all",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("rule", "قاعدة"), ("staff", "الموظفون")],
                        default="rule",
                        editable=False,
                        max_length=10,
                        verbose_name="المنشأ",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("", "لم يُنظر فيه"), ("confirmed", "مؤكد"), ("rejected", "مرفوض")],
                        default="",
                        editable=False,
                        max_length=10,
                        verbose_name="القرار",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="تاريخ القرار"),
                ),
                ("ground", models.TextField(blank=True, verbose_name="السند")),
                ("score", models.FloatField(default=1.0, editable=False, verbose_name="درجة القرب")),
                (
                    "evidence",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="ما يجمع بينهما"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="صاحب القرار",
                    ),
                ),
                (
                    "paragraph",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="archive.paragraph",
                        verbose_name="الفقرة التي تفيد بشأنها",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="archive.recommendation",
                        verbose_name="التوصية",
                    ),
                ),
                (
                    "subparagraph",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="archive.subparagraph",
                        verbose_name="الفقرة الفرعية",
                    ),
                ),
            ],
            options={
                "verbose_name": "ما أُفيد به لاحقاً",
                "verbose_name_plural": "ما أُفيد به لاحقاً",
                "ordering": ["-score", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recommendation", "paragraph"),
                        name="follow_up_once_a_pair",
                        violation_error_message="هذه الفقرة مسجلة لهذه التوصية.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 1)),
                        name="follow_up_score_is_a_share",
                        violation_error_message="القيمة بين 0 و1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("decision", "")),
                            models.Q(
                                models.Q(("decision", ""), _negated=True), ("decided_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="follow_up_decision_dated",
                        violation_error_message="لكل قرار تاريخ، ولا تاريخ من غير قرار.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("rule", "قاعدة"), ("staff", "الموظفون")],
                        default="rule",
                        editable=False,
                        max_length=10,
                        verbose_name="المنشأ",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("", "لم يُنظر فيه"), ("confirmed", "مؤكد"), ("rejected", "مرفوض")],
                        default="",
                        editable=False,
                        max_length=10,
                        verbose_name="القرار",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="تاريخ القرار"),
                ),
                ("ground", models.TextField(blank=True, verbose_name="السند")),
                (
                    "start",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="أوله في النص"
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="آخره في النص"
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="الترتيب في النص"),
                ),
                ("key", models.CharField(blank=True, editable=False, max_length=32)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("treaty", "صك"),
                            ("treaty_article", "مادة من صك"),
                            ("recommendation", "توصية"),
                            ("meeting", "اجتماع"),
                            ("document", "وثيقة"),
                            ("resolution", "قرار"),
                            ("tool", "أداة أو قاعدة بيانات"),
                        ],
                        max_length=20,
                        verbose_name="النوع",
                    ),
                ),
                ("text", models.TextField(verbose_name="العبارة كما في النص")),
                (
                    "cited_paragraph",
                    models.CharField(blank=True, max_length=40, verbose_name="الفقرة المستشهَد بها"),
                ),
                (
                    "locator",
                    models.CharField(
                        blank=True, editable=False, max_length=100, verbose_name="معرّف ما استُشهد به"
                    ),
                ),
                ("symbol", models.CharField(blank=True, max_length=80, verbose_name="رمز الوثيقة")),
                (
                    "organ",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("conference", "المؤتمر"),
                            ("general_assembly", "الجمعية العامة"),
                            ("ecosoc", "المجلس الاقتصادي والاجتماعي"),
                            ("commission", "اللجنة"),
                            ("human_rights_council", "مجلس حقوق الإنسان"),
                            ("security_council", "مجلس الأمن"),
                        ],
                        max_length=30,
                        verbose_name="الجهاز صاحب القرار",
                    ),
                ),
                (
                    "resolution",
                    models.CharField(
                        blank=True,
                        help_text="رقم الدورة ثم رقم القرار، مثل 9/1؛ ولمجلس الأمن 2491 (2019).",
                        max_length=40,
                        verbose_name="القرار",
                    ),
                ),
                ("tool", models.CharField(blank=True, max_length=60, verbose_name="الأداة")),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="archive.article",
                        verbose_name="المادة",
                    ),
                ),
                (
                    "cited_document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="cited_by",
                        to="archive.document",
                        verbose_name="الوثيقة المستشهَد بها",
                    ),
                ),
                (
                    "cited_meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="cited_by",
                        to="archive.meeting",
                        verbose_name="الاجتماع المستشهَد به",
                    ),
                ),
                (
                    "cited_recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="cited_by",
                        to="archive.recommendation",
                        verbose_name="التوصية المستشهَد بها",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="صاحب القرار",
                    ),
                ),
                (
                    "paragraph",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="archive.paragraph",
                        verbose_name="الفقرة المستشهِدة",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="archive.recommendation",
                        verbose_name="التوصية المستشهِدة",
                    ),
                ),
                (
                    "subparagraph",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="archive.subparagraph",
                        verbose_name="الفقرة الفرعية",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="archive.instrument",
                        verbose_name="الصك",
                    ),
                ),
            ],
            options={
                "verbose_name": "استشهاد",
                "verbose_name_plural": "الاستشهادات",
                "ordering": ["recommendation_id", "paragraph_id", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paragraph__isnull", True), ("recommendation__isnull", False)),
                            models.Q(
                                ("paragraph__isnull", False),
                                ("recommendation__isnull", True),
                                ("subparagraph__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="citation_in_one_record",
                        violation_error_message="يرد الاستشهاد في توصية أو في فقرة، لا فيهما معاً.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(models.Q(("kind", "treaty")), models.Q(("instrument__isnull", False))),
                            models.Q(
                                models.Q(("kind", "treaty_article")),
                                models.Q(("article__isnull", False), ("instrument__isnull", False)),
                            ),
                            models.Q(
                                models.Q(("kind", "recommendation")),
                                models.Q(
                                    ("cited_recommendation__isnull", False),
                                    models.Q(("locator", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                models.Q(("kind", "meeting")),
                                models.Q(
                                    ("cited_meeting__isnull", False),
                                    models.Q(("locator", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                models.Q(("kind", "document")),
                                models.Q(
                                    ("cited_document__isnull", False),
                                    models.Q(("symbol", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                models.Q(("kind", "resolution")), models.Q(("resolution", ""), _negated=True)
                            ),
                            models.Q(models.Q(("kind", "tool")), models.Q(("tool", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="citation_names_its_object",
                        violation_error_message="اذكر ما يُستشهد به بحسب نوعه: الصك، أو المادة، أو التوصية، أو الرمز …",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("key", ""), _negated=True), ("recommendation__isnull", False)
                        ),
                        fields=("recommendation", "key"),
                        name="citation_once_a_recommendation",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("key", ""), _negated=True), ("paragraph__isnull", False)
                        ),
                        fields=("paragraph", "key"),
                        name="citation_once_a_paragraph",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            models.Q(("text__startswith", " "), _negated=True),
                        ),
                        name="citation_text_not_empty",
                        violation_error_message="لا يجوز أن يكون النص فارغاً أو أن يبدأ بفراغ.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            models.Q(("end__gt", models.F("start")), ("end__isnull", False), ("start__isnull", False)),
                            _connector="OR",
                        ),
                        name="citation_place_in_order",
                        violation_error_message="آخر الموضع بعد أوله.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("decision", "")),
                            models.Q(
                                models.Q(("decision", ""), _negated=True), ("decided_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="citation_decision_dated",
                        violation_error_message="لكل قرار تاريخ، ولا تاريخ من غير قرار.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(fields=("instrument", "number"), name="article_once_a_number"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)),
                name="article_number_positive",
                violation_error_message="الأرقام تبدأ من 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.UniqueConstraint(
                fields=("earlier", "later"),
                name="kinship_once_a_pair",
                violation_error_message="هذه الصلة مسجلة.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(
                condition=models.Q(("earlier", models.F("later")), _negated=True),
                name="kinship_of_two",
                violation_error_message="الصلة بين توصيتين مختلفتين.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__gte", 0), ("score__lte", 1)),
                name="kinship_score_is_a_share",
                violation_error_message="القيمة بين 0 و1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decision", "")),
                    models.Q(models.Q(("decision", ""), _negated=True), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="kinship_decision_dated",
                violation_error_message="لكل قرار تاريخ، ولا تاريخ من غير قرار.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operativeclause",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_main", True), models.Q(("decision", "rejected"), _negated=True)),
                fields=("recommendation",),
                name="operative_clause_one_main",
                violation_error_message="للتوصية صيغة رئيسية واحدة.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operativeclause",
            constraint=models.CheckConstraint(
                condition=models.Q(("overrides", False), ("subparagraph__isnull", False), _connector="OR"),
                name="operative_clause_of_an_item_overrides",
            ),
        ),
        migrations.AddConstraint(
            model_name="operativeclause",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "verb_class__in",
                        (
                            "urged",
                            "should",
                            "requested",
                            "recommended",
                            "encouraged",
                            "invited",
                            "may_wish",
                            "could",
                        ),
                    )
                ),
                name="operative_clause_known_class",
            ),
        ),
        migrations.AddConstraint(
            model_name="operativeclause",
            constraint=models.CheckConstraint(
                condition=models.Q(("position__gte", 1)),
                name="operative_clause_position_positive",
                violation_error_message="الأرقام تبدأ من 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operativeclause",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("phrase", ""), _negated=True),
                    models.Q(("phrase__startswith", " "), _negated=True),
                ),
                name="operative_clause_phrase_not_empty",
                violation_error_message="لا يجوز أن يكون النص فارغاً أو أن يبدأ بفراغ.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operativeclause",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("end__isnull", True), ("start__isnull", True)),
                    models.Q(("end__gt", models.F("start")), ("end__isnull", False), ("start__isnull", False)),
                    _connector="OR",
                ),
                name="operative_clause_place_in_order",
                violation_error_message="آخر الموضع بعد أوله.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operativeclause",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decision", "")),
                    models.Q(models.Q(("decision", ""), _negated=True), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="operative_clause_decision_dated",
                violation_error_message="لكل قرار تاريخ، ولا تاريخ من غير قرار.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operativeaddressee",
            constraint=models.UniqueConstraint(
                fields=("clause", "code"), name="operative_addressee_once_a_clause"
            ),
        ),
        migrations.AddConstraint(
            model_name="operativeaddressee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "code__in",
                        (
                            "states_parties",
                            "states",
                            "origin_transit_destination",
                            "conference",
                            "working_group",
                            "secretariat",
                            "unodc",
                            "international_organizations",
                        ),
                    )
                ),
                name="operative_addressee_known_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="operativeaddressee",
            constraint=models.CheckConstraint(
                condition=models.Q(("position__gte", 1)),
                name="operative_addressee_position_positive",
                violation_error_message="الأرقام تبدأ من 1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("slug", ""), _negated=True), models.Q(("slug__startswith", " "), _negated=True)
                ),
                name="topic_slug_not_empty",
                violation_error_message="لا يجوز أن يكون النص فارغاً أو أن يبدأ بفراغ.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("label_ar", ""), _negated=True),
                    models.Q(("label_ar__startswith", " "), _negated=True),
                ),
                name="topic_label_not_empty",
                violation_error_message="لا يجوز أن يكون النص فارغاً أو أن يبدأ بفراغ.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent__isnull", True),
                    models.Q(("parent", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="topic_not_its_own_parent",
                violation_error_message="لا يكون الموضوع تحت نفسه.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topicassignment",
            constraint=models.UniqueConstraint(
                fields=("recommendation", "topic"),
                name="topic_assignment_once",
                violation_error_message="هذا الموضوع مسند إلى هذه التوصية.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topicassignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence__gte", 0), ("confidence__lte", 1)),
                name="topic_assignment_confidence_is_a_share",
                violation_error_message="القيمة بين 0 و1.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topicassignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decision", "")),
                    models.Q(models.Q(("decision", ""), _negated=True), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="topic_assignment_decision_dated",
                violation_error_message="لكل قرار تاريخ، ولا تاريخ من غير قرار.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topicrule",
            constraint=models.UniqueConstraint(
                fields=("topic", "kind", "value"),
                name="topic_rule_once_a_topic",
                violation_error_message="هذه القاعدة موجودة لهذا الموضوع.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topicrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("weight__gte", 1), ("weight__lte", 10)),
                name="topic_rule_weight_in_range",
                violation_error_message="الوزن من 1 إلى 10؛ وما يُستبعد نوعه «استبعاد».",
            ),
        ),
        migrations.AddConstraint(
            model_name="topicrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("value", ""), _negated=True),
                    models.Q(("value__startswith", " "), _negated=True),
                ),
                name="topic_rule_value_not_empty",
                violation_error_message="لا يجوز أن يكون النص فارغاً أو أن يبدأ بفراغ.",
            ),
        ),
    ]
