"""The catalogues are complete and compiled: what Arabic says, English says too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib
import pytest
from django.core.management import call_command
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent

# Function of django.utils.translation → how many of its first arguments are (context, singular, plural).
FUNCTIONS = {
    "gettext": (0, 1), "gettext_lazy": (0, 1), "gettext_noop": (0, 1),
    "ngettext": (0, 2), "ngettext_lazy": (0, 2),
    "pgettext": (1, 1), "pgettext_lazy": (1, 1),
    "npgettext": (1, 2), "npgettext_lazy": (1, 2),
}  # fmt: skip
_STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
# What templatize() leaves of a template: gettext('…'), ngettext('…', '…',count), _("…") between blanks.
_CALL = re.compile(rf"(?<![A-Za-z])(n?p?gettext|_)\(\s*({_STRING}(?:\s*,\s*{_STRING})*)")
_PLACEHOLDER = re.compile(r"%\((\w+)\)")
_ARABIC = re.compile(r"[\u0621-\u064A]")
_LATIN = re.compile(r"(?<!%\()\b[A-Za-z]+\b")


class Message(NamedTuple):
    context: str | None
    singular: str
    plural: str | None


def message(function: str, strings: list[str]) -> Message:
    contexts, texts = FUNCTIONS[function]
    context = strings[0] if contexts else None
    return Message(context, strings[contexts], strings[contexts + 1] if texts == 2 else None)


def in_template(path: Path) -> Iterator[Message]:
    for function, strings in _CALL.findall(templatize(path.read_text(), origin=str(path))):
        yield message("gettext" if function == "_" else function, list(ast.literal_eval(f"({strings},)")))


def in_module(path: Path) -> Iterator[Message]:
    tree = ast.parse(path.read_text())
    names = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in FUNCTIONS
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            strings = node.args[: sum(FUNCTIONS[names[node.func.id]])]
            if all(isinstance(string, ast.Constant) for string in strings):
                yield message(names[node.func.id], [ast.literal_eval(string) for string in strings])
        # Counts may stand in a table; wherever they stand, the same words serve for one and for many.
        elif isinstance(node, ast.Constant) and str(node.value).startswith("%(count)s ") and names:
            yield Message(None, str(node.value), str(node.value))


def used() -> dict[Message, str]:
    """Every message of ours, with one place where it stands."""
    found = {}
    for path in sorted((ROOT / "templates").rglob("*.html")):
        found.update(dict.fromkeys(in_template(path), str(path.relative_to(ROOT))))
    for path in sorted((ROOT / "archive").rglob("*.py")):
        found.update(dict.fromkeys(in_module(path), str(path.relative_to(ROOT))))
    return found


def catalogue(language: str) -> dict[tuple[str | None, str], polib.POEntry]:
    file = polib.pofile(str(ROOT / "locale" / language / "LC_MESSAGES" / "django.po"))
    return {(entry.msgctxt, entry.msgid): entry for entry in file if entry.translated()}


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


def test_compiled_catalogues_equal_their_sources() -> None:
    call_command("compile_translations", check=True)


def test_every_message_has_an_english_translation() -> None:
    english = catalogue("en")
    missing = [
        f"{place}: {found.singular}"
        for found, place in used().items()
        if (found.context, found.singular) not in english
    ]
    assert missing == [], "Add them to locale/en/…/django.po, then manage.py compile_translations."


def test_every_count_has_its_forms_in_both_languages() -> None:
    counted = [found for found in used() if found.plural is not None]
    catalogues = {"ar": (catalogue("ar"), 6), "en": (catalogue("en"), 2)}
    missing = []
    for language, (entries, forms) in catalogues.items():
        for found in counted:
            entry = entries.get((found.context, found.singular))
            if entry is None or entry.msgid_plural != found.plural or len(entry.msgstr_plural) != forms:
                missing.append(f"{language}: {found.singular}")
    assert missing == []


def test_messages_are_arabic() -> None:
    foreign = [
        found.singular
        for found in used()
        if _LATIN.search(found.singular) and not _ARABIC.search(found.singular)
    ]
    assert foreign == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_translation_uses_the_placeholders_of_its_message(language: str) -> None:
    wrong = []
    for entry in catalogue(language).values():
        expected = set(_PLACEHOLDER.findall(entry.msgid))
        for form, text in (entry.msgstr_plural or {None: entry.msgstr}).items():
            found = set(_PLACEHOLDER.findall(text))
            # «توصيتان» says its number itself; larger counts need it.
            spoken = language == "ar" and form in (0, 1, 2) and found < expected
            if found != expected and not spoken:
                wrong.append(f"{entry.msgid} [{form}]: {text}")
    assert wrong == []
