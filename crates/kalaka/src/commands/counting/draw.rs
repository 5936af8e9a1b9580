//! `kalaka draw`: a panel by lot, with everybody's chance, the quotas it meets and who can stand in.

mod told;

use super::answer::Answer;
use super::{file, waiting};
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use serde_json::json;
use sortition::{
    Alternates, Chances, Fault, Household, Instance, Lottery, Person, Pool, Quotas, Rule, reading,
};
use std::path::PathBuf;

#[derive(Args, Clone)]
pub struct Options {
    /// Who may be drawn: a line each, with the columns id and one for each category (.csv)
    pub pool: PathBuf,
    /// What the panel must look like: the columns category, feature, min, max (.csv)
    pub quotas: PathBuf,
    /// How many are to be drawn
    #[arg(long, value_name = "N")]
    pub size: u32,
    /// How chances are shared out where quotas make them unequal
    #[arg(long, value_enum, default_value_t = Fairness::Leximin)]
    pub rule: Fairness,
    /// What the lot is drawn from [default: a new one, which is printed]
    #[arg(long, value_name = "TEXT")]
    pub seed: Option<String>,
    /// Draw in two steps: so many panels of equal chance, numbered balls, then one of these
    #[arg(long, value_name = "M")]
    pub panels: Option<u32>,
    /// With --panels: the public text that names the ball, like the numbers of a lottery [default: the seed]
    #[arg(long, value_name = "TEXT", requires = "panels")]
    pub public: Option<String>,
    /// The pool's column that says who lives together: no more than one of a household is drawn
    #[arg(long, value_name = "COLUMN")]
    pub household: Option<String>,
    /// Name so many people who can stand in if somebody of the panel can't come
    #[arg(long, value_name = "K", default_value_t = 0)]
    pub alternates: usize,
    /// Print JSON instead of text
    #[arg(long)]
    pub json: bool,
}

/// The rules of sortition by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Fairness {
    /// The least chance as great as possible, then the second least, and so on
    Leximin,
    /// The least chance as great as possible
    Maximin,
    /// No chance too small and none too great
    Goldilocks,
}

impl Fairness {
    fn rule(self) -> Rule {
        match self {
            Fairness::Leximin => Rule::Leximin,
            Fairness::Maximin => Rule::Maximin,
            Fairness::Goldilocks => Rule::Goldilocks { gamma: 1.0 },
        }
    }
}

/// A draw that was made.
struct Drawn<'d> {
    pool: &'d Pool,
    quotas: &'d Quotas,
    chances: &'d Chances<'d>,
    seed: &'d str,
    /// The panels of equal chance, and which ball was drawn.
    lottery: Option<(Lottery, usize)>,
    panel: Vec<usize>,
    alternates: Option<Alternates>,
}

pub fn run(options: &Options) -> Result<Answer> {
    let pool = in_file(&options.pool, reading::pool)?;
    let quotas = in_file(&options.quotas, reading::quotas)?;
    let (pool, household) = match &options.household {
        None => (pool, Household::Any),
        Some(column) => (by_household(&pool, column)?, Household::One),
    };
    let instance = Instance::of(&pool, &quotas, options.size, household)?;
    let chances = waiting::during("Looking for fair chances", || instance.chances(options.rule.rule()))?;
    let seed = options.seed.clone().unwrap_or_else(|| kit::token::number().to_string());
    let drawn = drawn(&pool, &quotas, &chances, &seed, options)?;
    match options.json {
        true => Answer::json(&drawn.json(options)),
        false => Ok(Answer::text(drawn.told(options))),
    }
}

fn in_file<T>(path: &std::path::Path, read: impl Fn(&[u8]) -> Result<T, Fault>) -> Result<T> {
    read(&file::bytes(path)?).with_context(|| path.display().to_string())
}

