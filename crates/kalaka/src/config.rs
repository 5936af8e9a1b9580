//! What the steward sets: flags, then `KALAKA_…` variables, then a TOML file, then what is sensible.
//! What a guide may change lives in the database.

mod folder;
mod town_accounts;

pub use folder::{keep_files_private, private_folder};

use crate::commands::counting;
use anyhow::{Context, Result, anyhow, bail, ensure};
use clap::{Args as ClapArgs, CommandFactory, FromArgMatches, Parser, Subcommand};
use jiff::{SignedDuration, Span, SpanRelativeTo};
use kit::files::{MB, Place, Quotas};
use kit::{Clock, TownAccounts};
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

#[derive(Parser)]
#[command(name = "kalaka", version, about = "The common platform of a town")]
pub struct Args {
    #[command(flatten, next_help_heading = "The platform and its data")]
    pub common: Common,
    #[command(flatten, next_help_heading = "Serving the platform")]
    pub serving: Serving,
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Args {
    /// What was typed. Counting a file needs no community: its help speaks of no settings.
    pub fn typed() -> Args {
        let mut commands = Args::command();
        commands.build();
        for name in counting::NAMES {
            commands = commands.mut_subcommand(name, |command| {
                command.mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg })
            });
        }
        let matches = commands.get_matches();
        Args::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }
}

