//! A town's sign-in, as far as OpenID Connect goes, that can also say what no honest one would.

use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use jiff::Timestamp;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::net::TcpListener;
use std::sync::{Arc, Mutex, MutexGuard};
use url::Url;

/// What it says next.
#[derive(Clone)]
pub struct Says {
    pub subject: String,
    pub email: String,
    pub is_verified: Value,
    pub name: String,
    /// In place of what was asked for.
    pub nonce: Option<String>,
    pub audience: Value,
    pub issuer: Option<String>,
    pub ends: Timestamp,
    /// Whether the keys that it shows are those that it signs with.
    pub signs_itself: bool,
    pub algorithm: &'static str,
    /// Whether the token holds the address, or only the answer to a further question.
    pub tells_in_token: bool,
}

#[derive(Clone)]
pub struct Provider(Arc<Inner>);

struct Inner {
    url: String,
    key: SigningKey,
    says: Mutex<Says>,
    /// What was asked of somebody who is there now: nonce and challenge.
    asked: Mutex<Option<(String, String)>>,
}

fn new_key() -> SigningKey {
    let mut scalar = kit::token::bytes::<32>();
    scalar[0] &= 0x7f;
    SigningKey::from_slice(&scalar).unwrap()
}

impl Provider {
    /// Somebody with an account there; it ends after a while that begins now.
    pub fn start(now: Timestamp) -> Provider {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let says = Says {
            subject: "17".into(),
            email: "Marta@example.org".into(),
            is_verified: true.into(),
            name: "Márta Tóth-Nagy".into(),
            nonce: None,
            audience: "kalaka".into(),
            issuer: None,
            ends: now + jiff::SignedDuration::from_mins(5),
            signs_itself: true,
            algorithm: "ES256",
            tells_in_token: true,
        };
        let provider = Provider(Arc::new(Inner {
            url,
            key: new_key(),
            says: Mutex::new(says),
            asked: Mutex::default(),
        }));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(configuration))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/me", get(me))
            .with_state(provider.clone());
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                axum::serve(listener, router).await.unwrap();
            });
        });
        provider
    }

    pub fn url(&self) -> &str {
        &self.0.url
    }

    pub fn says(&self) -> MutexGuard<'_, Says> {
        self.0.says.lock().unwrap()
    }

    /// Somebody signs in there, who was sent to this address: where they go back to.
    pub fn sends_back(&self, address: &str) -> String {
        let address = Url::parse(address).unwrap();
        assert_eq!(address.origin().ascii_serialization(), self.0.url);
        let fields: HashMap<String, String> = address.query_pairs().into_owned().collect();
        assert_eq!((fields["client_id"].as_str(), fields["response_type"].as_str()), ("kalaka", "code"));
        assert_eq!(fields["redirect_uri"], "http://localhost/sign-in/town/return");
        assert_eq!(fields["code_challenge_method"], "S256");
        assert!(fields["scope"].contains("openid") && fields["scope"].contains("email"));
        *self.0.asked.lock().unwrap() = Some((fields["nonce"].clone(), fields["code_challenge"].clone()));
        format!("/sign-in/town/return?code=abc&state={}", fields["state"])
    }

    fn signed(&self, says: &Says, nonce: &str) -> String {
        let mut claims = json!({
            "iss": says.issuer.as_ref().unwrap_or(&self.0.url),
            "sub": says.subject,
            "aud": says.audience,
            "exp": says.ends.as_second(),
            "iat": says.ends.as_second() - 300,
            "nonce": says.nonce.as_deref().unwrap_or(nonce),
        });
        if says.tells_in_token {
            claims["email"] = says.email.clone().into();
            claims["email_verified"] = says.is_verified.clone();
            claims["name"] = says.name.clone().into();
        }
        let header = json!({ "alg": says.algorithm, "kid": "one" });
        let text = format!("{}.{}", BASE64.encode(header.to_string()), BASE64.encode(claims.to_string()));
        let signature: Signature = if says.signs_itself {
            self.0.key.sign(text.as_bytes())
        } else {
            new_key().sign(text.as_bytes())
        };
        let signature =
            if says.algorithm == "none" { String::new() } else { BASE64.encode(signature.to_bytes()) };
        format!("{text}.{signature}")
    }
}

async fn configuration(State(provider): State<Provider>) -> Json<Value> {
    let url = provider.url();
    Json(json!({
        "issuer": url,
        "authorization_endpoint": format!("{url}/authorize"),
        "token_endpoint": format!("{url}/token"),
        "userinfo_endpoint": format!("{url}/me"),
        "jwks_uri": format!("{url}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    }))
}

async fn keys(State(provider): State<Provider>) -> Json<Value> {
    let point = provider.0.key.verifying_key().to_sec1_point(false);
    let half = |bytes: Option<&[u8]>| BASE64.encode(bytes.unwrap());
    let (x, y) = (half(point.x().map(|x| x.as_slice())), half(point.y().map(|y| y.as_slice())));
    Json(
        json!({ "keys": [{ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "one", "x": x, "y": y }] }),
    )
}

/// Gives a token for the code, once, to whoever shows what the challenge was made of.
async fn token(
    State(provider): State<Provider>,
    headers: HeaderMap,
    Form(fields): Form<HashMap<String, String>>,
) -> (StatusCode, Json<Value>) {
    let refusal = (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" })));
    let Some((nonce, challenge)) = provider.0.asked.lock().unwrap().take() else { return refusal };
    let shown = BASE64.encode(Sha256::digest(fields["code_verifier"].as_bytes()));
    let client = headers["authorization"].to_str().unwrap();
    if (fields["code"].as_str(), shown) != ("abc", challenge) || client != "Basic a2FsYWthOnNlY3JldA==" {
        return refusal;
    }
    let says = provider.says().clone();
    let token = provider.signed(&says, &nonce);
    (StatusCode::OK, Json(json!({ "access_token": "xyz", "token_type": "Bearer", "id_token": token })))
}

async fn me(State(provider): State<Provider>, headers: HeaderMap) -> Json<Value> {
    assert_eq!(headers["authorization"], "Bearer xyz");
    let says = provider.says().clone();
    Json(
        json!({ "sub": says.subject, "email": says.email, "email_verified": says.is_verified, "name": says.name }),
    )
}
