use super::*;

fn town() -> Vec<Named> {
    let people =
        [(1, "Márta Tóth"), (2, "Tóth Márta"), (3, "Kiss Anna"), (4, "Kiss Annamária"), (5, "Pista Bíró")];
    let groups = [(6, "Town Library"), (7, "Bread & Roses"), (8, "Kiss Anna")];
    let named = |kind: &str, id, name: &str| Named::from(Name { kind: kind.into(), id, name: name.into() });
    let groups = groups.map(|(id, name)| named("group", id, name));
    people.into_iter().map(|(id, name)| named("person", id, name)).chain(groups).collect()
}

/// Who is meant, and what of the text is the name.
fn meant(text: &str) -> Option<(i64, &str)> {
    let names = town();
    let (named, length) = whole_name(text, &names).or_else(|| first_word(text, &names))?;
    Some((named.id, &text[..length]))
}

#[test]
fn accents_and_case_are_forgiven() {
    assert_eq!(meant("marta toth, come"), Some((1, "marta toth")));
    assert_eq!(meant("TOWN LIBRARY."), Some((6, "TOWN LIBRARY")));
    assert_eq!(meant("Bread &amp; Roses!"), Some((7, "Bread &amp; Roses")));
}

#[test]
fn an_ending_belongs_to_the_name() {
    assert_eq!(meant("Tóth Mártának szólok"), Some((2, "Tóth Mártának")));
    assert_eq!(meant("Tóth Márta-féle"), Some((2, "Tóth Márta")));
    assert_eq!(meant("Town Librarymania"), Some((6, "Town Librarymania")));
    assert_eq!(meant("Town LibraryXL"), None);
}

#[test]
fn the_longest_name_counts_and_two_bearers_are_nobody() {
    assert_eq!(meant("Kiss Annamária"), Some((4, "Kiss Annamária")));
    assert_eq!(meant("Kiss Anna"), None, "a person and a group");
    assert_eq!(meant("Kiss"), None, "three of them");
}

#[test]
fn a_first_name_that_only_one_bears_is_enough() {
    assert_eq!(meant("Pista, hozol széket?"), Some((5, "Pista")));
    assert_eq!(meant("Pista Kovács"), None, "another Pista");
    assert_eq!(meant("Town"), None, "a group is called by its whole name");
    assert_eq!(meant("Pi"), None);
    assert_eq!(meant("Nobody"), None);
}
