//! Durable writes: replies on 64 connections, each acknowledged only when the disk has it.

use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use anyhow::Result;

use super::load::{self, Rate};
use super::server::{Server, cookie};
use super::town::{Town, results};

/// Each request another person, another thread, another key.
const SCRIPT: &str = r#"
local turn = 0
local run = tostring(os.time())
function request()
  turn = turn + 1
  local headers = {}
  headers["Cookie"] = cookies[turn % #cookies + 1]
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  local body = "voice=me&locale=en&body=We+meet+at+the+bridge%2C+Saturday+at+nine.+Reply+" .. turn
  return wrk.format("POST", paths[turn % #paths + 1] .. "/posts", headers, body .. "&key=" .. run .. "x" .. turn)
end
"#;

pub fn measure(server: &Server, town: &Town, turn: Duration) -> Result<Rate> {
    println!("replies on 64 connections");
    let mut script = String::from("local cookies = {");
    for session in town.list("sessions") {
        write!(script, "{:?},", cookie(&session))?;
    }
    script.push_str("}\nlocal paths = {");
    for path in town.list("replies") {
        write!(script, "{path:?},")?;
    }
    script.push('}');
    script.push_str(SCRIPT);
    let file = results().join("replies.lua");
    fs::write(&file, script)?;
    let mut wrk = load::wrk(64, turn, &[]);
    load::drive(server, wrk.arg("--script").arg(file).arg(server.url("/")))
}
