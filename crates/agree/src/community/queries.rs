//! What is changed of the community's row, and what decisions about its caps would change.

use super::Caps;
use crate::decisions::DecisionId;
use db::{Changed, Conn};
use kit::community::{JoinBy, SecondStep};

db::row! {
    #[derive(Debug, Clone, Copy)]
    pub struct CapChange {
        pub max_focuses: i64,
        pub max_initiatives: i64,
        pub was_focuses: i64,
        pub was_initiatives: i64,
    }
}

impl CapChange {
    pub fn to(&self) -> Caps {
        Caps { focuses: self.max_focuses, initiatives: self.max_initiatives }
    }

    pub fn from(&self) -> Caps {
        Caps { focuses: self.was_focuses, initiatives: self.was_initiatives }
    }
}

db::query! {
    pub fn set_facts(name: &str, place: &str, languages: &str, time_zone: &str, join_by: JoinBy) -> Changed {
        "update community set name = $1, place = $2, languages = $3, time_zone = $4, join_by = $5,
                version = version + 1
         where id = 1"
    }

    pub fn set_second_step(of: SecondStep) -> Changed {
        "update community set second_step_for = $1, version = version + 1 where id = 1"
    }

    pub fn set_second_thoughts(wanted: bool) -> Changed {
        "update community set second_thoughts = $1, version = version + 1 where id = 1"
    }

    pub fn set_link_previews(wanted: bool) -> Changed {
        "update community set link_previews = $1, version = version + 1 where id = 1"
    }

    fn update_caps(focuses: i64, initiatives: i64) -> Changed {
        "update community set max_focuses = $1, max_initiatives = $2, version = version + 1 where id = 1"
    }

    fn insert_cap_change(decision: DecisionId, focuses: i64, initiatives: i64, was_focuses: i64, was_initiatives: i64) -> Changed {
        "insert into cap_changes (decision_id, max_focuses, max_initiatives, was_focuses, was_initiatives)
         values ($1, $2, $3, $4, $5)"
    }

    pub fn cap_change(decision: DecisionId) -> Option<CapChange> {
        "select max_focuses, max_initiatives, was_focuses, was_initiatives from cap_changes where decision_id = $1"
    }
}

pub fn set_caps(c: &mut Conn, to: Caps) -> db::Result<u64> {
    update_caps(c, to.focuses, to.initiatives)
}

pub fn keep_cap_change(c: &mut Conn, decision: DecisionId, to: Caps, from: Caps) -> db::Result<u64> {
    insert_cap_change(c, decision, to.focuses, to.initiatives, from.focuses, from.initiatives)
}
