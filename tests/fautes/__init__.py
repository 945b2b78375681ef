"""The second sample: for each rule of the catalogue, the sample with that one fault.

`python -m tests.fautes DOSSIER` writes them all, a project each.
"""

from tests.fautes import (
    fautes_annees,
    fautes_annexes,
    fautes_carte,
    fautes_cellules,
    fautes_coherence,
    fautes_consultation,
    fautes_dispositifs,
    fautes_fiches,
    fautes_fichiers,
    fautes_insee,
    fautes_livre,
    fautes_modele,
    fautes_references,
    fautes_seance,
    fautes_subventions,
    fautes_textes,
    fautes_totaux,
)
from tests.fautes.faute import Faute

FAUTES: tuple[Faute, ...] = (
    *fautes_fichiers.FAUTES,
    *fautes_cellules.FAUTES,
    *fautes_references.FAUTES,
    *fautes_totaux.FAUTES,
    *fautes_livre.FAUTES,
    *fautes_coherence.FAUTES,
    *fautes_textes.FAUTES,
    *fautes_annexes.FAUTES,
    *fautes_carte.FAUTES,
    *fautes_annees.FAUTES,
    *fautes_dispositifs.FAUTES,
    *fautes_fiches.FAUTES,
    *fautes_insee.FAUTES,
    *fautes_seance.FAUTES,
    *fautes_consultation.FAUTES,
    *fautes_subventions.FAUTES,
    *fautes_modele.FAUTES,
)

SANS_FAUTE = {
    "PV708": "tests/subjects/carte/rules/test_pv708.py",  # a fault of the machine, not of the project
    "PV199": "tests/year/test_fautes.py",  # what nobody has foreseen cannot be sown
}
"""The rules without a fault, and the test that covers each instead."""
