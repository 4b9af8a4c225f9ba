"""Words of the news that the lists which build_dictionary.py reads do not have."""

from __future__ import annotations

from typing import Final

#: Words that are younger than the lists.
NEW_WORDS: Final = """
aarti academisation acai adivasi adivasis adtech adware agritech agritourism agrivoltaic
agrivoltaics agroecology agtech aioli airstrike airstrikes allrounder allrounders allyship altcoin
altcoins amapiano amasi anganwadi anganwadis anonymised anti-vaxxer anti-vaxxers antifa antivax
antivaxxers aperitivo aperol apropos arancini ashwagandha assemblymember assemblymembers
astroturfing asylee asylees async athleisure atmos audioguide audioguides autocorrect autofill
autoplay backchannel backend bakkie bakkies balayage bandh bandmate bandmates banh bantustan
bantustans barback barbacks barndominium barndominiums beatmaker bedblockers bedblocking benzo
benzos berbere bhurji bibimbap binkies binky biochar biohacker biohacking biomethane biometrics
biosecurity biosimilars bioterror bioweapon bioweapons birria bleisure blockchain bloggers boardgame
boardmember boardmembers bodycam bodycams bodyworn bokeh bonkbuster bono bossware boulangerie braai
braais breadcrumbing breadmaking breastmilk bredren brexiteer brexiteers brexiters bromance bruh
burkini burkinis burpee burpees burqini burrata burrfish bushmeat busway busways byelection
byelections capita cardinalfish carer carers carfentanil carnitas carshare catfished catfishing
cavapoo cavapoos ceasefires ceramide ceramides chaat chaebols chargesheeted chatbot chatbots chav
chavs cheesemaker cheesemakers chikungunya chilaquiles childminder chimichurri chiplet chiplets
cleantech clickbait clickbaity climatetech clownfish clubgoers codeshare codeshares coliving collab
collabs comorbidities congressmember congressmembers copium copypasta coronavirus cosplayer
cosplayers cottagecore councilmember councilmembers councilpeople covid coworking crema crewmember
crewmembers cringey crorepati crowdfund crowdfunded crowdfunder crowdfunding crowdsource
crowdsourced cryptocurrencies cryptocurrency cubesat cubesats cyberattack cyberattacker cyberattacks
cyberbullying cybercrime cyberflashing cybersecurity cyberstalking cybertruck cyclocross
cyclotourism dalit dalits dancefloor dancefloors darknet dashcam dashcams datacentre datacentres
dataset datasets daycation deadname deadnamed deadnaming debanked debanking decacorn decarceration
deepfake deepfaked deepfakes deescalate deffo defo degrowth demining demisexual denialism denialist
deplatformed deplatforming deprioritise deprioritised deradicalisation derecho derisk derisking
desis detransition detransitioned dhaba dhabas diem dieselgate disinfo djembe docuseries doenjang
dogecoin doomscrolling dosa dosas downballot doxed doxing doxx doxxed doxxing dropshipping ebike
ebikers ebikes ebola ecommerce edtech electrolyser electrolysers elote elotes embiggen emoji emojis
enfant enshittification erev escooter escooters esport esports esportsman esquites ethnonationalism
ethnonationalist eurozone exfiltrate exfiltrated exfiltration exfoliants facetime factcheck
factchecked factchecker factcheckers factchecking facto fanbase fanbases fangirl fangirls fanzone
fanzones fearmongering fellrunner femicide femicides femtech finfluencer finfluencers fintech
flexitarian flexitarians flightpaths flyhalf foldables foodbank foodbanks foodtech frackers
freediver freedivers freediving freegan freekeh froing froings frontend frontline frontwoman
furikake furlough furloughed futsal gameday gamedays gameplay gamification gamified gaslighting
gastropub gastropubs genderfluid genderqueer geoblocked geofence geofencing geolocate geolocated
geolocation geospatial geotag geotagged gifs gigafactories gigafactory gigawatt gigawatts gimbap
girlboss girlbosses glamper glampers glamping glibc gloomster glowy glyphosate gochugaru gochujang
gorditas goreng goses gotcha greenwashing groyper groypers guajillo guajillos guanciale guanxi
gummies hackathon hackathons hapu hardmen hashtag hashtags healthcare healthspan healthtech heatmap
heatmaps hefeweizen heteronormative hijabi hijabis hindutva hoc hodl hoisin homelab homeschool
homeschooled homeschooling horchata hotdesking hotspot hotspots housebuilder housebuilders
housebuilding houseshare hudna huitlacoche hukou hyaluronic hypebeast hyperfixation hyperlocal
hyperloop hyperpartisan hyperscale hyperscaler hyperscalers idli idlis imbizo incel incels indica
influencer influencers infodemic infographic infographics infosec instagrammer instagrammers
instapoet insurtech islamophobia islamophobic iwi izakaya izakayas jaune jeggings jetlagged jihadi
jihadis jihadism jihadist jihadists jollof jorts jouvert kaiju kalonji katsu kaumatua kawaii kecap
keirin kettlebell kettlebells kettled kettling kippah kirana kiranas kitesurf kitesurfer kitesurfing
kombi kombucha kompromat kpop krump kwaito labneh labradoodle labradoodles landbanking langar
lehenga lehengas lekgotla libc lifehack lifehacks limoncello lineout lineouts listicle liveblog
liveblogs livestream livestreamed livestreamer livestreaming livestreams loadshedding lockdown
lockdowns longlist longlisted longlisting longread longreads lowkey loya makerspace makerspaces
malbec malinformation malware manbun manosphere mansplaining manspreading martech maskless masse
matcha matchday matchdays mauby mccarthyite meatspace mech mechs medtech megadonor megadonors
megafire megafires memecoin memed merch metaverse mezcaleria mezcalerias michelada micheladas
microcredit microdose microdosed microdosing microgrid microgrids microinfluencer micromobility
microplastic microplastics microtransaction microtransactions midterms migas millennials misgender
misgendered misgendering mixtape mixtapes mockumentary modders mofongo monkeypox mortem moshpit mpox
mukbang mutex mutexes nakba nanoplastics naxal naxalite naxalites naxals nduja neobank neobanks
neonicotinoid neonicotinoids nepo netballer netballers neurodivergence neurodivergent neurodiverse
neurodiversity neurotech newsbrand newsbrands newsfeed newsfeeds niqab niqabs nitazene nitazenes
nonbinary nopales norovirus oatmilk obesogenic offline offspinner okonomiyaki omakase omnichannel
onesie onesies online onramp onscreen onsen onsens operandi overboarding overtourism padel pandan
paneer paninis panko parasocial parishad parklet parkrun parkruns pathologise paywall paywalled
paywalls peacebuilding peacekeeper peacekeepers peatland peatlands pechuga pelotons perimenopausal
perimenopause permacrisis pescatarian pescatarians peshmerga petrochemical petrostate petrostates
pfas phablet photobomb photobombed photoshoot photoshoots photovoltaic picanha pickleballer
pickleballers pilates placemaking plandemic playthrough plogging podcast podcaster podcasters
podcasting podcasts pollster pollsters polyamorous polycrisis polycule ponzu powerplay powerplays
pozole prebiotics prebunking preloved preorder preorders prepper preppers probiotics proptech
prosecco proteome proteomics provocateur provocateurs pthreads pubgoer pubgoers pupusa pupusas
putbacks pyaza qipao quadcopter quadcopters quarantini quarantinis queerbaiting queso quinceanera
quishing racialised racialized rajya rando ransomware rata rebrand rebranded rebranding redditor
redditors redevelopment reggaeton regift regifted regtech remainer remainers remoaner remoaners
rendang reopener reposado reshare reskill reskilling resto retcon rewatch rewatched rewatching
rewild rewilded rewilding rideshare rideshares ringfence ringfenced ringfencing rizz roadmap
roadmaps robotaxi robotaxis romcom romcoms rugpull sabha saisons salafist salafists salumi salwar
scamdemic scooterist screengrab screengrabs screenshotted selfie selfies semaglutide sensemaking
separatist separatists setlist setlists sexted sextortion shakshuka shapewear sharenting shawarma
shawarmas shisha shitpost shitposting shortlist shortlisted shortlisting shortselling showrunner
showrunners shrinkflation sicario sideloading siloviki sippy sisu situationship situationships
skimpflation slopestyle smartphone smartphones smartwatch smartwatches smishing snackable
sneakerhead snowboarder snus sockpuppet sockpuppets softliner solarpunk solopreneur solopreneurs
sopes spad spads speedcam speedrun speedrunners speedruns spintronics spokespeople spokesperson
spokespersons spycam squadmate squadmates stablecoin stablecoins stalkerware stanning startup
startups staycation staycations stepkids stepmum stepmums stockpicker stokvel stokvels stormwater
storytime stracciatella streamer streamers streetwear subreddit substack subtweet sudoku superfan
superfans superfood superfoods superhost superspreader superyacht superyachts synbio synthwave
takoyaki tankini tankinis teamtalk techbro techbros tehsildar telehealth terre terroir terroirs
thinkpiece thinkpieces thinktank thinktanks thobe thobes throuple throuples tikanga tiktoker
tiktokers tirzepatide tlayuda tlayudas togarashi toing toings tokenisation tokenised tokenization
tokenized tokenomics tonkotsu tradie tradies tradwife trans transfem transmasc transness transphobe
transphobes transphobia transphobic tribals turntablist tweet tweeted tweeting tweets unboxing
uncancel underbanked undertourism unfollow unfollowed unfriend unmute unmuted unschooling
unskippable unvaccinated unvaxxed upcycle upcycled upcycler upcycling upskill upskilling upskirting
upvote vape vaped vaper vapers vapes vaping vaxx vaxxed vaxxer vaxxers vibecoding videogames
virality vishing vivendi vlog vlogger vloggers vlogging voicemail voicemails voiceover voip
voluntourism wagyu wahhabi wahhabism walkoff warzone warzones watchlist watchlists weaponise
weaponised weaponising weaponized webcam webcams webinar webinars website websites webtoon webtoons
whanau whataboutery whataboutism whistleblower whistleblowers whistleblowing wifi wildmeat wingsuit
wingsuits woke wokeism wokeness woodburner woodburners woonerf workation workations workplace
workplaces workstream workstreams worldbuilding xylazine yeet yeeted youtuber youtubers yuzu zaatar
zhuzh zika zoomer zoomers zumba
""".split()

