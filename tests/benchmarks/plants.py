"""The faults that the injection benchmark plants, rule by rule, as a newsroom makes them.

The kinds of slip come from published pages and from style guides, not from the rules' own tables.
A plant is written with its place between ⟦ and ⟧. ``¶`` parts paragraphs that are put at
different places of the article. What begins with ``<`` is mark-up; anything else becomes a
paragraph. All words here are invented.
"""

from __future__ import annotations

from typing import Final

PICTURE: Final = (
    '<figure><img src="/p/{n}.jpg" alt="{alt}"><figcaption>{caption}</figcaption></figure>'
)


def picture(caption: str, alt: str = "A quay in the rain", n: int = 1) -> str:
    """A figure with a caption, as an article carries it."""
    return PICTURE.format(n=n, alt=alt, caption=caption)


# Paragraphs and mark-up that carry a fault: rule to variants.
INSERTED: Final[dict[str, tuple[str, ...]]] = {
    "a-an": (
        "The council hired ⟦an⟧ lawyer from the capital to look into the matter.",
        "It was ⟦a⟧ unusually warm evening for the time of year.",
        "She had been ⟦a⟧ honest broker for both sides, the committee wrote.",
        "They built ⟦an⟧ university on the site of the old barracks.",
        "The ship carried ⟦a⟧ 18-tonne crane on its deck.",
        "He became ⟦a⟧ MP at the age of twenty-six.",
    ),
    "doubled-word": (
        "Residents said ⟦the the⟧ water had reached their doors by dawn.",
        "The company is one ⟦of of⟧ the largest employers in the valley.",
        "It will take months ⟦to to⟧ clear the rubble, officials warned.",
        "She was elected ⟦in in⟧ spring and took office at once.",
        "Farmers ⟦and and⟧ traders met at the market hall.",
    ),
    "split-word": (
        "She left the office ⟦with out⟧ a word to the reporters.",
        "Nobody had a ⟦prob lem⟧ with the new timetable.",
        "The ⟦govern ment⟧ promised to pay for the repairs.",
        "It was printed in the ⟦news paper⟧ the next morning.",
        "They waited ⟦be cause⟧ the road was flooded.",
    ),
    "merged-word": (
        "The lamps ⟦inthe⟧ square were broken by the storm.",
        "Most ⟦ofthe⟧ shops in the street had closed.",
        "Visitors brought ⟦alot⟧ of money to the valley.",
        "The council agreed ⟦todelay⟧ the vote by a month.",
        "The bridge was shut ⟦becauseof⟧ the ice.",
    ),
    "agreement": (
        "They ⟦says⟧ the road will be open again by the end of the month.",
        "The officials ⟦was⟧ told of the leak by a neighbour.",
        "He waited for two ⟦hour⟧ before the doors were opened.",
        "Because the mayor ⟦have⟧ no vote, the motion failed.",
        "Those who ⟦wants⟧ to stay may do so, a spokeswoman wrote.",
    ),
    "verb-form": (
        "The ministry will ⟦announces⟧ the winner at the end of the month.",
        "Neighbours said that they did not ⟦heard⟧ the alarm.",
        "The new line should have ⟦be⟧ open by the spring.",
        "The company has ⟦agree⟧ to pay for the damage.",
        "Passengers were told that the train would ⟦left⟧ an hour later.",
        "The museum was ⟦opens⟧ by the queen in 1952.",
        "The team is expected to ⟦returned⟧ home on Friday.",
    ),
    "wrong-word": (
        "They got a ⟦sneak peak⟧ at the new library on Monday.",
        "The crowd waited with ⟦baited breath⟧ for the result.",
        "The grid was shut down since ⟦the⟧ it quickly ran out of power.",
        "Parents asked whether they need ⟦a⟧ to buy new uniforms.",
        "A storm in the north ⟦the⟧ flooded the palace left thousands homeless.",
        "The new bridge is longer ⟦then⟧ the old one by a third.",
        "Officials said ⟦their⟧ is no plan to close the school.",
    ),
    "likely-word": (
        "The company lost ⟦it's⟧ licence after the inquiry.",
        "He was one ⟦off⟧ the first to arrive at the scene.",
        "The fire spread ⟦form⟧ the kitchen to the roof within minutes.",
        "The shop sells goods ⟦any⟧ services to the families.",
        "He said they would leave ⟦there⟧ homes in the morning.",
        "The plan of the board ⟦it⟧ not new.",
    ),
    "missing-word": (
        "The government has set up ⟦commission⟧ to examine the contracts.",
        "The police have opened ⟦investigation⟧ into the fire at the mill.",
        "She was appointed as ⟦member⟧ of the board in the spring.",
        "The ministry plans to build ⟦hospital⟧ in the western suburb.",
        "He was found guilty by ⟦court⟧ in the capital.",
        "The group has launched ⟦campaign⟧ against the new tax.",
    ),
    "name-al-prefix": (
        "Yusuf Al-Tahan, a carpenter, opened the shop.¶Relatives of Yusuf ⟦al-Tahan⟧ came.¶The hall was lent by Yusuf Al-Tahan.",
        "Salma Al-Barudi teaches at the school.¶Parents of pupils met Salma ⟦el-Barudi⟧ later.¶Salma Al-Barudi declined.",
        "The painter Karim Al-Sabbagh spoke.¶A friend said Karim ⟦al-Sabbagh⟧ would go.¶Karim Al-Sabbagh is 41.",
        "A poem by Layla Al-Haddadi was read.¶The next was by Layla ⟦Al Haddadi⟧ as well.¶Layla Al-Haddadi bowed.",
    ),
    "name-apostrophe": (
        "Faris Al-Na’imi runs the bakery.¶His brother Omar Al-Na’imi helps.¶Neighbours praise Faris ⟦Al-Na'imi⟧ daily.",
        "Maeve O’Kell wrote the report.¶Colleagues of Maeve O’Kell agreed.¶A copy was sent to Maeve ⟦O'Kell⟧ in June.",
        "The valley of Sha’ara is dry.¶Wells in Sha’ara are deep.¶Lorries reach ⟦Sha'ara⟧ twice a week.",
    ),
    "name-house": (
        "The envoy met ⟦Hilary Clinton⟧ in the summer of 2012.",
        "A statue of ⟦Mahatma Ghandi⟧ stands at the gate.",
        "The colonel, ⟦Moammar Khadafy⟧, ruled the country for decades.",
        "The speech by ⟦Barrack Obama⟧ drew thousands to the square.",
        "They compared it with a letter by ⟦Condoleeza Rice⟧ from that year.",
        "The film of ⟦Steven Spielburg⟧ was shown again.",
    ),
    "date-format": (
        "He was convicted on ⟦June 3rd 1993⟧ and freed four years later.",
        "The road was opened on ⟦14th May 1987⟧ by the mayor.",
        "The agreement dates from ⟦March 9 2016⟧ and was renewed.",
        "She moved there on ⟦22 July, 2018⟧ with her two sons.",
        "The mill burnt down on ⟦05 August 2009⟧ in the night.",
    ),
    "date-mixed": (
        "He left on ⟦3 June 1993⟧ by ship.¶She followed on ⟦April 2, 1994⟧ by train.",
        "The first stone was laid on ⟦17 October 1958⟧ there.¶The hall was opened on ⟦August 12, 1961⟧ at noon.",
        "The treaty was signed on ⟦9 April 2003⟧ in secret.¶It was published on ⟦March 30, 2004⟧ in full.",
    ),
    "date-impossible": (
        "The lease ran out on ⟦31 June 2021⟧ and was not renewed.",
        "She was born on ⟦February 30, 1984⟧ in a mountain village.",
        "The contract was signed on ⟦31 September 2019⟧ in haste.",
        "The first flight was on ⟦29 February 2023⟧ at dawn.",
        "The form gives his birth as ⟦November 31, 1990⟧ by mistake.",
    ),
    "date-weekday": (
        "The vote was held on ⟦Tuesday, 3 March 2021⟧ without a debate.",
        "The ferry sank on ⟦Sunday, 12 April 2018⟧ in a calm sea.",
        "They married on ⟦Friday, June 14, 2017⟧ in the old church.",
        "The shop closed on ⟦Monday 5 January 2022⟧ for good.",
    ),
    "date-after-publication": (
        picture("Workers mend the roof of the station on ⟦3 March 2031⟧ [Ana Sol/Reuters]"),
        picture("A rescuer holds a dog in the harbour, ⟦September 14, 2032⟧ [Ana Sol/Reuters]"),
        picture("Voters wait in line at a school on ⟦21 May 2033⟧. (Ana Sol/Reuters)"),
    ),
    "mojibake": (
        "The mayor⟦â€™⟧s office did not answer questions.",
        "The caf⟦Ã©⟧ on the square was closed for a week.",
        "They called it ⟦â€œ⟧a gift⟦â€\u009d⟧ to the town.",
        "The price of a ticket was ⟦Â£⟧4 before the change.",
        "He studied in Z⟦Ã¼⟧rich before the war.",
        "It rained⟦&amp;nbsp;⟧for three days in the hills.",
        "The firm of Bell ⟦&amp;amp;⟧ Rowe built the tower.",
    ),
    "leftover-furniture": (
        "⟦Exit mobile version⟧",
        "⟦Advertisement⟧",
        "⟦Share this article⟧",
        "⟦Story continues below advertisement⟧",
        "⟦Continue reading the main story⟧",
        "⟦Skip to content⟧",
        "⟦View image in fullscreen⟧",
        "⟦Sign up to our newsletter⟧",
    ),
    "related-link": (
        '<p><a href="/2019/04/harbour-inquiry">⟦Inquiry into the harbour opens after nine years⟧</a></p>',
        '<p>⟦READ MORE: <a href="/mill">Why the old mill will not be rebuilt⟧</a></p>',
        '<p><strong>⟦Read also: <a href="/news/bridge-toll">Bridge toll to double in the spring⟧</a></strong></p>',
    ),
    "link-empty": (
        '<p>The report was published in May⟦<a href="/report"></a>⟧ and sent to members.</p>',
        '<p>The minister⟦<a href="/minister"> </a>⟧ left before the vote was taken.</p>',
    ),
    "link-vague": (
        '<p>The whole report can be read <a href="/report.html">⟦here⟧</a>, the office said.</p>',
        '<p>For tickets to the concert <a href="/tickets">⟦click here⟧</a> before Friday.</p>',
        '<p>The figures are explained at <a href="/figures">⟦this link⟧</a> in detail.</p>',
    ),
    "link-tracking": (
        '<p>The figures were <a href="⟦https://stats.example/y?utm_source=letter&amp;utm_medium=mail⟧">published in May</a>.</p>',
        '<p>The film was <a href="⟦https://film.example/v/7?fbclid=IwAR0aBcD⟧">shown in the square</a>.</p>',
        '<p>The paper <a href="⟦https://paper.example/p?id=4&amp;gclid=EAIaIQ⟧">reported the sale</a> first.</p>',
    ),
    "million-mixed": (
        "The first part cost ⟦£5 million⟧.¶The third will cost ⟦£9m⟧ more.",
        "The tower was sold for ⟦$40 million⟧ in May.¶The garage brought ⟦$3m⟧ in June.",
    ),
    "percent-mixed": (
        "Rents rose by ⟦4 per cent⟧ in May.¶Wages rose by ⟦3%⟧ over the same time.",
        "About ⟦12 percent⟧ of the members left.¶Some ⟦8 per cent⟧ never voted.",
        "Turnout was ⟦61%⟧ in the north.¶It was ⟦54 percent⟧ in the south.",
    ),
    "number-under-ten": (
        "The boat took ⟦7⟧ people to the island on the first day.",
        "Police arrested ⟦3⟧ men at the port in the morning.",
        "The fire destroyed ⟦4⟧ houses at the edge of the village.",
        "The fund pays for ⟦5⟧ schools in the valley.",
    ),
    "bracket-unbalanced": (
        "The party ⟦(⟧founded in the capital in 1998 won most of the seats.",
        "The river, which floods in spring⟦)⟧, was calm that week.",
        "The bill ⟦[⟧passed in May, the minister said, was too long.",
    ),
    "double-punctuation": (
        "The bridge was closed⟦,,⟧ and buses took another way.",
        "The strike ended after two days⟦..⟧ The trains ran again.",
        "The vote was put off⟦.,⟧ and nobody knew why.",
        "She asked for a list⟦;;⟧ none was sent.",
    ),
    "quote-unbalanced": (
        "⟦“⟧We have waited for years, the farmer said on the way to the hall.",
        "The minister called the plan ⟦“⟧a step too far and left the room at once.",
        "The letter speaks of ⟦\"⟧grave errors in the accounts of the harbour.",
    ),
    "quote-pair": (
        "⟦“We have waited for years,\"⟧ the farmer said on the way out.",
        "⟦\"Nobody told us of the plan,”⟧ the teacher said in the hall.",
    ),
    "quote-mixed": (
        "“We waited,” she said.¶“Nobody came,” he said.¶“Then it rained,” she added.¶⟦\"⟧It was cold,\" he said.",
    ),
    "quote-direction": (
        "The ferry didn⟦‘⟧t leave until the evening.",
        "The mayor⟦‘⟧s office was closed on that day.",
        "⟦”⟧We are tired,” the driver said at the gate.",
        "He grew up in the ⟦‘⟧90s in a village on the coast.",
    ),
    "quote-space": (
        "“⟦ ⟧The harbour is ours,” the fisherman said at the meeting.",
        "“The harbour is ours,⟦ ⟧” the fisherman said at the meeting.",
        "\"⟦ ⟧The harbour is ours,\" the fisherman said at the meeting.",
    ),
    "sic": (
        "“We was ⟦(sic)⟧ never told about the plan,” the letter says.",
        "“Their ⟦(sic)⟧ is no money left,” the clerk had written.",
    ),
    "double-space": (
        "The tower was sold.⟦&nbsp; ⟧The new owner wants to live in it.",
        "The tower was⟦ &nbsp;⟧sold to a baker from the next town.",
    ),
    "invisible-character": (
        "The har⟦\u200b⟧bour was closed for three days after the storm.",
        "The ⟦\ufeff⟧minister spoke for an hour in the rain.",
        "The vil⟦\u2060⟧lage has one road, and it was blocked.",
    ),
    "no-break-space": (
        "The council⟦&nbsp;⟧met on the first day.¶The driver⟦&nbsp;⟧said nothing.¶It was a⟦&nbsp;⟧long day.",
        "The driver said⟦\u00a0⟧nothing.¶The judge⟦\u00a0⟧asked him twice.¶He left the⟦\u00a0⟧hall.",
    ),
    "space-before-punctuation": (
        "In March of that year⟦ ,⟧ about a month after the vote, he left.",
        "The vote was close⟦ .⟧ Nobody had expected that at all.",
        'The <a href="/mill">old mill⟦ </a>,⟧ which burnt in May, is to be sold.',
    ),
    "space-missing": (
        "The road was closed for a week⟦.The⟧ buses took another way.",
        "The clerk had left the office⟦,but⟧ nobody noticed before noon.",
        "They asked for new institutions⟦.He⟧ refused to answer them.",
    ),
    "space-in-link": (
        '<p>The report on the<a href="/r">⟦ ⟧old harbour</a> was sent to members in May.</p>',
        '<p>The report on the <a href="/r">old harbour⟦ ⟧</a>was sent to members in May.</p>',
    ),
    "british-american": (
        "The ⟦neighbours⟧ ⟦honoured⟧ the ⟦harbour⟧ master.¶The boats were ⟦fueled⟧ at night.",
        "The ⟦colour⟧ of the ⟦theatre⟧ was changed.¶His ⟦favorite⟧ seat was in the dark.",
        "The ⟦neighbors⟧ ⟦honored⟧ the ⟦labor⟧ leader.¶The ⟦colour⟧ of the boats was red.",
    ),
    "ise-ize": (
        "The minister ⟦apologised⟧ and ⟦emphasised⟧ the need.¶The court ⟦recognizes⟧ it.",
        "The firm ⟦apologized⟧ and ⟦reorganized⟧ the office.¶It ⟦emphasised⟧ the cost.",
    ),
    "house-words": (
        "The mayor formed an ⟦ad-hoc⟧ group to look at the roads.",
        "The old mill was a ⟦shoe-in⟧ for the prize this year.",
        "The owner had ⟦free reign⟧ over the whole of the estate.",
        "The council decided to ⟦nip it in the butt⟧ before the summer.",
        "The mayor ⟦publically⟧ thanked the crew of the lifeboat.",
        "It was not a strike ⟦per say⟧ but nobody came to work.",
        "The rule applies ⟦irregardless⟧ of age and income.",
        "The bar has sold ⟦expresso⟧ since the station was built.",
        "They could ⟦of⟧ asked before the work began.",
    ),
    "unused-stet": (
        "<!--⟦ stet a-an: as in the letter ⟧--><p>The harbour was calm all day long.</p>",
        "<!--⟦ stet no-such-rule: as in the letter ⟧--><p>The mill stood empty for years.</p>",
        "<!--⟦ stet doubled-word ⟧--><p>The road was closed for a week in May.</p>",
    ),
    "empty-inline": (
        "<p>The harbour was calm⟦<strong></strong>⟧ all day long, they said.</p>",
        "<p>The mill⟦<em> </em>⟧stood empty for years before it burnt.</p>",
    ),
    "empty-paragraph": ("⟦<p>&nbsp;</p>⟧", "⟦<p></p>⟧", "⟦<p><br></p>⟧"),
    "several-headlines": ("<h1>⟦What the mayor knew of the sale⟧</h1>", "<h1>⟦Years of waiting⟧</h1>"),
    "placeholder": (
        "The bridge is ⟦TK⟧ metres long and was built in two years.",
        "⟦Lorem ipsum⟧ dolor sit amet, consectetur adipiscing elit.",
        "The mayor, ⟦[NAME TK]⟧, did not answer our questions.",
        "The hall holds ⟦XXX⟧ people on two floors.",  # the letters are the plant: a number to come
    ),
    "alt-file-name": (
        picture("The quay in the rain [Ana Sol/AFP]", "⟦IMG_2034.jpg⟧"),
        picture("The quay in the rain [Ana Sol/AFP]", "⟦DSC00871⟧"),
        picture("The quay in the rain [Ana Sol/AFP]", "⟦bed-hotel-room.png⟧"),
    ),
    "alt-generic": (
        picture("The quay in the rain [Ana Sol/AFP]", "⟦Image⟧"),
        picture("The quay in the rain [Ana Sol/AFP]", "⟦photo⟧"),
        picture("The quay in the rain [Ana Sol/AFP]", "⟦Image for post⟧"),
        picture("The quay in the rain [Ana Sol/AFP]", "⟦Featured image⟧"),
    ),
    "alt-instruction": (
        picture("The quay [Ana Sol/AFP]", "The quay (⟦Photo credit should read⟧ ANA SOL/AFP via Getty Images)"),
        picture("The quay. ⟦MANDATORY CREDIT⟧. NO RESALES.", "A quay"),
        picture("The quay in the rain [Ana Sol/AFP]", "The quay ⟦(EDITORIAL USE ONLY)⟧"),
    ),
    "alt-missing": (
        '<figure>⟦<img src="/p/7.jpg">⟧<figcaption>The quay in the rain [Ana Sol/AFP]</figcaption></figure>',
    ),
    "caption-alt-conflict": (
        picture("Rescuers carry ⟦31⟧ people from the ferry at night [Ana Sol/AFP]", "Rescuers carry ⟦30⟧ people from the ferry at night"),
        picture("A man rides past the old mill on ⟦4 May 2019⟧ in the rain [Ana Sol/AFP]", "A man rides past the old mill on ⟦6 May 2019⟧ in the rain"),
        picture("Mayor Anders ⟦Lindqvist⟧ speaks at the opening of the hall [Ana Sol/AFP]", "Mayor Anders ⟦Lindkvist⟧ speaks at the opening of the hall"),
        picture("The minister was ⟦not⟧ at the table when the talks began [Ana Sol/AFP]", "The minister ⟦was at⟧ the table when the talks began"),
        picture("The senator leaves the hall on Monday, ⟦February 26, 2018⟧ [Ana Sol/AFP]", "The senator leaves the hall on Monday, ⟦Feb. 26, 2018⟧"),
    ),
    "caption-repeats-alt": (
        picture("A fisherman mends his net beside the quay [Ana Sol/AFP]", "⟦A fisherman mends his net beside the quay⟧"),
        picture("Two girls carry water up the hill. (Ana Sol/AFP)", "⟦Two girls carry water up the hill⟧"),
    ),
    "caption-stop": (
        "".join(
            picture(f"{each}[Ana Sol/AFP]", f"Picture {n} of the quay", n)
            for n, each in enumerate((
                "Workers mend the old wall of the harbour. ",
                "A gull looks for food on the empty quay. ",
                "The crane stands beside the gate at ⟦dawn⟧ ",
                "Children wait for the ferry in the rain. ",
                "A ship leaves the port with a load of timber. ",
            ))
        ),
    ),
    "caption-truncated": (
        picture("Rescuers carry a woman from the ruins of the old mill at ⟦the⟧ [Ana Sol/AFP]"),
        picture("Workers leave the yard after the owner announced that ⟦a⟧ [Ana Sol/AFP]"),
        picture("Children play beside the river in the west ⟦of⟧", "Children"),
        picture("A crane lifts the last beam into the roof of the new ⟦sta⟧", "A crane lifts the last beam into the roof of the new station"),
    ),
    "duplicate-caption": (
        picture("Rescuers search the river beside the mill [Ana Sol/AFP]", "A boat", 1) + "¶" + picture("⟦Rescuers search the river beside the mill [Ana Sol/AFP]⟧", "A bridge", 2),
        picture("Voters wait in line at a school on 21 May 2019", "A line", 1) + "¶" + picture("⟦Voters wait in line at a school on May 21, 2019 [Ana Sol/AFP]⟧", "A door", 2),
        picture("The crew of the ferry stands on the deck before the hearing", "Men", 1) + "¶" + picture("⟦The crew of the ferry stands on deck before the hearing⟧", "A deck", 2),
    ),
    "credit-agency": (
        picture("The quay in the rain [Ana Sol/⟦Getty⟧]"),
        picture("The quay in the rain [Ana Sol/⟦Anadolu⟧]"),
        picture("The quay in the rain (Photo: Ana Sol/⟦Rueters⟧)"),
    ),
    "credit-capitals": (
        picture("The quay in the rain. Photo: ⟦ANA WHITLOCK⟧/AFP"),
        picture("The quay in the rain <span class=\"credit\">⟦JOËL BRANDT⟧/Reuters</span>"),
        picture("The quay in the rain. (Photo by ⟦OMAR HALLAK⟧/AFP)"),
    ),
    "credit-in-alt": (
        picture("The quay in the rain", "A quay ⟦(Ana Sol/AFP via Getty Images)⟧"),
        picture("The quay in the rain", "A quay ⟦(AP Photo/Ana Sol)⟧"),
        picture("The quay in the rain", "A quay. ⟦Photo: Ana Sol/Reuters⟧"),
    ),
    "missing-credit": (
        '<figure>⟦<img src="/p/3.jpg" alt="A boat">⟧<figcaption>Rescuers search the river beside the mill</figcaption></figure>',
        '<figure>⟦<img src="/p/4.jpg" alt="A hall">⟧<figcaption>The mayor opens the hall on Monday morning.</figcaption></figure>',
    ),
}  # fmt: skip

