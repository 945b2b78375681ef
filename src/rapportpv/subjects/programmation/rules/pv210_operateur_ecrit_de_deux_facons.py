"""Le même opérateur est écrit de deux façons.

## Pourquoi c’est gênant
Le rapport imprime l’un et l’autre, et un filtre d’Excel peut en faire deux opérateurs. Sont
rapprochés les noms qui ne diffèrent que par les majuscules, les accents, la ponctuation ou le mot
« association », les noms longs à une lettre près, et les noms de même SIRET.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis du parc | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | ASSO. LES AMIS DU PARC | Emploi | soutenue | 8000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis du parc | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Les Amis du parc | Emploi | soutenue | 8000 |
"""

from collections.abc import Iterable, Iterator, Mapping

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.lieux import place_key
from rapportpv.reading.graphies import Graphies
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.programmation.operateurs import (
    RECOPIE,
    Sirets,
    find_slips,
    list_noms,
    list_sirets,
    operator_keys,
)
from rapportpv.subjects.territoire.sheet import COMMUNES


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each spelling of an opérateur that another one, more frequent, names too."""
    graphies = Graphies(operator_keys)
    for feuille in (dossier.programmation.feuille, dossier.feuille(FCS)):
        if feuille is not None:
            graphies.add(feuille, "operateur", feuille.frame["operateur"])
    sirets = list_sirets(dossier)
    justes: dict[str, str] = {}
    for groupe, raison in _groups(dossier, graphies, justes):
        noms = list(dict.fromkeys(_follow(justes, nom) for nom in groupe))
        if len(set(operator_keys(noms))) > RECOPIE:  # a SIRET pulled down: it is at fault
            continue
        juste = max(noms, key=graphies.count)
        for nom in noms:
            if nom != juste and not _are_two(sirets, nom, juste):
                justes[nom] = juste
                yield from graphies.tell(PV210, nom, juste, raison)


def _groups(
    dossier: Dossier, graphies: Graphies, justes: Mapping[str, str]
) -> Iterator[tuple[Iterable[str], str]]:
    """The spellings that may be of one opérateur, and why; the surest reasons first."""
    for memes in graphies.groups():
        yield memes, "le nom est le même à quelques signes près"
    territoire = dossier.feuille(COMMUNES)
    communes = territoire.frame["commune"] if territoire is not None else ()
    distinctes = {place_key(commune) for commune in communes}
    restants = [nom for nom in graphies.all() if nom not in justes]
    for paire in find_slips(restants, distinctes):
        yield paire, "une seule lettre les sépare"
    for siret, noms in list_noms(dossier).items():
        if len(noms) > 1:
            yield noms, f"ils ont le même SIRET, {siret}, qui est peut-être à corriger"


def _follow(justes: Mapping[str, str], nom: str) -> str:
    while nom in justes:
        nom = justes[nom]
    return nom


def _are_two(sirets: Sirets, nom: str, autre: str) -> bool:
    """Whether two names have SIRETs of different organisations: then they are not one."""
    siens, autres = ({siret[:9] for siret in sirets.get(n, ())} for n in (nom, autre))
    return bool(siens and autres) and siens.isdisjoint(autres)


PV210 = Rule(
    "PV210",
    "operateur-ecrit-de-deux-facons",
    Severite.ALERTE,
    message=(
        "« {valeur} » semble être le même opérateur que « {autre} » : {raison}. Écrivez partout "
        "le même nom, ou, si ce sont deux opérateurs, acceptez-le dans rapportpv.toml, bloc "
        "[[acceptees]]."
    ),
    doc=__doc__,
    check=check,
)
