//! The numbers of a closed decision in words and bars.

use super::count::Numbers;
use super::{Decision, Outcome, Published};
use kit::{Chrome, Result, Side};
use people::sectors::Sector;
use tally::two_sides::{Count, SideCount, Verdict};

/// One side as the page shows it.
pub struct SideResult {
    pub side: Side,
    /// The share of yes among yes and no, from 0 to 100, for the bar.
    pub percent: String,
    /// "22 yes, 9 no".
    pub says: String,
    /// "The organisations agreed, by 13."
    pub verdict: String,
    /// "34 of 49 voted".
    pub turnout: String,
    pub numbers: Numbers,
}

pub struct SectorResult {
    /// `None` for those that are counted together.
    pub sector: Option<Sector>,
    pub numbers: Numbers,
}

pub struct Shown {
    pub outcome: Outcome,
    pub organisations: SideResult,
    pub citizens: SideResult,
    pub sectors: Vec<SectorResult>,
    /// What would have changed it, a sentence each.
    pub changes: Vec<String>,
    pub ballots: u64,
}

impl Shown {
    pub fn of(decision: &Decision, sectors: &[Sector], chrome: &Chrome) -> Result<Shown> {
        let published = Published::read(decision)?;
        let count = published.count()?;
        let side = |side: Side, numbers: Numbers| SideResult::of(decision, &count, (side, numbers), chrome);
        Ok(Shown {
            outcome: count.outcome.into(),
            organisations: side(Side::Organisations, published.organisations),
            citizens: side(Side::Citizens, published.citizens),
            sectors: by_sector(&published, sectors),
            changes: changes(&count, chrome),
            ballots: published.ballots(),
        })
    }

    pub fn is_adopted(&self) -> bool {
        self.outcome == Outcome::Adopted
    }

    pub fn sides(&self) -> [&SideResult; 2] {
        [&self.organisations, &self.citizens]
    }

    /// Where no sector has enough ballots to be named, a table would say nothing.
    pub fn names_sectors(&self) -> bool {
        self.sectors.iter().any(|row| row.sector.is_some())
    }

    pub fn has_small_sectors(&self) -> bool {
        self.sectors.iter().any(|row| row.sector.is_none())
    }
}

impl SideResult {
    fn of(decision: &Decision, count: &Count<Side, ()>, of: (Side, Numbers), chrome: &Chrome) -> SideResult {
        let (side, numbers) = of;
        let verdict = count.sides.iter().find(|s| s.side == side).map_or(Verdict::Silent, |s| s.verdict);
        let turnout = chrome.t("decisions-turnout").with("cast", numbers.cast());
        SideResult {
            side,
            percent: percent(numbers),
            says: chrome
                .t("decisions-yes-and-no")
                .with("yes", numbers.yes)
                .with("no", numbers.no)
                .to_string(),
            verdict: says(verdict, side, chrome),
            turnout: turnout.with("voices", decision.voices(side)).to_string(),
            numbers,
        }
    }
}

/// To a tenth, and never at the line of one half but for a tie.
fn percent(numbers: Numbers) -> String {
    let decided = numbers.yes + numbers.no;
    if decided == 0 {
        return "0".into();
    }
    let tenths = match numbers.yes * 1000 / decided {
        500 if numbers.yes > numbers.no => 501,
        tenths => tenths,
    };
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn says(verdict: Verdict, side: Side, chrome: &Chrome) -> String {
    let message = match verdict {
        Verdict::Agrees { by } => chrome.t("decisions-side-agrees").with("by", by),
        Verdict::Refuses { by } => chrome.t("decisions-side-refuses").with("by", by),
        Verdict::Tied { each } => chrome.t("decisions-side-tied").with("each", each),
        Verdict::OnlyAbstained => chrome.t("decisions-side-abstained"),
        Verdict::Silent => chrome.t("decisions-side-silent"),
    };
    message.with("side", side.as_str()).to_string()
}

fn by_sector(published: &Published, sectors: &[Sector]) -> Vec<SectorResult> {
    let row = |sector: &Sector| {
        let found = published.sectors.iter().find(|(id, _)| *id == sector.id);
        found.map(|(_, numbers)| SectorResult { sector: Some(sector.clone()), numbers: *numbers })
    };
    let mut rows: Vec<SectorResult> = sectors.iter().filter_map(row).collect();
    // A sector that was retired since has no name to show; its ballots still belong to the table.
    let retired = published.sectors.iter().filter(|(id, _)| !sectors.iter().any(|s| s.id == *id));
    let rest = retired.fold(published.rest, |sum, (_, numbers)| sum.plus(*numbers));
    if rest.cast() > 0 {
        rows.push(SectorResult { sector: None, numbers: rest });
    }
    rows
}

/// Where it was adopted, each of these alone; where it was rejected, all of them together.
fn changes(count: &Count<Side, ()>, chrome: &Chrome) -> Vec<String> {
    let turning: Vec<_> = count.turning().collect();
    let both =
        (!count.is_adopted() && turning.len() > 1).then(|| chrome.t("decisions-change-both").to_string());
    let each = turning.into_iter().map(|side| change(side, count.is_adopted(), chrome));
    both.into_iter().chain(each).collect()
}

fn change(side: &SideCount<Side, ()>, adopted: bool, chrome: &Chrome) -> String {
    let message = match (adopted, side.swing.moved, side.side) {
        (true, _, Side::Organisations) => chrome.t("decisions-change-stop-organisations"),
        (true, _, Side::Citizens) => chrome.t("decisions-change-stop-citizens"),
        (false, Some(_), Side::Organisations) => chrome.t("decisions-change-turn-organisations"),
        (false, Some(_), Side::Citizens) => chrome.t("decisions-change-turn-citizens"),
        (false, None, Side::Organisations) => chrome.t("decisions-change-more-organisations"),
        (false, None, Side::Citizens) => chrome.t("decisions-change-more-citizens"),
    };
    let moved = side.swing.moved.unwrap_or_default();
    message.with("moved", moved).with("more", side.swing.more).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_majority_of_one_voice_is_drawn_past_the_line() {
        let of = |yes, no| percent(Numbers { yes, no, abstain: 3 });
        assert_eq!(of(2_001, 2_000), "50.1");
        assert_eq!(of(2_000, 2_000), "50.0");
        assert_eq!(of(2_000, 2_001), "49.9");
        assert_eq!(of(22, 9), "70.9");
        assert_eq!(of(0, 0), "0");
    }
}
