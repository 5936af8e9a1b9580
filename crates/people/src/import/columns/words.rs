//! The words that headers are made of, without their accents, in English, Hungarian, Romanian, German,
//! French, Spanish, Italian, Portuguese and Catalan. `word*` also begins longer words; `=word` must be all
//! that the header says.

use super::super::text::plain;
use super::Field;

/// What a header's words say.
#[derive(Debug, Clone, PartialEq)]
pub struct HeaderWord {
    pub field: Field,
    pub strength: f32,
    pub word: String,
}

/// Whether a header has a word that we know.
pub fn is_known_header(header: &str) -> bool {
    header_word(header).is_some()
}

/// The field that a header names. Of two, the earlier in `WORDS` is meant: a "contact e-mail" is an
/// e-mail address, a "type of organisation" no name.
pub fn header_word(header: &str) -> Option<HeaderWord> {
    let tokens = tokens(header);
    let line = format!(" {} ", tokens.join(" "));
    for (field, words) in WORDS {
        let Some(word) = words.iter().find(|word| matches_in(&line, word)) else { continue };
        let only = tokens.iter().all(|token| FILLERS.contains(&token.as_str()) || says_only(token, words));
        let strength = if only || line.trim() == word.trim_matches(['=', '*']) { 0.95 } else { 0.75 };
        return Some(HeaderWord { field, strength, word: word.trim_matches(['=', '*']).to_owned() });
    }
    None
}

fn says_only(token: &str, words: &[&str]) -> bool {
    let token = format!(" {token} ");
    words.iter().any(|word| word.split(' ').any(|part| matches_in(&token, part)))
}

fn matches_in(line: &str, word: &str) -> bool {
    if let Some(whole) = word.strip_prefix('=') {
        line.trim() == whole
    } else if let Some(stem) = word.strip_suffix('*') {
        line.contains(&format!(" {stem}"))
    } else {
        line.contains(&format!(" {word} "))
    }
}

/// "OrganizationName", "E-mail (office)", "cím_1" as single words.
fn tokens(header: &str) -> Vec<String> {
    let mut parted = String::with_capacity(header.len() + 4);
    let mut small = false;
    for c in header.chars().take(120) {
        if small && c.is_uppercase() {
            parted.push(' ');
        }
        small = c.is_lowercase();
        parted.push(c);
    }
    let plain =
        plain(&parted).replace("e-mail", "email").replace("e mail", "email").replace("web site", "website");
    plain.split(|c: char| !c.is_alphabetic()).filter(|token| !token.is_empty()).map(str::to_owned).collect()
}

#[rustfmt::skip]
const FILLERS: [&str; 30] = [
    "of", "the", "a", "an", "and", "az", "es", "neve", "cime", "de", "del", "della", "do", "da", "la",
    "le", "l", "d", "des", "du", "und", "der", "die", "si", "full", "official", "main", "our", "your", "i",
];

