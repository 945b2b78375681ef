"""What Typer says by itself, said in French: helps, usages, faults of the command line."""

import re
import shutil
from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from rapportpv.cli.completion import install_completion, show_completion
from rapportpv.cli.valeurs import spare_pydantic
from rapportpv.console.flux import fold_words
from rapportpv.french.typographie import format_texte

_AIDE = "Afficher cette aide."
_COMPLETION = {
    "install_completion": "Installer la complétion dans ce terminal.",
    "show_completion": "Montrer la complétion, pour la copier.",
}
_COMPLETERS = {
    "install_completion": install_completion,
    "show_completion": show_completion,
}
_TITRES = {
    "Usage:": "Utilisation :",
    "Options:": "Options :",
    "Arguments:": "Arguments :",
    "Commands:": "Commandes :",
}
_TITRE = re.compile(r"^(?:Usage|Options|Arguments|Commands):", re.MULTILINE)
_TYPE = re.compile(r"(?<=\S) <(?:int|str|path)>")
_NOTE = re.compile(r"\s*\[(?:required|(?:default|env\s+var):\s[^\]]*)\]")
_FACULTATIF = re.compile(r"\[\[(\w+)\]\]|\{(\w+)\}")
_OPTION = re.compile(r"--?[\w-]+")
_ETROIT, _SANS_PLI = 80, 1000  # columns of a terminal
_DEUX_COLONNES = re.compile(r"^(  \S+(?: \S+)*) {2,}(\S.*)$", re.MULTILINE)
_DEJA_DESSOUS = re.compile(r"^ {20,}(?=\S)", re.MULTILINE)
_ENTRE_GUILLEMETS = re.compile(r"'([^']*)'")
_EN_TROP = re.compile(r"extra arguments?(?:\(s\))? \((.*)\)")
_SYNONYMES = {
    "verifier": "check",
    "controler": "check",
    "generer": "build",
    "construire": "build",
    "faire": "build",
    "rapport": "build",
    "voir": "show",
    "montrer": "show",
    "chiffres": "show",
    "avis": "consultation",
    "relancer": "consultation",
    "expliquer": "explain",
    "creer": "init",
    "nouveau": "init",
    "commencer": "init",
    "poser": "init",
}
_RESSEMBLANCE = 60


