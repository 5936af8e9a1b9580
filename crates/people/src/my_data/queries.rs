//! What is asked of archives, and changed around somebody who leaves.

use db::{Changed, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId};

db::id! {
    ExportId,
}

db::row! {
    /// An archive, being made or ready.
    #[derive(Debug, Clone)]
    pub struct Export {
        pub id: ExportId,
        pub person_id: PersonId,
        pub locale: String,
        pub asked_at: Timestamp,
        pub kinds: i64,
        pub written: i64,
        pub entries: i64,
        pub ready_at: Option<Timestamp>,
        pub bytes: Option<i64>,
        pub file: String,
    }
}

db::row! {
    /// A group that has nobody else who speaks for it.
    #[derive(Debug, Clone)]
    pub struct Alone {
        pub id: GroupId,
        pub name: String,
    }
}

macro_rules! exports {
    ($rest:literal) => {
        concat!(
            "select id, person_id, locale, asked_at, kinds, written, entries, ready_at, bytes,
                    coalesce(file, '') as file from exports ",
            $rest
        )
    };
}

db::query! {
    pub fn insert(person: PersonId, locale: &str, now: Timestamp, kinds: i64, file: &str) -> One<ExportId> {
        "insert into exports (person_id, locale, asked_at, kinds, file) values ($1, $2, $3, $4, $5) returning id"
    }

    pub fn by_id(id: ExportId) -> Option<Export> {
        exports!("where id = $1")
    }

    pub fn of_person(person: PersonId) -> Vec<Export> {
        exports!("where person_id = $1 order by id desc")
    }

    /// How many of a person's archives are still being made.
    pub fn under_way(person: PersonId) -> One<i64> {
        "select count(*) from exports where person_id = $1 and ready_at is null"
    }

    pub fn progress(id: ExportId, written: i64, entries: i64) -> Changed {
        "update exports set written = $2, entries = $3 where id = $1"
    }

    pub fn ready(id: ExportId, bytes: i64, now: Timestamp) -> Changed {
        "update exports set ready_at = $3, bytes = $2, written = kinds where id = $1 and ready_at is null"
    }

    pub fn sweep(before: Timestamp) -> Changed {
        "delete from exports where ready_at < $1 or asked_at < $1"
    }

    pub fn forget(person: PersonId) -> Changed {
        "delete from exports where person_id = $1"
    }

    /// The names of all files that somebody may still fetch.
    pub fn files() -> Vec<String> {
        "select file from exports where file is not null"
    }

    /// The groups for which this person alone speaks.
    pub fn alone_for(person: PersonId) -> Vec<Alone> {
        "select g.id, g.name from memberships m join groups g on g.id = m.group_id
         where m.person_id = $1 and m.role = 'representative'
           and not exists (select 1 from memberships o join persons p on p.id = o.person_id
                           where o.group_id = g.id and o.person_id <> $1 and o.role = 'representative'
                             and p.left_at is null)
         order by g.name_folded, g.id"
    }

    pub fn forget_pauses(person: PersonId) -> Changed {
        "delete from pauses where person_id = $1"
    }

    pub fn forget_links(person: PersonId, email: &str) -> Changed {
        "delete from sign_in_links where person_id = $1 or email = $2"
    }

    /// Whom they asked is asked by nobody any more.
    pub fn withdraw_invitations(person: PersonId, now: Timestamp) -> Changed {
        "update invitations set withdrawn_at = coalesce(withdrawn_at, $2), note = '', remark = ''
         where invited_by = $1"
    }

    /// They were asked once: that stays, without their address.
    pub fn forget_invitations(email: &str, now: Timestamp) -> Changed {
        "update invitations set withdrawn_at = coalesce(withdrawn_at, $2), email = null, name = '', note = '',
                remark = '', decline_reason = ''
         where email = $1"
    }

    pub fn forget_limits(key: &str) -> Changed {
        "delete from limits where key = $1"
    }

    /// Letters that wait, or could not be sent, and are to them or speak of them.
    pub fn forget_letters(email: &str, name: &str) -> Changed {
        "delete from jobs where kind in ('mail', 'mail.unsent')
           and (payload ->> 'to' = $1 or payload ->> 'text' like '%' || $1 || '%'
                or payload ->> 'text' like '%' || $2 || '%' or payload ->> 'subject' like '%' || $2 || '%')"
    }
}
