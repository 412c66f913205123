"""What a file of another program is, when it is no text of a table, and how it becomes one."""

import re

_CSV = "Lagre den som «CSV UTF-8», og bruk den filen."
_REGNEARK = "Bruk regnearket den er laget av, lagret som «CSV UTF-8»."
_TEGNSETT = "Lagre den på nytt som «CSV UTF-8» (tegnsettet UTF-8)."
_I_ZIP = {
    "xl/": ("en Excel-bok", _CSV),
    "word/": ("et Word-dokument", f"Kopier tabellen inn i et regneark. {_CSV}"),
    "ppt/": ("en PowerPoint-presentasjon", _REGNEARK),
    "Index/": (
        "et regneark fra Numbers eller et annet dokument fra Apple",
        "Eksporter det som CSV med tegnsettet Unicode (UTF-8), og bruk den filen.",
    ),
    "opendocument.spreadsheet": ("en bok fra LibreOffice (.ods)", _CSV),
    "opendocument": (
        "et tekstdokument eller annet fra LibreOffice",
        f"Kopier tabellen inn i et regneark. {_CSV}",
    ),
}
_ER_I_ZIP = re.compile(rb"xl/(?=[a-z_])|word/|ppt/|Index/|opendocument(?:\.spreadsheet)?")
"""Names in it, which stand as they are; the first that is there tells what it is."""
_GAMMEL = {
    "EncryptedPackage": ("en fil med passord", f"Åpne den, og fjern passordet. {_CSV}"),
    "WordDocument": (
        "et Word-dokument i det gamle formatet (.doc)",
        f"Kopier tabellen inn i et regneark. {_CSV}",
    ),
}
_BOKSTAV = r"[^\W\d_]"
_IKKE_WINDOWS = re.compile(
    rf"[Œ¿¯ˆ]|(?<={_BOKSTAV})[†‡‚„¼½¾]|[†‡](?={_BOKSTAV}| [a-z‘›])|(?<={_BOKSTAV})‘(?={_BOKSTAV})"
    rf"|(?<![^\W\d_])[®™](?={_BOKSTAV})|›(?={_BOKSTAV})|¾(?=[a-z]{{2}})|(?<=[a-zæøå])[ŽŠ]"
)
"""Signs where no word has them: what æ, ø, å and é in the encodings of Mac and DOS become."""
_LUKKET = (
    (re.compile("›"), re.compile("‹")),
    (re.compile("‘"), re.compile("[’‚]")),
    (re.compile(rf"(?<![^\W\d_])’(?={_BOKSTAV}{{2}})"), re.compile("’(?![^\\W\\d_])")),
)
"""Signs that words have only with another, and that: ø, æ and Æ in those of DOS."""
_HODE = 4096
"""How many bytes tell what a text is."""


def fremmed(data: bytes) -> tuple[str, str] | None:
    """What some bytes are, and how to save them; None where they may be the text of a table."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        navn = (navn for navn in _GAMMEL if navn.encode("utf-16-le") in data)
        return _GAMMEL.get(next(navn, ""), ("en Excel-bok i det gamle formatet (.xls)", _CSV))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if funnet := _ER_I_ZIP.search(data):
            return _I_ZIP[funnet[0].decode()]
        return "en zip-fil", "Pakk den ut, og bruk regnearket som er i den, som «CSV UTF-8»."
    hode = data[:_HODE]
    if not hode.strip(b"\0"):
        return None  # no letter in any encoding
    if hode.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")) or hode.count(0) * 2 > len(hode) + 2:
        return "lagret i UTF-32", _TEGNSETT
    if not hode.startswith((b"\xff\xfe", b"\xfe\xff")) and hode.count(0) * 3 > len(hode):
        return "lagret i UTF-16 uten merket (BOM) som sier det", _TEGNSETT
    begynnelse = hode.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begynnelse.startswith(b"%PDF-"):
        return "en PDF", f"Den har ingen celler å lese. {_REGNEARK}"
    if begynnelse.startswith(b"{\\rtf"):
        return "et RTF-dokument", f"Kopier tabellen inn i et regneark. {_CSV}"
    if begynnelse.startswith(b"<"):
        er_side = re.search(rb"<(?:!doctype|html|head|body|table|div)\b", hode, re.IGNORECASE)
        slag = "en nettside (HTML)" if er_side else "en XML-fil"
        return f"{slag}, hva den enn heter", f"Åpne den i et regnearkprogram. {_CSV}"
    return None


def er_windows(tekst: str) -> bool:
    """A text that is read as Windows-1252 has no sign of being in the encoding of a Mac or DOS."""
    return not _IKKE_WINDOWS.search(tekst) and not any(
        tegn.search(tekst) and not makker.search(tekst) for tegn, makker in _LUKKET
    )
