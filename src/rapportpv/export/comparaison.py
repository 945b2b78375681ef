"""What changed between two documents: in sentences, for a program, as a page to print."""

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from rapportpv.core.comparaison import (
    Changement,
    ChiffreChange,
    Comparaison,
    Fragment,
    Objet,
    Sorte,
    Trait,
)
from rapportpv.core.relecture import CORPS, Place
from rapportpv.export.html import environment
from rapportpv.export.json import dump, map_place
from rapportpv.export.lecture import clean, format_nombre
from rapportpv.french.typographie import INSECABLE, format_texte

_VERSION = 1
_MOTS = 30  # of a text that is quoted
_AUTOUR = 4  # words before a change
_PLACES = 3  # that are named; the others are counted
_FEMININS = frozenset((Objet.LIGNE, Objet.COLONNE, Objet.CELLULE, Objet.IMAGE))
_PLURIELS = {Objet.TABLEAU: "tableaux"}
_RIEN = "Rien n’a changé"


def format_bilan(comparaison: Comparaison) -> str:
    """«De projet.docx à definitif.docx : 3 chiffres, 2 paragraphes.»."""
    noms = f"« {comparaison.avant} »", f"« {comparaison.apres} »"
    if comparaison.is_vide:
        return clean(format_texte(f"{_RIEN} de {noms[0]} à {noms[1]}."))
    return clean(format_texte(f"De {noms[0]} à {noms[1]} : {', '.join(_count(comparaison))}."))


def format_forme(comparaison: Comparaison) -> str:
    """How many paragraphs only look otherwise; nothing when there is none."""
    nombre = comparaison.mises_en_forme
    return (
        format_texte(f"Mise en forme seule : {format_nombre(nombre, 'paragraphe')}.")
        if nombre
        else ""
    )


def _count(comparaison: Comparaison) -> Iterator[str]:
    if comparaison.chiffres:
        yield format_nombre(len(comparaison.chiffres), "chiffre")
    for objet in Objet:
        nombre = sum(c.objet is objet for c in comparaison.changements)
        if nombre:
            mot = _PLURIELS.get(objet, f"{objet}s") if nombre > 1 else str(objet)
            yield f"{nombre} {mot}"
    if not comparaison.chiffres and not comparaison.changements:
        yield "la mise en forme seule"


def group_changements(comparaison: Comparaison) -> Iterator[tuple[str, list[Changement]]]:
    """The changes, a heading at a time, in the order of the document."""
    for titre, siens in groupby(comparaison.changements, lambda c: _heading(c.place)):
        yield clean(titre), list(siens)


def _heading(place: Place) -> str:
    if place.partie != CORPS:
        partie = place.partie[0].upper() + place.partie[1:]
        return f"{partie}, {place.titre}" if place.titre else partie
    return place.titre or "Début du document"


def tell_chiffre(chiffre: ChiffreChange) -> str:
    """«programmation.total : 5 955 889 € → 5 955 899 €»."""
    return clean(format_texte(f"{chiffre.nom} : {chiffre.avant} → {chiffre.apres}"))


def list_places(chiffre: ChiffreChange) -> list[str]:
    """The first places of a figure, then how many others there are."""
    dites = [clean(str(place)) for place in chiffre.places[:_PLACES]]
    reste = len(chiffre.places) - _PLACES
    return [*dites, *([f"et {format_nombre(reste, 'autre endroit')}"] if reste > 0 else [])]


def tell_changement(changement: Changement) -> str:
    """«Paragraphe ajouté», and where when its heading does not say it."""
    sorte = f"{changement.sorte}e" if changement.objet in _FEMININS else str(changement.sorte)
    mots = f"{changement.objet} {sorte}"
    return clean(mots[0].upper() + mots[1:])


def tell_place(changement: Changement) -> str:
    """Where a thing is under its heading: table, row, column, first words."""
    ici = replace(changement.place, titre="", partie=CORPS)
    if changement.objet is Objet.PARAGRAPHE and not (ici.tableau or ici.ligne):
        if changement.sorte is not Sorte.MODIFIE:
            return ""  # its words are told
        return clean(str(ici))
    return clean(str(replace(ici, debut="")))


def tell_case(changement: Changement) -> str:
    """«ligne « Emploi » › colonne « Part »», once the table is known."""
    place = changement.place
    noms = (("ligne", place.ligne), ("colonne", place.colonne))
    return clean(" › ".join(f"{mot} «{INSECABLE}{nom}{INSECABLE}»" for mot, nom in noms if nom))


