"""What runs inside the paragraphs of a fragment of Word."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.prose import EnLigne, Fragment, Illustration, Note, Retour
from rapportpv.core.relations import Relation
from rapportpv.texts.contenu import make_contenu
from rapportpv.texts.images import Montree, Phototheque, look
from rapportpv.texts.liens import check_lien
from rapportpv.texts.releve import Releve
from rapportpv.texts.rules.pv605_image_sans_texte_alternatif import PV605
from rapportpv.texts.rules.pv610_objet_non_repris import OBJETS, PV610
from rapportpv.texts.word.paquet_word import Paquet, attribut, descendants, enfant, nom
from rapportpv.texts.word.styles_word import Styles

if TYPE_CHECKING:
    from rapportpv.texts.word.paquet_word import Element

_ENVELOPPES = {
    "ins",
    "moveTo",
    "smartTag",
    "customXml",
    "sdt",
    "sdtContent",
    "fldSimple",
    "dir",
    "bdo",
}
_SIGNES = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011"}
_EQUATIONS = {"oMath", "oMathPara"}


class LecteurDeLigne(Struct):
    """Reads what stands in a paragraph, and tells what the report cannot print."""

    paquet: Paquet
    styles: Styles
    releve: Releve
    phototheque: Phototheque
    notes: "Mapping[tuple[str, str], Element]"
    numero: int = 0  # of the paragraph that is being read
    partie: str = ""  # the part that it is of

    def read(
        self, element: "Element", style: Fragment | None = None
    ) -> Iterator[EnLigne | Illustration]:
        """What runs in a paragraph or in what wraps a part of it; deletions are left out."""
        style = style or Fragment("")
        for fils in element:
            genre = nom(fils)
            if genre == "r":
                yield from self._read_run(fils, style)
            elif genre == "hyperlink":
                yield from self.read(fils, replace(style, lien=self._read_lien(fils)))
            elif genre in _ENVELOPPES:
                yield from self.read(fils, style)
            elif genre == "AlternateContent":
                yield from self.read(_choose(fils), style)
            elif genre in _EQUATIONS:
                self.tell("equation")

    def tell(self, objet: str) -> None:
        """Tell of something that the report does not take."""
        dit, conseil = OBJETS[objet]
        self.releve.tell(PV610, self.numero, valeur=dit, objet=dit, conseil=conseil)

    def _read_run(self, run: "Element", style: Fragment) -> Iterator[EnLigne | Illustration]:
        proprietes = enfant(run, "rPr")
        if self.styles.is_on(proprietes, "vanish"):
            return
        gras, italique = (self.styles.is_on(proprietes, quoi) for quoi in ("b", "i"))
        yield from self._read_signes(run, replace(style, gras=gras, italique=italique))

    def _read_signes(self, run: "Element", style: Fragment) -> Iterator[EnLigne | Illustration]:
        for fils in run:
            match nom(fils):
                case "t":
                    yield replace(style, texte=fils.text or "")
                case "tab" | "ptab" | "noBreakHyphen" as signe:
                    yield replace(style, texte=_SIGNES[signe])
                case "br" if attribut(fils, "type") in {None, "textWrapping"}:
                    yield Retour()
                case "cr":
                    yield Retour()
                case "footnoteReference" | "endnoteReference" as appel:
                    yield from self._read_note(appel.removesuffix("Reference"), fils)
                case "drawing" | "pict":
                    yield from self._read_dessin(fils)
                case "AlternateContent":
                    yield from self._read_signes(_choose(fils), style)
                case "object":
                    self.tell("incorpore")
                case "sym":
                    self.tell("symbole")

    def _read_lien(self, element: "Element") -> str:
        relation = self._relations.get(attribut(element, "id") or "")
        if relation is None or not relation.externe:
            return ""
        return check_lien(relation.cible, self.releve, self.numero)

    def _read_note(self, genre: str, appel: "Element") -> Iterator[Note]:
        note = self.notes.get((genre, attribut(appel, "id") or ""))
        if note is None or self.partie:
            return
        self.partie = self.paquet.name(f"{genre}s")
        elements: list[EnLigne] = []
        for paragraphe in descendants(note, "p"):
            elements += (e for e in self.read(paragraphe) if not isinstance(e, Illustration))
            elements.append(Retour())
        self.partie = ""
        if contenu := make_contenu(elements):
            yield Note(contenu)

    def _read_dessin(self, dessin: "Element") -> Iterator[Illustration]:
        noms = {nom(e) for e in dessin.iter()}
        for image in descendants(dessin, "blip", "imagedata"):
            yield from self._read_image(image, dessin)
        if "txbxContent" in noms:
            self.tell("zone")
        elif "chart" in noms:
            self.tell("graphique")
        elif "relIds" in noms:
            self.tell("smartart")
        elif not noms & {"blip", "imagedata"}:
            self.tell("forme")

    def _read_image(self, image: "Element", dessin: "Element") -> Iterator[Illustration]:
        proprietes = next(descendants(dessin, "docPr", "shape"), None)
        alt = attribut(proprietes, "descr") or attribut(proprietes, "alt") or ""
        alt = " ".join((alt or attribut(proprietes, "title") or "").split())
        code = attribut(image, "embed") or attribut(image, "link") or attribut(image, "id")
        relation = self._relations.get(code or "")
        cible = relation.cible if relation else ""
        montre = attribut(proprietes, "name") or cible.rpartition("/")[2]
        if relation and relation.externe:
            lue = self.phototheque.find(cible, self.releve, self.numero)
        else:
            octets = self.paquet.parts.get(cible, b"")
            montree = Montree(montre, self.numero, len(octets))
            lue = look(octets, f"{self.releve.fichier}/{cible}", montree, self.releve)
        if lue is None:
            return
        if any(
            (attribut(rogne, cote) or "0") != "0" for rogne in _rognages(image) for cote in "lrtb"
        ):
            self.tell("rognage")
        if not alt and not any(descendants(dessin, "decorative")):
            ou = "par clic droit sur l’image, « Modifier le texte de remplacement »"
            self.releve.tell(PV605, self.numero, valeur=montre, ou=ou)
        yield Illustration(lue, alt)

    @property
    def _relations(self) -> Mapping[str, Relation]:
        return self.paquet.relations(self.partie or self.paquet.document)


def _choose(alternative: "Element") -> "Element":
    """What a recent Word reads of two forms of one thing."""
    choix = enfant(alternative, "Choice")
    if choix is None:
        choix = enfant(alternative, "Fallback")
    return choix if choix is not None else alternative


def _rognages(image: "Element") -> "Iterator[Element]":
    parent = image.getparent()
    return descendants(parent, "srcRect") if parent is not None else iter(())
