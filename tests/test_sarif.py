"""`styring valider --format sarif`: every fault and every rule, as SARIF has them."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from driver import Ended, styring
from pydantic import BaseModel
from repository import change, with_faults
from sarif_pydantic import Sarif  # type: ignore[import-untyped]

from styring.rules.kjoering import alle


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with faults, in a repository that one stands at the root of."""
    return with_faults(tmp_path, monkeypatch)


def unknown(model: Any) -> list[str]:
    """The keys in SARIF that SARIF does not know."""
    if isinstance(model, list):
        return [key for part in model for key in unknown(part)]
    if isinstance(model, dict):
        return unknown(list(model.values()))
    if not isinstance(model, BaseModel):
        return []
    return [*(model.model_extra or {}), *unknown([value for _, value in model])]


def sarif(ended: Ended) -> Any:
    """The one run of SARIF that is shown, when it is SARIF."""
    log = json.loads(ended.out)
    assert unknown(Sarif.model_validate(log)) == ["columnKind"]  # 3.14.17, which it has not got
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


def test_sarif_has_the_same_faults_as_json(data: Path) -> None:
    """Each has its rule, its message with the way out, and its place in characters."""
    ended = styring("valider", "--format", "sarif")
    assert (ended.status, ended.err) == (1, "")
    found = json.loads(styring("valider", "--format", "json").out)
    shown = sarif(ended)
    assert shown["columnKind"] == "unicodeCodePoints"
    rules = shown["tool"]["driver"]["rules"]
    for right, result in zip(found, shown["results"], strict=True):
        assert result["ruleId"] == rules[result["ruleIndex"]]["id"] == right["kode"]
        assert result["level"] == {"feil": "error", "advarsel": "warning"}[right["alvor"]]
        assert result["message"]["text"] == f"{right['melding']}. {right['raad']}"
        (place,) = (place["physicalLocation"] for place in result["locations"])
        assert place["artifactLocation"] == {"uri": right["fil"], "uriBaseId": "ROT"}
        assert place["region"] == {
            "startLine": right["linje"],
            "startColumn": right["kolonne"],
            "endColumn": right["kolonne"] + right["lengde"],
        }


def test_sarif_explains_every_rule() -> None:
    """Each rule has its title, why it matters, and its examples, as `forklar` has them."""
    shown = sarif(styring("valider", "--format", "sarif", "--data", str(ROOT / "eksempel")))
    rules = {rule["id"]: rule for rule in shown["tool"]["driver"]["rules"]}
    assert list(rules) == [regel.kode for regel in alle()]
    for regel in alle():
        rule = rules[regel.kode]
        assert rule["shortDescription"]["text"] == regel.tittel
        assert rule["fullDescription"]["text"].split() == regel.hvorfor.split()
        assert rule["help"]["text"] == regel.forklaring
        for eksempel in regel.eksempler:
            assert f"```yaml\n{eksempel.tekst}\n```" in rule["help"]["markdown"]


def prints() -> list[str]:
    """What each fault is known by."""
    shown = sarif(styring("valider", "--format", "sarif"))
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in shown["results"]]


def test_fault_in_sarif_is_known_when_lines_move(data: Path) -> None:
    """A line more above changes nothing; two equal ones are two; a changed line is another."""
    path = data / "oppdrag.yaml"
    before = prints()
    change(path, "aar: 2023\n", "# En linje til\naar: 2023\n")
    assert prints() == before
    (data / "kontakter.yaml").write_text("sektorer: []\nkontakter: []\n", encoding="utf-8")
    line = "  - {id: SOS-2023-01, tittel: Telle, sektor: SØS}\n"
    path.write_text(f"aar: 2023\noppdrag:\n{line}{line}", encoding="utf-8")
    twice = prints()
    assert len(twice) == len(set(twice)) == 3
    change(path, f"{line}{line}", line.replace("Telle", "Lese") + line)
    assert set(twice) - set(prints()) == {max(twice, key=lambda known: known.endswith(":2"))}


def test_text_from_data_is_no_link_or_placeholder_in_sarif(data: Path) -> None:
    """What SARIF would read in a message is written so that it is text."""
    change(data / "oppdrag.yaml", "sektor: SØS", 'sektor: "{0} [her](http://x.example)"')
    (result,) = (
        result
        for result in sarif(styring("valider", "--format", "sarif"))["results"]
        if result["ruleId"] == "OPP003"
    )
    assert "«{{0}} [her]\\(http://x.example)»" in result["message"]["text"]
