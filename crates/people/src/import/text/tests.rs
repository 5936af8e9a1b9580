use super::*;

#[test]
fn quotes_without_a_partner_go_and_pairs_stay() {
    assert_eq!(tidy("those at risk\" teenagers, and runaways.\""), "those at risk teenagers, and runaways.");
    assert_eq!(tidy("Contact\" page on website\""), "Contact page on website");
    assert_eq!(tidy("the \"Source\" and (\"Poder\") papers"), "the \"Source\" and (\"Poder\") papers");
    assert_eq!(tidy("a \"dangling start"), "a dangling start");
    assert_eq!(tidy("a 6\" pipe \"is\" short"), "a 6 pipe \"is\" short");
}

#[test]
fn soft_hyphens_that_were_dashes_become_dashes() {
    assert_eq!(tidy("Monday \u{ad} Friday"), "Monday – Friday");
    assert_eq!(tidy("Gemein\u{ad}de"), "Gemeinde");
}

#[test]
fn blanks_of_all_kinds_are_one_blank() {
    assert_eq!(tidy("  Fő\u{a0}tér \t 1.\n2. emelet\u{200b} "), "Fő tér 1. 2. emelet");
    assert_eq!(tidy_lines(" first  line \r\n\n second\u{0} "), "first line\n\nsecond");
}

#[test]
fn accents_and_case_fold_away() {
    assert_eq!(plain("ŐSZI Tűz Straße Łódź Øre Église"), "oszi tuz strasse lodz ore eglise");
}
