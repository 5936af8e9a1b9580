//! Order among people, through the pages, for everyone it touches: a stranger, who flags, who wrote, a guide, a
//! second guide, the steward.

mod acts;
mod appeals;
mod flags;
mod log;
mod pauses;
mod ways_out;

use crate::town::{post_id, reply, start};
use kit::Role;
use kit::testing::Answer;
use people::persons;
use people::testing::Town;

db::query! {
    fn newest_act(kind: &str) -> One<i64> {
        "select max(id) from moderation_acts where kind = $1"
    }

    fn notices_of(person: kit::PersonId) -> Vec<String> {
        "select kind from notifications where person_id = $1 and subject_kind in ('flag', 'flags', 'moderation', 'appeal') order by id"
    }
}

use db::One;

/// What Gábor wrote, and what nobody else may read once it is hidden.
pub const SECRET: &str = "quincunx";

/// A thread of Márta's with an answer of Gábor's, and a second guide: Judit. Gives the thread and the answer.
pub fn town() -> (Town, String, i64) {
    let town = Town::open(forum::routes().merge(people::routes()));
    let judit = town.person("judit");
    town.write(move |c| Ok(persons::set_role(c, judit, Role::Guide)?));
    let thread = start(&town.as_("marta"), "Who visits whom?", "In winter.");
    assert_eq!(reply(&town.as_("gabor"), &thread, &format!("You {SECRET}!")).status(), 303);
    let post = post_id(&town, &thread, 2);
    (town, thread, post)
}

pub fn flag(town: &Town, who: &str, post: i64, reason: &str) -> Answer {
    let form = [("reason", reason), ("words", "Look at this, please.")];
    town.as_(who).post(&format!("/posts/{post}/flags"), &form)
}

/// A guide does something to a post, and gives the act's number.
pub fn act(town: &Town, who: &str, post: i64, deed: &str) -> i64 {
    let answer = try_to(town, who, post, deed);
    assert_eq!((answer.status(), answer.location()), (303, "/moderation"), "{}", answer.text());
    newest(town, deed.split('-').next().unwrap())
}

pub fn try_to(town: &Town, who: &str, post: i64, deed: &str) -> Answer {
    let form =
        [("deed", deed), ("reason", "unkind"), ("words", "It hurt <b>somebody</b>."), ("locale", "en")];
    town.as_(who).post(&format!("/moderation/posts/{post}/acts"), &form)
}

pub fn newest(town: &Town, kind: &str) -> i64 {
    let kind = kind.to_owned();
    town.write(move |c| Ok(newest_act(c, &kind)?))
}

/// The kinds of notices of this room that somebody got.
pub fn told(town: &Town, who: &str) -> Vec<String> {
    let person = town.person(who);
    town.write(move |c| Ok(notices_of(c, person)?))
}
