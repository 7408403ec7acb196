"""How a cited thing is called in the reader's language."""

from archive.citing.names import KnownNames
from archive.citing.things import Thing
from archive.citing.writing import name_in_arabic, name_in_english

from .language import is_english


def name_of(thing: Thing, names: KnownNames) -> str:
    """«الاجتماع الرابع، التوصية 12»; `fourth meeting, recommendation 12` in English."""
    treaty = names.treaties.get(thing.instrument) if thing.instrument else None
    if is_english():
        return name_in_english(thing, treaty.name_en if treaty else "")
    return name_in_arabic(thing, treaty.forms[1] or treaty.forms[0] if treaty else "")
