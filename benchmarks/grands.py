"""A project with a long programming, 25 columns as Excel saves them (shared strings)."""

import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from xlsxwriter import Workbook

from rapportpv.core.emplacement import column_letter

PILIERS = ("Transition écologique", "Égalité des chances", "Plein emploi", "Tranquillité publique")
FINANCEURS = ("État – P147", "Région", "Département", "CAF", "Communes", "Droit commun")
COMMUNES = ("Louvière-sur-Aa", "Saint-Elme", "Fontaine-l'Abbé", "Les Essarts")
PROJET = (
    *("N° dossier", "Intitulé de l'action", "Opérateur", "Type d'opérateur", "Pilier"),
    *("Commune(s)", "Statut", "SIRET", "Thématique", "Nouvelle ou reconduite"),
)
AUTRES = (
    *("Total", "Coût total", "Adresse", "Contact", "Téléphone", "Date de dépôt", "Référent"),
    *("Observations", "Bénéficiaires"),
)
ANNEE = 2024
_REGLAGES = """[territoire]
epci = "Communauté d'Agglomération du Grand Essai"
sigle = "CAGE"

[[contrat]]
nom = "Engagements Quartiers 2030"
debut = 2024
fin = 2030
pilier = [
{piliers}]

{financeurs}"""
_FINANCEUR = """[[financeur]]
code = "f{0}"
libelle = "{1}"
famille = "Autres"
specifique = {2}
"""


def write_projet(racine: Path, lignes: int, *, formules: bool = False) -> Path:
    """A project of that many rows, its totals as numbers or as formulas; the workbook's path."""
    piliers = (f'  {{ code = "p{n}", libelle = "{nom}" }},\n' for n, nom in enumerate(PILIERS))
    financeurs = (_FINANCEUR.format(n, nom, str(n < 2).lower()) for n, nom in enumerate(FINANCEURS))
    annee = racine / str(ANNEE)
    annee.mkdir(parents=True)
    (racine / "rapportpv.toml").write_text(
        _REGLAGES.format(piliers="".join(piliers), financeurs="\n".join(financeurs)), "utf-8"
    )
    (annee / "annee.toml").write_text('version = "projet"\narrete_le = 2025-06-24\n', "utf-8")
    chemin = annee / "programmation.xlsx"
    with Workbook(str(chemin)) as classeur:
        feuille = classeur.add_worksheet("Programmation")
        jour = classeur.add_format({"num_format": "dd/mm/yyyy"})
        feuille.write_row(0, 0, (*PROJET, *FINANCEURS, *AUTRES))
        for ligne, (mots, cents, autres) in enumerate(_list_lignes(lignes), start=1):
            feuille.write_row(ligne, 0, mots)
            feuille.write_row(ligne, len(PROJET), [c / 100 for c in cents])
            total = len(PROJET) + len(FINANCEURS)
            if formules:
                plage = (
                    f"{column_letter(len(PROJET) + 1)}{ligne + 1}:{column_letter(total)}{ligne + 1}"
                )
                feuille.write_formula(ligne, total, f"=SUM({plage})", None, sum(cents) / 100)
            else:
                feuille.write_number(ligne, total, sum(cents) / 100)
            feuille.write_row(ligne, total + 1, autres)
            feuille.write_number(ligne, total + 5, 45000 + ligne % 300, jour)
    return chemin


def _list_lignes(combien: int) -> list[tuple[tuple[str, ...], list[int], tuple[object, ...]]]:
    """The rows, the same each time: words, cents by funder, what comes after the total."""
    hasard = random.Random(5)
    lignes = []
    for rang in range(1, combien + 1):
        qui = hasard.randrange(max(3, combien // 2))
        statut = hasard.choices(("soutenue", "refusée", "ajournée"), (8, 1, 1))[0]
        paye = statut == "soutenue"
        cents = [
            hasard.randrange(1_500_000) if paye and hasard.random() < 0.6 else 0 for _ in FINANCEURS
        ]
        cents[0] += 10_000 if paye else 0
        mots = (
            *(f"24-{rang:06d}", f"Action {rang} {hasard.choice(('Lire', 'Jouer', 'Bâtir'))}"),
            *(f"Opérateur {qui:06d}", hasard.choice(("association", "commune", "EPCI"))),
            *(hasard.choice(PILIERS), "; ".join(hasard.sample(COMMUNES, hasard.choice((1, 1, 2))))),
            *(statut, _siret(qui), hasard.choice(("Santé", "Culture", "Sport"))),
            hasard.choice(("Nouvelle", "Reconduite")),
        )
        autres = (
            *(sum(cents) * 1.25 // 1 / 100, f"{rang % 300} rue des Essais", f"Contact {qui}"),
            *(f"01 02 {rang % 90 + 10} 04 05", None, f"Référent {rang % 20}"),
            *(f"Vu le {rang % 28 + 1} mars" if rang % 3 else "", hasard.randrange(300)),
        )
        lignes.append((mots, cents, autres))
    return lignes


def _siret(rang: int) -> str:
    siren = f"5{rang:07d}"
    siren += _cle(siren)
    return siren + "0001" + _cle(siren + "0001")


def _cle(chiffres: str) -> str:
    doubles = (int(c) * (2 - rang % 2) for rang, c in enumerate(reversed(chiffres)))
    return str(-sum(sum(divmod(n, 10)) for n in doubles) % 10)


def write_apart(racine: Path, lignes: int, *, formules: bool = False) -> Path:
    """The same, in a process of its own: the peak of ours would pass to those that it measures."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as autre:
        return autre.submit(write_projet, racine, lignes, formules=formules).result()
