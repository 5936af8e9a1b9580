//! A device that keeps a passkey, and the browser around it, as far as WebAuthn goes: what the standard has it sign,
//! byte by byte, so that a test can also have it sign what no honest one would.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The flags of what is signed: somebody was there; it was them; a key comes along.
const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const KEY: u8 = 64;

#[derive(Clone)]
pub struct Device {
    key: SigningKey,
    id: Vec<u8>,
    handle: Vec<u8>,
    counter: u32,
    /// Some count how often they were used, and some say 0 always.
    pub counts: bool,
    /// What the browser says it is on.
    pub origin: String,
    /// For which host the device signs.
    pub host: String,
    /// Whether it asked for a finger or a code.
    pub verifies: bool,
}

impl Device {
    pub fn new() -> Device {
        let mut scalar = kit::token::bytes::<32>();
        // Below the order of the curve.
        scalar[0] &= 0x7f;
        Device {
            key: SigningKey::from_slice(&scalar).unwrap(),
            id: kit::token::bytes::<16>().to_vec(),
            handle: Vec::new(),
            counter: 1,
            counts: true,
            origin: "http://localhost".into(),
            host: "localhost".into(),
            verifies: true,
        }
    }

    /// Answers the question for a new key, as a page sends it.
    pub fn make(&mut self, asked: &Value) -> String {
        let asked = &asked["publicKey"];
        self.handle = BASE64.decode(text(&asked["user"]["id"])).unwrap();
        let mut told = self.told(KEY);
        told.extend([0; 16]);
        told.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        told.extend(&self.id);
        told.extend(self.public_key());
        // {"fmt": "none", "attStmt": {}, "authData": …} in CBOR.
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(told.len()).unwrap());
        object.extend(told);
        let said = self.said("webauthn.create", asked);
        self.sent(
            json!({ "attestationObject": BASE64.encode(object), "clientDataJSON": BASE64.encode(said) }),
        )
    }

    /// Answers the question who somebody is, as a page sends it.
    pub fn answer(&mut self, asked: &Value) -> String {
        let said = self.said("webauthn.get", &asked["publicKey"]);
        self.counter += 1;
        let told = self.told(0);
        let signed = [told.as_slice(), &sha256(&said)].concat();
        let signature: DerSignature = self.key.sign(&signed);
        self.sent(json!({
            "authenticatorData": BASE64.encode(told),
            "clientDataJSON": BASE64.encode(said),
            "signature": BASE64.encode(signature.as_bytes()),
            "userHandle": BASE64.encode(&self.handle),
        }))
    }

    /// What a device tells of itself.
    fn told(&self, more: u8) -> Vec<u8> {
        let verified = if self.verifies { VERIFIED } else { 0 };
        let counter = if self.counts { self.counter } else { 0 };
        let flags = [PRESENT | verified | more];
        [sha256(self.host.as_bytes()).as_slice(), &flags, &counter.to_be_bytes()].concat()
    }

    /// What a browser says.
    fn said(&self, kind: &str, asked: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": asked["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    fn sent(&self, response: Value) -> String {
        let id = BASE64.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} })
            .to_string()
    }

    /// The public half: {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().unwrap(), point.y().unwrap());
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".as_slice(), x, b"\x22\x58\x20", y].concat()
    }
}

fn sha256(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
