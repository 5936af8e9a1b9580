//! A sign of life on standard error, where that is a terminal, for what takes over a second.

use indicatif::{ProgressBar, ProgressStyle};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(1);

/// Does the work, and says what is being done as soon as that has lasted a second.
pub fn during<T>(what: &'static str, work: impl FnOnce() -> T) -> T {
    watched(PATIENCE, || spinner(what), work)
}

/// Does the work, beside a bar as soon as that has lasted so long.
fn watched<T>(patience: Duration, bar: impl FnOnce() -> ProgressBar + Send, work: impl FnOnce() -> T) -> T {
    let (working, done) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            if done.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
                let bar = bar();
                // Ends when the work does, which gives the other end up.
                _ = done.recv();
                bar.finish_and_clear();
            }
        });
        let result = work();
        drop(working);
        result
    })
}

fn spinner(what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new_spinner().with_elapsed(PATIENCE).with_message(what);
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} … {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_long_shows_a_sign_while_it_lasts() {
        let (shown, seen) = channel();
        let bar = ProgressBar::hidden();
        let show = || {
            shown.send(()).unwrap();
            bar.clone()
        };
        // The work ends only once the sign is there.
        let lasted = watched(Duration::ZERO, show, || {
            let seen = seen.recv_timeout(Duration::from_secs(60));
            seen.is_ok() && !bar.is_finished()
        });
        assert!(lasted && bar.is_finished());
    }

    #[test]
    fn what_is_quick_shows_none() {
        let done = watched(Duration::from_secs(3600), || panic!("a sign"), || 7);
        assert_eq!(done, 7);
    }
}
