//! Misago with the thread: PostgreSQL, Redis, gunicorn and Celery, as its authors run it in production but
//! for the proxy.

use std::fs;
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::kept::Kept;
use super::processes::Part;
use super::thread;
use crate::test::postgres::Postgres;
use crate::venv::Venv;
use crate::{house, shell};

/// Installed together, so that the younger ones fit the Django that Misago asks for.
const PACKAGES: [&str; 4] =
    ["misago==0.39.6", "gunicorn==27.0.1", "whitenoise==6.12.0", "django-redis==6.0.0"];

/// So many as its authors' uwsgi.ini has.
pub const WORKERS: usize = 4;

pub fn installed(folder: &Path) -> Result<Venv> {
    Venv::with(&folder.join("venv"), &PACKAGES)
}

pub struct Misago {
    // In this order they are stopped.
    gunicorn: Kept,
    celery: Kept,
    redis: Kept,
    postgres: Postgres,
    url: String,
    pub cookie: String,
}

impl Misago {
    /// Sets it up anew in the folder, and serves it.
    pub fn start(venv: &Venv, folder: &Path) -> Result<Misago> {
        let home = folder.join("misago");
        if home.exists() {
            fs::remove_dir_all(&home)?;
        }
        fs::create_dir_all(home.join("root/media"))?;
        let postgres = Postgres::start()?;
        let port = free_port()?;
        let redis = Kept::start(&redis(port, &home), &home.join("redis.log"))?;
        let setup = Setup { venv, home: home.clone(), postgres: postgres.port, redis: port };
        let (path, cookie) = setup.fill()?;
        let port = free_port()?;
        let celery = Kept::start(&setup.celery(), &home.join("celery.log"))?;
        let gunicorn = Kept::start(&setup.gunicorn(port), &home.join("gunicorn.log"))?;
        let url = format!("http://127.0.0.1:{port}{path}");
        let misago = Misago { gunicorn, celery, redis, postgres, url, cookie };
        misago.wait_until_ready()?;
        Ok(misago)
    }

    pub fn url(&self) -> String {
        self.url.clone()
    }

    pub fn parts(&self) -> Vec<Part> {
        let part = |name, root| Part { name, root };
        vec![
            part("gunicorn", self.gunicorn.process()),
            part("PostgreSQL", self.postgres.process()),
            part("Redis", self.redis.process()),
            part("Celery", self.celery.process()),
        ]
    }

    fn wait_until_ready(&self) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(90);
        while Instant::now() < deadline {
            if ureq::get(&self.url).call().is_ok() {
                return Ok(());
            }
            sleep(Duration::from_millis(200));
        }
        bail!("Misago does not answer; its log is target/peer/misago/gunicorn.log")
    }
}

struct Setup<'a> {
    venv: &'a Venv,
    home: PathBuf,
    postgres: u16,
    redis: u16,
}

impl Setup<'_> {
    /// Makes its tables and files, and writes the thread: where that is, and the cookie of one who wrote it.
    fn fill(&self) -> Result<(String, String)> {
        for words in
            [&["migrate", "--verbosity", "0"][..], &["collectstatic", "--noinput", "--verbosity", "0"][..]]
        {
            println!("Misago: {}", words[0]);
            let well = shell::succeeds(self.command("django-admin").args(words))?;
            ensure!(well, "Misago could not {}", words[0]);
        }
        let script = scripts().join("fill.py");
        let mut filling = self.command("python");
        filling.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = filling.spawn()?;
        child.stdin.take().context("no input")?.write_all(thread::TOLD.as_bytes())?;
        let output = child.wait_with_output()?;
        ensure!(output.status.success(), "the thread could not be written into Misago");
        let said = String::from_utf8(output.stdout)?;
        let (path, cookie) = said.trim().split_once('\n').context("the script says something else")?;
        Ok((path.to_owned(), cookie.to_owned()))
    }

    fn gunicorn(&self, port: u16) -> Command {
        let mut gunicorn = self.command("gunicorn");
        gunicorn.args(["devproject.wsgi:application", "--preload", "--workers", &WORKERS.to_string()]);
        gunicorn.args(["--bind", &format!("127.0.0.1:{port}")]);
        gunicorn
    }

    fn celery(&self) -> Command {
        let mut celery = self.command("celery");
        celery.args(["-A", "devproject", "worker", "--loglevel", "error"]);
        celery
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.venv.program(program));
        command.env("DJANGO_SETTINGS_MODULE", "settings").env("PYTHONPATH", scripts());
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("PEER_FOLDER", &self.home);
        command.env("PEER_POSTGRES_PORT", self.postgres.to_string());
        command.env("PEER_REDIS_PORT", self.redis.to_string());
        command
    }
}

fn scripts() -> PathBuf {
    house::root().join("xtask/src/bench_peer/misago")
}

fn redis(port: u16, home: &Path) -> Command {
    let mut redis = Command::new("redis-server");
    redis.args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", "", "--dir"]).arg(home);
    redis
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
