//! What is asked of the table of what happened, with the names of who did it.

use jiff::Timestamp;
use kit::Side;

db::row! {
    #[derive(Debug, Clone)]
    pub struct Happened {
        pub id: i64,
        pub at: Timestamp,
        pub kind: String,
        /// Nobody where the platform did it by itself.
        pub person: Option<String>,
        /// The group in whose voice it was done.
        pub voice: Option<String>,
        pub side: Side,
        pub subject_kind: String,
        pub subject_id: i64,
        pub title: String,
        pub is_circle: bool,
    }
}

// The scope is asked by a `case`, which no index serves: rows are few that aren't seen, and the newest of the
// rest are then read in their order and not sorted.
macro_rules! happened {
    ($rest:literal) => {
        concat!(
            "select a.id, a.at, a.kind, p.name as person, g.name as voice, coalesce(g.side, 'citizens') as side,
                    a.subject_kind, a.subject_id, a.title, a.scope = 'circle' as is_circle
             from activity a left join persons p on p.id = a.person_id left join groups g on g.id = a.group_id
             where case when $1 then a.scope in ('open', 'circle') else a.scope = 'open' end and a.id < $2 ",
            $rest
        )
    };
}

db::query! {
    pub fn newest(circle: bool, before: i64, limit: i64) -> Vec<Happened> {
        happened!("order by a.id desc limit $3")
    }

    pub fn newest_of_kind(circle: bool, before: i64, limit: i64, kind: &str) -> Vec<Happened> {
        happened!("and a.subject_kind = $4 order by a.id desc limit $3")
    }
}
