//! The protocol in plain English. A page in another language tells the same from the same data.

use super::{Action, Ended, Stage};

impl Stage {
    /// A few sentences; `names` are those of the candidates.
    pub fn tell(&self, names: &[String]) -> String {
        let name = |option: usize| names.get(option).map_or("?", String::as_str);
        let listed = |options: &[usize]| options.iter().map(|o| name(*o)).collect::<Vec<_>>().join(", ");
        let mut told = format!("Stage {}: {}", self.number, self.action.tell(&name, &listed));
        if !self.elected.is_empty() {
            told += &format!(" Elected with the quota of {}: {}.", self.quota, listed(&self.elected));
        }
        told
    }
}

impl Action {
    fn tell<'n>(&self, name: &impl Fn(usize) -> &'n str, listed: &impl Fn(&[usize]) -> String) -> String {
        match self {
            Action::FirstPreferences => "first preferences were counted.".to_owned(),
            Action::Surplus { of, surplus } => {
                format!("{} had {surplus} votes more than the quota; they went on.", name(*of))
            }
            Action::Exclusion { of, votes, short, .. } => {
                let short =
                    short.as_ref().map(|s| format!(", {s} behind the next lowest")).unwrap_or_default();
                format!("{} was excluded with {votes} votes{short}.", name(*of))
            }
            Action::Distribution { iterations, ended, excluded, surplus, .. } => {
                let out = match ended {
                    Ended::Elected => String::new(),
                    Ended::SureLosers => {
                        format!(" Excluded, as they can't be elected any more: {}.", listed(excluded))
                    }
                    Ended::Small | Ended::Stable => format!(" Excluded as the lowest: {}.", listed(excluded)),
                };
                format!("all votes were distributed {iterations} times; {surplus} are over.{out}")
            }
        }
    }
}
