//! Of whom a second step is asked: guides and stewards, unless the community asks nobody. The time they have begins
//! when they first come by without one.

use crate::persons;
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use kit::{Community, PersonId};

/// So long a guide may go without.
const GRACE: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Where somebody may still go whose time is over: to the second step, and out.
const OPEN: [&str; 8] = [
    "/account/second-step",
    "/account/passkeys",
    "/account/proof",
    "/sign-out",
    "/language",
    "/privacy",
    "/favicon",
    "/manifest",
];

/// Whether the community asks it of those who guide.
pub fn is_asked_here(community: Option<&Community>) -> bool {
    community.is_some_and(|place| place.second_step_for == kit::community::SecondStep::Guides)
}

/// Begins the time that somebody has, and says when it ends.
pub fn begin(c: &mut Conn, person: PersonId, now: Timestamp) -> db::Result<Timestamp> {
    let due = now + GRACE;
    persons::set_second_step_due(c, person, due)?;
    Ok(due)
}

/// Whether somebody whose time ends then is led to the second step instead of where they want to go.
pub fn leads_there(due: Option<Timestamp>, path: &str, now: Timestamp) -> bool {
    due.is_some_and(|due| due <= now) && !OPEN.iter().any(|start| path.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_late_is_led_there_and_nowhere_else() {
        let (now, later) = (Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH + GRACE);
        assert!(!leads_there(None, "/", now) && !leads_there(Some(later), "/", now));
        assert!(leads_there(Some(later), "/", later) && leads_there(Some(now), "/account", later));
        for path in ["/account/second-step/new", "/sign-out", "/language"] {
            assert!(!leads_there(Some(now), path, later), "{path}");
        }
    }
}
