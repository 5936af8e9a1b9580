//! The arrows that ARCHITECTURE.md draws, in a fenced block whose first word is `arrows`:
//!
//! ```arrows
//! kalaka → reach → people → kit
//! people: import → groups → accounts
//! ```
//!
//! The line without a name is the order of the crates, the others those of the rooms in a crate.
//! What stands further left may use what stands further right, never the other way.

use std::collections::BTreeMap;

use crate::house::SourceFile;

#[derive(Default)]
pub struct ArrowList {
    pub crates: Vec<String>,
    pub rooms: BTreeMap<String, Vec<String>>,
}

impl ArrowList {
    /// Empty when there is no such file or block yet.
    pub fn of(sources: &[SourceFile]) -> ArrowList {
        let map = sources.iter().find(|file| file.path == "ARCHITECTURE.md");
        map.map(|file| ArrowList::read(&file.text)).unwrap_or_default()
    }

    fn read(text: &str) -> ArrowList {
        let mut list = ArrowList::default();
        let block = text.lines().skip_while(|line| line.trim() != "```arrows").skip(1);
        for line in block.take_while(|line| !line.starts_with("```")) {
            match line.split_once(':') {
                Some((area, rooms)) => {
                    list.rooms.entry(area.trim().to_owned()).or_default().extend(names(rooms));
                }
                None => list.crates.extend(names(line)),
            }
        }
        list
    }
}

fn names(line: &str) -> Vec<String> {
    let line = line.replace("->", "→");
    line.split('→').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Whether an arrow points down the list; none when one of the two is not in it.
pub fn is_downward(order: &[String], from: &str, to: &str) -> Option<bool> {
    let place = |wanted: &str| order.iter().position(|name| name == wanted);
    Some(place(from)? < place(to)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_is_read_and_nothing_else() {
        let list = ArrowList::read(
            "a → b\n```arrows\nkalaka → reach →\n  kit -> db\npeople: groups → accounts\n```\nx: y",
        );
        assert_eq!(list.crates, ["kalaka", "reach", "kit", "db"]);
        assert_eq!(list.rooms["people"], ["groups", "accounts"]);
        assert_eq!(list.rooms.len(), 1);
        assert_eq!(is_downward(&list.crates, "reach", "db"), Some(true));
        assert_eq!(is_downward(&list.crates, "db", "reach"), Some(false));
        assert_eq!(is_downward(&list.crates, "db", "elsewhere"), None);
    }
}
