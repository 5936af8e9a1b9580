use super::*;

#[test]
fn the_browsers_wish_is_followed_by_weight() {
    assert_eq!(Locale::accepted("xx, hu;q=0.9, en;q=0.8").map(Locale::code), Some("hu"));
    assert_eq!(Locale::accepted("xx").map(Locale::code), None);
}

#[test]
fn hungarian_sorts_its_letters_in_their_place() {
    let Some(hungarian) = Locale::find("hu-HU") else { panic!("there is Hungarian") };
    let mut names = ["Zeusz", "Ödön", "Csaba", "Cecil", "Olga", "Zsófi", "Ábel", "Béla"];
    names.sort_by(|a, b| hungarian.compare(a, b));
    assert_eq!(names, ["Ábel", "Béla", "Cecil", "Csaba", "Olga", "Ödön", "Zeusz", "Zsófi"]);
}

#[test]
fn numbers_and_dates_follow_the_language() {
    let Some(hungarian) = Locale::find("hu") else { panic!("there is Hungarian") };
    let day = jiff::civil::date(2026, 11, 23);
    assert_eq!(hungarian.formats().day(day), "2026. november 23.");
    assert_eq!(Locale::english().formats().day(day), "23 November 2026");
    assert_eq!(Locale::english().formats().time(day.at(14, 5, 0, 0)), "14:05");
    assert_eq!(hungarian.formats().number(12_345.5), "12\u{a0}345,5");
    assert_eq!(Locale::english().formats().list(["a", "b", "c"].into_iter()), "a, b and c");
}
