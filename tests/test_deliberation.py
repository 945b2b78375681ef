"""The délibération of the sample, point by point against the published one; and without a session."""

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from rapportpv.commands.build import Commande, Fabrication, build_document
from rapportpv.word.invariants import find_faults
from rapportpv.year.controle import check_annee
from tests.conftest import DEPOT, EXEMPLE
from tests.flatten import W, plain, read_text
from tests.tables import write_classeur

PRESENTS = """
| Nom   | Prénom | Qualité     | Mandataire | Jusqu'à la question | À partir de la question |
| ----- | ------ | ----------- | ---------- | ------------------- | ----------------------- |
| AUBRY | Anne   | présente    |            |                     |                         |
| COLIN | Claire | excusée     |            |                     |                         |
"""
SEANCE = """
[seance]
date = 2024-07-01
heure = "18h30"
lieu = "en mairie d'Orge"
convocation_le = 2024-06-20
president = { civilite = "Mme", nom = "Anne Aubry" }
secretaire = { civilite = "Mme", nom = "AUBRY Anne" }
signataire = { civilite = "Mme", nom = "AUBRY Anne", qualite = "La Présidente" }
vote = { sens = "à l'unanimité", pour = 1 }
"""
TABLE_DE_QUARTIER = """
[[instance]]
code = "table"
libelle = "table de quartier"
pluriel = "tables de quartier"
feminin = true
"""
CONSEIL = """
[conseil]
nom = "Assemblée communautaire"
arrondissement = "Arras"
tribunal_administratif = "Le Havre"
"""


def build(racine: Path, annee: int, sortie: Path) -> Fabrication:
    return build_document(Commande(racine, annee, "deliberation", sortie))


def read(racine: Path, annee: int, sortie: Path) -> str:
    """The text of the délibération, which must have come out sound."""
    fabrication = build(racine, annee, sortie)
    assert [str(a) for a in fabrication.controle.anomalies] == []
    assert fabrication.chemin
    assert find_faults(fabrication.chemin.read_bytes()) == []
    return plain(read_text(fabrication.chemin))


@pytest.fixture(scope="module")
def texte(tmp_path_factory) -> str:
    return read(EXEMPLE, 2022, tmp_path_factory.mktemp("sortie"))


def test_the_signatures_stay_with_the_decision(tmp_path):
    """From «Décision» on, each paragraph is kept with the next: they are on one page together."""
    fabrication = build(EXEMPLE, 2022, tmp_path)
    with ZipFile(fabrication.chemin) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
        corps = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    par_nom = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}

    def keeps(paragraphe: etree._Element) -> bool:
        nom = paragraphe.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        while nom is not None:
            if par_nom[nom].find(f"{W}pPr/{W}keepNext") is not None:
                return True
            base = par_nom[nom].find(f"{W}basedOn")
            nom = None if base is None else base.get(f"{W}val")
        return paragraphe.find(f"{W}pPr/{W}keepNext") is not None

    paragraphes = list(corps.iter(f"{W}p"))
    textes = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in paragraphes]
    decision = textes.index("Décision")
    signatures = [rang for rang, texte in enumerate(textes) if texte == "EDOUARD Eric"]
    assert len(signatures) == 2
    assert all(map(keeps, paragraphes[decision : signatures[0]]))
    lignes = list(corps.iter(f"{W}tr"))[-3:]
    assert all(ligne.find(f"{W}trPr/{W}cantSplit") is not None for ligne in lignes)


def publies() -> dict[str, list[str]]:
    """The lists of the published délibération, a line each."""
    listes: dict[str, list[str]] = {}
    for ligne in (DEPOT / "tests" / "deliberation-2022.txt").read_text("utf-8").splitlines():
        if ligne.startswith("# "):
            liste = listes.setdefault(ligne[2:], [])
        else:
            liste.append(ligne)
    return listes


