//! All that happens in the town, in the order of time.

use super::calendar::Calendar;
use super::data::Data;
use super::town::Town;
use super::{
    agenda, decisions, focuses, founding, groups, initiatives, map, needs, persons, reading, threads,
};
use anyhow::{Context, Result, bail, ensure};
use db::{Conn, jobs};
use jiff::Timestamp;

type Act = Box<dyn Fn(&mut Conn, &mut Town, Timestamp) -> Result<()> + Send + Sync>;

/// Where something is told, for faults: the file, and the key in it.
pub type Place = (&'static str, &'static str);

struct Happening {
    at: Timestamp,
    place: Place,
    act: Act,
}

pub struct Story {
    pub calendar: Calendar,
    happenings: Vec<Happening>,
}

impl Story {
    /// The story that the files tell.
    pub fn told(data: &'static Data, calendar: Calendar) -> Result<Story> {
        let mut story = Story { calendar, happenings: Vec::new() };
        founding::tell(&mut story, data)?;
        groups::tell(&mut story, &data.groups, &data.town.sign_in)?;
        persons::tell(&mut story, data)?;
        agenda::tell(&mut story, &data.agenda)?;
        needs::tell(&mut story, &data.needs, &data.town.sign_in)?;
        focuses::tell(&mut story, &data.focuses)?;
        decisions::tell(&mut story, &data.decisions)?;
        initiatives::tell(&mut story, &data.initiatives)?;
        threads::tell(&mut story, &data.threads)?;
        map::tell(&mut story, data)?;
        reading::tell(&mut story, data)?;
        // What happens in the same minute happens in the order in which it was told.
        story.happenings.sort_by_key(|happening| happening.at);
        Ok(story)
    }

    /// Adds something that happened. Nothing of the future has.
    pub fn at<F>(&mut self, at: Timestamp, place: Place, act: F) -> Result<()>
    where
        F: Fn(&mut Conn, &mut Town, Timestamp) -> Result<()> + Send + Sync + 'static,
    {
        let (file, key) = place;
        ensure!(at <= self.calendar.now, "{file}: {key}: that is still to come");
        self.happenings.push(Happening { at, place, act: Box::new(act) });
        Ok(())
    }

    /// Lets all of it happen.
    pub fn replay(&self, c: &mut Conn, progress: &dyn Fn(usize, usize)) -> Result<()> {
        let mut town = Town::new();
        for (done, Happening { at, place: (file, key), act }) in self.happenings.iter().enumerate() {
            act(c, &mut town, *at).with_context(|| format!("{file}: {key}"))?;
            progress(done + 1, self.happenings.len());
        }
        work(c, self.calendar.now)
    }
}

/// Does the jobs that are due, as the worker would have: closes what is to be closed, tells those concerned. What its
/// links lead to is nowhere, so nobody asks there.
pub fn work(c: &mut Conn, now: Timestamp) -> Result<()> {
    while let Some(job) = jobs::claim(c, now)? {
        if job.kind == forum::previews::JOB {
            jobs::complete(c, job.id)?;
            continue;
        }
        let Some((_, run)) = crate::house::jobs().into_iter().find(|(kind, _)| *kind == job.kind) else {
            bail!("nobody does a job of the kind {:?}", job.kind)
        };
        run(c, &serde_json::from_str(&job.payload)?, now)?;
        jobs::complete(c, job.id)?;
    }
    Ok(())
}
