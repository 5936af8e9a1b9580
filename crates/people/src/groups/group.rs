//! What a group is, and who may do what about it.

use crate::Visitor;
use crate::memberships::{GroupRole, Membership};
use jiff::Timestamp;
use kit::{Chrome, GroupId, SectorId, Side};

db::id! {
    /// The list that a group came with, where it came with one.
    ImportId,
}

db::words! {
    pub enum GroupState {
        /// Known, but not in.
        Listed = "listed",
        Invited = "invited",
        /// Somebody is here for it.
        In = "in",
        Dormant = "dormant",
    }
}

impl GroupState {
    /// The sign that stands beside the word.
    pub fn sign(self) -> &'static str {
        match self {
            GroupState::Listed => "draft",
            GroupState::Invited => "open",
            GroupState::In => "kept",
            GroupState::Dormant => "quiet",
        }
    }

    /// What follows `groups-state-` and the like in the messages.
    pub fn message(self) -> &'static str {
        match self {
            GroupState::Listed => "groups-state-listed",
            GroupState::Invited => "groups-state-invited",
            GroupState::In => "groups-state-in",
            GroupState::Dormant => "groups-state-dormant",
        }
    }

    /// Known, and nobody is here for it.
    pub fn is_outside(self) -> bool {
        matches!(self, GroupState::Listed | GroupState::Invited)
    }
}

db::row! {
    #[derive(Debug, Clone)]
    pub struct Group {
        pub id: GroupId,
        pub side: Side,
        pub sector_id: Option<SectorId>,
        pub name: String,
        pub purpose: String,
        pub needs: String,
        pub offers: String,
        pub contact_name: String,
        pub email: String,
        pub phone: String,
        pub address: String,
        pub website: String,
        pub locale: Option<String>,
        pub state: GroupState,
        pub created_at: Timestamp,
        pub joined_at: Option<Timestamp>,
    }
}

db::row! {
    /// A group as lists show it.
    #[derive(Debug, Clone)]
    pub struct Entry {
        pub id: GroupId,
        pub side: Side,
        pub sector_id: Option<SectorId>,
        pub name: String,
        pub name_folded: String,
        /// Its beginning.
        pub purpose: String,
        pub locale: Option<String>,
        pub state: GroupState,
    }
}

db::words! {
    /// What kind of place a link leads to.
    pub enum LinkKind {
        /// A group or page on a social network.
        Network = "network",
        Chat = "chat",
        /// A mailing list.
        List = "list",
        Pictures = "pictures",
        Other = "other",
    }
}

impl LinkKind {
    pub fn message(self) -> &'static str {
        match self {
            LinkKind::Network => "groups-link-network",
            LinkKind::Chat => "groups-link-chat",
            LinkKind::List => "groups-link-list",
            LinkKind::Pictures => "groups-link-pictures",
            LinkKind::Other => "groups-link-other",
        }
    }
}

db::row! {
    /// One of a group's own places elsewhere.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Link {
        pub kind: LinkKind,
        pub label: String,
        pub url: String,
    }
}

/// What is needed to add a group; the rest is filled in on its page.
#[derive(Debug, Clone)]
pub struct NewGroup {
    pub side: Side,
    /// Of organisations always; of citizen groups never.
    pub sector: Option<SectorId>,
    pub name: String,
    pub purpose: String,
    pub state: GroupState,
}

/// What a group says of itself. All of it can be changed by its representatives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    pub sector: Option<SectorId>,
    pub name: String,
    pub purpose: String,
    pub needs: String,
    pub offers: String,
    pub contact_name: String,
    pub email: String,
    pub phone: String,
    pub address: String,
    pub website: String,
    /// The language of its own words, where it is known.
    pub locale: Option<String>,
    pub links: Vec<Link>,
}

/// So many links to its own places has a group at most.
pub const MOST_LINKS: usize = 6;

impl Entry {
    /// How its purpose begins, without marks.
    pub fn excerpt(&self) -> String {
        kit::markdown::excerpt(&self.purpose, 160)
    }

    /// The language of its words, where it isn't the page's.
    pub fn foreign(&self, chrome: &Chrome) -> Option<&str> {
        self.locale.as_deref().filter(|code| *code != chrome.lang())
    }
}

impl Group {
    pub fn path(&self) -> String {
        format!("/groups/{}", self.id)
    }

    /// Who may change what a group says of itself, and who is in it: its representatives and the guides.
    pub fn is_run_by(visitor: &Visitor, role: Option<GroupRole>) -> bool {
        visitor.is_guide() || role == Some(GroupRole::Representative)
    }

    /// Whether this visitor sees how to reach the group. An organisation's office is public; a citizen group
    /// is reached at somebody's home, which only members may know.
    pub fn shows_contact_to(&self, visitor: &Visitor) -> bool {
        self.side == Side::Organisations || visitor.person.is_some()
    }

    /// A person's name is for members, whatever the group.
    pub fn shows_persons_to(visitor: &Visitor) -> bool {
        visitor.person.is_some()
    }

    /// Two people make a group; until the second is there, or a guide has confirmed an organisation, it waits.
    pub fn waits_for_second(&self, members: &[Membership]) -> bool {
        self.state.is_outside() && members.len() == 1
    }
}
