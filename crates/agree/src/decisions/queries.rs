//! What is asked of decisions and ballots.

use super::ballots::Ballot;
use super::count::Line;
use super::{Choice, Decision, DecisionId, Outcome};
use db::{Changed, Conn, Engine, One};
use jiff::Timestamp;
use kit::{GroupId, PersonId, SectorId, Side, Voice};

db::row! {
    /// A decision in a list.
    #[derive(Debug, Clone)]
    pub struct Listed {
        pub id: DecisionId,
        pub question: String,
        pub locale: String,
        pub opened_at: Timestamp,
        pub closes_at: Timestamp,
        pub outcome: Option<Outcome>,
    }
}

db::row! {
    /// Why somebody voted as they did. Nothing else of the ballot is told with it but its side.
    #[derive(Debug, Clone)]
    pub struct Reason {
        pub side: Side,
        pub reason: String,
        pub locale: String,
    }
}

db::row! {
    /// A ballot as it is published.
    #[derive(Debug, Clone)]
    pub struct Bare {
        pub receipt: String,
        pub side: Side,
        pub sector_id: Option<SectorId>,
        pub choice: Choice,
    }
}

db::row! {
    /// An open decision with one ballot of whoever asks, or none: a row for each of their ballots.
    #[derive(Debug, Clone)]
    pub struct OpenRow {
        pub id: DecisionId,
        pub question: String,
        pub locale: String,
        pub electors_until: Timestamp,
        pub closes_at: Timestamp,
        pub organisations: i64,
        pub citizens: i64,
        pub organisations_cast: i64,
        pub citizens_cast: i64,
        pub voice: Option<String>,
    }
}

/// So many voices are asked for in one statement; few people have more.
const VOICES: usize = 8;

/// The ballots of these voices.
pub fn ballots_of(c: &mut Conn, id: DecisionId, voices: &[Voice]) -> db::Result<Vec<Ballot>> {
    let mut found = Vec::new();
    for [a, b, d, e, f, g, h, i] in keys(voices) {
        found.extend(ballots_of_eight(c, id, &a, &b, &d, &e, &f, &g, &h, &i)?);
    }
    Ok(found)
}

/// The open decisions, each with the ballots of these voices, and with how many have voted where that is asked for.
/// One statement, but for somebody who speaks for very many groups.
pub fn open_with_ballots(
    c: &mut Conn,
    voices: &[Voice],
    counted: bool,
    now: Timestamp,
) -> db::Result<Vec<OpenRow>> {
    let mut found = Vec::new();
    let none = [const { String::new() }; VOICES];
    let keys = keys(voices).chain(voices.is_empty().then_some(none));
    for [a, b, d, e, f, g, h, i] in keys {
        found.extend(open_with_ballots_of_eight(c, now, counted, &a, &b, &d, &e, &f, &g, &h, &i)?);
    }
    Ok(found)
}

fn keys(voices: &[Voice]) -> impl Iterator<Item = [String; VOICES]> {
    voices
        .chunks(VOICES)
        .map(|some| std::array::from_fn(|n| some.get(n).map_or_else(String::new, Voice::key)))
}

/// The decision, held until the end of this transaction: it can't be closed in between. On SQLite
/// there is but one writer.
pub fn hold(c: &mut Conn, id: DecisionId) -> db::Result<Option<Decision>> {
    match c.engine() {
        Engine::Sqlite => by_id(c, id),
        Engine::Postgres => by_id_shared(c, id),
    }
}

