"""What an editor shows of the data files, asked of the language server that editors use.

`npm install yaml-language-server` brings it; STYRING_REDAKTOER is the path of what it is run by.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from driver import styring

SERVER = "STYRING_REDAKTOER"
"""Set where the language server is, as CI does."""

pytestmark = pytest.mark.skipif(SERVER not in os.environ, reason=f"{SERVER} is not set")

KONTAKTER = """\
sektorer:
  - {kode: TEK, navn: Teknisk}
  - {kode: KUL, navn: "Kultur, idrett og frivillighet"}
kontakter:
  - {id: kari, navn: Kari Nordmann}
"""
OPPDRAG = """\
# yaml-language-server: $schema=../skjema/oppdrag.schema.json
aar: 2023
oppdrag:
  - id: TEK-2023-01
    tittel: NO
    sektor: TEK
    delansvar: [KUL]
    frist: 2023-05-31
    rapporter:
      - periode: 2023-T1
        dato: 2023-05-05
        status: under_arbeid
"""


class Editor:
    """The files of a folder as they are being edited, with the language server beside them."""

    def __init__(self, server: subprocess.Popen[bytes], folder: Path) -> None:
        self._server, self._folder, self._number = server, folder, 0
        self._diagnoses: dict[str, list[str]] = {}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._send({"method": "initialized", "params": {}})
        # Otherwise it looks on the net for schemas of its own.
        wanted = {"validate": True, "hover": True, "completion": True}
        settings = {"yaml": {**wanted, "schemaStore": {"enable": False}}}
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})

    def write(self, text: str) -> None:
        """Opens a new file with this text, in which `|` may be where the cursor is."""
        at = text.find("|")
        lines = text[: max(at, 0)].split("\n")
        self._number += 1
        self._uri = (self._folder / f"{self._number}.yaml").as_uri()
        self._place = {"line": len(lines) - 1, "character": len(lines[-1])}
        document = {"uri": self._uri, "languageId": "yaml", "version": 1}
        params = {"textDocument": {**document, "text": text.replace("|", "", 1)}}
        self._send({"method": "textDocument/didOpen", "params": params})

    def offered(self) -> dict[str, str]:
        """What it offers where the cursor is, and what it says of each."""
        items = self._here("completion")["items"]
        return {item["label"]: str(item.get("documentation", "")) for item in items}

    def hover(self) -> str:
        """What it says of what the cursor is on."""
        return str(self._here("hover")["contents"]["value"])

    def diagnoses(self) -> list[str]:
        """What it finds wrong with the file."""
        while self._uri not in self._diagnoses:
            self._receive()
        return self._diagnoses[self._uri]

    def ask(self, method: str, params: object) -> Any:
        """The answer to a request."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            said = self._receive()
            if said.get("id") == self._number and "method" not in said:
                assert "error" not in said, said
                return said["result"]

    def _here(self, what: str) -> Any:
        params = {"textDocument": {"uri": self._uri}, "position": self._place}
        return self.ask(f"textDocument/{what}", params)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._server.stdout is not None
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name == b"Content-Length" else length
        assert length, "the language server has ended"
        said: dict[str, Any] = json.loads(self._server.stdout.read(length))
        if said.get("method") == "textDocument/publishDiagnostics":
            found = said["params"]
            self._diagnoses[found["uri"]] = [fault["message"] for fault in found["diagnostics"]]
        return said


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor on files of oppdrag, in a data folder with two sectors."""
    data = tmp_path_factory.mktemp("data")
    (data / "oppdrag").mkdir()
    for name, text in (
        ("kontakter.yaml", KONTAKTER),
        ("maal.yaml", "satsingsomraader: []\n"),
        ("oppdrag/2023.yaml", OPPDRAG),
    ):
        (data / name).write_text(text, encoding="utf-8")
    assert styring("skjema", "--ut", str(data / "skjema"), "--data", str(data)).status == 0
    words = [os.environ[SERVER], "--stdio"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        try:
            yield Editor(server, data / "oppdrag")
        finally:
            server.kill()


def test_valid_file_has_no_fault(editor: Editor) -> None:
    """Days without quotes, and words that other readers take for truth values, are as they are."""
    editor.write(OPPDRAG)
    assert editor.diagnoses() == []


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("under_arbeid", "under arbeid", "under_arbeid"),
        ("tittel: NO", "tittle: NO", "tittle"),
        ("aar: 2023", "aar: '2023'", "integer"),
        ("2023-05-31", "31.05.2023", "pattern"),
    ],
)
def test_fault_is_shown(old: str, new: str, word: str, editor: Editor) -> None:
    """What the model does not take is marked while it is written."""
    editor.write(OPPDRAG.replace(old, new))
    assert word in " ".join(editor.diagnoses())


def test_sectors_are_offered_with_their_names(editor: Editor) -> None:
    """Where a sector is to stand, those of the folder are offered, and others are taken."""
    for field in ("sektor: |TEK", "sektor: |", "delansvar: [|KUL]", "delansvar:\n      - |KUL"):
        key = field.partition(":")[0]
        line = next(line for line in OPPDRAG.splitlines() if line.strip().startswith(key))
        editor.write(OPPDRAG.replace(line, "    " + field))
        offered = editor.offered()
        assert {"TEK", "KUL"} <= set(offered), field
        assert offered["KUL"] == "Kultur, idrett og frivillighet"
    editor.write(OPPDRAG.replace("sektor: TEK", "sektor: NY"))
    assert editor.diagnoses() == []


def test_statuses_are_offered_with_what_they_mean(editor: Editor) -> None:
    """The fixed words come with their meaning, and no others come."""
    editor.write(OPPDRAG.replace("status: under_arbeid", "status: |"))
    offered = editor.offered()
    assert set(offered) == {"ikke_startet", "under_arbeid", "satt_paa_vent", "ferdig", "utgaar"}
    assert offered["satt_paa_vent"] == "Arbeidet ligger stille til noe annet er på plass."


def test_fields_are_offered_with_what_they_are(editor: Editor) -> None:
    """On a new line of an oppdrag, the fields that it lacks are offered."""
    editor.write(OPPDRAG.replace("    sektor: TEK\n", "    sektor: TEK\n    |\n"))
    offered = editor.offered()
    assert {"delegering", "delmaal", "egne"} <= set(offered)
    assert "frist" not in offered
    assert "siste leddet har det nå" in offered["delegering"]


@pytest.mark.parametrize(
    ("at", "title", "text"),
    [
        ("f|rist: 2023-05-31", "Frist", "2023-K4"),
        ("s|ektor: TEK", "Sektor", "Koden til sektoren det er delegert til."),
        ("status: under|_arbeid", "Status", "Arbeidet er i gang."),
    ],
)
def test_hover_says_what_a_field_is(at: str, title: str, text: str, editor: Editor) -> None:
    """A field's title and explanation are shown, in bokmål."""
    editor.write(OPPDRAG.replace(at.replace("|", ""), at))
    hover = editor.hover()
    assert title in hover
    assert text in hover
