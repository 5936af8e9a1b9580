//! RCTab's files: its own contests come out as its own reports say, whichever way their marks are to be read.

use super::*;

/// A contest, its count as RCTab was told to read the marks, and who RCTab says was elected.
fn contest(name: &str, options: &[&str]) -> Option<(String, Value, BTreeSet<String>)> {
    let file = shared(&format!("stv/rctab/{name}.ranks.csv"))?;
    let count = json(&[&["count", &file][..], options].concat());
    let report = expected(&format!("stv/rctab-{name}.official-style"));
    let rounds = report["results"].as_array().unwrap().iter();
    let results = rounds.flat_map(|round| round["tallyResults"].as_array().unwrap());
    let elected = results.filter_map(|result| result["elected"].as_str().map(str::to_owned));
    Some((file, count, elected.collect()))
}

#[test]
fn its_contests_come_out_as_it_reports_them() {
    for (name, options) in [
        ("2013_minneapolis_mayor", &["--rule", "irv", "--overvotes", "end", "--skips", "1"][..]),
        ("2015_portland_me_mayor_sample100", &["--rule", "irv", "--write-ins", "pass-over"]),
        (
            "2013_minneapolis_park",
            &["--rule", "stv-minneapolis", "--seats", "3", "--overvotes", "pass-over", "--skips", "2"],
        ),
    ] {
        let Some((_, count, elected)) = contest(name, options) else { return };
        assert!(!elected.is_empty());
        assert_eq!(strings(&count["winners"]), elected, "{name}");
    }
}

#[test]
fn how_marks_were_read_is_told_and_certified() {
    let desk = Desk::new();
    // Ann's two stand after two empty ranks; Bob's one does after an overvote.
    let ballots = "rank1,rank2,rank3,count\nBob,,,2\n,,Ann,2\novervote,Ann,,1\nUWI,,,4\n";
    let file = desk.file("mayor.csv", ballots);
    let words = |page: String| page.split_whitespace().collect::<Vec<_>>().join(" ");
    let strict = words(told(&["count", &file, "--rule", "plurality"]));
    assert!(strict.contains("UWI") && strict.contains("6 ballots rank somebody"), "{strict}");
    assert!(strict.contains("two empty ranks in a row end it"), "{strict}");
    let lenient = ["--skips", "any", "--overvotes", "pass-over", "--write-ins", "pass-over"];
    let certificate = desk.name("mayor.json");
    let count = ["count", &file, "--rule", "plurality", "--certificate", &certificate];
    let page = words(told(&[&count[..], &lenient].concat()));
    assert!(page.contains("Ann") && page.contains("any number of ranks may be empty"), "{page}");
    assert!(told(&["verify", &certificate]).contains("It says that these won: Ann"));
    let read_otherwise = fs::read_to_string(&certificate).unwrap().replace("\"pass_over\"", "\"end\"");
    let output = run(&["verify", &desk.file("otherwise.json", &read_otherwise), "--ballots", &file]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let desk = Desk::new();
    let bad = desk.file("bad.ranks.csv", "rank1,rank2,count\nAnn,Bob,1\nAnn,Bob,some\n");
    let place = refused(&["count", &bad, "--rule", "irv"]);
    assert!(place.contains("bad.ranks.csv: line 3, column 9: expected how many such ballots"), "{place}");
    let good = desk.file("good.ranks.csv", "rank1\nAnn\n");
    let few = run(&["count", &good, "--rule", "irv", "--skips", "few"]);
    assert_eq!(few.status.code(), Some(2));
    assert!(said(&few).contains("expected a whole number, or any"));
    assert!(refused(&["count", &good, "--rule", "stv-scottish"]).contains("say it with --seats N"));
    assert!(refused(&["count", &good, "--rule", "mes"]).contains("doesn't fit rankings"));
}
