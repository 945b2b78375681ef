"""Settings that contradict one another are told, each at its line."""

import pytest

from rapportpv.reading.settings import load_reglages
from rapportpv.year.sujets import PLANS

SAINS = """\
[territoire]
epci = "Communauté de communes du Val"
sigle = "CCV"

[[contrat]]
nom = "Contrat de ville"
debut = 2015
fin = 2023
pilier = [
  { code = "social", libelle = "Cohésion sociale" },
  { code = "emploi", libelle = "Emploi", alias = ["Travail"] },
]

[[contrat]]
nom = "Quartiers 2030"
debut = 2024
fin = 2030
pilier = [{ code = "social", libelle = "Cohésion" }]

[[financeur]]
code = "etat"
libelle = "État"
famille = "Etat"
specifique = true

[[financeur]]
code = "region"
libelle = "Région"
famille = "Region"
specifique = false
alias = ["Conseil régional"]

[[axe_fcs]]
numero = 1
libelle = "Habitants"

[colonnes.programmation]
operateur = ["Porteur"]
pilier = ["Volet"]
"""


def tell(tmp_path, texte: str) -> list[str]:
    (tmp_path / "rapportpv.toml").write_text(texte, "utf-8")
    _, anomalies = load_reglages(tmp_path, PLANS)
    assert {a.rule.code for a in anomalies} <= {"PV010"}
    return [a.message.replace("\N{NO-BREAK SPACE}", " ") for a in anomalies]


def test_settings_that_agree_are_left_alone(tmp_path):
    assert tell(tmp_path, SAINS) == []


@pytest.mark.parametrize(
    ("avant", "apres", "dit"),
    [
        (
            'code = "emploi"',
            'code = "social"',
            "ligne 11, c’est déjà celui de « Cohésion sociale »",
        ),
        ('code = "region"', 'code = "etat"', "ligne 27, c’est déjà celui de « État »"),
        (
            'libelle = "Habitants"\n',
            'libelle = "Habitants"\n\n[[axe_fcs]]\nnumero = 1\nlibelle = "Lien social"\n',
            "ligne 38, c’est déjà celui de « Habitants »",
        ),
        ("debut = 2024", "debut = 2023", "ligne 16, « Contrat de ville » (2015 à 2023) et"),
        ("debut = 2024", "debut = 2023", "ont en commun l’année 2023"),
        ("fin = 2030", "fin = 2022", "ligne 17, « Quartiers 2030 » finirait avant de commencer"),
        (
            'libelle = "Emploi"',
            'libelle = " "',
            "ligne 11, un texte qui n’est pas vide est attendu",
        ),
        ('epci = "Communauté de communes du Val"', 'epci = ""', "ligne 2, un texte qui n’est pas"),
        ('["Travail"]', '["Travail", ""]', "ligne 11, un des textes de la liste est vide"),
        (
            '["Volet"]',
            '["porteur"]',
            "ligne 39, « porteur » est déjà un autre nom de « Opérateur »",
        ),
        ('["Volet"]', '["conseil regional"]', "est déjà un autre nom de « Région »"),
    ],
)
def test_each_contradiction_is_told_at_its_line(tmp_path, avant, apres, dit):
    assert SAINS.count(avant) == 1 or avant.startswith("debut")
    assert dit in "\n".join(tell(tmp_path, SAINS.replace(avant, apres)))


@pytest.mark.parametrize(
    ("colonnes", "dit"),
    [
        ('"action", "opérateurs du pilier"', "ligne 42, « opérateurs du pilier » n’est ni une de"),
        ('"action", "operateurr"', "ni un financeur ; écrivez « Opérateur »"),
        ('"action", "region", "Région"', "le financeur « Région » y est deux fois"),
        ('"opérateur", "crédits"', "la colonne « action » est toujours dans la liste"),
        ('"action", "n°", "N° dossier"', "« numero » y est deux fois"),
        (
            '"n°", "action", "opérateur", "quartiers", "communes", "coût", "crédits"',
            "ces 7 colonnes ne tiennent pas dans la largeur d’une page : ôtez-en une",
        ),
    ],
)
def test_columns_of_the_annexe_that_cannot_be(tmp_path, colonnes, dit):
    (faute,) = tell(tmp_path, f"{SAINS}\n[annexe]\ncolonnes = [{colonnes}]\n")
    assert dit in faute


def test_columns_of_the_annexe_are_read_as_they_are_typed(tmp_path):
    colonnes = '"N° dossier", "ACTION", "Coût total", "region", "financeur:Région"'
    texte = f"{SAINS}\n[annexe]\ncolonnes = [{colonnes.rpartition(', ')[0]}]\n"
    assert tell(tmp_path, texte) == []
    reglages, _ = load_reglages(tmp_path, PLANS)
    assert reglages.annexe.colonnes == ("numero", "action", "cout_total", "region")


@pytest.mark.parametrize(
    ("ligne", "dit"),
    [
        ('par = "commune"', "valeurs possibles : pilier ou quartier"),
        ('refusees = "oui"', "valeurs possibles : nombre, liste ou non"),
        ("colonne = []", "ce réglage n’existe pas"),
    ],
)
def test_settings_of_the_annexe_that_do_not_exist(tmp_path, ligne, dit):
    (faute,) = tell(tmp_path, f"{SAINS}\n[annexe]\n{ligne}\n")
    assert dit in faute


def test_all_are_told_at_once(tmp_path):
    texte = SAINS.replace('"region"', '"etat"').replace("debut = 2024", "debut = 2020")
    assert len(tell(tmp_path, texte)) == 2
