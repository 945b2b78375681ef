"""`rapportpv refresh` as a person calls it: what is written, where, what is said, exit codes."""

import os
import shutil
from pathlib import Path

import pytest

from rapportpv.core.zip import read_zip, write_zip
from rapportpv.word.archive import is_untouched
from rapportpv.word.ooxml import ancestor, parse, serialise, tag_of, w
from tests.conftest import PROGRAMMATION
from tests.tables import write_classeur

NOM = "rapport-2023-projet"


def change(projet, montant="13000"):
    """One more thousand euros for an action."""
    texte = PROGRAMMATION.replace("12000", montant)
    write_classeur(projet / "2023" / "programmation.xlsx", Programmation=texte)


@pytest.fixture
def edite(projet, run, tmp_path):
    """A report that was built, and that somebody worked over."""
    assert run("build", "2023", "--sortie", "docs", ici=projet)[0] == 0
    chemin = projet / "docs" / f"{NOM}.docx"
    write_in(chemin, lambda racine: _say(racine, "La programmation 2023", "Nos actions en 2023"))
    return chemin


def write_in(chemin, geste):
    parts = read_zip(chemin.read_bytes())
    racine = parse(parts["word/document.xml"])
    geste(racine)
    chemin.write_bytes(write_zip({**parts, "word/document.xml": serialise(racine)}))


def _say(racine, avant, apres):
    (texte,) = [
        t for t in racine.iter(w("t")) if t.text == avant and ancestor(t, w("hyperlink")) is None
    ]
    texte.text = apres


def words(chemin):
    racine = parse(read_zip(chemin.read_bytes())["word/document.xml"])
    return "\n".join("".join(t.text or "" for t in p.iter(w("t"))) for p in racine.iter(w("p")))


def test_a_new_file_beside_with_the_new_figures_and_the_old_words(projet, edite, run):
    avant = edite.read_bytes()
    change(projet)
    code, dit, _ = run("refresh", str(edite), "2023", ici=projet)
    assert code == 0
    assert "programmation.total : 24 000 € → 25 000 €" in dit
    assert f"Document écrit : docs/{NOM}-rafraichi.docx" in dit.replace(os.sep, "/")
    assert edite.read_bytes() == avant
    fait = words(edite.with_stem(f"{NOM}-rafraichi"))
    assert "Nos actions en 2023" in fait
    assert "25\u202f000\u00a0€" in fait


def test_nothing_to_change_writes_nothing(projet, edite, run):
    code, dit, _ = run("refresh", str(edite), "2023", ici=projet)
    assert (code, dit) == (0, "Rien à changer : le document n'a pas été touché.\n")
    assert [f.name for f in edite.parent.iterdir()] == [edite.name]


def test_a_trial_tells_and_writes_nothing(projet, edite, run):
    change(projet)
    code, dit, _ = run("refresh", str(edite), "2023", "--dry-run", ici=projet)
    assert code == 0
    assert "24 000 € → 25 000 €" in dit
    assert "Nos actions en 2023 ›" in dit
    assert "Essai : rien n'a été écrit." in dit
    assert [f.name for f in edite.parent.iterdir()] == [edite.name]


def test_in_place_keeps_a_dated_copy_that_nothing_ever_replaces(projet, edite, run):
    premier = edite.read_bytes()
    os.utime(edite, (1_700_000_000, 1_700_000_000))  # 14 November 2023
    change(projet)
    code, dit, _ = run("refresh", str(edite), "2023", "--sur-place", ici=projet)
    assert (code, f"{NOM}-avant-2023-11-14.docx" in dit) == (0, True)
    copie = edite.with_stem(f"{NOM}-avant-2023-11-14")
    assert copie.read_bytes() == premier
    second = edite.read_bytes()
    os.utime(edite, (1_700_000_000, 1_700_000_000))
    change(projet, "14000")
    run("refresh", str(edite), "2023", "--sur-place", ici=projet)
    assert copie.read_bytes() == premier
    assert edite.with_stem(f"{NOM}-avant-2023-11-14-2").read_bytes() == second
    assert "26\u202f000\u00a0€" in words(edite)


