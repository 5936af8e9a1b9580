//! A visitor without a browser: keeps cookies, follows nothing by itself, calls the router in the
//! same process.

pub mod faults;

pub use pictures::samples::{CANARY, photo, picture};

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::response::Response;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tower::ServiceExt;

/// The whole site as one service.
pub type Service = tower::util::BoxCloneSyncService<Request<Body>, Response, std::convert::Infallible>;

/// One visitor's browser, as far as forms and links go.
#[derive(Clone)]
pub struct Browser {
    service: Service,
    runtime: Arc<tokio::runtime::Runtime>,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    language: &'static str,
    headers: Vec<(&'static str, &'static str)>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn status(&self) -> u16 {
        self.status
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Where a redirect leads; empty where it is none.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    pub fn contains(&self, text: &str) -> bool {
        self.text().contains(text)
    }
}

impl Browser {
    pub fn new(service: Service, runtime: Arc<tokio::runtime::Runtime>) -> Browser {
        Browser { service, runtime, cookies: Arc::default(), language: "en", headers: Vec::new() }
    }

    /// Another visitor of the same site, without cookies.
    pub fn stranger(&self) -> Browser {
        Browser { cookies: Arc::default(), ..self.clone() }
    }

    #[must_use]
    pub fn speaking(mut self, language: &'static str) -> Browser {
        self.language = language;
        self
    }

    /// Sends one more header with each request: another origin, a device's name.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: &'static str) -> Browser {
        self.headers.push((name, value));
        self
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None, "application/x-www-form-urlencoded")
    }

    /// Sends a form.
    pub fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        self.send(Method::POST, path, Some(body.into_bytes()), "application/x-www-form-urlencoded")
    }

    /// Sends a form with one file.
    pub fn upload(
        &self,
        path: &str,
        field: &str,
        file_name: &str,
        content: &[u8],
        form: &[(&str, &str)],
    ) -> Answer {
        const EDGE: &str = "edge-of-a-part";
        let mut body = Vec::new();
        for (name, value) in form {
            let part =
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{file_name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
        self.send(Method::POST, path, Some(body), &format!("multipart/form-data; boundary={EDGE}"))
    }

    /// The value of a cookie; empty where there is none.
    pub fn cookie(&self, name: &str) -> String {
        self.jar().get(name).cloned().unwrap_or_default()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.jar().insert(name.into(), value.into());
    }

    fn jar(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends any request with the cookies of this browser.
    pub fn send(&self, method: Method, path: &str, body: Option<Vec<u8>>, content_type: &str) -> Answer {
        let cookies = self.jar().iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ");
        let plain = Request::builder().method(method);
        let named = self.headers.iter().fold(plain, |request, (name, value)| request.header(*name, *value));
        let request = named
            .uri(path)
            .header(header::HOST, "localhost")
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::COOKIE, cookies)
            .header(header::CONTENT_TYPE, content_type)
            .body(body.map_or_else(Body::empty, Body::from))
            .unwrap_or_default();
        self.runtime.block_on(async {
            let Ok(response) = self.service.clone().oneshot(request).await;
            self.keep_cookies(response.headers());
            read(response).await
        })
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        for set in headers.get_all(header::SET_COOKIE).iter().filter_map(|v| v.to_str().ok()) {
            let pair = set.split(';').next().unwrap_or_default();
            let Some((name, value)) = pair.split_once('=') else { continue };
            if value.is_empty() || set.contains("Max-Age=0") {
                self.jar().remove(name);
            } else {
                self.jar().insert(name.into(), value.into());
            }
        }
    }
}

async fn read(response: Response) -> Answer {
    let (status, headers) = (response.status(), response.headers().clone());
    let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap_or_default();
    Answer { status: status_number(status), headers, body: body.to_vec() }
}

fn status_number(status: StatusCode) -> u16 {
    status.as_u16()
}