def imprimes(texte: str, titre: str) -> list[str]:
    """The list that stands under a heading."""
    lignes = texte.splitlines()
    rang = next(n for n, ligne in enumerate(lignes) if ligne.startswith(titre))
    return lignes[rang + 1].removesuffix(".").split(", ")


@pytest.mark.parametrize(
    ("liste", "titre", "nombre"),
    [
        ("Présents", "Étaient présents (97)", 97),
        ("Procurations", "Procurations (26)", 26),
        ("Excusés", "Étaient absents excusés (30)", 30),
    ],
)
def test_every_name_window_and_procuration_of_the_published_one(texte, liste, titre, nombre):
    attendus = publies()[liste]
    assert len(attendus) == nombre
    assert imprimes(texte, titre) == attendus


def test_the_member_who_left_stands_in_both_lists(texte):
    assert "CHRETIEN Bruno (jusqu'à la question 13)" in imprimes(texte, "Étaient présents")
    donne = "CHRETIEN Bruno donne procuration à SOUILLIART Virginie (à partir de la question 14)"
    assert donne in imprimes(texte, "Procurations")


@pytest.mark.parametrize(
    "attendu",
    [
        "Arrondissement de Béthune",
        "Le mardi 27 juin 2023, à 19 h 00, le Conseil communautaire de la Communauté "
        "d'Agglomération de Béthune-Bruay, Artois Lys Romane s'est réuni à la salle Olof Palme de "
        "Béthune, sous la présidence de Monsieur GACQUERRE Olivier, Président",
        "convocation en date du 21 juin 2023, dont un exemplaire a été affiché à l'Hôtel",
        "Madame MARIINI Laetitia est élue secrétaire. La séance est ouverte.",
        "Vu le Projet de Territoire, approuvé par délibération n° 2022CC/136",
        "décret n° 2015-1118 du 3 septembre 2015",
        "donner leur avis est de 3 mois",
        "Monsieur le Conseiller délégué en charge de la Politique de la Ville, est arrêté au 27 "
        "juin 2023",
        "à compter du 3 juillet 2023",
        "au plus tard le 3 octobre 2023",
        "nouveau rapport annuel en 2024",
        "Suite à l'avis favorable de la commission « Cohésion Sociale » du 20 juin 2023",
        "Sur proposition de son Président, le Conseil communautaire, à la majorité absolue,",
        "APPROUVE le rapport",
        "INFORME que",
        "tribunal administratif de Lille, dans un délai de deux mois à compter de sa publication",
        "réception en sous-préfecture le : 30 juin 2023",
        "publication le : 30 juin 2023",
        "Par délégation du Président, Le Conseiller délégué,",
    ],
)
def test_what_the_published_one_says(texte, attendu):
    assert attendu in texte


def test_it_reads_as_it_did(texte, golden):
    golden("deliberation-2022.txt", texte + "\n")


def test_nothing_of_the_sample_is_in_the_template():
    modele = plain(read_text(DEPOT / "templates" / "deliberation.docx"))
    etrangers = ("Béthune", "CABBALR", "Lille", "GACQUERRE", "2022", "2023", "citoyen", "Olof")
    assert [mot for mot in etrangers if mot in modele] == []


def test_another_epci_and_its_president(projet, tmp_path):
    """Feminine words, an elided assembly, a name in the other order, dates not known yet."""
    write_classeur(projet / "2023" / "seance.xlsx", Séance=PRESENTS)
    add(projet / "2023" / "annee.toml", SEANCE)
    add(projet / "rapportpv.toml", CONSEIL)
    texte = read(projet, 2023, tmp_path / "sortie")
    for attendu in (
        "Arrondissement d'Arras",
        "Délibération de l'Assemblée communautaire",
        "Le lundi 1er juillet 2024, à 18 h 30, l'Assemblée communautaire de la Communauté de "
        "communes du Val d'Orge s'est réunie en mairie d'Orge, sous la présidence de Madame Anne "
        "Aubry, Présidente",
        "convocation en date du 20 juin 2024.",
        "Madame la Présidente expose",
        "Sur proposition de sa Présidente, l'Assemblée communautaire, à l'unanimité (1 voix pour),",
        "tribunal administratif du Havre",
        "réception en sous-préfecture le : …",
        "Étaient absents excusés (1)",
    ):
        assert attendu in texte
    assert "Procurations" not in texte  # nobody gave one
    assert "Par délégation" not in texte
    assert "Béthune" not in texte