# Faults that only show beside others, so that the plant brings those: in an article of the page's
# paragraphs without headings and pictures of their own.
ALONE: Final[dict[str, tuple[str, ...]]] = {
    "fake-heading": (
        "<p><strong>⟦Years of waiting⟧</strong></p>¶<p><strong>⟦What the mayor knew⟧</strong></p>¶<p><strong>⟦The price of steel⟧</strong></p>",
        "<p><b>⟦A bridge too dear⟧</b></p>¶<p><b>⟦What the mayor knew⟧</b></p>¶<p><b>⟦After the vote⟧</b></p>",
    ),
    "heading-skipped": (
        "<h2>Years of waiting</h2>¶<h3>A bridge too dear</h3>¶<h2>After the vote</h2>¶<h4>⟦What the mayor knew⟧</h4>",
        "<h2>A bridge too dear</h2>¶<h3>After the vote</h3>¶<h2>The inquiry</h2>¶<h5>⟦The price of steel⟧</h5>",
    ),
    "credit-format": (
        picture("The quay at dawn [Ana Sol⟦ - ⟧Anadolu Agency]"),
        picture("The mill at dawn [Ana Sol⟦ / ⟧Reuters]"),
        picture("The quay at dawn [Ana Sol/AFP]") + "¶" + picture("The mill at noon ⟦(Ana Sol/AFP)⟧", "A mill", 2),
        picture("The crane at dawn [⟦OMAR HALLAK⟧/AFP]"),
    ),
    "credit-mixed": (
        picture("The quay at dawn [Ana Sol/AFP]") + "¶" + picture("The mill at noon [Ana Sol/AFP]", "A mill", 2) + "¶" + picture("The crane at night. ⟦Photo: Ana Sol/AFP⟧", "A crane", 3),
        picture("The quay at dawn (Ana Sol/AFP)") + "¶" + picture("The mill at noon (Ana Sol/AFP)", "A mill", 2) + "¶" + picture("The crane at night. ⟦Credit: Ana Sol/AFP⟧", "A crane", 3),
    ),
}  # fmt: skip

