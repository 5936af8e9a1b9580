//! Symbols, drawn by hand on a grid of sixteen with one pen. They always stand beside words, so
//! nobody has to hear them.

mod drawings;

use askama::FastWritable;
use askama::filters::{HtmlSafe, Safe};
use drawings::{RING, SECTORS, SIGNS, TOWN};
use std::fmt;

/// A symbol as inline SVG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Icon(&'static str);

/// The symbol of this name. An unknown one is a plain ring, so that an odd setting leaves no hole.
pub fn icon(name: impl AsRef<str>) -> Icon {
    let found = SIGNS.iter().chain(SECTORS).chain(TOWN).find(|(n, _)| *n == name.as_ref());
    Icon(found.map_or(RING, |(_, drawing)| drawing))
}

/// The names of the symbols that a town may give to a sector; the first nine are those that the
/// nine sectors begin with, in their usual order.
pub fn symbols() -> impl Iterator<Item = &'static str> {
    SECTORS.iter().chain(TOWN).map(|(name, _)| *name)
}

/// The names of the pages' own signs.
pub fn signs() -> impl Iterator<Item = &'static str> {
    SIGNS.iter().map(|(name, _)| *name)
}

impl Icon {
    /// The drawing alone, for a picture of one's own: `<g>` in a map.
    pub fn drawing(self) -> Safe<&'static str> {
        Safe(self.0)
    }
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Icon(drawing) = self;
        write!(
            f,
            r#"<svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{drawing}</svg>"#
        )
    }
}

impl FastWritable for Icon {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(write!(dest, "{self}")?)
    }
}

impl HtmlSafe for Icon {}

/// Kaláka's emblem: organisations and citizens, square and round, in one ring.
pub fn emblem() -> Safe<&'static str> {
    Safe(concat!(
        r#"<svg class="emblem" width="32" height="32" viewBox="0 0 32 32" fill="currentColor" aria-hidden="true">"#,
        include_str!("emblem.svg.part"),
        "</svg>"
    ))
}

/// The emblem as a picture of its own, in a red that holds on light and dark tabs.
pub(super) const FAVICON: &str = concat!(
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="#b8323e" color="#b8323e">"##,
    include_str!("emblem.svg.part"),
    "</svg>"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_symbols_share_a_name() {
        let mut names: Vec<_> = symbols().chain(signs()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn an_unknown_symbol_is_a_ring() {
        assert_eq!(icon("unicorn"), Icon(RING));
        assert_eq!(symbols().count(), 21);
    }
}