@pytest.mark.parametrize(
    ("type_", "attendu"),
    [
        ("commune", "les communes sont invitées à donner un avis"),
        ("table de quartier", "les communes et les tables de quartier sont invitées à"),
        ("conseil citoyen", "les communes et les conseils citoyens sont invités à"),
    ],
)
def test_those_who_are_consulted_are_invited_in_their_gender(exemple, tmp_path, type_, attendu):
    if type_ == "table de quartier":
        add(exemple / "rapportpv.toml", TABLE_DE_QUARTIER)
    chemin = exemple / "2022" / "consultation.xlsx"
    classeur = load_workbook(chemin)
    for (cellule,) in classeur["Consultation"].iter_rows(3, min_col=2, max_col=2):
        cellule.value = type_ if cellule.value == "conseil citoyen" else cellule.value
    classeur.save(chemin)
    fabrication = build_document(
        Commande(exemple, 2022, "deliberation", tmp_path, malgre_erreurs=True)
    )
    assert attendu in plain(read_text(fabrication.chemin))


def test_a_definitive_report_is_approved_with_its_avis(projet, tmp_path):
    write_classeur(projet / "2023" / "seance.xlsx", Séance=PRESENTS)
    annee = projet / "2023" / "annee.toml"
    annee.write_text(annee.read_text("utf-8").replace('"projet"', '"definitif"'), "utf-8")
    dates = "transmission_le = 2024-01-31\navis_au_plus_tard_le = 2024-02-29\n"
    add(annee, f"{SEANCE}\n[consultation]\n{dates}")
    fabrication = build(projet, 2023, tmp_path / "sortie")
    assert fabrication.chemin, [str(a) for a in fabrication.controle.anomalies]
    assert fabrication.chemin.name == "deliberation-2023-definitif.docx"
    texte = plain(read_text(fabrication.chemin))
    assert "dans sa version définitive" in texte
    assert "DIT que le rapport définitif et ses annexes sont rendus publics" in texte
    assert "a été transmis, à compter du 31 janvier 2024" in texte
    assert "modalités de consultation" not in texte


@pytest.mark.parametrize(
    ("seance", "reglage", "attendu"),
    [
        (False, False, ("2023/seance.xlsx", "la feuille des présents et le bloc [seance]")),
        (True, False, ("2023/annee.toml", "le bloc [seance]")),
        (False, True, ("2023/seance.xlsx", "la feuille des présents")),
    ],
)
def test_without_a_session_one_clear_anomaly(projet, tmp_path, seance, reglage, attendu):
    if seance:
        write_classeur(projet / "2023" / "seance.xlsx", Séance=PRESENTS)
    if reglage:
        add(projet / "2023" / "annee.toml", SEANCE)
    fabrication = build(projet, 2023, tmp_path / "sortie")
    [anomalie] = fabrication.controle.anomalies
    assert (anomalie.rule.code, str(anomalie.lieu), anomalie.valeur) == ("PV817", *attendu)
    assert fabrication.chemin is None
    assert not (tmp_path / "sortie").exists()
    assert check_annee(projet, 2023).anomalies == ()  # the report does without


