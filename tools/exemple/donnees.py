"""The rows of the second example: all invented, places, people and amounts."""

from datetime import date

from rapportpv.core.settings.reglages_egalite import COTATIONS

Rangee = dict[str, object]

COMMUNES: list[Rangee] = [
    {"commune": "Brandelune", "referent": "Inès Corbel"},
    {"commune": "Saint-Aubrey", "referent": "Inès Corbel"},
    {"commune": "Les Vaulnes", "referent": "Théo Marchand"},
]

QUARTIERS: list[Rangee] = [
    {
        "code": "QN09901M",
        "nom": "Les Deux Rives",
        "communes": "Brandelune; Saint-Aubrey",
        "type": "QPV",
        "population": 2140,
    },
    {
        "code": "QN09902I",
        "nom": "Le Moulin",
        "communes": "Les Vaulnes",
        "type": "QPV",
        "population": 1385,
    },
]

HISTORIQUE: list[tuple[str, int, int, int, int]] = [
    ("Programmation", 118400, 121900, 124300, 127000),
    ("Projets déposés", 14, 13, 13, 12),
    ("Actions soutenues", 11, 10, 10, 9),
    ("credits_specifiques.total", 61000, 62500, 63100, 63800),
    ("associations.total", 7, 7, 6, 6),
    ("Cohésion sociale", 66400, 68900, 71300, 72000),
    ("Cadre de vie et renouvellement urbain", 32000, 33000, 32000, 34000),
    ("Développement économique", 20000, 20000, 21000, 21000),
    ("État « BOP 147 »", 41000, 42500, 43100, 43800),
    ("CCPB", 20000, 20000, 20000, 20000),
    ("Région", 18000, 19000, 20000, 21000),
    ("Communes", 39400, 40400, 41200, 42200),
]
"""historique.xlsx: a figure, and its value each year of the former contract."""

_EMPLOI = "Emploi et entreprise"
_ECOLOGIE = "Transition écologique du cadre de vie"
_CHANCES = "Égalité des chances"
_TRANQUILLITE = "Tranquillité et citoyenneté"


def _projet(  # noqa: PLR0913, PLR0917  a row of a table
    numero: int,
    intitule: str,
    operateur: str,
    type_operateur: str,
    pilier: str,
    quartiers: str,
    statut: str,
    reconduction: str,
    **montants: int,
) -> Rangee:
    return {
        "numero": f"2024-{numero:02}",
        "intitule": intitule,
        "operateur": operateur,
        "type_operateur": type_operateur,
        "pilier": pilier,
        "quartiers": quartiers,
        "statut": statut,
        "reconduction": reconduction,
        **{nom if nom == "cout_total" else f"financeur:{nom}": m for nom, m in montants.items()},
    }


_RIVES, _MOULIN, _TOUS = "Les Deux Rives", "Le Moulin", "Les Deux Rives; Le Moulin"
_NEUF, _REPRIS = "nouvelle", "reconduite"

PROJETS: list[Rangee] = [
    _projet(
        *(1, "Clés pour l'emploi", "Mission locale de Brandelune", "association", _EMPLOI),
        *(_TOUS, "soutenue", _REPRIS),
        cout_total=42000,
        etat_147=15000,
        epci=10000,
        region=8000,
    ),
    _projet(
        *(2, "Atelier vélo solidaire", "La Roue libre", "association", _EMPLOI),
        *(_RIVES, "soutenue", _NEUF),
        cout_total=12500,
        etat_147=4500,
        epci=2000,
        communes=1500,
    ),
    _projet(
        *(3, "Jardins du Moulin", "Les Pouces verts", "association", _ECOLOGIE),
        *(_MOULIN, "soutenue", _REPRIS),
        cout_total=9800,
        etat_147=4000,
        communes=2500,
    ),
    _projet(
        *(4, "Rénover sans se ruiner", "Brandelune Habitat", "bailleur", _ECOLOGIE),
        *(_RIVES, "soutenue", _NEUF),
        cout_total=30000,
        etat_droit_commun=6000,
        bailleurs=14000,
    ),
    _projet(
        *(5, "Aide aux devoirs", "Le Relais des Rives", "association", _CHANCES),
        *(_RIVES, "soutenue", _REPRIS),
        cout_total=18000,
        etat_147=7000,
        communes=3000,
        caf=4000,
    ),
    _projet(
        *(6, "Orchestre de quartier", "Commune des Vaulnes", "commune", _CHANCES),
        *(_MOULIN, "soutenue", _REPRIS),
        cout_total=22000,
        etat_147=6000,
        communes=9000,
        departement=3000,
    ),
    _projet(
        *(7, "Santé mentale : en parler", "Commune de Brandelune", "commune", _CHANCES),
        *(_TOUS, "soutenue", _NEUF),
        cout_total=16000,
        etat_147=5000,
        departement=2500,
        epci=3500,
    ),
    _projet(
        *(8, "Médiation de soirée", "Le Relais des Rives", "association", _TRANQUILLITE),
        *(_RIVES, "soutenue", _REPRIS),
        cout_total=27000,
        etat_147=11000,
        bailleurs=6000,
        communes=4000,
    ),
    _projet(
        *(9, "Fête des voisins", "Les Pouces verts", "association", _TRANQUILLITE),
        *(_MOULIN, "refusée", _NEUF),
        cout_total=3000,
    ),
    _projet(
        *(10, "Web radio des jeunes", "La Roue libre", "association", _CHANCES),
        *(_TOUS, "en instruction", _NEUF),
        cout_total=8000,
    ),
]

