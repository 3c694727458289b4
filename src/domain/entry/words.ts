/**
 * The words by which a sentence is understood, English and German together: a line may mix them.
 * Everything is lower case; a new word is added here and nowhere else.
 */

export interface Words {
  has(word: string): boolean
}

/** The set is made when it is first asked: hardly a sentence needs them all. */
export function words(list: string): Words {
  let set: Set<string> | undefined
  return {
    has(word) {
      set ??= new Set(list.trim().split(/\s+/))
      return set.has(word)
    },
  }
}

/** What opens a list of people who were met. */
export const WITH = words('with w/ w mit m.')

/** What stands between two people of a list. */
export const AND = words('and und sowie plus u u. & + /')

/** After these a known person is meant even in lower case, or when the name is a word as well. */
export const MEETING_VERBS = words(`
  met meet meeting saw called phoned rang emailed mailed texted messaged visited thanked asked told
  traf treffe getroffen sah besuchte besucht rief getroffen`)

/** After these, whoever is named was met, known before or not. */
export const INTRODUCING_VERBS = words('met traf')

/** Whom an introduction is made to, when it is me. */
export const ME = words('me us mir mich uns')

/** Whoever is only talked about, or was missing, was not met. */
export const NOT_THERE = words(
  'about über ueber regarding re concerning wegen without ohne except außer statt knows kennt',
)

/** A name may hold these in lower case: Vincent van Gogh, Otto von Hahn. */
export const PARTICLES = words(
  'van von der den de da del della di du la le los dos das ter ten af av bin ibn ben al el',
)
/** Of these, the ones that may open a name. "mit der Gruppe" is nobody. */
export const OPENING_PARTICLES = words('van von de da del della di du la le ter ten af av bin ibn ben al el')

export const TITLES = words(
  'herr herrn hr hr. frau fr. mr mr. mrs mrs. ms ms. miss mx mx. dr dr. med. jur. prof prof. professor sir dame',
)

/** "with my friend Ada", "mit meiner Kollegin Ada": words that may stand before a name without being one. */
const ROLES = words(`
  friend friends colleague colleagues boss client clients customer neighbour neighbor brother sister wife husband partner mentor
  mentee cofounder co-founder founder designer developer investor cousin uncle aunt mother father mum mom dad son daughter
  coworker co-worker roommate flatmate teacher professor lawyer accountant recruiter manager
  freund freunde freundin kollege kollegen kollegin chef chefin kunde kunden kundin nachbar nachbarn nachbarin bruder schwester mann
  partnerin mentorin gründer gründerin designerin entwickler entwicklerin investorin geschäftspartner geschäftspartnerin mitgründer
  mitgründerin cousine onkel tante mutter vater sohn tochter anwalt anwältin steuerberater steuerberaterin ceo cto cfo coo
  notar notarin arzt ärztin bürgermeister bürgermeisterin geschäftsführer geschäftsführerin vorstand inhaber inhaberin vermieter
  vermieterin professorin journalist journalistin architekt architektin ingenieur ingenieurin fotograf fotografin texter texterin
  bäcker bäckerin metzger metzgerin schreiner schreinerin tischler tischlerin friseur friseurin elektriker klempner hausmeister pfarrer
  pfarrerin maler malerin winzer winzerin grafiker grafikerin illustrator illustratorin lektor lektorin übersetzer übersetzerin
  programmierer programmiererin guy typ`)

/** "Produktmanager", "UX-Designerin": roles whose first part is anything. */
const ROLE_ENDINGS =
  /.(?:manager|designer|entwickler|berater|gründer|referent|assistent|redakteur|makler|coach|trainer|developer|engineer|consultant)(?:in)?$/

/** Whether a word, in lower case, tells what somebody is to me or does, and is not their name. */
export const isRole = (lower: string): boolean => {
  const role = lower.replace(/^ex-/, '')
  return ROLES.has(role) || ROLE_ENDINGS.test(role)
}

/** "Ada's team" is not Ada. */
export const OTHERS = words('team people friends family group crew company')

export const DETERMINERS = words(`
  my our his her their your deren dessen the a an some meinem meiner meinen mein meine unserem unserer unseren unser unsere seinem seiner seinen
  ihrem ihrer ihren dem der den einem einer einen old new former dear good alten alte neuen neue neuem neuer ehemaligen lieben guten
  potential possible potenziellen potenzieller potenziellem`)

