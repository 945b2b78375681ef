"""Letters and reminders: who is written to, what each says, and all of them or none."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from rapportpv.commands.build import Commande
from rapportpv.commands.courriers import build_courriers
from rapportpv.commands.remplacement import Etat
from rapportpv.core.errors import ConsultationAbsenteError, DocumentModifieError
from rapportpv.word.invariants import find_faults
from tests.flatten import plain, read_text

DATES = "[consultation]\ntransmission_le = 2023-07-03\navis_au_plus_tard_le = 2023-10-03\n"
INSTANCES = """
| Instance                | Type            | Destinataire                   | Envoyé le  | Reçu le    | Sens      |
| ----------------------- | --------------- | ------------------------------ | ---------- | ---------- | --------- |
| Orge                    | commune         | Monsieur le Maire              | 03/07/2023 | 12/09/2023 | favorable |
| Le Val                  | commune         |                                | 03/07/2023 |            |           |
| Conseil citoyen du Parc | conseil citoyen | Madame Claire PETIT, présidente | 10/07/2023 |            |           |
"""


@pytest.fixture
def commander(projet, ecrire, tmp_path):
    """The letters of a consultation."""
    annee = f'version = "projet"\narrete_le = 2023-06-27\n{DATES}signataire = "La Présidente"\n'
    (projet / "2023" / "annee.toml").write_text(annee, "utf-8")
    ecrire("consultation", Consultation=INSTANCES)

    def commander(document: str = "courriers", au: str | None = None, **options: bool):
        commande = Commande(projet, 2023, document, tmp_path / "sortie", **options)
        return build_courriers(commande, date.fromisoformat(au) if au else None)

    return commander


def names(envoi) -> list[str]:
    return [lettre.chemin.name for lettre in envoi.lettres]


def read(envoi, nom: str) -> str:
    return plain(read_text(next(li.chemin for li in envoi.lettres if li.chemin.name == nom)))


def test_each_body_has_its_letter_and_all_are_in_one(commander):
    envoi = commander()
    assert names(envoi) == [
        "courriers-2023.docx",
        "commune-d-orge.docx",
        "commune-du-val.docx",
        "conseil-citoyen-du-parc.docx",
    ]
    assert [find_faults(lettre.chemin.read_bytes()) for lettre in envoi.lettres] == [[]] * 4
    tous = read(envoi, "courriers-2023.docx")
    places = [
        tous.index(nom) for nom in ("Commune d'Orge", "Commune du Val", "Conseil citoyen du Parc")
    ]
    assert places == sorted(places)
    for nom in names(envoi)[1:]:
        corps = [li for li in read(envoi, nom).splitlines() if li not in ("CCVO", "CCVO1")]
        assert set(corps) <= set(tous.splitlines())


def test_a_letter_says_where_it_comes_from_and_where_to_answer(commander, projet):
    with (projet / "rapportpv.toml").open("a", encoding="utf-8") as reglages:
        reglages.write(
            '[courrier]\nadresse = "1 place d\'Orge"\ncontact = "01 02 03 04 05"\nlieu = "Orge"\n'
            'suivi_par = "Jean MOREL"\nreference = "PV/7"\nreponse = "pv@orge.example"\n'
        )
    for document in ("courriers", "relances"):
        lettre = read(commander(document, au="2023-09-01"), "commune-du-val.docx")
        for attendu in (
            "1 place d'Orge · 01 02 03 04 05\n",
            "Affaire suivie par : Jean MOREL\n",
            "Réf. : PV/7\n",
            "\nOrge, le ",
            "Réponse de la commune du Val, à renvoyer à pv@orge.example\n",
            "Avis | Observations | Date et signature\n☐ favorable ",
        ):
            assert attendu in lettre


def test_a_letter_greets_and_names_in_good_french(commander, golden):
    envoi = commander()
    golden("courrier-conseil-citoyen.txt", read(envoi, "conseil-citoyen-du-parc.docx") + "\n")
    maire = read(envoi, "commune-d-orge.docx")
    assert "soumis pour avis à la commune d'Orge" in maire
    assert "Monsieur le Maire,\n" in maire
    val = read(envoi, "commune-du-val.docx")
    assert "Madame ou Monsieur le Maire\nCommune du Val\n" in val
    assert "l'avis de la commune du Val sera réputé favorable" in val
    assert "Madame, Monsieur,\n" in val


def test_only_those_who_are_awaited_are_reminded(commander):
    envoi = commander("relances", "2023-09-20")
    assert names(envoi)[1:] == ["commune-du-val.docx", "conseil-citoyen-du-parc.docx"]
    relance = read(envoi, "conseil-citoyen-du-parc.docx")
    assert "Le 20 septembre 2023" in relance
    assert "Par un courrier du 10 juillet 2023" in relance
    assert (
        "L'avis du conseil citoyen du Parc peut être rendu jusqu'au 3 octobre 2023 inclus"
        in relance
    )


@pytest.mark.parametrize(
    ("au", "nombre"), [("2023-09-11", 3), ("2023-10-03", 2), ("2023-10-04", 0)]
)
def test_nobody_is_reminded_once_the_deadline_has_passed(commander, au, nombre):
    envoi = commander("relances", au)
    assert (len(envoi.lettres[1:]), envoi.bloque) == (nombre, False)


@pytest.mark.parametrize(
    ("au", "rappeles"),
    [
        ("2023-07-03", []),
        ("2023-07-04", ["commune-d-orge.docx", "commune-du-val.docx"]),
        ("2023-07-10", ["commune-d-orge.docx", "commune-du-val.docx"]),  # the Parc is sent it then
    ],
)
def test_nobody_is_reminded_on_the_day_of_sending(commander, au, rappeles):
    assert names(commander("relances", au))[1:] == rappeles


def test_letters_of_another_batch_are_told(commander):
    commander("relances", "2023-09-11")
    envoi = commander("relances", "2023-09-20")
    assert [chemin.name for chemin in envoi.autres] == ["commune-d-orge.docx"]
    assert len(commander("relances", "2023-10-04").autres) == 4


def test_a_second_batch_finds_everything_unchanged(commander):
    assert {lettre.etat for lettre in commander().lettres} == {Etat.ECRIT}
    assert {lettre.etat for lettre in commander().lettres} == {Etat.INCHANGE}


def test_one_letter_that_somebody_edited_keeps_all_from_being_written(commander, ecrire):
    chemin = commander().lettres[-1].chemin
    document = Document(str(chemin))
    document.add_paragraph("Un mot de plus.")
    document.save(str(chemin))
    ecrire("consultation", Consultation=INSTANCES.replace("Monsieur le Maire", "Madame la Maire"))
    avant = {f: f.read_bytes() for f in chemin.parents[1].rglob("*.docx")}
    with pytest.raises(DocumentModifieError):
        commander()
    assert {f: f.read_bytes() for f in chemin.parents[1].rglob("*.docx")} == avant
    envoi = commander(ecraser=True)
    assert envoi.lettres[-1].etat is Etat.REMPLACE
    assert [lettre.gardee for lettre in envoi.lettres[:-1]] == [None] * (len(envoi.lettres) - 1)
    assert envoi.lettres[-1].gardee.read_bytes() == avant[chemin]
    assert commander().autres == (), "a copy that was kept is no letter of another batch"


def test_an_error_keeps_the_letters_from_being_written(commander, ecrire, tmp_path):
    ecrire("consultation", Consultation=INSTANCES.replace("favorable", "favorabel"))
    envoi = commander()
    assert (envoi.bloque, envoi.lettres) == (True, ())
    assert not (tmp_path / "sortie").exists()
    assert commander(malgre_erreurs=True).lettres


def test_without_a_consultation_there_is_no_letter(projet, commander):
    (projet / "2023" / "consultation.xlsx").unlink()
    with pytest.raises(ConsultationAbsenteError):
        commander()


def own_modele(projet: Path, *paragraphes: str, entete: str = "") -> None:
    """A template of the project's own."""
    document = Document()
    for paragraphe in paragraphes:
        document.add_paragraph(paragraphe)
    document.sections[0].header.paragraphs[0].text = entete
    (projet / "modeles").mkdir()
    document.save(str(projet / "modeles" / "courrier.docx"))


