"""The strokes of the timeline and of the ruler."""

from archive.views.strokes import Ruler, RulerLabel, RulerMeeting, Strokes, build_ruler, build_strokes


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
        bars="",
        lit="M4.5 0v16",
        gaps="M12 8H19",
        meant_gaps="",
        labels=(RulerLabel(1, "15.79%", True), RulerLabel(2, "81.58%", False)),
    )
    assert build_ruler(meetings, rtl=True).lit == "M14.5 0v16"


def test_a_long_record_is_drawn_in_bars() -> None:
    ruler = build_ruler([RulerMeeting(1, 601, frozenset({1}), True)], rtl=False)
    assert (ruler.rest, ruler.bars, ruler.lit) == ("", "M0 8H1803", "M1.5 0v16")
