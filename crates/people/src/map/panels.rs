//! What upper rooms put on the map's page.

use crate::Visitor;
use db::Conn;
use kit::{Markup, Result};

/// One part of the page, shown in the order of `place`. `None` where there is nothing to show this visitor.
pub struct Panel {
    pub place: i64,
    pub show: fn(&mut Conn, &Visitor) -> Result<Option<Markup>>,
}

/// All panels, gathered by the linker.
#[kit::linkme::distributed_slice]
#[linkme(crate = kit::linkme)]
pub static MAP_PANELS: [Panel];

/// Adds a [`Panel`] to the map's page.
#[macro_export]
macro_rules! map_panel {
    ($panel:expr) => {
        #[expect(unsafe_code, reason = "linkme places the panel in a link section")]
        const _: () = {
            #[kit::linkme::distributed_slice($crate::map::panels::MAP_PANELS)]
            #[linkme(crate = kit::linkme)]
            static PANEL: $crate::map::panels::Panel = $panel;
        };
    };
}

pub(super) fn all(c: &mut Conn, visitor: &Visitor) -> Result<Vec<Markup>> {
    let mut panels: Vec<&Panel> = MAP_PANELS.iter().collect();
    panels.sort_by_key(|panel| panel.place);
    panels.into_iter().filter_map(|panel| (panel.show)(c, visitor).transpose()).collect()
}
