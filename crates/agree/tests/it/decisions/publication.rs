//! What everybody can check after it.

use super::*;

fn closed_with_reasons(town: &Town) -> DecisionId {
    let id = opened(town);
    both_agree(town, id);
    let reason = [("voice", "me"), ("choice", "no"), ("reason", "The road is the county’s.")];
    town.as_("gabor").post(&format!("/decisions/{id}/ballots"), &reason);
    a_week_later(town);
    id
}

#[test]
fn the_ballots_are_published_without_names_and_can_be_counted_again() {
    let town = town();
    let id = closed_with_reasons(&town);
    let answer = town.stranger().get(&format!("/decisions/{id}/ballots.csv"));
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let csv = answer.text();
    let lines: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let count = |side: &str, choice: &str| lines.iter().filter(|l| l[1] == side && l[3] == choice).count();
    assert_eq!(lines.len(), 7);
    assert_eq!((count("organisations", "yes"), count("organisations", "no")), (3, 0));
    assert_eq!((count("citizens", "yes"), count("citizens", "no")), (3, 1));
    // One organisation a sector: naming it would name the organisation.
    assert!(lines.iter().all(|l| l[2] == if l[1] == "citizens" { "" } else { "other" }), "{csv}");
    let receipts: Vec<&str> = lines.iter().map(|l| l[0]).collect();
    assert!(receipts.is_sorted());
    for name in ["Amina", "School", "county", "2026"] {
        assert!(!csv.contains(name), "{csv}");
    }
}

#[test]
fn a_ballot_is_found_by_its_receipt() {
    let town = town();
    let id = closed_with_reasons(&town);
    let key = voice(&town, "gabor", false).key();
    let receipt = town.write(move |c| Ok(receipt_of(c, id, &key)?)).unwrap();
    let typed = receipt.to_lowercase().replace('-', "");
    let text = reads(&town, "", &format!("/decisions/{id}/ballots?receipt={typed}"));
    assert!(text.contains("This ballot was counted") && text.contains(&receipt), "{text}");
    assert!(text.contains("Counted again just now, from all 7 ballots: the same."), "{text}");
    assert!(
        reads(&town, "", &format!("/decisions/{id}/ballots?receipt=AAAA")).contains("There is no ballot")
    );
    assert!(reads(&town, "gabor", &page(id)).contains(&receipt));
}

#[test]
fn reasons_are_shown_with_their_side_only() {
    let town = town();
    let id = closed_with_reasons(&town);
    let text = reads(&town, "", &page(id));
    assert!(text.contains("The road is the county’s.") && !text.contains("Gábor"), "{text}");
}