/** Capitalised or not, these never begin or belong to a name that was not known before. */
export const STOP_WORDS = words(`
  a an the this that these those my our your his her their its i we you he she it they me us him them who whom whose which what where when
  why how at in on to from of for by about with without after before during over under through outside inside around across there here between near into onto via per as than then
  and or but so if because while since until till not no yes ok okay re vs
  is are was were be been being am has have had do does did can could should would may might must shall
  today yesterday tomorrow tonight last next ago now later soon again also just only very both all everyone everybody nobody someone
  somebody anyone people friends family folks others team group guys
  ich du er sie es wir dank ihr mich mir dich dir uns euch ihn ihm ihnen mein meine dein sein seine unser der die das den dem des ein eine einen
  einem einer eines im am an auf aus bei beim bis durch für gegen hinter in mit nach neben ohne seit um unter vom von vor während wegen zu
  zum zur zwischen über und oder aber denn weil dass wenn als wie wo was wer wann warum nicht kein keine ja nein ist sind war waren bin
  bist sei hat habe haben hatte hatten wird werden wurde kann können konnte soll sollte will wollen wollte muss müssen darf
  heute gestern vorgestern morgen übermorgen jetzt später bald wieder auch nur sehr beide beiden alle alles allen niemand niemandem jemand
  jemandem man sich dann danach dort hier noch schon leuten freunden kollegen familie gruppe anderen
  morning afternoon evening night noon abend abends mittag mittags nachmittag vormittag nacht
  monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
  januar jänner februar märz juni juli oktober dezember january february september october november december`)

/** Common enough beside "with" and "intro to", and nobody's name. */
export const NOT_PEOPLE = words(`
  coffee tea lunch dinner breakfast brunch beer wine drinks call video zoom teams slack whatsapp mail email chat meetup conference event workshop
  milk sugar cake it ai hr pr seo ux ui english german french spanish italian christmas easter
  kaffee tee mittagessen abendessen frühstück essen bier wein anruf telefon spaziergang konferenz messe treffen besuch termin
  milch hafermilch zucker kuchen blick ziel thema projekt produkt kind kindern kinder baby hund leute team kundschaft englisch deutsch
  investors developers designers students founders speakers recruiters freelancers engineering marketing sales support legal finance
  vertrieb einkauf buchhaltung geschäftsführung finanzamt betriebsrat azubis kommilitonen studenten studierenden investoren entwicklern
  designern gründern gründerinnen bekannten verwandten eltern großeltern schwiegereltern geschwistern projektteam
  ehepaar hilfe unterstützung verspätung freude spaß erfolg mühe ruhe geduld abstand absicht vergnügen fokus bezug rücksicht vorfreude
  begeisterung interesse sahne pommes
  tip tipp tipps note notes idea idee link book buch fwd ps fyi hinweis feedback intro introduction kontakt keynote talk vortrag`)

/** "mit Ada Kaffee getrunken": the noun before such a verb belongs to the verb, not to the name. */
export const OBJECT_VERBS = words(`
  getrunken besprochen gemacht geplant geklärt diskutiert angesehen angeschaut durchgegangen vorbereitet geschrieben gebaut entwickelt
  ausgetauscht gezeigt gefeiert verhandelt organisiert abgestimmt`)

/** "experience with Kubernetes": after these "with" introduces no new people. */
export const WORK_WORDS = words(`
  work works working worked help helps helped helping start started starting deal dealing dealt struggle struggles struggling struggled
  experience familiar problem problems issue issues trouble experiment experimenting done happy busy fine
  arbeit arbeitet arbeiten gearbeitet angefangen erfahrung erfahrungen problem probleme problemen zufrieden hilfe hilft geholfen fertig`)

/** English words, and parts of the calendar, that are names too: at the start of a sentence or in lower case they are taken for words. */
export const ENGLISH_WORD_NAMES = words(`
  will mark grace may bill rose hope faith joy art rich frank pat drew chase dawn june april august summer autumn amber rob sue ivy lily
  daisy iris violet ruby pearl olive holly heather hazel ginger gene grant guy miles penny ray wade ward brook cliff clay dale
  dean earl nick skip sandy star king page porter baker cook smith taylor carter hunter fisher mason parker young long small
  white black brown green gray grey gold silver wood stone hill field rivers banks bush church hall marsh moody price rice bell berry best
  bird bishop blank bond booth boss bright brooks case cash chance close cross day english french fox friend frost game gates good grave
  hand hart house jobs judge key knight lake lamb land law little love low major moon more noble north park peace pool power pope rush
  sharp short snow speed spring street strong sun swan sweet train tree wall war water way weeks wells west wild wise winter wolf word
  worth yes new man an do so in on be my he to or no go see sunny merry happy angel christian jewel trip reed read wren robin 
  monday friday sunday mercy patience charity melody harmony destiny crystal jade opal sage basil rosemary forest rain storm stormy skye
  bay beau buck bud chip colt dash duke fern finn flint gale gray jet kit lane lance peg pierce pike ransom roman rusty sky tad trip
  ace `)

