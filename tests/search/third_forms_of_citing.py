"""A third table of forms of citing, written before any was tried: slides, chats, filenames, speech put into writing."""

THIRD_FORMS: dict[str, tuple[str, ...]] = {
    "/recommendations/ctoc-cop-wg7.4.12/": (
        "توصية ١٢ من ٤", "التوصية 12 من 4", "توصية 12 من الرابع", "التوصية الثانية عشرة من الرابع",
        "recommendation 4 12", "rec 4 12", "4,12", "٤،١٢", "rec. 4,12", "recommendation 4, 12",
        "التوصية 4، 12", "rec 12 from the 4th", "recommendation 12 (fourth)", "recommendation twelve, meeting four",
        "meeting four, recommendation twelve", "meeting four recommendation 12", "rec twelve of meeting four",
        "the 12th rec. of the 4th", "WG7_4_12", "WG.7 4_12", "4_12", "rec_4_12", "Rec-4-12", "rec=4.12",
        "Recommendation 12 [fourth meeting]", "Rec. 12 {4th meeting}", "recommendation 12 under the fourth meeting",
        "recommendation 12 emanating from the fourth meeting", "recommendation 12 agreed at the fourth meeting",
        "recommendation 12 issued by the fourth meeting", "recommendation 12 made by the fourth meeting",
        "التوصية 12 المعتمدة في الاجتماع الرابع", "التوصية 12 التي اعتمدها الاجتماع الرابع",
        "التوصية 12 التي صدرت عن الاجتماع الرابع", "التوصية 12 المنبثقة عن الاجتماع الرابع",
        "التوصية 12 الواردة في تقرير الاجتماع الرابع", "التوصية 12 ضمن الاجتماع الرابع",
        "التوصية الثانية عشرة للاجتماع الرابع", "التوصية رقم اثنتي عشرة من الاجتماع الرابع",
        "التوصية 12 / الاجتماع الرابع", "التوصية 12 | الاجتماع الرابع", "Rec 12 | Meeting 4", "Rec. 12 • 4th meeting",
        "الاجتماع الرابع: التوصية 12", "الاجتماع الرابع ← التوصية 12", "4th meeting → recommendation 12",
        "4th meeting: rec 12", "Rec. 12, 4th mtg.", "Rec.12,4th meeting", "REC. 12 OF THE FOURTH MEETING",
    ),
    "/recommendations/ctoc-cop-wg7.5.2/#k": (
        "5,2 (k)", "توصية 2 (ك) من 5", "rec 2(k) from the 5th", "item k of recommendation two of the fifth meeting",
    ),
    "/list/?items=ctoc-cop-wg7.7.3,ctoc-cop-wg7.7.4,ctoc-cop-wg7.7.5": (
        "توصيات 3-5 من 7", "recs 3 to 5 from the 7th", "recommendations three through five of the seventh meeting",
        "recommendations 3, 4 and 5 agreed at the seventh meeting",
    ),
    "/meetings/ctoc-cop-wg7.4/": ("meeting four", "meeting number four", "الاجتماع رقم أربعة"),
}

THIRD_NOWHERE: tuple[str, ...] = (
    "4,12 مليون", "4,12 %", "1,000", "12,5", "4,12,2020", "4,12 euros", "توصية 12 من 30 مشاركاً", "12 من 4",
    "توصية واحدة من 4", "12 من الرابع من مايو", "12 from the 4th of May", "recommendation 12 from the 4th of May",
    "recommendation 4 12 months", "rec 4 12 2020", "4_12_2020", "file_4_12_final",
    "meeting four people", "meeting four times a year", "meeting one another", "meeting number", "12 4", "4 12",
    "twelve of four", "four twelve", "التوصية من 4", "من 4 إلى 12", "rec=", "rec_", "توصيات من 7 دول",
    "توصيات 3 دول من 7", "recommendation 12 of the fourth committee", "recommendation 12 under review",
    "التوصية 12 ضمن القائمة", "recommendation twelve months later", "agreed at the fourth meeting",
    "اجتماع أربعة وزراء", "الاجتماع رقم", "recommendation 12 agreed by the parties", "4th meeting → next steps",
)
