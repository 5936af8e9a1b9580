//! What the steward sets: flags, then `KALAKA_…` variables, then a TOML file, then what is sensible.
//! What a guide may change lives in the database.

use anyhow::{Context, Result, bail};
use clap::{Args as ClapArgs, Parser, Subcommand};
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

#[derive(Parser)]
#[command(name = "kalaka", version, about = "The common platform of a town")]
pub struct Args {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    pub serving: Serving,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(ClapArgs, Clone)]
pub struct Common {
    /// The folder that holds everything [default: ./data/community; for the demo ./data/demo]
    #[arg(long, env = "KALAKA_DATA", global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// A PostgreSQL server instead of the embedded database: postgres://user@host/name
    #[arg(long, env = "KALAKA_DATABASE", global = true, value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
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
    /// Show /design and reload words without a build
    #[arg(long, env = "KALAKA_DEVELOPMENT", global = true)]
    pub development: bool,
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
    database: Option<String>,
    listen: Option<SocketAddr>,
    base_url: Option<String>,
    tls_host: Option<String>,
    trusted_proxies: Option<usize>,
    smtp: Option<String>,
    mail_from: Option<String>,
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
    pub development: bool,
}

impl Config {
    /// Settles the settings, and makes the data folder where there is none, for its owner alone.
    pub fn settle(common: &Common, serving: &Serving, default_data: &str) -> Result<Config> {
        let data = common.data.clone().unwrap_or_else(|| default_data.into());
        private_folder(&data)?;
        let file = read(common.config.as_deref(), &data)?;
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
        let host =
            base_url.as_deref().and_then(|url| url.split("://").nth(1)).unwrap_or("localhost").to_owned();
        Ok(Config {
            data,
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
            development: serving.development || file.development.unwrap_or(false),
        })
    }
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

fn read(named: Option<&Path>, data: &Path) -> Result<File> {
    let path = named.map_or_else(|| data.join("kalaka.toml"), Path::to_path_buf);
    match std::fs::read_to_string(&path) {
        Ok(text) => toml::from_str(&text).with_context(|| format!("in {}", path.display())),
        Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => Ok(File::default()),
        Err(error) => Err(error).with_context(|| format!("{} can't be read", path.display())),
    }
}

/// Others on the machine have no business in a community's data.
pub fn private_folder(folder: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("the folder {} can't be made", folder.display()))
}
