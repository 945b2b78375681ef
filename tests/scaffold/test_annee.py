"""`init 2024`: a project that checks and builds at once, and whose workbooks guide the typing."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from rapportpv.commands.build import Commande, build_document
from rapportpv.core.anomalie import Severite
from rapportpv.core.errors import RapportError
from rapportpv.scaffold.annee import lay
from rapportpv.scaffold.demande import Demande, read_annee
from rapportpv.scaffold.sigle import make_sigle
from rapportpv.year.controle import Controle, check_annee
from rapportpv.year.sujets import PLANS
from tests.conftest import DEPOT
from tests.flatten import plain, read_text
from tests.scaffold.saisie import DEUX_PROJETS, PROJETS, fill

VAL_D_ORGE = Demande(2024, epci="Communauté de communes du Val d'Orge", siren="200 072 460")


def nobody(question: str, defaut: str) -> None:
    return None


@pytest.fixture
def pose(tmp_path: Path) -> Path:
    """The project of the Val d'Orge as `init 2024` lays it down."""
    lay(tmp_path, None, VAL_D_ORGE, nobody)
    return tmp_path


def told(controle: Controle) -> list[tuple[str, str]]:
    return [(a.rule.code, a.lieu.fichier) for a in controle.anomalies]


def list_fichiers(dossier: Path) -> dict[str, bytes]:
    fichiers = (f for f in sorted(dossier.rglob("*")) if f.is_file())
    return {f.relative_to(dossier).as_posix(): f.read_bytes() for f in fichiers}


def test_what_is_laid_down_is_listed_and_is_all_there_is(tmp_path):
    posee = lay(tmp_path, None, VAL_D_ORGE, nobody)
    assert [etat for etat, _ in posee.depots] == ["Fichier écrit"] * len(posee.depots)
    assert {c.relative_to(tmp_path).as_posix() for _, c in posee.depots} == set(
        list_fichiers(tmp_path)
    )
    assert {p.fichier for p in PLANS} - {"fcs.xlsx"} <= {c.name for _, c in posee.depots}


def test_it_checks_at_once_with_what_is_left_to_fill_told_once_a_file(pose):
    controle = check_annee(pose, 2024)
    classeurs = sorted({p.fichier for p in PLANS} - {"fcs.xlsx"})
    attendues = [*(("PV029", f"2024/{nom}") for nom in classeurs), ("PV506", "2024/textes")]
    assert sorted(told(controle)) == sorted(attendues)
    assert not controle.is_blocked()
    textes = next(a for a in controle.anomalies if a.rule.code == "PV506")
    assert plain(textes.message).startswith(
        "17 textes sont à écrire, dont « orientations », « evolution », « perspectives », "
        "« articulation », que le décret demande."
    )


def test_it_builds_at_once_and_no_instruction_is_printed(pose):
    fabrication = build_document(Commande(pose, 2024, "rapport", pose / "sortie"))
    assert fabrication.chemin is not None
    texte = plain(read_text(fabrication.chemin))
    assert "Communauté de communes du Val d'Orge" in texte
    assert "À écrire" not in texte
    assert "note" not in texte


def test_the_same_bytes_every_time(pose, tmp_path_factory):
    ailleurs = tmp_path_factory.mktemp("ailleurs")
    lay(ailleurs, None, VAL_D_ORGE, nobody)
    assert list_fichiers(ailleurs) == list_fichiers(pose)


def test_a_file_that_is_there_is_left(tmp_path):
    (tmp_path / "LISEZMOI.txt").write_text("À moi.", "utf-8")
    posee = lay(tmp_path, None, VAL_D_ORGE, nobody)
    assert (tmp_path / "LISEZMOI.txt").read_text("utf-8") == "À moi."
    assert ("Fichier déjà là, laissé", tmp_path / "LISEZMOI.txt") in posee.depots


@pytest.mark.parametrize("texte", ["20x4", "24", "99999", "1870", "", "2 024", "²⁰²⁴"])
def test_a_year_that_is_none_is_refused(texte):
    with pytest.raises(RapportError, match="n’est pas une année"):
        read_annee(texte)


