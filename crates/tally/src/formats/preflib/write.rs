//! Writes a PrefLib file.

use super::{Dataset, Kind};
use std::fmt::Write as _;

/// The file's text, which [`super::read`] reads as the same ballots. The kind is the narrowest that holds them,
/// so that it says what is in the file.
pub fn write(dataset: &Dataset) -> String {
    let profile = &dataset.profile;
    let (cast, ballots) = (profile.cast(), profile.ballots());
    let mut file =
        format!("# TITLE: {}\n# DATA TYPE: {}\n", one_line(&dataset.title), Kind::of(profile).name());
    for (key, value) in &dataset.head {
        _ = writeln!(file, "# {}: {}", one_line(key), one_line(value));
    }
    _ = writeln!(file, "# NUMBER ALTERNATIVES: {}", profile.options().len());
    _ = writeln!(file, "# NUMBER VOTERS: {}", cast.valid + cast.blank);
    _ = writeln!(file, "# NUMBER UNIQUE ORDERS: {}", ballots.len() + usize::from(cast.blank > 0));
    for (name, number) in profile.options().iter().zip(1..) {
        _ = writeln!(file, "# ALTERNATIVE NAME {number}: {}", one_line(name));
    }
    for ballot in ballots {
        let levels: Vec<String> = ballot.ranking.levels().map(level).collect();
        _ = writeln!(file, "{}: {}", ballot.count, levels.join(","));
    }
    if cast.blank > 0 {
        _ = writeln!(file, "{}: ", cast.blank);
    }
    file
}

fn level(options: &[u32]) -> String {
    let numbers: Vec<String> = options.iter().map(|option| (option + 1).to_string()).collect();
    if numbers.len() == 1 { numbers.concat() } else { format!("{{{}}}", numbers.join(",")) }
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
