//! What people of a large town write: sentences of a few hundred words that come often and many that
//! come seldom, so that an index has something to do.

use super::chance::Chance;

/// A word that many posts hold.
pub const COMMON: &str = "kereszteződés";

const OFTEN: &str = "a az és hogy nem is egy de ez ha meg már csak van kell lehet mi így még volt ezt nagyon sok jó \
    nekünk itt most utca iskola gyerek szülő kereszteződés lámpa gyalog kerékpár autó reggel este piac park pad fa \
    árnyék víz patak híd bolt posta orvos rendelő idős szomszéd csoport egyesület klub edző pálya terem könyvtár \
    kórus próba ünnep nap hét hónap év pénz pályázat terv munka kaláka segítség eszköz kulcs terem busz megálló \
    menetrend the and of to in we is that for it on with our they school street crossing children parents morning \
    bench trees shade stream bridge library choir hall meeting volunteer council plan budget map bus stop doctor \
    old neighbour garden market bicycle walk safe lamp evening week month together understand agree promise result";

const ONSETS: [&str; 14] = ["b", "k", "sz", "t", "m", "r", "gy", "l", "v", "n", "p", "d", "h", "cs"];
const RIMES: [&str; 10] = ["ar", "en", "ó", "és", "il", "át", "ő", "un", "ek", "ala"];

/// A word: most of the time a usual one, now and then one that hardly anybody uses.
fn word(chance: &mut Chance) -> String {
    if chance.below(8) > 0 {
        let often: Vec<&str> = OFTEN.split_whitespace().collect();
        return often[chance.seldom(often.len())].into();
    }
    let syllables = 2 + chance.below(3);
    let mut syllable =
        || format!("{}{}", ONSETS[chance.below(ONSETS.len())], RIMES[chance.below(RIMES.len())]);
    (0..syllables).map(|_| syllable()).collect()
}

/// So many words as one line, with a capital letter in front.
pub fn line(chance: &mut Chance, words: usize) -> String {
    let text = (0..words).map(|_| word(chance)).collect::<Vec<_>>().join(" ");
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A post in Markdown: some sentences, here and there emphasis, a list, a link, a quotation.
pub fn post(chance: &mut Chance) -> String {
    let sentences = 1 + chance.below(9);
    let mut text = String::new();
    for n in 0..sentences {
        let words = 5 + chance.below(12);
        text.push_str(&line(chance, words));
        text.push_str(if n % 4 == 3 { ".\n\n" } else { ". " });
    }
    match chance.below(12) {
        0 => text.push_str(&format!(
            "\n\n- {}\n- **{}**\n- {}",
            line(chance, 4),
            line(chance, 3),
            line(chance, 6)
        )),
        1 => {
            text.push_str(&format!("\n\n> {}\n\nhttps://example.org/{}", line(chance, 9), chance.below(1000)))
        }
        2 => {
            text.push_str(&format!("\n\n| {} | {} |\n|---|---|\n| 1 | 2 |", line(chance, 1), line(chance, 1)))
        }
        _ => {}
    }
    text
}

const FAMILY: [&str; 24] = [
    "Nagy",
    "Kovács",
    "Tóth",
    "Szabó",
    "Horváth",
    "Varga",
    "Kiss",
    "Molnár",
    "Németh",
    "Farkas",
    "Balogh",
    "Papp",
    "Lakatos",
    "Juhász",
    "Mészáros",
    "Oláh",
    "Simon",
    "Rácz",
    "Fekete",
    "Szilágyi",
    "Török",
    "Fehér",
    "Gál",
    "Kocsis",
];
const GIVEN: [&str; 24] = [
    "Anna", "Béla", "Csilla", "Dénes", "Erika", "Ferenc", "Gizella", "Henrik", "Ilona", "János", "Katalin",
    "László", "Mária", "Noémi", "Olivér", "Piroska", "Rezső", "Sára", "Tamás", "Ursula", "Veronika",
    "Zoltán", "Ágnes", "Ödön",
];

/// A name; after 576 of them there are namesakes with a number.
pub fn name(n: usize) -> String {
    let (family, given) = (FAMILY[n % FAMILY.len()], GIVEN[n / FAMILY.len() % GIVEN.len()]);
    match n / (FAMILY.len() * GIVEN.len()) {
        0 => format!("{family} {given}"),
        more => format!("{family} {given} {}", more + 1),
    }
}
