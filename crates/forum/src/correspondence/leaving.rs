//! When somebody leaves for good: their messages stay with those they wrote to, under no name, or say nothing any more,
//! as with their posts.

use super::queries;
use db::Conn;
use kit::personal::Leaver;
use kit::{Result, markdown};

pub fn part(c: &mut Conn, leaver: &Leaver) -> Result<()> {
    let person = leaver.person;
    queries::forget_readings(c, person)?;
    queries::forget_blocks(c, person)?;
    queries::open_letterbox(c, person)?;
    queries::forget_words_of_reports(c, person)?;
    if leaver.goes() {
        let removed = &leaver.removed;
        queries::forget_texts(c, person, removed, &markdown::render(removed).0)?;
    }
    Ok(())
}
