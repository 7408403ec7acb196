"""What was read last, as digests: one a kind and record, one a kind for what is read from all records at once."""

from collections.abc import Collection

from archive.models import Derivation

#: Kind, recommendation, paragraph; neither for what is read from all records.
Key = tuple[str, int | None, int | None]


class ReadDigests:
    """Digests are looked up here and noted; `save` writes what was noted, in two statements.

    `at_hand`: all of them are read at once, of an archive that is small.
    """

    def __init__(self, *, at_hand: bool) -> None:
        self._at_hand = at_hand
        self._known: dict[Key, tuple[int, str]] = {}
        self._all_known = False
        self._noted: dict[Key, str] = {}

    def digests(self, kind: str, owner: str, records: Collection[int]) -> dict[int, str]:
        """Of these recommendations or paragraphs; those never read are left out."""
        if not self._at_hand:
            self._read(kind=kind, **{f"{owner}__in": records})
        elif not self._all_known:
            self._read()
            self._all_known = True
        keys = {record: _key(kind, owner, record) for record in records}
        return {record: digest for record, key in keys.items() if (digest := self._digest(key))}

    def digest_of_all(self, kind: str) -> str:
        if not self._all_known:
            self._read(kind=kind, recommendation=None, paragraph=None)
        return self._digest((kind, None, None))

    def note(self, kind: str, digest: str, owner: str = "", record: int | None = None) -> None:
        self._noted[_key(kind, owner, record)] = digest

    def save(self) -> None:
        noted = self._noted.items()
        old = [Derivation(pk=self._known[key][0], digest=said) for key, said in noted if key in self._known]
        new = [
            Derivation(kind=key[0], recommendation_id=key[1], paragraph_id=key[2], digest=said)
            for key, said in noted
            if key not in self._known
        ]
        Derivation.objects.bulk_update(old, ["digest"], batch_size=500)
        Derivation.objects.bulk_create(new, batch_size=500)
        self._known.update({_key_of(row): (row.pk, row.digest) for row in new})
        self._noted.clear()

    def _digest(self, key: Key) -> str:
        return self._noted.get(key) or self._known.get(key, (0, ""))[1]

    def _read(self, **which: object) -> None:
        rows = Derivation.objects.filter(**which).values_list("kind", "recommendation", "paragraph", "pk", "digest")
        self._known.update({(kind, one, other): (pk, digest) for kind, one, other, pk, digest in rows})


def _key(kind: str, owner: str, record: int | None) -> Key:
    return kind, record if owner == "recommendation" else None, record if owner == "paragraph" else None


def _key_of(row: Derivation) -> Key:
    return row.kind, row.recommendation_id, row.paragraph_id
