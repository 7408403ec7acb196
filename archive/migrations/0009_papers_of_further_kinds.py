"""Series, parts, relations between papers, earlier texts, and what a load recognised."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0008_words_of_recommendations"),
    ]

    operations = [
        migrations.CreateModel(
            name="EarlierText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="النص كاملاً")),
                ("printed_text", models.TextField(verbose_name="النص كاملاً كما طُبع")),
            ],
            options={
                "verbose_name": "نص سابق",
                "verbose_name_plural": "النصوص السابقة",
                "ordering": ["recommendation_id", "pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="recommendation",
            options={
                "ordering": [
                    "meeting__body__symbol",
                    "meeting__number",
                    "series",
                    "number",
                    "suffix",
                    "copy",
                ],
                "verbose_name": "توصية",
                "verbose_name_plural": "التوصيات",
            },
        ),
        migrations.RemoveConstraint(
            model_name="paragraph",
            name="paragraph_once_a_number",
        ),
        migrations.RemoveConstraint(
            model_name="paragraph",
            name="paragraph_number_positive",
        ),
        migrations.RemoveConstraint(
            model_name="recommendation",
            name="recommendation_once_a_number",
        ),
        migrations.AddField(
            model_name="document",
            name="in_force",
            field=models.BooleanField(
                default=False,
                help_text=(
                    "للتنقيحات: يؤكَّد بتحميل ملف التنقيح وحده بالأمر load_archive --accept ثم مساره، فيؤخذ بتوصياته "
                    "ويبقى النص السابق محفوظاً."
                ),
                verbose_name="حلّ نصها محل نص سابقتها",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="left_out",
            field=models.JSONField(
                blank=True, default=list, editable=False, verbose_name="أسطر ليست من النص"
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="relates_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="related_papers",
                to="archive.document",
                verbose_name="الوثيقة التي تتبعها",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="relation",
            field=models.CharField(
                blank=True,
                choices=[("addendum", "إضافة"), ("corrigendum", "تصويب"), ("revision", "تنقيح")],
                max_length=12,
                verbose_name="صلتها بوثيقة أخرى",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="relation_symbol",
            field=models.CharField(blank=True, max_length=80, verbose_name="رمز تلك الوثيقة"),
        ),
        migrations.AddField(
            model_name="document",
            name="symbols",
            field=models.JSONField(blank=True, default=list, editable=False, verbose_name="كل الرموز"),
        ),
        migrations.AddField(
            model_name="erratum",
            name="corrigendum",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="corrections_listed",
                to="archive.document",
                verbose_name="من وثيقة التصويب",
            ),
        ),
        migrations.AddField(
            model_name="paragraph",
            name="part",
            field=models.CharField(blank=True, max_length=300, verbose_name="الجزء الذي فتح السلسلة"),
        ),
        migrations.AddField(
            model_name="paragraph",
            name="series",
            field=models.PositiveSmallIntegerField(
                default=0,
                help_text="0 للسلسلة الأولى؛ يفتح كل مرفق أو قرار سلسلة أخرى.",
                verbose_name="السلسلة",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="form",
            field=models.CharField(
                blank=True,
                choices=[
                    ("heading", "تحت عنوان برقمها"),
                    ("inline", "رقمها في أول نصها"),
                    ("paragraph", "فقرة مرقمة"),
                    ("letter", "بند بحرف"),
                    ("table", "في جدول"),
                ],
                max_length=10,
                verbose_name="الشكل في المصدر",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="series",
            field=models.PositiveSmallIntegerField(
                default=0,
                help_text="0 للسلسلة الأولى، و1 فما فوق حين يُستأنف الترقيم من 1 في الاجتماع نفسه.",
                verbose_name="السلسلة",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="suffix",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="لاحقة الرقم"),
        ),
        migrations.AlterField(
            model_name="paragraph",
            name="printed_number",
            field=models.CharField(blank=True, max_length=40, verbose_name="الرقم كما طُبع"),
        ),
        migrations.AlterField(
            model_name="recommendation",
            name="printed_number",
            field=models.CharField(blank=True, max_length=40, verbose_name="الرقم كما طُبع"),
        ),
        migrations.AddConstraint(
            model_name="paragraph",
            constraint=models.UniqueConstraint(
                fields=("document", "series", "number", "copy"), name="paragraph_once_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.UniqueConstraint(
                fields=("meeting", "series", "number", "suffix", "copy"), name="recommendation_once_a_number"
            ),
        ),
        migrations.AddField(
            model_name="earliertext",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="earlier_texts",
                to="archive.document",
                verbose_name="الوثيقة التي كان فيها",
            ),
        ),
        migrations.AddField(
            model_name="earliertext",
            name="recommendation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="earlier_texts",
                to="archive.recommendation",
                verbose_name="التوصية",
            ),
        ),
        migrations.AddConstraint(
            model_name="earliertext",
            constraint=models.UniqueConstraint(
                fields=("recommendation", "document"), name="earlier_text_once_a_document"
            ),
        ),
    ]
