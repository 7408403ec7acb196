"""Automatic numbers: definitions with their levels, overrides and restarts, counted as the paragraphs come."""

import re
from dataclasses import dataclass, replace

from ..markup import Element
from .numerals import numeral
from .styles import StyleNumbering, Styles
from .word import W, is_on, number_in, value_of

#: Word knows nine levels.
LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """`restart`: after a paragraph of which level (from 1) it begins anew; 0 never, None after any higher one."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: str = "tab"
    restart: int | None = None
    is_legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list: whose definition it counts with, what it starts at instead, levels that it has of its own."""

    definition: str
    starts: dict[int, int]
    own: dict[int, ListLevel]


class AutomaticNumbers:
    """Counts as the paragraphs of a text are shown to it, in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, dict[int, ListLevel]] = {}
        self._linked: dict[str, str] = {}
        self._named: dict[str, str] = {}
        self._by_style: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._begun: set[tuple[str, int]] = set()
        #: Forms of numbers that were met and are not known: they are shown as figures.
        self.unknown_forms: set[str] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        for element in root.findall(W + "abstractNum"):
            key = value_of(element, "abstractNumId")
            self._definitions.setdefault(key, _levels(element))
            linked, own = value_of(element.find(W + "numStyleLink")), value_of(element.find(W + "styleLink"))
            if linked:
                self._linked[key] = linked
            name = value_of(element.find(W + "name")).casefold()
            if name:
                self._named.setdefault(name, key)
            if own:
                self._by_style.setdefault(own, key)
        for element in root.findall(W + "num"):
            starts: dict[int, int] = {}
            own_levels: dict[int, ListLevel] = {}
            for override in element.findall(W + "lvlOverride"):
                level = number_in(override, "ilvl")
                start = number_in(override.find(W + "startOverride"))
                if level is not None and start is not None:
                    starts[level] = start
                given = override.find(W + "lvl")
                if level is not None and given is not None:
                    own_levels[level] = _level(given)
            definition = value_of(element.find(W + "abstractNumId"))
            self._lists.setdefault(value_of(element, "numId"), _List(definition, starts, own_levels))

    def of_paragraph(self, properties: Element | None, style: str) -> tuple[str, int] | None:
        """The list and the level of a paragraph, from its own properties or from its style; None without a list."""
        own = properties.find(W + "numPr") if properties is not None else None
        number = value_of(own.find(W + "numId")) if own is not None else ""
        level = number_in(own.find(W + "ilvl")) if own is not None else None
        told = self._styles.numbering(style)
        if number == "0" or (not number and told.number in (None, "0")):
            return None
        if number:
            return number, level if level is not None else (told.level or 0)
        return str(told.number), level if level is not None else self._level_of_style(told, style)

    def _level_of_style(self, told: StyleNumbering, style: str) -> int:
        """A style of headings names its list alone; the level of the list names the style."""
        if told.level is not None:
            return told.level
        listed = self._lists.get(str(told.number))
        chain = [value_of(one, "styleId") for one in self._styles.chain(style)]
        levels = self._all_levels(listed) if listed is not None else {}
        return next(
            (at for name in chain for at, one in sorted(levels.items()) if name and one.style == name), 0
        )

    def _definition_of(self, listed: _List) -> str:
        """A definition may stand for that of a style of lists."""
        key, seen = listed.definition, set()
        while key in self._linked and key not in seen:
            seen.add(key)
            style = self._linked[key]
            named = self._styles.numbering(style).number
            other = self._lists.get(named or "")
            key = self._by_style.get(style) or (other.definition if other is not None else key)
        return key

    def _all_levels(self, listed: _List) -> dict[int, ListLevel]:
        return self._definitions.get(self._definition_of(listed), {}) | listed.own

    def list_named(self, name: str, levels: dict[int, ListLevel]) -> str:
        """A list by its name, of the file where it defines one; else one of these levels."""
        key = f"named:{name.casefold()}"
        definition = self._named.get(name.casefold(), key) if name else key
        self._definitions.setdefault(definition, levels)
        self._lists.setdefault(key, _List(definition, {}, {}))
        return key

    def label(self, number: str, level: int, *, first: int | None = None) -> str:
        """The printed label of the next paragraph of this list and level, with the blank behind it; "" without one.

        `first`: the number that it has, from which the list goes on.
        """
        listed = self._lists.get(number)
        if listed is None or level >= LEVELS:
            return ""
        levels = self._all_levels(listed)
        if level not in levels:
            return ""
        definition = self._definition_of(listed)
        if first is not None:
            self._begun.add((number, level))
            self._counts[definition, level] = first - 1
        self._count(definition, number, listed, levels, level)
        own = levels[level]
        if own.form == "bullet":
            return "• "
        text = _PLACE.sub(
            lambda match: self._figure(definition, listed, levels, int(match[1]) - 1, own), own.text
        )
        return f"{text.strip()}{'' if own.gap == 'nothing' else ' '}" if text.strip() else ""

    def _count(
        self, definition: str, number: str, listed: _List, levels: dict[int, ListLevel], level: int
    ) -> None:
        key = (definition, level)
        first = (number, level) not in self._begun
        self._begun.add((number, level))
        if first and level in listed.starts:
            self._counts[key] = listed.starts[level]
        elif key in self._counts:
            self._counts[key] += 1
        else:
            self._counts[key] = listed.starts.get(level, levels[level].start)
        for below in range(level + 1, LEVELS):
            after = levels[below].restart if below in levels else None
            if after is None or level < after:
                self._counts.pop((definition, below), None)

    def _figure(
        self, definition: str, listed: _List, levels: dict[int, ListLevel], level: int, shown_by: ListLevel
    ) -> str:
        there = levels.get(level, ListLevel())
        number = self._counts.get((definition, level), listed.starts.get(level, there.start))
        form = "decimal" if shown_by.is_legal and there.form != "none" else there.form
        shown = numeral(form, number)
        if shown is None:
            self.unknown_forms.add(form)
            return str(number)
        return shown


def _form_of(element: Element) -> str:
    """The name of the form; of one of the file's own, how it is written: «001, 002, 003, ...»."""
    form = value_of(element)
    return f"custom {value_of(element, 'format')}".strip() if form == "custom" else form


def _levels(definition: Element) -> dict[int, ListLevel]:
    found: dict[int, ListLevel] = {}
    for element in definition.findall(W + "lvl"):
        level = number_in(element, "ilvl")
        if level is not None and level < LEVELS:
            found.setdefault(level, _level(element))
    return found


def _level(element: Element) -> ListLevel:
    start, restart = number_in(element.find(W + "start")), number_in(element.find(W + "lvlRestart"))
    # A newer form may stand in an alternative beside the usual one, which comes last.
    forms = [_form_of(one) for one in element.iter(W + "numFmt")]
    level = ListLevel(
        form=forms[-1] if forms and forms[-1] else "decimal",
        text=value_of(element.find(W + "lvlText")),
        gap=value_of(element.find(W + "suff")) or "tab",
        restart=restart,
        is_legal=bool(is_on(element, "isLgl")),
        style=value_of(element.find(W + "pStyle")),
    )
    return replace(level, start=start if start is not None else 0)
