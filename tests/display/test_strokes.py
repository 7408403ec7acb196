"""The strokes of the timeline and of the ruler."""

from archive.display.pictures.strokes import (
    Bars,
    Ruler,
    RulerLabel,
    RulerMeeting,
    Strokes,
    build_bars,
    build_column,
    build_ruler,
    build_share,
    build_strokes,
)


def test_strokes_fill_rows_of_eleven_from_the_ground_up() -> None:
    assert build_strokes(2, rtl=False) == Strokes("M5 14v-14M15 14v-14", 112, 14)
    assert build_strokes(2, rtl=True) == Strokes("M105 14v-14M95 14v-14", 112, 14)
    twelve = build_strokes(12, rtl=False)
    assert (twelve.height, twelve.path.endswith("M105 32v-14M5 14v-14")) == (32, True)


def test_the_ruler_lights_what_is_meant_and_dashes_what_is_missing() -> None:
    meetings = [RulerMeeting(1, 2, frozenset({2}), True), RulerMeeting(2, 0)]
    assert build_ruler(meetings, rtl=False) == Ruler(
        width=19,
        rest="M1.5 3v10",
        bars="M0 8H6",
        lit="M4.5 0v16",
        gaps="M12 8H19",
        meant_gaps="",
        labels=(RulerLabel(1, "15.79%", True), RulerLabel(2, "81.58%", False)),
        as_bars=False,
    )
    assert build_ruler(meetings, rtl=True).lit == "M14.5 0v16"


def test_a_long_record_is_drawn_in_bars() -> None:
    ruler = build_ruler([RulerMeeting(1, 601, frozenset({1}), True)], rtl=False)
    assert (ruler.rest, ruler.bars, ruler.lit, ruler.as_bars) == ("", "M0 8H1803", "M1.5 0v16", True)


def test_a_solid_column_is_as_high_as_its_share() -> None:
    heights = {count: build_column(count, 400).path for count in (0, 1, 200, 400)}
    assert heights == {0: "M56 86v-0", 1: "M56 86v-1", 200: "M56 86v-43", 400: "M56 86v-86"}


def test_of_a_long_record_a_share_of_each_bar_is_lit() -> None:
    meetings = [RulerMeeting(1, 400, share=0.25), RulerMeeting(2, 400)]
    assert build_ruler(meetings, rtl=False).lit == "M0 8H300"
    assert build_ruler(meetings, rtl=True).lit == "M2406 8H2106"


def test_many_meetings_are_bars_from_the_start_side() -> None:
    assert build_bars([3, 0, 6], rtl=False) == Bars("M2 60v-30M10 60v-60", 12, 60, 1)
    assert build_bars([3, 0, 6], rtl=True) == Bars("M10 60v-30M2 60v-60", 12, 60, 1)
    assert build_bars([], rtl=True) == Bars("", 0, 60, 1)


def test_thousands_of_meetings_share_their_bars() -> None:
    bars = build_bars([1] * 20_000, rtl=False)
    assert (bars.each, bars.path.count("M"), bars.width) == (84, 239, 956)


def test_a_share_lies_at_the_start_side() -> None:
    assert (build_share(1, 4, rtl=False), build_share(1, 4, rtl=True)) == ("M0 4h25", "M100 4h-25")
    assert build_share(0, 0, rtl=False) == "M0 4h0"