_G2, _G1, _G0 = (cotation.libelle for cotation in COTATIONS)
for _numero, _convention, _cotation in (
    *((1, "pluriannuelle", _G1), (2, "annuelle", _G0), (3, "annuelle", _G0)),
    *((4, "annuelle", _G0), (5, "pluriannuelle", _G1), (6, "annuelle", _G1)),
    *((7, "annuelle", _G2), (8, "pluriannuelle", _G0)),
):
    PROJETS[_numero - 1] |= {"pluriannuel": _convention, "egalite": _cotation}

DISPOSITIFS: list[Rangee] = [
    {
        "dispositif_nom": "Programme de réussite éducative",
        "operateur": "Commune de Brandelune",
        "prevu": 48000,
        "realise": 45600,
        "unite": "enfants",
        "places_prevues": 60,
        "places_occupees": 54,
    },
    {
        "dispositif_nom": "Quartiers d'été",
        "operateur": "Le Relais des Rives",
        "quartiers": "Les Deux Rives",
        "prevu": 12000,
        "realise": 12000,
    },
    {
        "dispositif_nom": "Adultes-relais",
        "operateur": "Mission locale de Brandelune",
        "unite": "postes",
        "places_prevues": 2,
        "places_occupees": 1,
    },
]

DROIT_COMMUN: list[Rangee] = [
    {
        "signataire": "CAF",
        "engagement": "Accompagnement à la scolarité dans les deux quartiers",
        "decide": 20000,
        "realise": 18500,
    },
    {
        "signataire": "Département",
        "engagement": "Un poste de travailleur social au Moulin",
        "decide": 42000,
        "realise": 42000,
    },
    {"signataire": "Département", "engagement": "Permanences d'accès aux droits", "decide": 6000},
]

ABATTEMENT: list[Rangee] = [
    {
        "bailleur": "Brandelune Habitat",
        "quartier": _RIVES,
        "action": "Gardiennage renforcé",
        "montant": 21000,
        "realise": 20400,
    },
    {
        "bailleur": "Brandelune Habitat",
        "quartier": _MOULIN,
        "action": "Réfection des halls",
        "montant": 14500,
        "realise": 9800,
    },
    {
        "bailleur": "Logis de la Vaulne",
        "quartier": _MOULIN,
        "action": "Jardins partagés",
        "montant": 6000,
    },
]

SERVICE: list[Rangee] = [
    {"nom": "Inès Corbel", "fonction": "Cheffe de projet"},
    {"nom": "Théo Marchand", "fonction": "Chargé de mission", "rattache_a": "Inès Corbel"},
]

_ENVOI = date(2025, 5, 12)

CONSULTATION: list[Rangee] = [
    {
        "instance": nom,
        "type": genre,
        "destinataire": destinataire,
        "envoye_le": _ENVOI,
    }
    for nom, genre, destinataire in (
        ("Brandelune", "commune", "Madame la Maire"),
        ("Saint-Aubrey", "commune", "Monsieur le Maire"),
        ("Les Vaulnes", "commune", "Madame la Maire"),
        ("Les Deux Rives", "table de quartier", "Madame Awa SOLAND, animatrice"),
        ("Le Moulin", "collectif d'habitants", "Monsieur Luc PÉRIAC, porte-parole"),
    )
]

RANGEES: dict[str, list[Rangee]] = {
    "communes": COMMUNES,
    "quartiers": QUARTIERS,
    "programmation": PROJETS,
    "abattement_tfpb": ABATTEMENT,
    "dispositifs": DISPOSITIFS,
    "droit_commun": DROIT_COMMUN,
    "service": SERVICE,
    "consultation": CONSULTATION,
}
"""The rows by plan; the other workbooks are not in the example."""
