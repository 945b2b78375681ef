"""A .csv, whatever wrote it."""

import pytest

from rapportpv.reading.classeur.csv_texte import read_csv
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.year.controle import check_annee

ATTENDU = [
    ["Intitulé de l’été", "ANCT", "Région", "SIRET", "Code"],
    ["Aide ; écoute, jeux", 12000, 1234.5, 20007246000018, "01004"],
    ["Chantier", -8000, None, None, "0321000000"],
]
FRANCAIS = (
    "Intitulé de l’été;ANCT;Région;SIRET;Code\r\n"
    '"Aide ; écoute, jeux";12000;1234,50;20007246000018;01004\r\n'
    "Chantier;-8000;;;0321000000\r\n"
)
ANGLAIS = (
    "Intitulé de l’été,ANCT,Région,SIRET,Code\n"
    '"Aide ; écoute, jeux",12000,1234.50,20007246000018,01004\n'
    "Chantier,-8000,,,0321000000\n"
)


@pytest.mark.parametrize(
    "contenu",
    [
        FRANCAIS.encode(),
        FRANCAIS.encode("utf-8-sig"),
        FRANCAIS.encode("cp1252"),
        FRANCAIS.encode("mac_roman"),
        FRANCAIS.replace("’", "'").encode("cp850"),
        FRANCAIS.encode("utf-16"),
        FRANCAIS.replace("\r\n", "\r").encode(),
        ("sep=;\r\n" + FRANCAIS).encode(),
        ANGLAIS.encode(),
        ANGLAIS.replace("1234.50", '"1,234.50"').encode(),
        FRANCAIS.replace("1234,50", "1.234,50").encode(),
        FRANCAIS.replace("Aide ; écoute", "Aide ! écoute").replace(";", "\t").replace("!", ";").encode(),
        FRANCAIS.replace("Aide ; écoute", "Aide ! écoute").replace(";", "|").replace("!", ";").encode(),
    ],
    ids=["UTF-8", "mark", "Windows", "Mac", "DOS", "UTF-16", "CR", "sep", "English", "thousands",
         "French thousands", "tabs", "bars"],
)  # fmt: skip
def test_the_same_rows_are_read_from_every_writing(contenu):
    grille = read_csv(contenu, "programmation")
    lignes = [
        [str(v).replace("'", "’") if isinstance(v, str) else v for v in li] for li in grille.lignes
    ]
    assert lignes == ATTENDU
    assert grille.nom == "programmation"


@pytest.mark.parametrize(
    ("cellule", "lue"),
    [("12/03/2024", "12/03/2024"), ("1,234", 1.234), ("1.234", 1234), ("12 000 €", "12 000 €"),
     ("-", "-"), ("0", 0), ("0,5", 0.5), ("2023-001", "2023-001"), ("1e5", "1e5")],
)  # fmt: skip
def test_what_a_cell_is_when_the_comma_is_decimal(cellule, lue):
    grille = read_csv(f"a;b\n{cellule};3,50\n".encode(), "x")
    assert grille.lignes[1] == [lue, 3.5]


def test_a_text_on_two_lines_is_one_cell():
    assert read_csv(b'a;b\n"x\ny";2\n', "x").lignes == [["a", "b"], ["x\ny", 2]]


def test_a_quote_left_open_is_told():
    with pytest.raises(ClasseurRefuseError, match="guillemet"):
        read_csv(b'a;"b\n' + b"c;d\n" * 50_000, "x")


def test_a_project_is_read_from_a_csv_and_its_places_are_lines(projet):
    (projet / "2023" / "programmation.xlsx").unlink()
    (projet / "2023" / "Programmation.CSV").write_text(
        "Intitulé de l'action;Opérateur;Pilier;Statut;ANCT\n"
        "Aide aux devoirs;Les Amis;Cohésion sociale;soutenue;12 000,50 €\n"
        "Chantier;Le Club;Emploi;soutenue;douze\n",
        "cp1252",
    )
    controle = check_annee(projet, 2023)
    assert controle.dossier
    assert int(controle.dossier.programmation.soutenues["montant"].sum()) == 1200050
    [anomalie] = [a for a in controle.anomalies if a.rule.code == "PV101"]
    assert str(anomalie.lieu) == "2023/Programmation.CSV › Programmation › ligne 3, colonne 5"
