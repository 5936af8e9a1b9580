//! Photos sent by many at once: how long the last one waits, and how much memory the server takes meanwhile.

use std::io::Cursor;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use image::{ImageFormat, Rgb, RgbImage};

use super::budgets::Budget;
use super::server::Server;
use super::town::Town;

const AT_ONCE: usize = 20;

/// As a phone takes them: 12 megapixels.
const SIZE: (u32, u32) = (4000, 3000);

pub fn measure(server: &Server, town: &Town) -> Result<Vec<Budget>> {
    println!("{AT_ONCE} photos at once");
    let photo = photo()?;
    let sessions: Vec<String> = town.list("sessions").into_iter().take(AT_ONCE).collect();
    ensure!(sessions.len() == AT_ONCE, "too few are signed in");
    let (is_done, began) = (AtomicBool::new(false), Instant::now());
    let (sent, most) = thread::scope(|scope| {
        let watch = scope.spawn(|| watch(server, &is_done));
        let senders: Vec<_> =
            sessions.iter().map(|session| scope.spawn(|| server.upload("/files", session, &photo))).collect();
        let sent: Result<Vec<u16>> =
            senders.into_iter().map(|sender| sender.join().unwrap_or_else(|_| Ok(0))).collect();
        is_done.store(true, Ordering::Relaxed);
        (sent, watch.join().unwrap_or_else(|_| Ok(f64::INFINITY)))
    });
    let (sent, took) = (sent?, began.elapsed().as_secs_f64());
    ensure!(sent.iter().all(|status| *status == 200), "not all photos were taken: {sent:?}");
    Ok(vec![
        Budget::at_most("20 photos of 12 megapixels at once, all kept", took, 30.0, "s"),
        Budget::at_most("private memory while 20 photos come", most?, 450.0, "MB"),
    ])
}

/// The most memory until it is done.
fn watch(server: &Server, is_done: &AtomicBool) -> Result<f64> {
    let mut most = 0.0_f64;
    while !is_done.load(Ordering::Relaxed) {
        most = most.max(server.memory()?.private);
        thread::sleep(Duration::from_millis(5));
    }
    Ok(most)
}

/// Waves with some grain: packed about as a photo is.
fn photo() -> Result<Vec<u8>> {
    let dot = |x: u32, y: u32| {
        let grain =
            (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(2_246_822_519) >> 28;
        let wave = |step: u32| ((f64::from(x + step * y) / 97.0).sin() * 100.0 + 120.0) as u8;
        Rgb([wave(1), wave(2), wave(3)].map(|light| light.saturating_add(grain as u8)))
    };
    let mut photo = Cursor::new(Vec::new());
    RgbImage::from_fn(SIZE.0, SIZE.1, dot).write_to(&mut photo, ImageFormat::Jpeg)?;
    Ok(photo.into_inner())
}
