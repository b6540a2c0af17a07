import type { Language } from './language.ts'

export const sv: Language = {
  headers: {
    seat: 'platser|plats|enheter|användarplatser|användarlicenser|inkluderade användare',
    purchased:
      'köpta|köpt|inköpta|beställda|inkluderade|förvärvade|beställt|ingår|totalt köpta|anskaffade|köpta licenser|avtalade|antal köpta|inköpt',
    assigned:
      'tilldelade|tilldelad|använda|används|i bruk|upptagna|förbrukade|utnyttjade|användning|tilldelat|använt|använd|förbrukning|tilldelade licenser|använda licenser|utdelade|nyttjade|i användning',
    available:
      'tillgängliga|tillgänglig|lediga|återstående|kvar|ej tilldelade|oanvända|tillgängligt|ledig|återstår|outnyttjade|lediga licenser|inte tilldelade|kvarvarande|otilldelade|tillgängliga licenser',
    count: 'antal|kvantitet|mängd|st|styck|antalet',
    unlimited: 'obegränsat|obegränsad|obegränsade|ingen gräns',
    capacity: 'gräns|kvot|tak|maxantal|kapacitet',
    price:
      'pris|kostnad|avgift|inköpspris|månadskostnad|årskostnad|pris per månad|pris per år|månadsavgift|årsavgift|månadspris|årspris|kostnad per månad|kostnad per år|förnyelsepris|abonnemangsavgift|prenumerationsavgift|listavgift|löpande kostnad',
    amount: 'belopp|summa|värde|fakturabelopp',
    total:
      'totalt|total|totalbelopp|totalsumma|summa totalt|att betala|summa att betala|totalpris|total kostnad|totalt inkl moms|belopp inkl moms|slutsumma|total summa|inkl moms',
    unit: 'per enhet|per användare|à pris|styckpris|per licens|enhetspris|per plats|pris per användare|pris per licens|kostnad per användare|per person|pris per plats|per st',
    currency: 'valuta',
    subtotal: 'delsumma|netto|exkl moms|nettobelopp|belopp exkl moms',
    tax: 'moms|skatt|momsbelopp|mervärdesskatt',
    paid: 'betalt belopp|inbetalt',
    balance: 'saldo|kvar att betala|tillgodo|återstående belopp|restbelopp|utestående|utestående belopp',
    discount: 'rabatt|avdrag',
    date: 'datum|dag|den|tid',
    start:
      'start|startdatum|början|giltig från|från|inköpsdatum|börjar|sedan|påbörjad|aktiverad den|aktiverades|aktiv sedan|avtalsstart|köpdatum|köpt den|gäller från|från och med|startade|öppnad|aktiveringsdatum|kund sedan|tecknat|tecknad|avtalsdatum|fr o m|inleds|tecknades|beställd den|aktivering|startar',
    end: 'slut|slutdatum|upphör|utgår|utgår den|utgångsdatum|giltig till|giltigt till|löper ut|till och med|förfaller|upphör den|avslutas|utgång|giltighetstid|går ut|gäller till|avtalsslut|t o m|till|slutar|utgångsdag|sista dag|löper ut den|avtalet löper ut|slutar gälla|giltighet|giltig t o m|sista giltighetsdag|går ut den|upphör att gälla|bindningstid till|supportslut',
    renew:
      'förnyelse|förnyas|förnyas den|förnyelsedatum|nästa betalning|nästa faktura|nästa debitering|förlängs|förlängning|nästa fakturering|nästa förnyelse|nästa dragning|förlängs den|nästa fakturadatum|förnyas automatiskt den|nästa betalningsdatum|nästa faktureringsdatum|nästa förfallodag|nästa debiteringsdatum|förlängningsdatum|förnyelsedag',
    next: 'nästa|kommande',
    last: 'senaste|sista|senast',
    billing: 'fakturering|betalning|debitering',
    due: 'förfallodatum|förfallodag|betalas senast|sista betalningsdag|förfaller till betalning|senast betalning|betala senast|betalningsdag|att betala senast|betalningsvillkor|sista betaldag|bet senast',
    issued:
      'utfärdad|fakturadatum|utfärdandedatum|utfärdad den|utställd|datum för faktura|fakturerad den|utställd den|fakturadag|skickad den|dokumentdatum|bokföringsdatum|utställningsdatum',
    created:
      'skapad|skapat|tillagd|registrerad|skapades|skapad den|tillagd den|registrerad den|registreringsdatum|medlem sedan|inbjuden den|upplagd|gick med|datum tillagd|registrerat|skapandedatum',
    updated: 'uppdaterad|ändrad|senast ändrad',
    lastActive:
      'senaste inloggning|senast aktiv|senaste aktivitet|senast sedd|senast inloggad|senast använd|senaste åtkomst|senast inloggad den|senaste besök|senaste session|senaste användning|senast online|senast aktiv den|sista inloggning|senaste anslutning|senast använt',
    canceled: 'uppsagd|avbruten|uppsägning|annullerad|uppsägningsdatum|avslutad|uppsagd den|avbeställd',
    trial: 'prov|provperiod|testperiod|gratis provperiod|prova på',
    period:
      'faktureringsperiod|period|cykel|frekvens|intervall|betalningsperiod|faktureringsintervall|betalningsintervall|debiteringsperiod|betalningsfrekvens|faktureringscykel|betalningscykel|fakturaintervall|debiteringsintervall|fakturaperiod|betalningsplan',
    status: 'status|tillstånd|läge|betalningsstatus|abonnemangsstatus|fakturastatus|licensstatus|prenumerationsstatus',
    auto: 'automatisk förnyelse|förnyas automatiskt|förnya automatiskt|automatisk förlängning|auto förnyelse|autoförnyelse|förläng automatiskt|automatisk betalning|förlängs automatiskt|automatiskt förnyad|autogiro|förnyas av sig själv|automatiskt förnyas|förlänger automatiskt|förnyar automatiskt',
    active: 'aktiv|aktiva|aktivt',
    enabled: 'aktiverad|på|aktiverat|tillåten|tillåtet|tillåt',
    disabled: 'inaktiverad|spärrad|avstängd|inaktiverat|av|blockerad',
    enforced: 'obligatorisk|krävs|tvingande|obligatoriskt|kräv|framtvingad|kräva|genomdriven|tvinga',
    product:
      'produkt|produktnamn|tjänst|programvara|artikel|produkter|program|tjänster|benämning produkt|tjänstenamn|mjukvara|lösning|programnamn|namn på produkt|tjänst eller produkt',
    plan: 'plan|abonnemangstyp|paket|utgåva|licenstyp|prenumerationstyp|nivå|din plan|nuvarande plan|abonnemangsform|version av plan|typ av licens|tjänstenivå|planens namn|prenumerationsplan|medlemskap',
    sku: 'sku|produktkod|artikelnummer|art nr|artikelkod|produktnummer|artnr',
    name: 'namn|fullständigt namn|benämning|titel|visningsnamn|rubrik',
    id: 'id|referens|kundnummer|avtalsnummer|kundnr|ref|identitet|kontonummer|abonnemangsnummer',
    number: 'nummer|nr|no',
    type: 'typ|kategori|slag|sort',
    version: 'version',
    description: 'beskrivning|anteckning|anteckningar|kommentar|kommentarer|notering|noteringar|detaljer|övrigt',
    vendor: 'leverantör|tillverkare|utgivare|företag|återförsäljare|utvecklare|varumärke',
    email: 'e post|email|e postadress|mejl|mail|epost|epostadress|e mail|mejladress|mailadress',
    user: 'användare|medlem|medlemmar|person|anställd|tilldelad till|personer|anställda|medarbetare|innehavare|administratör|användarens namn|namn på användare|licensinnehavare|ägare|teammedlem|användarnamn fullständigt|agent|konsult',
    given: 'förnamn|tilltalsnamn',
    family: 'efternamn',
    login: 'användarnamn|inloggning|inloggningsnamn|användar id|login|inloggning namn|kontonamn',
    role: 'roll|roller|behörighet|behörigheter|åtkomstnivå|användartyp|rättigheter|åtkomst|befattning|funktion',
    mfa: 'tvåfaktorsautentisering|tvåstegsverifiering|multifaktorautentisering|2 fa|mfa|tvåstegsinloggning|säkerhetsnyckel|autentiseringsapp|tvåfaktor|tvåstegsautentisering|flerfaktorsautentisering|flerfaktor|andra faktor|tvåfaktorsinloggning|verifiering i två steg',
    sso: 'enkel inloggning|sso|saml|single sign on|identitetsleverantör',
    invoice:
      'faktura|fakturor|fakturanummer|kvitto|fakturanr|faktura nr|fakturareferens|verifikationsnummer|kreditfaktura|fakturanr ocr|dokumentnummer|kvitton',
    domain: 'domän|domännamn|domäner|domänadress',
    registrar: 'registrar|registrator|registrerad hos|återförsäljare av domän|domänleverantör',
    nameserver: 'namnservrar|namnserver|dns servrar|dns server',
    lock: 'lås|låst|transferlås|flyttlås|domänlås|överföringslås',
    certificate: 'certifikat|certifikatet|ssl certifikat',
    subject:
      'utfärdat till|utfärdat för|eget namn|certifikatnamn|primär domän|värdnamn för certifikat|ämne|domännamn i certifikat|utställt till|utfärdad till',
    issuer: 'utfärdare|utfärdat av|certifikatutfärdare|utställt av|utfärdad av|certifikatmyndighet',
    names: 'alternativa namn|andra namn|dns namn|övriga domäner',
    serial: 'serienummer|fingeravtryck|tumavtryck',
    subscription: 'prenumeration|prenumerationer|abonnemang|avtal|kontrakt|abonnemanget',
    license: 'licens|licenser|programvarulicens|programvarulicenser',
    app: 'applikation|applikationer|app|appar|integration|program och appar|integrationer|ansluten app|anslutna appar|tillägg|insticksmodul|plugin|insticksprogram',
    scope: 'beviljade behörigheter|omfång|omfattning|scope',
    password: 'lösenord|huvudlösenord|lösenordspolicy|lösenordsgenerator|lösenordslängd|lösenordskrav|lösenordsregler',
    session:
      'session|sessionslängd|inaktivitet|sessioner|sessionstid|timeout|tidsgräns för session|automatisk utloggning|sessionens längd',
    retention: 'lagringstid|bevarande|gallring|kvarhållning|datalagring|lagringsperiod|datakvarhållning',
    backup: 'säkerhetskopiering|säkerhetskopia|säkerhetskopior|backup',
    device:
      'enhetspolicy|enhetshantering|enhetsefterlevnad|mobila enheter|enhetskryptering|skärmlås|hanterade enheter|betrodda enheter',
    dlp: 'dataförlustskydd|dlp|dataförlust|förebygga dataförlust|dataläckage|skydd mot dataförlust',
    sharing: 'extern delning|gäståtkomst|delning|offentliga länkar|externt samarbete|gäster',
    logging: 'granskningslogg|revisionslogg|granskningsloggar|loggning|revision|aktivitetslogg|händelselogg',
    policy: 'policy|princip|regel|säkerhet|policyer|regler|principer|säkerhetsinställning|efterlevnad|säkerhetspolicy',
    minimum: 'minst|min|minsta|minimum|lägsta',
    maximum: 'högst|max|maximalt|maximum|högsta',
    previous: 'föregående|tidigare',
    estimate: 'uppskattad|genomsnitt|procent',
    secret: 'nyckel|licensnyckel|produktnyckel|token',
    address: 'adress|gata|stad|ort|postnummer|land|telefon|språk|tidszon',
  },
  fillers:
    'varav|av|för|och|i|på|med|till|den|det|en|ett|din|ditt|aktuell|nuvarande|är|om|konto|som|dina|mitt|min|mina|eller|denna|detta|vid|hos|ska|har|era|ert',
  yes: 'ja|på|aktiv|aktiverad|automatisk|automatiskt|sant|aktiverat|obligatorisk|konfigurerad|tillåten|förnyas automatiskt|automatisk förnyelse',
  no: 'nej|av|inaktiv|inaktiverad|manuell|ingen|inga|falskt|inaktiverat|inget|aldrig|ej konfigurerad|ej|inte|manuellt|utan|avaktiverad|förnyas inte|ej aktiverad|inte aktiverad|manuell förnyelse',
  periods: {
    day: 'dag|dagar|dagligen|per dag|daglig',
    week: 'vecka|veckor|veckovis|per vecka|varje vecka',
    month:
      'månad|månader|månadsvis|per månad|månatlig|månadsvis|varje månad|mån|månatligen|månadsbetalning|månatlig fakturering|i månaden|månadsvis betalning',
    quarter: 'kvartal|kvartalsvis|per kvartal|varje kvartal|var tredje månad|var 3 e månad',
    halfYear: 'halvår|halvårsvis|per halvår|var sjätte månad|varje halvår',
    year: 'år|årlig|årligen|per år|årsvis|varje år|årlig fakturering|12 månader|årsbetalning|om året|helår|helårsvis|årsvis betalning',
    never:
      'aldrig|engångs|tillsvidare|engång|tills vidare|permanent|livstid|ingen slutdatum|upphör aldrig|inget slutdatum|obegränsad|går aldrig ut',
  },
  statuses: {
    active:
      'installerad|installerat|aktiv|aktiva|aktiverad|pågående|giltig|bekräftad|aktivt|gäller|giltigt|i bruk|löpande|i drift|igång|registrerad|förnyas|ok',
    inactive:
      'inte installerad|ej installerad|utan licens|inaktiv|ej aktiv|pausad|inaktiverad|inaktivt|inte aktiv|arkiverad|ingen licens|avaktiverad|ej aktiverad',
    trialing: 'prov|provperiod|testperiod|test|gratis provperiod|under provperiod|i provperiod|utvärdering',
    'past-due':
      'försenad|förfallen till betalning|försenat|förfallen|förfallet|obetald förfallen|påmind|påminnelse|förfallna|inkasso|sen betalning|förfallodatum passerat',
    suspended:
      'spärrad|avstängd|pausad av|blockerad|pausad av administratör|låst|fryst|tillfälligt avstängd|stängd tillfälligt|suspenderad',
    canceled:
      'avbruten|uppsagd|annullerad|avslutad|avbokad|avbeställd|stängd|upphört|uppsagt|avslutat|uppsägning pågår|förnyas inte|förlängs inte|avslutas|säges upp|makulerad',
    expired:
      'utgången|utgånget|upphörd|förfallen|har gått ut|förfallen licens|löpt ut|utgångna|har löpt ut|ogiltig|gått ut',
    pending:
      'väntande|inbjuden|väntar|avvaktar|pågår|inbjudan skickad|under behandling|inväntar|ej bekräftad|ej accepterad|behandlas|planerad|kommande|begärd|under uppsättning|inbjudan väntar|väntar på godkännande|under aktivering|vilande',
    deleted: 'borttagen|raderad|avregistrerad|slutat',
    paid: 'betald|betalad|betalt|betalda|slutbetald|reglerad|inbetald|betalning mottagen',
    open: 'öppen|obetald|ej betald|skickad|utställd|obetalt|att betala|väntar på betalning|utestående|ej förfallen|fakturerad|oreglerad|obetalda|bokförd',
    draft: 'utkast|preliminär|ej skickad',
    void: 'makulerad|annullerad|ogiltig|avskriven|krediterad makulerad',
    refunded: 'återbetald|krediterad|återbetalning|återbetalt',
    partial: 'delvis|delbetald|delvis betald|delvis betalt',
    failed: 'misslyckad|misslyckades|nekad|avvisad|avslagen|betalning misslyckades|misslyckat',
    enforced: 'obligatorisk|krävs|tvingande|framtvingad|krävs för alla|obligatorisk för alla|obligatoriskt|krav',
    enabled: 'aktiverad|aktiv|på|ja|aktiverat|tillåten|konfigurerad|tillåtet|inställd|aktiverade|konfigurerat',
    disabled:
      'inaktiverad|inaktiv|av|nej|ej konfigurerad|inaktiverat|avstängd|ej aktiverad|inte konfigurerad|inte aktiverad|avaktiverad|inte tillåten|valfritt|ej tillåten|frivilligt',
  },
  of: 'av|av totalt|utav',
}
