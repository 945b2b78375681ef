"""Formulas whose stored result is no longer what they come to."""

from collections.abc import Iterator
from fractions import Fraction

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.french.typographie import format_euros
from rapportpv.reading.comptes import Comptes
from rapportpv.reading.formules import compute
from rapportpv.reading.rules.pv118_formule_perimee import PV118


def tell_perimees(comptes: Comptes, fichier: str) -> Iterator[Anomalie]:
    """An anomaly for each amount that counts and that Excel would change by computing it again."""
    grille = comptes.entete.grille
    payees = {c for code, c in comptes.entete.colonnes.items() if comptes.counts(code)}
    payees -= comptes.entete.converties  # their results are no longer those of the file
    donnees = set(comptes.donnees) if grille.formules else set()
    for case, formule in sorted(grille.formules.items()):
        lue = grille.cell(case)
        if case[0] not in donnees or case[1] not in payees or not isinstance(lue, int | float):
            continue
        juste = compute(formule, grille.cell)
        if juste is not None and abs(juste - Fraction(lue)) >= Fraction(1, 100):
            yield PV118.at(
                Emplacement(fichier, grille.nom, (cell_name(case),)),
                valeur=formule,
                juste=format_euros(Fraction(round(100 * juste), 100)),
                enregistre=format_euros(Fraction(round(100 * Fraction(lue)), 100)),
            )
