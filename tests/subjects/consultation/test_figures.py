"""All that is read of a consultation, and all its figures with the cells they come from."""

from datetime import date

import pytest

from rapportpv.subjects.consultation.avis import Avis, Etat
from rapportpv.subjects.consultation.figures import count_consultation, read_avis
from rapportpv.year.load import load_dossier

ANNEE = """version = "projet"
arrete_le = 2023-06-27

[consultation]
transmission_le = 2023-07-03
avis_au_plus_tard_le = 2023-10-03
au = 2023-10-04
"""
AVIS = """
| Instance    | Type            | Destinataire     | Envoyé le  | Reçu le    | Sens        | Thème    | Observations | Suite donnée |
| Orge        | commune         | Madame le Maire  | 03/07/2023 | 12/09/2023 | favorable   | Sport    | Le stade     | Inscrit      |
| Valmont     | commune         |                  | 03/07/2023 | 01/09/2023 | réservé     | Logement | Les loyers   |              |
| Les Ormes   | commune         |                  | 03/07/2023 | 10/09/2023 | défavorable |          |              |              |
| Le Parc     | conseil citoyen |                  | 03/07/2023 |            |             |          | Rien encore  | Rien         |
| Les Bois    | conseil citoyen |                  | 03/07/2023 | 04/10/2023 | réservé     |          | Trop tard    |              |
| Les Jardins | autre           |                  | 03/10/2023 |            |             |          |              |              |
| Le Pont     | autre           |                  |            |            |             |          |              |              |
| La Gare     | autre           |                  | 03/07/2023 | 02/10/2023 |             |          |              |              |
| La Place    | autre           |                  | 03/07/2023 |            | favorable   |          |              |              |
"""


@pytest.fixture
def lire(projet, ecrire):
    """The year of a consultation."""

    def lire(annee: str = ANNEE, avis: str = AVIS):
        (projet / "2023" / "annee.toml").write_text(annee, "utf-8")
        ecrire("consultation", Consultation=avis)
        dossier, anomalies = load_dossier(projet, 2023)
        assert dossier, [str(anomalie) for anomalie in anomalies]
        return dossier

    return lire


def test_a_body_is_read_whole(lire):
    consultes = read_avis(lire())
    assert consultes.avis[0] == Avis(
        ligne=2,
        instance="Orge",
        code_type="commune",
        type="commune",
        destinataire="Madame le Maire",
        envoye_le=date(2023, 7, 3),
        limite=date(2023, 10, 3),
        recu_le=date(2023, 9, 12),
        etat=Etat.FAVORABLE,
        observations="Le stade",
        suite="Inscrit",
        theme="Sport",
    )
    assert (consultes.au, consultes.transmission_le, consultes.limite) == (
        date(2023, 10, 4),
        date(2023, 7, 3),
        date(2023, 10, 3),
    )


def test_what_a_body_has_not_answered_is_not_told_but_what_came_late_is(lire):
    avis = read_avis(lire()).avis
    muet, tardif = avis[3], avis[4]
    assert (muet.type, muet.recu_le, muet.observations, muet.suite) == (
        "conseil citoyen",
        None,
        "",
        "",
    )
    assert (tardif.etat, tardif.hors_delai) == (Etat.REPUTE_FAVORABLE, True)
    assert (tardif.recu_le, tardif.observations) == (date(2023, 10, 4), "Trop tard")


def test_each_state(lire):
    assert [a.etat.value for a in read_avis(lire()).avis] == [
        *("favorable", "réservé", "défavorable", "réputé favorable", "réputé favorable"),
        *("réputé favorable", "à envoyer", "à préciser", "favorable"),
    ]


def test_nobody_is_reminded_on_the_day_of_sending(lire):
    dossier = lire()
    consultes = read_avis(dossier, date(2023, 10, 3))
    assert [avis.instance for avis in consultes.avis if avis.du_jour] == ["Les Jardins"]
    assert [avis.instance for avis in consultes.a_relancer] == ["Le Parc", "Les Bois"]
    assert read_avis(dossier).a_relancer == ()


@pytest.mark.parametrize(
    ("types", "dits"),
    [
        (["commune"], "communes"),
        (["conseil citoyen", "commune"], "communes et conseils citoyens"),
        (
            ["autre", "conseil citoyen", "commune"],
            "communes, conseils citoyens et autres instances",
        ),
        (["bureau"], ""),
    ],
)
def test_the_types_are_told_in_the_order_of_the_settings(lire, types, dits):
    lignes = "".join(f"| Nom {n} | {nom} |\n" for n, nom in enumerate(types))
    assert read_avis(lire(avis=f"| Instance | Type |\n{lignes}")).types == dits


def test_without_settings_no_deadline(lire):
    consultes = read_avis(lire('version = "projet"\narrete_le = 2024-06-27\n'))
    assert (consultes.au, consultes.transmission_le, consultes.limite) == (
        date(2024, 6, 27),
        None,
        None,
    )
    assert {avis.limite for avis in consultes.avis} == {None}


def test_each_figure_and_its_cells(lire):
    feuille = "2023/consultation.xlsx › Consultation › "
    recolte = count_consultation(lire())
    dits = {
        nom.removeprefix("consultation."): (
            int(chiffre.valeur),
            ", ".join(source.removeprefix(feuille) for source in chiffre.sources),
        )
        for nom, chiffre in recolte.chiffres.items()
    }
    assert dits == {
        "instances": (9, "A2:A10"),
        "recus": (5, "E2:F4, E9:F10"),
        "favorables": (2, "E2:F2, E10:F10"),
        "reserves": (1, "E3:F3"),
        "defavorables": (1, "E4:F4"),
        "reputes_favorables": (3, "E5:F7"),
        "attendus": (0, "E2:F10"),
        "a_envoyer": (1, "E8:F8"),
        "observations": (3, "H2:H3, H6"),
        "suites": (1, "I2"),
    }


def test_a_figure_of_nobody_comes_from_all_the_rows(lire):
    recolte = count_consultation(lire(avis="| Instance | Type |\n| Orge | commune |\n"))
    recus, suites = (recolte.chiffres[f"consultation.{nom}"] for nom in ("recus", "suites"))
    assert (int(recus.valeur), int(suites.valeur)) == (0, 0)


def test_the_table_says_what_each_has_answered(lire):
    tableau = count_consultation(lire()).tableaux["avis"]
    assert (tableau.nom, tableau.titre) == ("avis", "Avis rendus")
    assert [(c.nom, c.libelle) for c in tableau.colonnes] == [
        ("instance", "Instance"),
        ("type", "Type"),
        ("date", "Reçu le"),
        ("sens", "Avis"),
        ("observations", "Observations"),
        ("suite", "Suite donnée"),
    ]
    assert tableau.lignes[0].code == "commune"
    assert list(tableau.lignes[0].cellules.values()) == [
        *("Orge", "commune", "12/09/2023", "favorable", "Le stade", "Inscrit"),
    ]
    assert list(tableau.lignes[4].cellules.values()) == [
        *("Les Bois", "conseil citoyen", "04/10/2023 (hors délai)", "réputé favorable"),
        *("Trop tard", ""),
    ]
