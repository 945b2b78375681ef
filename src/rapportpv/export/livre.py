"""The ledger of the sheets, as what shows it needs it: words, colours, places, JSON."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from rapportpv.core.emplacement import cell_name, column_letter
from rapportpv.core.livre import Livre, Part, Sort
from rapportpv.french.typographie import format_euros

TEINTES: Mapping[Sort, str] = {
    Sort.COMPTEE: "E2EFDA",
    Sort.TOTAL: "DDEBF7",
    Sort.AUTRE_MESURE: "EDEDED",
    Sort.ECARTEE: "E4DFEC",
    Sort.INEXPLIQUEE: "F8CBAD",
}
"""The ground of the cells of each fate, light enough for any letters."""

EXPLICATIONS: Mapping[Sort, str] = {
    Sort.COMPTEE: "Montant compté dans les chiffres du rapport.",
    Sort.TOTAL: "Total ou sous-total : comparé à la somme des lignes, jamais compté.",
    Sort.AUTRE_MESURE: "Coût, taux, effectif, numéro, autre année : rien qui se compte ici.",
    Sort.ECARTEE: "Mis de côté par une décision : projet non soutenu, colonne ou feuille ignorée.",
    Sort.INEXPLIQUEE: "Personne ne peut dire ce que c’est : une erreur le signale.",
}
"""What each fate means, for whoever keeps the workbook."""

_PLURIELS: Mapping[Sort, tuple[str, str]] = {
    Sort.COMPTEE: ("comptée", "comptées"),
    Sort.TOTAL: ("total", "totaux"),
    Sort.AUTRE_MESURE: ("autre mesure", "autres mesures"),
    Sort.ECARTEE: ("écartée", "écartées"),
    Sort.INEXPLIQUEE: ("inexpliquée", "inexpliquées"),
}
_MAX = 12  # columns or rows that are named one by one


def format_part(sort: Sort, part: Part, *, valeurs: bool = True) -> str:
    """«412 comptées (5 955 889 €)»; a measure is no euro."""
    mot = _PLURIELS[sort][part.cellules > 1]
    if sort is Sort.AUTRE_MESURE or not part.cellules or not valeurs:
        return f"{part.cellules} {mot}"
    return f"{part.cellules} {mot} ({format_euros(Fraction(part.cents, 100))})"


def format_livre(livre: Livre, *, valeurs: bool = True) -> str:
    """The fates of a sheet's cells on one line; those that it has none of are left out."""
    parts = ((sort, livre.part(sort)) for sort in Sort)
    return ", ".join(format_part(s, p, valeurs=valeurs) for s, p in parts if p.cellules)


def format_place(livre: Livre, sort: Sort) -> str:
    """Where the cells of a fate are: «colonnes K à N», «lignes 12 et 40»."""
    if livre.defaut is sort and livre.raison:
        return livre.raison
    colonnes = [c for c, s in livre.colonnes.items() if s is sort]
    lignes = [n for n, s in livre.lignes.items() if s is sort and s is not Sort.AUTRE_MESURE]
    cases = [cell_name(case) for case, s in livre.cases.items() if s is sort]
    return " ; ".join(
        filter(
            None,
            (
                _name("colonne", sorted(colonnes), column_letter),
                _name("ligne", sorted(lignes), str),
                ", ".join(cases[:_MAX]) + ("…" if len(cases) > _MAX else ""),
            ),
        )
    )


def _name(nom: str, numeros: list[int], write: Callable[[int], str]) -> str:
    if not numeros:
        return ""
    suites = list(_runs(numeros))
    textes = [write(a) if a == b else f"{write(a)} à {write(b)}" for a, b in suites[:_MAX]]
    fin = "…" if len(suites) > _MAX else ""
    return f"{nom}{'s' if len(numeros) > 1 else ''} {', '.join(textes)}{fin}"


def _runs(numeros: list[int]) -> Iterator[tuple[int, int]]:
    debut = fin = numeros[0]
    for numero in numeros[1:]:
        if numero != fin + 1:
            yield debut, fin
            debut = numero
        fin = numero
    yield debut, fin


def list_livres(livres: Iterable[Livre], *, valeurs: bool = True) -> list[dict[str, object]]:
    """The ledger as JSON says it: cells and euros by fate, a measure in no unit."""
    return [
        {
            "fichier": livre.fichier,
            "feuille": livre.feuille,
            "raison": livre.raison or None,
            **{_key(sort): _part(sort, livre.part(sort), valeurs=valeurs) for sort in Sort},
        }
        for livre in livres
    ]


def _key(sort: Sort) -> str:
    return sort.name.lower()


def _part(sort: Sort, part: Part, *, valeurs: bool) -> dict[str, object]:
    mesure = sort is Sort.AUTRE_MESURE or not valeurs
    euros = Fraction(part.cents, 100)
    valeur = int(euros) if euros.denominator == 1 else float(euros)
    return {"cellules": part.cellules, "montant": None if mesure else valeur}