# Faults of the head, on an article of the page's own paragraphs under this headline:
HEADLINE: Final = "Mayor Lindqvist opens harbour hall after nine years, 31 hurt in crush"
_LD: Final = '<script type="application/ld+json">{"@type": "NewsArticle", %s}</script>'
HEADS: Final[dict[str, tuple[str, ...]]] = {
    "author-conflict": (
        '<meta name="author" content="⟦Ann Reid⟧">' + _LD % '"author": {"@type": "Person", "name": "Jo Blake"}' + '¶<p class="byline">By Jo Blake</p>',
        '<meta name="author" content="⟦Tomas Weller⟧">' + _LD % '"author": [{"@type": "Person", "name": "Jo Blake"}]'
        + '¶<div class="author">Jo Blake</div>',
    ),
    "canonical-conflict": (
        '<link rel="canonical" href="https://courier.example/news/hall"><meta property="og:url" content="⟦https://courier.example/sport/final⟧">',
        '<link rel="canonical" href="https://courier.example/2019/05/hall"><meta property="og:url" content="⟦https://courier.example/2018/01/mill⟧">',
    ),
    "description-cut": (
        '<meta name="description" content="The mayor opened the hall on Monday after years of delay, but the ⟦…⟧">',
        '<meta name="description" content="The mayor opened the hall on Monday after years of delay, and then a ⟦[...]⟧">',
    ),
    "headline-conflict": (
        f'<meta property="og:title" content="{HEADLINE.replace("31", "⟦13⟧")}">',
        f'<meta property="og:title" content="{HEADLINE.replace("Lindqvist", "⟦Lindkvist⟧")}">',
        f'<meta property="og:title" content="{HEADLINE.replace("opens", "⟦does not open⟧")}">',
        '<meta property="og:title" content="⟦Twelve ways to cook nettles this spring⟧">',
    ),
    "json-ld-invalid": (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Hall",⟦}⟧</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle" ⟦"headline"⟧: "Hall"}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The "⟦new⟧" hall"}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Hall⟦\n⟧opens"}</script>',
    ),
    "metadata-date": (
        '<meta property="article:published_time" content="⟦1750680000000⟧">',
        _LD % '"datePublished": "⟦yesterday at noon⟧"',
        _LD % '"datePublished": "2024-05-15T09:00:00Z", "dateModified": "⟦2024-05-12T18:50:00Z⟧"',
        _LD % '"datePublished": "⟦2024-13-05T09:00:00Z⟧"',
        _LD % '"datePublished": "⟦2024-05-15T09:00:00⟧"',
    ),
    "link-insecure": (
        '<link rel="canonical" href="https://www.courier.example/news/hall">¶<p>The <a href="⟦http⟧://www.courier.example/hall">hall</a> was opened on Monday by the mayor.</p>',
        '<meta property="og:url" content="https://courier.example/news/hall">¶<p>The <a href="⟦http⟧://courier.example/2018/mill">old mill</a> was sold last year.</p>',
    ),
    "data-caption-conflict": (
        _LD % '"image": {"@type": "ImageObject", "caption": "Rescuers lifted ⟦31⟧ people from the water at night"}'
        + "¶" + picture("Rescuers lifted 30 people from the water at night [Ana Sol/AFP]"),
        _LD % '"image": {"@type": "ImageObject", "caption": "Mayor Anders ⟦Lindkvist⟧ opens the new hall of the harbour"}'
        + "¶" + picture("Mayor Anders Lindqvist opens the new hall of the harbour [Ana Sol/AFP]"),
    ),
    "caption-stale-date": (
        _LD % '"datePublished": "2024-05-15T09:00:00Z"'
        + "¶" + picture("The mayor visits the empty hall on ⟦3 March 2021⟧ [Ana Sol/AFP]"),
        _LD % '"datePublished": "2024-05-15T09:00:00Z"'
        + "¶" + picture("A boat waits beside the hall, ⟦December 9, 2022⟧ [Ana Sol/AFP]"),
    ),
    "alt-headline": (
        "¶" + picture("The hall on Monday [Ana Sol/AFP]", f"⟦{HEADLINE}⟧"),
    ),
    "relative-date": (
        "¶The mayor opened the hall ⟦yesterday⟧ and thanked the builders.",
        "¶The council will meet ⟦tomorrow⟧ to talk about the accounts.",
        "¶A spokesman said ⟦this morning⟧ that the hall was safe.",
    ),
}  # fmt: skip

# Headline and a sentence of the text that contradicts it.
HEADLINES: Final = (
    ("⟦31 killed⟧ as ferry sinks off harbour", "The ferry sank at dawn and 30 people were killed, the coastguard said."),
    ("Fire at mill ⟦kills five⟧", "Six people died in the fire at the mill, the police said on Monday."),
    ("Police: ⟦14 arrested⟧ after march", "The police arrested 41 people after the march through the city."),
    ("Crush at hall leaves ⟦200 injured⟧", "In all, 120 people were injured in the crush, doctors said."),
)  # fmt: skip
