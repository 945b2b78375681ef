import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from rapportpv.word.archive import freeze, is_untouched, read_zip, stamp, write_zip
from tests.word.fabrique import make_docx, p

PARTS = read_zip(make_docx(p("Bonjour")))


def test_same_parts_give_same_bytes_whatever_their_order():
    a_l_envers = dict(reversed(PARTS.items()))
    assert write_zip(PARTS) == write_zip(a_l_envers)


def test_content_types_come_first():
    with zipfile.ZipFile(io.BytesIO(write_zip(PARTS))) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_an_archive_is_stored_and_does_not_tell_its_system():
    with zipfile.ZipFile(io.BytesIO(write_zip({"a": b"0" * 9999}))) as archive:
        (info,) = archive.infolist()
    assert (info.create_system, info.date_time) == (0, (1980, 1, 1, 0, 0, 0))
    assert info.compress_type == zipfile.ZIP_STORED  # no zlib, of which there are several


def test_a_document_is_packed_but_for_pictures():
    parts = {"a.xml": b"0" * 9999, "b.PNG": b"0" * 9999}
    serree = write_zip(parts, serree=True)
    with zipfile.ZipFile(io.BytesIO(serree)) as archive:
        sortes = {info.filename: info.compress_type for info in archive.infolist()}
    assert sortes == {"a.xml": zipfile.ZIP_DEFLATED, "b.PNG": zipfile.ZIP_STORED}
    assert read_zip(serree) == parts
    assert write_zip(parts, serree=True) == serree


def test_freeze_forgets_the_dates():
    def dated(annee):
        tampon = io.BytesIO()
        with zipfile.ZipFile(tampon, "w") as archive:
            archive.writestr(zipfile.ZipInfo("a", (annee, 1, 1, 0, 0, 0)), "contenu")
        return tampon.getvalue()

    assert dated(2022) != dated(2023)
    assert freeze(dated(2022)) == freeze(dated(2023))


@given(st.dictionaries(st.sampled_from(["word/a.xml", "word/b.bin"]), st.binary(max_size=50)))
def test_a_stamped_document_is_untouched(ajouts):
    assert is_untouched(write_zip(stamp(PARTS | ajouts)))


def test_a_stamp_does_not_depend_on_the_archive():
    rezippe = io.BytesIO()
    with zipfile.ZipFile(rezippe, "w") as archive:
        for nom, contenu in stamp(PARTS).items():
            archive.writestr(nom, contenu)
    assert is_untouched(rezippe.getvalue())


def test_stamping_twice_is_stamping_once():
    assert stamp(stamp(PARTS)) == stamp(PARTS)


def test_the_stamp_is_declared_for_word():
    parts = stamp(PARTS)
    assert parts["_rels/.rels"].count(b"/custom-properties") == 1
    assert parts["[Content_Types].xml"].count(b"/docProps/custom.xml") == 1


def test_any_edit_shows():
    parts = stamp(PARTS)
    corps = parts["word/document.xml"]
    assert not is_untouched(write_zip(parts | {"word/document.xml": corps.replace(b"Bon", b"Mal")}))
    assert not is_untouched(write_zip(parts | {"word/ajout.xml": b"<a/>"}))
    assert not is_untouched(write_zip({n: c for n, c in parts.items() if n != "word/styles.xml"}))


def test_other_properties_are_kept_and_watched():
    espace = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    perso = (
        f'<Properties xmlns="{espace}" xmlns:vt="{types}"><property fmtid="{{F}}" pid="2"'
        ' name="Service"><vt:lpwstr>Habitat</vt:lpwstr></property></Properties>'
    ).encode()
    parts = stamp(PARTS | {"docProps/custom.xml": perso})
    assert b"Habitat" in parts["docProps/custom.xml"]
    assert is_untouched(write_zip(parts))
    change = parts["docProps/custom.xml"].replace(b"Habitat", b"Culture")
    assert not is_untouched(write_zip(parts | {"docProps/custom.xml": change}))


def test_what_is_not_ours_is_not_untouched():
    assert not is_untouched(b"")
    assert not is_untouched(b"PK un zip")
    assert not is_untouched(write_zip(PARTS))
    assert not is_untouched(write_zip({"a": b"b"}))
    assert not is_untouched(
        write_zip({"docProps/custom.xml": b"<a><b name='rapportpv.empreinte'/></a>"})
    )
