//! `kalaka opinions`: a conversation goes in; groups, common ground and what divides come out.

mod matrix;
mod reading;
mod told;

use super::answer::Answer;
use super::{file, waiting};
use anyhow::{Result, ensure};
use clap::{Args, ValueEnum};
use opinion::{Method, Picture, Step, common_ground, divisive, hardly_voted, representative};
use reading::Read;
use serde_json::{Value, json};
use std::path::PathBuf;

#[derive(Args, Clone)]
pub struct Options {
    /// A folder with votes.csv (or participants-votes.csv) and comments.csv (or statements.csv), as Polis exports them;
    /// or one CSV file with a line for each participant and a column for each statement
    #[arg(value_name = "DIR")]
    pub place: PathBuf,
    /// By whose book
    #[arg(long, value_enum, default_value_t = By::Careful)]
    pub method: By,
    /// Leave out statements that no moderator has looked at
    #[arg(long)]
    pub strict: bool,
    /// In the votes -1 means agree, as in the raw interface of Polis; in its exports it is 1
    #[arg(long)]
    pub agree_is_minus_one: bool,
    /// Look for at most so many groups, 2 to 9
    #[arg(long, default_value_t = 5, value_name = "N")]
    pub most_groups: usize,
    /// How long the slate of statements that represents everybody is to be
    #[arg(long, default_value_t = 5, value_name = "N")]
    pub slate: usize,
    /// What chance is drawn from; the same seed gives the same map
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub seed: u64,
    /// Print JSON instead of text
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Groups are claimed only where a permutation test supports them
    Careful,
    /// The pipeline of Polis as published in 2021, for comparison
    Polis,
}

/// A conversation, mapped.
struct Mapped {
    read: Read,
    picture: Picture,
    slate: Vec<Step>,
}

pub fn run(options: &Options) -> Result<Answer> {
    let read = waiting::during("Reading the votes", || reading::read(options))?;
    ensure!(read.conversation.vote_count() > 0, "{}: nobody has voted yet", options.place.display());
    let mapped = waiting::during("Drawing the map", || mapped(read, options))?;
    match options.json {
        true => Answer::json(&mapped.json()),
        false => Ok(Answer::text(mapped.told(&file::name(&options.place)))),
    }
}

fn mapped(read: Read, options: &Options) -> Result<Mapped> {
    let settings = opinion::Options {
        method: match options.method {
            By::Careful => Method::Careful,
            By::Polis => Method::Polis2021,
        },
        is_strict: options.strict,
        most_groups: options.most_groups,
        seed: options.seed,
        ..opinion::Options::default()
    };
    let picture = opinion::draw(&read.conversation, &settings, None)?;
    let slate = opinion::slate(&read.conversation, &picture, options.slate);
    Ok(Mapped { read, picture, slate })
}

impl Mapped {
    fn json(&self) -> Value {
        let Mapped { read, picture, slate } = self;
        let statement = |place: usize| json!({ "id": read.ids[place], "text": read.texts[place] });
        let groups = picture.groups.iter().zip(&picture.standings).map(|(group, standings)| {
            let speaks = representative(standings, &picture.counted).into_iter();
            json!({
                "name": group.letter(),
                "people": group.people,
                "centre": group.centre,
                "representative": speaks
                    .map(|found| json!({ "statement": statement(found.statement), "found": found }))
                    .collect::<Vec<_>>(),
            })
        });
        let ground = common_ground(picture).into_iter();
        let divides = divisive(picture).into_iter();
        let places = picture.places.iter().zip(&read.people);
        json!({
            "people": read.conversation.participants(),
            "statements": read.conversation.statements().len(),
            "votes": read.conversation.vote_count(),
            "method": picture.method,
            "verdict": picture.verdict,
            "stability": picture.stability,
            "tried": picture.tried,
            "variance_shares": picture.axes.variance_shares,
            "groups": groups.collect::<Vec<_>>(),
            "common_ground": ground
                .map(|found| json!({ "statement": statement(found.statement), "is_certain": found.is_certain(), "found": found }))
                .collect::<Vec<_>>(),
            "divisive": divides
                .map(|found| json!({ "statement": statement(found.statement), "found": found }))
                .collect::<Vec<_>>(),
            "slate": slate
                .iter()
                .map(|step| json!({ "statement": statement(step.statement), "found": step }))
                .collect::<Vec<_>>(),
            "hardly_voted": hardly_voted(picture, told::FEW),
            "straight_liners": picture.straight_liners.iter()
                .map(|found| json!({ "person": read.people[found.participant], "found": found }))
                .collect::<Vec<_>>(),
            "places": places.map(|(place, person)| json!({ "person": person, "place": place })).collect::<Vec<_>>(),
        })
    }
}
