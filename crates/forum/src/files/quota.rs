//! How much may be kept: for each person, each group, and in all.

use super::queries::{self, Kept};
use db::Conn;
use kit::files::Quotas;
use kit::{Problem, Result, Voice};

/// What stands against keeping so many bytes more in a voice.
pub fn check(c: &mut Conn, by: &Voice, bytes: i64, quotas: &Quotas) -> Result<Option<Problem>> {
    let kept = queries::kept(c, by.person, by.group)?;
    Ok(problem(&kept, by.group.is_some(), bytes, quotas))
}

fn problem(kept: &Kept, for_group: bool, bytes: i64, quotas: &Quotas) -> Option<Problem> {
    let full = |key, most: i64| Some(Problem::new(key).with("megabytes", most / kit::files::MB));
    if for_group && kept.group + bytes > quotas.group {
        return full("files-group-full", quotas.group);
    }
    if !for_group && kept.person + bytes > quotas.person {
        return full("files-person-full", quotas.person);
    }
    if kept.community + bytes > quotas.community {
        return full("files-community-full", quotas.community);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_quota_stands_by_itself() {
        let quotas = Quotas { person: 10, group: 20, community: 100, an_hour: 1 };
        let key = |kept: (i64, i64, i64), for_group, bytes| {
            let kept = Kept { community: kept.0, person: kept.1, group: kept.2 };
            problem(&kept, for_group, bytes, &quotas).map(|p| p.key)
        };
        assert_eq!(key((50, 9, 30), false, 1), None);
        assert_eq!(key((50, 9, 0), false, 2), Some("files-person-full"));
        assert_eq!(key((50, 99, 19), true, 1), None);
        assert_eq!(key((50, 0, 19), true, 2), Some("files-group-full"));
        assert_eq!(key((99, 0, 0), false, 2), Some("files-community-full"));
    }
}
