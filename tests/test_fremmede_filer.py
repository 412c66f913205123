"""Files that are no CSV in UTF-8: what office programs save is read, and the rest is named."""

import io
import zipfile
from pathlib import Path

import pytest
from conftest import DATA, ROOT
from innsendt import beside, said, take

from styring.innlevering.skjema import les


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small municipality, in the folder that the command stands in."""
    return beside(tmp_path, monkeypatch)


SHEET = "id;status;kommentar\nKUL-2026-01;utgår;Ærlig talt: på skjæret\n"


@pytest.mark.parametrize(
    "content",
    [
        ("\ufeff" + SHEET).encode("utf-16-le"),
        ("\ufeff" + SHEET.replace(";", "\t").replace("\n", "\r\n")).encode("utf-16-be"),
        ("\ufeffsep=;\r\n" + SHEET).encode(),
        ("sep=,\n" + SHEET.replace(";", ",")).encode("cp1252"),
        ('"sep=|"\n' + SHEET.replace(";", "|")).encode(),
        ("SEP=\t\n" + SHEET.replace(";", "\t")).encode(),
    ],
)
@pytest.mark.parametrize("name", ["ark.csv", "ark"])
def test_what_office_programs_save_is_read(content: bytes, name: str, data: Path) -> None:
    """UTF-16 with its mark, and the line that says which sign is between the cells."""
    ended = take(content, name=name)
    assert (ended.status, ended.err) == (0, "")
    assert said(data, "KUL-2026-01") == ("utgaar", "Ærlig talt: på skjæret", None)


def test_faults_stand_at_their_place_behind_such_a_line(data: Path) -> None:
    """The line counts, and half a character of UTF-16 is no text."""
    ended = take("sep=;\n" + SHEET.replace("utgår", "fredig"))
    assert "ark.csv:3:13: feil FELT004: ukjent status «fredig»\n" in ended.err
    ended = take(("\ufeff" + SHEET).encode("utf-16-le") + b"x")
    assert (ended.status, "FIL004" in ended.err) == (1, True)


WINDOWS = [
    *(
        "«Nå» – “på” ‘sør’ ’n’ … 5 € § 3",
        "it’s D’Arcy’s „Øl“",
        "Office® Teams™ Öl",
        "Čuojahit Žurnál",
    ),
    *(
        "‹ordet› er ‚nytt‘",
        "3 ¾ år og 2½ m²",
        "† Ola ‡ Kari",
        "Æ",
        "’90-tallet",
        "Ærlig’",
        "55 °C ± 1",
    ),
]


@pytest.mark.parametrize("text", WINDOWS)
def test_what_windows_writes_goes_through(text: str) -> None:
    """With the quotes and signs that Office puts in; and Sami letters as far as it has them."""
    raw = f"id;status;kommentar\nA;ferdig;{text}\n".encode("cp1252", "replace")
    skjema = les("ark.csv", raw)
    assert skjema.funn == ()
    (report,) = skjema.innmeldinger
    assert report.kommentar == text.encode("cp1252", "replace").decode("cp1252")


def texts() -> list[str]:
    """All that people have written on a line with a letter that is not in English."""
    files = [path for root in (DATA, ROOT / "eksempel") for path in root.glob("**/*.yaml")]
    lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    return sorted({line.replace('"', "").replace(";", ",") for line in lines if OURS & {*line}})


OURS = {*"æøåÆØÅ"}


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp865"])
def test_what_is_in_the_encoding_of_a_mac_or_dos_is_never_read_as_windows(encoding: str) -> None:
    """Whatever is written; and as Windows writes it, it is read to the letter."""
    seen = texts()
    assert len(seen) > 300
    for text in [*seen, "blåbær", "sjø", "å rydde", "på", "Ærlig", "ØY", "ÅL", "ære", "Allé på øy"]:
        sheet = f"id;status;kommentar\nA;ferdig;{text}\n"
        other = les("ark.csv", sheet.encode(encoding, "replace"))
        assert [one.kode for one in other.funn] == ["FIL004"], text
        ours = les("ark.csv", sheet.encode("cp1252", "replace"))
        assert ours.funn == (), text


def test_sheet_in_another_encoding_is_named_with_the_way_out(data: Path) -> None:
    """The file, the sign, and what to save it as; nothing is taken in."""
    before = (data / "oppdrag.yaml").read_bytes()
    ended = take(SHEET.encode("mac_roman"), name="m.csv")
    assert (ended.status, ended.out) == (1, "")
    assert "m.csv:2:16: feil FIL004: her står noe som ikke er tekst i UTF-8 eller" in ended.err
    assert "Lagre arket på nytt som «CSV UTF-8»." in ended.err
    assert (data / "oppdrag.yaml").read_bytes() == before


def packed(*names: str) -> bytes:
    """An archive with files of these names."""
    with zipfile.ZipFile(made := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            name, _, kind = name.partition("+")
            content = f"application/vnd.oasis.opendocument.{kind}" if kind else "<x/>"
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
AS_CSV = "Lagre den som «CSV UTF-8», og bruk den filen."
COPY = f"Kopier tabellen inn i et regneark. {AS_CSV}"
AGAIN = "Lagre den på nytt som «CSV UTF-8» (tegnsettet UTF-8)."
PARTS = ("[Content_Types].xml", "_rels/.rels", "docProps/app.xml")
FOREIGN = [
    (packed(*PARTS, "xl/workbook.xml"), "en Excel-bok", AS_CSV),
    (packed(*PARTS, "xl/workbook.bin", "word/x"), "en Excel-bok", AS_CSV),
    (OLE, "en Excel-bok i det gamle formatet (.xls)", AS_CSV),
    (
        OLE + "WordDocument".encode("utf-16-le"),
        "et Word-dokument i det gamle formatet (.doc)",
        COPY,
    ),
    (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "en fil med passord",
        f"Åpne den, og fjern passordet. {AS_CSV}",
    ),
    (packed("mimetype+spreadsheet", "content.xml"), "en bok fra LibreOffice (.ods)", AS_CSV),
    (packed("mimetype+text"), "et tekstdokument eller annet fra LibreOffice", COPY),
    (packed(*PARTS, "word/document.xml", "word/xl/a"), "et Word-dokument", COPY),
    (
        packed("Index/Document.iwa", "Index/Tables/DataList.iwa"),
        "et regneark fra Numbers eller et annet dokument fra Apple",
        "Eksporter det som CSV med tegnsettet Unicode (UTF-8), og bruk den filen.",
    ),
    (
        packed("rapporter.csv"),
        "en zip-fil",
        "Pakk den ut, og bruk regnearket som er i den, som «CSV UTF-8».",
    ),
    (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "en PDF",
        "Den har ingen celler å lese. Bruk regnearket den er laget av, lagret som «CSV UTF-8».",
    ),
    *(
        (page, f"{what}, hva den enn heter", f"Åpne den i et regnearkprogram. {AS_CSV}")
        for page, what in [
            (b"\xef\xbb\xbf\r\n<!DOCTYPE html><table>", "en nettside (HTML)"),
            (b'<html xmlns:x="urn:x"><table><tr><td>id;status', "en nettside (HTML)"),
            (b'<?xml version="1.0"?><Workbook>', "en XML-fil"),
        ]
    ),
    (SHEET.encode("utf-16-le"), "lagret i UTF-16 uten merket (BOM) som sier det", AGAIN),
    (SHEET.encode("utf-16-be"), "lagret i UTF-16 uten merket (BOM) som sier det", AGAIN),
    (SHEET.encode("utf-32"), "lagret i UTF-32", AGAIN),
    (SHEET.encode("utf-32-be"), "lagret i UTF-32", AGAIN),
    (("\ufeff" + SHEET).encode("utf-32-be"), "lagret i UTF-32", AGAIN),
]


@pytest.mark.parametrize(("content", "what", "advice"), FOREIGN)
@pytest.mark.parametrize("name", ["ark.xlsx", "ark.csv", "ark.yaml", "ark"])
def test_file_of_another_program_is_named_and_not_shown(
    content: bytes, what: str, advice: str, name: str, data: Path
) -> None:
    """By what is in it, whatever it is called, with how to save it."""
    ended = take(content, name=name)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == (
        f"{name}:1:1: feil FIL004: «{name}» er {what}\n"
        f"    {advice}\n"
        "\n"
        "1 feil\n"
        "Feil: ingen av rapportene er ført inn\n"
        "Rett feilene, og prøv igjen.\n"
    )
