"""Letters bound in one document, to be printed at once: a section each, its pages from 1."""

from collections.abc import Sequence

from msgspec.structs import replace

from rapportpv.core.relations import Relation
from rapportpv.word.numeros import number_all
from rapportpv.word.ooxml import RELATIONS, Element, make, parse, serialise, w
from rapportpv.word.paquet import Paquet

_CHART = f"{RELATIONS}/chart"
_AVANT_LE_NUMERO = tuple(
    map(
        w,
        (
            *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz"),
            *("pgMar", "paperSrc", "pgBorders", "lnNumType"),
        ),
    )
)


def bind(paquets: Sequence[Paquet]) -> Paquet:
    """One document of all those, rendered from one template, in their order."""
    premier = paquets[0]
    base = replace(
        premier,
        parts=dict(premier.parts),
        relations={part: list(siennes) for part, siennes in premier.relations.items()},
        types=dict(premier.types),
    )
    racine = parse(base.parts[base.document])
    corps = _body(racine)
    _restart_pages(corps)
    for autre in paquets[1:]:
        suite = _body(parse(autre.parts[autre.document]))
        _restart_pages(suite)
        _adopt_links(base, autre, suite)
        _end_section(corps)
        corps.extend(list(suite))
    autres = {p: parse(base.parts[p]) for p in _text_parts(base)}
    number_all([racine, *autres.values()])
    for part, element in {base.document: racine, **autres}.items():
        base.parts[part] = serialise(element)
    return base


def _text_parts(paquet: Paquet) -> list[str]:
    sortes = ("header", "footer", "footnotes", "endnotes")
    parts = (p for sorte in sortes for p in paquet.related(paquet.document, sorte))
    return list(dict.fromkeys(p for p in parts if p in paquet.parts))


def _body(racine: Element) -> Element:
    corps = racine.find(w("body"))
    assert corps is not None  # a document that was rendered has one
    return corps


def _restart_pages(corps: Element) -> None:
    """Have the first section of a letter start on a page of its own, with the number 1."""
    section = next(corps.iter(w("sectPr")), None)
    if section is None:
        section = make("sectPr")
        corps.append(section)
    for genre in section.findall(w("type")):
        section.remove(genre)
    numero = section.find(w("pgNumType"))
    if numero is None:
        numero = make("pgNumType")
        rang = sum(enfant.tag in _AVANT_LE_NUMERO for enfant in section)
        section.insert(rang, numero)
    numero.set(w("start"), "1")


def _end_section(corps: Element) -> None:
    """Turn the last section of the body into one that ends there: its last paragraph holds it."""
    section = corps[-1]
    dernier = section.getprevious()
    if (
        dernier is None
        or dernier.tag != w("p")
        or dernier.find(f"{w('pPr')}/{w('sectPr')}") is not None
    ):
        dernier = make("p")
        section.addprevious(dernier)
    proprietes = dernier.find(w("pPr"))
    if proprietes is None:
        proprietes = make("pPr")
        dernier.insert(0, proprietes)
    change = proprietes.find(w("pPrChange"))
    if change is None:
        proprietes.append(section)
    else:
        change.addprevious(section)


def _adopt_links(base: Paquet, autre: Paquet, corps: Element) -> None:
    """Point what another letter links to (headers, pictures, addresses) at parts of the base."""
    adoptees: dict[str, str] = {}
    for element in corps.iter():
        for attribut, identifiant in list(element.attrib.items()):
            if not str(attribut).startswith(f"{{{RELATIONS}}}"):
                continue
            cle = str(identifiant)
            relation = autre.by_id(autre.document, cle)
            if relation is not None:
                if cle not in adoptees:
                    adoptees[cle] = _adopt(base, autre, relation)
                element.set(attribut, adoptees[cle])


def _adopt(base: Paquet, autre: Paquet, relation: Relation) -> str:
    """The id, in the base, of a link to the same thing; what differs is brought there."""
    jumelle = base.by_id(base.document, relation.id)
    if jumelle == relation and relation.type != _CHART:
        cible = relation.cible
        if relation.externe or base.parts.get(cible) == autre.parts.get(cible):
            return relation.id
    if relation.externe:
        return _relate_outside(base, relation)
    return base.relate(base.document, relation.type, _bring(base, autre, relation.cible))


def _relate_outside(base: Paquet, relation: Relation) -> str:
    identifiant = base.relate(base.document, relation.type, relation.cible)
    base.relations[base.document][-1] = replace(relation, id=identifiant)
    return identifiant


def _bring(base: Paquet, autre: Paquet, part: str) -> str:
    """The name of the copy, in the base, of a part of another letter and of what only serves it."""
    nom = base.free_name(part)
    base.parts[nom] = autre.parts[part]
    if part in autre.types:
        base.types[nom] = autre.types[part]
    base.relations[nom] = [
        r if r.externe else replace(r, cible=_bring(base, autre, r.cible))
        for r in autre.relations.get(part, ())
    ]
    return nom
