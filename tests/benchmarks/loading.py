"""Many papers in one folder: the first load, one in which nothing has changed, and one in which one paper has.

`python -m tests.benchmarks.loading [PAPERS]`: SQLite, a database of its own in var/tmp; our own texts, by the
specimen, each with its symbol, its meeting or its title. Processor time, and what `load_archive` says of its progress.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SPECIMEN = ROOT / "sources"
_REPORT, _PAPER = "report-of-the-fourth-meeting.txt", "technical-assistance.txt"


def write_papers(folder: Path, count: int) -> None:
    """Half of them reports of meetings, half papers of the Secretariat."""
    report, paper = ((SPECIMEN / name).read_text("utf-8") for name in (_REPORT, _PAPER))
    declared = (SPECIMEN / "manifest.toml").read_text("utf-8")
    said = ["specimen = true\n"]
    for number in range(1, count + 1):
        name = f"paper-{number:05}.txt"
        if number % 2:
            text = report.replace("الرطوبة", f"الرطوبة رقم {number}")
            facts = f'symbol = "XLIB/CONF/WG.2/2034/R{number}"\nbody = "XLIB/CONF/WG.2"\nkind = "meeting-report"\n'
            facts += f"meeting_number = {number + 10}\n"
        else:
            text = paper.replace("270635", f"{300000 + number}").replace("X.35-02214", f"X.35-{10000 + number}")
            text = text.replace("تقديم المساعدة التقنية إلى", f"تقديم المساعدة التقنية رقم {number} إلى")
            facts = f'symbol = "XLIB/CONF/2035/T{number}"\nbody = "XLIB/CONF"\nkind = "secretariat-report"\n'
        (folder / name).write_text(text, "utf-8")
        said.append(f'[[source]]\nfile = "{name}"\n{facts}basis = "made for measuring"\n')
    said.append(declared[declared.index("# Bodies that the sources name") :])
    (folder / "manifest.toml").write_text("\n".join(said), "utf-8")


def load(folder: Path, database: str) -> str:
    environment = {**os.environ, "DATABASE_URL": database, "ARCHIVE_SOURCES": str(folder)}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [sys.executable, "manage.py", "load_archive"], cwd=ROOT, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    said = (done.stdout + done.stderr).strip().splitlines()
    took = time.monotonic() - began
    return f"{used:8.2f} s of processor, {took:8.2f} s by the clock, status {done.returncode}: {said[0]}"


def main() -> None:
    count = next((int(one) for one in sys.argv[1:] if one.isdigit()), 1000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "papers"
        folder.mkdir()
        write_papers(folder, count)
        database = f"sqlite:///{name}/own.sqlite3"
        environment = {**os.environ, "DATABASE_URL": database}
        subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity=0"], cwd=ROOT, env=environment, check=True)
        for said in ("first", "again", "again", "again"):
            print(f"{said:10}", load(folder, database), flush=True)
        changed = folder / "paper-00001.txt"
        changed.write_text(changed.read_text("utf-8").replace("مرتين في اليوم", "ثلاث مرات في اليوم"), "utf-8")
        for said in ("one changed", "again", "again"):
            print(f"{said:10}", load(folder, database), flush=True)


if __name__ == "__main__":
    main()
