import type { Language } from './language.ts'

export const fr: Language = {
  headers: {
    seat: 'postes|poste|sièges|siège|places|unités|licences utilisateur|utilisateurs inclus|nombre de postes|nombre de places',
    purchased:
      'achetées|achetés|acheté|achetée|commandées|souscrites|acquises|incluses|inclus|souscrits|commandés|quantité achetée|licences achetées|total acheté|provisionnées|contractuel|licences souscrites|quantité souscrite|possédées',
    assigned:
      'attribuées|attribués|affectées|affectés|utilisées|utilisés|assignées|assignés|consommées|occupés|en cours d utilisation|utilisation|attribuée|utilisée|consommés|en service|allouées|alloués|occupées|licences utilisées|licences attribuées|consommation|distribuées|places utilisées|sièges utilisés|éléments impactés|éléments associés',
    available:
      'disponibles|disponible|restantes|restants|libres|non attribuées|non attribués|inutilisées|restant|restante|libre|non utilisées|inutilisés|licences disponibles|licences restantes|solde de licences',
    count: 'nombre|quantité|nb|nbre|qté|nombre de',
    unlimited: 'illimité|illimités|illimitée|illimitées|sans limite',
    capacity: 'limite|quota|plafond|capacité|maximum autorisé',
    price:
      'prix|coût|tarif|frais|cotisation|montant mensuel|montant annuel|prix mensuel|prix annuel|coût annuel|coût mensuel|redevance|tarif mensuel|tarif annuel|prix de renouvellement|abonnement mensuel|tarif de renouvellement|mensualité',
    amount: 'montant|somme|valeur|montant facturé|montants',
    total:
      'total|totale|ttc|montant total|total ttc|montant ttc|totaux|total général|total à payer|net à payer|coût total|prix total|total facturé',
    unit: 'par unité|par utilisateur|unitaire|prix unitaire|par poste|par licence|par siège|tarif unitaire|coût unitaire|pu|pu ht|prix par utilisateur|prix par licence|prix par poste|coût par utilisateur|l unité|tarif par utilisateur|par personne',
    currency: 'devise|monnaie',
    subtotal: 'sous total|ht|hors taxe|montant ht|total ht|net|hors taxes',
    tax: 'taxe|tva|taxes|montant tva|impôt',
    paid: 'payé|réglé|encaissé|montant payé|montant réglé',
    balance: 'solde|reste à payer|montant dû|crédit|restant dû|solde dû|avoir|à régler|solde restant',
    discount: 'remise|réduction|rabais|ristourne',
    date: 'date|jour|le|heure',
    start:
      'début|date de début|commence|à partir du|depuis|date d effet|valable à partir du|date d achat|du|début du contrat|activé le|activée le|souscrit le|souscrite le|date de souscription|depuis le|actif depuis|date d activation|activation|ouvert le|commence le|prise d effet|début de période|début de validité|démarrage|mise en service|date de mise en service|date d entrée en vigueur|client depuis|début d abonnement|valide à partir du|début de licence|date de début prévue|date début',
    end: 'fin|date de fin|expire|expire le|expiration|date d expiration|échéance du contrat|valable jusqu au|valide jusqu au|se termine|se termine le|jusqu au|date de fin d engagement|date d échéance contrat|fin de contrat|fin du contrat|fin de période|fin d abonnement|termine le|fin de validité|fin de licence|prend fin le|au|arrive à échéance le|validité|fin d engagement|fin de support|expirera le|fin de service|date limite de validité|date de péremption|date de fin prévue|fin prévue|date fin',
    renew:
      'renouvellement|date de renouvellement|renouvelle|se renouvelle le|prochain paiement|prochaine facturation|prochaine facture|prochain prélèvement|prochain renouvellement|prochaine échéance|reconduction|renouvelé le|renouvellement le|sera renouvelé le|date de prochaine facturation|renouvelle le|date de reconduction|prochaine date de paiement|à renouveler le|prochaine reconduction|renouvellement prévu|renouvellement prévu le|prochain débit|prochaine date de facturation|date du prochain paiement|sera reconduit le|renouvellement automatique le',
    next: 'prochain|prochaine|suivant',
    last: 'dernier|dernière',
    billing: 'facturation|paiement|prélèvement',
    due: 'échéance|date d échéance|à payer avant|dû le|exigible|échéance de paiement|à payer avant le|payable avant|date limite de paiement|échéance le|à régler avant le|échéance facture|échéance du paiement|date limite|payable le|échéances|due le',
    issued:
      'émise|émise le|date de facture|date de facturation|date d émission|émis le|date de la facture|émission|facturé le|facturée le|établie le|date du document|date d établissement',
    created:
      'créé|créée|création|date de création|ajouté|inscription|inscrit|créé le|créée le|ajouté le|ajoutée le|inscrit le|date d inscription|enregistré le|membre depuis|invité le|date d ajout|date d enregistrement',
    updated: 'modifié|mis à jour|mise à jour',
    lastActive:
      'dernière connexion|dernière activité|dernier accès|vu pour la dernière fois|dernière utilisation|dernière visite|dernière session|actif pour la dernière fois|date de dernière connexion|dernière connexion le|dernière date de connexion|dernière authentification|dernier login|dernière présence',
    canceled: 'résilié|annulé|résiliation|annulation|résilié le|annulé le|date de résiliation|résiliation le',
    trial: 'essai|période d essai|version d essai|essai gratuit',
    bought: 'acheté le|date de commande|date achat',
    period:
      'période de facturation|cycle de facturation|périodicité|fréquence|fréquence de facturation|période|intervalle|cycle|fréquence de paiement|récurrence|périodicité de facturation|rythme de facturation|cycle de paiement|mode de facturation|type de facturation',
    status: 'statut|état|etat|situation|statut de paiement|statut de l abonnement|état de la licence|état du compte',
    auto: 'renouvellement automatique|reconduction automatique|renouvellement auto|auto renouvellement|tacite reconduction|reconduction tacite|prélèvement automatique|renouv auto|renouvelle automatiquement|se renouvelle automatiquement|renouvelé automatiquement|est renouvelé automatiquement',
    active: 'actif|active',
    enabled: 'activé|activée|activées|activés|autorisé|autorisée',
    disabled: 'désactivé|désactivée|bloqué|bloquée|suspendu',
    enforced: 'obligatoire|imposé|requis|exigé|exigée|imposée|requise|exiger|imposer|rendre obligatoire',
    product:
      'produit|nom du produit|service|logiciel|article|désignation|produits|prestation|services|application souscrite|libellé du produit|solution|nom du service|nom du logiciel|libellé de l offre|intitulé du produit',
    plan: 'plan|forfait|offre|formule|édition|type de licence|type d abonnement|abonnement souscrit|offre actuelle|niveau|pack|votre formule|votre forfait|formule actuelle|plan actuel|forfait actuel|nom de l offre|gamme|votre offre|type de forfait|formule d abonnement',
    sku: 'sku|référence produit|code produit|référence article|code article|réf article|réf produit',
    name: 'nom|nom complet|intitulé|libellé|titre|nom affiché|nom d affichage|désignation courte|dénomination',
    id: 'id|identifiant|référence|réf|numéro de contrat|n° client|numéro client|n° de contrat',
    number: 'numéro|n|no|num',
    type: 'type|catégorie|genre|nature',
    version: 'version',
    description: 'description|remarque|note|notes|commentaire|commentaires|détails|détail|objet',
    vendor: 'éditeur|fournisseur|fabricant|prestataire|revendeur|société|constructeur|marque',
    email:
      'e mail|email|courriel|adresse e mail|adresse email|mail|adresse électronique|adresse mail|courrier électronique|adresse de messagerie|messagerie|mél|e mail professionnel',
    user: 'utilisateur|utilisateurs|membre|membres|personne|employé|collaborateur|attribué à|titulaire|salarié|collaborateurs|agent|affecté à|assigné à|bénéficiaire|nom d utilisateur complet|nom de l utilisateur|administrateur|nom du membre|nom complet de l utilisateur|nom et prénom|prénom et nom|nom prénom|interlocuteur|usager',
    given: 'prénom',
    family: 'nom de famille|nom famille',
    login:
      'nom d utilisateur|login|identifiant de connexion|pseudo|nom de connexion|identifiant utilisateur|nom du compte|nom de compte',
    role: 'rôle|rôles|droits|autorisations|autorisation|permissions|permission|profil|niveau d accès|type d utilisateur|fonction|droit d accès|privilèges',
    mfa: 'authentification à deux facteurs|double authentification|authentification multifacteur|mfa|2 fa|identification en deux étapes|validation en deux étapes|vérification en deux étapes|application d authentification|clé de sécurité|deux facteurs|deux étapes|authentification multifacteurs|a 2 f|authentification forte|second facteur|authentification en deux étapes|deuxième facteur|double facteur|authentification à double facteur|clés de sécurité',
    sso: 'authentification unique|connexion unique|sso|saml|single sign on|fournisseur d identité|fédération d identité',
    invoice:
      'facture|factures|numéro de facture|n de facture|reçu|facture n°|no de facture|n° facture|réf facture|numéro facture|référence facture|référence de facture|pièce|n° de pièce|numéro de pièce|avoir n°|num facture',
    domain: 'domaine|nom de domaine|domaines|noms de domaine|zone dns',
    registrar: 'registrar|bureau d enregistrement|registraire|enregistré chez|unité d enregistrement',
    nameserver: 'serveur de noms|serveurs de noms|serveurs dns|serveur dns',
    lock: 'verrouillé|verrouillage|verrou de transfert|protection contre le transfert|verrouillage du domaine|protégé',
    certificate: 'certificat|certificats|certificat ssl|certificats ssl',
    subject: 'délivré à|nom commun|sujet|émis pour|objet du certificat|domaine principal|titulaire du certificat',
    issuer: 'émetteur|délivré par|autorité de certification|autorité|émis par',
    names: 'noms alternatifs|autres noms|noms dns|autres domaines',
    serial: 'numéro de série|empreinte|n° de série',
    subscription: 'abonnement|abonnements|contrat|contrats|souscription|souscriptions',
    license: 'licence|licences|licence logicielle|licences logicielles',
    app: 'application|applications|intégration|intégrations|appli|applis|app|apps|application connectée|extension|extensions|module|greffon',
    scope: 'autorisations accordées|périmètre|portées|étendue|portée',
    password:
      'mot de passe|mots de passe|mot de passe maître|politique de mot de passe|générateur de mot de passe|longueur du mot de passe|complexité du mot de passe|stratégie de mot de passe|règles de mot de passe',
    session:
      'session|durée de session|inactivité|délai d expiration de session|délai d inactivité|sessions|expiration de session|déconnexion automatique|durée de la session',
    retention: 'rétention|conservation|durée de conservation|conservation des données|politique de conservation',
    backup: 'sauvegarde|sauvegardes|sauvegarde automatique|sauvegardes automatiques',
    device:
      'politique d appareil|conformité des appareils|appareils mobiles|gestion des appareils|chiffrement des appareils|appareils gérés|verrouillage de l écran|appareils approuvés',
    dlp: 'protection contre la perte de données|dlp|perte de données|prévention des pertes de données|fuite de données',
    sharing:
      'partage externe|partage|accès invité|partage public|invités|liens publics|collaboration externe|partage de fichiers',
    logging: 'journal d audit|journalisation|journaux d audit|audit|journal d activité|traces',
    policy: 'politique|stratégie|règle|sécurité|politiques|règles|stratégies|paramètre|conformité',
    minimum: 'minimum|min|minimale|minimal|au moins',
    maximum: 'maximum|max|maximale|maximal',
    previous: 'premier paiement|premier versement|frais de mise en service|précédent|précédente|ancien',
    estimate: 'estimé|estimation|moyenne|pourcentage|taux',
    secret: 'clé|clé de licence|jeton',
    address: 'adresse|rue|ville|code postal|pays|téléphone|langue|fuseau horaire',
  },
  fillers:
    'dont|de|du|des|la|le|les|l|d|un|une|et|en|au|aux|à|pour|par|sur|se|s|votre|actuel|actuelle|est|ce|compte|vos|nos|mon|ma|mes|ses|dans|avec|ou|qui|sont|sera|notre|cette|ce mois|comptes',
  yes: 'oui|activé|activée|actif|automatique|vrai|obligatoire|configuré|configurée|autorisé|reconduction tacite|tacite|en place|automatiquement|renouvellement automatique',
  no: 'non|désactivé|désactivée|inactif|manuel|aucun|aucune|faux|inactive|manuelle|jamais|non configuré|non configurée|pas|non activé|non activée|sans|ne pas renouveler|ne se renouvelle pas|manuellement|renouvellement manuel',
  periods: {
    day: 'jour|jours|quotidien|quotidienne|par jour|j',
    week: 'semaine|semaines|hebdomadaire|par semaine|hebdo',
    month:
      'mois|mensuel|mensuelle|mensuellement|par mois|chaque mois|tous les mois|facturé mensuellement|facturation mensuelle|paiement mensuel|le mois|au mois|mensualisé',
    quarter:
      'trimestre|trimestres|trimestriel|trimestrielle|par trimestre|tous les trimestres|tous les 3 mois|trimestriellement',
    halfYear: 'semestre|semestriel|semestrielle|par semestre|tous les 6 mois|semestriellement',
    year: 'an|ans|année|années|annuel|annuelle|annuellement|par an|chaque année|tous les ans|facturé annuellement|facturation annuelle|paiement annuel|l an|12 mois|l année|à l année|par année',
    never:
      'jamais|unique|perpétuel|une fois|ponctuel|sans expiration|perpétuelle|illimité|illimitée|n expire pas|sans engagement|à vie|permanente|permanent',
  },
  statuses: {
    active:
      'installé|installée|actif|active|activé|activée|en cours|valide|en règle|confirmé|actifs|en vigueur|en service|ok|payée à jour|à jour|opérationnel|souscrit|souscrite|renouvelé|en ligne',
    inactive:
      'non installé|non installée|sans licence|inactif|inactive|non actif|en pause|désactivé|désactivée|non attribuée|archivé|archivée|non activé',
    trialing: 'essai|en essai|période d essai|essai gratuit|version d essai|en période d essai|à l essai',
    'past-due':
      'en retard|impayé en retard|échu|paiement en retard|échue|retard de paiement|en retard de paiement|relance|relancée|échéance dépassée|échues',
    suspended: 'suspendu|suspendue|bloqué|bloquée|gelé|verrouillé|en suspens|interrompu|interrompue|mis en pause',
    canceled:
      'annulé|annulée|résilié|résiliée|terminé|terminée|clôturé|clôturée|résiliation programmée|en cours de résiliation|ne sera pas renouvelé|non renouvelé|fermé|résiliation demandée|arrêté|non reconduit',
    expired: 'expiré|expirée|échue|échu expiré|périmé|périmée|caduc|arrivé à échéance',
    pending:
      'en attente|invité|invitée|en cours de traitement|à venir|invitation envoyée|en attente de validation|en cours d activation|non confirmé|en attente d activation|invitation en attente|programmé|à valider|en préparation|en cours de création',
    deleted: 'supprimé|supprimée|retiré|retirée|parti',
    paid: 'payé|payée|réglé|réglée|acquittée|acquitté|encaissé|encaissée|soldée|soldé|payées|prélevé|prélevée',
    open: 'ouverte|impayée|impayé|non payée|envoyée|due|émise|à payer|ouvert|en attente de paiement|non payé|émis|envoyé|à régler|non réglée|en attente de règlement|en cours de paiement',
    draft: 'brouillon|proforma|provisoire',
    void: 'annulée|annulé|nulle|nul|invalide|irrécouvrable',
    refunded: 'remboursé|remboursée|avoir émis|avoir',
    partial: 'partiel|partielle|partiellement payée|partiellement payé|partiellement|paiement partiel|en partie',
    failed: 'échoué|échouée|refusé|refusée|échec|rejeté|rejetée|échec du paiement|paiement refusé|prélèvement rejeté',
    enforced:
      'obligatoire|imposé|requis|exigé|imposée|exigée|requise|obligatoire pour tous|requis pour tous|appliqué|appliquée',
    enabled: 'activé|activée|actif|active|oui|activés|autorisé|autorisée|configuré|configurée|en place|conforme',
    disabled:
      'désactivé|désactivée|inactif|inactive|non|non configuré|non configurée|non activé|non activée|interdit|facultatif|non requis',
  },
  months: 'fév=2|fev=2|janv=1|sep=9|aou=8',
  of: 'sur|de|sur un total de|sur les',
}
