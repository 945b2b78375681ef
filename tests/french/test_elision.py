"""Names with the preposition before them."""

import pytest

from rapportpv.french.elision import a, de, le


@pytest.mark.parametrize(
    ("nom", "avec_de", "avec_a"),
    [
        ("Béthune", "de Béthune", "à Béthune"),
        ("Auchel", "d’Auchel", "à Auchel"),
        ("Étaples", "d’Étaples", "à Étaples"),
        ("Œuf-en-Ternois", "d’Œuf-en-Ternois", "à Œuf-en-Ternois"),
        ("Le Touquet", "du Touquet", "au Touquet"),
        ("Les Mureaux", "des Mureaux", "aux Mureaux"),
        ("La Rochelle", "de La Rochelle", "à La Rochelle"),
        ("L'Isle-Adam", "de L’Isle-Adam", "à L’Isle-Adam"),
        ("Lens", "de Lens", "à Lens"),
        ("Lestrem", "de Lestrem", "à Lestrem"),
        ("Hénin-Beaumont", "d’Hénin-Beaumont", "à Hénin-Beaumont"),
        ("Hautmont", "de Hautmont", "à Hautmont"),
        ("Yvetot", "d’Yvetot", "à Yvetot"),
        ("Yutz", "de Yutz", "à Yutz"),
        ("la commune d’Auchel", "de la commune d’Auchel", "à la commune d’Auchel"),
        ("le conseil citoyen", "du conseil citoyen", "au conseil citoyen"),
        ("l'association", "de l’association", "à l’association"),
    ],
)
def test_a_name_after_de_and_after_a(nom, avec_de, avec_a):
    assert (de(nom), a(nom)) == (avec_de, avec_a)


@pytest.mark.parametrize(
    ("nom", "feminin", "attendu"),
    [
        ("commune", True, "la commune"),
        ("conseil citoyen", False, "le conseil citoyen"),
        ("instance", True, "l’instance"),
        ("hameau", False, "le hameau"),
    ],
)
def test_an_article_agrees_and_is_elided(nom, feminin, attendu):
    assert le(nom, feminin=feminin) == attendu
