"""Words that whoever guesses a password of this archive tries first."""

import re
from typing import Any

from django.core.exceptions import ValidationError

#: Of the house and its field, in the letters of either script as they are typed.
WORDS = (
    "unodc", "untoc", "ctoc", "unitednations", "vienna", "secretariat", "conference", "workinggroup", "convention",
    "protocol", "recommendations", "recommendation", "archive", "delegate", "meeting",
    "أرشيف", "الأرشيف", "التوصيات", "توصيات", "الأممالمتحدة", "فيينا", "الأمانة", "المؤتمر", "الفريقالعامل",
    "الاتفاقية", "البروتوكول",
)  # fmt: skip
#: What must be left when they are taken out: half of the twelve that a password has.
_LEFT = 6
_WORD = re.compile("|".join(sorted(WORDS, key=len, reverse=True)))
_SIGNS = re.compile(r"[\W\d_]+")


class OwnWordsValidator:
    """Refuses a password that is little more than words of this archive with figures and signs between them."""

    def validate(self, password: str, user: Any = None) -> None:
        left = _WORD.sub("", _SIGNS.sub("", password.lower()))
        if len(left) < _LEFT and _WORD.search(_SIGNS.sub("", password.lower())):
            raise ValidationError(self.get_help_text(), code="own_words")

    def get_help_text(self) -> str:
        return "لا تكن كلمة السر من كلمات هذا الأرشيف وحدها، مثل اسمه أو أسماء هيئاته، ولو معها أرقام."
