"""What staff send: a file; the facts that they state of it in the place of what was read off its cover."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from archive.admin.entries import DayField
from archive.models import Upload
from archive.parsing.families import family_of, kinds_of
from archive.sources.manifest import LANGUAGES, RELATIONS, TERMS

from .shown import ACCEPTING, at_desk

_RELATION_NAMES = {"addendum": "إضافة إلى وثيقة", "corrigendum": "تصويب لوثيقة", "revision": "تنقيح لوثيقة"}
_TERM_NAMES = {"session": "دورات", "meeting": "اجتماعات"}
_LANGUAGE_NAMES = {
    "ar": "العربية", "en": "الإنكليزية", "es": "الإسبانية", "fr": "الفرنسية", "ru": "الروسية", "zh": "الصينية"
}  # fmt: skip
_AS_READ = [("", "كما قُرئ")]
#: Which fields the sentence of a problem asks for.
ASKED_BY = {
    "unknown_kind": ("kind",),
    "unknown_body": ("body",),
    "unknown_body_offered": ("body", "body_name", "body_term"),
    "contradicting_body": ("body",),
    "body_named_otherwise": ("body",),
    "unknown_title": ("title",),
    "doubtful_title": ("title",),
    "unknown_meeting": ("meeting_number",),
}


class UploadForm(forms.Form):
    """The file. `whole` stands behind it in what is sent: without it the sending was cut off."""

    file = forms.FileField(
        label="الملف",
        allow_empty_file=True,
        error_messages={
            "required": "لم يصل ملف. اختر ملفاً أو أفلته في الإطار.",
            "missing": "لم يصل ملف. اختر ملفاً أو أفلته في الإطار.",
            "invalid": "لم يصل ملف. اختر ملفاً أو أفلته في الإطار.",
        },
    )
    whole = forms.CharField(
        widget=forms.HiddenInput, initial="1",
        error_messages={"required": "انقطع الإرسال قبل أن يصل الملف كله، فلم يُحفظ منه شيء. أعد إرساله."},
    )  # fmt: skip


class AnswersForm(forms.Form):
    """Facts of the cover: what is left as it was read is not stated, what is emptied is read off the cover again."""

    kind = forms.ChoiceField(label="النوع", required=False)
    symbol = forms.CharField(label="الرمز", required=False, max_length=80)
    title = forms.CharField(
        label="العنوان", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2, "dir": "rtl"})
    )
    body = forms.CharField(label="رمز الهيئة", required=False, max_length=60)
    body_name = forms.CharField(
        label="اسم الهيئة", required=False, max_length=300, help_text="إن كانت هيئة لا يعرفها الأرشيف بعد."
    )
    body_term = forms.ChoiceField(
        label="تعقد", required=False, choices=[*_AS_READ, *((code, _TERM_NAMES[code]) for code in TERMS)]
    )
    meeting_number = forms.IntegerField(
        label="رقم الاجتماع أو الدورة", required=False, min_value=1, max_value=9999
    )
    date = DayField(label="التاريخ", required=False)
    author = forms.CharField(label="جهة الإعداد", required=False, max_length=200)
    language = forms.ChoiceField(
        label="اللغة", required=False, choices=[*_AS_READ, *((code, _LANGUAGE_NAMES[code]) for code in LANGUAGES)]
    )
    relation = forms.ChoiceField(
        label="صلتها بوثيقة أخرى",
        required=False,
        choices=[*_AS_READ, *((code, _RELATION_NAMES[code]) for code in RELATIONS)],
    )
    relation_symbol = forms.CharField(label="رمز تلك الوثيقة", required=False, max_length=80)
    name = forms.CharField(label="اسم الملف في الأرشيف", required=False, max_length=200)
    accept = forms.BooleanField(
        label=f"{ACCEPTING}، ويُؤخذ بما يخالف فيه المحفوظ إلا ما عدّله الموظفون", required=False
    )

    def __init__(self, sent: Any = None, *, upload: Upload) -> None:
        self.upload = upload
        said = {**read_facts(upload.reading), **upload.answers, "name": upload.name}
        if said.get("date"):
            said["date"] = date.fromisoformat(said["date"])
        if said.get("meeting_number"):
            said["meeting_number"] = int(said["meeting_number"])  # figures that are typed are compared with a number
        super().__init__(sent, initial=said)
        kinds: Any = self.fields["kind"]
        kinds.choices = [*_AS_READ, *((code, family_of(code).name_ar) for code in kinds_of())]
        for name in ("symbol", "body", "relation_symbol", "name"):
            self.fields[name].widget.attrs["dir"] = "ltr"
        for name in asked_of(upload):
            self.fields[name].widget.attrs["aria-describedby"] = "asked"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = " ".join(value.split())
        if cleaned.get("relation_symbol") and not cleaned.get("relation"):
            self.add_error("relation", "اذكر صلتها بتلك الوثيقة: أهي إضافة أم تصويب أم تنقيح؟")
        return cleaned

    def answers(self) -> dict[str, Any]:
        """The answers until now, with those that were changed."""
        said = dict(self.upload.answers)
        for name in self.changed_data:
            value = self.cleaned_data[name]
            if name == "name":
                continue
            said.pop(name, None)
            if value not in ("", None, False):
                said[name] = value.isoformat() if name == "date" else value
        return said


def read_facts(reading: Mapping[str, Any]) -> dict[str, Any]:
    """What was read off the cover, by the names of the fields."""
    facts = reading.get("facts", {})
    found = {**facts.get("sure", {}), **facts.get("guessed", {})}
    names = ("symbol", "title", "body", "meeting_number", "date", "author")
    relation = {name: reading.get(name, "") for name in ("relation", "relation_symbol")}
    kind = facts.get("kind", "")
    known = {"kind": kind} if kind in kinds_of() else {}
    return {**{name: found[name] for name in names if name in found}, **relation, **known}


def asked_of(upload: Upload) -> list[str]:
    """The fields that what was read asks for; `accept` where nothing but a person's word lets a doubtful reading in."""
    problems = upload.reading.get("problems", [])
    asked = [name for one in problems for name in ASKED_BY.get(one["code"], ())]
    if upload.state == Upload.State.ASKS and ACCEPTING in at_desk(upload.reason):
        asked.append("accept")
    return list(dict.fromkeys(asked))
