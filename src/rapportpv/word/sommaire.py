"""Tables of contents filled before Word computes them: a link for each heading or caption.

Only Word knows the page numbers, and LibreOffice does not compute those of a table of contents:
until Word rebuilds it, a list of links without leaders reads better than empty or wrong numbers.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from rapportpv.word.champs import Champ, find_champs
from rapportpv.word.marques import strip_marques
from rapportpv.word.ooxml import Element, ancestor, flatten, make, make_texte, w
from rapportpv.word.styles import Styles

_TITRES_PAR_DEFAUT = "1-3"


class Entree(Struct, frozen=True):
    """A line of a table of contents: its text, its style, where it leads."""

    texte: str
    style: str | None
    ancre: str


def list_titres(racine: Element) -> set[str]:
    """The names of the styles of titles, and of what the tables of contents of a body list."""
    champs = [champ for champ in find_champs(racine) if champ.genre == "TOC"]
    return {"title", *(f"heading {n}" for n in range(1, 10))}.union(*map(_autres_styles, champs))


def fill_sommaires(racine: Element, styles: Styles) -> bool:
    """Fill each table of contents of the body; whether there is one."""
    champs = [champ for champ in find_champs(racine) if champ.genre == "TOC"]
    if not champs:
        return False
    dedans = {p for champ in champs for p in _paragraphes_of(champ)}
    cibles = [p for p in racine.iter(w("p")) if p not in dedans and not _in_textbox(p)]
    signets = {debut.get(w("name"), "") for debut in racine.iter(w("bookmarkStart"))}
    for champ in champs:
        entrees = list(_entrees(champ, cibles, styles, signets))
        if entrees:
            _write(champ, entrees)
    return True


def _entrees(
    champ: Champ, cibles: list[Element], styles: Styles, signets: set[str]
) -> Iterator[Entree]:
    legende = champ.option("c")
    if legende:
        style = styles.ids.get("table of figures")
        for paragraphe in cibles:
            if any(c.genre == "SEQ" and c.mots[1:2] == [legende] for c in find_champs(paragraphe)):
                yield Entree(_texte(paragraphe), style, _anchor(paragraphe, signets))
        return
    premier, dernier = _niveaux(champ)
    autres = _autres_styles(champ)
    for paragraphe in cibles:
        niveau = autres.get(styles.nom_of(paragraphe)) or styles.niveau(paragraphe)
        if not niveau or not premier <= niveau <= dernier:
            continue
        if texte := _texte(paragraphe):
            yield Entree(texte, styles.ids.get(f"toc {niveau}"), _anchor(paragraphe, signets))


def _niveaux(champ: Champ) -> tuple[int, int]:
    trouve = re.fullmatch(r"(\d)-(\d)", champ.option("o") or _TITRES_PAR_DEFAUT)
    return (int(trouve[1]), int(trouve[2])) if trouve else (1, 3)


def _autres_styles(champ: Champ) -> dict[str, int]:
    r"""The styles of the \t switch: «Titre annexe;1;Encadré;2»."""
    mots = [mot.strip() for mot in re.split("[;,]", champ.option("t") or "")]
    paires = zip(mots[::2], mots[1::2], strict=False)
    return {nom.lower(): int(niveau) for nom, niveau in paires if niveau.isdigit()}


def _texte(paragraphe: Element) -> str:
    return " ".join(strip_marques(flatten(paragraphe)).split(" ")).strip()


def _in_textbox(paragraphe: Element) -> bool:
    return ancestor(paragraphe, w("txbxContent")) is not None


def _anchor(paragraphe: Element, signets: set[str]) -> str:
    """The name of the bookmark around the heading, put there if need be, and among `signets`."""
    for debut in paragraphe.iterchildren(w("bookmarkStart")):
        nom = debut.get(w("name"), "")
        if nom.startswith("_Toc"):
            return nom
    nom = next(n for n in (f"_Toc{i:09d}" for i in range(1, 10**6)) if n not in signets)
    signets.add(nom)
    proprietes = paragraphe.find(w("pPr"))
    paragraphe.insert(0 if proprietes is None else 1, make("bookmarkStart", id=nom, name=nom))
    paragraphe.append(make("bookmarkEnd", id=nom))
    return nom


def _paragraphes_of(champ: Champ) -> list[Element]:
    """The paragraphs over which a field stretches; they are neighbours."""
    premier = ancestor(champ.debut, w("p"))
    dernier = premier if champ.fin is None else ancestor(champ.fin, w("p"))
    paragraphes = []
    while premier is not None:
        paragraphes.append(premier)
        if premier is dernier:
            return paragraphes
        premier = premier.getnext()
    return paragraphes[:1]


def _write(champ: Champ, entrees: list[Entree]) -> None:
    """Replace the paragraphs of the field by its entries, the field's marks around them."""
    anciens = _paragraphes_of(champ)
    nouveaux = [_paragraphe(entree) for entree in entrees]
    ouverture = (
        _run(make("fldChar", fldCharType="begin")),
        _run(_code(champ.code)),
        _run(make("fldChar", fldCharType="separate")),
    )
    for rang, run in enumerate(ouverture):
        nouveaux[0].insert(rang + (nouveaux[0].find(w("pPr")) is not None), run)
    nouveaux[-1].append(_run(make("fldChar", fldCharType="end")))
    for nouveau in nouveaux:
        anciens[0].addprevious(nouveau)
    parent = anciens[0].getparent()
    assert parent is not None  # it has been found in the body
    for ancien in anciens:
        parent.remove(ancien)


def _paragraphe(entree: Entree) -> Element:
    paragraphe = make("p")
    if entree.style:
        paragraphe.append(make("pPr", make("pStyle", val=entree.style)))
    lien = make("hyperlink", _run(make_texte(entree.texte)), anchor=entree.ancre, history="1")
    paragraphe.append(lien)
    return paragraphe


def _run(contenu: Element) -> Element:
    return make("r", contenu)


def _code(texte: str) -> Element:
    code = make("instrText")
    code.text = texte
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return code
