"""Reviews over HTTP: reading, acting, signing, and the document that comes of it."""

import zipfile
from csv import DictReader
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.web import Policy
from doors import Door, visit


async def _made(at: Door) -> str:
    answer = await at.batch("# Payment\nYou will be paid $20 for each visit.\n# Risks\nPain.\n")
    job = answer.json()["job_id"]
    await at.ended(job)
    return f"/v1/jobs/{job}/results/{job}-000000/review/"


async def _act(at: Door, path: str, seen: int, **act: Any) -> Any:
    answer = await at.client.post(f"{path}acts/", json={"seen": seen, "act": act})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_document_is_corrected_and_signed_over_http(tmp_path: Path) -> None:
    """From reading through an edit that is not borne out to a signed document in Word."""

    async def work(at: Door) -> None:
        path = await _made(at)
        found = (await at.client.get(path)).json()
        assert (found["status"], found["acts"]) == ("draft", 0)
        money = found["report"]["sections"][0]
        statement = next(s for s in money["statements"] if "$20" in s["text"])
        evidence = statement["evidence"][0]
        place = {name: evidence[name] for name in ("page", "anchor", "start", "end", "group")}

        wrong = {"kind": "edit", "statement": statement["id"], "text": "You will be paid $90."}
        found = await _act(at, path, 0, **wrong)
        assert [f["rule"] for f in found["report"]["findings"]] == ["FID-NUM"]
        found = await _act(at, path, 1, kind="delete", statement=statement["id"])
        text = "You get $20 for each visit."
        new = {"section": money["id"], "text": text, "evidence": [place], "facts": ["pay"]}
        found = await _act(at, path, 2, kind="add", **new)
        told = found["report"]["sections"][0]["statements"][0]
        assert (told["text"], told["evidence"]) == (text, [evidence])
        assert found["report"]["findings"] == []

        sign = {"kind": "sign", "name": "Dr. A", "meaning": "reviewed and approved"}
        early = await at.client.post(f"{path}acts/", json={"seen": 3, "act": sign})
        assert (early.status_code, early.json()["code"]) == (409, "not-signable")
        for section in found["sections"]:
            found = await _act(at, path, found["acts"], kind="approve", section=section["id"])
        draft = await at.client.get(f"{path}document/?format=md")
        assert "Draft for review" in draft.text
        found = await _act(at, path, found["acts"], **sign)
        assert (found["status"], found["signatures"][0]["name"]) == ("signed", "Dr. A")
        final = await at.client.get(f"{path}document/", headers={"Accept": "text/markdown"})
        assert "Draft for review" not in final.text
        assert text.replace("$", "$") in final.text

        acts = (await at.client.get(f"{path}acts/?limit=2")).json()
        assert [one["act"]["kind"] for one in acts["acts"]] == ["edit", "delete"]
        assert acts["acts"][0]["before"]["text"] == statement["text"]
        assert acts["acts"][0]["after"]["text"] == "You will be paid $90."
        rest = (await at.client.get(f"{path}acts/?cursor={acts['next']}")).json()
        assert len(rest["acts"]) == found["acts"] - 2
        assert rest["next"] is None

        generated = path.replace("review/", "")
        assert "You will be paid $20" in (await at.client.get(generated)).text

    visit(tmp_path)(work)


def test_a_signed_document_in_word_bears_the_sign_off(tmp_path: Path) -> None:
    """On its first page, in its header and its footer."""
    from conspectus.adapters.render_docx import DocxRenderer

    async def work(at: Door) -> None:
        at.desk.service.renderers["docx"] = DocxRenderer()  # type: ignore[index]
        path = await _made(at)

        async def parts() -> str:
            answer = await at.client.get(f"{path}document/?format=docx")
            packed = zipfile.ZipFile(BytesIO(answer.content))
            names = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
            return "".join(packed.read(name).decode() for name in names)

        assert (await parts()).count("Draft for review") == 3
        found = (await at.client.get(path)).json()
        for section in found["sections"]:
            found = await _act(at, path, found["acts"], kind="approve", section=section["id"])
        sign = {"kind": "sign", "name": "Dr. A", "meaning": "reviewed and approved"}
        await _act(at, path, found["acts"], **sign)
        signed = await parts()
        assert "Draft" not in signed.replace("DraftMark", "")
        assert signed.count("Signed off") >= 3
        assert "(reviewed and approved)" in signed

    visit(tmp_path)(work)


