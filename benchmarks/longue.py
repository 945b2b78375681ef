"""A Word table of that many rows, from a user's template: `longue.py ROWS OUT.docx`."""

import sys
from datetime import date
from fractions import Fraction
from pathlib import Path

from docx import Document

from rapportpv.core.chiffre import Bilan, Colonne, Ligne, Quantite, Tableau, Unite
from rapportpv.core.identite import Identite, Version
from rapportpv.word.matiere import Matiere
from rapportpv.word.render import render_document
from rapportpv.year.sujets import SUJETS

CHAMPS = ("commune", "operation", "montant")


def main() -> None:
    """Render the table, and write the document."""
    combien, chemin = int(sys.argv[1]), Path(sys.argv[2])
    modele = chemin.with_suffix(".modele.docx")
    document = Document()
    table = document.add_table(2, len(CHAMPS), style="Table Grid")
    for rang, champ in enumerate(CHAMPS):
        table.rows[0].cells[rang].text = champ
        table.rows[1].cells[rang].text = f"{{{{ tableaux.longue.{champ} }}}}"
    document.save(str(modele))
    lignes = (
        Ligne(
            {
                "commune": f"Commune {rang % 500}",
                "operation": f"Opération {rang} – réhabilitation & extension",
                "montant": Quantite(Fraction(1000 + rang), Unite.EUROS),
            }
        )
        for rang in range(combien)
    )
    colonnes = tuple(Colonne(champ, champ) for champ in CHAMPS)
    longue = Tableau("longue", "Longue", colonnes, tuple(lignes))
    groupes = tuple(groupe for sujet in SUJETS for groupe in sujet.groupes)
    bilan = Bilan(tableaux={"longue": longue}, groupes=groupes)
    identite = Identite(
        2024, "Essai", "E", "Contrat", 2024, 2030, Version.PROJET, date(2025, 6, 24)
    )
    contenu, anomalies = render_document(modele, Matiere(identite, bilan))
    if contenu is None:
        raise SystemExit(str(anomalies))
    chemin.write_bytes(contenu)


if __name__ == "__main__":
    main()
