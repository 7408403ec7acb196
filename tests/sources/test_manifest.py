"""What a manifest may say, and the sentence that a wrong one gets."""

from pathlib import Path

import pytest

from archive.sources.manifest import (
    BadManifest,
    DeclaredBody,
    DeclaredFacts,
    DeclaredRelation,
    Manifest,
    parse_manifest,
    read_manifest,
)

WHOLE = """
specimen = true

[[source]]
file = "a.txt"
symbol = "XLIB/CONF/WG.2/2031/4"
body = "XLIB/CONF/WG.2"
kind = "compendium"
meeting_number = 4
language = "ar"
basis = "الغلاف"
title = "خلاصة التوصيات"
date = 2031-11-15
author = "مذكرة من الأمانة"
relation = { kind = "addendum", symbol = "XLIB/CONF/WG.2/2031/3" }

[[source]]
file = "b.txt"
date = "2031-11-16"
relation = "revision"

[[body]]
symbol = "XLIB/CONF"
name_ar = "مؤتمر المكتبات"
name_en = "Conference of Libraries"
term = "session"

[[body]]
symbol = "XLIB/CONF/WG.2"
name_ar = "الفريق العامل"
parent = "XLIB/CONF"
term = "meeting"
written_as = ["فريق المكتبات", "الفريق"]
"""


