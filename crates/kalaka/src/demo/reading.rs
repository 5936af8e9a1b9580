//! Who has read what. Everybody looked in some days ago and read where they talk; so those who sign in find
//! something new, and not a year of it.

use super::calendar::Calendar;
use super::data::Data;
use super::story::Story;
use super::threads::ThreadRecord;
use anyhow::Result;
use forum::readings;
use jiff::Timestamp;
use people::notices;

const FILE: &str = "people.toml";

pub fn tell(story: &mut Story, data: &'static Data) -> Result<()> {
    let keys = &data.town.sign_in;
    // When those looked in who sign in, and that they read everything.
    let known = [(&keys.guide, -1, 12), (&keys.representative, -3, 19), (&keys.citizen, -2, 9)];
    for (nth, person) in data.people.iter().enumerate() {
        let found = known.iter().find(|(key, ..)| **key == person.key);
        let (days, hour) =
            found.map_or((-2 - nth as i64 % 6, 8 + (nth % 12) as i8), |(_, days, hour)| (*days, *hour));
        let (at, everything) = (story.calendar.at_time(days, hour, 0)?, found.is_some());
        if story.calendar.at(person.joined)? > at {
            continue;
        }
        let own =
            |thread: &ThreadRecord| everything || thread.posts.iter().any(|p| p.voice.person == person.key);
        let mut read = Vec::new();
        for (_, thread) in data.threads.iter().filter(|(_, thread)| own(thread)) {
            read.push((thread.key.as_str(), posts_before(thread, &story.calendar, at)?));
        }
        story.at(at, (FILE, &person.key), move |c, town, now| {
            let id = town.people.of(&person.key)?;
            for (thread, posts) in read.iter().filter(|(_, posts)| *posts > 0) {
                readings::mark(c, id, town.threads.of(thread)?, *posts)?;
            }
            notices::read_all(c, id, now)?;
            Ok(())
        })?;
    }
    Ok(())
}

fn posts_before(thread: &ThreadRecord, calendar: &Calendar, at: Timestamp) -> Result<i64> {
    let times: Vec<Timestamp> =
        thread.posts.iter().map(|post| calendar.at(post.at)).collect::<Result<_>>()?;
    Ok(times.into_iter().filter(|time| *time <= at).count() as i64)
}
