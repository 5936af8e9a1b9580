use super::read;
use crate::ranked::{Rule, TieOrder, count};
use crate::single::Paper;

const MARKET: &str =
    "chamber,count,square,bank,paper\ncitizens,3,5,,\nclinic,1,2,4,\ncitizens,2,,,abstained\n,1,,,\n";

#[test]
fn numbers_are_read_with_whence_they_come() {
    let numbers = read(MARKET).unwrap();
    assert_eq!(numbers.options, ["square", "bank"]);
    assert_eq!(numbers.chambers, ["citizens", "clinic", ""]);
    assert_eq!(numbers.lines[0].paper, Paper::Marked(vec![(0, 5)]));
    assert_eq!((numbers.lines[1].chamber, numbers.lines[1].count), (1, 1));
    assert_eq!(numbers.lines[2].paper, Paper::Abstention);
    assert_eq!(numbers.lines[3].paper, Paper::Blank);
    assert_eq!(numbers.highest(), 5);
}

#[test]
fn places_make_an_order() {
    let profile = read("a,b,c,count\n1,2,2,2\n,1,,3\n").unwrap().rankings().unwrap();
    assert!(!profile.is_strict());
    assert_eq!(count(&profile, Rule::Plurality, &TieOrder::by_index(3)).unwrap().winner, 1);
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let wrong = |text: &str| read(text).unwrap_err().to_string();
    let number = "line 2, column 3: expected a whole number from 0 to 255, or nothing, found “-1”";
    assert_eq!(wrong("a,b\n1,-1\n"), number);
    assert!(wrong("a,a\n").starts_with("line 1, column 3: expected each column once"));
    assert!(wrong("count\n").starts_with("line 1, column 1: expected a column for each option"));
    assert!(wrong("a,b\n1\n").starts_with("line 2, column 1: expected 2 fields"));
    assert!(wrong("").starts_with("line 1, column 1"));
}
