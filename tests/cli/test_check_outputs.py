"""`rapportpv check` in each of its formats, as a terminal, a pipe, a mail or a CI job gets it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from rapportpv.core.anomalie import Anomalie, Rule, Severite, gather
from rapportpv.core.emplacement import Emplacement
from rapportpv.year.controle import check_annee
from tests.flatten import plain

FCS = "| N° | Axe | Opérateur | Intitulé | Montant |\n| 1 | 1 | A | B | 5 |"
AXE, PILIER, COLONNE, OUVERT, VIDE = (
    Rule(code, nom, severite, message, f"Titre de {code}.\n\nUne page.")
    for code, nom, severite, message in (
        ("PV204", "axe-inconnu", Severite.ERREUR, "Axe inconnu : « {valeur} »."),
        ("PV201", "pilier-inconnu", Severite.ERREUR, "Pilier inconnu : « {valeur} »."),
        ("PV008", "colonne-inconnue", Severite.ALERTE, "Colonne inconnue : « {valeur} »."),
        ("PV003", "classeur-ouvert", Severite.ERREUR, "Ce classeur est ouvert."),
        ("PV005", "en-tetes-introuvables", Severite.INFO, "Pas d’en-têtes."),
    )
)


def at(rule: Rule, lieu: str, valeur: str | None = None, conseil: str | None = None) -> Anomalie:
    """«programmation › C2, C3»: a place of 2023; without a sheet, the file."""
    fichier, _, cellules = lieu.partition(" › ")
    feuille = {"fcs": "FCS"}.get(fichier, "Programmation") if cellules else None
    noms = tuple(nom for nom in cellules.split(", ") if nom not in ("", "*"))
    place = Emplacement(f"2023/{fichier}.xlsx", feuille, noms)
    anomalie = rule.at(place, valeur=valeur, suggestion=conseil)
    return replace(anomalie, cle="Les Amis – Aide")


FAUTES = (
    at(AXE, "fcs › B2", "9"),
    at(PILIER, "programmation › C2, C3, C4, C5, C6", "Cohesion", "Écrivez « Cohésion sociale »."),
    at(PILIER, "programmation › C7", "<b>, 50 %\n\x1b[2J"),
    at(COLONNE, "programmation › F1", "Thematiqe", "Écrivez « Thématique »."),
)


@pytest.fixture
def run(run, monkeypatch, projet):
    """Runs the command in the project: its exit code, what it prints, and what it says aside."""
    for variable in ("FORCE_COLOR", "GITHUB_WORKSPACE", "RAPPORTPV_SANS_VALEURS"):
        monkeypatch.delenv(variable, raising=False)
    return lambda *arguments: run("check", *arguments)


SANS_TEXTE = (
    "Absent du rapport 2023 : quartiers (pas de territoire.xlsx) ; {fcs}"
    "fonds de concours (pas de fonds_de_concours.xlsx) ; service (pas de service.xlsx) ; "
    "évaluation, manifeste, priorités (pas de texte)."
)
DECRET = (
    "Demandé par le décret n° 2015-1118, et absent du rapport 2023 :",
    "  orientations du contrat et projet de territoire : écrivez 2023/textes/orientations.md",
    "  situation des quartiers prioritaires : déposez les fichiers de l'INSEE dans 2023/insee ou "
    "écrivez 2023/textes/situation.md",
    "  évolution de cette situation dans l'année : écrivez 2023/textes/evolution.md",
    "  objectifs du contrat au regard de leurs indicateurs : écrivez 2023/textes/objectifs.md",
    "  renouvellement urbain : remplissez 2023/npnru.xlsx ou écrivez 2023/textes/npnru.md",
    "  articulation entre les volets du contrat : écrivez 2023/textes/articulation.md",
    "  perspectives et améliorations nécessaires : écrivez 2023/textes/perspectives.md",
    "  actions des communes qui reçoivent la DSU : remplissez 2023/dsu.xlsx ou écrivez "
    "2023/textes/dsu.md",
    "  Si l'une de ces parties n'a pas lieu d'être, dites pourquoi dans rapportpv.toml, bloc "
    "[sans_objet].",
)
SOMMAIRE = (
    "Lu pour 2023 :",
    "  programmation.xlsx › Programmation : 3 projets ; cellules : 4 comptées (24 000 €)",
    "  fcs.xlsx › FCS : 1 ligne ; cellules : 1 comptée (5 €), 2 autres mesures",
    SANS_TEXTE.format(fcs=""),
    *DECRET,
    "Laissé de côté : rien.",
    "",
)
"""How a check ends, between the anomalies and the last line."""
SANS_FCS = (
    *SOMMAIRE[:2],
    SANS_TEXTE.format(fcs="Fonds de Cohésion Sociale (pas de fcs.xlsx) ; "),
    *SOMMAIRE[4:],
)


@pytest.fixture
def found(monkeypatch):
    """Makes the check of any year find these anomalies."""

    def found(*anomalies: Anomalie) -> None:
        def check(racine, millesime):
            return replace(check_annee(racine, millesime), anomalies=tuple(gather(anomalies)))

        monkeypatch.setattr("rapportpv.year.controle.check_annee", check)

    return found


@pytest.fixture
def fautif(found, ecrire):
    ecrire("fcs", FCS=FCS)
    found(*FAUTES)


def test_in_a_pipe_each_anomaly_is_one_line_with_its_whole_place(run, fautif):
    code, sorti, aparte = run()
    assert (code, aparte) == (1, "")
    ici = "2023/programmation.xlsx › Programmation"
    assert sorti.splitlines() == [
        "2023/fcs.xlsx : 1 erreur",
        "2023/fcs.xlsx › FCS › B2 : erreur PV204 Axe inconnu : « 9 ».",
        "",
        "2023/programmation.xlsx : 2 erreurs, 1 alerte",
        f"{ici} › F1 : alerte PV008 Colonne inconnue : « Thematiqe ». Écrivez « Thématique ».",
        f"{ici} › C2, C3 et 3 autres cellules : erreur PV201 Pilier inconnu : « Cohesion ». "
        "Écrivez « Cohésion sociale ».",
        f"{ici} › C7 : erreur PV201 Pilier inconnu : « <b>, 50 % ␛[2J ».",
        "",
        *SOMMAIRE,
        "2023 : 3 erreurs, 1 alerte. « rapportpv explain PV204 » explique la première.",
    ]


def test_on_a_terminal_anomalies_stand_under_their_sheet_and_their_suggestion_below(
    run, fautif, monkeypatch
):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "40")  # and no line is folded
    lignes = run()[1].splitlines()
    assert [ligne for ligne in lignes if not ligne.startswith("    ")] == [
        "2023/fcs.xlsx : 1 erreur",
        "  FCS",
        "",
        "2023/programmation.xlsx : 2 erreurs, 1 alerte",
        "  Programmation",
        "",
        *SOMMAIRE,
        "2023 : 3 erreurs, 1 alerte. « rapportpv explain PV204 » explique la première.",
    ]
    rang = next(i for i, ligne in enumerate(lignes) if "PV201" in ligne)
    assert lignes[rang : rang + 3] == [
        "    C2, C3 et 3 autres cellules : erreur PV201 Pilier inconnu : « Cohesion ».",
        "        Écrivez « Cohésion sociale ».",
        "    C7 : erreur PV201 Pilier inconnu : « <b>, 50 % ␛[2J ».",
    ]


def test_colours_are_for_terminals_only(run, fautif, monkeypatch):
    assert "\x1b" not in run()[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1;31m    B2 : erreur PV204" in run()[1]


def test_a_file_or_a_sheet_as_a_whole_is_a_place_too(run, found, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    found(at(OUVERT, "programmation"), at(VIDE, "fcs › *"))
    assert run()[1].splitlines() == [
        "2023/fcs.xlsx : 1 info",
        "  FCS",
        "    la feuille : info PV005 Pas d'en-têtes.",
        "",
        "2023/programmation.xlsx : 1 erreur",
        "    le fichier : erreur PV003 Ce classeur est ouvert.",
        "",
        *SANS_FCS,
        "2023 : 1 erreur, 1 info. « rapportpv explain PV003 » explique la première.",
    ]


@pytest.mark.parametrize("terminal", [False, True])
def test_nothing_wrong_is_said_below_what_was_read(run, monkeypatch, terminal):
    if terminal:
        monkeypatch.setenv("FORCE_COLOR", "1")
    code, sorti, aparte = run()
    assert (code, aparte) == (0, "")
    assert sorti.splitlines() == [*SANS_FCS, "2023 : aucune anomalie (3 projets lus)."]


def test_accepted_anomalies_are_counted(run, projet, ecrire):
    reglages = projet / "rapportpv.toml"
    acceptee = '\n[[acceptees]]\ncode = "PV204"\ncle = "A – B"\nraison = "vu"\n'
    reglages.write_text(reglages.read_text("utf-8") + acceptee, "utf-8")
    sans_objet = run()[1]
    assert "PV013" in sans_objet
    assert "acceptée" not in sans_objet.splitlines()[-1]
    fcs = "| N° | Axe | Opérateur | Intitulé | Montant |\n| 1 | 9 | A | B | 5 |"
    ecrire("fcs", FCS=fcs)
    fin = "2023 : aucune anomalie, 1 anomalie acceptée (3 projets lus)."
    assert run()[1].splitlines()[-1] == fin
    assert "Aucune anomalie, 1 anomalie acceptée (3 projets lus)." in run("--format", "html")[1]
    ecrire("fcs", FCS=f"{fcs}\n| 2 | 8 | C | D | 5 |")
    assert "2023 : 1 erreur, 1 anomalie acceptée." in run()[1]


def test_what_is_wrong_with_the_settings_is_told_once_for_all_years(run, projet):
    (projet / "2024").mkdir()
    (projet / "2024" / "annee.toml").write_bytes((projet / "2023" / "annee.toml").read_bytes())
    (projet / "rapportpv.toml").write_text("oups", "utf-8")
    assert run()[1].count("PV012") == 3  # once, and in the summary of each year
    assert run("--format", "github")[1].count("PV012") == 1
    assert len(json.loads(run("--format", "json")[1])["anomalies"]) == 1


def test_json_is_alone_on_its_output_with_all_the_cells(run, fautif):
    code, sorti, aparte = run("--format", "json", "--annoter", "copies")
    assert code == 1
    assert "Copie annotée : copies" in aparte
    cellules = [a["cellules"] for a in json.loads(sorti)["anomalies"]]
    assert cellules == [["B2"], ["F1"], ["C2", "C3", "C4", "C5", "C6"], ["C7"]]


def test_github_has_a_command_for_each_anomaly_and_nothing_else(run, fautif, projet, monkeypatch):
    code, sorti, aparte = run("--format", "github")
    assert code == 1
    lignes = sorti.splitlines()
    assert [ligne.partition("::Prog")[0].partition("::FCS")[0] for ligne in lignes] == [
        "::error file=2023/fcs.xlsx,title=PV204 axe-inconnu",
        "::warning file=2023/programmation.xlsx,title=PV008 colonne-inconnue",
        "::error file=2023/programmation.xlsx,title=PV201 pilier-inconnu",
        "::error file=2023/programmation.xlsx,title=PV201 pilier-inconnu",
    ]
    assert "Programmation › C7 : Pilier inconnu : « <b>, 50 %25%0A" in lignes[3]
    assert aparte.startswith("2023 : 3 erreurs, 1 alerte.")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(projet.parent))
    assert f"file={projet.name}/2023/fcs.xlsx," in run("--format", "github")[1]


def test_github_says_nothing_of_a_clean_year(run):
    assert run("--format", "github") == (0, "", "2023 : aucune anomalie (3 projets lus).\n")


@pytest.mark.parametrize("forme", ["text", "json", "github", "html"])
def test_a_public_log_shows_nothing_of_the_workbooks(run, fautif, forme, monkeypatch):
    monkeypatch.setenv("RAPPORTPV_SANS_VALEURS", "1")
    sorti = run("--format", forme)[1].partition("Ce que veulent dire les codes</h2>")[0]
    for valeur in ("Cohesion", "Thematiqe", "<b>", "&lt;b", "« 9 »", "Les Amis"):
        assert valeur not in sorti
    for reste in ("PV201", "Titre de PV201.", "C7"):
        assert reste in sorti


def test_the_page_has_all_the_cells(run, fautif):
    code, sorti, aparte = run("--format", "html")
    assert (code, aparte) == (1, "")
    assert sorti.startswith("<!doctype html>")
    assert "C2:C6" in sorti
    assert "&lt;b&gt;, 50 % ␛[2J" in sorti
    assert "<b>" not in sorti


@pytest.mark.parametrize(
    ("forme", "debut"), [("json", '{\n  "version"'), ("html", "<!doctype html>")]
)
def test_what_programs_read_is_whole_whatever_the_pipe(projet, forme, debut):
    (projet / "2023" / "~$programmation.xlsx").write_bytes(b"\x05Marie")  # a real fault
    sorties = [
        subprocess.run(
            [sys.executable, "-m", "rapportpv", "check", "--format", forme],
            cwd=projet,
            env=os.environ | {"PYTHONIOENCODING": encodage, "PYTHONUTF8": "0"},
            capture_output=True,
            check=False,
        ).stdout.decode(encodage)
        for encodage in ("utf-8", "cp1252")
    ]
    assert all(sortie.startswith(debut) for sortie in sorties)
    assert sorties[1].isascii()
    if forme == "json":
        assert json.loads(sorties[0]) == json.loads(sorties[1])
    else:
        from html import unescape

        assert unescape(sorties[0]) == unescape(sorties[1])


def test_exit_zero_for_a_first_look(run, fautif):
    assert run("--exit-zero")[0] == 0
    assert run("--exit-zero", "--strict", "--format", "json")[0] == 0
    assert run("1999", "--exit-zero")[0] == 2


def test_annotated_copies_are_told_and_refused_over_a_file_of_somebody_s(run, fautif, projet):
    code, sorti, _ = run("--annoter", "copies")
    assert code == 1
    assert sorti.splitlines()[-2:] == [
        f"Copie annotée : {Path('copies', 'fcs 2023 - annoté.xlsx')}",
        f"Copie annotée : {Path('copies', 'programmation 2023 - annoté.xlsx')}",
    ]
    assert sorted(f.name for f in (projet / "2023").iterdir()) == [
        "annee.toml",
        "fcs.xlsx",
        "programmation.xlsx",
    ]
    (projet / "copies" / "fcs 2023 - annoté.xlsx").write_text("à moi")
    code, _, aparte = run("--annoter", "copies")
    assert code == 2
    assert "n'est pas une copie annotée par rapportpv" in aparte


def test_a_copy_put_in_the_place_of_a_workbook_is_refused(run, found, fautif, projet, monkeypatch):
    run("--annoter", "copies")
    (projet / "copies" / "fcs 2023 - annoté.xlsx").replace(projet / "2023" / "fcs.xlsx")
    monkeypatch.undo()
    assert [a.rule.code for a in check_annee(projet, 2023).anomalies] == ["PV017"]


def test_the_copies_of_a_clean_year_show_what_became_of_its_numbers(run, projet):
    assert "Copie annotée : copies/programmation 2023" in run("--annoter", "copies")[1]
    classeur = load_workbook(projet / "copies" / "programmation 2023 - annoté.xlsx")
    assert classeur.sheetnames == ["Anomalies", "Légende", "Programmation"]
    montant = classeur["Programmation"]["F2"]
    assert (montant.value, montant.fill.start_color.rgb) == (12000, "FFE2EFDA")
    legende = [ligne[:3] for ligne in classeur["Légende"].iter_rows(4, values_only=True)]
    assert [tuple(map(plain, ligne)) for ligne in legende] == [
        ("Programmation", "comptée", "4 comptées (24 000 €)")
    ]
