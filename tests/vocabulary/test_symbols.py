import pytest

from archive.vocabulary.symbols import (
    as_printed,
    body_of,
    find_symbols,
    is_symbol,
    read_job_number,
    slug,
    symbols_of,
    year_of,
)

BODIES = ("CTOC/COP", "CTOC/COP/WG.7", "CTOC/COP/WG.4", "A")


@pytest.mark.parametrize(
    "symbol",
    [
        "CTOC/COP/WG.7/2019/5",
        "ctoc/cop/wg.7/2019/5",
        "CTOC/COP/WG.7/2020/INF/1/Rev.1",
        "CTOC/COP/WG.7/2020/L.1/Add.2",
        "A/CONF.234/11",
        "A/CONF.234/L.6",
        "E/CN.15/2020/6",
        "A/RES/74/148",
        "A/HRC/S-17/2/Add.1",
        "CERD/C/URY/CO/16-20",
        "A/79/62-E/2024/3",
    ],
)
def test_symbols_of_documents_are_found_in_a_line_as_printed(symbol: str) -> None:
    assert is_symbol(f" {symbol} ")
    assert find_symbols(f"(الوثيقة {symbol}).") == [(9, 9 + len(symbol), symbol)]


@pytest.mark.parametrize(
    "text",
    [
        "CTOC/COP/WG.7",
        "CTOC/COP",
        "and/or",
        "HIV/AIDS",
        "القرار 1/9",
        "V.20-05359 2/10",
        "https://www.unodc.org/documents/treaties/2019/5",
        "https://docs.un.org/ar/CTOC/COP/WG.7/2019/5",
        "أيلول/سبتمبر 2020",
        "CTOC/COP/WG.7/2019/5x",
        "",
    ],
)
def test_what_is_no_symbol_of_a_document(text: str) -> None:
    assert find_symbols(text) == []
    assert not is_symbol(text)


def test_all_symbols_of_a_line_come_in_order() -> None:
    text = "CTOC/COP/WG.7/2019/4، وCTOC/COP/WG.7/2019/5، و A/CONF.234/11"
    assert [(text[start:end], symbol) for start, end, symbol in find_symbols(text)] == [
        ("CTOC/COP/WG.7/2019/4", "CTOC/COP/WG.7/2019/4"),
        ("CTOC/COP/WG.7/2019/5", "CTOC/COP/WG.7/2019/5"),
        ("A/CONF.234/11", "A/CONF.234/11"),
    ]


@pytest.mark.parametrize(
    ("symbol", "printed"),
    [
        ("ctoc/cop/wg.7/2020/inf/1/rev.1", "CTOC/COP/WG.7/2020/INF/1/Rev.1"),
        ("a/79/62/add.1/corr.2", "A/79/62/Add.1/Corr.2"),
        ("CTOC/COP/2020/1/Rev.1", "CTOC/COP/2020/1/Rev.1"),
        ("CTOC/COP/2020/1/REV.1", "CTOC/COP/2020/1/REV.1"),
        ("s/res/2133 (2014)", "S/RES/2133 (2014)"),
    ],
)
def test_a_symbol_in_small_letters_is_given_as_papers_print_it(symbol: str, printed: str) -> None:
    assert as_printed(symbol) == printed


def test_a_joint_symbol_names_its_paper_whole_and_by_each_of_its_parts() -> None:
    assert symbols_of("A/79/62-E/2024/3") == ("A/79/62-E/2024/3", "A/79/62", "E/2024/3")
    assert symbols_of("CERD/C/URY/CO/16-20") == ("CERD/C/URY/CO/16-20",)


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("CTOC/COP/WG.7/2019/5", "ctoc-cop-wg7-2019-5"),
        ("CTOC/COP/WG.7", "ctoc-cop-wg7"),
        ("CTOC/COP/WG.7/2020/INF/1/Rev.1", "ctoc-cop-wg7-2020-inf-1-rev1"),
        ("V.19-08455", "v19-08455"),
        ("S/RES/2491 (2019)", "s-res-2491-2019"),
    ],
)
def test_slugs_are_small_letters_without_dots(symbol: str, expected: str) -> None:
    assert slug(symbol) == expected


@pytest.mark.parametrize(
    ("symbol", "body"),
    [
        ("CTOC/COP/WG.7/2019/5", "CTOC/COP/WG.7"),
        ("ctoc/cop/wg.4/2024/2", "CTOC/COP/WG.4"),
        ("CTOC/COP/2024/1", "CTOC/COP"),
        ("CTOC/COP/WG.77/2024/1", "CTOC/COP"),
        ("CTOC/COP", "CTOC/COP"),
        ("A/CONF.234/11", "A"),
        ("E/CN.15/2020/6", None),
    ],
)
def test_a_symbol_belongs_to_the_nearest_body(symbol: str, body: str | None) -> None:
    assert body_of(symbol, BODIES) == body


@pytest.mark.parametrize(
    ("symbol", "year"),
    [("CTOC/COP/WG.7/2019/5", 2019), ("E/CN.15/2020/6", 2020), ("A/CONF.234/11", None), ("A/74/148", None)],
)
def test_the_year_is_a_component_of_its_own(symbol: str, year: int | None) -> None:
    assert year_of(symbol) == year


@pytest.mark.parametrize(
    ("typed", "job_number"),
    [
        ("V.19-08455", "V.19-08455"),
        (" v.24-13453 ", "V.24-13453"),
        ("GE.19-123456", "GE.19-123456"),
        ("v1908455", "V.19-08455"),
        ("v.1908455", "V.19-08455"),
        ("V19-08455", "V.19-08455"),
        ("V 19 08455", "V.19-08455"),
        ("V.19–08455", "V.19-08455"),
        ("V.19-08455 (A)", None),
        ("1908455", None),
        ("كوفيد-19", None),
        ("V.19-084", None),
        ("", None),
    ],
)
def test_a_job_number_is_read_with_or_without_its_signs(typed: str, job_number: str | None) -> None:
    assert read_job_number(typed) == job_number
