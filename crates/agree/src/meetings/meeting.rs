//! What a meeting is.

use super::MeetingId;
use forum::threads::language;
use jiff::Timestamp;
use kit::{Form, GroupId, Markup, PersonId, Problem, Side, Voice, markdown};
use people::{Member, Visitor};

db::row! {
    #[derive(Debug, Clone)]
    pub struct Meeting {
        pub id: MeetingId,
        pub title: String,
        pub place: String,
        pub starts_at: Timestamp,
        pub body: String,
        pub locale: String,
        pub person_id: PersonId,
        pub group_id: Option<GroupId>,
        /// Who called it: the group, or the person.
        pub by_name: String,
        pub side: Side,
        pub cancelled_at: Option<Timestamp>,
        /// How often it was changed.
        pub changes: i64,
    }
}

impl MeetingId {
    pub fn path(self) -> String {
        format!("/meetings/{self}")
    }
}

impl Meeting {
    pub fn path(&self) -> String {
        self.id.path()
    }

    pub fn is_cancelled(&self) -> bool {
        self.cancelled_at.is_some()
    }

    pub fn html(&self) -> Markup {
        markdown::render(&self.body)
    }

    /// In which voice somebody may change it or call it off before it begins: whoever called it, and guides.
    pub fn voice_of(&self, visitor: &Visitor) -> Option<Voice> {
        let member = Member::of(visitor).filter(|_| self.starts_at > visitor.now)?;
        let is_its =
            |v: &&Voice| v.group == self.group_id && (v.group.is_some() || v.person == self.person_id);
        let own = member.voices().iter().find(is_its);
        own.or_else(|| member.is_guide().then(|| member.own_voice())).cloned()
    }
}

#[derive(Debug, Clone)]
pub struct NewMeeting {
    pub title: String,
    pub place: String,
    pub starts_at: Timestamp,
    pub body: String,
    pub locale: String,
    /// What makes a form that is sent twice one meeting.
    pub key: Option<String>,
}

impl NewMeeting {
    /// The time in the form is the community's; it must be still to come.
    pub(super) fn parse(form: &mut Form, member: &Member) -> Option<NewMeeting> {
        let starts = starts(form, member);
        if starts.is_some_and(|at| at <= member.now) {
            form.add("starts", Problem::new("meetings-in-the-past"));
        }
        let new = NewMeeting {
            title: form.line("title", 3..=120),
            place: form.line("place", 2..=160),
            starts_at: starts.unwrap_or(member.now),
            body: form.text("body", 0..=4_000),
            locale: language::chosen(form, member).into(),
            key: member.form_key(form),
        };
        form.is_valid().then_some(new)
    }
}

/// The moment that the form names; no calendar goes on for ever.
fn starts(form: &mut Form, member: &Member) -> Option<Timestamp> {
    let typed = form.day_and_time("starts")?;
    let starts = member.chrome(kit::Section::None).zone.to_timestamp(typed).ok();
    if starts.is_none() {
        form.add("starts", Problem::new("kit-form-not-a-time"));
    }
    starts
}
