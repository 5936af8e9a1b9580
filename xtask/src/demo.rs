//! The demo town as a process of its own on the loopback, and its people signed in.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, ensure};
use ureq::Agent;

pub const ROLES: [&str; 3] = ["guide", "representative", "citizen"];

pub struct Demo {
    child: Child,
    pub base: String,
    links: Vec<(String, String)>,
    agent: Agent,
}

impl Demo {
    /// Fills the folder anew and serves it. Who asks may be told apart by a forwarded address.
    pub fn start(program: &Path, folder: &Path) -> Result<Demo> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
        let mut command = Command::new(program);
        command.arg("--data").arg(folder.join("data")).args(["--listen", "127.0.0.1:0", "demo"]);
        command.env("KALAKA_LOG", "warn").env("KALAKA_TRUSTED_PROXIES", "1");
        command.stdout(Stdio::piped()).stderr(fs::File::create(folder.join("log"))?);
        let mut child = command.spawn().context("the demo does not start")?;
        let mut said = BufReader::new(child.stdout.take().context("no output")?).lines();
        let config = Agent::config_builder().max_redirects(0).http_status_as_error(false);
        let mut demo = Demo { child, base: String::new(), links: Vec::new(), agent: config.build().into() };
        for line in said.by_ref() {
            let line = line?;
            if let Some(base) = line.trim().strip_prefix("listening on ") {
                base.clone_into(&mut demo.base);
                break;
            }
            demo.links.extend(sign_in_link(&line));
        }
        ensure!(!demo.base.is_empty(), "the demo does not listen");
        // What it says later is nobody's business, but must not fill the pipe.
        thread::spawn(move || said.for_each(drop));
        Ok(demo)
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Signs one of [`ROLES`] in by their link, which works once: the cookie of their session.
    pub fn sign_in(&self, role: &str) -> Result<String> {
        let (_, link) = self.links.iter().find(|(of, _)| of == role).context("nobody has that role")?;
        let answer = self.agent.post(link).send_form(std::iter::empty::<(&str, &str)>())?;
        let cookies = answer.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
        let session =
            cookies.filter_map(|cookie| cookie.split(';').next()).find(|c| c.starts_with("session="));
        Ok(session.with_context(|| format!("the {role} is not let in"))?.to_owned())
    }

    /// Whether that cookie still opens what only those who are signed in see.
    pub fn is_signed_in(&self, cookie: &str) -> Result<bool> {
        let answer = self.agent.get(format!("{}/account", self.base)).header("cookie", cookie).call()?;
        Ok(answer.status() == 200)
    }

    /// Sends a form; where its answer leads.
    pub fn send(&self, path: &str, form: &[(&str, &str)], cookie: &str) -> Result<String> {
        let request = self.agent.post(format!("{}{path}", self.base)).header("cookie", cookie);
        let answer = request.send_form(form.iter().copied())?;
        ensure!(answer.status() == 303, "{path} answers {}", answer.status());
        let place = answer.headers().get("location").context("it leads nowhere")?;
        Ok(place.to_str()?.to_owned())
    }
}

/// `guide: http://…` as the demo prints it.
fn sign_in_link(line: &str) -> Option<(String, String)> {
    let (role, link) = line.trim().split_once(": ")?;
    let is_link = ROLES.contains(&role) && link.starts_with("http");
    is_link.then(|| (role.to_owned(), link.to_owned()))
}

impl Drop for Demo {
    fn drop(&mut self) {
        // Its data is thrown away: nothing is lost with it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_in_what_the_demo_says() {
        let found = sign_in_link("guide: http://127.0.0.1:1/sign-in/x").unwrap();
        assert_eq!(found, ("guide".into(), "http://127.0.0.1:1/sign-in/x".into()));
        assert_eq!(sign_in_link("Look at it on http://127.0.0.1:1, or come in:"), None);
    }
}
