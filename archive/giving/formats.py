"""The formats in which a selection is given out: one table, which addresses, pages and the command read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .akn import write_akn
from .asking import Wishes
from .citation_files import write_bibtex, write_csl, write_ris
from .csv_table import write_csv
from .docx.compendium import write_compendium
from .docx.package import MEDIA_TYPE as DOCX
from .docx.register import write_register
from .docx.thematic import write_thematic
from .given import GivenSelection
from .json_records import write_json, write_json_lines
from .one_page.writing import write_page
from .pdf.writing import is_installed, write_pdf
from .xlsx_table import MEDIA_TYPE as XLSX
from .xlsx_table import write_xlsx

#: Word opens longer papers, but nobody waits for them at a page; the command takes its time.
MOST_IN_A_PAPER = 5000

Write = Callable[[GivenSelection, Wishes], bytes | Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """`ending` is that of the address; `name` and `about` say in words what it is and what is in it.

    A file has about `base` bytes and `each` more for every recommendation. A `paper` has an end: MOST_IN_A_PAPER.
    `sets_languages`: it is read as it is set, so that pages offer it in either language and in both.
    `is_of_a_text`: the page of one recommendation names it to programs as another form of its text.
    """

    ending: str
    media_type: str
    name: Promise
    about: Promise
    write: Write
    base: int
    each: int
    is_paper: bool = False
    is_of_a_text: bool = False
    sets_languages: bool = False

    def size(self, count: int) -> int:
        """About how many bytes the file will have."""
        return self.base + self.each * count

    def is_too_long(self, count: int) -> bool:
        return self.is_paper and count > MOST_IN_A_PAPER


PDF = "pdf"
_ALL: tuple[FileFormat, ...] = (
    FileFormat("docx", DOCX, _("خلاصة للطباعة والتحرير (Word)"),
               _("غلاف ومحتويات، والنصوص تحت عناوين الاجتماعات بأرقامها الرسمية"),
               write_compendium, 7_500, 115, is_paper=True, is_of_a_text=True, sets_languages=True),
    FileFormat(PDF, "application/pdf", _("خلاصة للقراءة والطباعة (PDF)"), _("الورقة نفسها بصفحات ثابتة وفهرس"),
               write_pdf, 42_000, 1_400, is_paper=True, sets_languages=True),
    FileFormat("index.docx", DOCX, _("فهرس مواضيعي (Word)"),
               _("المواضيع وتحت كل منها أرقام التوصيات وأوائلها، وجدولا المواد والجهات المخاطَبة"),
               write_thematic, 8_500, 80, is_paper=True, sets_languages=True),
    FileFormat("xlsx", XLSX, _("جدول (Excel)"), _("سطر لكل توصية: النص وبياناته وتصنيفه ورابطه"),
               write_xlsx, 8_500, 235),
    FileFormat("csv", "text/csv; charset=utf-8", _("جدول نصي (CSV)"), _("الأعمدة نفسها لأي برنامج جداول"),
               write_csv, 500, 1_100),
    FileFormat("json", "application/json; charset=utf-8", _("بيانات (JSON)"), _("السجلات كاملة للبرامج"),
               write_json, 500, 3_830),
    FileFormat("jsonl", "application/jsonl; charset=utf-8", _("بيانات سطراً سطراً (JSON Lines)"),
               _("سجل كامل في كل سطر"), write_json_lines, 0, 3_830),
    FileFormat("html", "text/html; charset=utf-8", _("صفحة واحدة بلا شبكة (HTML)"),
               _("كل النصوص مع بحث فيها، تُفتح من أي جهاز بلا اتصال"), write_page, 17_000, 1_030, is_paper=True,
               sets_languages=True),
    FileFormat("xml", "application/akn+xml; charset=utf-8", _("نص موسوم (Akoma Ntoso)"),
               _("بنية النصوص وأرقامها بلغة الوسم التي تستعملها الأمم المتحدة"),
               write_akn, 2_000, 820, is_of_a_text=True),
    FileFormat("ris", "application/x-research-info-systems; charset=utf-8", _("استشهادات (RIS)"),
               _("لبرامج المراجع مثل زوتيرو وإندنوت"), write_ris, 0, 1_150, is_of_a_text=True),
    FileFormat("bib", "application/x-bibtex; charset=utf-8", _("استشهادات (BibTeX)"),
               _("لمن يكتب بلغة LaTeX"), write_bibtex, 0, 1_250, is_of_a_text=True),
    FileFormat("csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", _("استشهادات (CSL-JSON)"),
               _("لبرامج المراجع والمواقع"), write_csl, 0, 1_350, is_of_a_text=True),
)  # fmt: skip


#: What the register of requests is given out as.
REGISTER_FORMATS: tuple[FileFormat, ...] = (
    FileFormat("docx", DOCX, _("سجل للطباعة والتحرير (Word)"),
               _("الطلبات تحت عناوين الاجتماعات، وتحت كل طلب ما أُفيد به عنه"),
               write_register, 7_500, 800, is_paper=True, sets_languages=True),
    FileFormat("xlsx", XLSX, _("جدول (Excel)"), _("سطر لكل طلب: النص والمطلوب منه وما أُفيد به ورابطه"),
               write_xlsx, 8_500, 900),
    FileFormat("csv", "text/csv; charset=utf-8", _("جدول نصي (CSV)"), _("الأعمدة نفسها لأي برنامج جداول"),
               write_csv, 500, 4_000),
)  # fmt: skip
#: The formats that this machine can write.
FORMATS = tuple(one for one in _ALL if one.ending != PDF or is_installed())


def find_format(ending: str, formats: Sequence[FileFormat] | None = None) -> FileFormat | None:
    """That of these, or of all that this machine can write."""
    return next((one for one in (FORMATS if formats is None else formats) if one.ending == ending), None)
