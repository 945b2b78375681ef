"""What a template names and that means nothing: told when it is used, and the rendering goes on."""

import sys
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, NoReturn

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from msgspec import Struct

from rapportpv.word.vues import Groupe
from rapportpv.word.vues_textes import Collection


class NomInconnu(Struct, frozen=True, eq=False):
    """A name that a template uses and that means nothing: its path, its owner, its line."""

    chemin: str
    proprietaire: object
    ligne: int


class Inconnu(Undefined):
    """Jinja's Undefined, that says so when it is used, and then is nothing."""

    __slots__ = ()
    _dire: ClassVar[Callable[[NomInconnu], None]]

    def _constate(self) -> None:
        if _forbidden(self):
            raise SecurityError(self._undefined_message)
        proprietaire = self._undefined_obj
        chemin = _chemin(proprietaire, f"{self._undefined_name}")
        type(self)._dire(NomInconnu(chemin, proprietaire, _ligne()))

    def __getattr__(self, nom: str) -> NoReturn:
        raise AttributeError(nom)  # Jinja then asks for the item

    def __getitem__(self, nom: object) -> "Inconnu":  # type: ignore[override]
        return type(self)(obj=self, name=str(nom))

    def __str__(self) -> str:
        self._constate()
        return ""

    def __bool__(self) -> bool:
        if not _absent(self):
            self._constate()
        return False

    def __iter__(self) -> Iterator[Any]:
        self._constate()
        return iter(())

    def __len__(self) -> int:
        self._constate()
        return 0

    def __hash__(self) -> int:
        return id(type(self))

    def _compare(self, _autre: object) -> bool:
        self._constate()
        return False

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _compare  # type: ignore[assignment]

    def _calcule(self, *_args: object, **_options: object) -> "Inconnu":
        self._constate()
        return self

    __call__ = __add__ = __radd__ = __sub__ = __rsub__ = _calcule  # type: ignore[assignment]
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __mod__ = _calcule  # type: ignore[assignment]

    def _nombre(self, *_args: object) -> int:
        self._constate()
        return 0

    __abs__ = __int__ = __neg__ = _nombre  # type: ignore[assignment]

    def _fail_with_undefined_error(self, *_args: Any, **_options: Any) -> NoReturn:
        self._constate()
        raise TypeError(self._undefined_message)


def make_inconnu(constate: Callable[[NomInconnu], None]) -> type[Inconnu]:
    """The Inconnu that tells `constate`: a class, for Jinja makes its own of it."""
    return type("Inconnu", (Inconnu,), {"__slots__": (), "_dire": staticmethod(constate)})


def _chemin(proprietaire: object, nom: str) -> str:
    """The dotted path of a name: the owner's own path before it, when it has one."""
    if isinstance(proprietaire, Undefined):
        parent = _chemin(proprietaire._undefined_obj, f"{proprietaire._undefined_name}")
        return f"{parent}.{nom}"
    if isinstance(proprietaire, list):
        return f"lignes[{nom}]"
    return f"{proprietaire}.{nom}" if isinstance(proprietaire, Groupe | Collection) else nom


def _forbidden(inconnu: Undefined) -> bool:
    """Whether the sandbox refused this name, or one that it hangs from."""
    proprietaire = inconnu._undefined_obj
    return inconnu._undefined_exception is SecurityError or (
        isinstance(proprietaire, Undefined) and _forbidden(proprietaire)
    )


def _absent(inconnu: Undefined) -> bool:
    """Whether the year does not have this figure's group, or this text: false, not a mistake."""
    proprietaire = inconnu._undefined_obj
    if isinstance(proprietaire, Undefined):
        return _absent(proprietaire)
    if isinstance(proprietaire, Collection):
        return True
    return isinstance(proprietaire, Groupe) and not proprietaire


def _ligne() -> int:
    """The line of the template that is being rendered."""
    cadre = sys._getframe(1)
    while cadre is not None:
        gabarit = cadre.f_globals.get("__jinja_template__")
        if gabarit is not None and cadre.f_code.co_filename == "<template>":
            return int(gabarit.get_corresponding_lineno(cadre.f_lineno))
        if cadre.f_back is None:
            break
        cadre = cadre.f_back
    return 0
