//! A list comes again, and says something else of groups that are here.

use crate::import::{groups, rows_form, send, upload};
use people::routes;
use people::testing::Town;

/// What is known of a group now.
fn known(town: &Town, name: &str) -> people::groups::Known {
    let all = town.write(|c| Ok(people::groups::known(c)?));
    all.into_iter().find(|group| group.name == name).unwrap()
}

/// Brings in a list by the pages, with what we would choose.
fn bring(town: &Town, list: &str) -> String {
    town.wait(jiff::SignedDuration::from_mins(1));
    let path = upload(town, "list.csv", list.as_bytes());
    let rows = format!("{path}/rows");
    let mut form = rows_form(&town.as_("stella").get(&rows).text());
    form.push(("then".into(), "take".into()));
    assert_eq!(send(town, &rows, &form).location(), path);
    path
}

#[test]
fn a_list_that_comes_again_changes_what_it_says_otherwise_and_it_can_be_undone() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    let first = bring(
        &town,
        "Name,Type,Phone,Email\nRiver Chess Club,Sport,06 94 360 111,chess@example.org\nHill Opera,Culture,,\n",
    );
    let again = "Name,Type,Phone,Email,Purpose\nRiver Chess Club,Sport,06 94 360 999,chess@example.org,Chess on Mondays\nHill Opera,Culture,,,\n";
    town.wait(jiff::SignedDuration::from_mins(1));
    let path = upload(&town, "again.csv", again.as_bytes());
    let rows = format!("{path}/rows");
    let page = stella.get(&rows).text();
    assert!(page.contains("One group that is here already will be changed."), "{page}");
    assert!(page.contains("Here: 06 94 360 111") && page.contains("In the list: 06 94 360 999"), "{page}");
    assert!(page.contains("Here: nothing yet") && page.contains("In the list: Chess on Mondays"), "{page}");
    assert!(!page.contains("In the list: chess@example.org"), "what is the same isn't asked");
    assert_eq!(known(&town, "River Chess Club").phone, "06 94 360 111", "nothing changes before it is taken");

    let mut form = rows_form(&page);
    form.retain(|(_, value)| value != "purpose");
    form.push(("then".into(), "1".into()));
    send(&town, &rows, &form);
    let page = stella.get(&rows).text();
    let mut form = rows_form(&page);
    let changes: Vec<_> = form.iter().filter(|(name, _)| name.starts_with("change-")).collect();
    assert_eq!(changes.len(), 1, "each field is chosen by itself: {changes:?}");
    form.push(("then".into(), "take".into()));
    assert_eq!(send(&town, &rows, &form).location(), path);
    let chess = known(&town, "River Chess Club");
    assert_eq!((chess.phone.as_str(), chess.purpose.as_str()), ("06 94 360 999", ""));
    assert!(stella.get(&path).contains("One group that was here already was changed."));
    assert!(!chess.is_touched, "only lists have written there");

    bring(&town, "Name,Phone\nRiver Chess Club,06 94 360 555\n");
    assert_eq!(known(&town, "River Chess Club").phone, "06 94 360 555");
    assert_eq!(stella.post(&format!("{path}/undo"), &[]).status(), 303);
    assert_eq!(known(&town, "River Chess Club").phone, "06 94 360 555", "a later change stays");
    assert_eq!(stella.post(&format!("{first}/undo"), &[]).status(), 303);
    assert_eq!(known(&town, "River Chess Club").phone, "06 94 360 555", "and what was changed stays");
}

#[test]
fn undoing_brings_back_what_was_there_as_if_nothing_had_been() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    let first = bring(&town, "Name,Type,Phone\nRiver Chess Club,Sport,06 94 360 111\n");
    let second =
        bring(&town, "Name,Phone,Address\nRiver Chess Club,06 94 360 222,\"Malom street 3, 9730 Kővölgy\"\n");
    assert_eq!(known(&town, "River Chess Club").phone, "06 94 360 222");
    stella.post(&format!("{second}/undo"), &[]);
    let chess = known(&town, "River Chess Club");
    assert_eq!(
        (chess.phone.as_str(), chess.address.as_str(), chess.is_touched),
        ("06 94 360 111", "", false)
    );
    stella.post(&format!("{first}/undo"), &[]);
    assert_eq!(groups(&town), 5, "the first list can be undone as before");
}

#[test]
fn what_people_have_written_is_changed_only_where_a_guide_says_so() {
    let town = Town::open(routes());
    let stella = town.as_("stella");
    let clinic = format!("/groups/{}", town.group("clinic"));
    let said = [("name", "Town Clinic"), ("sector", "health"), ("phone", "06 94 360 111")];
    assert_eq!(town.as_("judit").post(&clinic, &said).status(), 303);
    let list = "Name,Phone,Email\nTown Clinic,06 94 360 999,clinic@example.org\n";
    let path = upload(&town, "list.csv", list.as_bytes());
    let rows = format!("{path}/rows");
    let page = stella.get(&rows).text();
    assert!(
        page.contains("People have written this themselves.")
            && page.contains("name=\"change-2\" value=\"phone\">"),
        "{page}"
    );
    let mut form = rows_form(&page);
    assert!(!form.iter().any(|(name, _)| name.starts_with("change-")), "{form:?}");
    form.extend([("change-2".into(), "email".into()), ("then".into(), "take".into())]);
    send(&town, &rows, &form);
    let clinic = known(&town, "Town Clinic");
    assert_eq!((clinic.phone.as_str(), clinic.email.as_str()), ("06 94 360 111", "clinic@example.org"));
}
