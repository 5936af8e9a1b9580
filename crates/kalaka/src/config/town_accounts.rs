//! The settings of a town's own sign-in: all of them, or none.

use super::{File, Serving};
use anyhow::{Context, Result, ensure};
use kit::TownAccounts;

pub fn settled(serving: &Serving, file: &File) -> Result<Option<TownAccounts>> {
    let either = |typed: &Option<String>, written: &Option<String>| typed.clone().or_else(|| written.clone());
    let Some(issuer) = either(&serving.oidc_issuer, &file.oidc_issuer) else { return Ok(None) };
    let here = ["http://127.0.0.1:", "http://localhost:"].iter().any(|start| issuer.starts_with(start));
    ensure!(
        issuer.starts_with("https://") || here,
        "the setting `oidc_issuer` is like https://accounts.kovolgy.example, not {issuer}"
    );
    let needed = |value: Option<String>, name| {
        value
            .filter(|v| !v.is_empty())
            .with_context(|| format!("`oidc_issuer` is set, so `{name}` must be too"))
    };
    Ok(Some(TownAccounts {
        issuer,
        client_id: needed(either(&serving.oidc_client, &file.oidc_client), "oidc_client")?,
        client_secret: needed(either(&serving.oidc_secret, &file.oidc_secret), "oidc_secret")?,
        name: needed(either(&serving.oidc_name, &file.oidc_name), "oidc_name")?,
    }))
}
