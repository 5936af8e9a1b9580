//! What an act is, whom it concerns, and who may undo it or answer an appeal against it.

use super::{ActId, queries};
use crate::posts::Reason;
use crate::{PostId, ThreadId};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use kit::{Chrome, PersonId, Result, Role, Scope};
use people::{Guide, Visitor, persons};

db::words! {
    pub enum Kind {
        /// Looked at, and left as it is.
        Dismissed = "dismissed",
        /// By the platform, until a guide has looked.
        Held = "held",
        Hidden = "hidden",
        Shown = "shown",
        Warned = "warned",
        /// A warning, taken back.
        Withdrawn = "withdrawn",
        Paused = "paused",
        Blocked = "blocked",
        /// A pause or a block, ended.
        Lifted = "lifted",
        /// An appeal: the act stays.
        Upheld = "upheld",
        /// An appeal: the act is undone.
        Overturned = "overturned",
    }
}

impl Kind {
    /// What a guide does to a post or to who wrote it.
    pub fn is_deed(self) -> bool {
        matches!(self, Kind::Hidden | Kind::Warned | Kind::Paused | Kind::Blocked)
    }

    /// What undoes it; nothing where there is nothing to undo.
    pub fn undone_by(self) -> Option<Kind> {
        match self {
            Kind::Held | Kind::Hidden => Some(Kind::Shown),
            Kind::Warned => Some(Kind::Withdrawn),
            Kind::Paused | Kind::Blocked => Some(Kind::Lifted),
            _ => None,
        }
    }

    /// Whether it takes something from a person, beyond one post.
    pub fn is_grave(self) -> bool {
        matches!(self, Kind::Paused | Kind::Blocked)
    }

    pub fn label(self, chrome: &Chrome) -> String {
        let key = format!("moderation-did-{self}"); // messages: moderation-did-*
        chrome.t(&key).to_string()
    }
}

db::row! {
    /// An act with what a page says of it.
    #[derive(Debug, Clone)]
    pub struct Act {
        pub id: ActId,
        pub kind: Kind,
        pub reason: Option<Reason>,
        pub post_id: Option<PostId>,
        pub thread_id: Option<ThreadId>,
        pub number: Option<i64>,
        /// Of the thread.
        pub title: String,
        pub scope: Scope,
        /// Whom it concerns.
        pub person_id: PersonId,
        pub person_name: String,
        pub person_role: Role,
        pub by_id: Option<PersonId>,
        pub by_name: Option<String>,
        pub words: String,
        pub locale: String,
        pub days: Option<i64>,
        pub at: Timestamp,
        pub undone_at: Option<Timestamp>,
    }
}

impl Act {
    pub fn path(&self) -> String {
        path(self.id)
    }

    /// The end of a pause.
    pub fn until(&self) -> Option<Timestamp> {
        self.days.map(|days| self.at + SignedDuration::from_hours(24 * days))
    }

    pub fn concerns(&self, visitor: &Visitor) -> bool {
        visitor.person_id() == Some(self.person_id)
    }

    /// A guide undoes what is in force, but not for themselves. What was taken from a guide or a steward is for
    /// a steward.
    pub fn may_be_undone_by(&self, guide: &Guide) -> bool {
        let may =
            !self.concerns(guide) && (!is_for_stewards(self.kind, self.person_role) || is_steward(guide));
        may && self.undone_at.is_none() && self.kind.undone_by().is_some()
    }

    pub fn may_be_appealed(&self) -> bool {
        self.kind.is_deed() && self.undone_at.is_none()
    }
}

pub fn path(id: ActId) -> String {
    format!("/moderation/acts/{id}")
}

/// Guides and stewards are paused and blocked by stewards alone.
pub fn is_for_stewards(kind: Kind, of: Role) -> bool {
    kind.is_grave() && of.guides()
}

pub fn is_steward(guide: &Guide) -> bool {
    guide.person.role == Role::Steward
}

/// Who may answer an appeal: guides who see the matter, but neither who acted nor whom it concerns. Where there
/// is none, a steward; where that is who acted, they look at it again.
pub fn judges(c: &mut Conn, act: &Act) -> Result<Vec<PersonId>> {
    let mut others = Vec::new();
    let mut stewards = Vec::new();
    for id in persons::guides(c)? {
        let Some(guide) = persons::by_id(c, id)? else { continue };
        let sees = act.scope != Scope::Circle || guide.in_circle;
        if id == act.person_id || !sees {
            continue;
        }
        let steward = guide.role == Role::Steward;
        if Some(id) != act.by_id && (steward || !is_for_stewards(act.kind, act.person_role)) {
            others.push(id);
        }
        if steward {
            stewards.push(id);
        }
    }
    Ok(if others.is_empty() { stewards } else { others })
}

/// An act that a guide may know of.
pub fn seen(c: &mut Conn, id: ActId, guide: &Visitor) -> Result<Act> {
    let act = queries::act(c, id)?.ok_or(kit::Error::NotFound)?;
    crate::visibility::ensure_seen(act.scope, guide)?;
    Ok(act)
}

#[cfg(test)]
mod tests {
    use super::{Kind, is_for_stewards};
    use kit::Role;

    #[test]
    fn guides_are_paused_by_stewards_and_warned_by_anybody() {
        assert!(is_for_stewards(Kind::Paused, Role::Guide) && is_for_stewards(Kind::Blocked, Role::Steward));
        assert!(!is_for_stewards(Kind::Hidden, Role::Guide) && !is_for_stewards(Kind::Blocked, Role::Member));
    }

    #[test]
    fn what_undoes_is_not_undone() {
        for kind in Kind::ALL {
            assert!(kind.undone_by().is_none_or(|undoing| undoing.undone_by().is_none()), "{kind}");
            assert!(!kind.is_deed() || kind.undone_by().is_some(), "{kind}");
        }
    }
}
