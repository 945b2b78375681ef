"""A workbook that guides the typing: headings, drop-downs, checks, totals, made by XlsxWriter."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from rapportpv.core.emplacement import cell_name, column_letter
from rapportpv.core.plan import FINANCEUR, LISTES, MODE_D_EMPLOI, Plan
from rapportpv.scaffold import aides
from rapportpv.scaffold.colonnes import Colonne, Genre
from rapportpv.scaffold.formats import Formats
from rapportpv.scaffold.saisie import make_controle

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_SANS_HORLOGE = datetime(2015, 9, 3)
_ENTETE = 3  # the row of headings, counted from 0 as XlsxWriter does
_LIGNES = 300  # those that are ready to be filled in
_MARGE_DE_LISTE = 60  # the blank rows that an open list has left

Rangee = Mapping[str, object]


class FeuilleGuidee(Struct, frozen=True):
    """A sheet to lay down: its plan, its columns, the rows that are known already."""

    plan: Plan
    colonnes: Sequence[Colonne]
    rangees: Sequence[Rangee] = ()

    @property
    def derniere(self) -> int:
        """The last row that is ready, counted from 0."""
        return _ENTETE + max(_LIGNES, len(self.rangees) + _MARGE_DE_LISTE)


class ClasseurGuide(Struct, frozen=True):
    """A workbook to lay down: its sheets, and the words of its open lists."""

    titre: str
    feuilles: Sequence[FeuilleGuidee]
    listes: Mapping[str, Sequence[str]] = field(default_factory=dict)


def write_classeur(classeur: ClasseurGuide) -> bytes:
    """The workbook, the same bytes for the same content."""
    from xlsxwriter import Workbook

    tampon = BytesIO()
    livre = Workbook(tampon, {"in_memory": True})
    livre.set_properties({"title": classeur.titre, "created": _SANS_HORLOGE, "author": "rapportpv"})
    livre.set_calc_mode("auto")
    formats = Formats(livre)
    onglets = [livre.add_worksheet(f.plan.feuille) for f in classeur.feuilles]
    plages = _write_listes(livre, formats, classeur)
    for onglet, feuille in zip(onglets, classeur.feuilles, strict=True):
        _write_feuille(onglet, formats, feuille, plages, classeur.titre)
    _write_mode_d_emploi(livre, formats, classeur)
    livre.close()
    return tampon.getvalue()


def _write_feuille(
    onglet: "Worksheet",
    formats: Formats,
    feuille: FeuilleGuidee,
    plages: Mapping[str, str],
    titre: str,
) -> None:
    consigne = (
        f"{aides.FEUILLES[feuille.plan.nom]} Les titres sur fond sombre sont obligatoires. "
        f"Tout est expliqué dans la feuille « {MODE_D_EMPLOI} »."
    )
    onglet.write_string(0, 0, titre, formats.titre)
    onglet.write_string(1, 0, consigne, formats.consigne)
    for rang, colonne in enumerate(feuille.colonnes):
        onglet.set_column(rang, rang, _largeur(colonne), formats.of(colonne.genre))
        entete = formats.requise if colonne.requise else formats.facultative
        onglet.write_string(_ENTETE, rang, colonne.libelle, entete)
        premiere = cell_name((_ENTETE + 2, rang + 1))
        if controle := make_controle(colonne, plages, premiere):
            onglet.data_validation(_ENTETE + 1, rang, feuille.derniere, rang, controle)
    onglet.set_row(_ENTETE, 32)
    for numero, rangee in enumerate(feuille.rangees, start=_ENTETE + 1):
        _write_rangee(onglet, formats, feuille.colonnes, numero, rangee)
    _write_totaux(onglet, formats, feuille)
    _mark_missing(onglet, formats, feuille)
    onglet.freeze_panes(_ENTETE + 1, _figees(feuille.colonnes))
    onglet.autofilter(_ENTETE, 0, feuille.derniere, len(feuille.colonnes) - 1)
    onglet.set_landscape()
    onglet.set_paper(9)
    onglet.fit_to_pages(1, 0)
    onglet.repeat_rows(_ENTETE)


def _largeur(colonne: Colonne) -> int:
    mots = max((len(mot) for mot in colonne.mots), default=0)
    return max(colonne.largeur, min(mots + 4, 40))


def _figees(colonnes: Sequence[Colonne]) -> int:
    """How many columns stay in sight: those that name the row, when there are many to scroll."""
    noms = [colonne.nom for colonne in colonnes]
    return noms.index("intitule") + 1 if "intitule" in noms and len(noms) > 8 else 1


def _write_rangee(
    onglet: "Worksheet",
    formats: Formats,
    colonnes: Sequence[Colonne],
    numero: int,
    rangee: Rangee,
) -> None:
    for rang, colonne in enumerate(colonnes):
        valeur, forme = rangee.get(colonne.nom), formats.of(colonne.genre)
        if isinstance(valeur, date):
            onglet.write_datetime(numero, rang, valeur, forme)
        elif isinstance(valeur, int | float):
            onglet.write_number(numero, rang, valeur, forme)
        elif valeur:
            onglet.write_string(numero, rang, str(valeur), forme)


def _write_totaux(onglet: "Worksheet", formats: Formats, feuille: FeuilleGuidee) -> None:
    """The sums: below the title those of the columns, in the column «Total» those of the rows."""
    montants = [r for r, c in enumerate(feuille.colonnes) if c.genre is Genre.MONTANT]
    payeurs = [r for r in montants if feuille.colonnes[r].nom.startswith(FINANCEUR)]
    if not montants:
        return
    somme = partial(_sum_rangee, feuille)
    if payeurs and feuille.colonnes[montants[-1]].nom == "total":
        gauche, droite = column_letter(payeurs[0] + 1), column_letter(payeurs[-1] + 1)
        for numero in range(_ENTETE + 1, feuille.derniere + 1):
            plage = f"{gauche}{numero + 1}:{droite}{numero + 1}"
            formule, rang = f'=IF(COUNT({plage})=0,"",SUM({plage}))', montants[-1]
            valeur = somme(numero, payeurs)
            onglet.write_formula(
                numero, rang, formule, formats.calcule, "" if valeur is None else valeur
            )
    if montants[0]:
        onglet.write_string(_ENTETE - 1, montants[0] - 1, "Somme des lignes", formats.somme_titre)
    for rang in montants:
        lettre = column_letter(rang + 1)
        formule = f"=SUM({lettre}{_ENTETE + 2}:{lettre}{feuille.derniere + 1})"
        siens = payeurs if feuille.colonnes[rang].nom == "total" else [rang]
        total = sum(
            somme(n, siens) or 0 for n in range(_ENTETE + 1, _ENTETE + 1 + len(feuille.rangees))
        )
        onglet.write_formula(_ENTETE - 1, rang, formule, formats.somme, total)


def _sum_rangee(feuille: FeuilleGuidee, numero: int, rangs: Sequence[int]) -> float | None:
    """The sum of those columns in a row, None when they are blank."""
    rang = numero - _ENTETE - 1
    rangee: Rangee = feuille.rangees[rang] if rang < len(feuille.rangees) else {}
    valeurs: list[Any] = [rangee.get(feuille.colonnes[r].nom) for r in rangs]
    nombres = [v for v in valeurs if isinstance(v, int | float)]
    return sum(nombres) if nombres else None


def _mark_missing(onglet: "Worksheet", formats: Formats, feuille: FeuilleGuidee) -> None:
    """Colour what a row that somebody has begun still lacks."""
    colonnes, premiere = feuille.colonnes, _ENTETE + 1
    saisies = [r for r, c in enumerate(colonnes) if c.nom != "total"]
    debut, fin = column_letter(saisies[0] + 1), column_letter(saisies[-1] + 1)
    commencee = f"COUNTA(${debut}{premiere + 1}:${fin}{premiere + 1})>0"
    for rang, colonne in enumerate(colonnes):
        if colonne.requise:
            cellule = f"{column_letter(rang + 1)}{premiere + 1}"
            regle = {
                "type": "formula",
                "criteria": f"=AND({commencee},ISBLANK({cellule}))",
                "format": formats.manque,
            }
            onglet.conditional_format(premiere, rang, feuille.derniere, rang, regle)
    payeurs = [r for r, c in enumerate(colonnes) if c.nom.startswith(FINANCEUR)]
    statut = next((r for r, c in enumerate(colonnes) if c.nom == "statut"), None)
    if payeurs and statut is not None:
        gauche, droite = column_letter(payeurs[0] + 1), column_letter(payeurs[-1] + 1)
        etat = f'${column_letter(statut + 1)}{premiere + 1}="soutenue"'
        vide = f"COUNT(${gauche}{premiere + 1}:${droite}{premiere + 1})=0"
        regle = {
            "type": "formula",
            "criteria": f"=AND({etat},{vide})",
            "format": formats.a_verifier,
        }
        onglet.conditional_format(premiere, payeurs[0], feuille.derniere, payeurs[-1], regle)


def _write_listes(livre: "Workbook", formats: Formats, classeur: ClasseurGuide) -> dict[str, str]:
    """The sheet of the words that drop-downs offer; the range of each list, by its name."""
    listes = _gather_listes(classeur)
    if not listes:
        return {}
    onglet = livre.add_worksheet(LISTES)
    consigne = (
        "Ces mots sont ceux des menus déroulants. Les piliers, les instances et les axes viennent "
        "de rapportpv.toml : changez-les aussi dans ce fichier. Les listes vides, et celles des "
        "communes, des quartiers et des opérateurs, se complètent ici."
    )
    onglet.write_string(0, 0, consigne, formats.consigne)
    plages = {}
    for rang, (nom, (mots, ouverte)) in enumerate(listes.items()):
        onglet.set_column(rang, rang, 32, formats.of(Genre.TEXTE))
        onglet.write_string(2, rang, nom, formats.facultative)
        onglet.write_column(3, rang, mots)
        lettre, marge = column_letter(rang + 1), _MARGE_DE_LISTE if ouverte else 0
        plages[nom] = f"='{LISTES}'!${lettre}$4:${lettre}${3 + max(len(mots) + marge, 1)}"
    onglet.freeze_panes(3, 0)
    return plages


def _gather_listes(classeur: ClasseurGuide) -> dict[str, tuple[Sequence[str], bool]]:
    """The words of each list of the workbook, and whether it takes others."""
    listes: dict[str, tuple[Sequence[str], bool]] = {}
    for colonne in (c for f in classeur.feuilles for c in f.colonnes):
        if colonne.mots:
            listes[f"Liste « {colonne.libelle} »"] = colonne.mots, False
        elif colonne.liste:
            listes[f"Liste « {colonne.liste} »"] = classeur.listes.get(colonne.liste, ()), True
    return listes


def _write_mode_d_emploi(livre: "Workbook", formats: Formats, classeur: ClasseurGuide) -> None:
    onglet = livre.add_worksheet(MODE_D_EMPLOI)
    for rang, largeur in enumerate((34, 16, 90)):
        onglet.set_column(rang, rang, largeur)
    onglet.write_string(0, 0, classeur.titre, formats.titre)
    numero = 1
    for conseil in aides.CONSEILS:
        onglet.write_string(numero, 0, conseil, formats.consigne)
        numero += 1
    for feuille in classeur.feuilles:
        numero += 1
        onglet.write_string(numero, 0, f"La feuille « {feuille.plan.feuille} »", formats.titre)
        onglet.write_string(numero + 1, 0, aides.FEUILLES[feuille.plan.nom], formats.consigne)
        for rang, titre in enumerate(("La colonne", "Obligatoire", "Ce que l’on y écrit")):
            onglet.write_string(numero + 2, rang, titre, formats.facultative)
        numero += 3
        for colonne in feuille.colonnes:
            oui = "oui" if colonne.requise else "non"
            for rang, texte in enumerate((colonne.libelle, oui, colonne.aide)):
                onglet.write_string(numero, rang, texte, formats.texte_long)
            numero += 1
    onglet.set_portrait()
    onglet.set_paper(9)
    onglet.fit_to_pages(1, 0)
