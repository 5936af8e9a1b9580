use proptest::prelude::*;

use super::super::columns::columns;
use super::super::sectors::SECTORS;
use super::super::table::table;
use super::*;

const FIELDS: [Field; 9] = [
    Field::Name,
    Field::Address,
    Field::Phone,
    Field::Email,
    Field::Website,
    Field::Purpose,
    Field::Sector,
    Field::Side,
    Field::Contact,
];

/// One row under those fields.
fn draft_of(cells: [&str; 9]) -> Draft {
    let row = Row { line: 2, cells: cells.map(str::to_owned).to_vec(), problems: Vec::new() };
    draft(&row, &FIELDS, &SECTORS, &[])
}

#[test]
fn a_tidy_row_is_taken_as_it_is() {
    let choir = draft_of([
        "Kőszegi Vegyeskar",
        "9730 Kőszeg, Fő tér 1.",
        "06-94/360-113",
        "kar@koszeg.hu",
        "www.vegyeskar.hu",
        "Énekelünk.",
        "Kultúra",
        "szervezet",
        "Kiss Ágnes",
    ]);
    assert_eq!(choir.problems, []);
    assert_eq!(choir.worst(), None);
    assert_eq!(choir.name, "Kőszegi Vegyeskar");
    assert_eq!(choir.websites, ["https://www.vegyeskar.hu"]);
    assert_eq!(choir.side, Some(Side::Organisations));
    assert_eq!(choir.sector.map(|guess| guess.key), Some("culture".to_owned()));
    assert_eq!(choir.contact, "Kiss Ágnes");
}

#[test]
fn a_cell_that_points_elsewhere_is_no_address() {
    for text in [
        "Please visit website for assistance",
        "Various locations",
        "lásd a honlapot",
        "See specific program",
    ] {
        let draft = draft_of(["Choir", text, "", "", "", "", "", "", ""]);
        assert_eq!(draft.address, "", "{text}");
        assert_eq!(draft.problems, [Problem::PointsElsewhere { field: Field::Address, text: text.into() }]);
        assert_eq!(draft.worst(), Some(Weight::Note));
    }
    for text in ["City Hall", "12 Contact Street", "San Francisco, CA"] {
        assert_eq!(draft_of(["Choir", text, "", "", "", "", "", "", ""]).address, text);
    }
    let nothing = draft_of(["Choir", "-", "n/a", "nincs", "?", "", "", "", ""]);
    assert_eq!((nothing.address.as_str(), nothing.problems), ("", vec![]));
}

#[test]
fn what_stands_in_the_wrong_column_is_moved_and_said_so() {
    let draft = draft_of(["Choir", "", "", "www.choir.org", "sing@choir.org", "", "", "", ""]);
    assert_eq!(draft.websites, ["https://www.choir.org"]);
    assert_eq!(draft.emails, ["sing@choir.org"]);
    assert_eq!(draft.problems.len(), 2);
    assert_eq!(
        draft.problems[0],
        Problem::Moved { from: Field::Email, to: Field::Website, text: "www.choir.org".into() }
    );
}

#[test]
fn what_cannot_be_read_is_doubted_not_lost() {
    let draft =
        draft_of(["Choir", "", "(415) 252-4600, Line: (415) 252-", "Emberly Cross", "", "", "", "", ""]);
    assert_eq!(draft.phones.len(), 1);
    assert_eq!(draft.problems[1], Problem::Unread { field: Field::Email, text: "Emberly Cross".into() });
    assert_eq!((draft.problems.len(), draft.worst()), (2, Some(Weight::Doubt)));
}

#[test]
fn a_row_without_a_name_is_left_out() {
    for name in ["", " - ", "\"\"", "n/a", "..."] {
        let draft = draft_of([name, "1 High Street", "", "", "", "", "", "", ""]);
        assert_eq!(draft.problems, [Problem::NoName], "{name}");
        assert!(!draft.can_be_taken());
    }
}

