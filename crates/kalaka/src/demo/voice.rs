//! As whom somebody speaks, as the files write it: "biro-ilona", or "toth-judit@school".

use serde::Deserialize;
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "String")]
pub struct VoiceKey {
    pub person: String,
    pub group: Option<String>,
}

impl From<String> for VoiceKey {
    fn from(text: String) -> VoiceKey {
        match text.split_once('@') {
            Some((person, group)) => VoiceKey { person: person.into(), group: Some(group.into()) },
            None => VoiceKey { person: text, group: None },
        }
    }
}

impl VoiceKey {
    /// A person who speaks for themselves.
    pub fn own(person: &str) -> VoiceKey {
        VoiceKey { person: person.into(), group: None }
    }
}

impl fmt::Display for VoiceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.person)?;
        self.group.iter().try_for_each(|group| write!(f, "@{group}"))
    }
}