@pytest.mark.parametrize(
    ("demande", "dit"),
    [
        (Demande(2024), "Il manque le nom de l'intercommunalité.*--epci \"Communauté"),
        (Demande(2024, epci="CC", siren="123456789"), "« 123456789 » n'est pas un numéro SIREN"),
        (Demande(2024, epci="CC", siren="12"), "2 chiffres au lieu de 9"),
        (Demande(2045, epci="CC"), "Aucun contrat de ville connu ne couvre 2045"),
        (Demande(2024, epci="CC", contrat="CV, 2015-2022"), "ne couvre 2024"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(tmp_path, demande, dit):
    import re

    with pytest.raises(RapportError) as refus:
        lay(tmp_path, None, demande, nobody)
    assert re.search(dit, plain(str(refus.value)))
    assert list_fichiers(tmp_path) == {}


def test_a_folder_that_cannot_be_written_is_told_and_left_as_it_was(tmp_path):
    (tmp_path / "fichier").write_text("", "utf-8")
    with pytest.raises(RapportError, match="rien n’y a été laissé"):
        lay(tmp_path, tmp_path / "fichier" / "projet", VAL_D_ORGE, nobody)
    (tmp_path / "projet").mkdir()
    (tmp_path / "projet" / "2024").write_text("", "utf-8")
    with pytest.raises(RapportError, match="existe déjà"):
        lay(tmp_path, tmp_path / "projet", VAL_D_ORGE, nobody)
    assert set(list_fichiers(tmp_path)) == {"fichier", "projet/2024"}


def test_a_write_that_fails_half_way_leaves_nothing(tmp_path, monkeypatch):
    ouvrir = Path.open

    def refuse(chemin, mode="r", *suite, **options):
        if "x" in mode and chemin.name == "seance.xlsx":
            raise OSError(28, "plus de place")
        return ouvrir(chemin, mode, *suite, **options)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(RapportError, match="rien n’y a été laissé"):
        lay(tmp_path, tmp_path / "neuf", VAL_D_ORGE, nobody)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_year_is_refused(pose):
    avant = list_fichiers(pose)
    with pytest.raises(RapportError, match="existe déjà"):
        lay(pose, None, VAL_D_ORGE, nobody)
    assert list_fichiers(pose) == avant


def test_somebody_at_the_terminal_is_asked_for_what_is_missing(tmp_path):
    questions = []

    def ask(question: str, defaut: str) -> str:
        questions.append(question)
        return {0: "Métropole d'Essai", 1: defaut, 2: ""}[len(questions) - 1]

    lay(tmp_path, None, Demande(2024), ask)
    assert len(questions) == 3
    texte = (tmp_path / "rapportpv.toml").read_text("utf-8")
    assert 'epci = "Métropole d\'Essai"\nsigle = "ME"\n# siren' in texte
    assert 'nom = "Conseil métropolitain"' in texte


@pytest.mark.parametrize(
    ("annee", "nomme", "attendu"),
    [
        (2019, None, ("Contrat de ville", 2015, 2023)),
        (2024, None, ("Engagements Quartiers 2030", 2024, 2030)),
        (2024, "Contrat d'Orge", ("Contrat d'Orge", 2024, 2030)),
        (2031, "Contrat d'Orge (2031-2036)", ("Contrat d'Orge", 2031, 2036)),
    ],
)
def test_the_contract_in_force_is_offered(tmp_path, annee, nomme, attendu):
    lay(tmp_path, None, Demande(annee, epci="CC", contrat=nomme), nobody)
    dossier = check_annee(tmp_path, annee).dossier
    assert dossier is not None
    assert (dossier.contrat.nom, dossier.contrat.debut, dossier.contrat.fin) == attendu


def test_a_new_project_in_an_empty_folder_below_another(pose):
    (pose / "autre").mkdir()
    lay(pose / "autre", None, Demande(2024, epci="Autre communauté"), nobody)
    assert (pose / "autre" / "rapportpv.toml").is_file()


@pytest.mark.parametrize(
    ("epci", "sigle"),
    [
        ("Communauté de communes du Val d’Orge", "CCVO"),
        ("Communauté d'agglomération du Pays-de-l'Or", "CAPO"),
        ("Métropole Européenne", "ME"),
    ],
)
def test_the_initials_of_an_epci(epci, sigle):
    assert make_sigle(epci) == sigle


def test_the_drop_downs_offer_the_words_of_the_settings(pose):
    classeur = load_workbook(pose / "2024" / "programmation.xlsx")
    feuille = classeur["Programmation"]
    titres = {c.column_letter: c.value for c in feuille[4]}
    listes = {}
    for controle in feuille.data_validations.dataValidation:
        [plage] = controle.sqref.ranges
        assert (plage.min_row, plage.max_row) == (5, 304)
        if controle.type == "list":
            onglet, cellules = controle.formula1.lstrip("=").replace("'", "").split("!")
            haut, bas = cellules.replace("$", "").split(":")
            mots = [c.value for (c,) in classeur[onglet][f"{haut}:{bas}"] if c.value]
            listes[titres[plage.coord.split(":")[0].rstrip("0123456789")]] = mots
    assert listes["Pilier"] == [
        "Emploi et développement économique",
        "Transition écologique et cadre de vie",
        "Égalité des chances",
        "Ordre républicain et tranquillité publique",
    ]
    assert listes["Statut"] == ["soutenue", "refusée", "ajournée", "retirée", "en instruction"]
    assert listes["Commune(s)"] == []  # to be filled in
    assert {"Type d'opérateur", "Quartier(s)", "Opérateur"} < set(listes)


def test_the_checks_speak_french_and_fit_in_excel(pose):
    for chemin in sorted((pose / "2024").glob("*.xlsx")):
        for feuille in load_workbook(chemin).worksheets:
            for controle in feuille.data_validations.dataValidation:
                assert len(controle.promptTitle or "") <= 32
                assert len(controle.prompt or "") <= 255
                assert controle.type == "none" or controle.errorTitle
                assert "{" not in (controle.formula1 or "")


def test_a_siret_is_checked_cell_by_cell(pose):
    feuille = load_workbook(pose / "2024" / "programmation.xlsx")["Programmation"]
    [siret] = [v for v in feuille.data_validations.dataValidation if v.type == "custom"]
    colonne = next(c.column_letter for c in feuille[4] if c.value == "SIRET")
    assert str(siret.sqref).startswith(f"{colonne}5:")
    nu = f'SUBSTITUTE({colonne}5," ","")'
    assert siret.formula1 == f"AND(LEN({nu})=14,ISNUMBER(VALUE({nu})))"


def test_what_is_missing_has_a_colour_and_headings_stay_in_sight(pose):
    feuille = load_workbook(pose / "2024" / "programmation.xlsx")["Programmation"]
    assert feuille.freeze_panes == "C5"
    assert feuille.auto_filter.ref == "A4:Y304"
    regles = [r for plage in feuille.conditional_formatting for r in plage.rules]
    assert [r.type for r in regles] == ["expression"] * 5  # 4 required, and amounts


def test_totals_are_formulas_that_have_a_value(pose):
    chemin = pose / "2024" / "programmation.xlsx"
    formules = load_workbook(chemin)["Programmation"]
    valeurs = load_workbook(chemin, data_only=True)["Programmation"]
    assert formules["O3"].value == "=SUM(O5:O304)"
    assert valeurs["O3"].value == 0
    assert formules["Y5"].value == '=IF(COUNT(O5:X5)=0,"",SUM(O5:X5))'
    assert valeurs["Y5"].value in (None, "")


def test_two_projects_typed_give_their_figures(pose):
    fill(pose / "2024" / "programmation.xlsx", "Programmation", PROJETS, *DEUX_PROJETS)
    fill(pose / "2024" / "territoire.xlsx", "Communes", ("Commune",), ("Valmont",), ("Orge",))
    controle = check_annee(pose, 2024)
    assert [a for a in controle.anomalies if a.severite is Severite.ERREUR] == []
    assert controle.lignes == 2
    chiffres = controle.bilan.chiffres
    assert chiffres["programmation.total"].valeur * 100 == 1500050
    assert chiffres["programmation.actions_soutenues"].valeur == 1
    [territoire] = [a for a in controle.anomalies if a.lieu.fichier == "2024/territoire.xlsx"]
    assert plain(territoire.message).startswith("La feuille « Quartiers » n'a encore aucune ligne.")


def test_one_workbook_of_a_year_that_is_there(pose):
    (pose / "2024" / "seance.xlsx").unlink()
    avant = list_fichiers(pose)
    lay(pose, None, Demande(2024, classeur="Séance"), nobody)
    assert set(list_fichiers(pose)) - set(avant) == {"2024/seance.xlsx"}
    with pytest.raises(RapportError, match="existe déjà"):
        lay(pose, None, Demande(2024, classeur="seance"), nobody)
    with pytest.raises(RapportError, match=r"Vouliez-vous dire «.territoire.»"):
        lay(pose, None, Demande(2024, classeur="teritoire"), nobody)
    with pytest.raises(RapportError, match="n’a pas d’année 2025"):
        lay(pose, None, Demande(2025, classeur="seance"), nobody)


def test_the_fund_has_a_workbook_once_it_has_axes(pose):
    reglages = pose / "rapportpv.toml"
    axe = '\n[[axe_fcs]]\nnumero = 1\nlibelle = "Soutenir les associations"\n'
    reglages.write_text(reglages.read_text("utf-8") + axe, "utf-8")
    lay(pose, None, Demande(2024, classeur="fcs"), nobody)
    classeur = load_workbook(pose / "2024" / "fcs.xlsx")
    assert classeur["Listes"]["A4"].value == "Soutenir les associations"


def test_no_guide_of_this_repository_is_forgotten():
    from rapportpv.core.sections import FACULTATIVES, SECTIONS
    from rapportpv.scaffold.guides import render_guides

    assert set(render_guides()) == {f"{n}.md" for n in SECTIONS if n not in FACULTATIVES}
    assert DEPOT.is_dir()
