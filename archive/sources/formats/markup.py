"""XML of strangers: no entity is expanded, no document type is taken, nothing is fetched."""

from typing import Any

from lxml import etree

from archive.sources.refusals import unreadable

#: lxml carries no types.
Element = Any

#: A declaration of a document type in the encodings that XML may be in without saying so.
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def parse_markup(data: bytes, name: str) -> Element:
    """The root of a document. Raises Unreadable: it is no XML, it is cut off or too deep, it declares a type.

    `name` is the part's or the file's, for the sentence.
    """
    if any(sign in data for sign in _DOCTYPES):
        raise unreadable("doctype", detail=name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise unreadable("broken_part", detail=name) from error
    if root is None:
        raise unreadable("broken_part", detail=name)
    if root.getroottree().docinfo.doctype:
        raise unreadable("doctype", detail=name)
    return root


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
