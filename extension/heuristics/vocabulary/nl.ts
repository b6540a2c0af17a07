import type { Language } from './language.ts'

export const nl: Language = {
  headers: {
    seat: 'plaatsen|plaats|zetels|werkplekken|eenheden|gebruikersplaatsen|gebruikerslicenties|seats|licentieplaatsen|inbegrepen gebruikers',
    purchased:
      'gekocht|gekochte|aangeschaft|aangeschafte|besteld|afgenomen|inbegrepen|aangekocht|bestelde|gecontracteerd|aantal gekocht|gekochte licenties|in bezit|aangekochte licenties|betaalde licenties',
    assigned:
      'toegewezen|gebruikt|gebruikte|in gebruik|bezet|toegekend|verbruikt|gebruik|verbruik|toegewezen licenties|gebruikte licenties|ingezet|bezette plaatsen|verdeeld',
    available:
      'beschikbaar|beschikbare|vrij|vrije|resterend|resterende|niet toegewezen|ongebruikt|over|ongebruikte|nog beschikbaar|onbenut|beschikbare licenties|vrije licenties|overgebleven',
    count: 'aantal|hoeveelheid|stuks|aant|st',
    unlimited: 'onbeperkt|ongelimiteerd|onbeperkte|geen limiet',
    capacity: 'limiet|quotum|maximum aantal|capaciteit',
    price:
      'prijs|kosten|tarief|bijdrage|maandbedrag|jaarbedrag|prijs per maand|prijs per jaar|kosten per maand|kosten per jaar|abonnementskosten|maandelijkse kosten|jaarlijkse kosten|maandprijs|jaarprijs|verlengingsprijs|abonnementsprijs|vergoeding|jaarkosten|maandkosten',
    amount: 'bedrag|som|waarde|bedragen|factuurbedrag waarde',
    total:
      'totaal|totaalbedrag|totalen|eindbedrag|totale|factuurbedrag|totaal incl btw|totaalprijs|totale kosten|te betalen|bedrag incl btw|totaal bedrag|totaal te betalen|bedrag inclusief btw',
    unit: 'per eenheid|per gebruiker|stukprijs|eenheidsprijs|prijs per stuk|per licentie|per plaats|per stuk|stuksprijs|prijs per gebruiker|prijs per licentie|kosten per gebruiker|per seat|per persoon|per medewerker|prijs per eenheid',
    currency: 'valuta|munteenheid',
    subtotal: 'subtotaal|netto|excl btw|bedrag excl btw|totaal excl btw|exclusief btw',
    tax: 'btw|belasting|btw bedrag|belastingen',
    paid: 'betaald bedrag|voldaan|voldaan bedrag|ontvangen bedrag',
    balance: 'saldo|openstaand|openstaand bedrag|tegoed|nog te betalen|restant|verschuldigd',
    discount: 'korting',
    date: 'datum|dag|op|tijd',
    start:
      'begin|start|startdatum|begindatum|ingangsdatum|geldig vanaf|vanaf|aankoopdatum|sinds|ingegaan op|geactiveerd op|actief sinds|activering|activeringsdatum|afgesloten op|contractdatum|gekocht op|ingang|startdatum contract|aanvang|aanvangsdatum|begint op|aangeschaft op|van|besteld op|klant sinds|looptijd vanaf|contract vanaf|start op|begin contract|aanschafdatum',
    end: 'einde|einddatum|verloopt|verloopt op|vervaldatum|verloopdatum|geldig tot|eindigt|eindigt op|afloopdatum|loopt af|tot|geldigheid|vervalt op|vervalt|loopt af op|einde contract|tot en met|t m|geldig t m|contracteinde|einddatum contract|einde looptijd|looptijd tot|contract tot|expiratie|expiratiedatum|verlopen op|einde ondersteuning|geldig tot en met|aflopend op|houdbaar tot',
    renew:
      'verlenging|verlengt|wordt verlengd|verlengingsdatum|verlengd op|volgende betaling|volgende factuur|volgende facturering|volgende afschrijving|vernieuwing|vernieuwt op|vernieuwingsdatum|wordt verlengd op|volgende verlenging|volgende incasso|wordt vernieuwd op|verlengt op|volgende factuurdatum|verlengen op|verlengt automatisch op|volgende betaaldatum|volgende verlengdatum|vernieuwd op|volgende facturatie|volgende betaling op|automatische verlenging op|verlengdatum',
    next: 'volgende|komende',
    last: 'laatste|laatst',
    billing: 'facturering|betaling|facturatie',
    due: 'vervaldag|te betalen voor|betaaldatum|uiterste betaaldatum|vervaldatum factuur|betaaltermijn|uiterlijk|betalen voor|betaal voor|te voldoen voor|uiterlijk betalen op|uiterste betaaldag',
    issued:
      'uitgegeven|factuurdatum|uitgiftedatum|uitgegeven op|datum factuur|gefactureerd op|datum van uitgifte|opgesteld op|verzonden op|factuur datum|documentdatum|boekdatum',
    created:
      'aangemaakt|gemaakt|toegevoegd|geregistreerd|aanmaakdatum|lid sinds|aangemaakt op|toegevoegd op|geregistreerd op|registratiedatum|uitgenodigd op|gemaakt op|datum toegevoegd|ingeschreven op|registratie',
    updated: 'bijgewerkt|gewijzigd',
    lastActive:
      'laatste aanmelding|laatst actief|laatste activiteit|laatst gezien|laatste login|laatst ingelogd|laatst gebruikt|laatste toegang|laatste inlog|laatst aangemeld|laatste gebruik|laatste sessie|laatste bezoek|laatst actief op|laatste keer actief|laatst aangemeld op|laatste verbinding|laatste aanmelddatum',
    canceled: 'opgezegd|geannuleerd|opzegging|opzegdatum|opgezegd per|annulering|opgezegd op|geannuleerd op',
    trial: 'proef|proefperiode|proefversie|gratis proefperiode|proefabonnement',
    period:
      'factureringsperiode|periode|cyclus|frequentie|interval|betalingstermijn|facturatieperiode|betaalfrequentie|factuurperiode|betaalperiode|betalingstermijn periode|factuurfrequentie|betalingsfrequentie|factureringscyclus|betaalcyclus|betaalwijze periode|facturatiefrequentie|factureringsinterval|betaaltermijn periode',
    status: 'status|toestand|staat|abonnementsstatus|betaalstatus|factuurstatus|licentiestatus|accountstatus',
    auto: 'automatisch verlengen|automatische verlenging|wordt automatisch verlengd|automatisch vernieuwen|auto verlenging|automatisch verlengd|automatische vernieuwing|automatische incasso|stilzwijgende verlenging|autoverlenging|verlengt automatisch|automatisch verlengt|vernieuwt automatisch',
    active: 'actief|actieve',
    enabled: 'ingeschakeld|aan|geactiveerd|toegestaan',
    disabled: 'uitgeschakeld|geblokkeerd|gedeactiveerd|uit',
    enforced: 'verplicht|afgedwongen|vereist|verplichten|vereisen|afdwingen|verplicht stellen',
    product:
      'product|productnaam|dienst|software|artikel|producten|diensten|naam product|naam van het product|oplossing|softwarenaam|programma|dienstnaam|productomschrijving|omschrijving product|softwareproduct',
    plan: 'plan|abonnementsvorm|pakket|editie|licentietype|abonnementstype|type licentie|type abonnement|niveau|bundel|huidig abonnement|huidig plan|je abonnement|uw abonnement|uw plan|planniveau|abonnementsnaam|tariefplan|soort abonnement|licentiesoort',
    sku: 'sku|productcode|artikelnummer|art nr|artikelcode|productnummer|onderdeelnummer|bestelnummer',
    name: 'naam|volledige naam|titel|weergavenaam|omschrijving|benaming|label',
    id: 'id|kenmerk|referentie|contractnummer|klantnummer|identificatie|ref|relatienummer|klantcode',
    number: 'nummer|nr|no|num',
    type: 'type|soort|categorie|klasse',
    version: 'versie',
    description: 'beschrijving|opmerking|notitie|notities|opmerkingen|toelichting|details',
    vendor: 'leverancier|fabrikant|uitgever|bedrijf|merk|ontwikkelaar|reseller|aanbieder|maker',
    email: 'e mail|email|e mailadres|mailadres|emailadres|mail|e mail adres|zakelijk e mailadres|inlog e mail',
    user: 'gebruiker|gebruikers|lid|leden|persoon|medewerker|toegewezen aan|medewerkers|werknemer|eigenaar|beheerder|teamlid|naam gebruiker|naam medewerker|licentiehouder|agent|collega|personen|accounthouder',
    given: 'voornaam|roepnaam|voornamen',
    family: 'achternaam|familienaam',
    login: 'gebruikersnaam|login|aanmeldnaam|inlognaam|gebruikers id|accountnaam',
    role: 'rol|rollen|rechten|functie|bevoegdheid|toegangsniveau|gebruikerstype|machtigingen|machtiging|bevoegdheden|toegang|type gebruiker',
    mfa: 'tweestapsverificatie|tweefactorauthenticatie|meervoudige verificatie|2 fa|mfa|twee factor authenticatie|tweestapslogin|tweestapsaanmelding|beveiligingssleutel|authenticatie app|authenticatie in twee stappen|multifactorauthenticatie|tweefactor|tweestapsauthenticatie|tweetrapsverificatie|verificatie in twee stappen|meervoudige authenticatie|multi factor authenticatie|authenticator app|tweede factor|twee factor|tweetrapsauthenticatie|twee stappen verificatie',
    sso: 'eenmalige aanmelding|sso|saml|single sign on|identiteitsprovider',
    invoice:
      'factuur|facturen|factuurnummer|bon|factuur nr|nota|factuurnr|rekening|factuur nummer|factuur id|documentnummer|creditnota|factuurreferentie|bonnummer',
    domain: 'domein|domeinnaam|domeinen|domeinnamen',
    registrar: 'registrar|registrator|geregistreerd bij|registratiepartij|domeinprovider',
    nameserver: 'nameservers|naamservers|nameserver|dns servers|naamserver',
    lock: 'slot|vergrendeld|verhuisslot|transferslot|domeinslot|vergrendeling|transfervergrendeling',
    certificate: 'certificaat|certificaten|ssl certificaat|ssl certificaten',
    subject:
      'uitgegeven aan|algemene naam|onderwerp|onderwerp van het certificaat|verleend aan|primair domein|certificaathouder',
    issuer:
      'uitgever van certificaat|uitgegeven door|verlener|certificeringsinstantie|uitgever van het certificaat|verleend door|certificaatautoriteit|verstrekker|uitgevende instantie',
    names: 'alternatieve namen|andere namen|dns namen|overige domeinen',
    serial: 'serienummer|vingerafdruk',
    subscription: 'abonnement|abonnementen|contract|contracten|overeenkomst',
    license: 'licentie|licenties|softwarelicentie|softwarelicenties',
    app: 'toepassing|toepassingen|app|apps|applicatie|integratie|applicaties|integraties|gekoppelde app|extensie|plugin|plug in|invoegtoepassing|koppeling|koppelingen',
    scope: 'verleende machtigingen|bereiken|bereik|verleende rechten|toestemmingen',
    password:
      'wachtwoord|wachtwoorden|hoofdwachtwoord|wachtwoordbeleid|wachtwoordgenerator|wachtwoordlengte|wachtwoordeisen|wachtwoordcomplexiteit|wachtwoordsterkte',
    session:
      'sessie|sessieduur|inactiviteit|sessietime out|sessies|sessietimeout|automatisch uitloggen|sessieverloop|time out',
    retention: 'bewaring|bewaartermijn|retentie|bewaarbeleid|gegevensbewaring|bewaarperiode',
    backup: 'back up|reservekopie|back ups|backup|backups|reservekopieën',
    device:
      'apparaatbeleid|apparaatbeheer|apparaatnaleving|mobiele apparaten|apparaatversleuteling|schermvergrendeling|beheerde apparaten|vertrouwde apparaten',
    dlp: 'preventie van gegevensverlies|dlp|gegevensverlies|dataverlies|datalek|gegevenslek',
    sharing:
      'extern delen|gasttoegang|externe deling|openbare links|delen|externe samenwerking|gasten|delen met externen',
    logging:
      'auditlogboek|auditlog|audit log|logboek|audit|logboekregistratie|activiteitenlogboek|logging|auditlogboeken',
    policy:
      'beleid|regel|beveiliging|beleidsregel|regels|beveiligingsbeleid|beveiligingsinstelling|naleving|beleidsregels',
    minimum: 'minimum|min|minimaal|minimale|ten minste',
    maximum: 'maximum|max|maximaal|maximale|ten hoogste',
    previous: 'vorige|vorig|eerdere',
    estimate: 'geschat|schatting|gemiddeld|percentage',
    secret: 'sleutel|licentiesleutel|token',
    address: 'adres|straat|plaatsnaam|postcode|land|telefoon|taal|tijdzone',
  },
  fillers:
    'waarvan|de|het|een|van|voor|en|in|op|met|door|uw|je|huidige|is|naar|bij|account|te|mijn|ons|onze|of|dit|deze|aan|uit|om|per',
  yes: 'ja|aan|actief|ingeschakeld|automatisch|waar|verplicht|ingesteld|geconfigureerd|toegestaan|geactiveerd|wordt automatisch verlengd|automatische verlenging',
  no: 'nee|uit|inactief|uitgeschakeld|handmatig|geen|onwaar|nooit|niet geconfigureerd|niet ingesteld|niet|niet actief|wordt niet verlengd|zonder|niet ingeschakeld|loopt af|handmatige verlenging',
  periods: {
    day: 'dag|dagen|dagelijks|per dag',
    week: 'week|weken|wekelijks|per week',
    month:
      'maand|maanden|maandelijks|per maand|iedere maand|elke maand|p m|maandelijkse|maandelijkse facturering|mnd|maandbetaling|maandelijkse betaling',
    quarter: 'kwartaal|kwartalen|per kwartaal|driemaandelijks|elk kwartaal|elke 3 maanden|ieder kwartaal',
    halfYear: 'half jaar|halfjaarlijks|halfjaar|per halfjaar|elke 6 maanden|per half jaar',
    year: 'jaar|jaren|jaarlijks|per jaar|elk jaar|ieder jaar|p j|jaarlijkse|jaarlijkse facturering|12 maanden|jaarbetaling|jaarlijkse betaling',
    never:
      'nooit|eenmalig|onbepaald|onbeperkt|permanent|levenslang|verloopt niet|geen vervaldatum|geen einddatum|eeuwigdurend|onbepaalde tijd',
  },
  statuses: {
    active:
      'geïnstalleerd|actief|actieve|lopend|geldig|geactiveerd|bevestigd|ingeschakeld|in orde|loopt|in gebruik|van kracht|betaald actief|operationeel|up to date|lopende|verlengd|ok',
    inactive:
      'niet geïnstalleerd|zonder licentie|inactief|niet actief|gepauzeerd|gedeactiveerd|uitgeschakeld|gearchiveerd|geen licentie',
    trialing: 'proef|proefperiode|in proefperiode|in proef|proefversie|gratis proefperiode|proefabonnement',
    'past-due':
      'achterstallig|te laat|betalingsachterstand|verlopen betaling|betaling achterstallig|over de vervaldatum|aangemaand|herinnering|vervallen|betaling te laat|aanmaning',
    suspended:
      'opgeschort|geblokkeerd|geschorst|bevroren|onderbroken|vergrendeld|gepauzeerd door beheerder|stopgezet tijdelijk',
    canceled:
      'geannuleerd|opgezegd|beëindigd|gestopt|stopgezet|gesloten|wordt opgezegd|wordt niet verlengd|opzegging gepland|opzegging aangevraagd|loopt af|ontbonden|niet verlengd',
    expired: 'verlopen|vervallen|afgelopen|niet meer geldig',
    pending:
      'in behandeling|uitgenodigd|in afwachting|wachtend|wacht|uitnodiging verzonden|aangevraagd|gepland|nog niet geactiveerd|uitnodiging openstaand|wacht op activering|niet bevestigd|wordt ingesteld|wordt verwerkt|in aanvraag|wacht op goedkeuring|nog niet bevestigd',
    deleted: 'verwijderd|gewist|uit dienst',
    paid: 'betaald|voldaan|afgehandeld|betaling ontvangen|geïncasseerd|vereffend|betaald op',
    open: 'open|openstaand|onbetaald|niet betaald|verzonden|verstuurd|te betalen|uitstaand|wacht op betaling|nog te betalen|gefactureerd|in afwachting van betaling',
    draft: 'concept|proforma|voorlopig',
    void: 'geannuleerd|vervallen|ongeldig|vervallen verklaard|oninbaar|nietig',
    refunded: 'terugbetaald|gecrediteerd|teruggestort|restitutie',
    partial: 'gedeeltelijk|deels betaald|gedeeltelijk betaald|deels|gedeeltelijke betaling',
    failed: 'mislukt|geweigerd|afgewezen|betaling mislukt|gestorneerd|storno|niet gelukt',
    enforced: 'verplicht|afgedwongen|vereist|verplicht voor iedereen|verplicht voor alle gebruikers',
    enabled: 'ingeschakeld|actief|aan|ja|geactiveerd|toegestaan|geconfigureerd|ingesteld|conform',
    disabled:
      'uitgeschakeld|inactief|uit|nee|niet geconfigureerd|niet ingeschakeld|niet actief|niet ingesteld|niet toegestaan|optioneel|niet verplicht',
  },
  months: 'maa=3|sept=9',
  of: 'van|van de|van in totaal|uit',
}
