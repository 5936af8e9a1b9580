//! What is asked of the tables of correspondences, their messages, blocks and reports.

use super::party::{Correspondence, Message, Reported};
use super::{CorrespondenceId, MessageId};
use crate::posts::Reason;
use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId};

macro_rules! correspondences {
    ($rest:literal) => {
        concat!(
            "select x.id, x.person_id, p.name as person_name, x.other_id, o.name as other_name, x.group_id,
                    g.name as group_name, coalesce(g.side, 'citizens') as side, x.messages, x.last_at,
                    coalesce(r.number, 0) as read, m.body as last_body
             from correspondences x join persons p on p.id = x.person_id left join persons o on o.id = x.other_id
             left join groups g on g.id = x.group_id
             left join message_readings r on r.correspondence_id = x.id and r.person_id = $1
             left join direct_messages m on m.correspondence_id = x.id and m.number = x.messages ",
            $rest
        )
    };
}

db::query! {
    /// Those that a person is in, by themselves or for a group, from one before a time on; the newest first.
    pub fn of_person(person: PersonId, before: i64, limit: i64) -> Vec<Correspondence> {
        correspondences!(
            "where x.messages > 0 and x.last_at < $2
               and (x.person_id = $1 or x.other_id = $1
                    or x.group_id in (select s.group_id from memberships s
                                      where s.person_id = $1 and s.role = 'representative'))
             order by x.last_at desc, x.id desc limit $3"
        )
    }

    pub fn by_id(person: PersonId, id: CorrespondenceId) -> Option<Correspondence> {
        correspondences!("where x.id = $2")
    }

    pub fn of_two(person: PersonId, other: PersonId) -> Option<CorrespondenceId> {
        "select id from correspondences where person_id = $1 and other_id = $2"
    }

    pub fn with_group(person: PersonId, group: GroupId) -> Option<CorrespondenceId> {
        "select id from correspondences where person_id = $1 and group_id = $2"
    }

    /// Nothing where it is there already.
    pub fn begin(person: PersonId, other: Option<PersonId>, group: Option<GroupId>, now: Timestamp) -> Changed {
        "insert into correspondences (person_id, other_id, group_id, last_at) values ($1, $2, $3, $4)
         on conflict do nothing"
    }

    /// The number of a new message. The row is held to the end of the transaction.
    pub fn take_number(id: CorrespondenceId, now: Timestamp) -> One<i64> {
        "update correspondences set messages = messages + 1, last_at = $2 where id = $1 returning messages"
    }

    /// Nothing where the key is known.
    pub fn insert(id: CorrespondenceId, number: i64, person: PersonId, for_group: bool, body: &str, html: &str, locale: &str, now: Timestamp, key: Option<&str>) -> Option<MessageId> {
        "insert into direct_messages (correspondence_id, number, person_id, for_group, body, html, locale, at, idempotency_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (idempotency_key) do nothing returning id"
    }

    pub fn by_key(key: &str) -> Option<CorrespondenceId> {
        "select correspondence_id from direct_messages where idempotency_key = $1"
    }

    /// The newest before a number, the newest first.
    pub fn before(id: CorrespondenceId, number: i64, limit: i64) -> Vec<Message> {
        "select m.id, m.number, m.person_id, p.name as by_name, m.for_group, m.html, m.locale, m.at
         from direct_messages m join persons p on p.id = m.person_id
         where m.correspondence_id = $1 and m.number < $2 order by m.number desc limit $3"
    }

    pub fn numbered(id: CorrespondenceId, number: i64) -> Option<Message> {
        "select m.id, m.number, m.person_id, p.name as by_name, m.for_group, m.html, m.locale, m.at
         from direct_messages m join persons p on p.id = m.person_id
         where m.correspondence_id = $1 and m.number = $2"
    }

    pub fn mark(person: PersonId, id: CorrespondenceId, number: i64) -> Changed {
        "insert into message_readings (person_id, correspondence_id, number) values ($1, $2, $3)
         on conflict (person_id, correspondence_id) do update set number = excluded.number
         where excluded.number > message_readings.number"
    }

    pub fn block(id: CorrespondenceId, person: PersonId, for_group: bool, now: Timestamp) -> Changed {
        "insert into message_blocks (correspondence_id, person_id, for_group, at) values ($1, $2, $3, $4)
         on conflict (correspondence_id, person_id) do nothing"
    }

    /// Takes back one's own block, or those of all who speak for the group.
    pub fn unblock(id: CorrespondenceId, person: PersonId, for_group: bool) -> Changed {
        "delete from message_blocks where correspondence_id = $1 and (person_id = $2 or ($3 and for_group))"
    }

    /// Whether this person, or the group that they speak for, has stopped the other.
    pub fn blocks(id: CorrespondenceId, person: PersonId, for_group: bool) -> One<bool> {
        "select exists (select 1 from message_blocks
                        where correspondence_id = $1 and (person_id = $2 or ($3 and for_group)))"
    }

    /// Whether the other has stopped them.
    pub fn is_blocked(id: CorrespondenceId, person: PersonId, for_group: bool) -> One<bool> {
        "select exists (select 1 from message_blocks
                        where correspondence_id = $1 and person_id <> $2 and not ($3 and for_group))"
    }

    pub fn close_letterbox(person: PersonId, now: Timestamp) -> Changed {
        "insert into closed_letterboxes (person_id, at) values ($1, $2) on conflict (person_id) do nothing"
    }

    pub fn open_letterbox(person: PersonId) -> Changed {
        "delete from closed_letterboxes where person_id = $1"
    }

    pub fn has_closed(person: PersonId) -> One<bool> {
        "select exists (select 1 from closed_letterboxes where person_id = $1)"
    }

    /// Nothing where this person has shown it before.
    pub fn insert_report(message: MessageId, person: PersonId, reason: Reason, words: &str, now: Timestamp) -> Changed {
        "insert into message_reports (message_id, person_id, reason, words, at) values ($1, $2, $3, $4, $5)
         on conflict (message_id, person_id) do nothing"
    }

    /// Those that nobody has looked at, the longest waiting first.
    pub fn open_reports(guide: PersonId, limit: i64) -> Vec<Reported> {
        "select r.message_id, r.reason, r.words, r.at, r.person_id as by_id, b.name as by_name,
                m.person_id as writer_id, w.name as writer_name, m.html, m.locale
         from message_reports r join direct_messages m on m.id = r.message_id
         join persons b on b.id = r.person_id join persons w on w.id = m.person_id
         where r.act_id is null and r.person_id <> $1 and m.person_id <> $1 order by r.at, r.id limit $2"
    }

    pub fn count_open_reports() -> One<i64> {
        "select count(*) from message_reports where act_id is null"
    }

    pub fn reported(message: MessageId) -> Vec<Reported> {
        "select r.message_id, r.reason, r.words, r.at, r.person_id as by_id, b.name as by_name,
                m.person_id as writer_id, w.name as writer_name, m.html, m.locale
         from message_reports r join direct_messages m on m.id = r.message_id
         join persons b on b.id = r.person_id join persons w on w.id = m.person_id
         where r.act_id is null and r.message_id = $1 order by r.at, r.id"
    }

    pub fn settle_reports(message: MessageId, act: i64) -> Changed {
        "update message_reports set act_id = $2 where message_id = $1 and act_id is null"
    }

    pub fn forget_readings(person: PersonId) -> Changed {
        "delete from message_readings where person_id = $1"
    }

    pub fn forget_blocks(person: PersonId) -> Changed {
        "delete from message_blocks where person_id = $1"
    }

    pub fn forget_words_of_reports(person: PersonId) -> Changed {
        "update message_reports set words = '' where person_id = $1"
    }

    pub fn forget_texts(person: PersonId, body: &str, html: &str) -> Changed {
        "update direct_messages set body = $2, html = $3 where person_id = $1"
    }

    pub fn forget_old_reports(before: Timestamp) -> Changed {
        "delete from message_reports where message_id in (select id from direct_messages where at < $1)"
    }

    pub fn forget_old(before: Timestamp) -> Changed {
        "delete from direct_messages where at < $1"
    }
}
