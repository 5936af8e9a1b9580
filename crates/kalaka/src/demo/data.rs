//! The files, read. What is misspelt in them is an error that names the file and the line.

use super::agenda::ItemRecord;
use super::decisions::DecisionRecord;
use super::focuses::FocusRecord;
use super::founding::{MeetingRecord, TownRecord, VersionRecord};
use super::groups::GroupRecord;
use super::initiatives::InitiativeRecord;
use super::map::MapRecord;
use super::needs::NeedRecord;
use super::persons::PersonRecord;
use super::threads::{ThreadFile, ThreadRecord};
use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::sync::LazyLock;

/// Everything that the files tell.
pub struct Data {
    pub town: TownRecord,
    pub people: Vec<PersonRecord>,
    /// With the file in which each is told.
    pub groups: Vec<(&'static str, GroupRecord)>,
    pub charter: Vec<VersionRecord>,
    pub meetings: Vec<MeetingRecord>,
    pub agenda: Vec<ItemRecord>,
    pub needs: Vec<NeedRecord>,
    pub focuses: Vec<FocusRecord>,
    pub decisions: Vec<DecisionRecord>,
    pub initiatives: Vec<InitiativeRecord>,
    pub map: MapRecord,
    pub threads: Vec<(&'static str, ThreadRecord)>,
}

macro_rules! files {
    ($($name:literal),* $(,)?) => { [$(($name, include_str!($name))),*] };
}

/// Each file by its name.
pub(super) const FILES: [(&str, &str); 18] = files![
    "town.toml",
    "people.toml",
    "groups_organisations.toml",
    "groups_citizens.toml",
    "charter.toml",
    "meetings.toml",
    "agenda.toml",
    "needs.toml",
    "focuses.toml",
    "decisions.toml",
    "initiatives.toml",
    "map.toml",
    "threads_founding.toml",
    "threads_old_home.toml",
    "threads_safe_way.toml",
    "threads_stream.toml",
    "threads_town.toml",
    "threads_young.toml",
];

#[derive(Deserialize)]
struct People {
    people: Vec<PersonRecord>,
}

#[derive(Deserialize)]
struct Groups {
    groups: Vec<GroupRecord>,
}

#[derive(Deserialize)]
struct Charter {
    versions: Vec<VersionRecord>,
}

#[derive(Deserialize)]
struct Meetings {
    meetings: Vec<MeetingRecord>,
}

#[derive(Deserialize)]
struct Agenda {
    agenda: Vec<ItemRecord>,
}

#[derive(Deserialize)]
struct Needs {
    needs: Vec<NeedRecord>,
}

#[derive(Deserialize)]
struct Focuses {
    focuses: Vec<FocusRecord>,
}

#[derive(Deserialize)]
struct Decisions {
    decisions: Vec<DecisionRecord>,
}

#[derive(Deserialize)]
struct Initiatives {
    initiatives: Vec<InitiativeRecord>,
}

impl Data {
    /// The town that comes with the program, read once.
    pub fn embedded() -> Result<&'static Data> {
        static DATA: LazyLock<Result<Data>> = LazyLock::new(|| Data::read(&FILES));
        DATA.as_ref().map_err(|error| anyhow::anyhow!("{error:#}"))
    }

    /// Reads files by their names and texts.
    pub fn read(files: &[(&'static str, &str)]) -> Result<Data> {
        let files = Files(files);
        Ok(Data {
            town: files.read("town.toml")?,
            people: files.read::<People>("people.toml")?.people,
            groups: files.each("groups_", |file: Groups| file.groups)?,
            charter: files.read::<Charter>("charter.toml")?.versions,
            meetings: files.read::<Meetings>("meetings.toml")?.meetings,
            agenda: files.read::<Agenda>("agenda.toml")?.agenda,
            needs: files.read::<Needs>("needs.toml")?.needs,
            focuses: files.read::<Focuses>("focuses.toml")?.focuses,
            decisions: files.read::<Decisions>("decisions.toml")?.decisions,
            initiatives: files.read::<Initiatives>("initiatives.toml")?.initiatives,
            map: files.read("map.toml")?,
            threads: files.each("threads_", |file: ThreadFile| file.threads)?,
        })
    }
}

struct Files<'f>(&'f [(&'static str, &'f str)]);

impl Files<'_> {
    fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T> {
        let (_, text) =
            self.0.iter().find(|(n, _)| *n == name).with_context(|| format!("{name} is missing"))?;
        toml::from_str(text).with_context(|| format!("in {name}"))
    }

    /// All things of the files whose names begin alike.
    fn each<F: DeserializeOwned, T>(
        &self,
        begin: &str,
        of: fn(F) -> Vec<T>,
    ) -> Result<Vec<(&'static str, T)>> {
        let mut all = Vec::new();
        for (name, _) in self.0.iter().filter(|(name, _)| name.starts_with(begin)) {
            all.extend(of(self.read(name)?).into_iter().map(|thing| (*name, thing)));
        }
        Ok(all)
    }
}
