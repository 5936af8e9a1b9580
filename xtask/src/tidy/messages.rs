//! Messages are whole: English and Hungarian say the same things with the same variables. Further
//! languages may leave out rooms, but what they have of a room is all of it.

use std::collections::BTreeMap;

use super::Fault;
use super::fluent::{MessageFile, message_files};
use crate::house::SourceFile;

/// The language that all others are measured by, and the one that is complete as well.
const MODEL: &str = "en";
const COMPLETE: &str = "hu";

pub fn faults(sources: &[SourceFile]) -> Vec<Fault> {
    let files = message_files(sources);
    let mut faults: Vec<Fault> = files.iter().flat_map(of_file).collect();
    faults.extend(keys_in_two_rooms(&files));
    faults.extend(unknown_parts(&files));
    for model in files.iter().filter(|file| file.language == MODEL) {
        let others: Vec<&MessageFile> =
            files.iter().filter(|file| file.room == model.room && file.language != MODEL).collect();
        faults.extend(others.iter().flat_map(|other| differences(model, other)));
        if !others.iter().any(|file| file.language == COMPLETE) {
            faults.push(Fault::new(model.path, 1, format!("{COMPLETE}.ftl is missing beside it")));
        }
    }
    let has_model = |room: &str| files.iter().any(|file| file.room == room && file.language == MODEL);
    for orphan in files.iter().filter(|file| !has_model(file.room)) {
        faults.push(Fault::new(orphan.path, 1, format!("{MODEL}.ftl is missing beside it")));
    }
    faults
}

fn of_file(file: &MessageFile) -> Vec<Fault> {
    let errors =
        file.errors.iter().map(|(line, what)| Fault::new(file.path, *line, format!("malformed: {what}")));
    let repeated = file
        .repeated
        .iter()
        .map(|(line, key)| Fault::new(file.path, *line, format!("{key} stands here twice")));
    let misnamed = file.messages.iter().filter(|(key, _)| !is_well_named(key));
    let misnamed = misnamed
        .map(|(key, message)| Fault::new(file.path, message.line, format!("{key}: keys are room-thing")));
    errors.chain(repeated).chain(misnamed).collect()
}

/// `needs-title`: the room, then the thing, in small letters.
fn is_well_named(key: &str) -> bool {
    let key = key.split_once('.').map_or(key, |(key, _)| key);
    let well =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    key.contains('-') && key.split('-').all(well)
}

/// All rooms share one list of keys at run time.
fn keys_in_two_rooms(files: &[MessageFile]) -> Vec<Fault> {
    let mut homes: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for file in files {
        for (key, message) in &file.messages {
            if let Some(home) = homes.insert((file.language, key), file.path) {
                faults.push(Fault::new(file.path, message.line, format!("{key} stands in {home} too")));
            }
        }
    }
    faults
}

fn unknown_parts(files: &[MessageFile]) -> Vec<Fault> {
    let known = |language: &str, part: &str| {
        let mut in_language = files.iter().filter(|file| file.language == language);
        in_language.any(|file| file.messages.contains_key(part) || file.terms.contains(part))
    };
    let mut faults = Vec::new();
    for file in files {
        for (key, message) in &file.messages {
            for part in message.parts.iter().filter(|part| !known(file.language, part)) {
                faults.push(Fault::new(
                    file.path,
                    message.line,
                    format!("{key} needs {part}, which is nowhere"),
                ));
            }
        }
    }
    faults
}

fn differences(model: &MessageFile, other: &MessageFile) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (key, said) in &model.messages {
        match other.messages.get(key) {
            None => faults.push(Fault::new(other.path, 1, format!("missing: {key}"))),
            Some(message) if message.variables != said.variables => {
                let what =
                    format!("{key}: variables {:?}, but {:?} in {MODEL}", message.variables, said.variables);
                faults.push(Fault::new(other.path, message.line, what));
            }
            Some(_) => {}
        }
    }
    for (key, message) in other.messages.iter().filter(|(key, _)| !model.messages.contains_key(*key)) {
        faults.push(Fault::new(other.path, message.line, format!("{key} is not in {MODEL}")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let sources = files.iter().map(|(path, text)| SourceFile::new(format!("crates/{path}"), *text));
        faults(&sources.collect::<Vec<_>>()).into_iter().map(|fault| fault.what).collect()
    }

    #[test]
    fn two_languages_that_say_the_same_are_whole() {
        let files = [
            ("a/src/b/messages/en.ftl", "b-x = Hello { $name }\nb-y = { b-x }!"),
            ("a/src/b/messages/hu.ftl", "b-x = Szia { $name }\nb-y = { b-x }!"),
        ];
        assert_eq!(found(&files), [""; 0]);
    }

    #[test]
    fn what_differs_is_found() {
        let files = [
            ("a/src/b/messages/en.ftl", "b-x = Hello { $name }\nb-y = Y\nB_z = Z\nb-part = { b-nowhere }"),
            ("a/src/b/messages/hu.ftl", "b-x = Szia { $nev }\nb-w = W\nB_z = Z\nb-part = x"),
            ("a/src/c/messages/en.ftl", "b-y = Y"),
        ];
        let found = found(&files).join("\n");
        for what in [
            "missing: b-y",
            "b-w is not in en",
            "b-x: variables",
            "B_z: keys",
            "b-nowhere",
            "stands in",
            "hu.ftl is missing",
        ] {
            assert!(found.contains(what), "{what} is not in:\n{found}");
        }
    }

    #[test]
    fn a_third_language_may_leave_out_rooms_but_not_parts_of_one() {
        let room = |name: &str| {
            [
                (format!("a/src/{name}/messages/en.ftl"), format!("{name}-x = X\n{name}-y = Y")),
                (format!("a/src/{name}/messages/hu.ftl"), format!("{name}-x = X\n{name}-y = Y")),
            ]
        };
        let files: Vec<_> = room("b").into_iter().chain(room("c")).collect();
        let mut files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        files.push(("a/src/b/messages/ro.ftl", "b-x = X\nb-y = Y"));
        assert_eq!(found(&files), [""; 0]);
        files.push(("a/src/c/messages/ro.ftl", "c-x = X"));
        assert_eq!(found(&files), ["missing: c-y"]);
    }
}
