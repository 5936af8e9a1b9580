//! A place on the loopback that the scanner wants the platform to fetch from: whoever asks there for more than
//! the scanner's own two addresses was talked into it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use anyhow::Result;

/// Where the scanner asks what has come.
const ITS_OWN: [&str; 3] = ["/", "/get_ssrf.php", "/get_xxe.php"];

pub struct Endpoint {
    pub url: String,
    fetched: Arc<Mutex<Vec<String>>>,
}

impl Endpoint {
    pub fn start() -> Result<Endpoint> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let url = format!("http://{}/", listener.local_addr()?);
        let fetched = Arc::new(Mutex::new(Vec::new()));
        let list = Arc::clone(&fetched);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if let (Some(path), Ok(mut list)) = (answer(&stream), list.lock()) {
                    list.push(path);
                }
            }
        });
        Ok(Endpoint { url, fetched })
    }

    /// What somebody has fetched here.
    pub fn fetched(&self) -> Vec<String> {
        self.fetched.lock().map(|list| list.clone()).unwrap_or_default()
    }
}

/// Says that nothing has come; the path that was asked for, if it is not the scanner's own.
fn answer(mut stream: &TcpStream) -> Option<String> {
    let mut line = String::new();
    let mut reader = BufReader::new(stream);
    reader.read_line(&mut line).ok()?;
    let mut head = String::new();
    while reader.read_line(&mut head).ok()? > 2 {
        head.clear();
    }
    let nothing = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
    stream.write_all(nothing.as_bytes()).ok()?;
    let target = line.split(' ').nth(1)?;
    let path = target.split('?').next()?;
    (!ITS_OWN.contains(&path)).then(|| target.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_not_the_scanners_own_is_noted() {
        let endpoint = Endpoint::start().unwrap();
        for path in ["get_ssrf.php?session_id=x", "ssrf/x/1/2/"] {
            ureq::get(format!("{}{path}", endpoint.url)).call().unwrap();
        }
        // The answer is sent before it is noted.
        thread::sleep(std::time::Duration::from_millis(100));
        assert_eq!(endpoint.fetched(), ["/ssrf/x/1/2/"]);
    }
}
