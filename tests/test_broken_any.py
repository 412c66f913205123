"""A folder of anything at all is checked and listed."""

import json

import pytest
from broken import OPPDRAG, asked, check, findings, make
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        *("aar: 2023\n", "oppdrag:\n", "  - ", "id: A\n", "    tittel: ", "{id: A", "sektor: SOS"),
        *(": ", "- ", "\n", "\n  ", "  ", "\t", "\r\n", "[", "]", "{", "}", ", ", "'", '"', "|\n"),
        *("&a ", "*a", "!x ", "---\n", "# ", "~", "1", "2023-05", "true", "[[x]]", "\\e", "\x1b"),
        *("frist: ", "rapporter: ", "egne: ", "\u202e", "\x85", "æ", "😀", "<<<<<<< x\n", "\0"),
    ]
)
ANY_FILE = st.one_of(
    st.binary(max_size=40),
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(PIECES, max_size=16).map(lambda pieces: "".join(pieces).encode()),
    st.tuples(st.integers(0, 90), PIECES, st.integers(0, 5)).map(
        lambda cut: (OPPDRAG[: cut[0]] + cut[1] + OPPDRAG[cut[0] + cut[2] :]).encode()
    ),
)
FOLDERS = st.dictionaries(
    st.tuples(
        st.sampled_from(["oppdrag", "maal", "kontakter", "vedtak", "aarshjul", "kommune"]),
        st.integers(0, 30),
    ),
    ANY_FILE,
    min_size=60,
    max_size=90,
)


@settings(
    max_examples=settings().max_examples // 30,  # each is a folder of dozens
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(files=FOLDERS)
def test_folder_of_anything_at_all_is_checked_and_listed(
    tmp_path_factory: pytest.TempPathFactory, files: dict[tuple[str, int], bytes]
) -> None:
    """Arbitrary bytes and what is nearly YAML, dozens of files at a time: never a traceback."""
    root = make(
        tmp_path_factory.mktemp("anything"),
        {f"{noun}/{number}.yaml": data for (noun, number), data in files.items()},
    )
    found = findings(asked("valider --format json --alle", root))
    assert all(funn["linje"] >= 1 and funn["kolonne"] >= 1 for funn in found)
    ended = asked("oppdrag list --format json", root)
    check(ended)
    assert "SOS-2023-01" in [record["id"] for record in json.loads(ended.out)]
    broken = {funn["fil"] for funn in found if funn["kode"].startswith(("YAML", "FELT"))}
    assert ended.status == (1 if broken else 0)
