"""The catalogues are complete and compiled: what Arabic says, English says too."""

import gettext
import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as CatalogueMessage
from django.conf import settings
from django.contrib import admin, auth
from django.core.management import CommandError, call_command
from django.utils import translation

from archive.management.catalogues import (
    brought_up_to_date,
    compiled,
    language_of,
    own_catalogues,
    read_catalogue,
    untranslated,
)
from archive.management.extraction import Message, all_messages, in_module, in_template

_PLACEHOLDER = re.compile(r"%\((\w+)\)")
_ARABIC = re.compile(r"[\u0621-\u064A]")
_LATIN = re.compile(r"(?<!%\()\b[A-Za-z]+\b")




def catalogue(language: str) -> Catalog:
    (path,) = [path for path in own_catalogues() if language_of(path) == language]
    return read_catalogue(path)


def forms(entry: CatalogueMessage) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)


def test_the_extractor_finds_every_way_of_saying_it(tmp_path: Path) -> None:
    template = tmp_path / "page.html"
    template.write_text(
        "{% load i18n %}<p title=\"{% translate 'عنوان' %}\">{{ name|default:_('بلا اسم') }}</p>"
        "{% blocktranslate trimmed with place=place %}\n  في\n  {{ place }}\n{% endblocktranslate %}"
        "{% blocktranslate count n=n %}{{ n }} توصية{% plural %}{{ n }} توصيات{% endblocktranslate %}"
        "{% translate 'الأول' context 'اجتماع' %}"
    )
    assert list(in_template(template)) == [
        Message(None, "عنوان", None),
        Message(None, "بلا اسم", None),
        Message(None, "في %(place)s", None),
        Message(None, "%(n)s توصية", "%(n)s توصيات"),
        Message("اجتماع", "الأول", None),
    ]
    module = tmp_path / "names.py"
    module.write_text(
        "from django.utils.translation import gettext_lazy as _, ngettext\n"
        "A = _('متن')\nB = ngettext('%(count)s بند', '%(count)s بند', 3)\nC = str('ليس رسالة')\n"
        "D = {'documents': '%(count)s وثيقة'}\n"
    )
    assert list(dict.fromkeys(in_module(module))) == [
        Message(None, "متن", None),
        Message(None, "%(count)s بند", "%(count)s بند"),
        Message(None, "%(count)s وثيقة", "%(count)s وثيقة"),
    ]


def test_what_is_used_stands_with_its_files(tmp_path: Path) -> None:
    (tmp_path / "templates" / "parts").mkdir(parents=True)
    (tmp_path / "archive").mkdir()
    (tmp_path / "templates" / "page.html").write_text("{% load i18n %}{% translate 'ب' %}{% translate 'أ' %}")
    (tmp_path / "templates" / "parts" / "part.html").write_text("{% load i18n %}{% translate 'ب' %}" * 2)
    (tmp_path / "archive" / "names.py").write_text(
        "from django.utils.translation import gettext as _\nA = _('ب')\nB = _('ج')\n"
    )
    assert all_messages(tmp_path) == {
        Message(None, "ب", None): ["templates/page.html", "templates/parts/part.html", "archive/names.py"],
        Message(None, "أ", None): ["templates/page.html"],
        Message(None, "ج", None): ["archive/names.py"],
    }


HEAD = """# A remark of the translator.
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def write_catalogue(folder: Path, language: str, entries: str) -> Path:
    path = folder / "locale" / language / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(f"{HEAD}\n{entries}")
    return path


def test_a_catalogue_is_brought_up_to_date_and_keeps_what_the_translator_wrote(tmp_path: Path) -> None:
    path = write_catalogue(
        tmp_path,
        "en",
        """
msgid "قديم"
msgstr "old"

# Said of papers.
#: templates/gone.html
msgid "متن"
msgstr "text"

#, python-format
msgid "%(count)s بند"
msgid_plural "%(count)s بند"
msgstr[0] "%(count)s item"
msgstr[1] "%(count)s items"
""",
    )
    used = {
        Message(None, "%(count)s بند", "%(count)s بند"): ["archive/b.py"],
        Message("اجتماع", "الأول", None): ["archive/b.py"],
        Message(None, "متن", None): ["templates/a.html", "archive/b.py"],
    }
    catalogue, text = brought_up_to_date(path, used)
    assert text == (
        f"""{HEAD}
#: archive/b.py
#, python-format
msgid "%(count)s بند"
msgid_plural "%(count)s بند"
msgstr[0] "%(count)s item"
msgstr[1] "%(count)s items"

#: archive/b.py
msgctxt "اجتماع"
msgid "الأول"
msgstr ""