def test_the_template_of_the_project_prevails_and_its_headers_too(projet, commander):
    own_modele(projet, "Avis {{ courrier.de_l_instance }}", entete="Pour {{ courrier.nom }}")
    envoi = commander()
    assert "Avis de la commune d'Orge" in read(envoi, "commune-d-orge.docx")
    tous = read(envoi, "courriers-2023.docx")
    for nom in ("Commune d'Orge", "Commune du Val", "Conseil citoyen du Parc"):
        assert f"Pour {nom}" in tous
    assert find_faults(envoi.lettres[0].chemin.read_bytes()) == []


def test_a_fault_of_the_template_is_told_once_and_nothing_is_written(projet, commander, tmp_path):
    own_modele(projet, "Avis {{ courrier.instence }}")
    envoi = commander()
    assert [a.rule.code for a in envoi.controle.anomalies] == ["PV901"]
    assert "courrier.instance" in (envoi.controle.anomalies[0].suggestion or "")
    assert not (tmp_path / "sortie").exists()


def test_each_letter_is_a_section_whose_pages_start_at_one(commander):
    document = Document(str(commander().lettres[0].chemin))
    assert len(document.sections) == 3
    for section in document.sections:
        [numero] = section._sectPr.xpath("./w:pgNumType")
        assert numero.attrib.values() == ["1"]
        assert section.start_type == 2  # a new page
