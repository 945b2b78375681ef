"""The package that a .docx is: parts, the relationships between them, their content types."""

import posixpath

from lxml import etree
from msgspec import Struct, field

from rapportpv.core.relations import Relation, read_relations, rels_of, source_of
from rapportpv.word.archive import TYPES
from rapportpv.word.ooxml import PAQUET, RELATIONS, TYPES_MIME, Element, parse, serialise


class PaquetIllisibleError(ValueError):
    """The archive is not a Word document."""


_ACCESSOIRES = ("docProps/", "customXml/")  # Word opens a document whatever they are


class Paquet(Struct):
    """The parts of a document, changed in place while it is being rendered."""

    parts: dict[str, bytes]
    document: str
    relations: dict[str, list[Relation]] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    extensions: dict[str, str] = field(default_factory=dict)

    def related(self, part: str, sorte: str) -> list[str]:
        """The parts that a part is linked to by that kind of relationship, and that are there."""
        type_ = f"{RELATIONS}/{sorte}"
        cibles = (r.cible for r in self.relations.get(part, ()) if r.type == type_)
        return [cible for cible in cibles if cible in self.parts]

    def by_id(self, part: str, identifiant: str | None) -> Relation | None:
        """The relationship of a part that has this id."""
        trouvees = (r for r in self.relations.get(part, ()) if r.id == identifiant)
        return next(trouvees, None)

    def relate(self, part: str, type_: str, cible: str, *, externe: bool = False) -> str:
        """The id of a new relationship."""
        relations = self.relations.setdefault(part, [])
        pris = {r.id for r in relations}
        libre = next(f"rId{n}" for n in range(1, len(pris) + 2) if f"rId{n}" not in pris)
        relations.append(Relation(libre, type_, cible, externe))
        return libre

    def reach(self, part: str, type_: str, cible: str, *, externe: bool = False) -> str:
        """The id of the relationship of a part to a target: the one that it has, or a new one."""
        for relation in self.relations.get(part, ()):
            if (relation.type, relation.cible, relation.externe) == (type_, cible, externe):
                return relation.id
        return self.relate(part, type_, cible, externe=externe)

    def beside(self, nom: str) -> str:
        """The name of a part that would stand in the folder of the document."""
        return posixpath.join(posixpath.dirname(self.document), nom)

    def free_name(self, modele: str) -> str:
        """A part name that is not taken: «word/charts/chart1.xml» → «word/charts/chart2.xml»."""
        racine, extension = posixpath.splitext(modele)
        souche = racine.rstrip("0123456789")
        numeros = range(1, len(self.parts) + 2)
        noms = (f"{souche}{n}{extension}" for n in numeros)
        return next(nom for nom in noms if nom not in self.parts)

    def copy_part(self, part: str) -> str:
        """The name of a copy of a part, and of the parts that only serve it."""
        copie = self.free_name(part)
        self.parts[copie] = self.parts[part]
        if part in self.types:
            self.types[copie] = self.types[part]
        self.relations[copie] = [
            r if r.externe else Relation(r.id, r.type, self.copy_part(r.cible))
            for r in self.relations.get(part, ())
        ]
        return copie

    def _is_stray(self, part: str, relation: Relation) -> bool:
        """Whether a relationship leads to no part, and the part itself does not name it."""
        la = relation.externe or relation.cible in self.parts
        return not la and f'"{relation.id}"'.encode() not in self.parts.get(part, b"")

    def prune(self) -> None:
        """Remove the parts that nothing leads to any more, and what leads nowhere by itself."""
        for part, relations in self.relations.items():
            self.relations[part] = [r for r in relations if not self._is_stray(part, r)]
        atteintes: set[str] = set()
        a_suivre = [""]
        while a_suivre:
            part = a_suivre.pop()
            cibles = {r.cible for r in self.relations.get(part, ()) if not r.externe}
            a_suivre.extend(sorted(cibles - atteintes))
            atteintes |= cibles
        for part in [p for p in self.parts if p not in atteintes]:
            del self.parts[part]
            self.relations.pop(part, None)
            self.types.pop(part, None)


def open_paquet(parts: dict[str, bytes]) -> Paquet:
    """The package of those parts; raises PaquetIllisibleError when it is no Word document."""
    paquet = read_paquet(parts)
    try:
        if parse(paquet.parts[paquet.document]).tag.rpartition("}")[2] != "document":
            raise PaquetIllisibleError
    except etree.XMLSyntaxError as cause:
        raise PaquetIllisibleError from cause
    return paquet


def read_paquet(parts: dict[str, bytes]) -> Paquet:
    """The package of those parts, its document not looked at. Raises PaquetIllisibleError."""
    try:
        paquet = Paquet({}, "")
        for element in parse(parts[TYPES]):
            if element.get("PartName"):
                paquet.types[_required(element, "PartName").lstrip("/")] = _required(
                    element, "ContentType"
                )
            elif element.get("Extension"):
                paquet.extensions[_required(element, "Extension").lower()] = _required(
                    element, "ContentType"
                )
        for nom, contenu in parts.items():
            if nom.endswith(".rels"):
                source = source_of(nom)
                liens = parse(contenu).iterchildren("{*}Relationship")
                paquet.relations[source] = read_relations(source, liens)
            elif nom != TYPES:
                paquet.parts[nom] = contenu
        (paquet.document,) = paquet.related("", "officeDocument")[:1]
    except (KeyError, ValueError, etree.XMLSyntaxError) as cause:
        raise PaquetIllisibleError from cause
    return paquet


def refuse_broken(paquet: Paquet) -> None:
    """Raise PaquetIllisibleError when a part that Word reads is no XML."""
    try:
        for nom, part in paquet.parts.items():
            if nom.endswith(".xml") and not nom.startswith(_ACCESSOIRES):
                parse(part)
    except etree.XMLSyntaxError as cause:
        raise PaquetIllisibleError from cause


def close_paquet(paquet: Paquet) -> dict[str, bytes]:
    """The parts of the package, its relationships and content types written again."""
    parts = dict(paquet.parts)
    for source, relations in paquet.relations.items():
        if relations and (source == "" or source in parts):
            parts[rels_of(source)] = _write_relations(source, relations)
    parts[TYPES] = _write_types(paquet)
    return parts


def _required(element: Element, attribut: str) -> str:
    valeur = element.get(attribut)
    if valeur is None:
        raise PaquetIllisibleError
    return valeur


def _write_relations(source: str, relations: list[Relation]) -> bytes:
    racine = parse(f'<Relationships xmlns="{PAQUET}"/>'.encode())
    for relation in relations:
        element = etree.SubElement(racine, f"{{{PAQUET}}}Relationship")
        cible = relation.cible
        if not relation.externe:
            cible = posixpath.relpath(f"/{cible}", f"/{posixpath.dirname(source)}")
        element.attrib.update({"Id": relation.id, "Type": relation.type, "Target": cible})
        if relation.externe:
            element.set("TargetMode", "External")
    return serialise(racine)


def _write_types(paquet: Paquet) -> bytes:
    racine = parse(f'<Types xmlns="{TYPES_MIME}"/>'.encode())
    for extension, type_ in sorted(paquet.extensions.items()):
        etree.SubElement(racine, f"{{{TYPES_MIME}}}Default", Extension=extension, ContentType=type_)
    for nom, type_ in sorted(paquet.types.items()):
        if nom in paquet.parts:
            etree.SubElement(
                racine, f"{{{TYPES_MIME}}}Override", PartName=f"/{nom}", ContentType=type_
            )
    return serialise(racine)
