use std::time::Instant;

use super::*;

fn card(name: &str) -> Card {
    Card { name: name.into(), ..Card::default() }
}

fn reached(name: &str, phone: &str, email: &str, website: &str, address: &str) -> Card {
    let list = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
    Card {
        phones: list(phone),
        emails: list(email),
        websites: list(website),
        address: address.into(),
        ..card(name)
    }
}

/// Other groups of a town, so that its common words are common.
fn town() -> Vec<Card> {
    [
        "Kőszegi Fúvószenekar Egyesület",
        "Kőszegi Sportegyesület",
        "Kőszegi Városi Könyvtár",
        "Kőszegi Városi Múzeum",
        "Béri Balog Ádám Általános Iskola",
        "Árpád-házi Szent Margit Óvoda",
        "Kőszegi Természetjárók Egyesülete",
        "Jurisics Miklós Gimnázium",
        "Szent Imre Nyugdíjas Klub",
        "Kőszegi Evangélikus Gyülekezet",
    ]
    .map(card)
    .to_vec()
}

fn best(name: &str, other: &str) -> Option<Likeness> {
    let mut here = town();
    here.push(card(other));
    let last = here.len() - 1;
    likenesses(&[card(name)], &here).into_iter().find(|likeness| likeness.other == Other::Existing(last))
}

#[test]
fn spelling_case_order_and_legal_form_do_not_matter() {
    for (name, other) in [
        ("Kőszegi Vonósok Egyesület", "KŐSZEGI VONÓSOK"),
        ("Koszegi Vonosok", "Kőszegi Vonósok Közhasznú Egyesülete"),
        ("Asian, Inc.", "Asian"),
        ("The Riley Center", "Riley Center"),
        ("W.O.M.A.N., Inc.", "WOMAN Inc"),
        ("Women's Community Clinic (WCC)", "Womens' Community Clinic"),
        ("Bayview Hunter's Point Foundation", "Hunters Point Bayview"),
        ("Kiss és Társa Kft.", "Kiss & Társa"),
        ("Gesangverein Köln e.V.", "Gesangverein Koln"),
    ] {
        let found = best(name, other).unwrap_or_else(|| panic!("{name} is not like {other}"));
        assert!(found.score >= 0.7, "{name}: {found:?}");
    }
    assert_eq!(best("Asian, Inc.", "ASIAN").unwrap().reasons, [Reason::SameName]);
}

#[test]
fn slips_of_the_pen_and_short_forms_are_seen_through() {
    for (name, other) in [
        ("Bérri Balog Ádám Iskola", "Béri Balog Ádám Iskola"),
        ("Béri Balog Ádám Ált. Isk.", "Béri Balog Ádám Általános Iskola"),
        ("Seventh Avenue Chruch", "Seventh Avenue Church"),
        ("Curry Senior Center (formerly North of Market Services)", "Curry Senior Center"),
    ] {
        assert!(best(name, other).is_some(), "{name} is not like {other}");
    }
}

#[test]
fn initials_meet_their_long_form() {
    let found = best("YMCA", "Young Men's Christian Association").unwrap();
    assert_eq!(found.reasons, [Reason::Initials { letters: "ymca".into() }]);
    assert!(best("BVSC", "Budapesti Vasutas Sport Club").is_some());
    assert!(best("CARECEN", "Central American Resource Center (CARECEN)").is_some());
}

#[test]
fn what_is_common_in_a_town_makes_no_two_groups_one() {
    for (name, other) in [
        ("Kőszegi Vonósok Egyesület", "Kőszegi Futók Egyesület"),
        ("1. számú Óvoda", "2. számú Óvoda"),
        ("12. Cserkészcsapat", "14. Cserkészcsapat"),
        ("Kőszegi Városi Televízió", "Kőszegi Városi Uszoda"),
        ("Szent Imre Plébánia", "Szent Márton Plébánia"),
    ] {
        assert_eq!(best(name, other), None, "{name} is like {other}");
    }
}

