"""PV82x and PV83x: the consultation, its bodies, its days, and what they have answered."""

from datetime import date
from pathlib import Path
from typing import Any

from rapportpv.subjects.consultation.sheet import CONSULTATION
from tests.fautes.faute import Faute, Semeur
from tests.fautes.feuille import open_feuille, write
from tests.fautes.fichiers import both, change, remove

ANNEE = "2022/annee.toml"
FEUILLE = "2022/consultation.xlsx › Consultation"
LIEU = f"{FEUILLE} › {{cellules}}"
RECU = date(2023, 9, 12)
BLOC = (
    "[consultation]\ntransmission_le = 2023-07-03\navis_au_plus_tard_le = 2023-10-03\n"
    'signataire = "Le Président"\n'
)


def fill(texte: str, dite: str, **cellules: Any) -> Semeur:
    """Fills the cells of a body's row, by heading («Reçu_le»); `dite` is the one that is told."""

    def semer(projet: Path) -> dict[str, str]:
        with open_feuille(projet, CONSULTATION) as feuille:
            for entete, valeur in cellules.items():
                feuille[feuille.adresse(texte, entete.replace("_", " "))] = valeur
            return {"cellules": feuille.adresse(texte, dite)}

    return semer


def drop(texte: str) -> Semeur:
    """Takes the row of a body away."""

    def semer(projet: Path) -> None:
        with open_feuille(projet, CONSULTATION) as feuille:
            feuille.page.delete_rows(feuille.ligne(texte))

    return semer


def repeat(texte: str, autre: str) -> Semeur:
    """Types the name of a body over another one, in capitals, and its type."""

    def semer(projet: Path) -> dict[str, str]:
        with open_feuille(projet, CONSULTATION) as feuille:
            un, deux = feuille.adresse(texte, "Instance"), feuille.adresse(autre, "Instance")
            feuille[feuille.adresse(autre, "Type")] = feuille[feuille.adresse(texte, "Type")]
            feuille[deux] = texte.upper()
            return {"cellules": f"{un}, {deux}"}

    return semer


def approve(jour: str) -> Semeur:
    """Makes the report a definitive one, approved on that day."""
    return both(
        change(ANNEE, 'version = "projet"', 'version = "definitif"'),
        change(ANNEE, "arrete_le = 2023-06-27", f"arrete_le = {jour}"),
    )


FAUTES = (
    Faute("PV102", write(CONSULTATION, "Auchel", "Type", None), LIEU, variante="type-d-instance"),
    Faute("PV106", write(CONSULTATION, "Auchel", "Envoyé le", "31/06/2023"), LIEU),
    Faute("PV821", write(CONSULTATION, "Auchel", "Type", "comune"), LIEU, "Écrivez « commune »."),
    Faute(
        "PV822",
        fill("Auchel", "Sens", Reçu_le=RECU, Sens="favorabel"),
        LIEU,
        "Écrivez « favorable ».",
    ),
    Faute(
        "PV822",
        fill("Auchel", "Sens", Reçu_le=RECU, Sens="réputé favorable"),
        LIEU,
        "Videz la cellule : un silence ne s'écrit pas, le programme le compte à sa date.",
        variante="silence",
    ),
    Faute("PV823", fill("Auchel", "Reçu le", Reçu_le=date(2023, 10, 4), Sens="favorable"), LIEU),
    Faute("PV824", fill("Auchel", "Reçu le", Reçu_le=date(2023, 6, 12), Sens="favorable"), LIEU),
    Faute("PV825", write(CONSULTATION, "Auchel", "Envoyé le", date(2023, 9, 15)), LIEU),
    Faute("PV826", repeat("Auchel", "Conseil citoyen Le Regain – Barlin"), LIEU),
    Faute("PV827", drop("Auchel"), FEUILLE),
    Faute(
        "PV828",
        both(
            approve("2023-11-28"),
            fill("Auchel", "Suite donnée", Reçu_le=RECU, Sens="réservé", Observations="Le stade"),
        ),
        LIEU,
    ),
    Faute("PV829", fill("Auchel", "Reçu le", Sens="favorable"), LIEU),
    Faute("PV830", fill("Auchel", "Sens", Reçu_le=RECU), LIEU),
    Faute("PV831", write(CONSULTATION, "Auchel", "Envoyé le", None), LIEU),
    Faute(
        "PV832",
        both(approve("2023-11-28"), write(CONSULTATION, "Auchel", "Envoyé le", None)),
        LIEU,
    ),
    Faute("PV833", change(ANNEE, BLOC, ""), f"{ANNEE} › consultation"),
    Faute(
        "PV833",
        both(approve("2023-11-28"), remove("2022/consultation.xlsx")),
        "2022/consultation.xlsx",
        variante="sans-classeur",
    ),
)
