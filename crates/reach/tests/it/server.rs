//! A mail server, as far as taking a letter goes: enough to see what we say to one, and what we do when it
//! says no. That real servers take our letters is tried by hand.

use crate::desk::{Desk, letter, until};
use jiff::SignedDuration;
use reach::{Handlers, Mailer};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// Takes letters on a port of its own; says no to the first `refusals` of them.
struct Postmaster {
    url: String,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Postmaster {
    fn refusing(refusals: usize) -> Postmaster {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let taken: Arc<Mutex<Vec<String>>> = Arc::default();
        let (kept, left) = (taken.clone(), Arc::new(Mutex::new(refusals)));
        std::thread::spawn(move || {
            for line in listener.incoming().map_while(Result::ok) {
                let (kept, left) = (kept.clone(), left.clone());
                std::thread::spawn(move || talk(line, &kept, &left));
            }
        });
        Postmaster { url, taken }
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

/// One conversation; ends when the other side hangs up.
fn talk(line: TcpStream, taken: &Mutex<Vec<String>>, refusals: &Mutex<usize>) -> Option<()> {
    let mut out = line.try_clone().ok()?;
    let mut lines = BufReader::new(line).lines();
    let mut say = |text: &str| out.write_all(format!("{text}\r\n").as_bytes()).ok();
    say("220 post.example ESMTP")?;
    while let Some(Ok(said)) = lines.next() {
        let word = said.split(' ').next().unwrap_or_default().to_uppercase();
        match word.as_str() {
            "EHLO" => say("250-post.example\r\n250 8BITMIME")?,
            "RCPT" if std::mem::take(&mut *refusals.lock().unwrap()) > 0 => {
                say("450 4.2.1 <marta@example.org> is busy")?
            }
            "DATA" => {
                say("354 go on")?;
                let text: Vec<String> =
                    lines.by_ref().map_while(Result::ok).take_while(|l| l != ".").collect();
                taken.lock().unwrap().push(text.join("\n"));
                say("250 taken")?;
            }
            "QUIT" => say("221 bye")?,
            _ => say("250 well")?,
        }
    }
    Some(())
}

fn handlers(url: &str) -> Handlers {
    Handlers::new(Mailer::new(Some(url), &std::env::temp_dir()).unwrap())
}

#[test]
fn a_letter_goes_to_the_mail_server() {
    let post = Postmaster::refusing(0);
    let desk = Desk::with(handlers(&post.url));
    desk.send(letter("marta@example.org"));
    until("sent", || desk.jobs() == 0);
    let taken = post.taken();
    assert_eq!(taken.len(), 1);
    assert!(taken[0].contains("Subject: Hello") && taken[0].ends_with("One line."));
}

#[test]
fn a_letter_that_is_refused_for_now_goes_a_minute_later_and_no_address_is_kept() {
    let post = Postmaster::refusing(1);
    let desk = Desk::with(handlers(&post.url));
    desk.send(letter("marta@example.org"));
    until("refused", || desk.job().2.is_some());
    assert_eq!(desk.job().2.as_deref(), Some("the mail server said 450"));
    desk.town.wait(SignedDuration::from_mins(1));
    until("sent", || desk.jobs() == 0);
    assert_eq!(post.taken().len(), 1);
}

#[test]
fn a_mail_server_that_is_away_loses_nothing() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let desk = Desk::with(handlers(&format!("smtp://{gone}")));
    desk.send(letter("marta@example.org"));
    until("tried", || desk.job().2.is_some());
    let error = desk.job().2.unwrap();
    assert!(error.contains("can't be reached") && !error.contains("marta"), "{error}");
    assert_eq!(desk.jobs(), 1);
}