#[test]
fn ways_to_reach_them_confirm_a_likeness() {
    let here = [reached(
        "Human Services Agency",
        "+1 415 557-5000",
        "",
        "www.hsa.gov",
        "170 Otis Street, San Francisco",
    )];
    let row = reached(
        "Department of Human Services",
        "(415) 557-5000",
        "",
        "",
        "San Francisco, 170 Otis Street 94103",
    );
    let found = likenesses(std::slice::from_ref(&row), &here);
    assert_eq!(found.len(), 1);
    assert!(found[0].reasons.contains(&Reason::SameAddress));
    assert!(found[0].reasons.contains(&Reason::SamePhone { number: "(415) 557-5000".into() }));
    let apart =
        Card { phones: vec!["(415) 111-2222".into()], address: "9 Elm Street, Oakland".into(), ..row };
    assert_eq!(likenesses(&[apart], &here), []);
}

#[test]
fn one_roof_makes_no_two_groups_one() {
    let house =
        |name: &str| reached(name, "020 7946 0001", "desk@house.org", "house.org", "1 High Street, Milton");
    let groups = ["Choir", "Chess Club", "Scouts", "Rovers"].map(house);
    assert_eq!(likenesses(&groups, &[]), []);
    let mails = ["Choir", "Rovers"].map(|name| reached(name, "", &format!("{name}@gmail.com"), "", ""));
    assert_eq!(likenesses(&mails, &[]), []);
}

#[test]
fn of_two_rows_the_later_is_like_the_earlier_and_each_pair_is_told_once() {
    let rows = [card("Milton Choir"), card("Rovers"), card("Milton Choir Ltd")];
    let found = likenesses(&rows, &[card("Rovers")]);
    assert_eq!(
        found.iter().map(|pair| (pair.row, pair.other)).collect::<Vec<_>>(),
        [(1, Other::Existing(0)), (2, Other::Row(0))]
    );
}

#[test]
fn a_thousand_rows_of_one_name_are_each_laid_beside_the_first() {
    let rows = vec![card("Milton Choir"); 1000];
    let found = likenesses(&rows, &[]);
    assert_eq!(found.len(), 999);
    assert!(found.iter().all(|likeness| likeness.other == Other::Row(0)));
}

#[test]
fn names_of_nothing_are_like_nothing() {
    assert_eq!(likenesses(&[card(""), card("---"), card("")], &[card("")]), []);
    assert_eq!(likenesses(&[], &[card("Choir")]), []);
}

/// Names as lists have them: a place, a saint or a person, a kind; numbered so that most differ.
fn synthetic(count: usize, seed: usize) -> Vec<Card> {
    const PLACES: [&str; 12] = [
        "Kőszegi",
        "Milton",
        "Soproni",
        "Szombathelyi",
        "Vasi",
        "Northern",
        "Upper",
        "Alsó",
        "Old",
        "New",
        "Great",
        "Kis",
    ];
    const KINDS: [&str; 10] = [
        "Általános Iskola",
        "Choir",
        "Sportegyesület",
        "Health Center",
        "Kft.",
        "Nyugdíjas Klub",
        "Foundation",
        "Óvoda",
        "Community Center",
        "Plébánia",
    ];
    (0..count)
        .map(|at| {
            let n = at + seed;
            // One of four thousand made-up words, so that each is about as common as a family name.
            let word = (n * 7919 % 4000) * 104_729;
            let family: String =
                [1, 19, 361, 6859].map(|place| char::from(b'a' + (word / place % 19) as u8)).iter().collect();
            let name =
                format!("{} {family}{} {}", PLACES[n % 12], ["os", "ek", "ard", "ini"][n % 4], KINDS[n % 10]);
            reached(
                &name,
                &format!("0{:09}", n * 37),
                &format!("info@{family}{n}.org"),
                "",
                &format!("{n} High Street, Milton"),
            )
        })
        .collect()
}

#[test]
fn ten_thousand_rows_meet_ten_thousand_groups_in_time() {
    let existing = synthetic(10_000, 0);
    let rows = synthetic(10_000, 5_000);
    let start = Instant::now();
    let found = likenesses(&rows, &existing);
    let took = start.elapsed();
    println!("10,000 × 10,000 compared in {took:?}: {} likenesses", found.len());
    let same = found
        .iter()
        .filter(|pair| pair.other == Other::Existing(pair.row + 5_000) && pair.score > 0.9)
        .count();
    assert_eq!(same, 5_000);
    // Under a second in a release build; this bound, for a debug build on a busy machine, finds what grows
    // with the square.
    assert!(took.as_secs() < 90, "{took:?}");
}
