//! Writes a `.blt` file.

use super::Election;
use std::fmt::Write as _;

/// The file's text, which [`super::read`] reads as the same election. Equal ballots stand on one line, in
/// the profile's order. Quotes in names become single ones, and blank ballots stand as such.
pub fn write(election: &Election) -> String {
    let profile = &election.profile;
    let mut file = format!("{} {}\n", profile.options().len(), election.seats);
    bracketed(&mut file, "withdrawn", election.withdrawn.iter().map(|option| (option + 1).to_string()));
    bracketed(&mut file, "tie", election.tie.iter().flatten().map(|option| (option + 1).to_string()));
    bracketed(&mut file, "nick", election.nicknames.iter().cloned());
    bracketed(&mut file, "droop", election.options.iter().cloned());
    for ballot in profile.ballots() {
        let levels = ballot
            .ranking
            .levels()
            .map(|level| level.iter().map(|option| (option + 1).to_string()).collect::<Vec<_>>().join("="));
        let ranking: String = levels.map(|level| level + " ").collect();
        _ = writeln!(file, "{} {ranking}0", ballot.count);
    }
    if profile.cast().blank > 0 {
        _ = writeln!(file, "{} 0", profile.cast().blank);
    }
    file += "0\n";
    let remarks = [Some(&election.title), election.source.as_ref(), election.comment.as_ref()];
    for text in profile.options().iter().chain(remarks.into_iter().map_while(|remark| remark)) {
        _ = writeln!(file, "\"{}\"", text.replace('"', "'"));
    }
    file
}

fn bracketed(file: &mut String, name: &str, words: impl Iterator<Item = String>) {
    let words: String = words.map(|word| format!(" {word}")).collect();
    if !words.is_empty() {
        _ = writeln!(file, "[{name}{words}]");
    }
}
