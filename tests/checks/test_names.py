"""People who are two stay two, and one who is written twice is told: invented cases by the dozen."""

from __future__ import annotations

import pytest

from lint.desk import check_text
from lint.rulebook import load_rules

BOOK = load_rules()
RULES = BOOK.select([rule.id for rule in BOOK if rule.group == "names"])

INNOCENT = [
    # Two men of one surname, and relatives.
    "Mostafa Al-Barudi opened the shop.¶His neighbour, Nabil El-Barudi, closed it. Mr Al-Barudi left, and Mr El-Barudi stayed.",
    "Khaled al-Tahan and Nabil el-Tahan are no relations.",
    "Hussein Awad and Hassan Awad, brothers, and Husam Awad, a cousin, ran the shop. Hassan left.",
    "Jean Marchand and Jeanne Marchand, his wife, and Jean-Marc Marchand, a son. Jean died.",
    "Bryan Hollis married Brianna Hollis. Bryan spoke; Brianna left.",
    "Daniel Brown met Danielle Brown and Daniela Browne. Mr Brown spoke; Ms Browne left.",
    "Natalia Malkonskaya and her father, Igor Malkonsky, came. Malkonsky spoke; Malkonskaya did not.",
    "Eva Dvorakova, wife of Jan Dvorak, spoke. Dvorak was silent; Dvorakova was not.",
    "Anna Belova and Ivan Belov married in May. Mrs Belova and Mr Belov live in Minsk. Belov cooks.",
    "Ólafur Hansson and his sister Anna Hansdóttir spoke, as did Jonas Hannesson. Hansson left.",
    "Hamad bin Khalifa, Hamed bin Khaled and Hamdan bin Khalid met.",
    # Two first names that are alike, of two people.
    "Mohammed Salim met Mohamed Rashid. Mohammed left before Mohamed did.",
    "Elizabeth Weller and Elisabeth Kreutz met. Elizabeth left, Elisabeth stayed.",
    "Nicolas Tarkany and Nicholas Sarkis met; Nicholas left before Nicolas.",
    "Mary Ann Weller met Maryann Kess. Mary Ann left, and Maryann stayed.",
    # Surnames that are alike, of two people.
    "Peter Reid, Peter Reed and Peter Read are three men who met in Reading.",
    "Steven Clark and Stephen Clarke are two men. Clark spoke first, and Clarke later.",
    "Mr Petersen and Mr Pedersen, both farmers, spoke. Petersen has a cow. Pedersen has two.",
    "Abdullah Gul, Abdullah Guler and Abdullah Gulen met. Gul left. Guler and Gulen did not.",
    "Sergei Malkov of Moscow and Sergey Malkenko of Kyiv met. Malkov left first. Malkenko wrote.",
    "Mohammed Rahimi, 40, and his cousin Muhammad Rahmani were held. Mr Rahimi and Mr Rahmani said nothing.",
    # Chinese and Korean names, where each letter counts.
    "Zhang Xiaoming and Zhang Xiaomin are sisters. Zhang Xiaoming spoke.",
    "Li Qiang, Li Qian and Li Keqian came. Wang Hao, Wang Hai and Wang Han won.",
    "Park Geun-so succeeded Lee Myung-bo. Park Chung-so was her father. Moon Jae-so came later.",
    # Initials, second references, possessives, plurals.
    "J. K. Weller and J.R. Weller wrote. John Weller and Jon Wells did not. Mr Weller and Mr Wells left.",
    "Omar Al-Barudi spoke first. Barudi, who is 50, left. Mr Barudi’s wife, Hala Barudi, stayed.",
    "Sean O’Hara met Sean O’Harris. It's late, Ann's friend’s dog. The O’Haras left.",
    "The Wellers’ dog is called Carl. Carla Weller, Carlo Weller and Karl Weller own it.",
    # Demonyms and what is made of names.
    "The Syrian envoy and Syria, Iraqi and Iraq, Yemenis and Yemeni, Lebanon and Lebanese: a Saudi prince, Saudis.",
    "Turkey, Turks, Turkish; Pole, Poland, Polish; Dane and Danes; Finns and Finnish; Swede, Sweden, Swedes.",
    "Kazakh, Kazakhs, Kazakhstan; Catalan and Catalonia; Scot, Scots, Scottish; Afghan, Afghani, Afghanistan.",
    "Anti-Tahan and pro-Tahan posters: Omar Al-Tahan and the Tahans, Tahan’s men, Tahanism and Tahanist.",
    "Saudi Arabia-led forces and Saudi Arabian troops, Arabs and Arabic. Hong Kong-run firms, a Hong Konger.",
    # Places, organisations, people called Al.
    "Omar Al-Barudi flew from El Salvador to El Paso, and Al Gore met him in Al Ain. El Niño came.",
    "Omar Al-Barudi said Al Jazeera, al-Qaeda, al-Shabaab and Al Hilal had called. Al Hilal won.",
    "Omar Al-Barudi prayed in the al-Noor mosque near Jabal al-Zahra and Ras al-Tin; Al Rashid Bank is in al-Zahra Street.",
    # Titles of works, quotations.
    "His book, <em>The Life of Kasim Tahan</em>, tells of Qasim Tahan. <cite>Kasim</cite> is his name there.",
    "Qasim Tahan spoke. “I call him Kasim,” she said. “We all do, Kasim likes it.”",
    "His article, “Why Qasim Tahan lost”, was about Kasim Tahan. Later Kasim Tahan left, and Kasim Tahan wrote.",
    "“Zhang Xiao Min is late,” he wrote of Zhang Xiaomin; <i>Zhang Xiao Min</i> is a play.",
]  # fmt: skip
GUILTY = [
    "Omar Al-Barudi met the mayor.¶Later Omar ⟦el-Barudi⟧ left.",
    "Omar Al-Barudi met the mayor.¶Later ⟦al-Barudi⟧’s wife left.",
    "Mostafa Al-Barudi and Nabil El-Barudi met. Later Mostafa ⟦al-Barudi⟧ left.",
    "The actor, Bryan Hollis, spoke. Bryan Hollis had been silent.¶The crowd cheered ⟦Brian⟧ Hollis.",
    "Zhang Xiaomin spoke. Later Zhang Xiaomin left.¶The hall heard ⟦Zhang Xiao Min⟧.",
    "President Li Jinwen spoke. Li Jinwen left.¶The hall heard Li ⟦Jin-wen⟧.",
    "Park Geun-so spoke. Later Park Geun-so left.¶The hall heard ⟦Park Geun So⟧.",
    "Mohammad Reza Tahani spoke. Mohammad Reza Tahani left.¶The hall heard ⟦Mohammadreza Tahani⟧.",
    "Igor Malkiev spoke. Later Igor Malkiev left.¶The hall heard Igor ⟦Malkyev⟧.",
    "Dmitry Zadorskiy spoke. Later Dmitry Zadorskiy left.¶The hall heard Dmitry ⟦Zadorsky⟧.",
    "Sergei Malkov spoke. Later Sergei Malkov left.¶The hall heard ⟦Sergey⟧ Malkov.",
    "Yevgeny Malkov spoke. Later Yevgeny Malkov left.¶The hall heard ⟦Evgeny⟧ Malkov.",
    "Pavel Tolovyov spoke. Later Pavel Tolovyov left.¶The hall heard Pavel ⟦Toloviev⟧.",
    "Ahmet Karutoğlu spoke. Later Ahmet Karutoğlu left.¶The hall heard Ahmet ⟦Karutoglu⟧.",
    "Mahmud Tahaninezhad spoke. Mahmud Tahaninezhad left.¶The hall heard Mahmud ⟦Tahaninejad⟧.",
    "Yousef Al-Otaiki spoke. Later Yousef Al-Otaiki left.¶The hall heard Yousef ⟦Al-Uteiki⟧.",
    "Jürgen Kellmüller spoke. Jürgen Kellmüller left.¶The hall heard Jürgen ⟦Kellmueller⟧.",
    "Margaret Thornwell spoke. Margaret Thornwell left.¶The hall heard Margaret ⟦Thronwell⟧.",
    "Captain Moira Kellow spoke. Kellow had been here before; Kellow knew the coast.¶It was late, said ⟦Kelow⟧.",
    "Sean O’Hara met Ann O’Hara.¶Later ⟦O'Hara⟧ left.",
]  # fmt: skip


def _said(text: str) -> list[tuple[str, str]]:
    findings = check_text(text, RULES).findings
    return [(each.rule, text[each.span.start : each.span.end]) for each in findings]


def _html(text: str) -> str:
    return "".join(f"<p>{part}</p>" for part in text.split("¶"))


@pytest.mark.parametrize("text", INNOCENT)
def test_two_people_are_let_be(text: str) -> None:
    assert _said(_html(text)) == []


@pytest.mark.parametrize("text", GUILTY)
def test_one_name_in_two_forms_is_told_once_and_there(text: str) -> None:
    html = _html(text)
    marked = html[html.index("⟦") + 1 : html.index("⟧")]
    ((_, found),) = _said(html.replace("⟦", "").replace("⟧", ""))
    assert found == marked
