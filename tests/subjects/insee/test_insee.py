"""The files of INSEE and ANCT, in the layouts of `reference/formats.md`; all values made up."""

from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.core.indicateur import Insee
from rapportpv.core.settings.reglages import Annee, Reglages
from rapportpv.subjects.insee.load import load_insee

SIREN = "999900004"
RECENTS = ("QN06209M", "QN06210M")
ANCIENS = ("QP062901", "QP062902")


def load(racine: Path, quartiers=RECENTS, *, siren: str = SIREN, annees=None) -> tuple:
    """What the folder says of those quartiers, and the codes of what is told."""
    reglages = Reglages.model_validate(
        {
            "territoire": {"epci": "CC", "sigle": "CC", "siren": siren or None},
            "contrat": [
                {"nom": "C", "debut": 2024, "fin": 2030, "pilier": [{"code": "a", "libelle": "A"}]}
            ],
            "financeur": [
                {"code": "f", "libelle": "F", "famille": "Etat", "specifique": True},
            ],
        }
    )
    annee = Annee.model_validate(
        {"version": "projet", "arrete_le": "2025-01-01", "insee": {"annees": annees or {}}}
    )
    insee, anomalies = load_insee(racine, 2024, reglages, annee, quartiers)
    return insee, [anomalie.rule.code for anomalie in anomalies]


def write(racine: Path, nom: str, texte: str, codage: str = "utf-8") -> None:
    chemin = racine / "2024" / "insee" / nom
    chemin.parent.mkdir(parents=True, exist_ok=True)
    chemin.write_bytes(texte.replace("\n", "\r\n").encode(codage))


def show(insee: Insee, code: str = RECENTS[0]) -> dict[str, str]:
    """The values of a place as they are printed, with their years."""
    mesures = insee.epci if code == SIREN else insee.mesures.get(code, {})
    return {
        nom: f"{m.affiche} {m.millesime or '?'}".replace("\u202f", " ").replace("\xa0", " ")
        for nom, m in mesures.items()
    }


LAYOUTS = {
    "démographie 2021, guillemets, virgule décimale, sans BOM": (
        'CODGEO;POP_MUN;TX_TOT_0A24;TX_TOT_60ETPLUS;TX_TOT_ET;IND_JEUNE;NOTE_RP\n"QN06209M";6490;41,0;'
        "12,5;9,1;2,3;0\n",
        {
            "population": "6 490 ?",
            "moins_de_25": "41,0 % ?",
            "plus_de_60": "12,5 % ?",
            "etrangers": "9,1 % ?",
            "indice_jeunesse": "2,3 ?",
        },
    ),
    "national d'abord, code vide, et des milliers": (
        "CODGEO;LIBGEO;POP_MUN;TX_TOT_MEN1\nEnsemble;Ensemble des QPV;5 019 573;40,1\n"
        "QN06209M;Un;6\u202f490;38\n",
        {"population": "6 490 ?", "une_personne": "38,0 % ?"},
    ),
    "revenus thématiques": (
        "CODGEO;PMIMP;TP60;DISP_Q2;A;APPA;NOTE_FILO\nQN06209M;31,2;47,2;13210;812;90;1\n",
        {
            "menages_imposes": "31,2 % ?",
            "pauvrete": "47,2 % ?",
            "niveau_de_vie": "13 210 € ?",
            "allocataires": "812 ?",
        },
    ),
    "insertion 2021, où A est autre chose": (
        "CODGEO;TX_TOT_EMPL;TX_TOT_EDLIM;ABC;A;EVOL_A_T4\nQN06209M;36,8;28,1;900;512;-3,2\n",
        {"emploi": "36,8 % ?", "emploi_precaire": "28,1 % ?", "demandeurs_emploi": "512 ?"},
    ),
    "éducation": (
        "codgeo;TX_NSNE_16A25;EFF_E6;RET_E6\nQN06209M;27,4;88;9\n",
        {"ni_emploi_ni_ecole": "27,4 % ?"},
    ),
    "logement, clé en chameau": (
        'CodGeo,Note,nbLsPls,partResPrincSurocc\nQN06209M,0,2493.0,"4,8"\n',
        {"logements_sociaux": "2 493 ?", "suroccupation": "4,8 % ?"},
    ),
    "Filosofi, le millésime dans les titres": (
        "CODGEO;DISP_MED_A20;DISP_TP6020;DISP_GI_A20\nQN06209M;14210;44,8;0,26\n",
        {"niveau_de_vie": "14 210 € 2020", "pauvrete": "44,8 % 2020"},
    ),
    "recensement des QPV de 2024": (
        "codeQPV;libQPV;listeDepCom;popMuniQPV;indiceJeunesse;partPopEt;partMen6pp\n"
        "QN06209M;Un;62119,62848;3 204;1,9;14,2;\n",
        {
            "population": "3 204 ?",
            "indice_jeunesse": "1,9 ?",
            "etrangers": "14,2 % ?",
            "six_personnes": "n. p. ?",
        },
    ),
}


