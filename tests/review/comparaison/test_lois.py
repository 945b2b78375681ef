"""Laws of a comparison, over edits at random: all of them are told, and nothing else."""

import io
import random
from collections import Counter
from datetime import date

import docx
import pytest

from rapportpv.core.comparaison import Sorte, Trait
from rapportpv.review.comparaison.comparer import compare
from rapportpv.review.comparaison.suivi import track
from rapportpv.review.ouvrir import open_docx
from rapportpv.word.invariants import find_faults
from tests.conftest import PROGRAMMATION
from tests.flatten import plain
from tests.review.comparaison.gestes import Gestes
from tests.review.comparaison.suivies import accepted, read_body, refused
from tests.review.conftest import build

JOUR = date(2023, 6, 27)


@pytest.fixture
def ouvrir(tmp_path):
    def ouvrir(contenu, nom):
        chemin = tmp_path / f"{nom}.docx"
        chemin.write_bytes(contenu)
        return open_docx(chemin)

    return ouvrir


def clean(contenu):
    """The marks of the edits taken off: they are no attributes of Word."""
    document = docx.Document(io.BytesIO(contenu))
    for element in document.element.body.iter():
        element.attrib.pop("touche", None)
    tampon = io.BytesIO()
    document.save(tampon)
    return tampon.getvalue()


def told(comparaison):
    """What a comparison says, as the edits say it."""
    for chiffre in comparaison.chiffres:
        for _ in chiffre.places:
            yield chiffre.nom, "chiffre", chiffre.avant, chiffre.apres
    for c in comparaison.changements:
        yield c.sorte, c.objet, c.avant, c.apres


@pytest.fixture(params=["rapport", "deliberation"])
def fait(request, documents):
    """A document of the sample."""
    return documents[request.param][0]


@pytest.mark.parametrize("graine", range(8))
def test_all_that_was_edited_is_told_and_nothing_else(documents, ouvrir, graine):
    fait = documents["rapport"][0]
    gestes = Gestes(fait, random.Random(graine))
    edite = clean(gestes.run(14))
    assert len(gestes.attendus) > 6
    comparee = compare(ouvrir(fait, "avant"), ouvrir(edite, "apres"))
    assert Counter(told(comparee.comparaison)) == Counter(gestes.attendus)
    assert comparee.comparaison.mises_en_forme == 0
    for changement in comparee.comparaison.changements:
        if changement.fragments:
            mis = [f.texte for f in changement.fragments if f.trait is Trait.MIS]
            assert len(mis) == 1, "one word was changed"
            assert changement.sorte is Sorte.MODIFIE


@pytest.mark.parametrize("graine", range(100, 106))
def test_tracked_changes_accepted_and_refused(documents, ouvrir, graine):
    fait = documents["rapport"][0]
    edite = clean(Gestes(fait, random.Random(graine)).run(25))
    for avant, apres in ((fait, edite), (edite, fait)):
        comparee = compare(ouvrir(avant, "avant"), ouvrir(apres, "apres"))
        suivi = track(comparee.appariement, JOUR)
        assert accepted(suivi) == accepted(apres)
        assert refused(suivi) == accepted(avant)
        assert set(find_faults(suivi)) <= set(find_faults(apres))


def test_the_data_of_another_day(documents, ouvrir):
    """What `build` writes once ten cells changed: named figures, rows, charts."""
    avant, apres = documents["rapport"]
    comparee = compare(ouvrir(avant, "avant"), ouvrir(apres, "apres"))
    noms = {chiffre.nom for chiffre in comparee.comparaison.chiffres}
    assert {"programmation.total", "credits_specifiques.total"} <= noms
    suivi = track(comparee.appariement, JOUR)
    assert accepted(suivi) == accepted(apres)
    assert refused(suivi) == accepted(avant)


def test_another_epci(projet, ecrire, tmp_path, ouvrir):
    """A small report, of other piliers and funders: its figures have names too."""
    avant = build(projet, "rapport", tmp_path / "avant", 2023).read_bytes()
    ecrire("programmation", Programmation=PROGRAMMATION.replace("8000", "8500"))
    apres = build(projet, "rapport", tmp_path / "apres", 2023).read_bytes()
    gestes = Gestes(apres, random.Random(11))
    edite = clean(gestes.run(6))
    comparee = compare(ouvrir(avant, "avant"), ouvrir(apres, "apres"))
    dits = {(c.nom, plain(c.avant), plain(c.apres)) for c in comparee.comparaison.chiffres}
    assert ("programmation.total", "24 000 €", "24 500 €") in dits
    assert not any(
        "cohesion" in c.nom and c.nom.endswith("montant") for c in comparee.comparaison.chiffres
    )
    assert Counter(told(compare(ouvrir(apres, "a"), ouvrir(edite, "b")).comparaison)) == Counter(
        gestes.attendus
    )
    suivi = track(compare(ouvrir(avant, "a"), ouvrir(edite, "b")).appariement, JOUR)
    assert accepted(suivi) == accepted(edite)
    assert refused(suivi) == accepted(avant)


def test_a_document_and_itself(fait, ouvrir):
    comparee = compare(ouvrir(fait, "avant"), ouvrir(fait, "apres"))
    assert comparee.comparaison.is_vide
    suivi = track(comparee.appariement, JOUR)
    assert b'rapportpv" w:date' not in read_body(suivi)
    assert accepted(suivi) == refused(suivi) == accepted(fait)


def test_the_same_documents_give_the_same_bytes(documents, ouvrir):
    avant, apres = documents["deliberation"]
    suivis = [
        track(compare(ouvrir(avant, "a"), ouvrir(apres, "b")).appariement, JOUR) for _ in range(2)
    ]
    assert suivis[0] == suivis[1]


def test_two_documents_that_have_nothing_in_common(documents, ouvrir):
    rapport, deliberation = (documents[nom][0] for nom in ("rapport", "deliberation"))
    for avant, apres in ((rapport, deliberation), (deliberation, rapport)):
        comparee = compare(ouvrir(avant, "a"), ouvrir(apres, "b"))
        suivi = track(comparee.appariement, JOUR)
        assert accepted(suivi) == accepted(apres)
        assert body(refused(suivi)) == body(accepted(avant))


def body(lignes):
    """The lines before headers and footers, which a document may lack."""
    return lignes[: lignes.index("[header]")] if "[header]" in lignes else lignes
