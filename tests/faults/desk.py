"""Staff at the form of a recommendation, on a server of a test's own."""

import http.client
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

from tests.faults.serving import PATIENCE, Server, environment, wait_until

#: A program that signs so many in as it is told, and says of each the session, and the locator and key of his own
#: recommendation.
SIGNED_IN = """
import sys
import django; django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from archive.models import Recommendation
from config.session_store import SessionStore
for at, row in enumerate(Recommendation.objects.filter(subparagraphs=None).order_by("pk")[:int(sys.argv[1])]):
    user = User.objects.create_superuser(f"amina-{at}", password="of a test, and long")
    session = SessionStore()
    session.update({SESSION_KEY: str(user.pk), HASH_SESSION_KEY: user.get_session_auth_hash(),
                    BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend"})
    session.save()
    print(session.session_key, row.locator, row.pk)
"""


class Desk:
    """One of the staff at the form of one recommendation."""

    def __init__(self, server: Server, session: str, path: str) -> None:
        self.server, self.path, self.cookies = server, path, {"sessionid": session}
        self.fields: dict[str, str] = {}

    @classmethod
    def several(cls, server: Server, house: Path, database: str, people: int) -> "list[tuple[Desk, str]]":
        """Each at a form of his own, with its locator."""
        told = manage_program(house, database, "-c", SIGNED_IN, str(people)).splitlines()
        return [
            (cls(server, session, f"/admin/archive/recommendation/{key}/change/"), locator)
            for session, locator, key in map(str.split, told)
        ]

    def open(self) -> None:
        """The form as it is now, with its own text alone: what hangs on it is left as it is."""
        page = wait_until(lambda: told[1] if (told := self._ask("GET", None))[0] == 200 else "")
        named = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
        self.fields = {name: value for name, value in named if not re.search(r"-\d+-|__prefix__", name)}
        self.fields |= {name: "0" for name in self.fields if name.endswith(("-TOTAL_FORMS", "-INITIAL_FORMS"))}
        self.fields |= {"state": "published", "agenda_item": "", "withdrawn_because": ""}

    def save(self, text: str) -> int:
        return self._ask("POST", {**self.fields, "chapeau": text, "_save": "1"})[0]

    def saved(self, text: str) -> bool:
        """Opens the form and saves it."""
        self.open()
        return self.save(text) == 302

    def text(self, locator: str) -> str:
        self.cookies, kept = {}, self.cookies
        status, told = self._ask("GET", None, f"/api/v1/recommendations/{locator}/")
        self.cookies = kept
        return str(json.loads(told)["chapeau"]) if status == 200 else ""

    def _ask(self, method: str, form: dict[str, str] | None, path: str = "") -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path or self.path, urlencode(form) if form else None, head)
        answer = connection.getresponse()
        for given in answer.headers.get_all("Set-Cookie") or []:
            name, _is, value = given.partition(";")[0].partition("=")
            self.cookies[name] = value
        body = answer.read().decode()
        connection.close()
        return answer.status, body


def manage_program(house: Path, database: str, program: str, *options: str) -> str:
    done = subprocess.run(
        [sys.executable, program, *options], cwd=house,
        env={**environment(house, database), "PYTHONPATH": str(house)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout
