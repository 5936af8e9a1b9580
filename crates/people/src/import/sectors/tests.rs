use super::*;

fn sector(name: &str, purpose: &str) -> String {
    guess_sector(name, purpose, &SECTORS).map_or("nothing".into(), |guess| guess.key)
}

#[test]
fn names_tell_the_sector_in_english() {
    for (name, key) in [
        ("Milton Primary School", "education"),
        ("Milton Choral Choir", "culture"),
        ("Milton Rovers Football Club", "sport"),
        ("High Street Clinic", "health"),
        ("Milton Chamber of Commerce", "business"),
        ("Milton Town Council", "authority"),
        ("Police Department", "authority"),
        ("Milton Neighbourhood Association", "civil"),
        ("Food Bank of Milton", "civil"),
        ("Parish of St. Mary", "faith"),
        ("Milton Gazette", "media"),
    ] {
        assert_eq!(sector(name, ""), key, "{name}");
    }
}

#[test]
fn names_tell_the_sector_in_hungarian() {
    for (name, key) in [
        ("Béri Balog Ádám Általános Iskola", "education"),
        ("Kőszegi Napsugár Óvoda", "education"),
        ("Városi Zeneiskola", "education"),
        ("Kőszegi Vonósok Egyesület", "culture"),
        ("Jurisics-vár Művelődési Központ", "culture"),
        ("Városi Könyvtár", "culture"),
        ("Kőszegi Sportegyesület", "sport"),
        ("Horgászegyesület", "sport"),
        ("Árpád-házi Szent Erzsébet Kórház", "health"),
        ("Idősek Otthona", "health"),
        ("Kovács és Társa Kft.", "business"),
        ("Kőszeg Város Önkormányzata", "authority"),
        ("Kőszegi Járási Hivatal", "authority"),
        ("Nyugdíjas Klub", "civil"),
        ("Városvédő és Városszépítő Egyesület", "civil"),
        ("Jézus Szíve Plébánia", "faith"),
        ("Evangélikus Egyházközség", "faith"),
        ("Kőszeg és Vidéke újság", "media"),
        ("Kőszegi Városi Televízió", "media"),
    ] {
        assert_eq!(sector(name, ""), key, "{name}");
    }
}

#[test]
fn some_romanian_and_german_is_understood() {
    for (name, key) in [
        ("Școala Gimnazială Petőfi Sándor", "education"),
        ("Primăria Cristuru Secuiesc", "authority"),
        ("Spitalul Municipal", "health"),
        ("Parohia Reformată", "faith"),
        ("Asociația Tinerilor", "civil"),
        ("Gesangverein Frohsinn", "culture"),
        ("Turnverein 1848", "sport"),
        ("Grundschule am Markt", "education"),
        ("Freiwillige Feuerwehr", "civil"),
    ] {
        assert_eq!(sector(name, ""), key, "{name}");
    }
}

#[test]
fn a_name_tells_more_than_a_purpose() {
    assert_eq!(
        sector("Milton Choir", "We meet in the school on Tuesdays and sing in the church at Easter."),
        "culture"
    );
    assert_eq!(sector("Sunshine", "We teach pupils after school and tutor students."), "education");
}

#[test]
fn a_guess_says_why_and_how_sure() {
    let sure = guess_sector("Városi Kórház", "Betegek gyógyítása és orvosi rendelő.", &SECTORS).unwrap();
    assert_eq!((sure.key.as_str(), sure.why.as_str()), ("health", "korhaz"));
    let unsure = guess_sector("Kör", "", &SECTORS).unwrap();
    assert!(sure.confidence > 0.8 && unsure.confidence < 0.7, "{sure:?} {unsure:?}");
    assert_eq!(guess_sector("Napsugár", "Vidám hétköznapok", &SECTORS), None);
    assert_eq!(guess_sector("", "", &SECTORS), None);
}

#[test]
fn only_sectors_of_the_community_are_guessed() {
    assert_eq!(guess_sector("Milton Football Club", "", &["education", "civil"]), None);
    assert_eq!(guess_sector("Milton Football Club", "", &[]), None);
    assert_eq!(
        guess_sector("Sportiskola", "", &["education"]).map(|guess| guess.key),
        Some("education".into())
    );
}

#[test]
fn a_sector_column_is_matched_by_its_labels() {
    for (text, key) in [
        ("Oktatás", "education"),
        ("Health & care", "health"),
        ("Önkormányzat", "authority"),
        ("Civil szervezet", "civil"),
        ("Sportverein", "sport"),
        ("EGYHÁZ", "faith"),
        ("média", "media"),
    ] {
        assert_eq!(named_sector(text, &SECTORS).map(|guess| guess.key), Some(key.to_owned()), "{text}");
    }
    assert_eq!(named_sector("Oktatás", &["sport"]), None);
    assert_eq!(named_sector("garden", &["garden"]).map(|guess| guess.confidence), Some(1.0));
}

#[test]
fn every_word_of_the_list_is_without_accents_and_told_once() {
    let mut seen = std::collections::HashSet::new();
    for (key, words) in WORDS {
        assert!(SECTORS.contains(key));
        for (word, weight) in *words {
            assert_eq!(plain(word), *word);
            assert!(seen.insert(*word), "{word} is told twice");
            assert!((0.3..=4.0).contains(weight));
        }
    }
    assert!(LABELS.iter().all(|(label, key)| plain(label) == *label && SECTORS.contains(key)));
}
