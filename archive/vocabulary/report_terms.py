"""The words by which the parts of a report are known: its agenda, its list of documents, headings of its items."""

#: Stands in the paragraph that lists the agenda; normalised.
AGENDA = "جدول الاعمال"
#: The same in English papers: «adopted the following agenda».
AGENDA_IN_ENGLISH = "the following agenda"
#: How a heading over recommendations goes on to the title of the agenda item; normalised.
ITEM_HEADINGS: tuple[str, ...] = (
    "توصيات بشان ", "التوصيات المتعلقه ب", "توصيات متعلقه ب", "توصيات عن ",
    "recommendations on ", "recommendations concerning ", "recommendations relating to ", "recommendations regarding ",
)  # fmt: skip
#: Opens the list of a meeting's documents («كان معروضا على الفريق العامل ما يلي:»); normalised.
DOCUMENTS_LIST = "كان معروضا"
#: What a star on a cover leads to, as a title.
PROVISIONAL_AGENDA = "جدول الأعمال المؤقت"
