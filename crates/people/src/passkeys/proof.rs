//! Who somebody is, by the answer of a passkey.

use super::letters::{self, Change};
use super::party::party;
use super::queries::{self, Passkey};
use super::{challenge, challenge::bug};
use db::Conn;
use jiff::Timestamp;
use kit::{App, Locale, PersonId, Result};
use webauthn_rs::prelude::{self as webauthn, PublicKeyCredential, WebauthnError};

/// Takes what a browser sent, and says whose key it is; `None` where it is nobody's, or proves nothing. The caller must
/// let the transaction commit whatever comes of it: what was asked is used up, and a copied key halted.
pub fn prove(c: &mut Conn, app: &App, sent: &str, now: Timestamp) -> Result<Option<PersonId>> {
    let Some(party) = party(app)? else { return Ok(None) };
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(sent) else { return Ok(None) };
    let Some(asked) = challenge::take(c, &answer.response.client_data_json, None, now)? else {
        return Ok(None);
    };
    let Some(known) = known(c, &answer)? else { return Ok(None) };
    let mut key: webauthn::Passkey = serde_json::from_str(&known.credential).map_err(bug)?;
    match party.finish_discoverable_authentication_v2(&answer, asked, &key) {
        Ok(result) => {
            key.update_credential(&result);
            let credential = serde_json::to_string(&key).map_err(bug)?;
            queries::note_use(c, known.id, &credential, now)?;
            Ok(Some(known.person_id))
        }
        Err(WebauthnError::CredentialPossibleCompromise) => {
            queries::halt(c, known.id, now)?;
            let change = Change::Halted { passkey: &known.name };
            letters::tell(c, app, known.person_id, Locale::english(), change, now)?;
            Ok(None)
        }
        Err(why) => {
            tracing::info!(%why, "a passkey proved nothing");
            Ok(None)
        }
    }
}

/// The key that answers, if it still opens anything, and answers for the one whose it is.
fn known(c: &mut Conn, answer: &PublicKeyCredential) -> Result<Option<Passkey>> {
    let found = queries::by_credential(c, answer.get_credential_id())?;
    Ok(found
        .filter(|key| key.halted_at.is_none() && answer.get_user_unique_id() == Some(key.handle.as_slice())))
}
