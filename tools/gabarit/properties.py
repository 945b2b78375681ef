"""The small parts: settings, numbering, fonts and document properties."""

from .theme import FONT

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TITLE = "Rapport sur la mise en œuvre de la politique de la ville"
_DATE = "2000-01-01T00:00:00Z"


def settings(*, refresh: bool = True) -> str:
    """Return ``settings.xml``: current Word, French, perhaps fields refreshed on opening."""
    update = '<w:updateFields w:val="true"/>' if refresh else ""
    modern = (
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    theme = (
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"'
        + "".join(f' w:accent{n}="accent{n}"' for n in range(1, 7))
        + ' w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
    )
    return (
        f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{update}'
        f'{modern}<w:themeFontLang w:val="fr-FR"/>{theme}<w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def fonts() -> str:
    """Return ``fontTable.xml``."""
    return (
        f'<w:fonts xmlns:w="{WORD}"><w:font w:name="{FONT}"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def core(title: str = TITLE) -> str:
    """Return ``core.xml``; the program writes the real title and author at build."""
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'<cp:coreProperties xmlns:cp="{package}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>rapportpv</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:modified>'
        "<dc:language>fr-FR</dc:language></cp:coreProperties>"
    )


def application() -> str:
    """Return ``app.xml``."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    program = "<Application>Microsoft Office Word</Application>"
    return f'<Properties xmlns="{namespace}">{program}</Properties>'
