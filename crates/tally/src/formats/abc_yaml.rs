//! `.abc.yaml`: approval ballots with a committee size and expected committees, as abcvoting
//! (Lackner, Regner, Krenn, JOSS 2023) writes its test instances.
//!
//! A mapping with `profile` (a list of ballots, each a list of candidates from 0), `num_cand`, and
//! optionally `description`, `committeesize`, `weights` (whole numbers, one a ballot), `compute` (a list
//! of `rule_id`, `resolute`, `result`). Other keys are passed over.

mod node;

use super::SyntaxError;
use crate::committee::Profile;
use node::Node;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    pub description: String,
    pub profile: Profile,
    pub seats: Option<usize>,
    pub expected: Vec<Expected>,
}

/// The committees that a rule should elect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    pub rule_id: String,
    /// Whether one committee is asked for, any of those in `result`, or all of them.
    pub resolute: Option<bool>,
    /// `None` where the file gives no committees.
    pub result: Option<Vec<Vec<usize>>>,
}

/// Reads a file. Candidates are named by their numbers.
pub fn read(text: &str) -> Result<Instance, SyntaxError> {
    let root = node::parse(text)?;
    let keys = root.mapping("a mapping with the keys profile and num_cand")?;
    let key = |name: &str| keys.get(name).copied();
    let need = |name: &str| key(name).ok_or_else(|| root.wrong(format!("the key {name}")));
    let candidates: usize = need("num_cand")?.number("the number of candidates")?;
    // A list of names is made, so a number that no list of people has must not be believed.
    if candidates == 0 || candidates > 1_000_000 {
        return Err(need("num_cand")?.wrong("a number of candidates from 1 to 1000000"));
    }
    Ok(Instance {
        description: key("description").map_or(Ok(""), |d| d.text("a description"))?.into(),
        profile: profile(need("profile")?, key("weights"), candidates)?,
        seats: key("committeesize").map(|size| size.number("the size of the committee")).transpose()?,
        expected: key("compute").map_or(Ok(Vec::new()), expectations)?,
    })
}

fn profile(ballots: &Node, weights: Option<&Node>, candidates: usize) -> Result<Profile, SyntaxError> {
    let wrong = |node: &Node, fault: crate::committee::Fault| node.wrong(format!("a valid ballot ({fault})"));
    let mut profile =
        Profile::new((0..candidates).map(|c| c.to_string())).map_err(|fault| wrong(ballots, fault))?;
    let list = ballots.sequence("a list of ballots")?;
    let weights = match weights {
        None => vec![1; list.len()],
        Some(node) => counts(node, list.len())?,
    };
    for (ballot, count) in list.iter().zip(weights) {
        let approves = numbers(ballot, "a list of candidates")?;
        profile.add(approves, count).map_err(|fault| wrong(ballot, fault))?;
    }
    Ok(profile)
}

fn counts(node: &Node, ballots: usize) -> Result<Vec<u64>, SyntaxError> {
    let list = node.sequence("a list of weights")?;
    match list.len() == ballots {
        false => Err(node.wrong(format!("{ballots} weights, one a ballot"))),
        true => list.iter().map(|weight| weight.number("a whole number as weight")).collect(),
    }
}

fn numbers(node: &Node, what: &str) -> Result<Vec<usize>, SyntaxError> {
    node.sequence(what)?.iter().map(|number| number.number("the number of a candidate")).collect()
}

fn expectations(node: &Node) -> Result<Vec<Expected>, SyntaxError> {
    node.sequence("a list of rules with results")?.iter().map(expectation).collect()
}

fn expectation(node: &Node) -> Result<Expected, SyntaxError> {
    let keys: BTreeMap<&str, &Node> = node.mapping("a mapping with the key rule_id")?;
    let rule_id = keys.get("rule_id").ok_or_else(|| node.wrong("the key rule_id"))?;
    let result = match keys.get("result") {
        Some(list) if !list.is_empty() => {
            let committees = list.sequence("a list of committees")?;
            Some(committees.iter().map(|c| numbers(c, "a committee")).collect::<Result<_, _>>()?)
        }
        _ => None,
    };
    let resolute = keys.get("resolute").map(|flag| flag.flag()).transpose()?;
    Ok(Expected { rule_id: rule_id.text("the name of a rule")?.into(), resolute, result })
}

/// Writes a file that [`read`] reads back as the same instance. Equal ballots are written once, with
/// their number as weight.
pub fn write(instance: &Instance) -> String {
    let list = |numbers: &[usize]| {
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        format!("[{}]", numbers.join(", "))
    };
    let groups: Vec<_> = instance.profile.groups().collect();
    let ballots: Vec<String> = groups.iter().map(|group| list(group.ballot)).collect();
    let weights: Vec<String> = groups.iter().map(|group| group.count.to_string()).collect();
    let mut text =
        format!("description: {}\nprofile: [{}]\n", quoted(&instance.description), ballots.join(", "));
    if groups.iter().any(|group| group.count != 1) {
        // Writing to a string can't fail.
        let _ = writeln!(text, "weights: [{}]", weights.join(", "));
    }
    let _ = writeln!(text, "num_cand: {}", instance.profile.candidates().len());
    if let Some(seats) = instance.seats {
        let _ = writeln!(text, "committeesize: {seats}");
    }
    if !instance.expected.is_empty() {
        text.push_str("compute:\n");
    }
    for expected in &instance.expected {
        let _ = writeln!(text, "- rule_id: {}", quoted(&expected.rule_id));
        if let Some(result) = &expected.result {
            let committees: Vec<String> = result.iter().map(|c| list(c)).collect();
            let _ = writeln!(text, "  result: [{}]", committees.join(", "));
        }
        if let Some(resolute) = expected.resolute {
            let _ = writeln!(text, "  resolute: {resolute}");
        }
    }
    text
}

/// A text in double quotes, with what YAML reads otherwise written as escapes.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() || ('\u{2028}'..='\u{2029}').contains(&c) || c == '\u{feff}' => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests;