class Groupe(TyperGroup):
    """All the commands: their help in French."""

    def get_params(self, ctx: Any) -> Any:
        """Its options, those that Typer adds told in French and speaking French."""
        for parametre in self.params:
            if parametre.name in _COMPLETION:
                parametre.help = _COMPLETION[parametre.name]  # type: ignore[attr-defined]
                parametre.callback = _COMPLETERS[parametre.name]
        return _set_typographie(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """The help of the program."""
        return _lay_help(ctx, super().get_help)

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, told in French."""
        return _tell_option(super().get_help_option(ctx))


class Commande(TyperCommand):
    """A command: its help in French."""

    def get_params(self, ctx: Any) -> Any:
        """Its arguments and options, in French typography."""
        return _set_typographie(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments; a fault of theirs knows which command it is of."""
        try:
            return super().parse_args(ctx, args)
        except Exception as faute:
            if hasattr(faute, "format_message") and getattr(faute, "ctx", None) is None:
                faute.ctx = ctx  # type: ignore[attr-defined]
            raise

    def get_help(self, ctx: Any) -> str:
        """The help of the command."""
        return _lay_help(ctx, super().get_help)

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, told in French."""
        return _tell_option(super().get_help_option(ctx))


def _set_typographie(parametres: Any) -> Any:
    """The parameters, whose helps are not cut at their no-break spaces."""
    spare_pydantic(parametres)
    for parametre in parametres:
        parametre.help = parametre.help and format_texte(parametre.help)
    return parametres


def _lay_help(ctx: Any, get_help: Callable[[Any], str]) -> str:
    """A help in French; in a narrow terminal, what an option does stands below it, no word cut."""
    largeur = shutil.get_terminal_size().columns
    if largeur >= _ETROIT:
        return translate_help(get_help(ctx))
    ctx.terminal_width = _SANS_PLI
    dessous = _DEUX_COLONNES.sub(r"\1\n      \2", translate_help(get_help(ctx)))
    lignes = _DEJA_DESSOUS.sub("      ", dessous).splitlines()
    return "\n".join(fold_words(ligne.rstrip(), largeur) for ligne in lignes)


def _tell_option(option: Any) -> Any:
    if option is not None:
        option.help = _AIDE
    return option


def translate_help(texte: str) -> str:
    """A help as Typer lays it out, its own words in French."""
    francais = _TITRE.sub(lambda titre: format_texte(_TITRES[titre[0]]), texte)
    francais = _TYPE.sub(lambda genre: " " * len(genre[0]), _NOTE.sub("", francais))
    francais = _FACULTATIF.sub(lambda nom: f"[{nom[1]}]" if nom[1] else nom[2], francais)
    francais = francais.replace("COMMAND [ARGS]...", "COMMANDE [ARGUMENTS]…")
    return "\n".join(ligne.rstrip() for ligne in francais.splitlines())


def tell_faute(faute: Any) -> str:
    """What is wrong with a command line, and how to write it, in one sentence or two.

    `faute` is any exception of Typer's that says so; a help that stands for one comes as it is.
    """
    genre, message = type(faute).__name__, str(getattr(faute, "message", "") or faute)
    if genre == "NoArgsIsHelpError":
        return message
    contexte = getattr(faute, "ctx", None)
    chemin = contexte.command_path if contexte is not None else "rapportpv"
    return format_texte(
        f"{_tell(genre, message, faute)} « {chemin} --help » montre comment l’écrire."
    )


def _tell(genre: str, message: str, faute: Any) -> str:
    dire = {"MissingParameter": _tell_manque, "NoSuchOption": _tell_option_inconnue}
    dire["BadParameter"] = _tell_valeur
    if genre in dire:
        return dire[genre](faute)
    option = _OPTION.search(message)
    if genre == "BadOptionUsage" and option:
        suite = "ne prend pas de valeur" if "does not take" in message else "attend une valeur"
        return f"L’option {option[0]} {suite}."
    if trop := _EN_TROP.search(message):
        return f"« {trop[1]} » est en trop."
    if "No such command" in message and (cite := _ENTRE_GUILLEMETS.search(message)):
        return _tell_inconnue(cite[1], faute)
    return (
        "Il manque une commande." if "Missing command" in message else "La commande est mal écrite."
    )


def _tell_manque(faute: Any) -> str:
    return f"Il manque {_name(faute)}."


def _tell_option_inconnue(faute: Any) -> str:
    proches = [nom for nom in getattr(faute, "possibilities", None) or () if nom][:1]
    conseil = f" Vouliez-vous dire {proches[0]} ?" if proches else ""
    return f"L’option {faute.option_name} n’existe pas.{conseil}"


def _tell_valeur(faute: Any) -> str:
    return f"{_name(faute)} ne convient pas : {_expect(faute)}.".replace("l’", "L’", 1)


def _name(faute: Any) -> str:
    """«l’année (ANNEE)», «l’option --format»: the argument or the option at fault."""
    parametre = getattr(faute, "param", None)
    if parametre is None:
        return "un argument"
    if parametre.param_type_name == "option":
        return f"l’option {max(parametre.opts, key=len)}"
    nom = re.sub(r"\W", "", parametre.metavar or parametre.name.upper())
    return "l’année" if nom == "ANNEE" else f"l’argument {nom}"


def _expect(faute: Any) -> str:
    """What the argument or the option takes."""
    message = str(faute.message)
    if "greater than" in message:
        return "un nombre plus grand est attendu"
    if "integer" in message and faute.param.param_type_name == "option":
        return "un nombre entier est attendu"
    if "integer" in message:
        return "une année s’écrit en quatre chiffres, par exemple 2024"
    if "not one of" in message or "is not one" in message:
        possibles = _ENTRE_GUILLEMETS.findall(message.partition("one of")[2])
        return f"les valeurs possibles sont {', '.join(possibles)}"
    return "cette valeur n’est pas attendue ici"


def _tell_inconnue(nom: str, faute: Any) -> str:
    """The command that nobody knows, and the one that was meant."""
    from rapidfuzz import fuzz, process

    from rapportpv.french.lexique import fold

    connues = list(getattr(getattr(faute.ctx, "command", None), "commands", {}))
    voulue = fold(nom)
    proche = _SYNONYMES.get(voulue)
    if proche is None:
        choix = [*connues, *_SYNONYMES]
        trouve = process.extractOne(voulue, choix, scorer=fuzz.ratio, score_cutoff=_RESSEMBLANCE)
        proche = _SYNONYMES.get(trouve[0], trouve[0]) if trouve else None
    conseil = f" Vouliez-vous dire « {proche} » ?" if proche else ""
    return f"La commande « {nom} » n’existe pas.{conseil}"
