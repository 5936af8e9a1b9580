use super::super::table::table;
use super::*;

fn guessed(text: &str) -> Vec<Field> {
    columns(&table(text).unwrap()).into_iter().map(|guess| guess.field).collect()
}

fn named(header: &str) -> Field {
    header_word(header).map_or(Field::Ignore, |word| word.field)
}

#[test]
fn headers_are_understood_in_nine_languages() {
    use Field::{Address, Contact, Email, Language, Name, Phone, Purpose, Sector, Website};
    let fields = [Name, Sector, Purpose, Address, Phone, Email, Website, Contact, Language];
    for headers in [
        [
            "Organisation",
            "Category",
            "Purpose",
            "Postal address",
            "Phone number",
            "E-mail",
            "Website",
            "Contact person",
            "Languages spoken",
        ],
        [
            "Szervezet neve",
            "Tevékenységi terület",
            "Tevékenység leírása",
            "Székhely címe",
            "Telefonszám",
            "E-mail cím",
            "Honlap címe",
            "Kapcsolattartó neve",
            "Nyelv",
        ],
        [
            "Denumirea asociației",
            "Domeniul",
            "Scopul",
            "Sediul",
            "Număr de telefon",
            "Adresă e-mail",
            "Pagina web",
            "Persoana de contact",
            "Limba",
        ],
        [
            "Vereinsname",
            "Kategorie",
            "Kurzbeschreibung",
            "Anschrift",
            "Telefonnummer",
            "E-Mail-Adresse",
            "Webseite",
            "Ansprechpartner",
            "Sprache",
        ],
        [
            "Nom de l'association",
            "Domaine",
            "Objet",
            "Adresse postale",
            "Téléphone",
            "Courriel",
            "Site internet",
            "Responsable",
            "Langue",
        ],
        [
            "Nombre de la entidad",
            "Ámbito",
            "Descripción",
            "Dirección",
            "Teléfono",
            "Correo electrónico",
            "Página web",
            "Persona de contacto",
            "Idioma",
        ],
        [
            "Denominazione",
            "Settore",
            "Finalità",
            "Indirizzo",
            "Telefono",
            "Posta elettronica",
            "Sito web",
            "Referente",
            "Lingua",
        ],
        [
            "Designação",
            "Área / Setor",
            "Descrição",
            "Morada",
            "Telefone",
            "Email",
            "Sítio web",
            "Responsável",
            "Língua",
        ],
        [
            "Nom de l'entitat",
            "Àmbit",
            "Finalitats",
            "Adreça",
            "Telèfon",
            "Correu electrònic",
            "Lloc web",
            "Persona de contacte",
            "Llengua",
        ],
    ] {
        for (header, field) in headers.into_iter().zip(fields) {
            assert_eq!(named(header), field, "{header}");
        }
    }
}

#[test]
fn of_two_words_in_a_header_the_telling_one_counts() {
    for (header, field) in [
        ("Contact e-mail", Field::Email),
        ("Contact name", Field::Contact),
        ("Szervezet típusa", Field::Sector),
        ("OrganizationName", Field::Name),
        ("Phone / Fax", Field::Phone),
        ("Fax", Field::Ignore),
        ("Age Groups", Field::Ignore),
        ("Service Hours", Field::Ignore),
        ("Services Provided", Field::Purpose),
        ("Web address", Field::Website),
        ("ZIP code", Field::Address),
        ("Sede legale", Field::Address),
        ("Adószám", Field::Ignore),
        ("Side", Field::Side),
    ] {
        assert_eq!(named(header), field, "{header}");
    }
    assert_eq!(header_word("Xyz"), None);
}

const ROWS: &str = "Kőszegi Vonósok;9730 Kőszeg, Fő tér 1.;06-94/360-113;vonosok@koszeg.hu;kultúra;szervezet\n\
    Kőszegi Futók;9730 Kőszeg, Kút utca 3.;06-94/360-114;futok@koszeg.hu;sport;polgárok\n\
    Horgászok;9730 Kőszeg, Kút utca 5.;06-94/360-115;horgaszok@koszeg.hu;sport;polgárok\n\
    Árpád-házi iskola;9730 Kőszeg, Fő tér 9.;06-94/360-116;iskola@koszeg.hu;oktatás;szervezet\n";

#[test]
fn cells_tell_where_headers_do_not() {
    use Field::{Address, Email, Name, Phone, Sector, Side};
    let expected = [Name, Address, Phone, Email, Sector, Side];
    assert_eq!(guessed(&format!("a;b;c;d;e;f\n{ROWS}")), expected);
    assert_eq!(guessed(ROWS), expected);
}

#[test]
fn cells_overrule_a_header_that_is_wrong() {
    let guesses = columns(&table(&format!("Név;Cím;E-mail;Telefon;Típus;Oldal\n{ROWS}")).unwrap());
    assert_eq!((guesses[2].field, guesses[3].field), (Field::Phone, Field::Email));
    assert_eq!(guesses[2].by, GuessedBy::Cells);
    let right = columns(&table(&format!("Név;Cím;Telefon;E-mail;Típus;Oldal\n{ROWS}")).unwrap());
    assert!(right[3].confidence > 0.95 && right[3].confidence > guesses[3].confidence);
    assert_eq!(right[3].by, GuessedBy::Header("email".into()));
}

#[test]
fn there_is_one_name_and_as_many_phones_as_the_list_has() {
    let text = "Group;Short name;Phone;Mobile;Fax\n\
        Choir of Milton;CoM;020 7946 0001;07700 900001;020 7946 0009\n\
        Milton Rovers;MR;020 7946 0002;07700 900002;020 7946 0008\n\
        Milton Chess;MC;020 7946 0003;07700 900003;020 7946 0007\n";
    assert_eq!(guessed(text), [Field::Name, Field::Ignore, Field::Phone, Field::Phone, Field::Ignore]);
}

#[test]
fn an_empty_column_goes_by_its_header_or_is_left_out() {
    let text = "Name;Contact;Xyz\nChoir;;\nChess;;\nScouts;;\n";
    let guesses = columns(&table(text).unwrap());
    assert_eq!(
        guesses.iter().map(|guess| guess.field).collect::<Vec<_>>(),
        [Field::Name, Field::Contact, Field::Ignore]
    );
    assert!(guesses[2].confidence > 0.8);
}

#[test]
fn a_list_of_bare_names_has_a_name_column() {
    assert_eq!(guessed("Choir\nChess\nScouts\n"), [Field::Name]);
}
