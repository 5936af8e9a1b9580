//! The protocol in plain English. A page in another language tells the same from the same data.

use super::Step;

impl Step {
    /// One or two sentences; `names` are those of the options.
    pub fn tell(&self, names: &[String]) -> String {
        let name = |option: &usize| names.get(*option).map_or("?", String::as_str);
        let over = |over: &usize, under: &usize| format!("{} over {}", name(over), name(under));
        let listed = |options: &[usize]| options.iter().map(name).collect::<Vec<_>>().join(", ");
        match self {
            Step::Scored { scores } => {
                let scores =
                    scores.iter().enumerate().map(|(option, score)| format!("{} {score}", name(&option)));
                format!("Scores: {}.", scores.collect::<Vec<_>>().join(", "))
            }
            Step::Round { round, tallies, valid, exhausted } => {
                let tallies = tallies.iter().map(|(option, votes)| format!("{} {votes}", name(option)));
                let tallies = tallies.collect::<Vec<_>>().join(", ");
                format!("Round {round}: {tallies}; {exhausted} of {valid} ballots have no choice left.")
            }
            Step::SetAside { round, option, votes, of, short } => {
                let more = match short {
                    0 => String::new(),
                    short => format!(" {short} more would have kept it from being the lowest."),
                };
                format!("{} was set aside in round {round}: {votes} of {of}.{more}", name(option))
            }
            Step::Majority { round, option, votes, of } => {
                format!("{} has more than half in round {round}: {votes} of {of}.", name(option))
            }
            Step::Path { from, to, strength: 0, back: 0, .. } => {
                format!("No majorities lead from {} to {}, nor back.", name(from), name(to))
            }
            Step::Path { from, to, strength, back, path } => {
                let by = if path.is_empty() { String::new() } else { format!(" ({})", listed(path)) };
                format!("{} to {}: {strength}{by}; back: {back}.", name(from), name(to))
            }
            Step::Locked { over: a, under, margin } => format!("{} stands, by {margin}.", over(a, under)),
            Step::Skipped { over: a, under, margin, path } => {
                let (pair, cycle) = (over(a, under), listed(path));
                format!("{pair}, by {margin}, is skipped: it would close the cycle {cycle}.")
            }
            Step::EqualMargins { margin, pairs } => {
                let pairs = pairs.iter().map(|(a, under)| over(a, under)).collect::<Vec<_>>().join(", ");
                format!("Equal margins, in the order for ties: {pairs}; by {margin} each.")
            }
            Step::Defeat { over: a, under, margin, back } => {
                format!("{}, by {margin}, is a defeat: what leads back is {back}.", over(a, under))
            }
        }
    }
}
