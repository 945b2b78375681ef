"""A fault of writing in a file of settings: its line, what is expected, an example."""

import pytest

from rapportpv.reading.toml import TomlIllisibleError, read_toml
from rapportpv.year.controle import check_annee
from tests.bornes import under
from tests.flatten import plain


@pytest.mark.parametrize(
    ("ligne", "conseil"),
    [
        ("a = 27/06/2023", "une date s'écrit année-mois-jour, sans guillemets : a = 2023-06-27"),
        ("a = 2023-06-31", "sans guillemets : a = 2023-06-27"),
        ("sigle = CCVO", 'un texte s\'écrit entre guillemets droits : sigle = "CCVO"'),
        ("sigle = “CCVO”", 'entre guillemets droits : sigle = "CCVO"'),
        ("sigle = « CCVO »", 'entre guillemets droits : sigle = "CCVO"'),
        ('sigle = "CCVO', "il manque un guillemet"),
        ("heure = 19h00", 'entre guillemets droits : heure = "19h00"'),
        ("a = [1, 2", "il manque un crochet fermant ]"),
        ("a = { b = 1", "il manque une accolade fermante }"),
        ("fcs = vrai", "écrivez fcs = true"),
        ("a = 12,5", "s'écrit avec un point : a = 12.5"),
        ("[territoire", "il manque un crochet"),
        ('sigle "CCVO"', "un signe = est attendu"),
        ("intercommunalité = 1", "ni accent ni espace"),
        ('logo = "C:\\Users\\moi"', "écrivez / à la place de \\"),
        ('nom = "Le "Val""', "les écrit « comme ceci »"),
        ("a =", "il manque une valeur"),
        ("= 3", 'une ligne s\'écrit : nom = "valeur"'),
    ],
)
def test_the_line_is_told_with_what_is_expected_there(ligne, conseil):
    with pytest.raises(TomlIllisibleError) as refus:
        read_toml(f"# Réglages\n\n{ligne}\n".encode())
    message = plain(str(refus.value))
    assert message.startswith(f"la ligne 3 ({plain(ligne)})")
    assert conseil in message


@pytest.mark.parametrize(
    ("texte", "conseil"),
    [
        ("a = 1\na = 2\n", "ce réglage est déjà donné plus haut"),
        ("[a]\n[b]\n[a]\n", "ce bloc est déjà ouvert plus haut"),
    ],
)
def test_what_is_there_twice_is_told(texte, conseil):
    with pytest.raises(TomlIllisibleError, match=conseil):
        read_toml(texte.encode())


def test_an_encoding_of_windows_is_told_with_what_to_do():
    with pytest.raises(TomlIllisibleError, match=r"la ligne 2 .* Bloc-notes"):
        read_toml("a = 1\nb = 'é'\n".encode("cp1252"))


def settings(projet, avant, apres):
    reglages = projet / "rapportpv.toml"
    texte = reglages.read_text("utf-8")
    assert avant in texte
    reglages.write_text(texte.replace(avant, apres), "utf-8")
    return [(plain(a.message), a.suggestion) for a in check_annee(projet, 2023).anomalies]


def test_each_misspelt_key_is_told_with_the_one_of_its_block(projet):
    dites = settings(projet, 'sigle = "CCVO"', 'sigel = "CCVO"\nsirenn = "200072460"')
    assert [plain(suggestion or "") for _, suggestion in dites] == [
        "Écrivez « sigle ».",
        "Écrivez « siren ».",
    ]
    assert [message.partition(",")[0] for message, _ in dites] == [
        "Ce réglage ne convient pas : ligne 4",
        "Ce réglage ne convient pas : ligne 5",
    ]


def test_the_line_of_the_second_block_of_a_list_is_its_own(projet):
    [(message, _)] = settings(projet, 'famille = "Region"', 'famille = "Commerce"')
    assert "ligne 26, famille inconnue" in message


def test_a_date_in_quotes_is_told_as_it_should_be(projet):
    annee = projet / "2023" / "annee.toml"
    annee.write_text('version = "projet"\narrete_le = "01/07/2024"\n', "utf-8")
    [anomalie] = check_annee(projet, 2023).anomalies
    assert plain(anomalie.message) == (
        "Ce réglage ne convient pas : ligne 2, une date est attendue, année-mois-jour et sans "
        "guillemets : arrete_le = 2024-07-01. Corrigez-le dans ce fichier."
    )


@pytest.mark.parametrize(
    ("ligne", "raison"),
    [
        ("x = " + "[" * 5000, "les uns dans les autres"),
        ("x = " + "[" * 5000 + "]" * 5000, "les uns dans les autres"),
        ("x = " + "{a=" * 3000, "les uns dans les autres"),
        ("a" + ".a" * 20_000 + " = 1", "les uns dans les autres"),
        ("a" + " . a" * 20_000 + " = 1", "les uns dans les autres"),
        ("x = " + "9" * 5000, "des milliers de chiffres"),
        ("# " + "a" * 300_000, "démesuré"),
    ],
    ids=["open brackets", "brackets", "braces", "dots", "dots apart", "digits", "size"],
)
def test_a_file_without_measure_is_refused_at_once(ligne, raison):
    with under(3), pytest.raises(TomlIllisibleError, match=raison):
        read_toml(f"a = 1\n{ligne}\n".encode())


def test_a_long_line_is_quoted_short():
    with pytest.raises(TomlIllisibleError) as refus:
        read_toml(f"a = {'b' * 33_000}".encode())
    assert len(str(refus.value)) < 600


def test_thousands_of_unknown_settings_are_not_all_told(projet):
    cles = "".join(f"k{n} = 1\n" for n in range(20_000))
    reglages = projet / "rapportpv.toml"
    reglages.write_text(cles + reglages.read_text("utf-8"), "utf-8")
    with under(3):
        anomalies = check_annee(projet, 2023).anomalies
    assert {a.rule.code for a in anomalies} == {"PV010"}
    assert 1 <= len(anomalies) <= 50


def test_no_fault_of_settings_is_told_in_english(projet):
    reglages = projet / "rapportpv.toml"
    avec = '[seuils]\nx = nan\n[severite]\nPV201 = "grave"\n[classeurs]\nfcs = 12\n'
    reglages.write_text(reglages.read_text("utf-8") + avec, "utf-8")
    for anomalie in check_annee(projet, 2023).anomalies:
        assert "nput should" not in anomalie.message