#[derive(ClapArgs, Clone)]
pub struct Common {
    /// The folder that holds everything [default: ./data/community; for the demo ./data/demo]
    #[arg(long, env = "KALAKA_DATA", global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// A PostgreSQL server instead of the embedded database: postgres://user@host/name
    #[arg(long, env = "KALAKA_DATABASE", global = true, value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// Where pictures and documents are kept: a folder, or s3://KEY:SECRET@host/bucket?region=…
    /// [default: files in the data folder]
    #[arg(long, env = "KALAKA_FILES", global = true, value_name = "PLACE", hide_env_values = true)]
    pub files: Option<String>,
    /// A TOML file with the same settings [default: kalaka.toml in the data folder, if it is there]
    #[arg(long, env = "KALAKA_CONFIG", global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Say more in the log
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

#[derive(ClapArgs, Clone, Default)]
pub struct Serving {
    /// The address to serve on [default: 127.0.0.1:4000]
    #[arg(long, env = "KALAKA_LISTEN", global = true, value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// Where people reach the platform, if not there: https://kovolgy.example
    #[arg(long, env = "KALAKA_BASE_URL", global = true, value_name = "URL")]
    pub base_url: Option<String>,
    /// The host name to get a certificate for by ACME (Let's Encrypt); serves https on it
    #[arg(long, env = "KALAKA_TLS_HOST", global = true, value_name = "HOST")]
    pub tls_host: Option<String>,
    /// How many proxies of your own stand before this server
    #[arg(long, env = "KALAKA_TRUSTED_PROXIES", global = true, value_name = "N")]
    pub trusted_proxies: Option<usize>,
    /// smtp://user:password@host:port, or smtps://…; without it letters become files in DIR/mail
    #[arg(long, env = "KALAKA_SMTP", global = true, value_name = "URL", hide_env_values = true)]
    pub smtp: Option<String>,
    /// The address that letters come from
    #[arg(long, env = "KALAKA_MAIL_FROM", global = true, value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// So many MB of files for each person [default: 300]
    #[arg(long, env = "KALAKA_FILES_PER_PERSON", global = true, value_name = "MB")]
    pub files_per_person: Option<u32>,
    /// … for each group [default: 1000]
    #[arg(long, env = "KALAKA_FILES_PER_GROUP", global = true, value_name = "MB")]
    pub files_per_group: Option<u32>,
    /// … and for the whole community [default: 20000]
    #[arg(long, env = "KALAKA_FILES_IN_ALL", global = true, value_name = "MB")]
    pub files_in_all: Option<u32>,
    /// So many files may one person send in an hour [default: 60]
    #[arg(long, env = "KALAKA_FILES_AN_HOUR", global = true, value_name = "N")]
    pub files_an_hour: Option<u32>,
    /// A sign-in of the town's own (OpenID Connect): https://accounts.kovolgy.example. People come back from it to
    /// /sign-in/town/return
    #[arg(long, env = "KALAKA_OIDC_ISSUER", global = true, value_name = "URL")]
    pub oidc_issuer: Option<String>,
    /// What the platform is called there
    #[arg(long, env = "KALAKA_OIDC_CLIENT", global = true, value_name = "ID")]
    pub oidc_client: Option<String>,
    /// The secret that it shares with the platform
    #[arg(long, env = "KALAKA_OIDC_SECRET", global = true, value_name = "SECRET", hide_env_values = true)]
    pub oidc_secret: Option<String>,
    /// What people call it: stands on the button
    #[arg(long, env = "KALAKA_OIDC_NAME", global = true, value_name = "NAME")]
    pub oidc_name: Option<String>,
    /// Show /design and reload words without a build
    #[arg(long, env = "KALAKA_DEVELOPMENT", global = true)]
    pub development: bool,
    /// In development: how far the program's clock is ahead, in seconds or like 8d
    #[arg(long, env = "KALAKA_CLOCK_OFFSET", global = true, value_name = "SPAN", hide = true, value_parser = offset)]
    pub clock_offset: Option<SignedDuration>,
}

#[derive(Subcommand, Clone)]
pub enum Command {
    /// Serve the platform (also without a command)
    Serve,
    /// Fill an embedded database with a demo town, and serve it
    Demo,
    /// Bring a list in from a file
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Copy the whole community into one file, while it is in use
    Backup { file: PathBuf },
    /// Make a data folder from a backup; never over one that is there
    Restore { file: PathBuf },
    /// Look for faults in the data; exit status 1 when there are any
    Check,
    /// Print a link that signs a person in, for whoever has lost their mailbox
    SignInLink { email: String },
    /// Take away the second step of signing in of a person who has lost telephone and recovery codes
    ResetSecondStep { email: String },
    #[command(flatten)]
    Counting(counting::Command),
    /// Fill an empty database with a large town, to measure with
    #[command(hide = true)]
    LargeTown {
        /// So many times the threads and posts
        #[arg(long, default_value_t = 1)]
        times: usize,
    },
}

#[derive(Subcommand, Clone)]
pub enum Import {
    /// Organisations from a CSV file
    Groups { file: PathBuf },
}

/// The same settings in a TOML file.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct File {
    /// Only where the file lies elsewhere.
    data: Option<PathBuf>,
    database: Option<String>,
    listen: Option<SocketAddr>,
    base_url: Option<String>,
    tls_host: Option<String>,
    trusted_proxies: Option<usize>,
    smtp: Option<String>,
    mail_from: Option<String>,
    files: Option<String>,
    files_per_person: Option<u32>,
    files_per_group: Option<u32>,
    files_in_all: Option<u32>,
    files_an_hour: Option<u32>,
    oidc_issuer: Option<String>,
    oidc_client: Option<String>,
    oidc_secret: Option<String>,
    oidc_name: Option<String>,
    development: Option<bool>,
}

/// All settings, settled.
#[derive(Clone)]
pub struct Config {
    pub data: PathBuf,
    pub database: db::Url,
    pub listen: SocketAddr,
    pub base_url: Option<String>,
    pub tls_host: Option<String>,
    pub trusted_proxies: usize,
    pub smtp: Option<String>,
    pub mail_from: String,
    pub files: Place,
    pub quotas: Quotas,
    pub town_accounts: Option<TownAccounts>,
    pub development: bool,
    pub clock: Clock,
}

