//! What upper rooms put on a group's page.

use super::group::Group;
use crate::Visitor;
use crate::memberships::{GroupRole, Membership};
use db::Conn;
use kit::{Markup, Result};

/// What the page has read of the group already.
#[derive(Clone, Copy)]
pub struct About<'a> {
    pub group: &'a Group,
    pub members: &'a [Membership],
}

impl About<'_> {
    /// Whether this visitor keeps the group's page.
    pub fn is_run_by(&self, visitor: &Visitor) -> bool {
        Group::is_run_by(visitor, self.role_of(visitor))
    }

    /// What the visitor is in the group.
    pub fn role_of(&self, visitor: &Visitor) -> Option<GroupRole> {
        self.members.iter().find(|m| Some(m.person_id) == visitor.person_id()).map(|m| m.role)
    }
}

/// One part of the page, shown in the order of `place`. `None` where there is nothing to show this visitor.
pub struct Panel {
    pub place: i64,
    pub show: fn(&mut Conn, About<'_>, &Visitor) -> Result<Option<Markup>>,
}

/// All panels, gathered by the linker.
#[kit::linkme::distributed_slice]
#[linkme(crate = kit::linkme)]
pub static GROUP_PANELS: [Panel];

/// Adds a [`Panel`] to the page of each group.
#[macro_export]
macro_rules! group_panel {
    ($panel:expr) => {
        #[expect(unsafe_code, reason = "linkme places the panel in a link section")]
        const _: () = {
            #[kit::linkme::distributed_slice($crate::groups::panels::GROUP_PANELS)]
            #[linkme(crate = kit::linkme)]
            static PANEL: $crate::groups::panels::Panel = $panel;
        };
    };
}

pub(super) fn all(c: &mut Conn, about: About<'_>, visitor: &Visitor) -> Result<Vec<Markup>> {
    let mut panels: Vec<&Panel> = GROUP_PANELS.iter().collect();
    panels.sort_by_key(|panel| panel.place);
    panels.into_iter().filter_map(|panel| (panel.show)(c, about, visitor).transpose()).collect()
}