#[rustfmt::skip]
const WORDS: [(Field, &[&str]); 11] = [
    (
        Field::Email,
        &[
            "email*", "emails", "mail", "mailadresse", "mailcim", "courriel*", "mel", "correo*", "correu",
            "posta elettronica", "drotposta", "electronic mail",
        ],
    ),
    (
        Field::Website,
        &[
            "website*", "web*", "homepage*", "url", "internet*", "honlap*", "=site", "site web",
            "site internet", "pagina web", "sitio", "sito*", "lloc web", "link", "links", "www",
            "facebook*", "portal",
        ],
    ),
    (
        Field::Phone,
        &[
            "phone*", "telephone*", "tel", "telefon*", "mobil*", "movil", "cell", "cellulare", "cellphone",
            "telemovel", "handy", "fon", "hotline", "rufnummer", "=portable", "fixe",
        ],
    ),
    (
        Field::Language,
        &["language*", "nyelv*", "limba*", "limbi*", "sprache*", "langue*", "idioma*", "lengua*", "lingua*", "llengu*"],
    ),
    (
        Field::Ignore,
        &[
            "fax*", "telefax", "id", "nr", "no", "crt", "sorszam", "age", "ages", "korosztaly*", "fee",
            "fees", "cost*", "price*", "hours", "nyitvatartas*", "orar", "program orar", "offnungszeiten",
            "sprechzeiten", "horaire*", "horario*", "orari", "orario", "horari", "date*", "datum*", "data",
            "ev", "year*", "jahr", "annee", "anno", "ano", "any", "adoszam*", "cegjegyzek*",
            "nyilvantartas*", "tax", "vat", "cif", "nif", "cui", "siret", "siren", "rna", "nipc",
            "partita iva", "codice fiscale", "latitude", "longitude", "lat", "lon", "lng", "logo",
            "letszam*", "tagletszam", "iban", "bank*", "szamlaszam*", "megjegyzes*", "county", "megye",
            "judet*", "created", "updated", "=code", "=kod",
        ],
    ),
    (
        Field::Contact,
        &[
            "contact*", "kapcsolat*", "felelos*", "kepviselo*", "elnok*", "vezeto*", "persoana*",
            "responsabil*", "ansprech*", "kontakt*", "vertreter*", "vorstand*", "vorsitz*", "responsable*",
            "president*", "interlocut*", "representa*", "contatto", "contatti", "referente*",
            "responsavel*", "director", "chair*", "manager*", "leader*", "coordinat*", "reprezentant*",
            "rappresenta*", "leiter*", "persona",
        ],
    ),
    (Field::Side, &["side", "sides", "oldal", "seite", "cote", "lado", "lato", "costat", "parte", "latura"]),
    (
        Field::Sector,
        &[
            "sector*", "szektor*", "agazat*", "terulet*", "szakterulet*", "kategoria*", "category",
            "categories", "type", "types", "tipus*", "domeniu*", "categorie*", "tip", "tipul", "bereich*",
            "sektor*", "kategorie*", "branche*", "sparte*", "art", "secteur*", "domaine*", "thematique*",
            "theme*", "ambito*", "categoria*", "tipo", "settore*", "tipologia*", "setor*", "ambit",
            "tipus", "field", "fields", "industry",
        ],
    ),
    (
        Field::Purpose,
        &[
            "purpose*", "description*", "services", "service", "activity", "activities", "mission",
            "about", "aim", "aims", "goals", "summary", "what", "programs", "programmes", "cel", "celja*",
            "leiras*", "tevekenyseg*", "bemutat*", "szolgaltatas*", "kuldetes*", "scop*", "descriere*",
            "activitat*", "misiune*", "servicii*", "obiect*", "beschreibung*", "kurzbeschreibung",
            "zweck*", "ziel*", "tatigkeit*", "aufgabe*", "angebot*", "leistung*", "objet*", "activite*",
            "presentation*", "but", "descripcion*", "actividad*", "objeto*", "fines", "servicios*",
            "descrizione*", "scopo*", "finalita*", "attivita*", "servizi*", "descricao*", "atividade*",
            "objetivo*", "finalidade*", "servicos*", "descripcio*", "finalitat*", "objecte*", "serveis*",
            "missio*",
        ],
    ),
    (
        Field::Address,
        &[
            "address*", "street*", "city", "town", "zip*", "postcode*", "postal*", "location*", "state",
            "country", "cim*", "szekhely*", "utca*", "varos*", "telepules*", "iranyitoszam*", "irsz",
            "hely", "helyseg*", "adresa*", "sediu*", "strada*", "oras*", "localitate*", "cod postal",
            "adress*", "anschrift*", "strasse*", "ort", "plz", "postleitzahl*", "stadt", "sitz", "rue",
            "ville", "commune", "code postal", "siege*", "direccion*", "domicilio*", "calle", "ciudad",
            "municipio", "localidad*", "sede", "cp", "indirizzo*", "citta", "comune", "cap", "morada*",
            "endereco*", "rua", "cidade", "localidade*", "codigo postal", "adreca*", "carrer", "ciutat",
            "municipi", "poblacio*", "codi postal", "seu", "place",
        ],
    ),
    (
        Field::Name,
        &[
            "name*", "organisation*", "organization*", "group", "groups", "association*", "institution*",
            "agency", "company", "club", "clubs", "nev", "neve", "megnevezes*", "elnevezes*", "szervezet*",
            "egyesulet*", "intezmeny*", "ceg*", "csoport*", "nume*", "denumire*", "organizatie*",
            "organizatia*", "asociatie*", "asociatia*", "institutie*", "institutia*", "firma*", "verein*",
            "bezeichnung*", "einrichtung*", "nom", "noms", "organisme*", "denomination*", "raison sociale",
            "structure*", "intitule*", "nombre*", "entidad*", "asociacion*", "organizacion*",
            "denominacion*", "razon social", "nome*", "denominazione*", "ente", "enti", "associazione*",
            "organizzazione*", "ragione sociale", "entidade*", "associacao*", "designacao*",
            "organizacao*", "denominacao*", "entitat*", "associacio*", "organitzacio*", "denominacio*",
        ],
    ),
];

/// The names of languages, each in some that lists are written in.
#[rustfmt::skip]
pub const LANGUAGES: [&str; 76] = [
    "english", "hungarian", "romanian", "german", "french", "spanish", "italian", "portuguese", "catalan",
    "chinese", "cantonese", "mandarin", "arabic", "russian", "ukrainian", "slovak", "serbian", "croatian",
    "polish", "czech", "turkish", "tagalog", "vietnamese", "japanese", "korean", "hindi", "romani",
    "american", "welsh", "angol", "magyar", "roman", "nemet", "francia", "spanyol", "olasz", "portugal",
    "katalan", "szlovak", "szerb", "horvat", "ukran", "lengyel", "cigany", "engleza", "maghiara", "romana",
    "germana", "franceza", "englisch", "ungarisch", "rumanisch", "deutsch", "franzosisch", "spanisch",
    "anglais", "hongrois", "francais", "allemand", "espagnol", "ingles", "espanol", "castellano",
    "frances", "italiano", "inglese", "francese", "portugues", "catala", "castella", "en", "hu", "ro",
    "de", "fr", "es",
];