#[test]
fn names_that_are_something_else_are_doubted() {
    for name in ["info@choir.org", "http://choir.org", "020 7946 0001", "311"] {
        assert_eq!(
            draft_of([name, "", "", "", "", "", "", "", ""]).problems,
            [Problem::OddName { name: name.into() }]
        );
    }
    let long = "name ".repeat(60);
    let draft = draft_of([&long, "", "", "", "", "", "", "", ""]);
    assert_eq!(draft.problems, [Problem::LongName { letters: 299 }]);
    assert_eq!(draft.name.chars().count(), 199);
    assert!(draft_of(["Benefits.gov", "", "", "", "", "", "", "", ""]).problems.is_empty());
}

#[test]
fn a_contacts_cell_gives_what_the_others_lack() {
    let draft = draft_of(["Choir", "", "", "", "", "", "", "", "Kiss Ágnes, 06 30 123 4567, agnes@kar.hu"]);
    assert_eq!(draft.emails, ["agnes@kar.hu"]);
    assert_eq!(draft.phones[0].number, "06 30 123 4567");
}

#[test]
fn unknown_sectors_and_sides_are_doubted_and_the_sector_guessed() {
    let draft = draft_of(["Milton Football Club", "", "", "", "", "", "B-7", "perhaps", ""]);
    assert_eq!(draft.problems[0], Problem::UnknownSide { text: "perhaps".into() });
    assert_eq!(draft.problems[1], Problem::UnknownSector { text: "B-7".into() });
    assert_eq!(draft.sector.map(|guess| guess.key), Some("sport".to_owned()));
}

#[test]
fn sides_are_known_in_many_languages() {
    for (cell, side) in [
        ("organisation", Some(Side::Organisations)),
        ("Szervezet", Some(Side::Organisations)),
        ("citizen group", Some(Side::Citizens)),
        ("polgárok", Some(Side::Citizens)),
        ("Bürgergruppe", Some(Side::Citizens)),
        ("Bürgerinitiative", Some(Side::Citizens)),
        ("", None),
        ("choir", None),
    ] {
        assert_eq!(side_named(cell), side, "{cell}");
    }
}

#[test]
fn several_columns_make_one_address_and_one_list_of_phones() {
    let table = table(
        "Name;ZIP;City;Street;Phone;Mobile\n\
        Choir;MK1 1AA;Milton;1 High Street;020 7946 0001;07700 900001\n\
        Chess;MK1 1AA;Milton;2 High Street;020 7946 0002;020 7946 0002\n\
        Name;ZIP;City;Street;Phone;Mobile\n",
    )
    .unwrap();
    let mapping: Vec<Field> = columns(&table).iter().map(|guess| guess.field).collect();
    let drafts = rows(&table, &mapping, &SECTORS);
    assert_eq!(drafts[0].address, "MK1 1AA, Milton, 1 High Street");
    assert_eq!((drafts[0].phones.len(), drafts[1].phones.len()), (2, 1));
    assert!(drafts[2].problems.contains(&Problem::HeadersAgain));
    let counts = Counts::of(&drafts);
    assert_eq!((counts.read, counts.clear, counts.left_out), (3, 2, 1));
}

#[test]
fn drafts_survive_being_kept_as_json() {
    let draft = draft_of(["311", "see website", "x", "a@b.org", "", "Schools", "?", "?", ""]);
    let kept = serde_json::to_string(&draft).unwrap();
    assert_eq!(serde_json::from_str::<Draft>(&kept).unwrap(), draft);
}

proptest! {
    #[test]
    fn no_bytes_make_the_whole_way_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), text in "[a-z@. ,;\"\n0-9(+)-]{0,400}") {
        for bytes in [&bytes[..], text.as_bytes()] {
            let Ok(read) = super::super::decode::decode(bytes) else { continue };
            let Ok(table) = table(&read.text) else { continue };
            let mapping: Vec<Field> = columns(&table).iter().map(|guess| guess.field).collect();
            prop_assert_eq!(mapping.len(), table.headers.len());
            let drafts = rows(&table, &mapping, &SECTORS);
            prop_assert_eq!(drafts.len(), table.rows.len());
            prop_assert!(drafts.iter().all(|draft| !draft.can_be_taken() || !draft.name.is_empty()));
        }
    }
}
