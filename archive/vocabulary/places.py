"""The places where meetings are held: their English names by the Arabic ones, as data."""

from .data_files import read_rows

ENGLISH_PLACES: dict[str, str] = {arabic: english for arabic, english in read_rows("places.tsv")}