def list_details(changement: Changement) -> Iterator[str]:
    """The words of both, quoted short, a line each."""
    match changement.sorte:
        case Sorte.AJOUTE:
            yield quote(changement.apres)
        case Sorte.RETIRE:
            yield quote(changement.avant)
        case Sorte.DEPLACE:
            yield quote(changement.apres)
            if changement.depuis is not None:
                yield clean(format_texte(f"était sous : {_heading(changement.depuis)}"))
        case Sorte.MODIFIE if changement.fragments:
            yield from (_tell_mots(*mots) for mots in list_mots(changement.fragments))
        case Sorte.MODIFIE if changement.avant == changement.apres:
            yield quote(changement.apres)
        case Sorte.MODIFIE:
            yield f"{quote(changement.avant)} → {quote(changement.apres)}"


def list_mots(fragments: tuple[Fragment, ...]) -> Iterator[tuple[str, str, str]]:
    """Each change of a paragraph: the words before it, those that went, those that came."""
    autour, otes, mis = "", "", ""
    for fragment in fragments:
        match fragment.trait:
            case Trait.OTE:
                otes += fragment.texte
            case Trait.MIS:
                mis += fragment.texte
            case Trait.GARDE:
                if otes or mis:
                    yield autour, otes, mis
                autour, otes, mis = fragment.texte, "", ""
    if otes or mis:
        yield autour, otes, mis


def _tell_mots(autour: str, otes: str, mis: str) -> str:
    """«après « s’ajoutent au droit » : « commun » → « propre »»."""
    mots = autour.split()
    suite = "…" if len(mots) > _AUTOUR else ""
    avant = (
        f"après «{INSECABLE}{suite}{' '.join(mots[-_AUTOUR:])}{INSECABLE}»" if mots else "au début"
    )
    if otes.strip() and mis.strip():
        dit = f"{quote(otes)} → {quote(mis)}"
    else:
        dit = f"retiré {quote(otes)}" if otes.strip() else f"ajouté {quote(mis)}"
    return clean(f"{avant}{INSECABLE}: {dit}")


def quote(texte: str) -> str:
    """The first words of a text, in French quotation marks; the blank is told as such."""
    mots = clean(texte).split(" ")
    mots = [mot for mot in mots if mot]
    if not mots:
        return "(vide)"
    suite = " …" if len(mots) > _MOTS else ""
    return f"«{INSECABLE}{' '.join(mots[:_MOTS])}{suite}{INSECABLE}»"


def format_comparaison_json(comparaison: Comparaison) -> str:
    """Every change, whole."""
    return dump(
        {
            "version": _VERSION,
            "avant": comparaison.avant,
            "apres": comparaison.apres,
            "change": not comparaison.is_vide,
            "chiffres": [
                {
                    "nom": chiffre.nom,
                    "avant": chiffre.avant,
                    "apres": chiffre.apres,
                    "lieux": [map_place(place) for place in chiffre.places],
                }
                for chiffre in comparaison.chiffres
            ],
            "changements": [_changement(c) for c in comparaison.changements],
            "mises_en_forme": comparaison.mises_en_forme,
            "remarques": list(comparaison.remarques),
        }
    )


def _changement(changement: Changement) -> dict[str, object]:
    return {
        "sorte": changement.sorte.value,
        "objet": changement.objet.value,
        "lieu": map_place(changement.place),
        "depuis": None if changement.depuis is None else map_place(changement.depuis),
        "avant": changement.avant or None,
        "apres": changement.apres or None,
        "mots": [
            {"apres": autour, "retire": otes, "ajoute": mis}
            for autour, otes, mis in list_mots(changement.fragments)
        ],
    }


def format_comparaison_html(comparaison: Comparaison) -> str:
    """The page: how many changes, the figures, then each change under its heading."""
    return (
        environment()
        .get_template("comparaison.html.j2")
        .render(
            comparaison=comparaison,
            bilan=format_bilan(comparaison),
            forme=format_forme(comparaison),
            groupes=list(group_changements(comparaison)),
            chiffres=[(c, list_places(c)) for c in comparaison.chiffres],
            titre=tell_changement,
            place=tell_place,
            details=list_details,
        )
    )
