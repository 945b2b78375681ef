"""Small files, written by hand."""


def make_pdf(phrase: str) -> bytes:
    """A PDF of one page that says a sentence."""
    flux = f"BT /F1 12 Tf 72 720 Td ({phrase}) Tj ET".encode("latin-1")
    objets = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(flux), flux),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    pdf, places = b"%PDF-1.4\n", []
    for numero, objet in enumerate(objets, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (numero, objet)
    table = len(pdf)
    lignes = b"".join(b"%010d 00000 n \n" % place for place in places)
    pdf += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objets) + 1, lignes)
    pdf += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objets) + 1, table)
    return pdf
