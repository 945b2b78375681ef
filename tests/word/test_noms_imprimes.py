"""Names in capitals are printed in small letters; the figures keep what was typed."""

from rapportpv.core.chiffre import Bilan
from rapportpv.word.noms_imprimes import print_noms
from tests.word.fabrique import euros, identite, tableau

FCS = tableau(
    "fcs_axe_1",
    {"operateur": "Opérateur", "intitule": "Projet", "commune": "Commune", "montant": "Montant"},
    ["AMIS DE L'ETANG", "Une FÊTE", "L'Étang", euros(1)],
    ["Les AMIS", "JEUX", "L'Étang", euros(2)],
)


def test_the_document_softens_and_the_table_does_not():
    imprime = print_noms(Bilan(tableaux={"fcs_axe_1": FCS}), identite()).tableaux["fcs_axe_1"]
    assert [tuple(map(str, ligne.cellules.values()))[:2] for ligne in imprime.lignes] == [
        ("Amis de L'Étang", "Une FÊTE"),
        ("Les AMIS", "Jeux"),
    ]
    assert FCS.lignes[0].cellules["operateur"] == "AMIS DE L'ETANG"
