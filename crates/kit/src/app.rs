//! The application's state, shared by all requests, and the two things that tests bring from
//! outside: the clock and the settings.

use crate::cache::Pages;
use crate::community::{Community, Current};
use crate::files::{self, Store};
use crate::live::Live;
use crate::pace::Pace;
use crate::shared::Shared;
use db::Db;
use jiff::{SignedDuration, Timestamp};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;
use tokio::sync::Notify;

/// So long the worker is left asleep after there is something to do.
const A_MOMENT: Duration = Duration::from_millis(50);

/// Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

pub struct Inner {
    pub db: Db,
    pub clock: Clock,
    pub settings: Settings,
    pub live: Live,
    /// Wakes the worker that does jobs: there may be new ones. Without it they wait for its next look.
    pub work: Notify,
    /// Whether it will be woken in a moment.
    is_waking: AtomicBool,
    /// Guests' pages as they were shown.
    pub pages: Pages,
    /// What members' pages say alike.
    pub shared: Shared,
    /// How often each asks for what is offered while one types.
    pub pace: Pace,
    /// What people sent: pictures and documents.
    pub files: Store,
    current: Current,
}

/// Does a kind of job inside one transaction, from what was set down for it. It may run twice, and must then
/// change nothing.
pub type Work = fn(&mut db::Conn, &serde_json::Value, Timestamp) -> crate::Result<()>;

/// What the steward sets outside the database.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where people reach the platform: `https://kovolgy.example`, without a slash at the end.
    pub base_url: String,
    pub data: PathBuf,
    /// Development: `/design`, no long caching.
    pub development: bool,
    /// The address that letters come from.
    pub mail_from: String,
    /// Asked of whoever founds the community, where strangers could reach the server before its
    /// steward does.
    pub founding_code: Option<String>,
    /// How many proxies of one's own stand before the server and add to `X-Forwarded-For`.
    pub trusted_proxies: usize,
    /// Where files are kept, and how much of them.
    pub files: files::Place,
    pub quotas: files::Quotas,
    /// The town's own sign-in, where it has one.
    pub town_accounts: Option<TownAccounts>,
}

/// A town's own sign-in (OpenID Connect), and what the platform is called there.
#[derive(Clone)]
pub struct TownAccounts {
    /// Where it is: `https://accounts.kovolgy.example`.
    pub issuer: String,
    pub client_id: String,
    pub client_secret: String,
    /// What people call it; stands on the button.
    pub name: String,
}

/// Without the secret.
impl fmt::Debug for TownAccounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TownAccounts").field("issuer", &self.issuer).field("name", &self.name).finish()
    }
}

impl Settings {
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// A path of this platform as a full address, for letters.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}

impl App {
    pub fn new(db: Db, clock: Clock, settings: Settings) -> crate::Result<App> {
        let current = Current::load(&db)?;
        let files = Store::open(&settings.files)?;
        Ok(App(Arc::new(Inner {
            db,
            clock,
            settings,
            live: Live::new(),
            work: Notify::new(),
            is_waking: AtomicBool::new(false),
            pages: Pages::default(),
            shared: Shared::default(),
            pace: Pace::default(),
            files,
            current,
        })))
    }

    /// The community as it is now; `None` before it is founded.
    pub fn community(&self) -> Option<Arc<Community>> {
        self.current.get()
    }

    /// Reads the community again, after something of it changed.
    pub async fn community_changed(&self) -> crate::Result<()> {
        self.current.refresh(&self.db).await
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Wakes the worker in a moment, once for all who ask meanwhile. Not at once: what it does for one
    /// request must not be felt in that request's own time, which would tell what is done for it.
    pub fn work_soon(&self) {
        if self.is_waking.swap(true, Ordering::Relaxed) {
            return;
        }
        let app = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(A_MOMENT).await;
            app.is_waking.store(false, Ordering::Relaxed);
            app.work.notify_one();
        });
    }
}

impl std::ops::Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// Where the time comes from.
#[derive(Clone)]
pub enum Clock {
    System,
    /// The system's, so much ahead of it: for tests of what takes days.
    Ahead(SignedDuration),
    /// Unix milliseconds, moved by whoever holds it: tests, the demo's making.
    Set(Arc<AtomicI64>),
}

impl Clock {
    pub fn set(at: Timestamp) -> Clock {
        Clock::Set(Arc::new(AtomicI64::new(at.as_millisecond())))
    }

    /// The present, to the millisecond, as the database keeps it.
    pub fn now(&self) -> Timestamp {
        let millis = match self {
            Clock::System => Timestamp::now().as_millisecond(),
            Clock::Ahead(by) => (Timestamp::now() + *by).as_millisecond(),
            Clock::Set(at) => at.load(Ordering::Relaxed),
        };
        Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Moves a clock that is set; the system's clock goes its own way.
    pub fn move_to(&self, at: Timestamp) {
        if let Clock::Set(clock) = self {
            clock.store(at.as_millisecond(), Ordering::Relaxed);
        }
    }
}
