"""What stops an export: one sentence each."""

from rapportpv.core.errors import RapportError


class PageImpossibleError(RapportError):
    """The template of the web page is at fault."""

    def __init__(self, modele: str, ligne: int | None, raison: str) -> None:
        ou = "" if ligne is None else f", ligne {ligne}"
        super().__init__(
            f"La page n’a pas pu être faite : le modèle « {modele} »{ou} ne se lit pas "
            f"({raison}). Corrigez-le dans « modeles », ou ôtez-le pour revenir au modèle fourni."
        )


class ParquetAbsentError(RapportError):
    """Parquet is asked for where pyarrow is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Pas de Parquet : il y faut un complément, « pip install 'rapportpv[parquet]' ». Sans "
            "--parquet, les mêmes données s’écrivent en CSV et en JSON."
        )
