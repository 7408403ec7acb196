"""Named tools: the data are whole, and their forms are found in any dress."""

import pytest

from archive.arabic.normalize import folded_with_offsets
from archive.vocabulary.tools import find_tools, read_tools


def found_in(text: str) -> list[tuple[str, str]]:
    folded, offsets = folded_with_offsets(text)
    return [(one.code, text[offsets[one.start] : offsets[one.end]]) for one in find_tools(folded)]


def test_every_tool_has_its_names_and_every_form_is_of_one_tool() -> None:
    tools = read_tools()
    forms = [form for tool in tools for form in tool.forms]
    assert [tool.code for tool in tools if not (tool.name_ar and tool.name_en and tool.forms)] == []
    assert [len({tool.code for tool in tools}), len(set(forms))] == [len(tools), len(forms)]


@pytest.mark.parametrize("tool", read_tools(), ids=lambda tool: tool.code)
def test_every_form_finds_its_tool(tool: object) -> None:
    missed = [form for form in tool.forms if [code for code, _ in found_in(f"في {form}.")] != [tool.code]]  # type: ignore[attr-defined]
    assert missed == []


PLACES = {
    'عبر بوابة "شيرلوك".': [("sherloc", 'بوابة "شيرلوك"')],
    "وبالاستبيان المتعلق بتهريب المهاجرين": [
        ("self-assessment-questionnaire", "بالاستبيان المتعلق بتهريب المهاجرين")
    ],
    "ولقاعدة بيانات السوابقِ القضائية": [("case-law-database", "قاعدة بيانات السوابقِ القضائية")],
    "نظام وثائق مكتبة الإنتربول الرقمية للتبويضات (Dial-Doc)، و": [
        ("interpol-dial-doc", "نظام وثائق مكتبة الإنتربول الرقمية للتبويضات (Dial-Doc)")
    ],
    # the longer form counts
    "قاعدة بيانات المنظمة الدولية للشرطة الجنائية": [
        ("interpol-databases", "قاعدة بيانات المنظمة الدولية للشرطة الجنائية")
    ],
    "https://sherloc.unodc.org وشيرلوكية وقواعد بيانات": [],
}


@pytest.mark.parametrize(("text", "found"), PLACES.items())
def test_where_a_tool_is_named(text: str, found: list[tuple[str, str]]) -> None:
    assert found_in(text) == found
