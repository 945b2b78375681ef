"""Elements carried from a document that was just built into an edited one: nothing dangles."""

from collections.abc import Iterable
from copy import deepcopy

from rapportpv.core.relations import Relation
from rapportpv.review.plume import Numeros
from rapportpv.word.ooxml import RELATIONS, WP, Element, make, parse, serialise, w
from rapportpv.word.paquet import Paquet

_PREFIXE = f"{{{RELATIONS}}}"
_STYLES = tuple(map(w, ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next")))


class Greffe:
    """Carries elements from a part of one package to a part of another."""

    def __init__(
        self, paquet: Paquet, source: Paquet, racines: dict[str, Element], numeros: Numeros
    ) -> None:
        self._paquet = paquet
        self._source = source
        self._racines = racines
        self._numeros = numeros
        self._parts: dict[str, str] = {}
        self._signets = {nom for racine in racines.values() for nom in _bookmarks(racine)}
        self.touchees: set[str] = set()

    def carry(self, elements: Iterable[Element], de: str, vers: str) -> list[Element]:
        """Copies of elements of a part, fit for another; identifiers are new ones."""
        copies = [deepcopy(element) for element in elements]
        numeros: dict[str, str] = {}  # a bookmark may begin in one element and end in another
        for copie in copies:
            self.adapt(copie, de, vers, numeros)
        return copies

    def release(self, elements: Iterable[Element]) -> None:
        """Let copies take the bookmarks of elements that are gone."""
        for element in elements:
            self._signets.difference_update(_bookmarks(element))

    def adapt(
        self, element: Element, de: str, vers: str, numeros: dict[str, str] | None = None
    ) -> None:
        """Make a copy fit for another part."""
        self._relink(element, de, vers)
        self._renumber(element, {} if numeros is None else numeros)
        self._bring_styles(element)
        self._bring_lists(element)
        self._bring_notes(element)

    def _relink(self, element: Element, de: str, vers: str) -> None:
        """The relationships of a copy, made in the part where it goes."""
        for lie in element.iter():
            for attribut, valeur in lie.attrib.items():
                if not str(attribut).startswith(_PREFIXE):
                    continue
                relation = self._source.by_id(de, str(valeur))
                if relation is not None:
                    lie.set(attribut, self._link(relation, vers))

    def _link(self, relation: Relation, vers: str) -> str:
        cible = relation.cible if relation.externe else self._bring_part(relation.cible)
        return self._paquet.reach(vers, relation.type, cible, externe=relation.externe)

    def _bring_part(self, part: str) -> str:
        """The name, in the edited document, of a part of the other and of those that serve it."""
        if part not in self._parts:
            neuf = self._paquet.free_name(part)
            self._parts[part] = neuf
            self._paquet.parts[neuf] = self._source.parts[part]
            if part in self._source.types:
                self._paquet.types[neuf] = self._source.types[part]
            extension = part.rpartition(".")[2].lower()
            if extension in self._source.extensions:
                self._paquet.extensions.setdefault(extension, self._source.extensions[extension])
            siennes = self._source.relations.get(part, ())
            self._paquet.relations[neuf] = [
                r if r.externe else Relation(r.id, r.type, self._bring_part(r.cible))
                for r in siennes
            ]
        return self._parts[part]

    def _renumber(self, element: Element, annotations: dict[str, str]) -> None:
        """New identifiers, and names of bookmarks that nothing else has."""
        for enfant in element.iter():
            if enfant.tag == f"{{{WP}}}docPr":
                enfant.set("id", self._numeros.next_dessin())
            elif enfant.tag == w("id"):
                enfant.set(w("val"), self._numeros.next_controle())
            elif enfant.tag in (w("bookmarkStart"), w("bookmarkEnd")):
                ancien = enfant.get(w("id"), "")
                if ancien not in annotations:
                    annotations[ancien] = self._numeros.next_annotation()
                enfant.set(w("id"), annotations[ancien])
                if enfant.tag == w("bookmarkStart"):
                    enfant.set(w("name"), self._free_bookmark(enfant.get(w("name"), "")))

    def _free_bookmark(self, nom: str) -> str:
        """The name of a bookmark, with a number if it is taken."""
        souche = nom
        if nom.rpartition("_")[2].isdecimal() and nom.casefold() in self._signets:
            souche = nom.rpartition("_")[0]
        libre, numero = nom, 2
        while libre.casefold() in self._signets:
            libre, numero = f"{souche}_{numero}", numero + 1
        self._signets.add(libre.casefold())
        return libre

    def _bring_styles(self, element: Element) -> None:
        """The styles that a copy uses and that the document lacks."""
        voulus = {
            s.get(w("val"), "") for nom in _STYLES[:3] for s in element.iter(nom) if s.get(w("val"))
        }
        siens, leurs = (_only(p, "styles") for p in (self._paquet, self._source))
        if not voulus or siens is None or leurs is None:
            return
        racine = parse(self._paquet.parts[siens])
        connus = {style.get(w("styleId")) for style in racine.iter(w("style"))}
        if voulus <= connus:
            return
        autres = {s.get(w("styleId"), ""): s for s in parse(self._source.parts[leurs])}
        a_prendre = [nom for nom in sorted(voulus) if nom not in connus]
        while a_prendre:
            style = autres.get(a_prendre.pop())
            if style is None or style.get(w("styleId")) in connus:
                continue
            racine.append(deepcopy(style))
            connus.add(style.get(w("styleId")))
            a_prendre += [
                s.get(w("val"), "") for nom in _STYLES[3:] for s in style.iterchildren(nom)
            ]
        self._paquet.parts[siens] = serialise(racine)

    def _bring_lists(self, element: Element) -> None:
        """The numberings that a copy uses, each a new one."""
        numeros = [n for n in element.iter(w("numId")) if n.get(w("val"), "0") != "0"]
        siens, leurs = (_only(p, "numbering") for p in (self._paquet, self._source))
        if not numeros or leurs is None:
            return
        if siens is None:
            siens = self._new_part(leurs, "numbering", make("numbering"))
        racine, autre = parse(self._paquet.parts[siens]), parse(self._source.parts[leurs])
        neufs: dict[str, str] = {}
        for numero in numeros:
            ancien = numero.get(w("val"), "")
            if ancien not in neufs:
                neufs[ancien] = _copy_list(racine, autre, ancien)
            numero.set(w("val"), neufs[ancien])
        self._paquet.parts[siens] = serialise(racine)

    def _bring_notes(self, element: Element) -> None:
        """The footnotes that a copy calls, each a new one."""
        appels = list(element.iter(w("footnoteReference")))
        leurs = _only(self._source, "footnotes")
        if not appels or leurs is None:
            return
        siens = _only(self._paquet, "footnotes")
        if siens is None:
            siens = self._new_notes(leurs)
        racine, autre = self._racines[siens], parse(self._source.parts[leurs])
        libre = max(int(n.get(w("id"), "0")) for n in racine.iter(w("footnote"))) + 1
        notes = {n.get(w("id")): n for n in autre.iter(w("footnote"))}
        for numero, appel in enumerate(appels, start=libre):
            note = deepcopy(notes[appel.get(w("id"))])
            note.set(w("id"), str(numero))
            appel.set(w("id"), str(numero))
            self._relink(note, leurs, siens)
            self._renumber(note, {})
            racine.append(note)
        self.touchees.add(siens)

    def _new_notes(self, leurs: str) -> str:
        """A part of footnotes with nothing but its lines, for a document that had none."""
        racine = parse(self._source.parts[leurs])
        for note in racine.findall(w("footnote")):
            if note.get(w("type")) is None:
                racine.remove(note)
        part = self._new_part(leurs, "footnotes", racine)
        self._racines[part] = racine
        return part

    def _new_part(self, leurs: str, genre: str, racine: Element) -> str:
        """A part of that kind, which the document had not."""
        pris = leurs in self._paquet.parts
        part = self._paquet.free_name(leurs) if pris else leurs
        self._paquet.parts[part] = serialise(racine)
        self._paquet.types[part] = self._source.types[leurs]
        self._paquet.relate(self._paquet.document, f"{RELATIONS}/{genre}", part)
        return part


def _bookmarks(racine: Element) -> set[str]:
    """The names of the bookmarks under an element, as Word compares them."""
    return {d.get(w("name"), "").casefold() for d in racine.iter(w("bookmarkStart"))}


def _only(paquet: Paquet, genre: str) -> str | None:
    """The part of that kind of a document, if it has one."""
    parts = paquet.related(paquet.document, genre)
    return next((part for part in parts if part in paquet.parts), None)


def _copy_list(racine: Element, autre: Element, numero: str) -> str:
    """The number of a new numbering, the same as one of another document."""
    num = next((n for n in autre.iter(w("num")) if n.get(w("numId")) == numero), None)
    if num is None:
        return "0"
    copie = deepcopy(num)
    libre = str(_highest(racine, "num", "numId") + 1)
    copie.set(w("numId"), libre)
    lien = copie.find(w("abstractNumId"))
    abstrait = None if lien is None else lien.get(w("val"))
    for definition in autre.iter(w("abstractNum")):
        if lien is not None and definition.get(w("abstractNumId")) == abstrait:
            sienne = deepcopy(definition)
            neuf = str(_highest(racine, "abstractNum", "abstractNumId") + 1)
            sienne.set(w("abstractNumId"), neuf)
            for identifiant in sienne.findall(w("nsid")):
                sienne.remove(identifiant)
            premier = racine.find(w("num"))
            if premier is None:
                racine.append(sienne)
            else:
                premier.addprevious(sienne)
            lien.set(w("val"), neuf)
    nums = racine.findall(w("num"))
    if nums:
        nums[-1].addnext(copie)
    else:
        racine.append(copie)
    return libre


def _highest(racine: Element, nom: str, attribut: str) -> int:
    valeurs = (e.get(w(attribut), "") for e in racine.iter(w(nom)))
    return max((int(v) for v in valeurs if v.isdecimal()), default=0)
