"""The sheet of a workbook that is most likely the programming, and its row of headings."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.commands.proposition.titres import USUELS
from rapportpv.core.plan import FINANCEUR
from rapportpv.core.settings.reglages import Contrat
from rapportpv.core.vocabulaire import SOUTENUE
from rapportpv.french.lexique import Entree, normalise
from rapportpv.french.typographie import format_liste
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.feuilles import choose_entete
from rapportpv.reading.headers import Attendus, Entete, find_entete
from rapportpv.reading.kinds import Genre
from rapportpv.reading.profil import Profil, read_profil, read_profil_dessous
from rapportpv.reading.registre import Registre
from rapportpv.reading.rules.pv014_deux_feuilles_candidates import PV014
from rapportpv.reading.sheet import FeuilleTrouvee
from rapportpv.subjects.programmation.sheet import PROGRAMMATION, STATUTS

_LIGNES_EXAMINEES = 60
_TITRES = 4  # headings that a row has at least, when none of its words is known
_PAYEURS = tuple(
    Entree(code, "", noms)
    for code, noms in {
        "etat": ("ANCT", "BOP 147", "P147", "État", "Politique de la ville"),
        "region": ("Région", "Conseil régional"),
        "departement": ("Département", "Conseil départemental"),
        "caf": ("CAF",),
        "communes": ("Communes", "Villes"),
        "epci": ("EPCI", "Agglomération", "Communauté de communes"),
        "bailleurs": ("Bailleurs", "Bailleurs sociaux"),
        "europe": ("Europe", "FSE"),
        "autres": ("Autres", "Autres financeurs"),
    }.items()
)
"""Who usually pays: words by which a row of headings is known, and nothing more."""


class Tableau(Struct, frozen=True, dict=True):
    """A table: its row of headings, the column that each of these stands over, its rows."""

    entete: Entete
    attendus: Attendus
    doutes: tuple[str, ...] = ()

    @property
    def grille(self) -> Grille:
        """The sheet."""
        return self.entete.grille

    @cached_property
    def colonnes(self) -> dict[int, str]:
        """The headings by column, those of another table beside left out."""
        voisines = self.entete.voisines
        return {c: t for c, t in self.entete.libelles.items() if c not in voisines}

    @cached_property
    def dessous(self) -> list[int]:
        """The rows below the headings."""
        return list(range(self.entete.ligne + 1, len(self.grille.lignes) + 1))

    def donnees(self, codes: Mapping[str, int], montants: Sequence[int]) -> list[int]:
        """The rows of data, told from totals by those columns of fields and of amounts."""
        trouvees = {code: [c] for code, c in codes.items()}
        trouvees |= {f"{FINANCEUR}{c}": [c] for c in montants}
        entete = replace(self.entete, trouvees=trouvees, autres={}, litiges={})
        feuille = FeuilleTrouvee(self.attendus, self.attendus.plan.fichier, entete)
        return [numero for numero, genre, _ in feuille.lignes if genre is Genre.DONNEES]

    def valeurs(self, colonne: int, lignes: Sequence[int] | None = None) -> list[Any]:
        """What stands in a column, blanks left out; in those rows, when they are given."""
        numeros = self.dessous if lignes is None else lignes
        lues = (self.grille.cell((n, colonne)) for n in numeros)
        return [v for v in lues if v is not None and str(v).strip()]

    def profil(self, colonne: int, lignes: Sequence[int] | None = None) -> Profil:
        """What a column holds."""
        if lignes is None:
            return read_profil_dessous(self.grille, self.entete.ligne, colonne)
        return read_profil(Registre(self.grille), colonne, lignes)

    def groupe(self, colonne: int) -> str:
        """What is written above a heading, merged over it or not: «Crédits spécifiques»."""
        numero = self.entete.ligne - 1
        if numero < 1:
            return ""
        for haut, gauche, bas, droite in self.grille.fusions:
            if haut <= numero <= bas and gauche <= colonne <= droite < gauche + 30:
                valeur = self.grille.cell((haut, gauche))
                return normalise(valeur) if isinstance(valeur, str) and droite > gauche else ""
        return ""


def find_tableau(
    grilles: Sequence[Grille], fichier: str, contrat: Contrat, millesime: int
) -> Tableau | None:
    """The table of the programming, None when no sheet has one."""
    attendus = _make_attendus(contrat, millesime)
    choix = choose_entete(grilles, fichier, attendus)
    if choix.entete is not None:
        return Tableau(choix.entete, attendus)
    visibles = [g for g in grilles if not g.masquee and g.lignes]
    if any(a.rule is PV014 for a in choix.anomalies):
        entetes = [
            e for g in visibles if g.nom in choix.secondes if (e := find_entete(g, attendus))
        ]
        retenue = max(entetes, key=lambda e: len(e.grille.lignes) - e.ligne)
        noms = format_liste(e.grille.nom for e in entetes)
        doute = (
            f"Plusieurs feuilles peuvent être la programmation : {noms}. Rien ne dit laquelle ; "
            f"les colonnes proposées sont celles de « {retenue.grille.nom} », et « check » "
            "demandera de choisir."
        )
        return Tableau(retenue, attendus, (doute,))
    trouvees = [e for g in visibles if (e := _guess_entete(g))]
    if not trouvees:
        return None
    entete = max(trouvees, key=lambda e: len(e.libelles) * (len(e.grille.lignes) - e.ligne))
    doute = (
        f"Peu de titres de la feuille « {entete.grille.nom} » sont connus : les colonnes sont "
        "proposées d’après leur contenu. Relisez-les une par une."
    )
    return Tableau(entete, attendus, (doute,))


def _make_attendus(contrat: Contrat, millesime: int) -> Attendus:
    return Attendus(
        PROGRAMMATION,
        PROGRAMMATION.lexique(USUELS, _PAYEURS),
        millesime,
        contrat.lexique,
        STATUTS,
        SOUTENUE,
    )


def _guess_entete(grille: Grille) -> Entete | None:
    """The first row that looks like headings: several short texts over rows as wide."""
    for numero, ligne in enumerate(grille.lignes[:_LIGNES_EXAMINEES], start=1):
        textes = {
            c: normalise(v) for c, v in enumerate(ligne, 1) if isinstance(v, str) and v.strip()
        }
        autres = sum(v is not None and not isinstance(v, str) for v in ligne)
        distincts = len(set(textes.values())) == len(textes)
        if len(textes) >= _TITRES and not autres and distincts:
            dessous = grille.lignes[numero : numero + 3]
            if sum(_is_filled(suivante, textes) for suivante in dessous) >= min(2, len(dessous)):
                return Entete(grille, numero, textes, {}, numero) if dessous else None
    return None


def _is_filled(ligne: Sequence[Any], textes: Mapping[int, str]) -> bool:
    """Whether half of the columns with a heading hold something, and one of them a number."""
    valeurs = [ligne[c - 1] for c in textes if c <= len(ligne) and ligne[c - 1] is not None]
    return 2 * len(valeurs) >= len(textes)
