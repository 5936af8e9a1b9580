//! Who asks for a passkey, as browsers check it: the name of the host where people reach the platform, and the whole
//! address of it.

use kit::{App, Error, Result};
use url::Url;
use webauthn_rs::prelude::{Webauthn, WebauthnBuilder};

/// `None` where the platform is reached by a number instead of a name: browsers make no passkeys for that.
pub fn party(app: &App) -> Result<Option<Webauthn>> {
    let address = Url::parse(&app.settings.base_url).map_err(|e| Error::Bug(e.to_string()))?;
    let Some(host) = address.domain() else { return Ok(None) };
    let town = app.community().map_or_else(|| "Kaláka".to_owned(), |place| place.name.clone());
    let built = WebauthnBuilder::new(host, &address).and_then(|builder| builder.rp_name(&town).build());
    built.map(Some).map_err(|e| Error::Bug(e.to_string()))
}

/// Whether passkeys can be had at this address.
pub fn is_possible(app: &App) -> bool {
    Url::parse(&app.settings.base_url).is_ok_and(|address| address.domain().is_some())
}
