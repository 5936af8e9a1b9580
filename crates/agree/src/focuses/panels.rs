//! What upper rooms put on a focus's page: its initiatives, and whatever comes later.

use super::Focus;
use db::Conn;
use kit::{Markup, Result};
use people::Visitor;

/// One part of the page, shown in the order of `place`. `None` where there is nothing to show.
pub struct Panel {
    pub place: i64,
    pub show: fn(&mut Conn, &Focus, &Visitor) -> Result<Option<Markup>>,
}

/// All panels, gathered by the linker.
#[kit::linkme::distributed_slice]
#[linkme(crate = kit::linkme)]
pub static FOCUS_PANELS: [Panel];

/// Adds a [`Panel`] to the page of each focus.
#[macro_export]
macro_rules! focus_panel {
    ($panel:expr) => {
        #[expect(unsafe_code, reason = "linkme places the panel in a link section")]
        const _: () = {
            #[kit::linkme::distributed_slice($crate::focuses::panels::FOCUS_PANELS)]
            #[linkme(crate = kit::linkme)]
            static PANEL: $crate::focuses::panels::Panel = $panel;
        };
    };
}

pub(super) fn all(c: &mut Conn, focus: &Focus, visitor: &Visitor) -> Result<Vec<Markup>> {
    let mut panels: Vec<&Panel> = FOCUS_PANELS.iter().collect();
    panels.sort_by_key(|panel| panel.place);
    let shown = panels.into_iter().filter_map(|panel| (panel.show)(c, focus, visitor).transpose());
    shown.collect()
}