/** German nouns and adjectives that are names too. German writes every noun large, so that alone does not make a name. */
export const GERMAN_WORD_NAMES = words(`
  sommer winter herbst frühling freitag montag sonntag samstag dienstag morgen abend mai april august juni januar
  klein groß gross lang kurz jung alt neu gut schwarz weiß weiss braun grün roth rot stark frei froh reich schön schnell fromm ernst
  müller schneider fischer weber bauer koch richter wolf vogel könig kaiser kraft stein berg bach baum busch engel hahn horn krug kern
  sturm winkler ziegler zimmermann fuchs graf hase herzog jäger kaufmann krieger mann maurer meister pfarrer ritter schäfer schmied
  schreiber schuster schütz seiler wagner töpfer gärtner hof stern licht geld pfennig apfel birne rose blume stahl eisen holz feld wald
  wiese fluss see meer brunnen becker metzger fleischer bäcker förster lehmann hirsch hecht specht adler falke sperling fink krämer
  lange mark will sand kohl kraut pfeffer salz zucker nagel hammer keller kammer burg schloss haus kirchner küster glück freund frank
  stolz sauer süß lieb kühn wild weise winkel eck ecke spitz stock busch dorn ast blatt halm korn weizen roggen hafer gerste brand
  funke rauch asche frost schnee regen wind donner blitz hagel nebel wolke sonne mond tag nacht stunde zeit`)

/** Names that are everyday words in lower case, beyond those above: "max 3 people", "jan" for January. */
export const SMALL_WORD_NAMES = words('max jan ken don dot nan les sol rex guido pro via per')

/** Well-known cities: after a comma they are where people met ("Lunch with Ada, Berlin"), and no one who was there. */
export const CITIES = words(`
  berlin hamburg münchen munich köln cologne frankfurt stuttgart düsseldorf leipzig dresden hannover nürnberg bremen dortmund
  bonn mannheim karlsruhe freiburg heidelberg mainz kassel potsdam rostock kiel lübeck münster aachen augsburg regensburg würzburg
  erfurt weimar jena halle magdeburg wien vienna graz linz salzburg innsbruck zürich zurich basel bern genf geneva luzern lausanne
  paris lyon london oxford cambridge manchester edinburgh dublin amsterdam rotterdam utrecht brüssel brussels antwerpen kopenhagen
  copenhagen stockholm oslo helsinki warschau warsaw krakau prag prague budapest bukarest athen athens rom rome mailand milan
  barcelona madrid valencia lissabon lisbon porto istanbul boston chicago seattle tokyo tokio singapore singapur dubai`)

/** Names that a calendar has too. */
export const CALENDAR_NAMES =
  words(`may april june july august mai juni juli januar monday friday sunday montag freitag samstag sonntag dienstag
  mittwoch donnerstag`)

/** "Peter von Siemens": after "von" whom somebody is with. Of firms only those that everybody knows. */
export const AFFILIATIONS = words(`
  agentur firma bank sparkasse volksbank uni universität hochschule stadt messe presse zeitung redaktion post bahn kammer
  handwerkskammer wirtschaftsförderung stiftung gewerkschaft partei kanzlei werkstatt versicherung arbeit telekom lufthansa gemeinde
  siemens bosch google apple amazon microsoft meta facebook netflix stripe zalando adidas bayer daimler mercedes porsche audi
  volkswagen continental allianz commerzbank vodafone accenture deloitte mckinsey ikea airbus tesla spotify figma github gitlab
  hetzner rewe edeka aldi lidl nokia oracle adobe shopify paypal nvidia intel samsung`)

/** After these a noun says where, whence or about what, and is nobody who was met. */
export const PREPOSITIONS = words(`
  in im ins am an auf aus bei beim mit vom von zu zum zur nach über unter vor für gegen ohne durch um wegen seit hinter neben zwischen
  während trotz statt dank via`)

/** Written large where they begin a sentence, and no part of a name. */
export const OPENING_ADVERBS = words(`
  spontan zufällig kurz endlich eben gerade vorhin neulich letztens danach davor dabei überraschend erneut erstmals gleich abends mittags
  morgens vormittags nachmittags unterwegs nebenbei beinahe fast zuerst zuletzt schließlich außerdem ansonsten leider kennen habe hab`)

/** The first word of many a place's name. */
export const PLACE_WORDS = words(
  'café cafe hotel restaurant gasthaus gasthof bar bistro bäckerei kantine haus villa schloss bahnhof',
)

/** "in Berlin", "nach Paris": a place follows, whoever bears that name. */
export const INTO = words('in im nach aus')

const GERMAN = words(
  'der die das den dem des ein eine einen einem einer und mit ist war sind waren hat habe haben bei beim im am zum zur über von vom für nicht auch wir ich er sie es uns mir ihr ihm kaffee gestern heute vorgestern',
)
const ENGLISH = words(
  'the a an and with is was were are has had have at on to from about for of not also we i he she it us me her him they coffee yesterday today',
)

export type Language = 'de' | 'en' | undefined

/** Whether a text is rather German, rather English or cannot be told, by its commonest words. */
export function languageOf(lowerWords: Iterable<string>): Language {
  let balance = 0
  for (const word of lowerWords) balance += (GERMAN.has(word) ? 1 : 0) - (ENGLISH.has(word) ? 1 : 0)
  return balance > 0 ? 'de' : balance < 0 ? 'en' : undefined
}
