import type { Language } from './language.ts'

export const de: Language = {
  headers: {
    seat: 'plätze|platz|sitzplätze|arbeitsplätze|einheiten|lizenzplätze|seats|nutzerplätze|lizenzplatz|benutzerplätze|nutzerlizenzen|benutzerlizenzen|arbeitsplatz|platzanzahl',
    purchased:
      'gekauft|gekaufte|erworben|erworbene|bestellt|bestellte|gebucht|gebuchte|lizenziert|im vertrag|enthalten|gekaufte lizenzen|erworbene lizenzen|bestellmenge|beschafft|vorhanden|lizenzierte|bezahlte|gesamtlizenzen|lizenzierte menge|vertraglich',
    assigned:
      'zugewiesen|zugewiesene|zugeordnet|verwendet|verwendete|genutzt|genutzte|belegt|belegte|vergeben|verbraucht|in verwendung|in benutzung|nutzung|benutzt|benutzte|eingesetzt|in gebrauch|belegung|zuweisungen|installationen|aktive nutzer|zugewiesene lizenzen|belegte lizenzen|verwendete lizenzen|genutzte lizenzen|vergebene lizenzen|zugewiesene nutzer|aktivierungen|betroffene elemente|zugeordnete elemente',
    available:
      'verfügbar|verfügbare|frei|freie|übrig|verbleibend|verbleibende|nicht zugewiesen|ungenutzt|restlich|verfügbare lizenzen|freie lizenzen|rest|restmenge|noch frei|offen verfügbar|nicht vergeben|nicht belegt|ungenutzte',
    count: 'anzahl|menge|stück|zahl|stückzahl|stk|menge gesamt|anz|mengen',
    unlimited: 'unbegrenzt|unlimitiert|unbeschränkt|ohne begrenzung|keine begrenzung|unbegrenzte',
    capacity: 'limit|kontingent|obergrenze|höchstzahl|maximale anzahl|grenze',
    price:
      'preise|preis|kosten|gebühr|beitrag|tarifpreis|entgelt|monatspreis|jahrespreis|monatliche kosten|jährliche kosten|gebühren|kosten pro monat|kosten pro jahr|preis pro monat|preis pro jahr|grundgebühr|monatsbeitrag|jahresbeitrag|verlängerungspreis|vertragspreis|nettopreis|bruttopreis|monatliche gebühr|jahresgebühr|kosten jährlich|kosten monatlich',
    amount: 'betrag|summe|wert|beträge|rechnungssumme|zahlbetrag|abbuchungsbetrag',
    total:
      'gesamt|insgesamt|total|gesamtbetrag|gesamtsumme|endbetrag|rechnungsbetrag|brutto|bruttobetrag|gesamtpreis|gesamtkosten|summe brutto|total brutto|endsumme|zu zahlen|zahlbetrag gesamt|gesamtbetrag brutto',
    unit: 'pro einheit|pro platz|pro benutzer|pro nutzer|pro lizenz|stückpreis|einzelpreis|je einheit|je benutzer|preis pro lizenz|preis pro nutzer|preis pro benutzer|preis pro platz|preis je lizenz|preis je nutzer|preis je benutzer|je lizenz|je nutzer|je platz|kosten pro nutzer|kosten pro lizenz|pro arbeitsplatz|stück preis|e preis|ep|preis pro einheit|preis pro stück',
    currency: 'währung',
    subtotal: 'zwischensumme|netto|nettobetrag|zwischenbetrag|summe netto|netto summe',
    tax: 'steuer|mwst|umsatzsteuer|ust|mehrwertsteuer|steuerbetrag|ust betrag',
    paid: 'bezahlt|gezahlt|beglichen',
    balance: 'offener betrag|saldo|guthaben|restbetrag|offen|ausstehender betrag|restschuld|offener saldo|offene summe',
    discount: 'rabatt|nachlass|skonto',
    date: 'datum|tag|am|zeitpunkt|zeit|uhrzeit',
    start:
      'beginn|start|startdatum|gültig ab|gültig von|ab|vertragsbeginn|laufzeitbeginn|kaufdatum|seit|von|aktiviert am|aktiv seit|abgeschlossen am|vertragsabschluss|laufzeit ab|laufzeit seit|laufzeit von|vertrag seit|kunde seit|gebucht am|bestellt am|beginn der laufzeit|anfang|startet am|beginnt am|eröffnet|seit dem|inbetriebnahme|nutzungsbeginn|lizenzbeginn|gültig seit|abschlussdatum|vertragsdatum|lizenzstart',
    end: 'ende|enddatum|ablauf|ablaufdatum|läuft ab|läuft ab am|gültig bis|vertragsende|laufzeitende|bis|endet|endet am|verfällt|verfallsdatum|gültigkeit|endet zum|laufzeit bis|vertragsende am|kündbar zum|ende der laufzeit|gültig bis zum|lizenzende|lizenzablauf|ablauf am|ablaufend am|wartungsende|supportende|gültigkeitsende|verfällt am|befristet bis|ende am|läuft bis|laufzeit endet|auslaufdatum|ablaufzeitpunkt|endtermin|läuft aus am',
    renew:
      'verlängerung|verlängert|verlängert sich|verlängerungsdatum|erneuerung|erneuert|nächste zahlung|nächste abrechnung|nächste rechnung|nächste abbuchung|nächste fälligkeit|wird verlängert|verlängert sich am|verlängerung am|nächste verlängerung|nächstes zahlungsdatum|nächste belastung|nächster zahlungstermin|nächster abrechnungstermin|nächstes abrechnungsdatum|nächste abbuchung am|nächste rechnung am|nächster rechnungslauf|wird verlängert am|nächste zahlung am|verlängerungstermin|erneuerungsdatum|erneuerung am|vertragsverlängerung|nächstes rechnungsdatum|nächster einzug',
    next: 'nächste|nächster|nächstes|kommende',
    last: 'letzte|letzter|letztes|zuletzt',
    billing: 'abrechnung|zahlung|abbuchung|rechnungsstellung',
    due: 'fällig|fälligkeit|fälligkeitsdatum|fällig am|zahlbar bis|zahlungsziel|fälligkeitstag|zahlbar am|zu zahlen bis|zahlungsfrist|fälligkeiten|zahlungsfälligkeit|fällig bis|fällig zum|zahlungstermin',
    issued:
      'ausgestellt|ausgestellt am|rechnungsdatum|belegdatum|ausstellungsdatum|erstellt am rechnung|rechnung vom|vom|datum der rechnung|rechnungsstellung am|belegtag|ausgestellt zum',
    created:
      'erstellt|angelegt|registriert|hinzugefügt|erstellungsdatum|beigetreten|registrierungsdatum|hinzugefügt am|angelegt am|erstellt am|registriert am|eingeladen am|beigetreten am|registrierung|mitglied seit|erfasst am|anlagedatum',
    updated: 'aktualisiert|geändert|bearbeitet',
    lastActive:
      'letzte anmeldung|letzter login|zuletzt aktiv|letzte aktivität|zuletzt gesehen|letzter zugriff|zuletzt angemeldet|letzte nutzung|zuletzt online|letzte anmeldung am|letzter login am|letzter zugriff am|letzte aktivität am|letztes login|letztmals aktiv|letzte verwendung|letzte verbindung|zuletzt verwendet|zuletzt genutzt|letzter besuch|letzte sitzung|letzter aufruf',
    canceled:
      'gekündigt|kündigung|storniert|kündigungsdatum|gekündigt zum|gekündigt am|kündigung zum|kündigungstermin|kündigung eingegangen',
    trial: 'test|testphase|testversion|probe|testzeitraum|testabo|probeabo|testphase endet',
    bought: 'gekauft am|anschaffung|bestelldatum',
    period:
      'abrechnungszeitraum|abrechnungsperiode|zeitraum|zahlungsrhythmus|zahlungsintervall|intervall|turnus|zyklus|abrechnungsintervall|zahlungsweise|häufigkeit|abrechnungszyklus|verrechnungszyklus|zahlungszyklus|rhythmus|abrechnung pro|abrechnungsart|zahlweise|abrechnungsrhythmus|rechnungsintervall|zahlungsperiode|abrechnungsturnus|abrechnungsfrequenz|zahlungsturnus|zahlungsfrequenz|abbuchungsintervall',
    status:
      'status|zustand|stand|vertragsstatus|lizenzstatus|rechnungsstatus|zahlungsstatus|benutzerstatus|kontostatus|abostatus',
    auto: 'automatische verlängerung|automatisch verlängert|automatisch verlängern|verlängert sich automatisch|auto verlängerung|automatische erneuerung|automatische vertragsverlängerung|auto renew|verlängerungsart|verlängert automatisch|autom verlängerung|automatische verlängerung aktiv|auto verlängern|verlängerungsoption|automatische zahlung|autoverlängerung|automatisch erneuern|verlängert sich selbst|erneuert automatisch|wird automatisch verlängert|erneuert sich automatisch',
    active: 'aktiv',
    enabled: 'aktiviert|eingeschaltet|ein|aktiviert für|freigegeben|eingerichtet',
    disabled: 'deaktiviert|gesperrt|ausgeschaltet|inaktiv|abgeschaltet',
    enforced:
      'erzwungen|erforderlich|pflicht|verpflichtend|vorgeschrieben|obligatorisch|verbindlich|erzwingen|erforderlich für alle|verlangen|voraussetzen',
    product:
      'produkt|produktname|dienst|anwendungsname|leistung|artikel|software|produkte|bezeichnung des produkts|produktbezeichnung|artikelbezeichnung|lizenzname|vertrag produkt|leistungsbezeichnung|dienstname|service|dienstleistung|softwareprodukt|softwarename|programm|lizenzprodukt|produkttitel',
    plan: 'plan|tarif|paket|edition|lizenztyp|lizenzart|abonnementtyp|abotyp|lizenzmodell|produktplan|tarifname|abomodell|aktueller tarif|aktueller plan|ihr tarif|ihr plan|paketname|produktvariante|version des plans|stufe|lizenzstufe|tarifstufe|abo typ|mitgliedschaft|leistungspaket',
    sku: 'sku|artikelnummer|produktcode|produkt id|teilenummer|art nr|artikel nr|bestellnummer|sku nummer|materialnummer|produktnummer|herstellernummer|artikel id',
    name: 'name|bezeichnung|titel|anzeigename|vollständiger name|benennung|anzeige name|voller name',
    id: 'id|kennung|referenz|vertragsnummer|kundennummer|vertrags nr|kunden nr|kontonummer|vertrags id',
    number: 'nummer|nr|no',
    type: 'typ|art|kategorie',
    version: 'version',
    description: 'beschreibung|bemerkung|notiz|kommentar|hinweis|notizen',
    vendor: 'hersteller|anbieter|lieferant|firma|händler|publisher|herausgeber|dienstleister|softwarehersteller',
    email:
      'e mail|email|e mail adresse|mailadresse|mail|benutzerprinzipalname|emailadresse|e mail adressen|mail adresse|anmelde e mail|kontakt e mail',
    user: 'benutzer|nutzer|mitglied|mitglieder|person|mitarbeiter|anwender|zugewiesen an|lizenznehmer|benutzer name|nutzer name|zugeordnet zu|vergeben an|lizenziert für|zugewiesener benutzer|personen|teammitglied|mitarbeiter name|mitarbeitername|inhaber|kontoinhaber|vollständiger benutzername',
    given: 'vorname',
    family: 'nachname|familienname',
    login:
      'benutzername|anmeldename|login|nutzername|anmeldung|kennung login|login name|benutzerkennung|kontoname|kontobezeichnung|anmeldekennung',
    role: 'rolle|berechtigung|rollen|benutzerrolle|funktion|rechte|zugriffsrecht|rollenname|berechtigungen|benutzertyp',
    mfa: 'zwei faktor authentifizierung|zwei faktor|mehrstufige authentifizierung|multi faktor authentifizierung|2 fa|mfa|zweistufige anmeldung|bestätigung in zwei schritten|authentifizierungs app|authentifizierungsapp|sicherheitsschlüssel|zwei schritte|zweifaktor|zwei faktor anmeldung|mfa status|2 faktor authentifizierung|zweiter faktor|zweistufige authentifizierung|zweistufige verifizierung|zwei stufen verifizierung|multifaktor authentifizierung|multifaktor|2 faktor|zweifaktorauthentifizierung|zwei faktor status',
    sso: 'einmaliges anmelden|single sign on|sso|saml|einmalanmeldung|saml anmeldung|saml sso|identitätsanbieter',
    invoice:
      'rechnung|rechnungen|beleg|rechnungsnummer|rechnungs nr|rechnungs nummer|rechnung nr|belegnummer|beleg nr|rechnungsnr|re nr|dokumentnummer|gutschrift',
    domain: 'domain|domäne|domainname|domains|zone|domainnamen|domäne name|internetadresse|domain name',
    registrar: 'registrar|registriert bei|domain anbieter|registrierungsstelle|domainanbieter|registrierungsanbieter',
    nameserver: 'nameserver',
    lock: 'transfersperre|gesperrt für transfer|domain sperre|transfer lock|registrarsperre',
    certificate: 'zertifikat|zertifikate',
    subject:
      'ausgestellt für|allgemeiner name|antragsteller|zertifikatsname|gemeinsamer name|ausgestellt auf|inhaber des zertifikats',
    issuer:
      'aussteller|ausgestellt von|zertifizierungsstelle|zertifikatsaussteller|ausgebende stelle|herausgeber des zertifikats',
    names: 'alternative namen|alternativnamen|sans|weitere namen',
    serial: 'seriennummer|fingerabdruck',
    subscription:
      'abonnement|abonnements|abo|abos|vertrag|verträge|mitgliedschaften|abonnement name|vertragsname|vertragsbezeichnung',
    license: 'lizenz|lizenzen|softwarelizenz|softwarelizenzen|lizenzierung',
    app: 'anwendung|anwendungen|app|apps|integration|verbundene app|verbundene apps|drittanbieter app|unternehmensanwendung|anwendungen von drittanbietern|erweiterung|plugin|plugins',
    scope: 'berechtigungsumfang|zugriffsumfang|bereiche',
    password:
      'passwort|kennwort|master passwort|passwortrichtlinie|kennwortrichtlinie|passwortgenerator|passwörter|kennwörter|kennwortlänge|passwortlänge|passwortregeln|kennwortregeln',
    session:
      'sitzung|sitzungsdauer|sitzungszeitlimit|leerlauf|inaktivität|sitzungs timeout|sitzungen|automatische abmeldung|sitzungslänge|sitzungsablauf|sitzungsende',
    retention: 'aufbewahrung|aufbewahrungsfrist|aufbewahrungsdauer|aufbewahrungsrichtlinie|datenaufbewahrung',
    backup: 'sicherung|datensicherung|backup|sicherungen|backups',
    device:
      'geräterichtlinie|gerätesicherheit|geräteverschlüsselung|mobilgeräte|geräteverwaltung|gerätekonformität|geräterichtlinien|mobilgeräteverwaltung|gerätesperre|bildschirmsperre|verwaltete geräte|geräte vertrauen',
    dlp: 'verhinderung von datenverlust|dlp|datenabfluss|datenverlust|datenverlustschutz',
    sharing:
      'externe freigabe|freigabe|gastzugriff|externes teilen|externe zusammenarbeit|gastzugang|öffentliche links|freigaben|linkfreigabe',
    logging:
      'überwachungsprotokoll|protokollierung|audit|protokolle|überwachung|auditprotokoll|audit protokoll|aktivitätsprotokoll',
    policy:
      'richtlinie|richtlinien|regel|sicherheit|schutz|vorgabe|sicherheitsrichtlinie|sicherheitseinstellung|sicherheitseinstellungen|einstellung',
    minimum: 'mindest|minimum|min|mindestens|mindestlänge',
    maximum: 'höchst|maximum|max|maximal|höchstens|maximale|maximaler',
    previous: 'erste zahlung|erstzahlung|einrichtungsgebühr|vorherige|vorheriger|bisherige|alt',
    estimate: 'geschätzt|voraussichtlich|durchschnitt|prozent|auslastung',
    secret: 'schlüssel|lizenzschlüssel|token',
    address: 'adresse|straße|ort|plz|land|telefon|sprache|zeitzone',
  },
  fillers:
    'davon|der|die|das|des|dem|den|ein|eine|für|von|und|in|im|zum|zur|mit|aktuelle|aktueller|am|an|ihr|ihre|konto|sich|ihrer|ihrem|mein|meine|unser|unsere|oder|dieser|diese|dieses|bei|aus|nach|eines|einer|dein|deine|pro|je|wird|ist',
  yes: 'ja|ein|an|aktiv|aktiviert|automatisch|erforderlich|wahr|eingerichtet|erlaubt|eingeschaltet|vorhanden|verlängert sich automatisch|wird automatisch verlängert|ja automatisch|gesetzt|automatische verlängerung',
  no: 'nein|aus|inaktiv|deaktiviert|manuell|keine|kein|falsch|nicht|nicht aktiv|nicht aktiviert|nicht eingerichtet|ausgeschaltet|nicht verlängert|läuft aus|keine verlängerung|endet automatisch|wird nicht verlängert|nicht vorhanden|ohne|manuelle verlängerung',
  periods: {
    day: 'tag|tage|täglich|tagen|pro tag|tageweise',
    week: 'woche|wochen|wöchentlich|pro woche|wochenweise',
    month:
      'monat|monate|monaten|monatlich|mtl|pro monat|monatliche zahlung|im monat|monatsweise|jeden monat|monatliche|monatlicher|mon|je monat',
    quarter:
      'quartal|quartale|vierteljährlich|quartalsweise|pro quartal|alle 3 monate|alle drei monate|vierteljahr|quartalsweise zahlung|je quartal|vierteljährliche',
    halfYear: 'halbjahr|halbjährlich|alle 6 monate|alle sechs monate|halbjährliche|pro halbjahr|halbjahresweise',
    year: 'jahr|jahre|jahren|jährlich|p a|pro jahr|jährliche|jährlicher|jährliche zahlung|im jahr|jedes jahr|jahresweise|12 monate|je jahr|jährl|jahresabo|per annum|zwölf monate',
    never:
      'nie|niemals|einmalig|unbefristet|ohne ablauf|kein ablauf|läuft nicht ab|unbegrenzt|lebenslang|keine befristung|dauerhaft|kein ablaufdatum',
  },
  statuses: {
    active:
      'installiert|aktiv|aktiviert|laufend|gültig|in ordnung|verlängert sich|bestätigt|aktives abo|in betrieb|läuft|wird verlängert|verlängert sich automatisch|freigeschaltet|bezahlt|in kraft|aktuell|aktive|aktiver',
    inactive:
      'nicht installiert|deinstalliert|ohne lizenz|nicht lizenziert|inaktiv|nicht aktiv|pausiert|deaktiviert|stillgelegt|ruhend|nicht aktiviert|abgeschaltet|inaktive',
    trialing:
      'test|testphase|testversion|probezeit|probephase|testzeitraum|im test|testabo|kostenlose testphase|testlizenz|probeabo',
    'past-due':
      'überfällig|im verzug|zahlung fällig|rückständig|zahlung überfällig|zahlungsverzug|mahnung|angemahnt|gemahnt|zahlungsrückstand|offen überfällig',
    suspended:
      'gesperrt|ausgesetzt|blockiert|angehalten|deaktiviert wegen zahlungsverzug|pausiert|vorübergehend gesperrt|eingefroren|unterbrochen|stillgelegt|gesperrt durch admin',
    canceled:
      'gekündigt|storniert|beendet|abgebrochen|gekündigt zum|wird beendet|kündigung vorgemerkt|kündigung eingereicht|in kündigung|aufgelöst|läuft aus|wird nicht verlängert|zum laufzeitende gekündigt|stornierung|widerrufen|ausgelaufen storniert',
    expired: 'abgelaufen|verfallen|ausgelaufen|ungültig abgelaufen|nicht mehr gültig|abgelaufene',
    pending:
      'ausstehend|eingeladen|wartend|in bearbeitung|schwebend|vorgemerkt|noch nicht bestätigt|einladung gesendet|einladung ausstehend|wird eingerichtet|in vorbereitung|beantragt|bestellt|angefordert|einladung offen|unbestätigt|warten|freigabe ausstehend|in prüfung|geplant|registrierung ausstehend',
    deleted: 'gelöscht|entfernt|ausgeschieden|gelöschter benutzer',
    paid: 'bezahlt|beglichen|gezahlt|erledigt|vollständig bezahlt|ausgeglichen|verrechnet|eingegangen|zahlung eingegangen|abgebucht|eingezogen|bezahlt am',
    open: 'offen|unbezahlt|fällig|versendet|gesendet|verschickt|gestellt|ausstehend|zahlung ausstehend|noch offen|nicht bezahlt|zu zahlen|ausgestellt|gebucht offen|wartet auf zahlung|teiloffen',
    draft: 'entwurf|in bearbeitung entwurf|nicht versendet|vorläufig',
    void: 'storniert|ungültig|annulliert|ungültig gemacht|stornorechnung|aufgehoben',
    refunded: 'erstattet|gutgeschrieben|zurückerstattet|rückerstattet|gutschrift',
    partial: 'teilweise|teilweise bezahlt|teilzahlung|teilbezahlt|anteilig bezahlt|teilweise aktiviert',
    failed: 'fehlgeschlagen|abgelehnt|gescheitert|zahlung fehlgeschlagen|rücklastschrift|zurückgewiesen',
    enforced:
      'erzwungen|erforderlich|verpflichtend|vorgeschrieben|obligatorisch|für alle erforderlich|für alle verpflichtend|erzwungen für alle|pflicht',
    enabled:
      'aktiviert|aktiv|ein|an|eingeschaltet|ja|eingerichtet|zugelassen|erlaubt|aktiv für alle|angeschaltet|konfiguriert|konform',
    disabled:
      'deaktiviert|inaktiv|aus|ausgeschaltet|nein|nicht konfiguriert|nicht aktiv|nicht aktiviert|nicht eingerichtet|abgeschaltet|nicht erlaubt|nicht erforderlich|keine',
  },
  months: 'mrz=3|jän=1|jänner=1|feber=2|sept=9|mär=3',
  of: 'von|aus|von insgesamt|von den',
}
