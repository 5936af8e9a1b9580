//! What nobody sees before the closing.

use super::*;

/// Everything that anybody but the voters sees, and all that is written beside the ballots.
fn everything_seen(choice: &str) -> Vec<String> {
    let town = town();
    let id = opened(&town);
    for (who, group) in [("marta", "school"), ("gabor", "club"), ("judit", "clinic")] {
        vote(&town, who, group, id, choice);
    }
    vote(&town, "amina", "me", id, choice);
    let mut seen = Vec::new();
    for who in ["", "vera", "pista", "stella", "istvan"] {
        for path in ["/decisions", "/focuses", "/focuses/1", "/needs", "/needs/1", "/agenda", "/activity"] {
            seen.push(reads(&town, who, path));
        }
        for path in [page(id).as_str(), "/search?q=school", "/search?q=yes", "/threads"] {
            seen.push(reads(&town, who, path));
        }
        for hidden in ["/ballots", "/ballots.csv", "/ballots?receipt=AAAA-BBBB-CCCC"] {
            let browser = if who.is_empty() { town.stranger() } else { town.as_(who) };
            assert_eq!(browser.get(&format!("{}{hidden}", page(id))).status(), 404);
        }
    }
    seen.push(town.write(|c| Ok(format!("{:?}{:?}{:?}", all_happenings(c)?, all_found(c)?, all_jobs(c)?))));
    seen
}

#[test]
fn nothing_shows_before_the_closing_how_it_stands() {
    for (of_yes, of_no) in everything_seen("yes").into_iter().zip(everything_seen("no")) {
        assert_eq!(of_yes, of_no);
        assert!(!of_yes.contains("decision.adopted") && !of_yes.contains("3 yes"));
    }
}

#[test]
fn the_receipt_is_shown_to_nobody_else() {
    let town = town();
    let id = opened(&town);
    vote(&town, "amina", "me", id, "yes");
    let key = voice(&town, "amina", false).key();
    let receipt = town.write(move |c| Ok(receipt_of(c, id, &key)?)).unwrap();
    assert!(reads(&town, "amina", &page(id)).contains(&receipt));
    for who in ["", "vera", "stella", "istvan"] {
        assert!(!reads(&town, who, &page(id)).contains(&receipt), "{who}");
    }
}
