//! Each type of page, as a guest sees it and as a member does.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::{Context, Result};

use super::load::{self, Rate, Wait};
use super::server::{Server, cookie};
use super::town::Town;

/// How a browser says what it can unpack.
pub const BROWSER: &str = "gzip, deflate, br, zstd";

#[derive(Debug)]
pub struct Page {
    pub name: &'static str,
    pub path: String,
    pub member: bool,
    pub rate: Rate,
    /// The same, packed as a browser asks for it.
    pub packed_rate: Rate,
    pub wait: Wait,
    pub bytes: usize,
    pub packed_bytes: usize,
    pub statements: f64,
    /// Its CPU, as a multiple of that of as many constant bytes.
    pub ratio: f64,
    pub packed_ratio: f64,
}

impl Page {
    pub fn title(&self) -> String {
        format!("{}, {}", self.name, if self.member { "member" } else { "guest" })
    }
}

/// The types of pages, and where each is in the town.
pub fn looked_at(town: &Town) -> Result<Vec<(&'static str, String)>> {
    Ok(vec![
        ("thread", town.path("thread")?),
        ("long thread", town.path("longest")?),
        ("home", "/".into()),
        ("directory", "/groups".into()),
        ("group", "/groups/1".into()),
        ("map", "/groups/map".into()),
        ("threads", "/threads".into()),
        ("needs", "/needs".into()),
        ("focuses", "/focuses".into()),
        ("initiatives", "/initiatives".into()),
        ("agenda", "/agenda".into()),
        ("charter", "/charter".into()),
        ("activity", "/activity".into()),
        ("decision", town.path("decision")?),
        ("initiative", town.path("initiative")?),
        ("search", town.path("search")?),
        ("narrowed search", town.path("narrowed")?),
    ])
}

pub fn measure(server: &Server, town: &Town, turn: Duration) -> Result<Vec<Page>> {
    let session = town.list("sessions").into_iter().next().context("nobody is signed in")?;
    let mut measured = Vec::new();
    let mut constants = HashMap::new();
    for (name, path) in looked_at(town)? {
        for session in [None, Some(session.as_str())] {
            println!("{path} {}", if session.is_some() { "as a member" } else { "as a guest" });
            measured.push(page(server, (name, &path), session, turn, &mut constants)?);
        }
    }
    Ok(measured)
}

pub fn page(
    server: &Server,
    (name, path): (&'static str, &str),
    session: Option<&str>,
    turn: Duration,
    constants: &mut HashMap<usize, f64>,
) -> Result<Page> {
    let plain = server.get(path, session, "")?;
    let packed = server.get(path, session, BROWSER)?;
    let mut headers: Vec<String> = session.iter().map(|s| format!("Cookie: {}", cookie(s))).collect();
    let rate = load::closed(server, path, &headers, turn)?;
    let wait = load::open(server, path, &headers, turn)?;
    headers.push(format!("Accept-Encoding: {BROWSER}"));
    let packed_rate = load::closed(server, path, &headers, turn)?;
    // To the kilobyte, so that pages of about one size share one comparison.
    let size = plain.len().div_ceil(1024) * 1024;
    let constant = match constants.get(&size) {
        Some(constant) => *constant,
        None => load::closed(server, &format!("/measure/constant/{size}"), &[], turn)?.cpu,
    };
    constants.insert(size, constant);
    Ok(Page {
        name,
        path: path.to_owned(),
        member: session.is_some(),
        rate,
        packed_rate,
        wait,
        bytes: plain.len(),
        packed_bytes: packed.len(),
        statements: server.statements(path, session)?,
        ratio: rate.cpu / constant,
        packed_ratio: packed_rate.cpu / constant,
    })
}
