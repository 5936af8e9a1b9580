//! What the keys of the files have become, and as whom one may speak: the loader's memory.

use super::voice::VoiceKey;
use act::initiatives::InitiativeId;
use agree::agenda::ItemId;
use agree::decisions::DecisionId;
use agree::focuses::FocusId;
use agree::needs::NeedId;
use anyhow::{Context, Result, bail};
use db::Conn;
use forum::ThreadId;
use kit::{GroupId, PersonId, Voice};
use std::collections::HashMap;

/// The ids behind the keys of one kind of thing.
pub struct Keys<T> {
    kind: &'static str,
    ids: HashMap<&'static str, T>,
}

impl<T: Copy> Keys<T> {
    fn new(kind: &'static str) -> Keys<T> {
        Keys { kind, ids: HashMap::new() }
    }

    /// What a key stands for; an error where it stands for nothing, or for nothing yet.
    pub fn of(&self, key: &str) -> Result<T> {
        self.ids.get(key).copied().with_context(|| format!("there is no {} {key:?} yet", self.kind))
    }

    pub fn put(&mut self, key: &'static str, id: T) -> Result<()> {
        match self.ids.insert(key, id) {
            None => Ok(()),
            Some(_) => bail!("there are two of the {} {key:?}", self.kind),
        }
    }

    pub fn has(&self, key: &str) -> bool {
        self.ids.contains_key(key)
    }
}

pub struct Town {
    pub people: Keys<PersonId>,
    pub groups: Keys<GroupId>,
    pub needs: Keys<NeedId>,
    pub items: Keys<ItemId>,
    pub focuses: Keys<FocusId>,
    pub decisions: Keys<DecisionId>,
    pub initiatives: Keys<InitiativeId>,
    pub threads: Keys<ThreadId>,
    names: HashMap<PersonId, &'static str>,
    voices: HashMap<VoiceKey, Voice>,
}

impl Town {
    pub fn new() -> Town {
        Town {
            people: Keys::new("person"),
            groups: Keys::new("group"),
            needs: Keys::new("need"),
            items: Keys::new("agenda item"),
            focuses: Keys::new("focus"),
            decisions: Keys::new("decision"),
            initiatives: Keys::new("initiative"),
            threads: Keys::new("thread"),
            names: HashMap::new(),
            voices: HashMap::new(),
        }
    }

    pub fn put_person(&mut self, key: &'static str, id: PersonId, name: &'static str) -> Result<()> {
        self.names.insert(id, name);
        self.people.put(key, id)
    }

    /// A voice, by the same rule as everywhere: one's own, or that of a group which one represents now.
    pub fn voice(&mut self, c: &mut Conn, key: &VoiceKey) -> Result<Voice> {
        if let Some(known) = self.voices.get(key) {
            return Ok(known.clone());
        }
        let person = self.people.of(&key.person)?;
        let group = key.group.as_deref().map(|group| self.groups.of(group)).transpose()?;
        let name = self.names.get(&person).copied().unwrap_or_default();
        let voices = people::voices::of_person(c, person, name)?;
        let Some(voice) = voices.into_iter().find(|voice| voice.group == group) else {
            bail!("{key} does not speak for that group")
        };
        self.voices.insert(key.clone(), voice.clone());
        Ok(voice)
    }
}
