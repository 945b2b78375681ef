"""The relationships of a package, .docx or .xlsx: where each of its parts leads."""

import posixpath
from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct


class Lien(Protocol):
    """An element «Relationship», whatever read it."""

    def get(self, attribut: str, /) -> str | None:
        """What an attribute holds, or None."""


class Relation(Struct, frozen=True):
    """A link from a part to another (its absolute name) or to an address outside."""

    id: str
    type: str
    cible: str
    externe: bool = False

    @property
    def genre(self) -> str:
        """The last word of its type («styles»), which both forms of the format share."""
        return self.type.rpartition("/")[2]


def read_relations(source: str, liens: Iterable[Lien]) -> list[Relation]:
    """Where a part leads («» for the package). Raises ValueError when a link is not whole."""
    return [_read_relation(source, lien) for lien in liens]


def rels_of(source: str) -> str:
    """The name of the part that holds the relationships of another."""
    dossier, nom = posixpath.split(source)
    return posixpath.join(dossier, "_rels", f"{nom}.rels")


def source_of(rels: str) -> str:
    """The name of the part whose relationships that one holds."""
    dossier, nom = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(dossier), nom.removesuffix(".rels"))


def _read_relation(source: str, lien: Lien) -> Relation:
    identifiant, type_, cible = (lien.get(attribut) for attribut in ("Id", "Type", "Target"))
    if identifiant is None or type_ is None or cible is None:
        raise ValueError(source)
    externe = lien.get("TargetMode") == "External"
    if not externe:
        chemin = posixpath.join("/", posixpath.dirname(source), cible)
        cible = posixpath.normpath(chemin).lstrip("/")
    return Relation(identifiant, type_, cible, externe)
