"""Articles in other languages: no rule about English wording speaks, declared or not."""

from __future__ import annotations

import pytest

from lint.desk import check_text
from lint.rulebook import load_rules

BOOK = load_rules()
EVERY_RULE = BOOK.select(extend_select=[rule.id for rule in BOOK.rules if rule.severity == "off"])

ARABIC = {
    "title": "انهيار جدار الميناء القديم بعد العاصفة",
    "author": "ليلى الحداد",
    "caption": "عمال يرفعون الحجارة من الرصيف الشرقي في 12 مارس 2024 (سالم النجار/رويترز)",
    "alt": "عمال على الرصيف",
    "copy": (
        "انهار جدار الميناء القديم فجر الثلاثاء بعد عاصفة استمرت 3 أيام، وقال رئيس البلدية إن الترميم سيكلف 5 ملايين دينار.",
        "«انتظرنا سنوات طويلة»، قال الصياد عمر الطحان، «ولم يسألنا أحد عن رأينا» ، ثم مضى إلى بيته.",
        "وارتفعت الإيجارات بنسبة 4% في العام الماضي، و 7 في المئة هذا العام، بحسب مكتب الإحصاء.",
        "وكتبت الشركة على حسابها في Twitter أن the the work سيبدأ في a hour، ولم ترد على أسئلتنا.",
        "وأضاف المهندس أن أعمال الغوص ستبدأ في الربيع، وأن المرسى الغربي سيبقى مفتوحا أمام العبارات.",
        "ويقول السكان إن المسبح البلدي أولى بالمال، فهو بلا سقف منذ أربع سنوات، ولا يعرف أحد متى يفتح.",
    ),
}
HINDI = {
    "title": "तूफ़ान के बाद पुराने बंदरगाह की दीवार गिरी",
    "author": "मीरा जोशी",
    "caption": "12 मार्च 2024 को पूर्वी घाट से पत्थर हटाते मज़दूर (सलीम खान/रॉयटर्स)",
    "alt": "घाट पर मज़दूर",
    "copy": (
        "पुराने बंदरगाह की दीवार मंगलवार की सुबह गिर गई। मेयर ने कहा कि मरम्मत पर 5 करोड़ रुपये खर्च होंगे।",
        "“हम बरसों से इंतज़ार कर रहे हैं,” मछुआरे उमर ने कहा। “किसी ने हमसे नहीं पूछा ।”",
        "पिछले साल किराया 4% बढ़ा, इस साल 7 प्रतिशत। 3 लोग घायल हुए और 2 घर टूटे।",
        "कंपनी ने Twitter पर लिखा कि the the work एक a hour में शुरू होगा, पर जवाब नहीं दिया।",
        "इंजीनियर ने बताया कि गोताखोर वसंत में काम शुरू करेंगे और पश्चिमी घाट खुला रहेगा।",
        "लोग चाहते हैं कि पैसा तरणताल पर लगे, जिसकी छत चार साल से नहीं है और जो बंद पड़ा है।",
    ),
}
GERMAN = {
    "title": "Alte Hafenmauer stürzt nach dem Sturm ein",
    "author": "Jonas Weller",
    "caption": "Arbeiter heben am 12. März 2024 Steine vom Ostkai (Foto: Anna Brandt/Reuters)",
    "alt": "Arbeiter am Kai",
    "copy": (
        "Die alte Hafenmauer ist am Dienstag nach einem Sturm von 3 Tagen eingestürzt. Die Reparatur kostet 5 Mio. Euro, sagte der Bürgermeister.",
        "„Wir warten seit Jahren“, sagte der Fischer Oskar Brandel. „Niemand hat uns gefragt“, sagte er, und ging nach Hause.",
        "Die Mieten stiegen im letzten Jahr um 4 %, in diesem um 7 Prozent, in in manchen Orten noch mehr.",
        "Die Firma schrieb auf Twitter, the the Bauleiter habe a hour gewartet; die Kolleginnen organisieren, realisieren und analysieren es.",
        "Der Ingenieur will im Frühling mit Tauchern beginnen; der Westkai bleibt offen, so dass die Fähre am Nachmittag anlegen kann.",
        "Viele wollen das Geld lieber fürs Schwimmbad ausgeben , das seit 4 Jahren kein Dach mehr hat und geschlossen ist.",
    ),
}


def _page(words: dict[str, str | tuple[str, ...]], language: str) -> str:
    declared = f' lang="{language}"' if language else ""
    copy = "".join(f"<p>{each}</p>" for each in words["copy"])
    return (
        f'<!DOCTYPE html><html{declared}><head><meta charset="utf-8"><title>{words["title"]}</title>'
        f'<meta name="description" content="{words["copy"][0]}">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-12T18:00:00+01:00",'
        f' "headline": "{words["title"]}", "author": {{"@type": "Person", "name": "{words["author"]}"}}}}</script></head>'
        f'<body><article><h1>{words["title"]}</h1><p class="byline">{words["author"]}</p>'
        f'<figure><img src="/kai.jpg" alt="{words["alt"]}"><figcaption>{words["caption"]}</figcaption></figure>'
        f"{copy}</article></body></html>"
    )


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize(("words", "language"), [(ARABIC, "ar"), (HINDI, "hi"), (GERMAN, "de")])
def test_no_english_rule_speaks(
    words: dict[str, str | tuple[str, ...]], language: str, declared: bool
) -> None:
    found = check_text(_page(words, language if declared else ""), EVERY_RULE).findings
    english = {rule.id for rule in EVERY_RULE if "*" not in rule.languages}
    assert len(english) > 30
    assert [(each.rule, each.message) for each in found if each.rule in english] == []
    # Nor do the rules that hold in every language have anything to say that is no fault.
    assert {each.rule for each in found} <= {"credit-format"}


@pytest.mark.parametrize("declared", ["en", "", "de"])
def test_nor_under_the_english_of_a_template(declared: str) -> None:
    banner = (
        "<div><p>We and our partners use cookies to show you the page and the ads that you want to "
        "see, and to find out who was here. You can say no to that, or have it your way, in the "
        "settings of the site. It is not the law of the land that you have to read all this, but it "
        "would be of use to us. When you are done, you will see what they have said.</p></div>"
    )
    page = _page(GERMAN, declared).replace("<article>", f"{banner * 6}<article>")
    found = check_text(page, EVERY_RULE).findings
    english = {rule.id for rule in EVERY_RULE if "*" not in rule.languages}
    assert [(each.rule, each.message) for each in found if each.rule in english] == []


def test_the_same_faults_are_told_in_english() -> None:
    copy = ("The wall fell in the night.", "The the wall cost a hour of work , he said.") * 4
    words = ARABIC | {
        "title": "Wall falls",
        "author": "Jo Blake",
        "caption": "Workers lift stones from the quay",
        "alt": "A",
        "copy": copy,
    }
    found = {each.rule for each in check_text(_page(words, "en"), EVERY_RULE).findings}
    assert {"doubled-word", "a-an", "space-before-punctuation", "missing-credit"} <= found


def test_filler_is_no_other_language() -> None:
    filler = "Lorem ipsum dolor sit amet, et non est qui, et pas ve est non et per se et mit der."
    told = "The wall fell in the night, and it has to be mended before the ferry can sail again."
    words = GERMAN | {
        "title": "Wall falls",
        "author": "Jo Blake",
        "copy": (filler, told) * 3,
    }
    found = check_text(_page(words, "en"), BOOK).findings
    assert ("placeholder", "paragraph") in {(each.rule, each.kind) for each in found}
