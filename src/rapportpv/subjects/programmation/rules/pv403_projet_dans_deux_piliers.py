"""Un même projet est rangé sous deux piliers.

## Pourquoi c’est gênant
Une part de son montant va dans un pilier, le reste dans un autre : les deux taux sont faux.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Aide aux devoirs | Les Amis | Emploi | soutenue | 3000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 15000 |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.french.typographie import format_texte
from rapportpv.reading.doublons import Groupe, group_by_numero, group_by_projet

if TYPE_CHECKING:
    from rapportpv.core.dossier import Dossier, Programmation

PV403 = Rule(
    "PV403",
    "projet-dans-deux-piliers",
    Severite.ALERTE,
    message=(
        "Le projet « {valeur} » est rangé sous plusieurs piliers : {piliers}. Gardez un seul "
        "pilier, ou corrigez l’intitulé s’il y a deux projets."
    ),
    doc=__doc__,
)


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each project whose rows are of several piliers of the contract."""
    feuille = dossier.programmation.feuille
    libelles = {p.code: format_texte(f"« {p.libelle} »") for p in dossier.contrat.pilier}
    for nom, lignes, codes in find_piliers_doubles(dossier):
        piliers = ", ".join(libelles[code] for code in codes)
        yield PV403.at(feuille.lieu(lignes, "pilier"), valeur=nom, piliers=piliers)


def find_piliers_doubles(dossier: Dossier) -> Iterator[tuple[str, Groupe, list[str]]]:
    """Each project of several piliers: what names it, its rows, its piliers in settings' order.

    A pilier that the contract does not know is another fault.
    """
    ordre = [pilier.code for pilier in dossier.contrat.pilier]
    par_ligne = _piliers(dossier.programmation)
    dits: set[int] = set()
    for nom, lignes in _projets(dossier.programmation):
        siens = {par_ligne[ligne] for ligne in lignes if ligne in par_ligne}
        codes = [code for code in ordre if code in siens]
        if len(codes) > 1 and not dits.issuperset(lignes):
            dits.update(lignes)
            yield nom, lignes, codes


def _projets(programmation: Programmation) -> Iterator[tuple[str, Groupe]]:
    """The rows that are of one project: by its names, by its number, or as a long sheet has it."""
    frame = programmation.feuille.frame
    for nom, lignes in group_by_projet(frame):
        yield nom, tuple(sorted(r for ligne in lignes for r in programmation.lignes[ligne]))
    if not programmation.longue:
        yield from group_by_numero(frame)
        return
    noms = zip(frame["operateur"], frame["intitule"], strict=True)
    for ligne, (operateur, intitule) in zip(frame.index, noms, strict=True):
        if len(programmation.lignes[ligne]) > 1:
            yield f"{operateur} – {intitule}", programmation.lignes[ligne]


def _piliers(programmation: Programmation) -> dict[int, str]:
    """The pilier of each row: a project's, and a grant's where a row is a grant."""
    tetes = programmation.feuille.frame["pilier"]
    subventions = programmation.subventions["pilier"]
    return {int(str(ligne)): str(p) for s in (tetes, subventions) for ligne, p in s.items()}
