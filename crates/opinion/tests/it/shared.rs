//! Real conversations, where the shared data is there.

use opinion::{Conversation, Moderation, Statement, Vote};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};

pub struct Case {
    pub name: String,
    pub expected: Value,
    pub published: Value,
    pub participants: Vec<u64>,
    pub statements: Vec<u64>,
    pub conversation: Conversation,
}

impl Case {
    pub fn participant(&self, id: &str) -> usize {
        self.participants.binary_search(&id.parse().unwrap()).unwrap()
    }
    pub fn statement(&self, id: &str) -> usize {
        self.statements.binary_search(&id.parse().unwrap()).unwrap()
    }
    /// The published group of each participant that has one, and how many groups there are.
    pub fn published_groups(&self) -> (Vec<Option<usize>>, usize) {
        let groups = self.published["groups_published"].as_object().unwrap();
        let names: BTreeSet<i64> = groups.values().map(|g| g.as_i64().unwrap()).collect();
        let names: Vec<i64> = names.into_iter().collect();
        let of = |id: &u64| {
            let group = groups.get(&id.to_string())?.as_i64()?;
            names.binary_search(&group).ok()
        };
        (self.participants.iter().map(of).collect(), names.len())
    }
}

pub fn root() -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).to_path_buf()
}

/// All conversations with expected results; none where the shared data isn't there.
pub fn cases() -> Vec<Case> {
    let Ok(files) = std::fs::read_dir(root().join("expected/polis")) else {
        println!("no shared data here: 0 cases");
        return Vec::new();
    };
    let mut names: Vec<String> =
        files.map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    println!("{} conversations with expected results", names.len());
    names.iter().map(|name| case(name)).collect()
}

pub fn case(name: &str) -> Case {
    let expected = json(&root().join(format!("expected/polis/{name}.json")));
    let folder = root().join("polis").join(name);
    let votes = votes(&folder);
    let participants: BTreeSet<u64> = votes.iter().map(|vote| vote.0).collect();
    let statements: BTreeSet<u64> = votes.iter().map(|vote| vote.1).collect();
    let (participants, statements) =
        (participants.into_iter().collect::<Vec<_>>(), statements.into_iter().collect::<Vec<_>>());
    let ids = |field: &str| -> BTreeSet<u64> {
        expected["meta"][field].as_array().unwrap().iter().map(|id| id.as_u64().unwrap()).collect()
    };
    let rejected = ids("mod_out");
    let moderation = |id| if rejected.contains(id) { Moderation::Rejected } else { Moderation::Accepted };
    let known =
        statements.iter().map(|id| Statement { moderation: moderation(id), is_meta: false }).collect();
    let placed = votes.iter().map(|(p, s, vote)| {
        (participants.binary_search(p).unwrap(), statements.binary_search(s).unwrap(), *vote)
    });
    let conversation = Conversation::with_votes(known, participants.len(), placed).unwrap();
    let published = json(&folder.join("published.json"));
    Case { name: name.to_owned(), expected, published, participants, statements, conversation }
}

pub fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn votes(folder: &Path) -> Vec<(u64, u64, Vote)> {
    let mut text = String::new();
    match std::fs::read_to_string(folder.join("votes.csv")) {
        Ok(plain) => text = plain,
        Err(_) => {
            let packed = std::fs::File::open(folder.join("votes.csv.gz")).unwrap();
            flate2::read::GzDecoder::new(packed).read_to_string(&mut text).unwrap();
        }
    }
    let parsed = text.lines().skip(1).map(|line| {
        let mut fields = line.split(',');
        let mut id = || fields.next().unwrap().parse().unwrap();
        let (participant, statement) = (id(), id());
        let vote = match fields.next().unwrap() {
            "1" => Vote::Agree,
            "0" => Vote::Pass,
            "-1" => Vote::Disagree,
            other => unreachable!("a vote {other}"),
        };
        (participant, statement, vote)
    });
    parsed.collect()
}

pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

pub fn by_id(value: &Value) -> BTreeMap<&str, &Value> {
    value.as_object().unwrap().iter().map(|(id, value)| (id.as_str(), value)).collect()
}
