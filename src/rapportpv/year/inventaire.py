"""The inventory of a year: read, left out, lacking; told at the end of a check."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from msgspec import Struct

from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.inventaire import Absente, Inventaire, Laisse, Lu
from rapportpv.core.plan import Plan
from rapportpv.core.sections import section_key
from rapportpv.core.textes import TEXTES
from rapportpv.reading.egares import list_egares, list_egares_racine
from rapportpv.reading.noms import MODELES
from rapportpv.subjects.dsu.sheet import DSU
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.fonds_de_concours.sheet import FONDS_DE_CONCOURS
from rapportpv.subjects.npnru.sheet import OPERATIONS_NPNRU
from rapportpv.subjects.service.sheet import SERVICE
from rapportpv.subjects.territoire.sheet import QUARTIERS
from rapportpv.texts.sections import list_called
from rapportpv.year.controle import Controle
from rapportpv.year.sujets import PLANS

_CLASSEURS = tuple(dict.fromkeys(plan.fichier for plan in PLANS))
_SANS_TEXTE = "pas de texte"


class _Partie(Struct, frozen=True):
    """A part of the report: what it is called, the text or the sheet that makes it."""

    libelle: str
    texte: str = ""
    plan: Plan | None = None
    decret: bool = False
    fichiers: str = ""  # what fills it beside its text and its sheet
    donnees: Callable[[Dossier], bool] | None = None  # whether they did

    @property
    def nom(self) -> str:
        return self.texte or (self.plan.nom if self.plan else "")

    def comble(self, millesime: int) -> str:
        """What would fill a part that the décret asks for: «écrivez 2024/textes/situation.md»."""
        gestes = (
            self.fichiers and f"déposez {self.fichiers.format(millesime)}",
            self.plan and f"remplissez {millesime}/{self.plan.fichier}",
            self.texte and f"écrivez {millesime}/{TEXTES}/{self.texte}.md",
        )
        return " ou ".join(geste for geste in gestes if geste) if self.decret else ""


_PARTIES = (
    _Partie("orientations du contrat et projet de territoire", "orientations", decret=True),
    _Partie(
        "situation des quartiers prioritaires",
        "situation",
        decret=True,
        fichiers="les fichiers de l’INSEE dans {}/insee",
        donnees=lambda dossier: bool(dossier.insee.mesures),
    ),
    _Partie("évolution de cette situation dans l’année", "evolution", decret=True),
    _Partie("objectifs du contrat au regard de leurs indicateurs", "objectifs", decret=True),
    _Partie("quartiers", plan=QUARTIERS),
    _Partie("Fonds de Cohésion Sociale", plan=FCS),
    _Partie("fonds de concours", plan=FONDS_DE_CONCOURS),
    _Partie("renouvellement urbain", "npnru", OPERATIONS_NPNRU, decret=True),
    _Partie("articulation entre les volets du contrat", "articulation", decret=True),
    _Partie("service", "service", SERVICE),
    _Partie("évaluation", "evaluation"),
    _Partie("manifeste", "manifeste"),
    _Partie("perspectives et améliorations nécessaires", "perspectives", decret=True),
    _Partie("priorités", "priorites"),
    _Partie("actions des communes qui reçoivent la DSU", "dsu", DSU, decret=True),
)
"""What a report usually has, in its order; what is rare (adultes-relais…) is not missed.

The list of the décret n° 2015-1118 is that of `reference/domaine.md`, §1, points 1 to 6.
"""


def take_inventaire(racine: Path, controle: Controle) -> Inventaire:
    """What a check has to say beside its faults; of a year that cannot be read, its files only."""
    dossier, millesime = controle.dossier, controle.millesime
    dits = {anomalie.lieu.fichier for anomalie in controle.anomalies}
    egares = (*list_egares_racine(racine, _CLASSEURS), *list_egares(racine, millesime, _CLASSEURS))
    fichiers = tuple(laisse for laisse in egares if laisse.lieu.fichier not in dits)
    if dossier is None:
        return Inventaire(millesime, laisses=fichiers)
    return Inventaire(
        millesime,
        tuple(_list_lus(dossier)),
        (*_list_laisses(dossier), *fichiers),
        tuple(_list_absentes(dossier, racine)),
    )


def _list_lus(dossier: Dossier) -> Iterator[Lu]:
    for feuille in dossier.feuilles:
        if len(feuille.frame):
            quoi = "projet" if feuille is dossier.programmation.feuille else "ligne"
            yield Lu(Emplacement(feuille.fichier, feuille.nom), len(feuille.frame), quoi)
    if ecrits := sum(not (t.is_vide or t.declare) for t in dossier.textes or ()):
        yield Lu(Emplacement(f"{dossier.millesime}/{TEXTES}"), ecrits, "texte")
    yield from dossier.insee.lus


def _list_laisses(dossier: Dossier) -> Iterator[Laisse]:
    for feuille in dossier.feuilles:
        yield from feuille.laissees
    yield from dossier.laissees
    yield from dossier.insee.laisses


def _list_absentes(dossier: Dossier, racine: Path) -> Iterator[Absente]:
    ecrits = {section_key(t.section) for t in dossier.textes or () if not t.is_vide}
    appelees = _list_appelees(racine)
    for partie in _PARTIES:
        if partie.texte and section_key(partie.texte) in ecrits:
            continue
        if appelees is not None and partie.texte and section_key(partie.texte) not in appelees:
            continue
        if raison := _find_manque(dossier, partie):
            comble = partie.comble(dossier.millesime)
            yield Absente(partie.nom, partie.libelle, raison, comble)


def _list_appelees(racine: Path) -> Collection[str] | None:
    """The sections that the project's own template of the report names; None without one."""
    modele = racine / MODELES / "rapport.docx"
    return set(list_called([modele])) if modele.is_file() else None


def _find_manque(dossier: Dossier, partie: _Partie) -> str:
    """Why a part that no text fills is not in the report; nothing when a sheet makes it."""
    plan = partie.plan
    if partie.donnees is not None and partie.donnees(dossier):
        return ""
    if plan is None:
        return _SANS_TEXTE
    sans_axe = plan is FCS and not dossier.reglages.axe_fcs
    if plan.nom in dossier.autres or (sans_axe and plan.fichier in dossier.absents):
        return ""
    if plan.nom in dossier.illisibles:
        return f"{plan.fichier} ne se lit pas"
    return "classeur encore vide" if plan.nom in dossier.vides else f"pas de {plan.fichier}"