def test_the_session_of_the_projet_is_not_that_of_the_definitive_report(projet, tmp_path):
    write_classeur(projet / "2023" / "seance.xlsx", Séance=PRESENTS)
    dates = "transmission_le = 2024-07-03\navis_au_plus_tard_le = 2024-10-03\n"
    annee = projet / "2023" / "annee.toml"
    annee.write_text(
        f'version = "definitif"\narrete_le = 2024-11-28\n{SEANCE}\n[consultation]\n{dates}', "utf-8"
    )
    fabrication = build(projet, 2023, tmp_path / "sortie")
    manques = [a for a in fabrication.controle.anomalies if a.rule.code == "PV817"]
    assert [plain(a.valeur) for a in manques] == ["la séance du 28 novembre 2024"]
    assert fabrication.chemin is None
    assert "PV818" not in {a.rule.code for a in check_annee(projet, 2023).anomalies}


def test_a_change_in_the_sheet_reaches_the_document(exemple, tmp_path):
    chemin = exemple / "2022" / "seance.xlsx"
    classeur = load_workbook(chemin)
    feuille = classeur["Séance"]
    [cellule] = [c for ligne in feuille.iter_rows() for c in ligne if c.value == "VIVIER"]
    feuille.cell(cellule.row, 5).value = "32"  # a number typed as a text
    classeur.save(chemin)
    assert "VIVIER Ewa (jusqu'à la question 32)." in read(exemple, 2022, tmp_path)


def test_the_names_are_escaped_and_accents_kept(exemple, tmp_path):
    chemin = exemple / "2022" / "seance.xlsx"
    classeur = load_workbook(chemin)
    feuille = classeur["Séance"]
    [cellule] = [c for ligne in feuille.iter_rows() for c in ligne if c.value == "WALLET"]
    cellule.value = "D'ŒUVRE & <FILS> {{ x }}"
    classeur.save(chemin)
    assert "D'ŒUVRE & <FILS> {{ x }} Frédéric" in read(exemple, 2022, tmp_path)


def test_two_builds_are_the_same_bytes(tmp_path):
    un, deux = (build(EXEMPLE, 2022, tmp_path / nom).chemin for nom in ("un", "deux"))
    assert un.read_bytes() == deux.read_bytes()


def test_a_draft_says_so_on_every_page(exemple, tmp_path):
    annee = exemple / "2022" / "annee.toml"
    texte = annee.read_text("utf-8").replace('"MARIINI Laetitia"', '"MARINI Laetitia"')
    annee.write_text(texte, "utf-8")
    commande = Commande(exemple, 2022, "deliberation", tmp_path, malgre_erreurs=True)
    chemin = build_document(commande).chemin
    assert read_text(chemin).count("BROUILLON") == 2  # the two headers


def test_the_sheet_may_be_kept_otherwise(exemple, tmp_path):
    """Columns in another order, other words, hyphens and civilities: the same document."""
    chemin = exemple / "2022" / "seance.xlsx"
    classeur = load_workbook(chemin)
    entetes, *lignes = list(classeur["Séance"].iter_rows(min_row=3, values_only=True))
    mots = {"présent": "PRESENTE", "procuration": "Pouvoir", "excusé": "absent excusé"}
    autres = [
        (nom, prenom, a_partir, jusqu_a, f"M. {m}" if m else None, mots[qualite])
        for nom, prenom, qualite, m, jusqu_a, a_partir in lignes
    ]
    titres = [entetes[n] for n in (0, 1, 5, 4, 3, 2)]
    write_classeur(chemin, Seance=[titres, *autres])
    texte = read(exemple, 2022, tmp_path)
    assert imprimes(texte, "Étaient présents") == publies()["Présents"]
    donnees = [re.sub("à M. ", "à ", ligne) for ligne in imprimes(texte, "Procurations")]
    assert donnees == publies()["Procurations"]


def add(chemin: Path, suite: str) -> None:
    chemin.write_text(chemin.read_text("utf-8") + suite, "utf-8")


def test_a_template_of_the_project_s_own_replaces_it(exemple, tmp_path):
    (exemple / "modeles").mkdir()
    modele = exemple / "modeles" / "deliberation.docx"
    shutil.copy(DEPOT / "templates" / "deliberation.docx", modele)
    assert "Étaient présents (97)" in read(exemple, 2022, tmp_path)
