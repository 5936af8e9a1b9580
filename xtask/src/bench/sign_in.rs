//! Whether the time of an answer tells that an address is known here: two thousand ask for a link, every
//! other one with an address that somebody has.

use std::time::Instant;

use anyhow::{Result, ensure};

use super::budgets::Budget;
use super::server::Server;

/// Of each kind.
const ASKED: usize = 1_000;

/// How far apart the two may be, in standard deviations of chance: beyond this, one of a thousand would lie.
const CHANCE: f64 = 3.3;

pub fn measure(server: &Server) -> Result<Vec<Budget>> {
    println!("asking for links to sign in by");
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for n in 0..ASKED {
        // In turns, and each kind first as often, so that whatever else the machine does befalls both.
        let pair = [(&mut known, "person"), (&mut unknown, "nobody")];
        let pair: Vec<_> = if n % 2 == 0 { pair.into() } else { pair.into_iter().rev().collect() };
        for (times, who) in pair {
            times.push(ask(server, who, n)?);
        }
    }
    let (of_known, of_unknown) = (median(&known), median(&unknown));
    Ok(vec![
        Budget::at_most("asking for a link, the median", of_known.max(of_unknown), 20.0, "ms"),
        Budget::at_most(
            format!("known ({of_known:.2} ms) against unknown ({of_unknown:.2} ms) addresses"),
            rank_distance(&known, &unknown),
            CHANCE,
            "σ",
        ),
    ])
}

/// How long the answer takes, in milliseconds. Each comes from a network of its own, within the limits.
fn ask(server: &Server, who: &str, n: usize) -> Result<f64> {
    let (email, kind) = (format!("{who}{}@nagyvolgy.example", n + 1_000), u8::from(who == "person"));
    let network = format!("10.{kind}.{}.{}", n / 250, n % 250);
    let began = Instant::now();
    let status = server.post("/sign-in", &[("email", &email)], &network)?;
    let took = began.elapsed().as_secs_f64() * 1000.0;
    ensure!((200..400).contains(&status), "/sign-in answers {status}");
    Ok(took)
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// The rank-sum test of Mann and Whitney (1947): by how many standard deviations the ranks of one are off
/// what chance gives. Times hardly ever tie, so ties are left as they come.
fn rank_distance(a: &[f64], b: &[f64]) -> f64 {
    let mut all: Vec<(f64, bool)> =
        a.iter().map(|t| (*t, true)).chain(b.iter().map(|t| (*t, false))).collect();
    all.sort_by(|x, y| x.0.total_cmp(&y.0));
    let ranks: f64 = all.iter().enumerate().filter(|(_, (_, of_a))| *of_a).map(|(n, _)| n as f64 + 1.0).sum();
    let (m, n) = (a.len() as f64, b.len() as f64);
    let expected = m * (m + n + 1.0) / 2.0;
    let deviation = (m * n * (m + n + 1.0) / 12.0).sqrt();
    ((ranks - expected) / deviation).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_is_near_and_what_differs_is_far() {
        let even: Vec<f64> = (0..1000).map(|n| f64::from(n * 2)).collect();
        let odd: Vec<f64> = (0..1000).map(|n| f64::from(n * 2 + 1)).collect();
        let later: Vec<f64> = odd.iter().map(|t| t + 200.0).collect();
        assert!(rank_distance(&even, &odd) < 0.1);
        assert!(rank_distance(&even, &later) > CHANCE);
    }

    #[test]
    fn a_small_case_counted_by_hand() {
        // Ranks 1, 2 and 3, 4: the sum is 3, expected 5, the deviation √(2·2·5/12).
        assert!((rank_distance(&[1.0, 2.0], &[3.0, 4.0]) - 2.0 / (20.0_f64 / 12.0).sqrt()).abs() < 1e-9);
    }
}