/// The pool, with a column of another name read as the household.
fn by_household(pool: &Pool, column: &str) -> Result<Pool> {
    let place = pool.categories().iter().position(|category| category.eq_ignore_ascii_case(column));
    let Some(place) = place else {
        if column.eq_ignore_ascii_case("household") && pool.people().iter().any(|p| p.household.is_some()) {
            return Ok(pool.clone());
        }
        bail!("the pool has no column “{column}”; it has {}", pool.categories().join(", "));
    };
    let without = |list: &[String]| -> Vec<String> {
        list.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, text)| text.clone()).collect()
    };
    let person = |person: &Person| Person {
        id: person.id.clone(),
        household: Some(person.features[place].clone()).filter(|home| !home.is_empty()),
        features: without(&person.features),
    };
    Ok(Pool::of(without(pool.categories()), pool.people().iter().map(person).collect())?)
}

fn drawn<'d>(
    pool: &'d Pool,
    quotas: &'d Quotas,
    chances: &'d Chances<'d>,
    seed: &'d str,
    options: &Options,
) -> Result<Drawn<'d>> {
    let lottery = options.panels.map(|panels| chances.lottery(panels, seed)).transpose()?;
    let lottery = lottery.map(|lottery| {
        let ball = lottery.ball(options.public.as_deref().unwrap_or(seed));
        (lottery, ball)
    });
    let panel = match &lottery {
        Some((lottery, ball)) => lottery.panel(*ball)?.to_vec(),
        None => chances.draw(seed),
    };
    let asked = options.alternates;
    let alternates = (asked > 0).then(|| chances.instance().alternates(&panel, asked, seed)).transpose()?;
    Ok(Drawn { pool, quotas, chances, seed, lottery, panel, alternates })
}

impl Drawn<'_> {
    fn json(&self, options: &Options) -> serde_json::Value {
        let id = |person: &usize| self.pool.people()[*person].id.clone();
        let ids = |people: &[usize]| people.iter().map(id).collect::<Vec<_>>();
        let chances = self.pool.people().iter().zip(&self.chances.people);
        json!({
            "rule": self.chances.rule,
            "size": options.size,
            "seed": self.seed,
            "panel": ids(&self.panel),
            "quotas": self.quota_rows().iter().map(|(quota, pool, panel)| json!({
                "category": quota.category, "feature": quota.feature, "min": quota.min, "max": quota.max,
                "pool": pool, "panel": panel,
            })).collect::<Vec<_>>(),
            "chances": chances.map(|(person, chance)| json!({ "id": person.id, "chance": chance }))
                .collect::<Vec<_>>(),
            "least": self.chances.least(),
            "greatest": self.chances.greatest(),
            "never": ids(&self.chances.never),
            "lottery": self.lottery.as_ref().map(|(lottery, ball)| json!({
                "ball": ball,
                "panels": lottery.panels.iter().map(|panel| ids(panel)).collect::<Vec<_>>(),
                "greatest_deviation": lottery.greatest_deviation(),
                "fingerprint": self.fingerprint(lottery),
            })),
            "alternates": self.alternates.as_ref().map(|alternates| json!({
                "people": ids(&alternates.people),
                "for": self.panel.iter().zip(&alternates.seats)
                    .map(|(person, seat)| json!({ "seat": id(person), "by": ids(seat) })).collect::<Vec<_>>(),
            })),
        })
    }

    /// Each quota with how many of it the pool and the panel have.
    fn quota_rows(&self) -> Vec<(&sortition::Quota, usize, usize)> {
        let row = |quota| {
            let everybody: Vec<usize> = (0..self.pool.people().len()).collect();
            (quota, self.having(quota, &everybody), self.having(quota, &self.panel))
        };
        self.quotas.as_slice().iter().map(row).collect()
    }

    fn having(&self, quota: &sortition::Quota, people: &[usize]) -> usize {
        let place = self.pool.categories().iter().position(|category| *category == quota.category);
        let has = |person: &&usize| {
            place.is_some_and(|place| self.pool.people()[**person].features[place] == quota.feature)
        };
        people.iter().filter(has).count()
    }

    /// Of the list of panels as it is published before the draw.
    fn fingerprint(&self, lottery: &Lottery) -> Option<String> {
        lottery.list(self.pool).ok().map(|list| sortition::fingerprint(&list))
    }
}
