"""What the workbook part says: its sheets, in order, and where each of them is."""

from xml.etree.ElementTree import Element

from msgspec import Struct

from rapportpv.reading.classeur.arbre import attribute, children, is_true, local, read_arbre
from rapportpv.reading.classeur.paquet import Paquet, Relation
from rapportpv.reading.classeur.refus import ClasseurRefuseError

_USUELLE = "xl/workbook.xml"


class Onglet(Struct, frozen=True):
    """A sheet of cells: its name, whether it is hidden, its part (none for one never filled)."""

    nom: str
    masque: bool
    partie: str


class Sommaire(Struct, frozen=True):
    """The sheets of a workbook, its texts, its styles, and from when it counts days."""

    onglets: tuple[Onglet, ...]
    textes: str
    styles: str
    theme: str
    depuis_1904: bool


def find_classeur(paquet: Paquet) -> str | None:
    """The part that the package says to be its document, else the usual one."""
    annoncees = [r.cible for r in paquet.relations("") if r.genre == "officeDocument"]
    return next((nom for nom in (*annoncees, _USUELLE) if paquet.find(nom)), None)


def read_sommaire(paquet: Paquet, nom: str) -> Sommaire:
    """What the workbook part of that name says. Raises ClasseurRefuseError if it is none."""
    racine = read_arbre(paquet.read(nom) or b"")
    if racine is None:
        raise ClasseurRefuseError("abime")
    if local(racine) != "workbook":
        raise ClasseurRefuseError("inconnu")
    relations = paquet.relations(nom)
    if not relations:
        raise ClasseurRefuseError("abime")
    return Sommaire(
        tuple(_read_onglets(racine, relations)),
        _find(relations, "sharedStrings"),
        _find(relations, "styles"),
        _find(relations, "theme"),
        any(is_true(attribute(p, "date1904")) for p in children(racine, "workbookPr")),
    )


def _read_onglets(racine: Element, relations: list[Relation]) -> list[Onglet]:
    """The sheets of cells; a relation that is not there leads to no part."""
    par_nom = {relation.nom: relation for relation in relations}
    onglets = []
    for feuille in children(racine, "sheets", "sheet"):
        relation = par_nom.get(_relation_id(feuille))
        if relation is None or relation.genre == "worksheet":
            masque = attribute(feuille, "state").lower() in {"hidden", "veryhidden"}
            onglets.append(
                Onglet(feuille.get("name", ""), masque, relation.cible if relation else "")
            )
    return onglets


def _relation_id(feuille: Element) -> str:
    """`r:id`, whatever its prefix; the sheet has no other `id` in a namespace."""
    return next((v for cle, v in feuille.attrib.items() if cle.endswith("}id")), "")


def _find(relations: list[Relation], genre: str) -> str:
    return next((relation.cible for relation in relations if relation.genre == genre), "")