db::query! {
    pub fn insert(kind: &str, subject_kind: &str, subject_id: i64, question: &str, body: &str, html: &str, locale: &str, ends_focus: Option<i64>, by: PersonId, group: Option<GroupId>, now: Timestamp, electors_until: Timestamp, closes_at: Timestamp, organisations: i64, citizens: i64) -> One<DecisionId> {
        "insert into decisions (kind, subject_kind, subject_id, question, body, html, locale, rule, ends_focus_id,
                                opened_by, group_id, opened_at, electors_until, closes_at, organisations, citizens)
         values ($1, $2, $3, $4, $5, $6, $7, 'two_sides', $8, $9, $10, $11, $12, $13, $14, $15) returning id"
    }

    pub fn by_id(id: DecisionId) -> Option<Decision> {
        "select id, kind, subject_kind, subject_id, question, html, locale, ends_focus_id, opened_by, group_id,
                opened_at, electors_until, closes_at, organisations, citizens, closed_at, outcome,
                cast(count as text) as count
         from decisions where id = $1"
    }

    #[only(postgres)]
    fn by_id_shared(id: DecisionId) -> Option<Decision> {
        "select id, kind, subject_kind, subject_id, question, html, locale, ends_focus_id, opened_by, group_id,
                opened_at, electors_until, closes_at, organisations, citizens, closed_at, outcome,
                cast(count as text) as count
         from decisions where id = $1 for share"
    }

    /// The decision that is open about a thing, its time over or not.
    pub fn open_of_subject(kind: &str, id: i64) -> Option<Decision> {
        "select id, kind, subject_kind, subject_id, question, html, locale, ends_focus_id, opened_by, group_id,
                opened_at, electors_until, closes_at, organisations, citizens, closed_at, outcome,
                cast(count as text) as count
         from decisions where subject_kind = $1 and subject_id = $2 and closed_at is null"
    }

    /// The newest decision about a thing.
    pub fn latest_of_subject(kind: &str, id: i64) -> Option<Decision> {
        "select id, kind, subject_kind, subject_id, question, html, locale, ends_focus_id, opened_by, group_id,
                opened_at, electors_until, closes_at, organisations, citizens, closed_at, outcome,
                cast(count as text) as count
         from decisions where subject_kind = $1 and subject_id = $2 order by id desc limit 1"
    }

    /// The open ones of a kind: `(subject, decision)`.
    pub fn open_of_kind(kind: &str) -> Vec<(i64, DecisionId)> {
        "select subject_id, id from decisions where kind = $1 and closed_at is null order by closes_at, id limit 200"
    }

    /// Those one can vote in, the next to close first.
    pub fn open_at(now: Timestamp) -> Vec<Listed> {
        "select id, question, locale, opened_at, closes_at, outcome from decisions
         where closed_at is null and closes_at > $1 order by closes_at, id limit 50"
    }

    /// The closed ones older than this, newest first.
    pub fn closed_before(before: DecisionId, limit: i64) -> Vec<Listed> {
        "select id, question, locale, opened_at, closes_at, outcome from decisions
         where closed_at is not null and id < $1 order by id desc limit $2"
    }

    /// Those whose time is over and that nobody has counted yet.
    pub fn due(now: Timestamp, limit: i64) -> Vec<DecisionId> {
        "select id from decisions where closed_at is null and closes_at <= $1 order by closes_at, id limit $2"
    }

    /// Ends the voting; 0 where that was done, or its time is not over.
    pub fn end(id: DecisionId, now: Timestamp) -> Changed {
        "update decisions set closed_at = $2 where id = $1 and closed_at is null and closes_at <= $2"
    }

    /// How many voices each side had, where newcomers could vote too.
    pub fn set_electors(id: DecisionId, organisations: i64, citizens: i64) -> Changed {
        "update decisions set organisations = $2, citizens = $3 where id = $1"
    }

    pub fn publish(id: DecisionId, outcome: Outcome, count: &str) -> Changed {
        "update decisions set outcome = $2, count = $3 where id = $1"
    }

    /// The receipt stays with the voice, however often it changes its ballot.
    pub fn put_ballot(id: DecisionId, voice: &str, person: PersonId, group: Option<GroupId>, side: Side, sector: Option<SectorId>, choice: Choice, reason: &str, locale: &str, receipt: &str, now: Timestamp) -> One<String> {
        "insert into ballots (decision_id, voice, person_id, group_id, side, sector_id, choice, reason, locale, receipt, cast_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (decision_id, voice) do update
         set person_id = excluded.person_id, side = excluded.side, sector_id = excluded.sector_id,
             choice = excluded.choice, reason = excluded.reason, locale = excluded.locale,
             cast_at = excluded.cast_at
         returning receipt"
    }

    fn ballots_of_eight(id: DecisionId, a: &str, b: &str, d: &str, e: &str, f: &str, g: &str, h: &str, i: &str) -> Vec<Ballot> {
        "select voice, choice, reason, receipt from ballots
         where decision_id = $1 and voice in ($2, $3, $4, $5, $6, $7, $8, $9)"
    }

    fn open_with_ballots_of_eight(now: Timestamp, counted: bool, a: &str, b: &str, d: &str, e: &str, f: &str, g: &str, h: &str, i: &str) -> Vec<OpenRow> {
        "select d.id, d.question, d.locale, d.electors_until, d.closes_at, d.organisations, d.citizens,
                case when $2 then (select count(*) from ballots v where v.decision_id = d.id and v.side = 'organisations')
                     else 0 end as organisations_cast,
                case when $2 then (select count(*) from ballots v where v.decision_id = d.id and v.side = 'citizens')
                     else 0 end as citizens_cast,
                b.voice
         from decisions d
         left join ballots b on b.decision_id = d.id and b.voice in ($3, $4, $5, $6, $7, $8, $9, $10)
         where d.closed_at is null and d.closes_at > $1 order by d.closes_at, d.id limit 100"
    }

    /// How many voices of each side have voted; not what.
    pub fn turnout(id: DecisionId) -> Vec<(Side, i64)> {
        "select side, count(*) from ballots where decision_id = $1 group by side"
    }

    /// Only for counting, once the voting has ended.
    pub fn ballots_by_sector(id: DecisionId) -> Vec<Line> {
        "select b.side, b.sector_id, b.choice, count(*) as voices
         from decisions d join ballots b on b.decision_id = d.id
         where d.id = $1 and d.closed_at is not null group by b.side, b.sector_id, b.choice"
    }

    /// In the order of their receipts, which is that of chance.
    pub fn published_ballots(id: DecisionId) -> Vec<Bare> {
        "select b.receipt, b.side, b.sector_id, b.choice
         from decisions d join ballots b on b.decision_id = d.id
         where d.id = $1 and d.outcome is not null order by b.receipt"
    }

    pub fn ballot_by_receipt(id: DecisionId, receipt: &str) -> Option<Bare> {
        "select b.receipt, b.side, b.sector_id, b.choice
         from decisions d join ballots b on b.decision_id = d.id
         where d.id = $1 and d.outcome is not null and b.receipt = $2"
    }

    /// In alphabetical order, so that neither time nor the published ballots tell whose they are.
    pub fn reasons(id: DecisionId, limit: i64, offset: i64) -> Vec<Reason> {
        "select b.side, b.reason, b.locale from decisions d join ballots b on b.decision_id = d.id
         where d.id = $1 and d.outcome is not null and b.reason <> ''
         order by b.reason, b.side limit $2 offset $3"
    }

    pub fn count_reasons(id: DecisionId) -> One<i64> {
        "select count(*) from decisions d join ballots b on b.decision_id = d.id
         where d.id = $1 and d.outcome is not null and b.reason <> ''"
    }

    /// Who voted, for telling them how it came out.
    pub fn voters_after(id: DecisionId, after: PersonId, limit: i64) -> Vec<PersonId> {
        "select distinct person_id from ballots where decision_id = $1 and person_id > $2
         order by person_id limit $3"
    }
}
