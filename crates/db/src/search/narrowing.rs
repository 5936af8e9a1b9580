//! Who looks, and what they look for beside words.

use super::PART;
use jiff::Timestamp;

/// Empty words, zeros and the ends of time narrow nothing.
#[derive(Debug, Clone)]
pub struct Narrowing {
    /// One kind of thing.
    pub kind: String,
    /// Whether who looks is of the founding circle.
    pub circle: bool,
    /// Whether they are signed in.
    pub member: bool,
    /// What was said in the voice of this group.
    pub group: i64,
    pub side: String,
    /// What groups of this sector said.
    pub sector: i64,
    pub locale: String,
    /// What belongs to this thing, as `focus-3`, and the thing itself.
    pub place: String,
    /// Threads with this tag.
    pub tag: i64,
    pub from: Timestamp,
    /// Not at this time any more.
    pub to: Timestamp,
}

impl Default for Narrowing {
    fn default() -> Narrowing {
        Narrowing {
            kind: String::new(),
            circle: false,
            member: false,
            group: 0,
            side: String::new(),
            sector: 0,
            locale: String::new(),
            place: String::new(),
            tag: 0,
            from: Timestamp::MIN,
            to: Timestamp::MAX,
        }
    }
}

impl Narrowing {
    /// To one kind, or to none.
    pub fn of(kind: &str, circle: bool) -> Narrowing {
        Narrowing { kind: kind.into(), circle, member: circle, ..Narrowing::default() }
    }

    /// Whether posts are among what is looked for. Tags are the threads': a thread is found with its tag, and no post
    /// has to be asked for its thread's.
    pub(super) fn has_parts(&self) -> bool {
        (self.kind.is_empty() || self.kind == PART) && self.tag == 0
    }
}

/// The condition on a document `d`, with `$2` to `$11` for what it is narrowed down to.
macro_rules! narrowed {
    () => {
        "(d.scope = 'open' or ($3 and d.scope = 'circle') or d.scope = case when $4 then 'members' else 'guests' end)
         and ($2 = '' or d.kind = $2)
         and ($5 = 0 or d.group_id = $5)
         and ($6 = '' or d.side = $6)
         and ($7 = 0 or d.group_id in (select g.id from groups g where g.sector_id = $7))
         and ($8 = '' or d.locale = $8)
         and ($9 = '' or d.place = $9 or d.kind || '-' || d.subject_id = $9)
         and d.at >= $10 and d.at < $11"
    };
}
pub(super) use narrowed;
