//! Where the bytes are: a folder, or an S3 store. What is kept never changes, and its key is the hash of it, so
//! that the same file sent twice is kept once, and a damaged one is known.

use super::Gate;
use crate::{Error, Result};
use axum::body::Body;
use futures_util::{StreamExt, TryStreamExt};
use jiff::Timestamp;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use url::Url;

/// Which store the steward chose.
#[derive(Debug, Clone)]
pub enum Place {
    Folder(PathBuf),
    /// `s3://KEY:SECRET@host/bucket/prefix?region=…`; with `s3+http` without encryption, for one's own machine.
    S3(Url),
    /// For tests.
    Memory,
}

#[derive(Debug, Clone)]
pub struct Store {
    inside: Arc<dyn ObjectStore>,
    /// Before each key.
    prefix: String,
    gate: Gate,
}

/// Something kept, as a list of the store says it.
#[derive(Debug, Clone)]
pub struct Kept {
    pub hash: String,
    pub size: u64,
    pub since: Timestamp,
}

/// The key of a content: its SHA-256 in hexadecimal.
pub fn key_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Place {
    /// What the setting says; without one, the folder `files` beside the other data.
    pub fn parse(setting: Option<&str>, data: &Path) -> Result<Place, String> {
        match setting.filter(|setting| !setting.is_empty()) {
            None => Ok(Place::Folder(data.join("files"))),
            Some(setting) if setting.starts_with("s3:") || setting.starts_with("s3+http:") => {
                Url::parse(setting).map(Place::S3).map_err(|e| e.to_string())
            }
            Some(setting) if setting.contains("://") => {
                Err("files are kept in a folder, or at s3://KEY:SECRET@host/bucket".into())
            }
            Some(folder) => Ok(Place::Folder(data.join(folder))),
        }
    }
}

impl Store {
    pub fn open(place: &Place) -> Result<Store> {
        let (inside, prefix): (Arc<dyn ObjectStore>, String) = match place {
            Place::Folder(folder) => (Arc::new(folder_store(folder)?), String::new()),
            Place::S3(url) => s3(url)?,
            Place::Memory => (Arc::new(InMemory::new()), String::new()),
        };
        Ok(Store { inside, prefix, gate: Gate::default() })
    }

    pub(super) fn gate(&self) -> &Gate {
        &self.gate
    }

    fn key(&self, hash: &str) -> Key {
        // A folder of a hundred thousand files is slow to list.
        Key::from(format!("{}{}/{hash}", self.prefix, hash.get(..2).unwrap_or("_")))
    }

    /// Keeps a content, on the disk before this returns, and gives its key.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<String> {
        let hash = key_of(&bytes);
        self.inside.put(&self.key(&hash), PutPayload::from(bytes)).await.map_err(unavailable)?;
        Ok(hash)
    }

    /// The whole content; `None` where there is none.
    pub async fn get(&self, hash: &str) -> Result<Option<Vec<u8>>> {
        match self.inside.get(&self.key(hash)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(unavailable(error)),
            Ok(found) => Ok(Some(found.bytes().await.map_err(unavailable)?.to_vec())),
        }
    }

    /// The content piece by piece, as it is given out.
    pub async fn stream(&self, hash: &str) -> Result<Body> {
        match self.inside.get(&self.key(hash)).await {
            Err(object_store::Error::NotFound { .. }) => {
                tracing::error!(hash, "a file is missing from the store");
                Err(Error::NotFound)
            }
            Err(error) => Err(unavailable(error)),
            Ok(found) => Ok(Body::from_stream(found.into_stream())),
        }
    }

    /// Removes a content; that there is none is no fault.
    pub async fn delete(&self, hash: &str) -> Result<()> {
        match self.inside.delete(&self.key(hash)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }

    /// All that is kept.
    pub async fn list(&self) -> Result<Vec<Kept>> {
        let prefix = (!self.prefix.is_empty()).then(|| Key::from(self.prefix.as_str()));
        let listed = self.inside.list(prefix.as_ref()).map(|meta| {
            let meta = meta?;
            let since = Timestamp::from_millisecond(meta.last_modified.timestamp_millis());
            Ok(Kept {
                hash: meta.location.filename().unwrap_or_default().to_owned(),
                size: meta.size,
                since: since.unwrap_or(Timestamp::UNIX_EPOCH),
            })
        });
        listed.try_collect().await.map_err(unavailable)
    }
}

fn folder_store(folder: &Path) -> Result<LocalFileSystem> {
    use std::os::unix::fs::DirBuilderExt;
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|e| Error::Unavailable(format!("{}: {e}", folder.display())))?;
    // What was acknowledged must be there after a power cut.
    Ok(LocalFileSystem::new_with_prefix(folder).map_err(unavailable)?.with_fsync(true))
}

fn s3(url: &Url) -> Result<(Arc<dyn ObjectStore>, String)> {
    // The server's own TLS takes the same; whoever comes first sets it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (scheme, allow_http) = if url.scheme() == "s3+http" { ("http", true) } else { ("https", false) };
    let host = url.host_str().ok_or_else(|| wrong("it names no host"))?;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let mut path = url.path().trim_matches('/').splitn(2, '/');
    let bucket =
        path.next().filter(|bucket| !bucket.is_empty()).ok_or_else(|| wrong("it names no bucket"))?;
    let prefix = path.next().map(|prefix| format!("{prefix}/")).unwrap_or_default();
    let region = url.query_pairs().find(|(name, _)| name == "region").map(|(_, value)| value.into_owned());
    let decoded = |text: &str| -> String {
        url::form_urlencoded::parse(format!("x={}", text.replace('+', "%2B")).as_bytes())
            .next()
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    };
    // Without a key in the address, those of the environment (`AWS_ACCESS_KEY_ID` …) serve.
    let mut builder = AmazonS3Builder::from_env()
        .with_endpoint(format!("{scheme}://{host}{port}"))
        .with_allow_http(allow_http)
        .with_bucket_name(bucket)
        .with_region(region.unwrap_or_else(|| "us-east-1".into()));
    if !url.username().is_empty() {
        builder = builder
            .with_access_key_id(decoded(url.username()))
            .with_secret_access_key(decoded(url.password().unwrap_or_default()));
    }
    Ok((Arc::new(builder.build().map_err(unavailable)?), prefix))
}

fn wrong(why: &str) -> Error {
    Error::Unavailable(format!("the S3 address can't be read: {why}"))
}

fn unavailable(error: object_store::Error) -> Error {
    tracing::error!(%error, "the store of files can't be used");
    Error::Unavailable(error.to_string())
}
