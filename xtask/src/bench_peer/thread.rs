//! The thread that both hold: a title, who writes, and twenty posts in turns.

use anyhow::{Context, Result};
use serde_json::Value;

/// As Misago's script reads it too.
pub const TOLD: &str = include_str!("thread.json");

pub struct Thread {
    pub title: String,
    pub posts: Vec<String>,
}

pub fn told() -> Result<Thread> {
    let told: Value = serde_json::from_str(TOLD)?;
    let posts = told["posts"].as_array().context("the thread has no posts")?.iter();
    Ok(Thread {
        title: told["title"].as_str().context("the thread has no title")?.to_owned(),
        posts: posts.filter_map(|post| post.as_str().map(str::to_owned)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_twenty_posts() {
        assert_eq!(told().unwrap().posts.len(), 20);
    }
}
