"""Footnotes: the part that holds them, made if the template has none."""

from collections.abc import Callable, Iterable

from rapportpv.word.ooxml import RELATIONS, Element, make, make_all, parse, serialise, w
from rapportpv.word.paquet import Paquet
from rapportpv.word.paragraphes import make_paragraphe, make_run
from rapportpv.word.proprietes import insert_reglage
from rapportpv.word.styles import Styles

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_TRAITS = ("separator", "continuationSeparator")
_TRAIT = (
    '<w:footnote w:type="{0}" w:id="{1}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:{0}/></w:r></w:p></w:footnote>'
)


class Notes:
    """The footnotes that texts add to a document, written into it at the end."""

    def __init__(self, paquet: Paquet, styles: Styles) -> None:
        self._paquet = paquet
        self._styles = styles
        parts = paquet.related(paquet.document, "footnotes")[:1]
        self._existe = bool(parts) and parts[0] in paquet.parts
        self.part = parts[0] if self._existe else paquet.beside("footnotes.xml")
        self._notes: list[Element] = []
        self._premiere = self._first_free() if self._existe else len(_TRAITS)

    def add(self, write: Callable[[str], Iterable[Element]]) -> Element:
        """The run that calls a new note; `write` gives what it says, for the part it is in."""
        texte, appel = self._styles.need_notes()
        numero = str(self._premiere + len(self._notes))
        note = make("footnote", id=numero)
        self._notes.append(note)
        signe = make_run([make("footnoteRef")], _style(appel))
        (espace,) = make_all('<w:r><w:t xml:space="preserve"> </w:t></w:r>')
        note.append(make_paragraphe(texte or None, [signe, espace, *write(self.part)]))
        return make_run([make("footnoteReference", id=numero)], _style(appel))

    def close(self, racines: dict[str, Element]) -> Element | None:
        """The root of the part, its new notes in it; None when there is none."""
        if not self._notes:
            return None
        if self.part not in racines:
            racines[self.part] = self._create()
        racines[self.part].extend(self._notes)
        return racines[self.part]

    def _first_free(self) -> int:
        racine = parse(self._paquet.parts[self.part])
        ids = (note.get(w("id"), "") for note in racine.iter(w("footnote")))
        return max([0, *(int(i) for i in ids if i.isdigit())]) + 1

    def _create(self) -> Element:
        paquet = self._paquet
        paquet.types[self.part] = _TYPE
        paquet.relate(paquet.document, f"{RELATIONS}/footnotes", self.part)
        for reglages in paquet.related(paquet.document, "settings"):
            racine = parse(paquet.parts[reglages])
            if racine.find(w("footnotePr")) is None:
                appels = (make("footnote", id=str(n)) for n in range(len(_TRAITS)))
                insert_reglage(racine, make("footnotePr", *appels))
                paquet.parts[reglages] = serialise(racine)
        traits = "".join(_TRAIT.format(nom, n) for n, nom in enumerate(_TRAITS))
        return make("footnotes", *make_all(traits))


def _style(identifiant: str) -> str:
    if identifiant:
        return f'<w:rStyle w:val="{identifiant}"/>'
    return '<w:vertAlign w:val="superscript"/>'
