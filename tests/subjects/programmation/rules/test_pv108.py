"""SIRETs as sheets hold them; the cases of the number itself are in model/test_identifiants."""

from tests.year.aides import anomalies, told

ENTETES = [
    "Intitulé de l'action",
    "Opérateur",
    "Type d'opérateur",
    "SIRET",
    "Pilier",
    "Statut",
    "ANCT",
]


def write(ecrire, *sirets):
    lignes = [
        [f"Action {n}", f"Porteur {chr(65 + n)}", genre, siret, "Emploi", "soutenue", 100]
        for n, (siret, genre) in enumerate(sirets)
    ]
    ecrire("programmation", Programmation=[ENTETES, *lignes])


def test_numbers_and_texts_are_read_alike(projet, ecrire):
    asso = "association"
    write(
        ecrire,
        *((73282932000074, asso), (73282932000074.0, asso), ("732 829 320 00074", asso)),
        *((7712345300019, asso), ("73282932000074.0", asso), ("7.3282932000074E+13", asso)),
    )
    assert told(projet, "PV108") == [
        ("Programmation D5", "7712345300019", "07712345300019"),
        ("Programmation D6", "73282932000074.0", "73282932000074"),
        ("Programmation D7", "7.3282932000074E+13", "73282932000074"),
    ]


def test_length_and_key_are_told_apart(projet, ecrire):
    write(ecrire, ("73282932000075", ""), ("7328293200007", ""), ("732829320", ""))
    messages = [a.message for a in anomalies(projet, "PV108")]
    assert ["clé" in m for m in messages] == [True, False, False]
    assert ["13 chiffres" in m for m in messages] == [False, True, False]
    assert ["SIREN" in m for m in messages] == [False, False, True]


def test_empty_cells_and_dashes_are_no_siret(projet, ecrire):
    write(ecrire, (None, ""), ("-", ""), ("–", ""), ("/", ""), (" ", ""))
    assert told(projet, "PV108") == []


def test_an_rna_number_will_do_for_an_association_only(projet, ecrire):
    write(
        ecrire,
        *(("W621001234", "association"), ("W621001235", ""), ("W621001236", "autre")),
        *(("W621001237", "commune"), ("W621001237", "entreprise"), ("W62", "association")),
    )
    assert told(projet, "PV108") == [("Programmation D5, D6", "W621001237", None)]
    assert "RNA" in anomalies(projet, "PV108")[0].message


def test_one_siret_on_many_rows_is_one_anomaly(projet, ecrire):
    write(ecrire, ("73282932000075", ""), ("73282932000074", ""), ("73282932000075", "commune"))
    assert told(projet, "PV108") == [("Programmation D2, D4", "73282932000075", None)]
