import type { Language } from './language.ts'

export const pl: Language = {
  headers: {
    seat: 'stanowiska|stanowisk|miejsca|miejsc|jednostki|miejsce|stanowisko|liczba stanowisk|licencje użytkowników|liczba miejsc|użytkownicy w planie',
    purchased:
      'zakupione|zakupionych|kupione|wykupione|zamówione|zawarte|kupionych|nabyte|wykupionych|w ramach umowy|posiadane|liczba zakupionych|zakupione licencje|zamówionych|opłacone licencje|w pakiecie|nabytych|posiadanych',
    assigned:
      'przypisane|przypisanych|używane|wykorzystane|użyte|zajęte|w użyciu|przydzielone|wykorzystanie|przydzielonych|wykorzystanych|użytych|zajętych|zużycie|przypisane licencje|wykorzystane licencje|używanych|zużyte|przyznane',
    available:
      'dostępne|dostępnych|wolne|pozostałe|pozostało|nieprzypisane|wolnych|pozostałych|niewykorzystane|nieużywane|nieprzydzielone|do przydzielenia|dostępne licencje|wolne licencje|niewykorzystanych',
    count: 'liczba|ilość|szt|sztuk|sztuki|sztuka',
    unlimited: 'bez ograniczeń|nieograniczone|nieograniczona|bez limitu|nielimitowane|nieograniczony|nielimitowany',
    capacity: 'limit|limit miejsc|pojemność|maksymalna liczba|pula',
    price:
      'cena|koszt|opłata|stawka|abonament kwota|cena miesięczna|cena roczna|koszt miesięczny|koszt roczny|opłata miesięczna|opłata roczna|cena za miesiąc|cena za rok|cena odnowienia|taryfa cena|wysokość opłaty|koszty|opłaty|cena przedłużenia|cena netto|cena brutto',
    amount: 'kwota|suma|wartość|kwoty',
    total:
      'razem|łącznie|suma całkowita|kwota całkowita|łączna kwota|do zapłaty|brutto|wartość brutto|całkowita|ogółem|kwota brutto|suma brutto|kwota do zapłaty|razem brutto|całkowity koszt|łączny koszt|wartość faktury|kwota faktury|całkowita kwota',
    unit: 'za jednostkę|za użytkownika|cena jednostkowa|jednostkowa|za licencję|za stanowisko|na użytkownika|za sztukę|za miejsce|cena za użytkownika|cena za licencję|koszt za użytkownika|cena za stanowisko|cena za sztukę|koszt jednostkowy|za osobę|cena jedn|cena za szt',
    currency: 'waluta',
    subtotal: 'netto|wartość netto|suma częściowa|kwota netto|razem netto|suma netto',
    tax: 'vat|podatek|kwota vat|stawka vat|podatki',
    paid: 'zapłacono|kwota zapłacona|wpłacono|opłacono',
    balance:
      'saldo|pozostało do zapłaty|należność|zaległość|niedopłata|nadpłata|pozostała kwota|kwota zaległa|do zapłaty pozostało',
    discount: 'rabat|zniżka|upust',
    date: 'data|dzień|dnia|czas',
    start:
      'początek|data rozpoczęcia|rozpoczęcie|ważne od|od|data zakupu|data początkowa|start|ważny od|obowiązuje od|data aktywacji|aktywowano|aktywna od|aktywny od|zakupiono|początek umowy|data zawarcia|data startu|zakup|umowa od|data uruchomienia|uruchomiono|aktywacja|aktywacji|rozpoczyna się|początek okresu|klient od|data zawarcia umowy|kupiono|data nabycia|otwarto|data wejścia w życie|początek subskrypcji|od dnia|rozpoczęto|data początku',
    end: 'koniec|data zakończenia|zakończenie|wygasa|wygasa dnia|data wygaśnięcia|wygaśnięcie|ważne do|ważny do|ważna do|do dnia|data końcowa|data ważności|termin ważności|kończy się|obowiązuje do|koniec umowy|data końca|umowa do|aktywna do|koniec okresu|do|koniec subskrypcji|aktywny do|upływa|data upływu|kończy się dnia|wygaśnie|traci ważność|ważność|koniec wsparcia|okres ważności|wygasa w dniu|ważność do|termin wygaśnięcia|data upływu ważności|opłacone do|opłacona do|opłacony do',
    renew:
      'odnowienie|data odnowienia|odnawia się|odnowi się|odnawiane|następna płatność|następna faktura|przedłużenie|kolejne odnowienie|następne odnowienie|kolejna płatność|następne rozliczenie|odnowienie dnia|kolejna faktura|data przedłużenia|najbliższa płatność|zostanie odnowiona|zostanie odnowiony|odnawia się dnia|następna data płatności|data następnej płatności|data następnego rozliczenia|następne obciążenie|data kolejnej płatności|kolejne rozliczenie|termin odnowienia|odnowi się dnia|następny termin płatności|najbliższe odnowienie|data następnej faktury|odnowienia|zostanie odnowiona dnia|następne pobranie',
    next: 'następny|następna|kolejny|kolejna',
    last: 'ostatni|ostatnia|ostatnie',
    billing: 'rozliczenie|płatność|rozliczenia',
    due: 'termin płatności|termin zapłaty|płatne do|zapłać do|data płatności|do zapłaty do|płatność do|termin|do dnia zapłaty|zapłata do|termin płatn|data wymagalności|wymagalne',
    issued:
      'wystawiona|wystawiono|data wystawienia|data faktury|wystawienie|wystawiona dnia|data dokumentu|data wyst|data sprzedaży|wystawiono dnia|data wystawienia faktury|data księgowania',
    created:
      'utworzono|utworzony|data utworzenia|dodano|zarejestrowano|data rejestracji|data dodania|utworzona|członek od|zaproszono|dołączył|data dołączenia|rejestracja|utworzenie|dodany|dodana|zarejestrowany|data założenia|dołączono|założono|zarejestrowana',
    updated: 'zaktualizowano|zmodyfikowano',
    lastActive:
      'ostatnie logowanie|ostatnia aktywność|ostatnio aktywny|ostatnio widziany|ostatnie użycie|ostatni dostęp|ostatnio zalogowany|data ostatniego logowania|ostatnio używane|ostatnia sesja|ostatnia wizyta|ostatnie połączenie|ostatnio aktywna|ostatnio online|data ostatniej aktywności|ostatnie zalogowanie|ostatnia wizyta dnia|ostatnio użyto',
    canceled:
      'anulowano|anulowana|rezygnacja|wypowiedzenie|anulowane|data wypowiedzenia|anulowanie|wypowiedziano|rozwiązanie|rozwiązano|data rozwiązania|data anulowania|data rezygnacji',
    trial: 'próbny|okres próbny|wersja próbna|testowy|próbna|bezpłatny okres próbny',
    period:
      'okres rozliczeniowy|okres|cykl|częstotliwość|cykl rozliczeniowy|interwał|okres rozliczenia|cykl płatności|okres płatności|częstotliwość płatności|częstotliwość rozliczeń|cykl rozliczeń|rozliczany|tryb rozliczenia|częstotliwość rozliczania|okres abonamentu płatność|cykliczność',
    status:
      'status|stan|status płatności|stan płatności|status subskrypcji|status faktury|status licencji|status usługi|status konta',
    auto: 'automatyczne odnawianie|automatyczne odnowienie|odnawiaj automatycznie|odnawia się automatycznie|autoodnawianie|automatyczne przedłużanie|automatyczne przedłużenie|auto odnowienie|autoodnowienie|automatyczna płatność|automatyczna odnowa|odnowienie automatyczne|płatność automatyczna|automatycznie odnawiana|odnawianie automatyczne|automatycznie odnawiany|odnawiane automatycznie|odnowi się automatycznie|odnawia automatycznie',
    active: 'aktywny|aktywna|aktywne',
    enabled: 'włączone|włączony|włączona|dozwolone|aktywowane',
    disabled: 'wyłączone|wyłączony|zablokowany|wyłączona|zablokowane|zablokowana|dezaktywowany',
    enforced:
      'wymagane|obowiązkowe|wymuszone|wymagany|wymagaj|wymuś|wymagana|wymuszaj|obowiązkowy|wymuszony|obowiązkowa',
    product:
      'produkt|nazwa produktu|usługa|oprogramowanie|produkty|towar|usługi|nazwa usługi|pozycja|rozwiązanie produkt|nazwa oprogramowania|aplikacja licencja|nazwa towaru|towar lub usługa|program|przedmiot',
    plan: 'plan|pakiet|edycja|typ licencji|rodzaj licencji|typ subskrypcji|taryfa|poziom|twój plan|bieżący plan|obecny plan|aktualny plan|nazwa planu|wariant|rodzaj subskrypcji|nazwa pakietu|plan taryfowy|aktualny pakiet|członkostwo',
    sku: 'sku|kod produktu|numer katalogowy|indeks|nr katalogowy|symbol|kod towaru|numer produktu|nr produktu',
    name: 'nazwa|imię i nazwisko|tytuł|nazwa wyświetlana|pełna nazwa|etykieta',
    id: 'id|identyfikator|referencja|numer umowy|numer klienta|nr umowy|nr klienta|id klienta|sygnatura|ref',
    number: 'numer|nr|no',
    type: 'typ|rodzaj|kategoria|klasa',
    version: 'wersja',
    description: 'opis|uwagi|notatki|komentarz|notatka|komentarze|szczegóły|uwaga|tytułem',
    vendor: 'dostawca|producent|wydawca|firma|sprzedawca|marka|usługodawca|twórca|dystrybutor',
    email:
      'e mail|email|adres e mail|adres email|poczta|adres poczty elektronicznej|mail|adres mailowy|e mail służbowy|poczta elektroniczna',
    user: 'użytkownik|użytkownicy|członek|członkowie|osoba|pracownik|przypisane do|pracownicy|przypisany do|przypisana do|właściciel|administrator|imię i nazwisko użytkownika|nazwisko i imię|posiadacz|nazwa użytkownika pełna|osoby|użytkownika|członek zespołu|agent|posiadacz licencji',
    given: 'imię|imiona',
    family: 'nazwisko',
    login: 'nazwa użytkownika|login|identyfikator użytkownika|nazwa logowania|nazwa konta',
    role: 'rola|role|uprawnienia|poziom dostępu|uprawnienie|typ użytkownika|funkcja|dostęp|stanowisko pracy|profil uprawnień',
    mfa: 'uwierzytelnianie dwuskładnikowe|weryfikacja dwuetapowa|uwierzytelnianie wieloskładnikowe|2 fa|mfa|logowanie dwuetapowe|klucz bezpieczeństwa|aplikacja uwierzytelniająca|weryfikacja dwuskładnikowa|dwuetapowa weryfikacja|drugi składnik|uwierzytelnianie dwuetapowe|weryfikacja wieloskładnikowa|dwuskładnikowe|klucze bezpieczeństwa|wieloskładnikowe|uwierzytelnianie dwustopniowe|logowanie dwuskładnikowe',
    sso: 'logowanie jednokrotne|sso|saml|single sign on|pojedyncze logowanie|logowanie sso|dostawca tożsamości',
    invoice:
      'faktura|faktury|numer faktury|nr faktury|rachunek|rachunki|faktura nr|dokument|nr dokumentu|numer dokumentu|numer rachunku|faktura vat|paragon|proforma nr|nr rachunku|faktura korygująca|numer fv|nr fv',
    domain: 'domena|nazwa domeny|domeny|nazwy domen|adres domeny',
    registrar: 'rejestrator|zarejestrowana w|operator domeny|operator rejestrujący',
    nameserver: 'serwery nazw|serwery dns|serwer dns|serwer nazw',
    lock: 'blokada|zablokowana do transferu|blokada transferu|blokada domeny|zabezpieczenie transferu',
    certificate: 'certyfikat|certyfikaty|certyfikat ssl|certyfikaty ssl',
    subject:
      'wystawiony dla|wystawione dla|nazwa pospolita|wydany dla|podmiot|domena główna|wystawiono dla|nazwa certyfikatu',
    issuer: 'wystawca|wystawiony przez|urząd certyfikacji|wydany przez|wystawiono przez|organ wydający',
    names: 'nazwy alternatywne|inne nazwy|nazwy dns|inne domeny',
    serial: 'numer seryjny|odcisk palca|odcisk|nr seryjny',
    subscription: 'subskrypcja|subskrypcje|abonament|umowa|umowy|abonamenty|prenumerata',
    license: 'licencja|licencje|licencji|licencja na oprogramowanie|licencje na oprogramowanie|liczba licencji',
    app: 'aplikacja|aplikacje|integracja|integracje|połączona aplikacja|połączone aplikacje|wtyczka|wtyczki|rozszerzenie|rozszerzenia|dodatek|dodatki',
    scope: 'zakres|zakresy|przyznane uprawnienia|zakres dostępu|zakres uprawnień',
    password:
      'hasło|hasła|hasło główne|zasady haseł|generator haseł|polityka haseł|długość hasła|złożoność hasła|wymagania dotyczące hasła|haseł',
    session:
      'sesja|limit czasu sesji|bezczynność|sesje|czas sesji|czas trwania sesji|wygaśnięcie sesji|automatyczne wylogowanie|wylogowanie|długość sesji|sesji',
    retention:
      'przechowywanie|okres przechowywania|retencja|retencja danych|przechowywanie danych|zasady przechowywania',
    backup: 'kopia zapasowa|kopie zapasowe|backup|tworzenie kopii zapasowych|kopii zapasowych',
    device:
      'zasady urządzeń|zarządzanie urządzeniami|urządzenia mobilne|szyfrowanie urządzeń|zgodność urządzeń|blokada ekranu|zarządzane urządzenia|zaufane urządzenia',
    dlp: 'zapobieganie utracie danych|dlp|utrata danych|wyciek danych|ochrona przed utratą danych|utracie danych',
    sharing:
      'udostępnianie zewnętrzne|dostęp gości|udostępnianie|linki publiczne|współpraca zewnętrzna|goście|udostępnianie publiczne|dostęp dla gości',
    logging:
      'dziennik audytu|dzienniki audytu|dziennik inspekcji|dzienniki inspekcji|rejestrowanie|audyt|dziennik aktywności|logi|dziennik zdarzeń',
    policy:
      'zasada|zasady|reguła|bezpieczeństwo|reguły|polityka|polityki|zabezpieczenia|ustawienia zabezpieczeń|zgodność|polityka bezpieczeństwa',
    minimum: 'minimum|min|minimalna|co najmniej|minimalny|minimalne',
    maximum: 'maksimum|maks|maksymalna|maksymalny|maksymalne',
    previous: 'poprzedni|poprzednia',
    estimate: 'szacowany|średnia|procent',
    secret: 'klucz|klucz licencyjny|klucz produktu|token',
    address: 'adres|ulica|miasto|kod pocztowy|kraj|telefon|język|strefa czasowa',
  },
  fillers:
    'tym|i|w|na|z|dla|ze|przez|twój|twoja|bieżący|bieżąca|jest|o|konto|po|dnia|twoje|twoich|mój|moje|lub|oraz|ten|ta|to|od|do|dni|ich|się|swoje',
  yes: 'tak|włączone|włączony|aktywny|automatyczne|automatycznie|prawda|włączona|aktywne|skonfigurowane|wymagane|dozwolone|odnawia się automatycznie|aktywna|t|automatyczne odnawianie',
  no: 'nie|wyłączone|wyłączony|nieaktywny|ręcznie|brak|fałsz|wyłączona|nieaktywne|ręczne|nigdy|nieskonfigurowane|bez|nieaktywna|nie odnawia się|nieustawione|ręczna|odnawianie ręczne|ręczne odnawianie',
  periods: {
    day: 'dzień|dni|dziennie|za dzień|codziennie',
    week: 'tydzień|tygodnie|tygodni|tygodniowo|tygodniowy|co tydzień|za tydzień',
    month:
      'miesiąc|miesiące|miesięcy|miesięcznie|miesięczna|miesięczny|mies|miesięczne|co miesiąc|za miesiąc|na miesiąc|m c|płatność miesięczna|rozliczenie miesięczne|mc',
    quarter: 'kwartał|kwartały|kwartalnie|kwartalny|kwartalna|co kwartał|za kwartał|na kwartał|kwartalne|co 3 miesiące',
    halfYear: 'półrocze|półrocznie|półroczny|półroczna|co pół roku|co 6 miesięcy|pół roku|za pół roku',
    year: 'rok|lata|lat|rocznie|roczny|roczna|roku|roczne|co rok|za rok|na rok|corocznie|płatność roczna|rozliczenie roczne|12 miesięcy|co roku|w skali roku',
    never:
      'nigdy|jednorazowo|bezterminowo|jednorazowa|bezterminowa|bezterminowy|dożywotnia|nie wygasa|bez terminu|bezterminowe|dożywotnio|jednorazowe|na stałe|wieczysta|brak terminu|bez daty wygaśnięcia',
  },
  statuses: {
    active:
      'zainstalowany|zainstalowana|zainstalowane|aktywny|aktywna|aktywne|włączony|ważny|ważna|bieżący|potwierdzony|w toku|obowiązuje|włączona|trwa|opłacona aktywna|bieżąca|działa|uruchomiona|uruchomiony|w użyciu|obowiązująca|odnowiona|ok|aktualny|aktualna',
    inactive:
      'niezainstalowany|niezainstalowana|bez licencji|nieaktywny|nieaktywna|nieaktywne|wstrzymany|wyłączony|wyłączona|dezaktywowany|zarchiwizowany|niewłączony|brak licencji',
    trialing: 'próbny|okres próbny|wersja próbna|próbna|testowy|w okresie próbnym|testowa|bezpłatny okres próbny|trial',
    'past-due':
      'zaległy|zaległa|po terminie|przeterminowana|przeterminowany|opóźniona|opóźniony|zaległe|płatność zaległa|opóźniona płatność|windykacja|przeterminowane|monit|niezapłacona po terminie|po terminie płatności',
    suspended:
      'zawieszony|zawieszona|zablokowany|zablokowana|wstrzymany|wstrzymana|zawieszone|zamrożony|zamrożona|tymczasowo zablokowany',
    canceled:
      'anulowany|anulowana|anulowano|zakończony|zakończona|rozwiązany|anulowane|wypowiedziana|wypowiedziany|rozwiązana|zamknięty|zamknięta|zrezygnowano|nie zostanie odnowiona|rezygnacja|nie odnawia się|w okresie wypowiedzenia|przerwany|do zakończenia|nieodnawiana',
    expired: 'wygasły|wygasła|wygasło|przeterminowany|nieważny|nieważna|wygasłe|po terminie ważności|utraciła ważność',
    pending:
      'oczekujący|oczekująca|oczekuje|zaproszony|zaproszona|w toku|zaproszenie wysłane|w trakcie|w trakcie realizacji|niepotwierdzony|zaplanowana|zaplanowany|przetwarzanie|w przygotowaniu|oczekuje na aktywację|oczekujące|do aktywacji|zamówiony|zamówiona|w trakcie aktywacji|oczekuje na potwierdzenie|nowy|w realizacji|przyszła|niepotwierdzona',
    deleted: 'usunięty|usunięta|skasowany|usunięte',
    paid: 'zapłacona|zapłacony|opłacona|opłacony|zapłacono|rozliczona|uregulowana|opłacone|zapłacone|uregulowane|rozliczony|uregulowany',
    open: 'otwarta|niezapłacona|nieopłacona|do zapłaty|wysłana|wystawiona|nieopłacony|niezapłacony|oczekuje na płatność|oczekuje na zapłatę|nierozliczona|oczekująca|do opłacenia|nieuregulowana|niezapłacone|oczekuje na wpłatę|otwarty|nieopłacone',
    draft: 'wersja robocza|szkic|robocza|projekt|proforma',
    void: 'anulowana|unieważniona|nieważna|stornowana|umorzona|nieściągalna|unieważniony',
    refunded: 'zwrócona|zwrócono|zwrot|zwrócony|skorygowana',
    partial:
      'częściowo|częściowo zapłacona|częściowo opłacona|częściowa|częściowo opłacony|zapłacona częściowo|opłacona częściowo',
    failed:
      'nieudana|odrzucona|niepowodzenie|odrzucony|błąd|nieudany|płatność nieudana|odmowa|nie powiodła się|płatność odrzucona',
    enforced:
      'wymagane|obowiązkowe|wymuszone|wymagany|wymagana|wymagane dla wszystkich|obowiązkowe dla wszystkich|wymuszony|obowiązkowa|egzekwowane',
    enabled:
      'włączone|włączony|włączona|aktywne|tak|dozwolone|skonfigurowane|aktywny|aktywna|skonfigurowano|ustawione|skonfigurowany',
    disabled:
      'wyłączone|wyłączony|wyłączona|nieaktywne|nie|nieskonfigurowane|nieaktywny|nieaktywna|nieustawione|niedozwolone|niewłączone|opcjonalne|niewymagane|nie skonfigurowano|nie ustawiono',
  },
  months: 'sier=8|wrze=9',
  of: 'z|ze|spośród|na',
}
