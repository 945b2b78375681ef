"""A section comes from its file and goes with it; nothing of the sample is in the template."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rapportpv.commands.build import Commande, build_document
from rapportpv.word.invariants import find_faults
from tests.conftest import DEPOT, EXEMPLE
from tests.flatten import plain, read_headings, read_text

ANNEE = EXEMPLE / "2022"
REGLAGES = tomllib.loads((EXEMPLE / "rapportpv.toml").read_text("utf-8"))
FOCUS = "« Focus » actions 2022"


def axes() -> list[str]:
    """The headings of the axes of the FCS."""
    return [plain(f"{axe['numero']}. {axe['libelle']}") for axe in REGLAGES["axe_fcs"]]


# The headings that go when a file goes; nothing where its text, drawing or table has none.
SECTIONS = {
    "textes/orientations.md": ("Les orientations",),
    "textes/evolution.md": ("L'évolution de la situation dans les quartiers",),
    "textes/programmation.md": ("Vue d'ensemble",),
    "textes/associations.md": (),
    "textes/npnru.md": ("Le Mont-Liébaut à Béthune, Le Centre à Bruay-la-Buissière",),
    "textes/service.md": (),
    "textes/articulation.md": ("L'articulation des volets du contrat",),
    "textes/evaluation.md": (
        "L'évaluation du contrat",
        "Les priorités d'intervention issues de l'évaluation locale",
        *("Réussite éducative", "Mobilité", "Insertion socio-professionnelle"),
        *("Santé mentale des jeunes", "Inclusion numérique", "Amélioration du cadre de vie"),
    ),
    "textes/perspectives.md": (),
    "textes/priorites.md": ("Les priorités d'intervention 2023",),
    "npnru.xlsx": (),
    "fcs.xlsx": ("Le fonds de cohésion sociale", *axes()),
    "fonds_de_concours.xlsx": (
        "Les fonds de concours aux communes",
        "Politique de la Ville",
        "Nouveau Programme National de Renouvellement Urbain",
    ),
    "territoire.xlsx": (
        "Les quartiers",
        "Les référents des communes",
    ),
    "service.xlsx": (),
    "carte.geojson": ("La géographie de la politique de la ville",),
    "consultation.xlsx": ("Avis des communes et conseils citoyens",),
}


@dataclass(frozen=True)
class Lu:
    """A document read: its headings, its captions, its lines."""

    titres: tuple[str, ...]
    legendes: tuple[str, ...]
    lignes: tuple[str, ...]


def read(docx: Path) -> Lu:
    lignes = plain(read_text(docx)).splitlines()
    return Lu(
        tuple(plain(titre) for _, titre in read_headings(docx)),
        tuple(ligne for ligne in lignes if re.match(r"(?:Tableau|Figure) \d+\. ", ligne)),
        tuple(lignes),
    )


def build(racine: Path, annee: int, sortie: Path) -> Path:
    """The document, whatever `check` says: some of the files are asked for by the décret."""
    commande = Commande(racine, annee, "rapport", sortie, malgre_erreurs=True)
    fabrication = build_document(commande)
    assert fabrication.chemin, [str(a) for a in fabrication.controle.anomalies]
    return fabrication.chemin


@pytest.fixture(scope="module")
def entier(tmp_path_factory) -> Lu:
    return read(build(EXEMPLE, 2022, tmp_path_factory.mktemp("entier")))


D_UN_AUTRE_DOCUMENT = ("seance.xlsx",)  # the délibération's


def optional_files() -> list[str]:
    """Every file of the sample's year that a project can do without, but pictures."""
    trouves = (f.relative_to(ANNEE) for f in sorted(ANNEE.rglob("*")) if f.is_file())
    fichiers = [f.as_posix() for f in trouves if f.parts[0] != "images"]
    return [f for f in fichiers if f not in {"annee.toml", "programmation.xlsx"}]


@pytest.mark.parametrize("fichier", [f for f in optional_files() if f not in D_UN_AUTRE_DOCUMENT])
def test_a_file_goes_with_its_section_and_no_other(
    fichier, exemple, entier, tmp_path, openxml_validator
):
    (exemple / "2022" / fichier).unlink()
    document = build(exemple, 2022, tmp_path / "sortie")
    lu = read(document)
    partis = [titre for titre in entier.titres if titre not in lu.titres]
    assert partis == expected_titles(fichier, entier)
    assert [t for t in lu.titres if t not in entier.titres] == renumbered(fichier, lu)
    assert lu.lignes != entier.lignes
    assert_captions_follow(lu)
    assert find_faults(document.read_bytes()) == []
    resultat = openxml_validator.validate(document)
    assert [(e.part_uri, e.path, e.description) for e in resultat.errors] == []