def test_the_zip_and_the_pages_show_what_is_signed(tmp_path: Path) -> None:
    """A signed document is in the zip as it was signed; what nobody reviewed, as it was made."""

    async def work(at: Door) -> None:
        form = "# Payment\nYou will be paid $20 for each visit.\n# Risks\nPain.\n"
        job = (await at.batch(form, form)).json()["job_id"]
        await at.ended(job)
        path = f"/v1/jobs/{job}/results/{job}-000000/review/"
        address = f"/v1/jobs/{job}/results/?format=zip&documents=md"

        async def packed() -> tuple[list[str], list[str], str]:
            answer = await at.client.get(address)
            with zipfile.ZipFile(BytesIO(answer.content)) as made:
                rows = DictReader(StringIO(made.read("summary.csv").decode("utf-8-sig")))
                told = [(row["review"], made.read(row["result"]).decode()) for row in rows]
            return [one for one, _ in told], [text for _, text in told], answer.headers["ETag"]

        before = await packed()
        assert before[0] == ["draft", "draft"]
        found = (await at.client.get(path)).json()
        for section in found["sections"]:
            found = await _act(at, path, found["acts"], kind="approve", section=section["id"])
        page = f"/ui/jobs/{job}/"
        assert (await at.client.get(page)).text.count("In review") == 1
        sign = {"kind": "sign", "name": "Dr. A", "meaning": "reviewed and approved"}
        await _act(at, path, found["acts"], **sign)
        states, texts, tag = await packed()
        assert (states, tag != before[2]) == (["signed", "draft"], True)
        assert ["Draft for review" in text for text in texts] == [False, True]
        assert (await at.client.get(page)).text.count("Signed off") == 1
        assert "2 of 2 made, 1 signed off" in (await at.client.get("/ui/jobs/")).text

    visit(tmp_path)(work)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"seen": 1, "act": {"kind": "approve", "section": "money"}}, "acted-meanwhile"),
        ({"seen": 0, "act": {"kind": "approve", "section": "nowhere"}}, "act-refused"),
        (
            {"seen": 0, "act": {"kind": "edit", "statement": "money-1", "text": "\u200b"}},
            "act-refused",
        ),
        ({"seen": 0, "act": {"kind": "dance"}}, "validation"),
        ({"seen": 0, "act": {"kind": "delete", "statement": "money-1", "more": 1}}, "validation"),
        ({"act": {"kind": "delete", "statement": "money-1"}}, "validation"),
        (
            {
                "seen": 0,
                "act": {
                    "kind": "cite",
                    "statement": "money-1",
                    "evidence": [{"page": 9, "start": 0, "end": 1}],
                },
            },
            "act-refused",
        ),
        ({"seen": 0, "act": {"kind": "correct", "fact": "chance", "value": 1}}, "validation"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_a_problem(tmp_path: Path, given: Any, code: str) -> None:
    """With a stable code; nothing is written."""

    async def work(at: Door) -> None:
        path = await _made(at)
        answer = await at.client.post(f"{path}acts/", json=given)
        assert answer.json()["code"] == code
        assert (await at.client.get(path)).json()["acts"] == 0

    visit(tmp_path)(work)


def test_a_document_without_a_report_has_no_review(tmp_path: Path) -> None:
    """Not ready, unknown, or failed: each tells why."""

    async def work(at: Door) -> None:
        job = (await at.batch("# A\nText.\n")).json()["job_id"]
        path = f"/jobs/{job}/results/{job}-000000/review/"
        assert (await at.client.get(path)).json()["code"] == "not-ready"
        await at.client.post(f"/jobs/{job}/cancel/")
        assert (await at.client.get(path)).json()["code"] == "cancelled"
        missing = path.replace("-000000", "-000001")
        assert (await at.client.get(missing)).json()["code"] == "unknown-job"

    visit(tmp_path, working=False)(work)


def test_a_key_that_may_only_read_may_not_act(tmp_path: Path) -> None:
    """And the key's id, not a name that was typed in, is who acted."""

    async def work(at: Door) -> None:
        keys: dict[str, dict[str, str]] = {}
        for scope in ("read", "write"):
            key, secret = await at.desk.keys.create("one", "w", scope)  # type: ignore[arg-type]
            keys[scope] = {"Authorization": f"Bearer {secret}"}
        at.client.headers.update(keys["write"])
        path = await _made(at)
        at.client.headers.update(keys["read"])
        assert (await at.client.get(path)).status_code == 200
        approve = {"seen": 0, "act": {"kind": "approve", "section": "money"}}
        refused = await at.client.post(f"{path}acts/", json=approve)
        assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
        at.client.headers.update(keys["write"])
        await _act(at, path, 0, **approve["act"])  # type: ignore[arg-type]
        (line,) = (await at.client.get(f"{path}acts/")).json()["acts"]
        assert line["actor"] == f"key {key.id}"

    visit(tmp_path, policy=Policy(auth=True))(work)


WORDS = st.text(max_size=12)
IDS = st.sampled_from(["money-1", "money-2", "harms-1", "money-a1", "nothing"])
PLACES = st.lists(
    st.fixed_dictionaries(
        {"start": st.integers(0, 90), "end": st.integers(0, 90)},
        optional={
            "page": st.sampled_from([None, 1, 2]),
            "anchor": st.sampled_from([None, "p1"]),
            "group": st.sampled_from([None, "g"]),
        },
    ),
    max_size=3,
)
SECTIONS = st.sampled_from(["money", "harms", "nowhere"])
VALUES = st.one_of(st.none(), st.booleans(), WORDS, st.lists(WORDS, max_size=2))
ACTS = st.one_of(
    *(
        st.fixed_dictionaries({"kind": st.just(kind), **fields})
        for kind, fields in {
            "edit": {"statement": IDS, "text": WORDS},
            "add": {"section": SECTIONS, "text": WORDS, "evidence": PLACES, "after": IDS},
            "delete": {"statement": IDS},
            "move": {"statement": IDS, "section": SECTIONS, "after": IDS},
            "cite": {"statement": IDS, "evidence": PLACES},
            "correct": {"fact": st.sampled_from(["pay", "harms", "chance", "x"]), "value": VALUES}
            | {"evidence": PLACES},
            "resolve": {"lines": st.lists(WORDS, max_size=2), "reason": WORDS},
            "approve": {"section": SECTIONS},
            "sign": {"name": WORDS, "meaning": WORDS},
            "withdraw": {"reason": WORDS},
        }.items()
    )
)


@given(st.lists(ACTS, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_whatever_is_asked_is_done_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, acts: list[dict[str, Any]]
) -> None:
    """Never a fault of the service; what is done is seen by the next reader, in every format."""

    async def work(at: Door) -> None:
        path = await _made(at)
        seen = 0
        for act in acts:
            answer = await at.client.post(f"{path}acts/", json={"seen": seen, "act": act})
            assert answer.status_code in (200, 409, 422), (act, answer.text)
            seen += answer.status_code == 200
            assert (await at.client.get(path)).json()["acts"] == seen
        for form in ("json", "md", "html"):
            assert (await at.client.get(f"{path}document/?format={form}")).status_code == 200

    visit(tmp_path_factory.mktemp("d"))(work)
