"""Credits are found at the end of captions; brackets that credit nobody are let be."""

from __future__ import annotations

import pytest

from lint.prose.credits import (
    find_credit,
    is_agency,
    is_description,
    is_signature,
    read_credit,
)


@pytest.mark.parametrize(
    ("text", "credit", "form", "parts"),
    [
        ("The ferry [Jo Blake/Reuters]", "[Jo Blake/Reuters]", "square", ["Jo Blake", "Reuters"]),
        ("The ferry [Jo Blake - Anadolu Agency]", "[Jo Blake - Anadolu Agency]", "square", ["Jo Blake", "Anadolu Agency"]),
        ("The bay [Twitter]", "[Twitter]", "square", ["Twitter"]),
        ("The bay [file photo]", "[file photo]", "square", ["file photo"]),
        ("The bay (AP)", "(AP)", "round", ["AP"]),
        ("The bay (Photo: Reuters)", "(Photo: Reuters)", "round", ["Reuters"]),
        ("The bay. (AP Photo/Jo Blake)", "(AP Photo/Jo Blake)", "round", ["AP Photo", "Jo Blake"]),
        ("The bay (Los Angeles Times)", "(Los Angeles Times)", "round", ["Los Angeles Times"]),
        ("The bay. Photograph: Jo Blake/PA", "Photograph: Jo Blake/PA", "label", ["Jo Blake", "PA"]),
        ("The bay.Credit: PA", "Credit: PA", "label", ["PA"]),
        ("Photo by JO BLAKE /AFP via Getty Images", "Photo by JO BLAKE /AFP via Getty Images", "label", ["JO BLAKE", "AFP", "Getty Images"]),
        ("The bay. REUTERS/Jo Blake", "REUTERS/Jo Blake", "bare", ["REUTERS", "Jo Blake"]),
        ("The bay. Jo Blake / AFP / Getty Images", "Jo Blake / AFP / Getty Images", "bare", ["Jo Blake", "AFP", "Getty Images"]),
        ("Source: Harbour Office", "Source: Harbour Office", "label", ["Harbour Office"]),
        ("© Jo Blake", "© Jo Blake", "copyright", ["Jo Blake"]),
        ("Getty Images", "Getty Images", "bare", ["Getty Images"]),
    ],
)  # fmt: skip
def test_a_credit_is_found_with_its_parties(
    text: str, credit: str, form: str, parts: list[str]
) -> None:
    found = find_credit(text)
    assert found is not None
    assert text[found.start : found.end] == credit
    assert found.form == form
    assert [text[start:end] for start, end in found.parts] == parts


@pytest.mark.parametrize(
    "text",
    [
        "", "The crew (left)", "Blake (L) and Sol (R)", "The report (PDF)", "The house (built in 1920)",
        "He said so [sic]", "The door [Fig 1]", "The bay (2017)", "The photo by the sea", "Jo Blake",
        "A train at platform (9/10)", "The source: it is late and nobody came to the meeting",
        "(pictured)", "The crew, who took the photo by night, came home",
        "The map; read about its copyright licences",
    ],
)  # fmt: skip
def test_what_credits_nobody_is_no_credit(text: str) -> None:
    assert find_credit(text) is None


def test_a_text_in_a_credit_element_is_read_whole() -> None:
    credit = read_credit("Jo Blake / The Courier")
    assert credit is not None
    assert len(credit.parts) == 2
    assert read_credit(" – ") is None


def test_agencies_are_known_by_name() -> None:
    assert is_agency("REUTERS")
    assert is_agency("AP Photo")
    assert not is_agency("Jo Blake")


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Jo Blake/Reuters files", True),
        ("Jo Blake—Getty Images", True),
        ("© Harbour Office", True),
        ("Jo Blake", False),  # whoever that is
        ("The crew waits, Reuters reports", False),
    ],
)
def test_an_element_of_its_own_may_be_a_credit(text: str, signs: bool) -> None:
    assert is_signature(text) is signs


def test_a_credit_element_may_hold_the_caption() -> None:
    assert is_description("The crew waits in the rain at the gate of the old dock")
    assert not is_description("Photograph by Jo Blake for the Courier, courtesy of the Dock Museum")
    assert not is_description("Jo Blake, Harbour Restoration Programme")
