/**
 * Local parts of addresses that are a job's and nobody's own, as companies write them in the languages of the readers,
 * without accents. Beside the names that RFC 2142 reserves.
 */
export const sharedWords: ReadonlySet<string> = new Set(
  `
  info infos information office contact contacts hello hi mail post inbox support help helpdesk servicedesk service
  services customerservice customercare care sales marketing billing account accounts accounting bookkeeping invoice
  invoices finance payroll payments purchasing procurement orders order hr people recruiting recruitment jobs careers
  career reception frontdesk team admin admins administrator administration webmaster abuse security privacy legal
  compliance it itsupport edv press media pr events training shop store warehouse logistics management board
  meetingroom boardroom conference
  kontakt buero buro empfang zentrale sekretariat verwaltung buchhaltung rechnung rechnungen rechnungswesen
  rechnungseingang einkauf verkauf vertrieb personal personalabteilung bewerbung bewerbungen kundenservice kundendienst
  kundenbetreuung poststelle posteingang datenschutz technik lager versand presse werkstatt geschaeftsfuehrung
  geschaftsfuhrung geschaeftsleitung bestellung bestellungen mahnung lohn besprechungsraum konferenzraum
  accueil compta comptabilite facturation factures secretariat direction commercial commerciale achats rh recrutement
  juridique presse ventes informatique
  contacto ventas facturacion facturas contabilidad administracion rrhh recepcion soporte compras atencioncliente
  informacion pedidos
  amministrazione contabilita fatturazione fatture vendite assistenza segreteria acquisti ufficio informazioni ordini
  verkoop administratie boekhouding facturen factuur receptie inkoop klantenservice personeel
  ekonomi faktura fakturor kundtjanst forsaljning inkop
  bogholderi regnskab regnskap salg kundeservice okonomi
  contato vendas financeiro faturamento faturacao suporte recepcao comercial contabilidade pedidos
  biuro ksiegowosc faktury kadry sprzedaz sekretariat zamowienia obsluga
  laskutus myynti asiakaspalvelu taloushallinto toimisto
  `
    .trim()
    .split(/\s+/),
)

/** Local parts by which software and machines sign in or write. */
export const serviceWords: ReadonlySet<string> = new Set(
  `
  noreply donotreply nichtantworten keineantwort nepasrepondre noresponder norespondas naoresponda nonrispondere
  nietantwoorden geenantwoord svarainte svaraej ikkesvar nieodpowiadac alavastaa
  mailer mailerdaemon daemon postmaster hostmaster bounce bounces root system cron api webhook smtp relay
  notification notifications notify benachrichtigung automation automator integration integrations connector sync
  backup backups monitoring monitor scan scans scanner scanners printer printers drucker kopierer copier mfp fax
  telefax imprimante impresora stampante bot ldap dirsync
  `
    .trim()
    .split(/\s+/),
)