def expected_titles(fichier: str, entier: Lu) -> list[str]:
    """The headings that are to go: those of the file, or of a focus and of those renumbered."""
    if fichier.startswith("textes/focus-"):
        numero = int(fichier.split("-")[1])
        return [t for t in entier.titres if re.match(rf"Focus [{numero}-9]\. ", t)]
    if fichier == "textes/manifeste.md":
        debut = entier.titres.index("Le manifeste pour la politique de la ville")
        return list(entier.titres[debut : entier.titres.index("Perspectives")])
    return [titre for titre in entier.titres if titre in SECTIONS[fichier]]


def renumbered(fichier: str, lu: Lu) -> list[str]:
    """The focus after one that goes have another number, and the same title."""
    if not fichier.startswith("textes/focus-"):
        return []
    numero = int(fichier.split("-")[1])
    return [t for t in lu.titres if re.match(rf"Focus [{numero}-9]\. ", t)]


def assert_captions_follow(lu: Lu) -> None:
    for genre in ("Tableau", "Figure"):
        numeros = [int(t.split()[1][:-1]) for t in lu.legendes if t.startswith(genre)]
        assert numeros == list(range(1, len(numeros) + 1))


def test_every_optional_file_of_the_sample_is_tried():
    autres = {f for f in optional_files() if f.startswith("textes/focus-")}
    essayes = {*SECTIONS, *autres, *D_UN_AUTRE_DOCUMENT, "textes/manifeste.md"}
    assert set(optional_files()) == essayes


def test_without_the_session_the_report_loses_who_signs_it(exemple, entier, tmp_path):
    (exemple / "2022" / "seance.xlsx").unlink()
    lignes = list(read(build(exemple, 2022, tmp_path / "sortie")).lignes)
    partis = [ligne for ligne in entier.lignes if ligne not in lignes]
    assert [ligne for ligne in entier.lignes if ligne not in partis] == lignes
    assert partis == ["Par délégation du Président,", "Le Conseiller délégué,", "EDOUARD Eric"]


def test_without_focus_the_chapter_goes(exemple, entier, tmp_path):
    for fichier in (exemple / "2022" / "textes").glob("focus-*"):
        fichier.unlink()
    lu = read(build(exemple, 2022, tmp_path / "sortie"))
    partis = [titre for titre in entier.titres if titre not in lu.titres]
    assert partis[0] == FOCUS
    assert {titre.partition(" ")[0] for titre in partis[1:]} == {"Focus", "L'action"}


def test_a_section_that_goes_leaves_the_table_of_contents(exemple, tmp_path):
    (exemple / "2022" / "textes" / "manifeste.md").unlink()
    lignes = read(build(exemple, 2022, tmp_path / "sortie")).lignes
    assert not any("manifeste" in ligne.lower() for ligne in lignes)


def test_captions_of_the_whole_report_follow(entier):
    assert_captions_follow(entier)


def sample_words() -> set[str]:
    """What the sample's settings and sheets call things: none of it is the template's."""
    reglages = REGLAGES
    mots = {reglages["territoire"]["epci"], reglages["territoire"]["sigle"]}
    for contrat in reglages["contrat"]:
        mots |= {pilier["libelle"] for pilier in contrat["pilier"]}
    mots |= {financeur["libelle"] for financeur in reglages["financeur"]}
    mots |= {axe["libelle"] for axe in reglages["axe_fcs"]}
    territoire = load_workbook(ANNEE / "territoire.xlsx")
    for feuille, colonnes in (("Communes", (0, 2)), ("Quartiers", (0, 1))):
        for ligne in territoire[feuille].iter_rows(min_row=4, values_only=True):
            mots |= {str(ligne[c]) for c in colonnes if ligne[c]}
    return {plain(mot) for mot in mots}


COMMUNS = {"Communes", "Autres financeurs"}  # words of the trade
SIENS = {"Cohésion sociale"}  # a pilier of the other EPCI too, and the name of the fund


@pytest.mark.parametrize("mot", sorted(sample_words() - COMMUNS - SIENS))
def test_no_word_of_the_sample_is_in_the_template(mot, modele_lu):
    assert mot.lower() not in modele_lu


@pytest.fixture(scope="module")
def modele_lu() -> str:
    return plain(read_text(DEPOT / "templates" / "rapport.docx")).lower()


def test_no_word_of_the_sample_is_in_the_report_of_another_epci(projet, tmp_path):
    lu = plain(read_text(build(projet, 2023, tmp_path / "sortie"))).lower()
    assert [m for m in sample_words() - COMMUNS - SIENS if m.lower() in lu] == []
