//! Ours on made-up inputs, then ten and a hundred times as large: what memory they take.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;

use super::ours::{Built, Work};
use crate::house;

/// So many times the smallest input.
const TIMES: [u64; 3] = [1, 10, 100];

/// A kind of input at each size.
pub struct Grown {
    pub what: &'static str,
    pub sizes: Vec<Size>,
}

pub struct Size {
    pub times: u64,
    /// Of the file, in bytes.
    pub bytes: u64,
    /// The most memory held, in kB.
    pub peak: u64,
}

pub fn measured(built: &Built, folder: &Path) -> Result<Vec<Grown>> {
    let folder = house::target().join(folder);
    fs::create_dir_all(&folder)?;
    let budget = |times| {
        let path = folder.join("budget.pb");
        fs::write(&path, budget(5_000 * times))?;
        Ok((Work::Budget(path.clone(), "shares"), fs::metadata(&path)?.len()))
    };
    let rankings = |times| {
        let path = folder.join("rankings.blt");
        fs::write(&path, rankings(5_000 * times))?;
        Ok((Work::Ranked(path.clone(), "stv_scottish"), fs::metadata(&path)?.len()))
    };
    let votes = |times| {
        let path = folder.join("votes.csv");
        fs::write(&path, votes(1_000 * times))?;
        Ok((Work::Opinion(path.clone(), ""), fs::metadata(&path)?.len()))
    };
    let pool = |times| {
        let path = folder.join("pools");
        let bytes = pool(&path.join("made_up"), 500 * times)?;
        Ok((Work::Sortition(path, String::new()), bytes))
    };
    Ok(vec![
        grown(built, "Equal Shares: ballots on 100 projects", budget)?,
        grown(built, "Scottish STV: rankings of 12", rankings)?,
        grown(built, "opinion map and a thousand votes more: people on 100 statements", votes)?,
        grown(built, "LEXIMIN, maximin, Goldilocks: people in a pool", pool)?,
    ])
}

fn grown(built: &Built, what: &'static str, made: impl Fn(u64) -> Result<(Work, u64)>) -> Result<Grown> {
    let mut sizes = Vec::new();
    for times in TIMES {
        println!("{what}, {times} × …");
        let (work, bytes) = made(times)?;
        sizes.push(Size { times, bytes, peak: built.peak(&work)? });
    }
    Ok(Grown { what, sizes })
}

/// Numbers that look like chance and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    /// So many different numbers from 1 on, in an order by chance.
    fn some(&mut self, many: usize, of: u64) -> Vec<u64> {
        let mut all: Vec<u64> = (1..=of).collect();
        let swaps = 0..many;
        swaps.for_each(|at| all.swap(at, at + self.below(of - at as u64) as usize));
        all.truncate(many);
        all
    }
}

fn budget(ballots: u64) -> String {
    let mut text =
        format!("META\nkey;value\nbudget;{}\nvote_type;approval\nPROJECTS\nproject_id;cost\n", ballots * 20);
    let mut chance = Numbers(1);
    (1..=100).for_each(|project| {
        let cost = ballots * (1 + chance.below(4));
        _ = writeln!(text, "{project};{cost}");
    });
    text.push_str("VOTES\nvoter_id;vote\n");
    for voter in 1..=ballots {
        let named: Vec<String> = chance.some(8, 100).iter().map(u64::to_string).collect();
        _ = writeln!(text, "{voter};{}", named.join(","));
    }
    text
}

fn rankings(ballots: u64) -> String {
    let mut text = "12 4\n".to_owned();
    let mut chance = Numbers(2);
    for _ in 0..ballots {
        let ranked: Vec<String> = chance.some(10, 12).iter().map(u64::to_string).collect();
        _ = writeln!(text, "1 {} 0", ranked.join(" "));
    }
    text.push_str("0\n");
    (1..=12).for_each(|candidate| _ = writeln!(text, "\"{candidate}\""));
    text.push_str("\"Made up\"\n");
    text
}

fn votes(people: u64) -> String {
    let mut text = "participant,statement,vote\n".to_owned();
    let mut chance = Numbers(3);
    for person in 0..people {
        for statement in chance.some(20, 100) {
            let leans = (statement * 7 + (person % 3) * statement) % 3;
            let vote = if chance.below(10) < 6 { leans } else { chance.below(3) };
            _ = writeln!(text, "{person},{},{}", statement - 1, [-1, 0, 1][vote as usize]);
        }
    }
    text
}

/// Writes a pool and its quotas; how many bytes that is.
fn pool(folder: &Path, people: u64) -> Result<u64> {
    fs::create_dir_all(folder)?;
    let mut text = "id,sex,age,district\n".to_owned();
    let mut chance = Numbers(4);
    for person in 0..people {
        let (sex, age, district) = (chance.below(2), chance.below(4), chance.below(5));
        _ = writeln!(text, "p{person},s{sex},a{age},d{district}");
    }
    let quotas = "category,feature,min,max\nsex,s0,18,22\nsex,s1,18,22\nage,a0,5,15\nage,a1,5,15\nage,a2,5,15\n\
                  age,a3,5,15\ndistrict,d0,4,12\ndistrict,d1,4,12\ndistrict,d2,4,12\ndistrict,d3,4,12\ndistrict,d4,4,12\n";
    fs::write(folder.join("respondents.csv"), &text)?;
    fs::write(folder.join("categories.csv"), quotas)?;
    fs::write(folder.join("panel_size.txt"), "40\n")?;
    Ok((text.len() + quotas.len()) as u64)
}