def test_a_whole_manifest_is_read(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text(WHOLE, encoding="utf-8")
    facts = DeclaredFacts(
        "XLIB/CONF/WG.2/2031/4",
        "XLIB/CONF/WG.2",
        "compendium",
        4,
        "ar",
        "الغلاف",
        "خلاصة التوصيات",
        "2031-11-15",
        "مذكرة من الأمانة",
        DeclaredRelation("addendum", "XLIB/CONF/WG.2/2031/3"),
    )
    other = DeclaredFacts(date="2031-11-16", relation=DeclaredRelation("revision"))
    group = DeclaredBody(
        "XLIB/CONF/WG.2", "الفريق العامل", None, "XLIB/CONF", "meeting", ("فريق المكتبات", "الفريق")
    )
    conference = DeclaredBody("XLIB/CONF", "مؤتمر المكتبات", "Conference of Libraries", None, "session")
    expected = Manifest({"a.txt": facts, "b.txt": other}, (conference, group), specimen=True)
    assert read_manifest(tmp_path) == expected


def test_no_manifest_declares_nothing(tmp_path: Path) -> None:
    assert [read_manifest(tmp_path), read_manifest(tmp_path / "none"), parse_manifest("")] == [Manifest()] * 3


def test_a_mark_and_crlf_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert read_manifest(tmp_path) == parse_manifest(WHOLE)


BODY = '[[body]]\nsymbol = "A"\nname_ar = "أ"\nterm = "meeting"\n'

WRONG = {
    "unknown key at the top": (
        "sources = []",
        "manifest.toml، أعلى الملف: المفتاح «sources» غير معروف. المفاتيح: specimen، source، body.",
    ),
    "unknown key of a source": (
        '[[source]]\nfile = "a.txt"\nsimbol = "A/1"',
        "manifest.toml، [[source]] رقم 1: المفتاح «simbol» غير معروف. "
        "المفاتيح: file، symbol، body، kind، meeting_number، language، basis، title، date، author، relation.",
    ),
    "no date": (
        '[[source]]\nfile = "a.txt"\ndate = "15 November 2021"',
        "manifest.toml، [[source]] رقم 1: يأخذ المفتاح «date» تاريخاً على هيئة 2021-11-15. صحّح قيمته.",
    ),
    "no relation": (
        '[[source]]\nfile = "a.txt"\nrelation = { symbol = "A/1" }',
        "manifest.toml، [[source]] رقم 1: يأخذ المفتاح «relation» علاقة من addendum، corrigendum، revision، "
        "أو جدولاً فيه kind وsymbol. صحّح قيمته.",
    ),
    "unknown kind": (
        '[[source]]\nfile = "a.txt"\nkind = "report"',
        "manifest.toml، [[source]] رقم 1: يأخذ المفتاح «kind» إحدى القيم: "
        "compendium، meeting-report، secretariat-report. صحّح قيمته.",
    ),
    "no file": (
        '[[source]]\nsymbol = "A/1"',
        "manifest.toml، [[source]] رقم 1: ينقصه المفتاح «file». أضفه.",
    ),
    "a path": (
        '[[source]]\nfile = "../a.txt"',
        "manifest.toml، [[source]] رقم 1: يأخذ المفتاح «file» اسم ملف مجرداً من المجلد. صحّح قيمته.",
    ),
    "a number in quotes": (
        '[[source]]\nfile = "a.txt"\nmeeting_number = "7"',
        "manifest.toml، [[source]] رقم 1: يأخذ المفتاح «meeting_number» "
        "عدداً صحيحاً من 1 فصاعداً بغير علامتي اقتباس. صحّح قيمته.",
    ),
    "an empty text": (
        '[[source]]\nfile = "a.txt"\nsymbol = " "',
        "manifest.toml، [[source]] رقم 1: يأخذ المفتاح «symbol» نصاً غير فارغ بين علامتي اقتباس. صحّح قيمته.",
    ),
    "a source twice": (
        '[[source]]\nfile = "a.txt"\n[[source]]\nfile = "a.txt"',
        "manifest.toml، [[source]]: تكررت القيمة «a.txt» للمفتاح «file». أبق واحداً منها.",
    ),
    "a body twice": (
        BODY + BODY,
        "manifest.toml، [[body]]: تكررت القيمة «A» للمفتاح «symbol». أبق واحداً منها.",
    ),
    "a body without a term": (
        '[[body]]\nsymbol = "A"\nname_ar = "أ"',
        "manifest.toml، [[body]] رقم 1: ينقصه المفتاح «term». أضفه.",
    ),
    "a body that is its own parent": (
        BODY + 'parent = "A"',
        "manifest.toml، [[body]]: الهيئة «A» تنتهي بمفتاح «parent» إلى نفسها. صحّحه.",
    ),
    "forms that are no list": (
        BODY + 'written_as = "أ"',
        "manifest.toml، [[body]] رقم 1: يأخذ المفتاح «written_as» قائمة نصوص بين معقوفين. صحّح قيمته.",
    ),
    "one table for many": (
        '[source]\nfile = "a.txt"',
        "manifest.toml، أعلى الملف: يأخذ المفتاح «source» "
        "جداول، كل منها تحت عنوان بين معقوفين مزدوجين. صحّح قيمته.",
    ),
    "no true or false": (
        "specimen = 1",
        "manifest.toml، أعلى الملف: يأخذ المفتاح «specimen» true أو false. صحّح قيمته.",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_manifest_is_refused_with_key_and_remedy(text: str, sentence: str) -> None:
    with pytest.raises(BadManifest) as refusal:
        parse_manifest(text, ("compendium", "meeting-report", "secretariat-report"))
    assert refusal.value.sentence == sentence


def test_without_a_list_of_kinds_any_kind_is_taken() -> None:
    declared = parse_manifest('[[source]]\nfile = "a.txt"\nkind = "report"').sources
    assert declared == {"a.txt": DeclaredFacts(kind="report")}


@pytest.mark.parametrize("data", ["name = أ".encode(), "# نص".encode("cp1256"), b"specimen ="])
def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "manifest.toml").write_bytes(data)
    with pytest.raises(BadManifest, match=r"^manifest\.toml: "):
        read_manifest(tmp_path)


def test_a_folder_in_its_place_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").mkdir()
    with pytest.raises(BadManifest, match=r"^manifest\.toml: تعذرت قراءة الملف"):
        read_manifest(tmp_path)
