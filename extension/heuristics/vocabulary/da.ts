import type { Language } from './language.ts'

export const da: Language = {
  headers: {
    seat: 'pladser|plads|enheder|brugerpladser|sæder|brugerlicenser|inkluderede brugere',
    purchased:
      'købte|købt|bestilte|indkøbte|inkluderet|indkøbt|bestilt|inkluderede|antal købte|anskaffet|købte licenser|aftalt antal|anskaffede|antal købt|erhvervet',
    assigned:
      'tildelte|tildelt|brugte|anvendte|i brug|optagne|forbrug|brugt|anvendt|optaget|forbrugt|uddelt|tildelte licenser|brugte licenser|benyttet|benyttede|udnyttede|anvendelse|uddelte',
    available:
      'tilgængelige|tilgængelig|ledige|resterende|tilbage|ikke tildelt|ledig|fri|frie|ubrugte|ikke tildelte|ubrugt|ledige licenser|tilgængelige licenser|til rådighed|resterer|utildelte',
    count: 'antal|mængde|stk|styk',
    unlimited: 'ubegrænset|ubegrænsede|ingen grænse',
    capacity: 'grænse|kvote|loft|maks antal|kapacitet',
    price:
      'pris|omkostning|gebyr|takst|abonnementspris|afgift|pris pr måned|pris pr år|pris per måned|pris per år|månedlig pris|årlig pris|månedspris|årspris|årlig omkostning|månedlig omkostning|månedlig ydelse|fornyelsespris|udgift|kontingent',
    amount: 'beløb|sum|værdi|fakturabeløb',
    total:
      'i alt|total|samlet|totalbeløb|samlet beløb|at betale|total inkl moms|beløb inkl moms|samlet pris|i alt inkl moms|totalpris|til betaling|beløb i alt',
    unit: 'pr enhed|pr bruger|stykpris|enhedspris|pr licens|per bruger|pr plads|pris pr bruger|pris per bruger|pris pr licens|pr stk|pr person|pr sæde|omkostning pr bruger|pris pr plads|pris pr stk',
    currency: 'valuta',
    subtotal: 'subtotal|netto|ekskl moms|nettobeløb|beløb ekskl moms|uden moms',
    tax: 'moms|skat|momsbeløb|afgifter',
    paid: 'betalt beløb|indbetalt',
    balance:
      'saldo|restbeløb|udestående|tilgodehavende|skyldigt beløb|udestående beløb|til gode|restance|mangler at betale',
    discount: 'rabat|nedslag',
    date: 'dato|dag|den|tid',
    start:
      'start|startdato|begynder|gyldig fra|fra|købsdato|siden|aktiveret den|aktiv siden|aktivering|købt den|anskaffelsesdato|aftalestart|kontraktstart|aktiveringsdato|gælder fra|fra den|startede|kunde siden|oprettet aftale|tegnet den|tegnet|fra og med|fra dato|påbegyndt|begyndelse|bestilt den|ikrafttrædelse',
    end: 'slut|slutdato|udløber|udløber den|udløb|udløbsdato|gyldig til|ophører|ophører den|til og med|gyldighed|kontraktudløb|gældende til|slutter|gælder til|til dato|udløbet den|afsluttes|ophør|ophørsdato|udløbstidspunkt|bindingsperiode til|aftaleudløb|supportudløb|sidste dag|slutter den|licensudløb',
    renew:
      'fornyelse|fornyes|fornyes den|fornyelsesdato|næste betaling|næste faktura|næste opkrævning|forlænges|næste fakturering|næste fornyelse|forlænges den|næste betalingsdato|fornyes automatisk den|næste trækning|næste fakturadato|næste opkrævningsdato|forlængelse|næste faktureringsdato|næste forfaldsdato|forlængelsesdato|fornys',
    next: 'næste|kommende',
    last: 'sidste|seneste|senest|sidst',
    billing: 'fakturering|betaling|opkrævning',
    due: 'forfaldsdato|forfalder|forfald|betales senest|betalingsfrist|sidste betalingsdato|senest betaling|forfaldsdag|sidste rettidige betalingsdag|betal senest|forfalder den|betalingsdato|betalingsbetingelser|sidste rettidige betaling',
    issued:
      'udstedt|fakturadato|udstedelsesdato|udstedt den|dato for faktura|faktureret den|fakturerings dato|dokumentdato|bogføringsdato|sendt den|bilagsdato',
    created:
      'oprettet|tilføjet|registreret|oprettelsesdato|oprettet den|tilføjet den|registreret den|medlem siden|inviteret den|dato tilføjet|registreringsdato|tilmeldt|oprettelse',
    updated: 'opdateret|ændret|senest ændret',
    lastActive:
      'sidste login|senest aktiv|seneste aktivitet|sidst set|sidste aktivitet|senest logget ind|senest brugt|sidst aktiv|seneste login|sidst logget ind|sidst logget på|sidst brugt|seneste adgang|seneste besøg|seneste session|seneste pålogning|sidste pålogning|sidst anvendt|senest set|sidst online|seneste logon',
    canceled: 'opsagt|annulleret|opsigelse|opsigelsesdato|opsagt den|opsagt pr|afmeldt',
    trial: 'prøve|prøveperiode|prøveversion|gratis prøveperiode',
    period:
      'faktureringsperiode|periode|cyklus|frekvens|interval|betalingsperiode|faktureringsinterval|betalingsinterval|opkrævningsperiode|betalingsfrekvens|faktureringscyklus|faktureringsfrekvens|betalingscyklus|opkrævningsinterval|betalingsplan|afregning|afregningsperiode',
    status: 'status|tilstand|betalingsstatus|abonnementsstatus|fakturastatus|licensstatus|kontostatus',
    auto: 'automatisk fornyelse|fornyes automatisk|forny automatisk|automatisk forlængelse|auto fornyelse|autofornyelse|automatisk betaling|forlænges automatisk|auto forny|betalingsservice automatisk|autofornyes|automatisk fornyet|fornyr automatisk|fornyer automatisk',
    active: 'aktiv|aktive|aktivt',
    enabled: 'aktiveret|slået til|til|tilladt|til stede|tillad',
    disabled: 'deaktiveret|spærret|blokeret|slået fra|inaktiveret',
    enforced: 'obligatorisk|påkrævet|krævet|håndhævet|kræves|kræv|gennemtvunget|tvunget|gennemtving|håndhæv',
    product:
      'produkt|produktnavn|tjeneste|software|vare|produkter|tjenester|ydelse|ydelser|produktbetegnelse|navn på produkt|tjenestenavn|løsning|program|softwarenavn|varenavn|serviceydelse',
    plan: 'plan|abonnementstype|pakke|udgave|licenstype|niveau|din plan|nuværende plan|aktuel plan|abonnementsplan|type licens|abonnementsform|medlemskab|planens navn|pakkenavn|type af licens',
    sku: 'sku|produktkode|varenummer|varenr|produktnummer|artikelnummer|varekode',
    name: 'navn|fulde navn|betegnelse|titel|visningsnavn|vist navn',
    id: 'id|reference|kundenummer|aftalenummer|ref|kundenr|kontraktnummer|identifikation|abonnementsnummer',
    number: 'nummer|nr|no',
    type: 'type|kategori|slags|art',
    version: 'version',
    description: 'beskrivelse|bemærkning|note|noter|kommentar|bemærkninger|kommentarer|detaljer|tekst',
    vendor: 'leverandør|producent|udgiver|firma|forhandler|udvikler|mærke|virksomhed',
    email: 'e mail|email|e mailadresse|mail|mailadresse|e mail adresse|e post|emailadresse',
    user: 'bruger|brugere|medlem|medlemmer|person|medarbejder|tildelt til|personer|medarbejdere|ejer|administrator|ansat|ansatte|licenshaver|brugerens navn|navn på bruger|teammedlem|indehaver|agent|kollega',
    given: 'fornavn|fornavne',
    family: 'efternavn',
    login: 'brugernavn|login|bruger id|loginnavn|kontonavn',
    role: 'rolle|roller|rettigheder|adgangsniveau|tilladelser|brugertype|tilladelse|adgang|funktion|stilling|rettighed',
    mfa: 'tofaktorgodkendelse|totrinsbekræftelse|multifaktorgodkendelse|2 fa|mfa|to faktor|totrinslogin|sikkerhedsnøgle|godkendelsesapp|totrinsgodkendelse|tofaktor|tofaktorautentificering|to faktor godkendelse|multifaktor|anden faktor|to trins bekræftelse|multifaktorautentificering|bekræftelse i to trin|to faktor autentificering',
    sso: 'enkeltlogon|sso|saml|single sign on|enkelt login|identitetsudbyder',
    invoice:
      'faktura|fakturaer|fakturanummer|kvittering|fakturanr|faktura nr|regning|regninger|bilagsnummer|kreditnota|bilagsnr|kvitteringer|regningsnummer|bilag',
    domain: 'domæne|domænenavn|domæner|domænenavne',
    registrar: 'registrator|registreret hos|domæneudbyder|registrar|domæneregistrator',
    nameserver: 'navneservere|navneserver|dns servere|dns server',
    lock: 'lås|låst|overførselslås|domænelås|flyttelås',
    certificate: 'certifikat|certifikater|ssl certifikat',
    subject: 'udstedt til|almindeligt navn|emne for certifikat|fællesnavn|primært domæne|certifikatnavn',
    issuer: 'udsteder|udstedt af|nøglecenter|certifikatudsteder|certifikatmyndighed|certificeringsinstans',
    names: 'alternative navne|andre navne|dns navne|øvrige domæner',
    serial: 'serienummer|fingeraftryk',
    subscription: 'abonnement|abonnementer|kontrakt|aftale|aftaler|kontrakter',
    license: 'licens|licenser|softwarelicens|softwarelicenser',
    app: 'applikation|applikationer|app|apps|integration|program app|integrationer|tilsluttet app|forbundne apps|udvidelse|udvidelser|plugin|tilføjelsesprogram',
    scope: 'tildelte tilladelser|omfang|områder|scope',
    password:
      'adgangskode|adgangskoder|kodeord|hovedadgangskode|adgangskodepolitik|adgangskodegenerator|adgangskodelængde|adgangskodekrav|kodeordspolitik|kompleksitet for adgangskode',
    session:
      'session|sessionslængde|inaktivitet|sessioner|sessionsvarighed|sessionstimeout|timeout|automatisk log af|automatisk logud',
    retention: 'opbevaring|opbevaringsperiode|dataopbevaring|opbevaringspolitik|sletteregel',
    backup: 'sikkerhedskopi|sikkerhedskopiering|sikkerhedskopier|backup|backupper',
    device:
      'enhedspolitik|enhedsstyring|mobile enheder|enhedskryptering|enhedsoverholdelse|skærmlås|administrerede enheder|betroede enheder|enhedsadministration',
    dlp: 'forebyggelse af datatab|dlp|datatab|datalæk|beskyttelse mod datatab',
    sharing: 'ekstern deling|gæsteadgang|deling|offentlige links|eksternt samarbejde|gæster|fildeling',
    logging: 'overvågningslog|revisionslog|logning|audit|aktivitetslog|logfiler|hændelseslog|overvågningslogge',
    policy: 'politik|regel|sikkerhed|politikker|regler|sikkerhedsindstilling|overholdelse|sikkerhedspolitik',
    minimum: 'mindst|min|minimum|mindste',
    maximum: 'højst|maks|maksimum|maksimal|højeste',
    previous: 'forrige|tidligere',
    estimate: 'anslået|gennemsnit|procent',
    secret: 'nøgle|licensnøgle|token',
    address: 'adresse|gade|by|postnummer|land|telefon|sprog|tidszone',
  },
  fillers:
    'heraf|deraf|af|for|og|i|på|med|til|den|det|en|et|din|dit|aktuel|nuværende|er|om|konto|som|de|dine|min|mit|mine|eller|denne|dette|ved|hos|har|jeres',
  yes: 'ja|til|aktiv|aktiveret|automatisk|sand|slået til|sandt|påkrævet|konfigureret|tilladt|fornyes automatisk|automatisk fornyelse',
  no: 'nej|fra|inaktiv|deaktiveret|manuel|ingen|falsk|slået fra|aldrig|ikke konfigureret|ikke|manuelt|uden|ikke aktiveret|fornyes ikke|intet|manuel fornyelse',
  periods: {
    day: 'dag|dage|dagligt|pr dag|daglig',
    week: 'uge|uger|ugentlig|ugentligt|pr uge|hver uge',
    month:
      'måned|måneder|månedlig|månedligt|pr måned|månedsvis|per måned|om måneden|hver måned|md|mdr|månedlig betaling|månedlig fakturering|pr md|månedlige',
    quarter: 'kvartal|kvartaler|kvartalsvis|pr kvartal|hvert kvartal|hver 3 måned|kvartalsvist|kvartalsvis betaling',
    halfYear: 'halvår|halvårlig|halvårligt|halvårsvis|pr halvår|hver 6 måned|hvert halvår',
    year: 'år|årlig|årligt|pr år|per år|om året|hvert år|årsvis|årlig betaling|årlig fakturering|12 måneder|12 mdr|årlige|helår',
    never:
      'aldrig|engangs|ubegrænset|engangsbeløb|tidsubegrænset|permanent|livstid|udløber ikke|udløber aldrig|uden udløb|ingen udløbsdato',
  },
  statuses: {
    active:
      'installeret|aktiv|aktive|aktiveret|løbende|gyldig|bekræftet|aktivt|gældende|i drift|i brug|i kraft|fornyes|registreret|igangværende|kørende|ok',
    inactive:
      'ikke installeret|uden licens|inaktiv|ikke aktiv|sat på pause|deaktiveret|inaktivt|arkiveret|ingen licens|ikke aktiveret|på pause|slået fra',
    trialing: 'prøve|prøveperiode|prøveversion|gratis prøveperiode|i prøveperiode|på prøve|test',
    'past-due':
      'forfalden|restance|forsinket|forfaldent|overskredet|i restance|rykket|rykker|forfaldne|for sent|betaling overskredet|inkasso|rykker sendt',
    suspended: 'suspenderet|spærret|blokeret|låst|frosset|midlertidigt spærret|sat i bero|lukket midlertidigt',
    canceled:
      'opsagt|annulleret|afsluttet|ophørt|lukket|fornyes ikke|afmeldt|afbestilt|under opsigelse|ophører|forlænges ikke|opsigelse modtaget|stoppet',
    expired: 'udløbet|ikke længere gyldig|udløbne|ugyldig',
    pending:
      'afventer|afventende|inviteret|venter|ventende|invitation sendt|under behandling|ikke bekræftet|behandles|planlagt|kommende|anmodet|afventer godkendelse|under oprettelse|afventer aktivering|afventer accept|invitation afventer',
    deleted: 'slettet|fjernet|fratrådt',
    paid: 'betalt|afregnet|indbetalt|betaling modtaget|betalte|udlignet|betalt fuldt ud',
    open: 'åben|ubetalt|ikke betalt|sendt|til betaling|udestående|udstedt|afventer betaling|ikke forfalden|faktureret|bogført|ubetalte|skyldig|mangler betaling',
    draft: 'kladde|udkast|foreløbig|ikke sendt',
    void: 'annulleret|ugyldig|makuleret|afskrevet|krediteret annulleret',
    refunded: 'refunderet|krediteret|tilbagebetalt|tilbageført',
    partial: 'delvist|delvist betalt|delvis|delbetalt|delvis betalt',
    failed: 'mislykket|afvist|fejlet|mislykkedes|betaling mislykkedes|betaling afvist',
    enforced:
      'obligatorisk|påkrævet|krævet|håndhævet|kræves for alle|obligatorisk for alle|påkrævet for alle|gennemtvunget|krav',
    enabled: 'aktiveret|aktiv|slået til|ja|til|tilladt|konfigureret|opsat|indstillet',
    disabled:
      'deaktiveret|inaktiv|slået fra|nej|fra|ikke konfigureret|ikke aktiveret|ikke aktiv|ikke opsat|ikke tilladt|valgfrit|ikke påkrævet',
  },
  of: 'af|ud af|af i alt',
}