# Said of papers.
#: archive/b.py templates/a.html
msgid "متن"
msgstr "text"
"""
    )
    assert [entry.id for entry in untranslated(catalogue)] == ["الأول"]
    assert list(catalogue.obsolete) == ["قديم"]
    path.write_text(text)
    assert brought_up_to_date(path, used)[1] == text


def test_the_language_of_the_ids_needs_its_counts_alone(tmp_path: Path) -> None:
    path = write_catalogue(tmp_path, settings.LANGUAGE_CODE, "")
    used = {Message(None, "متن", None): ["a"], Message(None, "%(n)s بند", "%(n)s بند"): ["a"]}
    catalogue, _text = brought_up_to_date(path, used)
    assert [entry.id for entry in catalogue if entry.id] == [("%(n)s بند", "%(n)s بند")]


def test_a_catalogue_that_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "BASE_DIR", tmp_path)
    path = write_catalogue(tmp_path, "en", 'msgid "متن"\nmsgster "text"\n')
    with pytest.raises(CommandError) as raised:
        compiled(path)
    assert str(raised.value) == "locale/en/LC_MESSAGES/django.po cannot be read: 'msgster \"text\"'"


def test_a_compiled_catalogue_says_what_its_source_says(tmp_path: Path) -> None:
    path = write_catalogue(
        tmp_path,
        "en",
        'msgid "متن"\nmsgstr "text"\n\nmsgctxt "اجتماع"\nmsgid "الأول"\nmsgstr "first"\n\nmsgid "فارغ"\nmsgstr ""\n\n'
        'msgid "%(n)s بند"\nmsgid_plural "%(n)s بند"\nmsgstr[0] "%(n)s item"\nmsgstr[1] "%(n)s items"\n',
    )
    target = path.with_suffix(".mo")
    target.write_bytes(compiled(path))
    with target.open("rb") as file:
        read = gettext.GNUTranslations(file)
    said = [read.gettext("متن"), read.pgettext("اجتماع", "الأول"), read.gettext("فارغ")]
    assert said == ["text", "first", "فارغ"]
    assert [read.ngettext("%(n)s بند", "%(n)s بند", n) for n in (1, 2)] == ["%(n)s item", "%(n)s items"]


def test_the_catalogues_are_what_the_command_would_write() -> None:
    call_command("extract_messages", check=True)


def test_compiled_catalogues_equal_their_sources() -> None:
    call_command("compile_translations", check=True)


def test_every_message_has_an_english_translation() -> None:
    missing = [entry.id for entry in untranslated(catalogue("en"))]
    assert missing == [], "Fill them in in locale/en/…/django.po, then manage.py compile_translations."


def test_every_count_has_its_forms_in_both_languages() -> None:
    counted = [found for found in all_messages(settings.BASE_DIR) if found.plural is not None]
    missing = []
    for language, number in (("ar", 6), ("en", 2)):
        entries = catalogue(language)
        for found in counted:
            entry = entries.get(found.singular, found.context)
            if entry is None or entry.id != (found.singular, found.plural) or len(forms(entry)) != number:
                missing.append(f"{language}: {found.singular}")
    assert missing == []
    assert counted != []


def test_messages_are_arabic() -> None:
    foreign = [
        found.singular
        for found in all_messages(settings.BASE_DIR)
        if _LATIN.search(found.singular) and not _ARABIC.search(found.singular)
    ]
    assert foreign == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_translation_uses_the_placeholders_of_its_message(language: str) -> None:
    wrong = []
    for entry in catalogue(language):
        message = entry.id if isinstance(entry.id, str) else entry.id[0]
        expected = set(_PLACEHOLDER.findall(message))
        for form, text in enumerate(forms(entry) if message else ()):
            found = set(_PLACEHOLDER.findall(text))
            # «توصيتان» says its number itself; larger counts need it.
            spoken = language == "ar" and form in (0, 1, 2) and found < expected
            if found != expected and not spoken:
                wrong.append(f"{message} [{form}]: {text}")
    assert wrong == []


def test_what_we_say_otherwise_than_django_is_something_that_django_says() -> None:
    own = read_catalogue(Path(settings.LOCALE_PATHS[1]) / "ar" / "LC_MESSAGES" / "django.po")
    said: dict[str, Any] = {}
    for part in (admin, auth):
        # The English catalogue has every sentence; what Django says in Arabic of it stands over that.
        for language in ("en", "ar"):
            theirs = read_catalogue(Path(part.__file__).parent / "locale" / language / "LC_MESSAGES" / "django.po")
            said |= {str(entry.id): entry.string for entry in theirs if entry.id}
    assert [entry.id for entry in own if entry.id and said.get(str(entry.id), entry.string) == entry.string] == []
    with translation.override("ar"):
        assert translation.gettext("The {name} “{obj}” was changed successfully.") == "حُفظ التعديل: {name} «{obj}»."
