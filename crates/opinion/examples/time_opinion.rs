//! Prints how long a whole map and one more vote take.
//!
//! `cargo run --release -p opinion --example time_opinion [votes.csv.gz]` (participant,statement,vote); without
//! a file it makes up a conversation of 11,607 people, 896 statements and about a million votes.

use flate2::read::GzDecoder;
use opinion::{Conversation, Live, Options, Statement, Vote, common_ground, draw, slate};
use rustix::time::{ClockId, clock_gettime};
use std::io::Read;
use std::time::Instant;

type Votes = Vec<(usize, usize, Vote)>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let votes = match std::env::args().nth(1) {
        Some(path) => read(&path)?,
        None => made_up(11_607, 896),
    };
    let votes = without_gaps(votes);
    let participants = votes.iter().map(|vote| vote.0 + 1).max().unwrap_or(0);
    let statements = votes.iter().map(|vote| vote.1 + 1).max().unwrap_or(0);
    println!("{participants} people, {statements} statements, {} votes", votes.len());
    let conversation = timed("taking in the votes", || {
        Conversation::with_votes(vec![Statement::default(); statements], participants, votes)
    })?;
    for (name, options) in [
        ("the published pipeline", Options { resamples: 0, ..Options::polis2021() }),
        ("the whole map, tested for groups", Options { resamples: 0, ..Options::default() }),
        ("the whole map, tested and resampled", Options::default()),
    ] {
        let picture = timed(name, || draw(&conversation, &options, None))?;
        println!(
            "  {} groups, {:?}, stability {:?}",
            picture.groups.len(),
            picture.verdict,
            picture.stability
        );
    }
    let picture = draw(&conversation, &Options::default(), None)?;
    let ground = timed("common ground", || common_ground(&picture));
    println!("  {} statements", ground.len());
    let steps = timed("a slate of ten", || slate(&conversation, &picture, 10));
    println!("  {:?}", steps.iter().map(|step| step.statement).collect::<Vec<_>>());
    follow(conversation)?;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(peak) = status.lines().find(|line| line.starts_with("VmHWM")) {
        println!("most memory: {}", peak.trim_start_matches("VmHWM:").trim());
    }
    Ok(())
}

/// A thousand votes, each by somebody on something.
fn follow(conversation: Conversation) -> Result<(), Box<dyn std::error::Error>> {
    let (people, statements) = (conversation.participants(), conversation.statements().len());
    let options = Options { resamples: 0, ..Options::default() };
    let mut live = timed("a map that follows the votes, begun", || Live::start(conversation, options, None))?;
    let mut each = Vec::new();
    for n in 0..1_000_usize {
        let before = cpu_ms();
        live.vote(n * 7_919 % people, n * 104_729 % statements, Vote::ALL[n % 3])?;
        each.push(cpu_ms() - before);
    }
    println!("{:9.2} ms computing: a thousand votes", each.iter().sum::<f64>());
    each.sort_by(f64::total_cmp);
    let [median, most, worst] = [each[500], each[990], each[999]];
    println!(
        "  one vote: median {median:.3} ms, 99 of 100 below {most:.3} ms, longest (axes anew) {worst:.3} ms; drift {:.1e}",
        live.drift()
    );
    Ok(())
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (start, cpu) = (Instant::now(), cpu_ms());
    let done = work();
    let (used, took) = (cpu_ms() - cpu, start.elapsed().as_secs_f64() * 1e3);
    println!("{took:9.2} ms, of which {used:9.2} ms computing: {what}");
    done
}

/// What this thread has computed so far: on a busy machine it says more than a clock.
fn cpu_ms() -> f64 {
    let told = clock_gettime(ClockId::ThreadCPUTime);
    told.tv_sec as f64 * 1e3 + told.tv_nsec as f64 / 1e6
}

fn read(path: &str) -> Result<Votes, Box<dyn std::error::Error>> {
    let mut text = String::new();
    let file = std::fs::File::open(path)?;
    if path.ends_with(".gz") {
        GzDecoder::new(file).read_to_string(&mut text)?;
    } else {
        std::io::BufReader::new(file).read_to_string(&mut text)?;
    }
    let mut votes = Votes::new();
    for line in text.lines().skip(1) {
        let mut fields = line.split(',').map(str::parse::<i64>);
        let mut field = || fields.next().ok_or("a line with fewer than three fields");
        let (participant, statement, vote) = (field()??, field()??, field()??);
        let vote = [Vote::Disagree, Vote::Pass, Vote::Agree][usize::try_from(vote + 1)?.min(2)];
        votes.push((usize::try_from(participant)?, usize::try_from(statement)?, vote));
    }
    Ok(votes)
}

/// Participants numbered as they come; who never voted has no number.
fn without_gaps(votes: Votes) -> Votes {
    let mut numbers = std::collections::BTreeMap::new();
    let mut number = |id| {
        let next = numbers.len();
        *numbers.entry(id).or_insert(next)
    };
    votes.into_iter().map(|(participant, statement, vote)| (number(participant), statement, vote)).collect()
}

/// Three camps, each voting on a tenth of the statements.
fn made_up(participants: usize, statements: usize) -> Votes {
    let mut state = 7_u64;
    let mut below = move |n: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % n
    };
    let mut votes = Votes::new();
    for participant in 0..participants {
        for statement in 0..statements {
            if below(10) == 0 {
                let leans = (statement * 7 + (participant % 3) * statement) % 3;
                let vote = if below(10) < 6 { leans } else { below(3) as usize };
                votes.push((participant, statement, Vote::ALL[vote]));
            }
        }
    }
    votes
}