def test_another_folder_may_be_asked_for(projet, edite, run):
    change(projet)
    run("refresh", str(edite), "2023", "--sortie", "ailleurs", ici=projet)
    assert (projet / "ailleurs" / f"{NOM}-rafraichi.docx").is_file()


def test_the_same_command_twice_leaves_one_file(projet, edite, run):
    change(projet)
    for _ in range(2):
        run("refresh", str(edite), "2023", ici=projet)
    assert len(list(edite.parent.iterdir())) == 2
    change(projet, "14000")
    run("refresh", str(edite), "2023", ici=projet)
    assert edite.with_stem(f"{NOM}-rafraichi-2").is_file()


def test_tracked_changes_have_a_name_of_their_own(projet, edite, run):
    change(projet)
    code, dit, _ = run("refresh", str(edite), "2023", "--suivi", ici=projet)
    assert (code, f"{NOM}-suivi.docx" in dit) == (0, True)
    racine = parse(read_zip(edite.with_stem(f"{NOM}-suivi").read_bytes())["word/document.xml"])
    assert {m.get(w("date")) for m in racine.iter(w("ins"))} == {"2024-07-01T00:00:00Z"}


def test_build_still_knows_a_refreshed_document_as_edited(projet, edite, run):
    change(projet)
    run("refresh", str(edite), "2023", "--sur-place", ici=projet)
    assert not is_untouched(edite.read_bytes())
    assert run("build", "2023", "--sortie", "docs", ici=projet)[0] == 2


def test_a_figure_written_over_makes_the_exit_code_1(projet, edite, run):
    def type_over(racine):
        controle = next(s for s in racine.iter(w("sdt")) if tag_of(s) == "programmation.total")
        next(controle.iter(w("t"))).text = "24 k€"

    write_in(edite, type_over)
    change(projet)
    code, dit, _ = run("refresh", str(edite), "2023", ici=projet)
    assert code == 1
    assert "Modifiés à la main" in dit
    assert "programmation.total : 24 k€ → 25 000 €" in dit
    voulu = ("refresh", str(edite), "2023", "--ecraser", "programmation.total")
    assert run(*voulu, ici=projet)[0] == 0


def test_values_may_be_kept_silent(projet, edite, run):
    change(projet)
    dit = run("refresh", str(edite), "2023", "--sans-valeurs", "--dry-run", ici=projet)[1]
    assert "programmation.total" in dit
    assert "000" not in dit


def test_errors_in_the_workbooks_stop_it_unless_forced(projet, edite, run):
    change(projet, "douze")
    avant = sorted(edite.parent.iterdir())
    code, _, aparte = run("refresh", str(edite), "2023", ici=projet)
    assert code == 1
    assert "Aucun document n'a été écrit." in aparte
    assert sorted(edite.parent.iterdir()) == avant
    code, dit, aparte = run("refresh", str(edite), "2023", "--force", ici=projet)
    assert (code, "24 000 € → 12 000 €" in dit) == (0, True)
    assert "ne le diffusez pas" in aparte


def test_another_version_is_told_since_words_depend_on_it(projet, edite, run):
    annee = projet / "2023" / "annee.toml"
    texte = annee.read_text("utf-8").replace('"projet"', '"definitif"')
    annee.write_text(texte + "\n[definitif]\ndeliberation_le = 2024-10-01\n", "utf-8")
    dit = run("refresh", str(edite), "2023", "--dry-run", "--force", ici=projet)[1]
    assert "en version « projet »" in dit


def test_whoever_comes_first_is_who_is_named_first(projet, edite, run):
    """A sentence about the first pilier follows the ranks, with both its words and its share."""
    change(projet, "200")
    code, _, _ = run("refresh", str(edite), "2023", ici=projet)
    assert code == 0
    run("build", "2023", "--sortie", "neuf", ici=projet)
    fait = words(edite.with_stem(f"{NOM}-rafraichi"))
    neuf = words(projet / "neuf" / f"{NOM}.docx")
    phrases = [ligne for ligne in neuf.splitlines() if "mobilise" in ligne or "reçoit" in ligne]
    assert phrases
    assert all("Emploi" in phrase for phrase in phrases)
    assert all(phrase in fait.splitlines() for phrase in phrases)


