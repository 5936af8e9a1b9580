//! What the tests share: a worker at its desk in a town, and a folder of letters.

use kit::outbox::{self, Letter};
use people::testing::Town;
use reach::{Handlers, Mailer};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A worker that runs until it is dropped.
pub struct Desk {
    pub town: Town,
    pub folder: PathBuf,
    runtime: Runtime,
    worker: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl Desk {
    /// Letters become files.
    pub fn with_folder() -> Desk {
        let folder = data();
        let mailer = Mailer::new(None, &folder).unwrap();
        let mut desk = Desk::with(Handlers::new(mailer));
        desk.folder = folder.join("mail");
        desk
    }

    pub fn with(handlers: Handlers) -> Desk {
        let desk = Desk::idle();
        desk.working(handlers)
    }

    /// A town in which nobody works yet.
    pub fn idle() -> Desk {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        Desk { town: Town::open(people::routes()), folder: PathBuf::new(), runtime, worker: None }
    }

    pub fn working(mut self, handlers: Handlers) -> Desk {
        let (stop, stopped) = oneshot::channel::<()>();
        let shutdown = async move { drop(stopped.await) };
        let worker = self.runtime.spawn(reach::run(self.town.app.clone(), handlers, shutdown));
        self.worker = Some((stop, worker));
        self
    }

    /// Puts a letter into the outbox and wakes the worker, as a request would.
    pub fn send(&self, letter: Letter) {
        let now = self.town.now();
        self.town.write(move |c| Ok(outbox::send(c, &letter, now)?));
        self.town.app.work.notify_one();
    }

    /// How many jobs are left, those given up apart.
    pub fn jobs(&self) -> i64 {
        self.town.write(|c| {
            Ok(c.first::<i64>("select count(*) from jobs where failed_at is null", &[])?.unwrap_or(0))
        })
    }

    /// `(attempts, run_at, last_error)` of the one job there is.
    pub fn job(&self) -> (i64, i64, Option<String>) {
        self.town.write(|c| Ok(c.first("select attempts, run_at, last_error from jobs", &[])?.unwrap()))
    }

    /// The letters in the folder, in the order of their names. One may still be called unfinished while it is
    /// written.
    pub fn letters(&self) -> Vec<(String, Vec<u8>)> {
        let Ok(files) = std::fs::read_dir(&self.folder) else { return Vec::new() };
        let files = files
            .map(|f| f.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .map(|p| (p.file_name().unwrap().to_string_lossy().into(), std::fs::read(&p).unwrap()));
        let mut letters: Vec<(String, Vec<u8>)> = files.collect();
        letters.sort();
        letters
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some((stop, worker)) = self.worker.take() {
            let _ = stop.send(());
            let _ = self.runtime.block_on(worker);
        }
        if let Some(data) = self.folder.parent() {
            let _ = std::fs::remove_dir_all(data);
        }
    }
}

pub fn letter(to: &str) -> Letter {
    Letter { to: to.into(), subject: "Hello".into(), text: "One line.".into(), unsubscribe: None }
}

/// Waits until something is so; fails the test where it never is.
pub fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(20), "never: {what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn data() -> PathBuf {
    std::env::temp_dir().join(format!("kalaka_reach_{}_{}", std::process::id(), kit::token::number()))
}
