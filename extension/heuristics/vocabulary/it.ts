import type { Language } from './language.ts'

export const it: Language = {
  headers: {
    seat: 'postazioni|postazione|posti|unità|utenze|posto|utenti inclusi|licenze utente',
    purchased:
      'acquistate|acquistati|acquistato|ordinate|sottoscritte|incluse|comprate|acquistata|inclusi|contrattualizzate|licenze acquistate|quantità acquistata|possedute|in dotazione',
    assigned:
      'assegnate|assegnati|utilizzate|utilizzati|usate|in uso|occupati|consumate|utilizzo|assegnata|assegnato|usati|in utilizzo|occupate|consumo|licenze assegnate|licenze utilizzate|allocate|impegnate|attribuite',
    available:
      'disponibili|disponibile|rimanenti|libere|non assegnate|residue|liberi|rimaste|residui|non assegnati|inutilizzate|non utilizzate|licenze disponibili|ancora disponibili',
    count: 'quantità|qta|numero di|n di|nr di|pezzi',
    unlimited: 'illimitato|illimitata|illimitati|illimitate|senza limiti',
    capacity: 'limite|quota massima|capienza|soglia|massimale',
    price:
      'prezzo|costo|tariffa|canone|quota|importo mensile|importo annuo|prezzo mensile|prezzo annuale|costo mensile|costo annuale|canone mensile|canone annuo|canone annuale|costo annuo|prezzo di rinnovo|costo di rinnovo|spesa',
    amount: 'importo|somma|valore|importi',
    total:
      'totale|importo totale|totali|totale fattura|totale ivato|totale da pagare|prezzo totale|costo totale|totale complessivo|totale iva inclusa|totale documento',
    unit: 'per unità|per utente|unitario|prezzo unitario|per licenza|per postazione|costo unitario|prezzo per utente|costo per utente|a utente|prezzo per licenza|cad|cadauno',
    currency: 'valuta|divisa',
    subtotal: 'subtotale|imponibile|netto|totale netto|iva esclusa|importo netto',
    tax: 'imposta|iva|tasse|imposte|importo iva',
    paid: 'pagato|saldato|versato|incassato|importo pagato',
    balance: 'saldo|da pagare|importo dovuto|credito|residuo da pagare|dovuto|in sospeso',
    discount: 'sconto|riduzione',
    date: 'data|giorno|il|ora',
    start:
      'inizio|data di inizio|data inizio|decorrenza|dal|valido dal|data di acquisto|data acquisto|attivazione|inizia|attivato il|attivata il|data di attivazione|data attivazione|inizio contratto|acquistato il|sottoscritto il|attivo dal|avvio|data di avvio|inizio validità|stipulato il|stipula|inizio periodo|cliente dal|data decorrenza|data di sottoscrizione|aperto il|inizia il|data inizio prevista',
    end: 'fine|data di fine|data fine|scade|scade il|scadenza|data di scadenza|data scadenza|valido fino al|fino al|termina|termine|validità|termina il|fine contratto|scadrà il|al|fine validità|fine periodo|cessazione|data di cessazione|scadenza contratto|scadenza licenza|fine supporto|in scadenza il|data fine prevista|fine prevista',
    renew:
      'rinnovo|data di rinnovo|data rinnovo|si rinnova|si rinnova il|prossimo pagamento|prossima fattura|prossimo rinnovo|prossimo addebito|prossima fatturazione|rinnovato il|data prossimo rinnovo|prossima scadenza|rinnovo il|verrà rinnovato il|rinnovo automatico il|si rinnoverà il|data prossima fatturazione|prossimo addebito il|data del prossimo pagamento',
    next: 'prossimo|prossima|successivo',
    last: 'ultimo|ultima',
    billing: 'fatturazione|pagamento|addebito',
    due: 'scadenza pagamento|data scadenza pagamento|da pagare entro|pagare entro|pagamento entro|entro il|scadenza fattura|termine di pagamento|termini di pagamento|scadenza del pagamento|data limite',
    issued:
      'emessa|emessa il|data fattura|data di emissione|data emissione|emissione|emesso il|data della fattura|data documento|fatturato il|data di fatturazione|data fatturazione',
    created:
      'creato|creata|creazione|data di creazione|aggiunto|registrato|registrazione|creato il|creata il|data creazione|aggiunto il|registrato il|iscritto il|membro dal|data di registrazione|data registrazione|invitato il|inserito il',
    updated: 'aggiornato|modificato|aggiornamento',
    lastActive:
      'ultimo accesso|ultima attività|ultimo login|ultimo utilizzo|ultima connessione|visto l ultima volta|ultima visita|ultima sessione|data ultimo accesso|ultima volta attivo|ultimo collegamento|ultima autenticazione',
    canceled:
      'annullato|disdetto|annullamento|disdetta|cancellato|annullato il|cancellazione|data disdetta|recesso|disdetto il',
    trial: 'prova|periodo di prova|versione di prova|prova gratuita',
    period:
      'periodo|ciclo|frequenza|periodicità|ciclo di fatturazione|periodo di fatturazione|intervallo|cadenza|frequenza di fatturazione|frequenza di pagamento|ricorrenza|ciclo di pagamento|periodicità di fatturazione|modalità di fatturazione',
    status:
      'stato|situazione|condizione|stato abbonamento|stato pagamento|stato licenza|stato del servizio|stato servizio',
    auto: 'rinnovo automatico|si rinnova automaticamente|rinnova automaticamente|auto rinnovo|rinnovo auto|tacito rinnovo|rinnovo tacito|autorinnovo|addebito automatico|rinnovato automaticamente|si rinnova in automatico',
    active: 'attivo|attiva',
    enabled: 'abilitato|abilitata|attivato|attivata|consentito',
    disabled: 'disabilitato|disattivato|bloccato|disabilitata|disattivata|sospeso',
    enforced:
      'obbligatorio|obbligatoria|richiesto|richiesta|imposto|imposta obbligo|richiedi|rendi obbligatorio|forzato|applicato',
    product:
      'prodotto|nome prodotto|nome del prodotto|servizio|software|articolo|prodotti|servizi|descrizione prodotto|nome servizio|soluzione|programma|nome del servizio|nome software',
    plan: 'piano|pacchetto|edizione|tipo di licenza|tipo licenza|tipo di abbonamento|livello|il tuo piano|piano attuale|offerta|profilo tariffario|nome piano|tipo abbonamento|versione piano|piano tariffario',
    sku: 'sku|codice prodotto|codice articolo|cod prodotto|cod articolo|riferimento prodotto',
    name: 'nome completo|denominazione|titolo|nome visualizzato|nome|etichetta',
    id: 'id|identificativo|riferimento|codice|rif|numero contratto|codice cliente|id cliente|n contratto',
    number: 'numero|n|nr|num|no',
    type: 'tipo|categoria|tipologia|genere',
    version: 'versione',
    description: 'descrizione|nota|note|commento|commenti|dettagli|dettaglio|causale|oggetto',
    vendor: 'fornitore|produttore|editore|rivenditore|azienda|marca|sviluppatore|casa produttrice',
    email:
      'e mail|email|posta elettronica|indirizzo e mail|indirizzo email|mail|indirizzo di posta|indirizzo di posta elettronica|email aziendale|indirizzo mail',
    user: 'utente|utenti|membro|membri|persona|dipendente|assegnato a|collaboratore|dipendenti|assegnata a|titolare|intestatario|amministratore|nome utente completo|nome dell utente|operatore|addetto|nominativo|nome e cognome|cognome e nome|assegnatario',
    given: 'nome di battesimo|primo nome',
    family: 'cognome',
    login: 'nome utente|login|username|id utente|nome di accesso|nome account|nome dell account',
    role: 'ruolo|ruoli|autorizzazioni|permessi|permesso|livello di accesso|profilo|funzione|tipo utente|privilegi|mansione',
    mfa: 'autenticazione a due fattori|verifica in due passaggi|autenticazione a più fattori|due fattori|2 fa|mfa|chiave di sicurezza|app di autenticazione|doppio fattore|secondo fattore|autenticazione a due passaggi|verifica a due passaggi|autenticazione multifattore|autenticazione multi fattore|autenticazione forte|autenticazione a 2 fattori',
    sso: 'accesso unico|sso|saml|single sign on|accesso single sign on|provider di identità',
    invoice:
      'fattura|fatture|numero fattura|numero di fattura|ricevuta|n fattura|nr fattura|ricevute|fattura n|num fattura|numero documento|n documento|rif fattura|fattura numero|nota di credito',
    domain: 'dominio|nome di dominio|nome dominio|domini|nome a dominio|nomi a dominio',
    registrar: 'registrar|registrato presso|ente registrante|fornitore del dominio',
    nameserver: 'server dei nomi|nameserver|server dns|name server',
    lock: 'blocco|bloccato per trasferimento|blocco trasferimento|lucchetto|blocco dominio|protezione trasferimento',
    certificate: 'certificato|certificati|certificato ssl|certificati ssl',
    subject: 'rilasciato a|nome comune|soggetto|intestato a|dominio principale|emesso per',
    issuer: 'emittente|rilasciato da|autorità di certificazione|emesso da|autorità emittente|ente certificatore',
    names: 'nomi alternativi|altri nomi|nomi dns|altri domini',
    serial: 'numero di serie|impronta|seriale|impronta digitale',
    subscription: 'abbonamento|abbonamenti|sottoscrizione|sottoscrizioni|contratto|contratti',
    license: 'licenza|licenze|licenza software|licenze software',
    app: 'applicazione|applicazioni|app|integrazione|integrazioni|app collegata|app collegate|estensione|plugin|componente aggiuntivo',
    scope: 'ambiti|autorizzazioni concesse|permessi concessi|ambito',
    password:
      'password|parola chiave|criterio password|criteri password|criteri per le password|politica delle password|password principale|lunghezza password|complessità password|requisiti password|lunghezza della password',
    session:
      'sessione|durata sessione|inattività|timeout sessione|sessioni|durata della sessione|timeout di sessione|scadenza sessione|disconnessione automatica',
    retention:
      'conservazione|periodo di conservazione|conservazione dei dati|criteri di conservazione|conservazione dati',
    backup: 'backup|copia di sicurezza|copie di sicurezza|copie di backup|salvataggi',
    device:
      'criteri dispositivo|conformità dispositivi|gestione dispositivi|dispositivi mobili|crittografia dispositivi|gestione dei dispositivi|blocco schermo|dispositivi gestiti|criteri dispositivi',
    dlp: 'prevenzione della perdita di dati|dlp|prevenzione perdita dati|perdita di dati|fuga di dati',
    sharing:
      'condivisione esterna|accesso ospite|condivisione|accesso ospiti|collegamenti pubblici|link pubblici|collaborazione esterna|condivisione pubblica|ospiti',
    logging:
      'registro di controllo|registri di controllo|log di controllo|registri di audit|audit|registro attività|log attività|registro di audit',
    policy: 'criterio|criteri|regola|sicurezza|politica|politiche|regole|policy|impostazione di sicurezza|conformità',
    minimum: 'minimo|minima|min|almeno',
    maximum: 'massimo|massima|max',
    previous: 'precedente',
    estimate: 'stimato|stima|media|percentuale',
    secret: 'chiave|chiave di licenza|token',
    address: 'indirizzo|via|città|cap|paese|telefono|lingua|fuso orario',
  },
  fillers:
    'cui|di|del|della|dei|delle|il|lo|la|i|gli|le|un|una|e|in|al|alla|per|da|con|tuo|attuale|si|è|account|tuoi|sua|suo|mio|miei|o|che|questo|questa|nel|nella|sul|dal|vostro|ai|agli|allo|su',
  yes: 'sì|si|attivato|attivo|automatico|vero|abilitato|attiva|abilitata|automatica|configurato|acceso|consentito|obbligatorio|tacito|automaticamente|rinnovo automatico|si rinnova automaticamente',
  no: 'no|disattivato|inattivo|manuale|nessuno|nessuna|falso|disabilitato|disattivata|mai|non attivo|non configurato|spento|non|senza|non attivata|non rinnovare|manualmente|rinnovo manuale',
  periods: {
    day: 'giorno|giorni|giornaliero|giornaliera|al giorno|quotidiano',
    week: 'settimana|settimane|settimanale|alla settimana',
    month:
      'mese|mesi|mensile|mensilmente|al mese|mensili|ogni mese|fatturazione mensile|pagamento mensile|per mese|fatturato mensilmente',
    quarter: 'trimestre|trimestri|trimestrale|trimestralmente|ogni trimestre|ogni 3 mesi|al trimestre',
    halfYear: 'semestre|semestrale|semestralmente|ogni 6 mesi|al semestre',
    year: 'anno|anni|annuale|annualmente|annuo|all anno|annuali|annua|ogni anno|fatturazione annuale|pagamento annuale|per anno|fatturato annualmente|12 mesi|l anno',
    never:
      'mai|una tantum|perpetua|unico|unica soluzione|perpetuo|senza scadenza|illimitata|non scade|a vita|permanente|nessuna scadenza',
  },
  statuses: {
    active:
      'installato|installata|attivo|attiva|attivato|attivata|in corso|valido|valida|confermato|attivi|in vigore|abilitato|abilitata|in essere|regolare|in regola|operativo|rinnovato|ok',
    inactive:
      'non installato|non installata|senza licenza|inattivo|inattiva|non attivo|in pausa|disattivato|disattivata|non attiva|archiviato|disabilitato',
    trialing: 'prova|in prova|periodo di prova|prova gratuita|versione di prova|di prova',
    'past-due':
      'in ritardo|scaduto e non pagato|insoluto|moroso|scaduto|scaduta|insoluta|pagamento scaduto|sollecito|pagamento in ritardo|oltre la scadenza|scadute|insoluti',
    suspended: 'sospeso|sospesa|bloccato|bloccata|congelato|in sospensione|messo in pausa',
    canceled:
      'annullato|annullata|disdetto|disdetta|cancellato|terminato|cessato|cessata|terminata|cancellata|chiuso|chiusa|in disdetta|recesso|non verrà rinnovato|disdetta programmata|revocato|concluso|non rinnovato',
    expired: 'scaduto|scaduta|non più valido|scaduti|decaduto',
    pending:
      'in attesa|invitato|invitata|in sospeso|in elaborazione|invito inviato|da confermare|in attivazione|da attivare|in lavorazione|programmato|non confermato|richiesto|in fase di attivazione|in attesa di attivazione|in attesa di conferma|in approvazione',
    deleted: 'eliminato|eliminata|rimosso|rimossa',
    paid: 'pagato|pagata|saldata|saldato|incassato|incassata|liquidata|pagate|quietanzata|regolata',
    open: 'aperta|aperto|da pagare|non pagata|inviata|emessa|insoluta|non pagato|emesso|in attesa di pagamento|da saldare|non saldata|in sospeso|da incassare|in scadenza',
    draft: 'bozza|proforma|provvisoria',
    void: 'annullata|annullato|stornata|stornato|nulla|inesigibile',
    refunded: 'rimborsato|rimborsata|accreditato|stornato con nota di credito|rimborso',
    partial: 'parziale|parzialmente pagata|parzialmente|parzialmente pagato|pagamento parziale|pagata in parte',
    failed:
      'non riuscito|fallito|rifiutato|rifiutata|fallita|pagamento rifiutato|pagamento fallito|respinto|non riuscita',
    enforced: 'obbligatorio|obbligatoria|richiesto|richiesta|imposto|applicato|obbligatorio per tutti|forzato',
    enabled:
      'abilitato|abilitata|attivato|attivata|attivo|sì|attiva|consentito|configurato|configurata|acceso|conforme',
    disabled:
      'disabilitato|disabilitata|disattivato|disattivata|inattivo|no|non configurato|non configurata|spento|non abilitato|non attivo|non consentito|facoltativo|non obbligatorio',
  },
  months: 'sett=9',
  of: 'di|su|su un totale di|sui|delle',
}