def _locked(chemin):
    chemin.with_name(f"~${chemin.name[2:]}").touch()


def _truncated(chemin):
    chemin.write_bytes(chemin.read_bytes()[:3000])


def _encrypted(chemin):
    chemin.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))


def _with_macros(chemin):
    parts = read_zip(chemin.read_bytes())
    chemin.write_bytes(write_zip({**parts, "word/vbaProject.bin": b"x"}))


def _bare(chemin):
    """No control, no bookmark: the words alone."""

    def unwrap(racine):
        for element in list(racine.iter(w("sdt"), w("bookmarkStart"), w("bookmarkEnd"))):
            for enfant in list(element.find(w("sdtContent")) if element.tag == w("sdt") else ()):
                element.addprevious(enfant)
            element.getparent().remove(element)

    write_in(chemin, unwrap)
    parts = read_zip(chemin.read_bytes())
    for nom in [n for n in parts if n.startswith(("word/header", "word/footer"))]:
        racine = parse(parts[nom])
        for element in list(racine.iter(w("sdt"), w("bookmarkStart"), w("bookmarkEnd"))):
            element.getparent().remove(element)
        parts[nom] = serialise(racine)
    chemin.write_bytes(write_zip(parts))


@pytest.mark.parametrize(
    ("geste", "phrase"),
    [
        (_locked, "est ouvert dans Word ou LibreOffice"),
        (_truncated, "il est abîmé"),
        (_encrypted, "protégé par un mot de passe"),
        (_with_macros, "contient des macros"),
        (_bare, "n'a plus aucun chiffre ni tableau"),
        (Path.unlink, "il n'existe pas"),
    ],
)
def test_bad_input_is_told_in_a_sentence_and_nothing_is_written(geste, phrase, projet, edite, run):
    change(projet)
    geste(edite)
    avant = {f: f.read_bytes() for f in edite.parent.iterdir()}
    for options in ((), ("--sur-place",), ("--suivi",)):
        code, dit, aparte = run("refresh", str(edite), "2023", *options, ici=projet)
        assert (code, dit) == (2, "")
        assert phrase in aparte
        assert aparte.count("\n") == 1
    assert {f: f.read_bytes() for f in edite.parent.iterdir()} == avant


def test_another_years_document_is_refused(projet, edite, run):
    shutil.copytree(projet / "2023", projet / "2024")
    (projet / "2024" / "annee.toml").write_text('version = "projet"\narrete_le = 2025-07-01\n')
    code, _, aparte = run("refresh", str(edite), "2024", ici=projet)
    assert (code, "il est de l'année 2023" in aparte) == (2, True)


def test_a_document_of_another_epci_is_refused(projet, edite, run):
    reglages = projet / "rapportpv.toml"
    texte = reglages.read_text("utf-8").replace("du Val d'Orge", "de Sambre").replace("CCVO", "CCS")
    reglages.write_text(texte, "utf-8")
    code, _, aparte = run("refresh", str(edite), "2023", ici=projet)
    assert (code, "Val d'Orge" in aparte) == (2, True)


def test_a_folder_that_cannot_be_written_is_told(projet, edite, run):
    change(projet)
    (projet / "fichier").touch()
    code, _, aparte = run("refresh", str(edite), "2023", "--sortie", "fichier", ici=projet)
    assert (code, "ne peut pas être écrit" in aparte) == (2, True)


@pytest.mark.parametrize("option", ["--ecraser", "--ajouter"])
def test_a_name_that_the_document_has_not_is_refused_with_the_nearest(option, projet, edite, run):
    code, _, aparte = run("refresh", str(edite), "2023", option, "par_pillier", ici=projet)
    assert (code, "« par_pilier »" in aparte) == (2, True)


def test_a_letter_is_not_refreshed(exemple, run):
    run("build", "2022", "courriers", "--sortie", "lettres", "--au", "2023-09-20", ici=exemple)
    code, _, aparte = run("refresh", "lettres/courriers-2022.docx", "2022", ici=exemple)
    assert (code, "c'est une lettre" in aparte) == (2, True)
