"""Five of the staff save at once: each text is saved, or its writer is told so within the time that he waits."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tests.faults.desk import Desk, manage_program
from tests.faults.serving import serving

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]

PEOPLE = 5
ROUNDS = 4


def test_each_of_five_saves_at_once_is_done_or_said_not_to_be(house: Path, loaded_database: str) -> None:
    with serving(house, loaded_database) as server, ThreadPoolExecutor(PEOPLE) as pool:
        staff = Desk.several(server, house, loaded_database, PEOPLE)
        together, answers = Barrier(PEOPLE), []

        def save(desk: Desk, text: str) -> int:
            together.wait()
            return desk.save(text)

        for turn in range(ROUNDS):
            for desk, _locator in staff:
                desk.open()
            before = [desk.text(locator) for desk, locator in staff]
            texts = [f"ينبغي للدول أن تصون القناة {at} للمرة {turn}." for at in range(PEOPLE)]
            told = list(pool.map(save, [desk for desk, _locator in staff], texts))
            held = [desk.text(locator) for desk, locator in staff]
            wanted = [new if status == 302 else old for status, old, new in zip(told, before, texts, strict=True)]
            assert held == wanted, told
            answers += told
        assert set(answers) <= {302, 503}
        # The second of the house that a save takes fits five times into what is waited.
        assert answers.count(302) >= ROUNDS
        assert "Traceback" not in server.said()
        # Whoever was told to wait saves what he has still in his page.
        assert all(desk.saved("ينبغي للدول أن تصون القناة الأخيرة.") for desk, _locator in staff)
    program = str(Path(__file__).with_name("saves.py"))
    assert "0 left behind" in manage_program(house, loaded_database, program, "look")
