//! What is asked of the table of patterns.

use db::Changed;
use jiff::Timestamp;

db::query! {
    pub fn all() -> Vec<String> {
        "select pattern from patterns order by pattern"
    }

    pub fn clear() -> Changed {
        "delete from patterns"
    }

    pub fn insert(pattern: &str, now: Timestamp) -> Changed {
        "insert into patterns (pattern, at) values ($1, $2) on conflict (pattern) do nothing"
    }
}
