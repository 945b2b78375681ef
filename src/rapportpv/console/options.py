"""The arguments and options of the commands: their names, and what their help says."""

from pathlib import Path
from typing import Annotated

import typer

from rapportpv.console.controles import Format
from rapportpv.console.ecarts import FormatDiff

Annee = Annotated[int, typer.Argument(metavar="ANNEE", help="Année du rapport, par exemple 2022.")]
Dossier = Annotated[
    Path | None,
    typer.Option("--dossier", metavar="DOSSIER", help="Dossier du projet (avec rapportpv.toml)."),
]
Au = Annotated[
    str | None,
    typer.Option(
        "--au",
        metavar="DATE",
        help="État à cette date, 04/10/2023 ou aujourd’hui (celle d’annee.toml, sans elle).",
    ),
]
SansValeurs = Annotated[
    bool,
    typer.Option(
        "--sans-valeurs",
        envvar="RAPPORTPV_SANS_VALEURS",
        help="Ne rien montrer de ce que contiennent les classeurs (journaux publics).",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="En JSON, pour un programme.")]
Document = Annotated[str, typer.Argument(metavar="DOCUMENT", help="Nom du document (rapport).")]
Sortie = Annotated[
    Path | None,
    typer.Option("--sortie", metavar="DOSSIER", help="Où écrire (le dossier « sortie »)."),
]
Formats = Annotated[
    str, typer.Option("--format", metavar="FORMATS", help="docx, ou docx,pdf (avec LibreOffice).")
]
Force = Annotated[
    bool, typer.Option("--force", help="Écrire malgré les erreurs, avec la mention brouillon.")
]
Ecraser = Annotated[
    bool, typer.Option("--ecraser", help="Remplacer un document modifié à la main.")
]
Sources = Annotated[bool, typer.Option("--sources", help="Avec l’annexe des sources des chiffres.")]
Liste = Annotated[bool, typer.Option("--list", help="Dire quels documents peuvent être faits.")]
Publier = Annotated[
    bool,
    typer.Option(
        "--publier",
        help="Écrire dans le dossier « publication » du projet, avec l’état que « diff » "
        "comparera.",
    ),
]
Annoter = Annotated[
    Path | None,
    typer.Option(
        "--annoter",
        metavar="DOSSIER",
        help="Écrire là une copie annotée de chaque classeur fautif.",
    ),
]
Forme = Annotated[
    Format,
    typer.Option(
        "--format",
        help="Texte ; JSON pour un programme ; annotations GitHub ; page HTML à transmettre.",
    ),
]
FormeDiff = Annotated[
    FormatDiff, typer.Option("--format", help="Texte ; JSON ; Markdown (vide si rien n’a changé).")
]
AnneeNouvelle = Annotated[
    str | None, typer.Argument(metavar="[ANNEE]", help="Année à poser, par exemple 2024.")
]
Epci = Annotated[
    str | None, typer.Option("--epci", metavar="NOM", help="Nom de l’intercommunalité.")
]
Sigle = Annotated[
    str | None, typer.Option("--sigle", metavar="SIGLE", help="Son sigle (les initiales).")
]
Siren = Annotated[str | None, typer.Option("--siren", metavar="SIREN", help="Ses 9 chiffres.")]
NomContrat = Annotated[
    str | None,
    typer.Option(
        "--contrat", metavar="NOM", help="Contrat de ville (celui qui est en vigueur cette année)."
    ),
]
ReprendreActions = Annotated[
    bool,
    typer.Option(
        "--reprendre-actions", help="Avec les actions de l’année précédente, sans leurs montants."
    ),
]
NomClasseur = Annotated[
    str | None,
    typer.Option(
        "--classeur", metavar="NOM", help="Ne poser que ce classeur d’une année qui existe."
    ),
]
Forge = Annotated[
    str | None,
    typer.Option("--ci", metavar="FORGE", help="github ou gitlab : régénération automatique."),
]
Installation = Annotated[
    str | None,
    typer.Option(
        "--installation",
        metavar="PAQUET",
        help="Ce que pip installe pour avoir rapportpv (cette version).",
    ),
]