impl Config {
    /// Settles the settings, and makes the data folder where there is none, for its owner alone.
    pub fn settle(common: &Common, serving: &Serving, default_data: &str) -> Result<Config> {
        let (data, file) = settled_folder(common, default_data)?;
        let quotas = quotas(serving, &file);
        let town_accounts = town_accounts::settled(serving, &file)?;
        let development = serving.development || file.development.unwrap_or(false);
        let database = common.database.clone().or(file.database);
        let database =
            database.map_or_else(|| db::Url::File(data.join("community.db")), |url| db::Url::parse(&url));
        let tls_host = serving.tls_host.clone().or(file.tls_host);
        let listen = serving.listen.or(file.listen).unwrap_or_else(|| default_address(tls_host.is_some()));
        let base_url = serving
            .base_url
            .clone()
            .or(file.base_url)
            .or_else(|| tls_host.as_ref().map(|h| format!("https://{h}")));
        let host = base_url.as_deref().and_then(|url| url.split("://").nth(1)?.split(':').next());
        let host = host.unwrap_or("localhost").to_owned();
        let files = common.files.clone().or(file.files);
        let files =
            Place::parse(files.as_deref(), &data).map_err(|why| anyhow!("the setting `files`: {why}"))?;
        Ok(Config {
            data,
            files,
            quotas,
            town_accounts,
            database,
            listen,
            base_url: base_url.map(checked_base).transpose()?,
            tls_host,
            trusted_proxies: serving.trusted_proxies.or(file.trusted_proxies).unwrap_or(0),
            smtp: serving.smtp.clone().or(file.smtp),
            mail_from: serving
                .mail_from
                .clone()
                .or(file.mail_from)
                .unwrap_or_else(|| format!("kalaka@{host}")),
            development,
            clock: clock(serving.clock_offset, development)?,
        })
    }
}

/// The data folder, private, and what the file says: one that lies elsewhere may name the folder, the one inside
/// it can't.
fn settled_folder(common: &Common, default: &str) -> Result<(PathBuf, File)> {
    let Some(path) = &common.config else {
        let data = common.data.clone().unwrap_or_else(|| default.into());
        private_folder(&data)?;
        let path = data.join("kalaka.toml");
        let file = if path.try_exists()? { read(&path)? } else { File::default() };
        ensure!(file.data.is_none(), "{} lies in the data folder and can't name another", path.display());
        return Ok((data, file));
    };
    let file = read(path)?;
    let beside = |data: &PathBuf| path.parent().unwrap_or(Path::new("")).join(data);
    let data = common.data.clone().or_else(|| file.data.as_ref().map(beside));
    let data = data.unwrap_or_else(|| default.into());
    private_folder(&data)?;
    Ok((data, file))
}

fn quotas(serving: &Serving, file: &File) -> Quotas {
    let usual = Quotas::default();
    let bytes = |typed: Option<u32>, written: Option<u32>, usual: i64| {
        typed.or(written).map_or(usual, |megabytes| i64::from(megabytes) * MB)
    };
    Quotas {
        person: bytes(serving.files_per_person, file.files_per_person, usual.person),
        group: bytes(serving.files_per_group, file.files_per_group, usual.group),
        community: bytes(serving.files_in_all, file.files_in_all, usual.community),
        an_hour: serving.files_an_hour.or(file.files_an_hour).map_or(usual.an_hour, i64::from),
    }
}

fn clock(offset: Option<SignedDuration>, development: bool) -> Result<Clock> {
    let Some(offset) = offset else { return Ok(Clock::System) };
    ensure!(
        development,
        "a clock offset (KALAKA_CLOCK_OFFSET) is for development alone: set KALAKA_DEVELOPMENT=true"
    );
    tracing::warn!(%offset, "the clock is ahead");
    Ok(Clock::Ahead(offset))
}

/// Seconds, or a span as it is written: `8d`, `36h`.
fn offset(text: &str) -> Result<SignedDuration> {
    if let Ok(seconds) = text.parse() {
        return Ok(SignedDuration::from_secs(seconds));
    }
    let span: Span = text.parse().map_err(|_| anyhow!("seconds, or a span like 8d or 36h"))?;
    Ok(span.to_duration(SpanRelativeTo::days_are_24_hours())?)
}

fn default_address(tls: bool) -> SocketAddr {
    if tls { SocketAddr::from(([0, 0, 0, 0], 443)) } else { SocketAddr::from(([127, 0, 0, 1], 4000)) }
}

fn checked_base(url: String) -> Result<String> {
    let bare = url.trim_end_matches('/');
    if !(bare.starts_with("http://") || bare.starts_with("https://")) || bare.matches('/').count() != 2 {
        bail!("the base URL is like https://kovolgy.example, not {url}");
    }
    Ok(bare.to_owned())
}

fn read(path: &Path) -> Result<File> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("in {}", path.display()))
}
