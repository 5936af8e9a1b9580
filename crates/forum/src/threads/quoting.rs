//! Answering to a passage: what somebody wrote comes into the answer as a quotation, with who and where.

use crate::posts::{self, Post};
use crate::{ThreadId, posts::source_of};
use db::Conn;
use kit::{Form, Result};

/// So many letters are quoted; who needs more leads to the post.
const LONGEST: usize = 1_200;

/// Puts the post with a number at the end of what stands in a form. What was removed or hidden is
/// quoted by nobody.
pub fn quote(c: &mut Conn, thread: ThreadId, number: i64, form: &mut Form) -> Result<()> {
    let Some(post) = posts::numbered(c, thread, number)?.filter(|post| !post.has_place_only()) else {
        return Ok(());
    };
    let quoted = quotation(&post, &source_of(c, post.id)?);
    let before = form.value("body").trim_end();
    // A page that is loaded anew doesn't quote twice.
    if before.contains(quoted.trim_end()) {
        return Ok(());
    }
    let gap = if before.is_empty() { "" } else { "\n\n" };
    let body = format!("{before}{gap}{quoted}\n\n");
    form.set("body", body);
    Ok(())
}

/// A quotation in Markdown, the words of others in it left out.
fn quotation(post: &Post, source: &str) -> String {
    let own: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with('>')).collect();
    let own = own.join("\n");
    let cut: String = own.trim().chars().take(LONGEST).collect();
    let cut = if cut.len() < own.trim().len() { format!("{cut} …") } else { cut };
    let lines: Vec<String> = cut.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    format!("> {}\n{}", post.attribution(), lines.join("\n"))
}
