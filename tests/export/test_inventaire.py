"""The inventory in words and in JSON."""

from rapportpv.core.emplacement import Emplacement
from rapportpv.core.inventaire import Absente, Inventaire, Laisse, Lu
from rapportpv.core.livre import Livre, Part, Sort
from rapportpv.export.inventaire import (
    format_absentes,
    format_decret,
    format_laisses,
    format_lus,
    list_inventaires,
)
from tests.flatten import plain

P = Emplacement("2023/programmation.xlsx", "Programmation")
COLONNES = Laisse(
    Emplacement(P.fichier, P.feuille, ("F4", "AA4", "AB4")), "rien ne s’en sert", ("Vu", "", "a}{b")
)


def say(*laisses: Laisse, valeurs: bool = True) -> list[str]:
    return list(map(plain, format_laisses([Inventaire(2023, laisses=laisses)], valeurs=valeurs)))


def test_columns_have_their_heading_and_their_letter():
    assert say(COLONNES) == [
        "2023/programmation.xlsx › Programmation › colonnes « Vu » (F), AA et « a}{b » (AB) : "
        "rien ne s'en sert"
    ]


def test_without_values_columns_have_their_letter_alone():
    assert say(COLONNES, valeurs=False) == [
        "2023/programmation.xlsx › Programmation › colonnes F, AA et AB : rien ne s'en sert"
    ]
    [laisse] = list_inventaires([Inventaire(2023, laisses=(COLONNES,))], valeurs=False)["laisses"]
    assert (laisse["cellules"], laisse["titres"]) == (["F4", "AA4", "AB4"], [])


def test_the_columns_of_a_csv_have_numbers():
    csv = Laisse(Emplacement("2023/fcs.csv", "fcs", ("F1",)), "rien ne s’en sert", ("Vu",))
    assert say(csv) == ["2023/fcs.csv › fcs › colonne « Vu » (6) : rien ne s'en sert"]


def test_many_columns_or_files_of_one_reason_are_one_short_line():
    cellules = tuple(f"{lettre}1" for lettre in "FGHIJKL")
    large = Laisse(Emplacement(P.fichier, P.feuille, cellules), "rien ne s’en sert", ("",) * 7)
    assert say(large) == [
        "2023/programmation.xlsx › Programmation › colonnes F, G, H, I, J et 2 autres : "
        "rien ne s'en sert"
    ]
    fichiers = [Laisse(Emplacement(f"2023/textes/{n}.txt"), "en .md") for n in range(40)]
    assert say(*fichiers) == [
        "2023/textes/0.txt, 2023/textes/1.txt, 2023/textes/2.txt, 2023/textes/3.txt, "
        "2023/textes/4.txt et 35 autres : en .md"
    ]


def test_what_two_years_leave_out_of_the_project_is_told_once():
    un = Laisse(Emplacement("rapportpv.toml.txt"), "les réglages")
    inventaires = [Inventaire(2023, laisses=(un,)), Inventaire(2024, laisses=(un,))]
    assert len(list(format_laisses(inventaires))) == 1
    assert len(list_inventaires(inventaires)["laisses"]) == 1


def test_sheets_without_amounts_share_a_line():
    lus = (
        Lu(P, 1, "projet"),
        Lu(Emplacement("2023/seance.xlsx", "Séance"), 12, "ligne"),
        Lu(Emplacement("2023/textes"), 2, "texte"),
    )
    livres = [
        Livre(P.fichier, "Programmation", {Sort.COMPTEE: Part(2, 1500)}),
        Livre("2023/seance.xlsx", "Séance", {Sort.AUTRE_MESURE: Part(3, 900)}),
    ]
    assert list(map(plain, format_lus(Inventaire(2023, lus), livres))) == [
        "programmation.xlsx › Programmation : 1 projet ; cellules : 2 comptées (15 €)",
        "sans montants : seance.xlsx › Séance (12 lignes), textes (2 textes)",
    ]


def test_parts_that_lack_stand_by_cause():
    absentes = (
        Absente("orientations", "orientations", "pas de texte"),
        Absente("fcs", "FCS", "pas de fcs.xlsx"),
        Absente("evolution", "évolution", "pas de texte"),
        Absente("situation", "situation", "pas de texte", "écrivez situation.md"),
    )
    inventaire = Inventaire(2023, absentes=absentes)
    dit = plain(format_absentes(inventaire))
    assert dit == "orientations, évolution (pas de texte) ; FCS (pas de fcs.xlsx)"
    assert list(map(plain, format_decret(inventaire))) == ["situation : écrivez situation.md"]