#: Words that English borrows from other languages, alone or in a phrase: "bona fides", "diya".
LOAN_WORDS: Final = """
absurdum actus adhan aegypti affogato afrobeat afrobeats anglaise annus apres arete arrabbiata
australis autismus azzurri bachata bandhan baozi barfi bellum bianconeri bleus bodas bossa brevis
brulee bruschetta buco bulgogi bundesliga cacio caipirinha cappuccini carpe catenaccio catus cerrado
crims croque currywurst dabke dancehall danwei darbuka decidendi decisis delicto democrata
derailleur desperandum disant dishdasha diya diyas domestica doosra doppelganger dynamis egusi
elegans energiewende entelecheia epoque equina erectus etat etre etude euromaidan extremis
falciparum fattoush fidelis fika firie firies fixe flagrante fouette fraiche frutti fugit galabeya
galactico galacticos galbi gambiae ganoush gaokao gelateria generis gesamtkunstwerk ghanoush gratia
grimpeur gulab habemus hallyu hanbok hangi hanout hanzi hapkido haredi haredim hashanah hectopascal
hectopascals herbes hermano hermanos hija hijo hikikomori horribilis hutong hutongs hygge iberico
idee iftar iftars ipsa ipso jalapenos jalebi jamun jiaozi judicata kaffee karoshi knafeh koftas koha
krai kronur kufiya kulfi kunafa laddu ladoo lagom langos libre libris linea lucida ludorum macchiato
machina majeste manana manchego mansaf maqluba matatu matatus materia mbalax memoriam mentis merguez
meridiem microsievert milligray milligrays milonga milongas mitzvot mochi monocytogenes mujahid
mukhabarat navratri neanderthalensis nerazzurri niente nigiri nigra nihilo noctem noire nolle nueva
nullius obscura obstante oeil officinalis okrug ondol orbi orecchiette osso ostalgie osteria otaku
paan panenka papam paratus parentis pari passu pelmeni perpetuum pietra plov poena poetica pokie
populi possidetis presidente probandi problemo propre propter prosequi publico puttanesca qanun quem
quilombo quilombos rabona raksha rasa reductio regista riads rojiblancos rossoneri rouleur rouleurs
sadaqa sahwa sativa savoir schuldenbremse scriptum scudetto sehri sertao sevillanas shaabi shabiha
shakshouka sicarios soi soigneur soigneurs soju soupe standi suburbana suhoor suya tagine tagines
tawhid tehsil tehsils telenovela telenovelas tempranillo tempus thawb tonkatsu trequartista
tteokbokki tuks twelfthman ugali umrah urbi uti vallenato valorem vareniki varenyky veni verkhovna
vidi vivant viveur voce vongole vulgaris willkommenskultur wudu xiaolongbao
""".split()
