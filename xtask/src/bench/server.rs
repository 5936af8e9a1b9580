//! The server as a process of its own, asked over HTTP and watched from outside.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use ureq::Agent;

use super::process::{self, Memory};
use super::town::{Town, results};

pub struct Server {
    child: Child,
    pub base: String,
    /// From the start of the process to its first page.
    pub took: Duration,
    agent: Agent,
}

impl Server {
    pub fn start(program: &Path, town: &Town) -> Result<Server> {
        let began = Instant::now();
        let mut command = Command::new(program);
        command.arg("--data").arg(&town.folder).args(["--listen", "127.0.0.1:0", "serve"]);
        command.env("KALAKA_BENCH", "1").env("KALAKA_LOG", "warn").env("KALAKA_TRUSTED_PROXIES", "1");
        command.stdout(Stdio::piped()).stderr(File::create(results().join("server.log"))?);
        let mut child = command.spawn().context("the server does not start")?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("no output")?).read_line(&mut line)?;
        let base =
            line.trim().strip_prefix("listening on ").context("the server does not listen")?.to_owned();
        let config = Agent::config_builder().max_redirects(0).http_status_as_error(false);
        let mut server = Server { child, base, took: Duration::ZERO, agent: config.build().into() };
        server.get("/", None, "")?;
        server.took = began.elapsed();
        Ok(server)
    }

    /// Fetches a page as a visitor, or as one who is signed in: its bytes as they came over the wire.
    pub fn get(&self, path: &str, session: Option<&str>, accept: &str) -> Result<Vec<u8>> {
        let mut request = self.agent.get(self.url(path)).header("accept-encoding", accept);
        if let Some(session) = session {
            request = request.header("cookie", cookie(session));
        }
        let mut answer = request.call()?;
        ensure!(answer.status() == 200, "{path} answers {}", answer.status());
        Ok(answer.body_mut().read_to_vec()?)
    }

    /// Sends a form, as from some network; the status of the answer.
    pub fn post(&self, path: &str, form: &[(&str, &str)], network: &str) -> Result<u16> {
        let request = self.agent.post(self.url(path)).header("x-forwarded-for", network);
        let mut answer = request.send_form(form.iter().copied())?;
        answer.body_mut().read_to_vec()?;
        Ok(answer.status().as_u16())
    }

    /// Sends a photo as the script of a page does; the status of the answer.
    pub fn upload(&self, path: &str, session: &str, photo: &[u8]) -> Result<u16> {
        const EDGE: &str = "an-edge-that-no-photo-holds";
        let head = format!(
            "--{EDGE}\r\ncontent-disposition: form-data; name=\"voice\"\r\n\r\nme\r\n--{EDGE}\r\n\
             content-disposition: form-data; name=\"file\"; filename=\"photo.jpg\"\r\n\
             content-type: image/jpeg\r\n\r\n"
        );
        let body = [head.as_bytes(), photo, format!("\r\n--{EDGE}--\r\n").as_bytes()].concat();
        let request = self.agent.post(self.url(path)).header("cookie", cookie(session));
        let request = request.header("content-type", format!("multipart/form-data; boundary={EDGE}"));
        let mut answer = request.header("accept", "application/json").send(&body)?;
        answer.body_mut().read_to_vec()?;
        Ok(answer.status().as_u16())
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// How many statements a page takes: the mean of some, once readers have counted theirs.
    pub fn statements(&self, path: &str, session: Option<&str>) -> Result<f64> {
        const TIMES: u32 = 20;
        let before = self.counted()?;
        for _ in 0..TIMES {
            self.get(path, session, "")?;
        }
        Ok((self.counted()? - before) / f64::from(TIMES))
    }

    fn counted(&self) -> Result<f64> {
        std::thread::sleep(Duration::from_millis(30));
        let answer = self.get("/measure/statements", None, "")?;
        Ok(String::from_utf8(answer)?.parse()?)
    }

    /// The CPU time that the server has used so far.
    pub fn cpu(&self) -> Result<Duration> {
        process::cpu(self.child.id())
    }

    pub fn memory(&self) -> Result<Memory> {
        process::memory(self.child.id())
    }
}

pub fn cookie(session: &str) -> String {
    format!("session={session}")
}

impl Drop for Server {
    fn drop(&mut self) {
        // Its data is thrown away: nothing is lost with it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
