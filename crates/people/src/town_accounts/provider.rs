//! The town's sign-in, as OpenID Connect has it: where it is (discovery), whom to send there, and what to believe of what
//! comes back. It is asked within some seconds, and no more than a megabyte is read of it.

use kit::{App, Error, Result, TownAccounts};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreJwsSigningAlgorithm, CoreProviderMetadata,
    CoreUserInfoClaims,
};
use openidconnect::{
    AsyncHttpClient, AuthType, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce, OAuth2TokenResponse,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
};
use std::pin::Pin;
use std::time::{Duration, UNIX_EPOCH};

const PATIENCE: Duration = Duration::from_secs(10);
const LARGEST: usize = 1024 * 1024;

/// Signatures of two halves alone: what the town's key signs, nobody else can.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

pub struct Provider {
    client: Client,
    http: Http,
    issuer: String,
    now: jiff::Timestamp,
}

/// Somebody who is sent there: where to, and what is kept until they are back.
pub struct Departure {
    pub address: String,
    pub state: String,
    pub nonce: String,
    pub verifier: String,
}

/// An account there.
pub struct Account {
    pub issuer: String,
    pub subject: String,
    /// In lower case; only where the town has made sure of it.
    pub proven_email: Option<String>,
    pub name: String,
}

pub enum Outcome {
    Account(Account),
    Refused,
}

impl Provider {
    /// Asks the town's sign-in what it is now.
    ///
    /// # Errors
    /// `Unavailable`, where it doesn't answer, or not as one.
    pub async fn find(settings: &TownAccounts, app: &App) -> Result<Provider> {
        let http = Http::new()?;
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(bug)?;
        let found = CoreProviderMetadata::discover_async(issuer, &http).await.map_err(away)?;
        let auth = found.token_endpoint_auth_methods_supported();
        let in_body = auth.is_some_and(|methods| !methods.contains(&CoreClientAuthMethod::ClientSecretBasic));
        let back = RedirectUrl::new(app.settings.url("/sign-in/town/return")).map_err(bug)?;
        let (id, secret) = (settings.client_id.clone(), settings.client_secret.clone());
        let client =
            CoreClient::from_provider_metadata(found, ClientId::new(id), Some(ClientSecret::new(secret)))
                .set_redirect_uri(back)
                .set_auth_type(if in_body { AuthType::RequestBody } else { AuthType::BasicAuth });
        Ok(Provider { client, http, issuer: settings.issuer.clone(), now: app.now() })
    }

    pub fn departure(&self) -> Departure {
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (address, state, nonce) = self
            .client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scope(Scope::new("email".into()))
            .add_scope(Scope::new("profile".into()))
            .set_pkce_challenge(challenge)
            .url();
        Departure {
            address: address.to_string(),
            state: state.secret().clone(),
            nonce: nonce.secret().clone(),
            verifier: verifier.secret().clone(),
        }
    }

    /// Whose account somebody showed there, by the code that they came back with.
    pub async fn account(&self, code: String, verifier: String, nonce: String) -> Result<Outcome> {
        if code.is_empty() {
            return Ok(Outcome::Refused);
        }
        let request = self.client.exchange_code(AuthorizationCode::new(code)).map_err(away)?;
        let request = request.set_pkce_verifier(PkceCodeVerifier::new(verifier));
        let answer = match request.request_async(&self.http).await {
            Ok(answer) => answer,
            Err(openidconnect::RequestTokenError::Request(why)) => return Err(away(why)),
            Err(why) => return Ok(refused(&why)),
        };
        let now = UNIX_EPOCH + Duration::from_secs(u64::try_from(self.now.as_second()).unwrap_or_default());
        let verifier =
            self.client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(move || now.into());
        let claims = match answer.id_token().map(|token| token.claims(&verifier, &Nonce::new(nonce))) {
            Some(Ok(claims)) => claims,
            Some(Err(why)) => return Ok(refused(&why)),
            None => return Ok(Outcome::Refused),
        };
        let mut account = Account {
            issuer: self.issuer.clone(),
            subject: claims.subject().to_string(),
            proven_email: proven(claims.email(), claims.email_verified()),
            name: claims.name().and_then(|name| name.get(None)).map_or_else(String::new, |n| n.to_string()),
        };
        if claims.email().is_none() {
            self.ask_more(&mut account, answer.access_token().clone(), claims.subject().clone()).await?;
        }
        Ok(Outcome::Account(account))
    }

    /// Many say who somebody is in their token, and only when asked again what their address is.
    async fn ask_more(
        &self,
        account: &mut Account,
        token: openidconnect::AccessToken,
        subject: openidconnect::SubjectIdentifier,
    ) -> Result<()> {
        let Ok(request) = self.client.user_info(token, Some(subject)) else { return Ok(()) };
        let more: CoreUserInfoClaims = match request.request_async(&self.http).await {
            Ok(more) => more,
            Err(openidconnect::UserInfoError::Request(why)) => return Err(away(why)),
            Err(why) => {
                refused(&why);
                return Ok(());
            }
        };
        account.proven_email = proven(more.email(), more.email_verified());
        if let Some(name) = more.name().and_then(|name| name.get(None)) {
            account.name = name.to_string();
        }
        Ok(())
    }
}

/// An address of which the town says that it has made sure.
fn proven(email: Option<&openidconnect::EndUserEmail>, is_verified: Option<bool>) -> Option<String> {
    let email = email.filter(|_| is_verified == Some(true))?.trim().to_lowercase();
    kit::form::is_email(&email).then_some(email)
}

/// What they said, for the log: it names nobody.
fn refused(why: &dyn std::error::Error) -> Outcome {
    tracing::warn!("the town's sign-in said what doesn't hold: {}", reason(why));
    Outcome::Refused
}

fn away(why: impl std::error::Error) -> Error {
    tracing::warn!("the town's sign-in does not answer as it should: {}", reason(&why));
    Error::Unavailable(why.to_string())
}

/// An error, and what it came from.
fn reason(why: &dyn std::error::Error) -> String {
    why.source().map_or_else(|| why.to_string(), |source| format!("{why}: {source}"))
}

fn bug(why: impl std::fmt::Display) -> Error {
    Error::Bug(why.to_string())
}

/// What carries the questions.
struct Http(reqwest::Client);

impl Http {
    fn new() -> Result<Http> {
        // Two libraries of cryptography could be there; ours is chosen once, whoever asks first.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let built = reqwest::Client::builder()
            .timeout(PATIENCE)
            .connect_timeout(PATIENCE / 2)
            // An answer that leads elsewhere is none.
            .redirect(reqwest::redirect::Policy::none())
            .build();
        built.map(Http).map_err(bug)
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, Unanswered> {
        let mut answer = self.0.execute(request.try_into()?).await?;
        let mut response = http::Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            headers.clone_from(answer.headers());
        }
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await? {
            body.extend_from_slice(&piece);
            if body.len() > LARGEST {
                return Err(Unanswered::TooLong);
            }
        }
        response.body(body).map_err(Unanswered::Broken)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = Unanswered;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Unanswered>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

#[derive(Debug, thiserror::Error)]
enum Unanswered {
    #[error(transparent)]
    Away(#[from] reqwest::Error),
    #[error(transparent)]
    Broken(http::Error),
    #[error("it says more than a megabyte")]
    TooLong,
}
