"""What Word adds to a document each time that it saves one, taken away."""

import re

from .parts import piece

_RUN_STYLE = r"<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>"
_TEXT = '<w:t xml:space="preserve">'
_NOISE = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r' (?:w:rsid\w*|w14:\w+|wp14:\w+)="[^"]*"', ""),
        (r"<w:(?:proofErr|bookmark\w+|lastRenderedPageBreak|lang|noProof)(?: [^>]*)?/>", ""),
        (r"<w:(?:rPr/>|rPr></w:rPr>)", ""),
        (rf"{_RUN_STYLE}(?=</w:pPr>)", ""),
        (r"<w:(?:pPr/>|pPr></w:pPr>)", ""),
        (r"<w:rPr><w:b/>(?:<w:bCs/>)?</w:rPr>", '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'),
        (r"<w:t(?: [^>]*)?>", _TEXT),
        (rf'("separate"/></w:r><w:r>(?:{_RUN_STYLE})?{_TEXT})\d+(?=</w:t>)', r"\g<1>1"),
        (rf"(<w:p>(?:<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?<w:r>{_TEXT}) +", r"\1"),
        (rf"(<w:r>{_TEXT}[^<]*?) +(?=</w:t></w:r></w:p>)", r"\1"),
    )
)
_CUT = re.compile(rf"(<w:r>((?:{_RUN_STYLE})?){_TEXT}[^<]*)</w:t></w:r><w:r>\2{_TEXT}")
_CONTENTS = re.compile(r"<w:sdt>(?:(?!</w:sdt>).)*Table of Contents.*?</w:sdt>", re.DOTALL)


def clean(xml: str) -> str:
    """Return a document or a block without Word's marks, its words in as few runs as can be."""
    xml = _CONTENTS.sub(lambda _: piece("sommaire"), xml)
    for pattern, replacement in _NOISE:
        xml = pattern.sub(replacement, xml)
    while (joined := _CUT.sub(r"\1", xml)) != xml:
        xml = joined
    return xml
