"""Telling the language of a text."""

import pytest

from conspectus.domain.text.language import detect_language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "You may leave the study at any time and you will not lose any benefits of it."),
        ("es", "Usted puede dejar el estudio en cualquier momento y no se le va a pedir la razón."),
        ("fr", "Vous pouvez quitter cette étude à tout moment, et la raison ne vous est pas due."),
        ("de", "Sie können die Studie jederzeit verlassen, und das wird nicht von Nachteil."),
        ("pt", "Você pode sair do estudo a qualquer momento e não é preciso dizer por que."),
        ("it", "Lei può lasciare lo studio in qualsiasi momento, e non è tenuto a dire il perché."),
        ("zh", "您可以随时退出本研究，您不会因此失去任何权益。" * 2),
        ("ja", "あなたはいつでもこの研究への参加をやめることができます。" * 2),
        ("ko", "귀하는 언제든지 연구 참여를 그만둘 수 있습니다. " * 3),
        ("ru", "Вы можете выйти из исследования в любое время, и это не повлияет на ваше лечение."),
        ("ar", "يمكنك الانسحاب من الدراسة في أي وقت ولن تفقد أي من حقوقك بسبب ذلك القرار."),
    ],
)  # fmt: skip
def test_one_sentence_is_enough(code: str, text: str) -> None:
    """Script or common words tell each language that consent forms are often written in."""
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["", "Page 3 of 12", "X X X", "Aspirin 81 mg " * 3, "lorem " * 30])
def test_too_little_text_has_no_language(text: str) -> None:
    """Numbers, names and filler tell no language."""
    assert detect_language(text) is None