@pytest.mark.parametrize("mise_en_page", LAYOUTS)
@pytest.mark.parametrize("codage", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_is_known_by_its_headings(tmp_path, mise_en_page, codage):
    texte, attendu = LAYOUTS[mise_en_page]
    write(
        tmp_path,
        "un nom.csv",
        texte.replace("\u202f", " " if codage == "cp1252" else "\u202f"),
        codage,
    )
    insee, codes = load(tmp_path)
    assert show(insee) == attendu
    assert set(codes) <= {"PV738"}


def test_a_workbook_has_titles_two_rows_of_headings_and_a_documentation(tmp_path):
    dossier = tmp_path / "2024" / "insee"
    dossier.mkdir(parents=True)
    with xlsxwriter.Workbook(str(dossier / "revenus.xlsx")) as classeur:
        page = classeur.add_worksheet("Données quartiers")
        for rang, ligne in enumerate(
            [
                ["Revenus et pauvreté en 2021"],
                [],
                [],
                [],
                ["Code du quartier", "Nom", "Médiane", "Taux de pauvreté"],
                ["codgeo", "libgeo", "DISP_MED_A21", "DISP_TP6021"],
                ["Ensemble", "Ensemble des quartiers", 14000, 43.5],
                ["QN06209M", "Un", 14210, 44.8],
                ["QN06210M", "Deux", None, None],
            ]
        ):
            page.write_row(rang, 0, ligne)
        classeur.add_worksheet("Documentation").write(0, 0, "Source : Insee")
    insee, codes = load(tmp_path)
    assert (show(insee), codes) == (
        {"niveau_de_vie": "14 210 € 2021", "pauvrete": "44,8 % 2021"},
        [],
    )
    assert show(insee, "QN06210M") == {"niveau_de_vie": "n. p. 2021", "pauvrete": "n. p. 2021"}
    assert insee.mesures["QN06209M"]["pauvrete"].source == (
        "2024/insee/revenus.xlsx › Données quartiers › D8"
    )


def test_the_epci_is_a_file_of_its_own_with_the_same_name_and_columns(tmp_path):
    write(tmp_path, "IPRO_2023.csv", "CODGEO;TX_TOT_EMPL\nQN06209M;36,8\n")
    write(tmp_path, "EPCI/IPRO_2023.csv", f"CODGEO;TX_TOT_EMPL\n{SIREN};57,4\n200000008;60\n")
    write(tmp_path, "FILO2021_DISP_EPCI.csv", f"CODGEO;NBMEN21;Q121;Q221\n{SIREN};9;15000;21930\n")
    insee, _ = load(tmp_path, annees={"ipro_2023": 2020})
    assert show(insee, SIREN) == {"emploi": "57,4 % 2020", "niveau_de_vie": "21 930 € 2021"}
    assert (
        insee.mesures["QN06209M"]["emploi"].tell_ecart(insee.epci["emploi"]) == "un tiers de moins"
    )


def test_the_correspondence_gives_the_quartiers_of_2015(tmp_path):
    write(
        tmp_path,
        "liste.csv",
        " QP2024 ; Label_QP2024 ; Statut ; QP2015_1 ; Label_QP2015_1 ; QP2015_2 \n"
        "QN06209M;Un;;QP062901;Le Un;QP062903\nQN06210M;Deux;;;;\nQN99999N;Trois;;QP062999;;\n",
        "utf-8-sig",
    )
    insee, codes = load(tmp_path)
    assert (insee.anciens, codes) == ({"QN06209M": ("QP062901", "QP062903")}, [])


@pytest.mark.parametrize(
    ("nom", "texte", "code"),
    [
        ("PV735", "Quartier;Population\nLe Parc;1200\n", "PV735"),
        ("ancien.csv", "CODGEO;POP_MUN\nQP062901;1200\n", "PV736"),
        ("voisin.csv", "CODGEO;POP_MUN\nQN77777N;1200\n", "PV736"),
        ("epci.csv", "CODGEO;TX_TOT_EMPL\n200000008;60\n", "PV736"),
        ("vieux.csv", "CODGEO;DISP_MED_A15\nQN06209M;13000\n", "PV737"),
        ("sans annee.csv", "CODGEO;POP_MUN\nQN06209M;1200\n", "PV738"),
        ("vide.csv", "CODGEO;DISP_MED_A21;DISP_TP6021\nQN06209M;;\nQN06210M;;40\n", "PV739"),
    ],
)
def test_what_is_not_of_these_quartiers_nor_of_this_year_is_told(tmp_path, nom, texte, code):
    write(tmp_path, nom if nom.endswith(".csv") else f"{nom}.csv", texte)
    insee, codes = load(tmp_path)
    assert codes == [code]
    assert bool(insee.mesures) == (code in {"PV737", "PV738", "PV739"})


def test_without_a_siren_the_file_of_the_epci_says_what_is_missing(tmp_path):
    write(tmp_path, "epci.csv", f"CODGEO;TX_TOT_EMPL\n{SIREN};60\n")
    insee, codes = load(tmp_path, siren="")
    assert (insee.epci, codes) == ({}, ["PV736"])


def test_two_values_of_one_year_are_told_and_neither_is_kept(tmp_path):
    write(tmp_path, "a.csv", "CODGEO;DISP_TP6021;DISP_MED_A21\nQN06209M;38,4;14000\n")
    write(tmp_path, "b.csv", "CODGEO;DISP_TP6021\nQN06209M;41\n")
    insee, codes = load(tmp_path)
    assert (show(insee), codes) == ({"niveau_de_vie": "14 000 € 2021"}, ["PV740"])


@pytest.mark.parametrize("noms", [("a.csv", "b.csv"), ("b.csv", "a.csv")])
def test_of_two_years_the_latest_is_kept_and_a_secret_hides_nothing(tmp_path, noms):
    write(tmp_path, noms[0], "CODGEO;DISP_TP6020;DISP_MED_A20\nQN06209M;38,4;14000\n")
    write(tmp_path, noms[1], "CODGEO;DISP_TP6021;DISP_MED_A21\nQN06209M;41;\n")
    insee, _ = load(tmp_path)
    assert show(insee) == {"pauvrete": "41,0 % 2021", "niveau_de_vie": "14 000 € 2020"}


def test_nothing_is_read_without_the_folder_and_a_stray_file_is_set_aside_by_name(tmp_path):
    (tmp_path / "2024").mkdir()
    assert load(tmp_path) == (Insee(), [])
    write(tmp_path, "notice.pdf", "%PDF")
    write(tmp_path, "communes.csv", "CODGEO;POP_MUN\n62119;25000\n")
    insee, codes = load(tmp_path)
    assert codes == []
    assert [laisse.lieu.fichier for laisse in insee.laisses] == [
        "2024/insee/communes.csv",
        "2024/insee/notice.pdf",
    ]


COLONNES = {"DISP_TP6021": "44.8", "DISP_MED_A21": "14210", "NOTE_FILO": "1", "LIBGEO": "Un"}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.permutations(["CODGEO", *COLONNES]),
    st.permutations(["QN06209M", "QN06210M", "QN00101M"]),
    st.integers(0, 300),
    st.sampled_from([(";", False), (";", True), (",", False), ("\t", True)]),
)
def test_order_empty_columns_and_separators_change_no_value(
    tmp_path_factory, titres, codes, vides, forme
):
    separateur, bom = forme
    racine = tmp_path_factory.mktemp("insee")
    decimale = "." if separateur == "," else ","
    lignes = [titres + [""] * vides]
    for code in codes:
        valeurs = {"CODGEO": code, **COLONNES}
        lignes.append([valeurs[t].replace(".", decimale) for t in titres] + [""] * vides)
    texte = "".join(separateur.join(ligne) + "\n" for ligne in lignes)
    write(racine, "x.csv", texte, "utf-8-sig" if bom else "utf-8")
    insee, dits = load(racine)
    assert dits == []
    for code in RECENTS:
        assert show(insee, code) == {"pauvrete": "44,8 % 2021", "niveau_de_vie": "14 210 € 2021"}


def test_a_value_is_exact_as_it_is_written(tmp_path):
    write(tmp_path, "x.csv", "CODGEO;DISP_TP6021\nQN06209M;44,85\n")
    insee, _ = load(tmp_path)
    [mesure] = insee.mesures["QN06209M"].values()
    assert mesure == type(mesure)(Fraction("44.85"), mesure.sorte, 2021, mesure.lieu)
