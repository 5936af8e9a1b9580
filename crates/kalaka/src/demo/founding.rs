//! How the town began: the founding circle, its charter, the opening, and when it meets.

use super::calendar::Moment;
use super::data::Data;
use super::story::Story;
use super::voice::VoiceKey;
use agree::charter::{self, Draft};
use agree::community::Facts;
use agree::founding::{self, Start};
use agree::meetings::{self, NewMeeting};
use anyhow::{Context, Result};
use kit::Locale;
use people::sectors;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TownRecord {
    pub name: String,
    pub place: String,
    pub languages: Vec<String>,
    pub time_zone: String,
    pub founded: Moment,
    pub opened: Moment,
    pub sign_in: SignInKeys,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInKeys {
    pub guide: String,
    pub representative: String,
    pub citizen: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionRecord {
    number: i64,
    voice: VoiceKey,
    at: Moment,
    summary: String,
    #[expect(dead_code, reason = "for who reads the file: the summary's language")]
    locale: String,
    sections: Vec<SectionRecord>,
}

/// The charter has one text, so the town wrote it in both of its languages, one below the other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionRecord {
    title_hu: String,
    text_hu: String,
    title_en: String,
    text_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingRecord {
    key: String,
    title: String,
    locale: String,
    place: String,
    starts_at: Moment,
    voice: VoiceKey,
    called_at: Moment,
    text: String,
}

pub fn tell(story: &mut Story, data: &'static Data) -> Result<()> {
    found(story, data)?;
    for version in &data.charter {
        write(story, version)?;
    }
    open(story, data)?;
    data.meetings.iter().try_for_each(|meeting| call(story, meeting))
}

/// The first of the people founds the community, and is its first guide.
fn found(story: &mut Story, data: &'static Data) -> Result<()> {
    let (town, first) = (&data.town, data.people.first().context("people.toml: nobody is there")?);
    let languages = town
        .languages
        .iter()
        .map(|code| Locale::find(code).map(Locale::code).context("town.toml: languages"));
    let start = Start {
        facts: Facts {
            name: town.name.clone(),
            place: town.place.clone(),
            languages: languages.collect::<Result<_>>()?,
            time_zone: town.time_zone.clone(),
        },
        sectors: sectors::FIRST.iter().map(|(key, ..)| *key).collect(),
        guide: first.name.clone(),
        email: first.email.clone(),
    };
    story.at(story.calendar.at(town.founded)?, ("town.toml", "founded"), move |c, town, now| {
        let id = founding::found(c, &start, now)?;
        town.put_person(&first.key, id, &first.name)
    })
}

fn write(story: &mut Story, version: &'static VersionRecord) -> Result<()> {
    let both = |s: &SectionRecord| {
        (format!("{} · {}", s.title_hu, s.title_en), format!("{}\n\n{}", s.text_hu.trim(), s.text_en.trim()))
    };
    let draft =
        Draft { summary: version.summary.clone(), sections: version.sections.iter().map(both).collect() };
    story.at(story.calendar.at(version.at)?, ("charter.toml", "versions"), move |c, town, now| {
        let by = town.voice(c, &version.voice)?;
        charter::publish(c, &draft, version.number - 1, &by, now)?;
        Ok(())
    })
}

/// Whoever founded it opens it. What is to be ratified is put to everybody once they have come
/// (decisions.toml), since only who is here when a decision opens may vote in it.
fn open(story: &mut Story, data: &'static Data) -> Result<()> {
    let by = VoiceKey::own(&data.town.sign_in.guide);
    story.at(story.calendar.at(data.town.opened)?, ("town.toml", "opened"), move |c, town, now| {
        let by = town.voice(c, &by)?;
        Ok(founding::open_doors(c, &by, now)?)
    })
}

fn call(story: &mut Story, meeting: &'static MeetingRecord) -> Result<()> {
    let new = NewMeeting {
        title: meeting.title.clone(),
        place: meeting.place.clone(),
        starts_at: story.calendar.at(meeting.starts_at)?,
        body: meeting.text.trim().into(),
        locale: meeting.locale.clone(),
        key: None,
    };
    story.at(story.calendar.at(meeting.called_at)?, ("meetings.toml", &meeting.key), move |c, town, now| {
        let by = town.voice(c, &meeting.voice)?;
        meetings::set(c, &new, &by, now)?;
        Ok(())
    })
}
