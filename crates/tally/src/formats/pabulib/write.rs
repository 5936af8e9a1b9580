//! Writing an instance as a `.pb` file.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::File;
use crate::budget::{BallotKind, Group, Instance};

/// The file as text. Voters are numbered anew: a file from here says nothing of who they are.
pub fn write(file: &File) -> String {
    let mut text = String::new();
    write_meta(&mut text, file);
    write_projects(&mut text, file);
    write_votes(&mut text, &file.instance);
    text
}

fn write_meta(text: &mut String, file: &File) {
    let instance = &file.instance;
    line(text, &["META"]);
    line(text, &["key", "value"]);
    let known = [
        ("num_projects", instance.projects().len().to_string()),
        ("num_votes", instance.voters().to_string()),
        ("budget", money(instance.budget(), instance.unit())),
        ("vote_type", vote_type(file).to_owned()),
    ];
    for (key, value) in file.meta.iter().filter(|(key, _)| !known.iter().any(|(known, _)| known == key)) {
        line(text, &[key, value]);
    }
    known.iter().for_each(|(key, value)| line(text, &[key, value]));
}

fn vote_type(file: &File) -> &str {
    match file.instance.kind() {
        BallotKind::Approval if file.value("vote_type") == Some("choose-1") => "choose-1",
        BallotKind::Approval => "approval",
        BallotKind::Cumulative => "cumulative",
        BallotKind::Ordinal => "ordinal",
    }
}

fn write_projects(text: &mut String, file: &File) {
    let selected = file.notes.iter().any(|note| note.selected.is_some());
    let others: BTreeSet<&str> =
        file.notes.iter().flat_map(|note| note.other.iter().map(|(name, _)| name.as_str())).collect();
    line(text, &["PROJECTS"]);
    let mut names = vec!["project_id", "cost", "name"];
    names.extend(selected.then_some("selected"));
    names.extend(&others);
    line(text, &names);
    for (project, note) in file.instance.projects().iter().zip(&file.notes) {
        let cost = money(project.cost, file.instance.unit());
        let mut row = vec![project.id.as_str(), &cost, &project.name];
        row.extend(selected.then(|| note.selected.as_deref().unwrap_or("")));
        row.extend(others.iter().map(|name| {
            note.other.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value.as_str())
        }));
        line(text, &row);
    }
}

fn write_votes(text: &mut String, instance: &Instance) {
    let with_points = instance.kind() == BallotKind::Cumulative;
    line(text, &["VOTES"]);
    line(text, if with_points { &["voter_id", "vote", "points"] } else { &["voter_id", "vote"] });
    let mut number = 0_u64;
    for group in instance.groups() {
        let (vote, points) = ballot(instance, group);
        for _ in 0..group.voters {
            number += 1;
            let number = number.to_string();
            let row = [number.as_str(), &vote, &points];
            line(text, if with_points { &row } else { &row[..2] });
        }
    }
}

/// The projects of a ballot, the best first where it is an order; and the points.
fn ballot(instance: &Instance, group: &Group) -> (String, String) {
    let mut marks = group.marks.clone();
    if instance.kind() == BallotKind::Ordinal {
        marks.sort_by_key(|mark| std::cmp::Reverse(mark.points));
    }
    let ids: Vec<&str> = marks.iter().map(|mark| instance.projects()[mark.project].id.as_str()).collect();
    let points: Vec<String> = marks.iter().map(|mark| mark.points.to_string()).collect();
    (ids.join(","), points.join(","))
}

fn money(minor: u64, unit: u64) -> String {
    let decimals = unit.max(1).ilog10() as usize;
    match decimals {
        0 => minor.to_string(),
        _ => format!("{}.{:0>decimals$}", minor / unit, minor % unit),
    }
}

fn line(text: &mut String, fields: &[&str]) {
    for (n, field) in fields.iter().enumerate() {
        let apart = if n == 0 { "" } else { ";" };
        let needs_quotes = field.contains([';', '"', '\n', '\r']);
        let quoted =
            if needs_quotes { format!("\"{}\"", field.replace('"', "\"\"")) } else { (*field).to_owned() };
        // Writing to a String can't fail.
        let _ = write!(text, "{apart}{quoted}");
    }
    text.push('\n');
}
