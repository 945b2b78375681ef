"""Projects of unlike sizes, made by script: three actions, and six hundred."""

from pathlib import Path

from tests.geojson import collection, objet, polygon, square, write_carte
from tests.tables import write_classeur

_CONTRAT = """
[[contrat]]
nom = "Engagements Quartiers 2030"
debut = 2024
fin = 2030
pilier = [
  { code = "emploi", libelle = "Emploi et entreprise" },
  { code = "ecologie", libelle = "Transition écologique du cadre de vie" },
  { code = "chances", libelle = "Égalité des chances, réussite éducative et accès aux droits" },
]
"""
_TITRES = ["N° dossier", "Intitulé de l'action", "Opérateur", "Type d'opérateur", "Pilier"]
_TITRES += ["Thématique", "Commune(s)", "Quartier(s)", "Statut"]
_PILIERS = (
    "Égalité des chances, réussite éducative et accès aux droits",
    "Emploi et entreprise",
    "Transition écologique du cadre de vie",
)
_LONG = (
    "Association intercommunale pour le développement de l'accompagnement scolaire, culturel et "
    "sportif des habitants du numéro"
)
FINANCEURS, QUARTIERS, COMMUNES, ACTIONS = 12, 60, 18, 600


def write_petit(racine: Path) -> Path:
    """Three actions of one pilier, one quartier, one funder, one project of the FCS."""
    racine.mkdir(parents=True, exist_ok=True)
    (racine / "rapportpv.toml").write_text(
        '[territoire]\nepci = "Communauté de communes de la Vallée"\nsigle = "CCV"\n'
        + _CONTRAT
        + '[[financeur]]\ncode = "etat"\nlibelle = "État"\nfamille = "Etat"\nspecifique = true\n'
        '[[axe_fcs]]\nnumero = 1\nlibelle = "Soutenir les associations"\n',
        "utf-8",
    )
    _write_annee(racine)
    commun = ("ASSOCIATION DES AMIS DE L'ÉCOLE", "association", _PILIERS[0], "Éducation", "Orme")
    actions = [
        [str(n), f"Action {n}", *commun, "Les Prés", "soutenue", 1000 * n] for n in (1, 2, 3)
    ]
    dossier = racine / "2024"
    write_classeur(dossier / "programmation.xlsx", Programmation=[[*_TITRES, "État"], *actions])
    write_classeur(
        dossier / "fcs.xlsx",
        FCS=[
            ["N°", "Axe", "Opérateur", "Intitulé", "Commune", "Montant"],
            [1, 1, "Les Amis", "Fête", "Orme", 500],
        ],
    )
    write_classeur(
        dossier / "territoire.xlsx",
        Communes=[["Commune", "Code INSEE", "Référent"], ["Orme", "62119", "Jean MOREL"]],
        Quartiers=[
            ["Code", "Nom", "Commune(s)", "Type", "Population"],
            ["QN06201M", "Les Prés", "Orme", "QPV", 1200],
        ],
    )
    textes = dossier / "textes"
    textes.mkdir()
    (textes / "orientations.md").write_text("Un seul quartier, une seule priorité.\n", "utf-8")
    (textes / "perspectives.md").write_text("Poursuivre.\n", "utf-8")
    return racine


def write_grand(racine: Path) -> Path:
    """600 actions, 60 quartiers on a map, 12 funders, a service of 40, names of 120 signs."""
    racine.mkdir(parents=True, exist_ok=True)
    financeurs = [_financeur(n) for n in range(FINANCEURS)]
    (racine / "rapportpv.toml").write_text(
        '[territoire]\nepci = "Métropole de la Très Grande Agglomération des Deux Vallées"\n'
        'sigle = "MTGADV"\n' + _CONTRAT + "".join(bloc for _, bloc in financeurs),
        "utf-8",
    )
    _write_annee(racine)
    titres = [*_TITRES, *(libelle for libelle, _ in financeurs)]
    dossier = racine / "2024"
    write_classeur(
        dossier / "programmation.xlsx",
        Programmation=[titres, *(_action(n) for n in range(ACTIONS))],
    )
    communes = [[f"Saint-Exemple-{n:02}", f"62{n + 100}", _referent(n)] for n in range(COMMUNES)]
    quartiers = [
        [f"QN062{n:02}M", _quartier(n), communes[n % COMMUNES][0], "QPV", 1000 + n]
        for n in range(QUARTIERS)
    ]
    write_classeur(
        dossier / "territoire.xlsx",
        Communes=[["Commune", "Code INSEE", "Référent"], *communes],
        Quartiers=[["Code", "Nom", "Commune(s)", "Type", "Population"], *quartiers],
    )
    write_classeur(dossier / "service.xlsx", Service=_service())
    contours = [
        objet(polygon(square(3 + 0.03 * (n % 6), 50 + 0.03 * (n // 6))), nom=_quartier(n))
        for n in range(QUARTIERS)
    ]
    write_carte(racine, collection(*contours), 2024)
    return racine


def _write_annee(racine: Path) -> None:
    (racine / "2024").mkdir()
    (racine / "2024" / "annee.toml").write_text(
        'version = "projet"\narrete_le = 2025-05-05\n', "utf-8"
    )


def _financeur(n: int) -> tuple[str, str]:
    libelle = f"Établissement public intercommunal cofinanceur n° {n + 1}"
    specifique = "true" if n < FINANCEURS // 2 else "false"
    return libelle, (
        f'[[financeur]]\ncode = "f{n}"\nlibelle = "{libelle}"\n'
        f'famille = "Autres"\nspecifique = {specifique}\n'
    )


def _quartier(n: int) -> str:
    return f"Résidence du Bois Communal {n + 1}"


def _referent(n: int) -> str:
    return f"Camille RÉFÉRENT-{'ABCDE'[n % 5]}"


def _action(n: int) -> list[object]:
    montants = [1000 + 10 * n if n % FINANCEURS == rang else None for rang in range(FINANCEURS)]
    operateur = f"{_LONG} {n % 90:02}"
    return [
        f"{n:04}",
        f"Accompagner les jeunes du quartier vers l'emploi, l'orientation et la mobilité {n}",
        operateur.upper() if n % 3 else operateur,
        "association",
        _PILIERS[n % 7 % 3],
        f"Thématique transversale n° {n % 20 + 1}",
        f"Saint-Exemple-{n % COMMUNES:02}",
        _quartier(n % COMMUNES),
        "soutenue" if n % 5 else "refusée",
        *montants,
    ]


def _service() -> list[list[object]]:
    postes: list[list[object]] = [["Nom", "Fonction", "Rattaché à"]]
    postes.append(["Dominique CHEF", "Directrice générale", None])
    for chef in range(6):
        postes.append([f"Claude SOUS-CHEF {chef + 1}", "Responsable de secteur", "Dominique CHEF"])
        postes += [
            [f"Alix AGENT {chef + 1}-{n + 1}", "Chargée de mission", f"Claude SOUS-CHEF {chef + 1}"]
            for n in range(6)
        ]
    return postes
