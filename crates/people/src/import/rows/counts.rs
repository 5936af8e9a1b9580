use serde::{Deserialize, Serialize};

use super::super::problem::Weight;
use super::Draft;

/// What became of a list, in numbers. Each row is in one of the four parts of `read`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub read: usize,
    pub clear: usize,
    pub mended: usize,
    pub doubted: usize,
    pub left_out: usize,
}

impl Counts {
    pub fn of(drafts: &[Draft]) -> Counts {
        let mut counts = Counts { read: drafts.len(), ..Counts::default() };
        for draft in drafts {
            match draft.worst() {
                None => counts.clear += 1,
                Some(Weight::Note) => counts.mended += 1,
                Some(Weight::Doubt) => counts.doubted += 1,
                Some(Weight::Bar) => counts.left_out += 1,
            }
        }
        counts
    }
}
