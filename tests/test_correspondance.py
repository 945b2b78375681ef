"""docs/correspondance.md, line by line: what the published report says is where it is said to be."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from rapportpv.commands.build import Commande, build_document
from rapportpv.year.controle import check_annee
from tests.conftest import DEPOT, EXEMPLE
from tests.flatten import plain, read_headings, read_text

PAGE = (DEPOT / "docs" / "correspondance.md").read_text("utf-8")
FAITS = tomllib.loads((DEPOT / "tests" / "faits-2022.toml").read_text("utf-8"))

# The headings of the published report, in its order, as they are printed there.
TITRES = """
Contrat de Ville
RAPPORT SUR LA MISE EN ŒUVRE DE LA POLITIQUE DE LA VILLE PAR LA COMMUNAUTÉ D'AGGLOMÉRATION
2022
Version projet
Arrêtée au 27 juin 2023
La politique de la Ville sur l'Agglomération
La mise en œuvre du Contrat de Ville en 2022
La programmation du Contrat de Ville Année 2022
Répartition financière par pilier
Répartition financière par pilier du Contrat de Ville - programmation 2022
Répartition des crédits spécifiques
Mobilisation des opérateurs associatifs
Le fonds de cohésion sociale de la Communauté d'Agglomération
1. Soutenir les projets portés par les Conseils Citoyens
2. Aider au déploiement d'une action locale exemplaire à une échelle intercommunale
3. Soutenir les projets des associations de proximité ou de quartier
4. Soutenir les formations-actions visant à qualifier les acteurs des quartiers et soutien aux études
5. Soutenir les actions intercommunales concourant à l'inclusion numérique des habitants
Les fonds de concours Politique de la Ville de la Communauté d'Agglomération
Les fonds de concours Nouveau Programme Renouvellement urbain de la Communauté d'Agglomération
« Focus » Actions 2022
Focus 1 Les ateliers des petits champions J'apprends à nager
Focus 2 Jeunes' Event
Focus 3 Cœur de cités – Psy de rue
Focus 4 Appui méthodologique à la participation citoyenne
Programme National de Renouvellement Urbain
Le Mont-Liébaud à Béthune / Le Centre à Bruay
Le service « Politique de la Ville » de l'Agglomération
Organisation du service « Politique de la Ville » Communauté d'Agglomération
Géographie de la Politique de la Ville et référents techniques de l'Agglomération
Référents des communes
Evaluation du Contrat de Ville 2015 - 2022
Les enjeux pour demain ...?
Les futures priorités d'intervention issues du processus local d'évaluation
Réussite éducative
Mobilité
Insertion socio-professionnelle
Santé mentale des jeunes
Inclusion numérique
Améliorer le cadre de vie
Présentation du manifeste pour la politique de la ville de demain
La contribution de l'Agglomération Pour la Modernisation de la Politique de la Ville Un Manifeste – 10 propositions
1 Pour une approche différenciée de la Politique de la Ville : une stratégie de développement local et social (SDLS) territoriale déclinée dans les quartiers
2 Une maquette financière adossée à la SDLS
3 Une gestion déléguée totale ou partielle des crédits spécifiques...
4 ... confiée à un comité d'action local de la politique de la ville
5 Un dossier unique et une plateforme commune pour les porteurs de projets et les financeurs
6 Adapter le « droit commun » puis attribuer des moyens spécifiques
7 Conforter les pratiques du « aller vers »
8 Promouvoir la réussite des habitants des quartiers
9 Intégrer un volet « Investissement » pour améliorer le cadre de vie des habitants et accélérer les transitions (climat, énergie...)
10 Impliquer plus amplement le secteur privé - les entreprises - les fondations – les acteurs de l'ESS - dans la transformation sociale, économique et urbaine des quartiers
Perspectives...
PRIORITES D'INTERVENTION 2023
Avis Communes et Conseils Citoyens
""".strip().splitlines()


@cache
def read_section(titre: str) -> tuple[dict[str, str], ...]:
    """The rows of the table under that heading of the page."""
    debut = PAGE.index(f"## {titre}\n")
    fin = PAGE.find("\n## ", debut)
    lignes = re.findall(r"^\|.*$", PAGE[debut : fin if fin > 0 else None], re.MULTILINE)
    cellules = [re.split(r"(?<!\\)\|", ligne)[1:-1] for ligne in lignes]
    entetes, _, *suite = [[c.strip().replace("\\|", "|") for c in ligne] for ligne in cellules]
    return tuple(dict(zip(entetes, ligne, strict=True)) for ligne in suite)


@pytest.fixture(scope="module")
def rapport(tmp_path_factory) -> Path:
    sortie = tmp_path_factory.mktemp("sortie")
    chemin = build_document(Commande(EXEMPLE, 2022, "rapport", sortie)).chemin
    assert chemin
    return chemin


@pytest.fixture(scope="module")
def texte(rapport) -> str:
    return plain(read_text(rapport))


@pytest.fixture(scope="module")
def chiffres():
    return check_annee(EXEMPLE, 2022).bilan.chiffres


def test_every_published_heading_has_its_line():
    assert [ligne["Titre publié"] for ligne in read_section("Les titres")] == TITRES


@pytest.mark.parametrize("ligne", read_section("Les titres"), ids=lambda x: x["Titre publié"][:30])
def test_each_heading_is_in_the_document(ligne, rapport, texte):
    voulu = plain(ligne["Dans notre rapport"])
    titres = [plain(titre) for _, titre in read_headings(rapport)]
    assert voulu in titres or voulu in texte.splitlines(), voulu
    for fichier in re.findall(r"`([\w/.-]+\.(?:md|xlsx|geojson))`", ligne["Vient de"]):
        nom = fichier if "/" in fichier or not fichier.endswith(".md") else f"textes/{fichier}"
        assert (EXEMPLE / "2022" / nom).is_file(), nom


@pytest.mark.parametrize("ligne", read_section("Les chiffres nommés"), ids=lambda x: x["Nom"])
def test_each_named_figure_is_what_is_printed(ligne, chiffres, texte):
    nom, _, filtre = ligne["Nom"].strip("`").partition(" | ")
    affiche = plain(chiffres[nom].format(0) if filtre else chiffres[nom].affiche)
    assert plain(ligne["Dans notre rapport"]) == affiche
    if not ligne["Remarque"].startswith("non imprimé"):
        assert re.search(rf"(?<!\d)(?<!\d ){re.escape(affiche)}", texte), nom
    if not ligne["Remarque"]:
        assert plain(ligne["Publié"]) == affiche
    elif ligne["Remarque"].startswith("coquille"):
        assert plain(ligne["Publié"]) not in texte


def test_every_known_figure_has_its_line():
    noms = {ligne["Nom"].strip("`") for ligne in read_section("Les chiffres nommés")}
    attendus = {*FAITS["chiffres"], *FAITS["taux_imprimes"]}
    attendus |= {f"{nom} | sans_decimale" for nom in FAITS["taux_entiers"]}
    assert noms == attendus
    publies = [plain(ligne["Publié"]) for ligne in read_section("Les chiffres nommés")]
    assert {c for c in FAITS["coquilles"] if f"{c} €" in publies} == set(FAITS["coquilles"])


@pytest.mark.parametrize(
    "ligne", read_section("Les nombres des textes"), ids=lambda x: x["De quoi"]
)
def test_each_number_of_a_text_is_there_and_in_the_document(ligne, texte):
    voulu = plain(ligne["Dans notre rapport"])
    source = (EXEMPLE / "2022" / ligne["Fichier"].strip("`")).read_text("utf-8")
    assert voulu in " ".join(plain(source).replace("*", "").split())
    assert voulu in texte


def test_each_line_of_the_tables_is_in_the_document(texte):
    lignes = [plain(ligne).split(" | ") for ligne in texte.splitlines()]
    attendues = read_section("Les lignes des tableaux")
    fcs = [ligne for ligne in attendues if ligne["Ligne"].startswith("FCS")]
    assert len(fcs) == len(FAITS["fcs"])
    assert {o["Ligne"] for o in attendues} >= set(FAITS["fonds_de_concours"])
    for attendue in attendues:
        nom = plain(attendue["Ligne"]).removeprefix("FCS, n° ")
        montant = plain(attendue["Montant"])
        assert any(nom in ligne[:2] and ligne[-1] == montant for ligne in lignes), nom
