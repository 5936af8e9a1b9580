//! Kaláka with the thread: a demo town, in which its three people write it.

use std::path::Path;

use anyhow::{Context, Result};

use super::processes::Part;
use super::thread::Thread;
use crate::demo::{Demo, ROLES};

pub struct Kalaka {
    demo: Demo,
    path: String,
    pub cookie: String,
}

impl Kalaka {
    pub fn start(program: &Path, folder: &Path, thread: &Thread) -> Result<Kalaka> {
        let demo = Demo::start(program, folder)?;
        let people: Vec<String> = ROLES.iter().map(|role| demo.sign_in(role)).collect::<Result<_>>()?;
        let path = write(&demo, thread, &people)?;
        let cookie = people.into_iter().next_back().context("nobody is signed in")?;
        Ok(Kalaka { demo, path, cookie })
    }

    pub fn url(&self) -> String {
        format!("{}{}", self.demo.base, self.path)
    }

    pub fn parts(&self) -> Vec<Part> {
        vec![Part { name: "kalaka", root: self.demo.process() }]
    }
}

/// The posts in turns; where the thread is.
fn write(demo: &Demo, thread: &Thread, people: &[String]) -> Result<String> {
    let mut path = String::new();
    for (number, text) in thread.posts.iter().enumerate() {
        let key = (number + 1).to_string();
        // As a form does that has been asked whether something like this is here already.
        let said = [("body", text.as_str()), ("key", &key), ("voice", "me"), ("thought", "yes")];
        let by = &people[number % people.len()];
        if number == 0 {
            let opening = [("title", thread.title.as_str()), ("locale", "en"), ("sure", "yes")];
            path = demo.send("/threads", &[&said[..], &opening[..]].concat(), by)?;
        } else {
            demo.send(&format!("{path}/posts"), &[&said[..], &[("locale", "en")][..]].concat(), by)?;
        }
    }
    Ok(path)
}
