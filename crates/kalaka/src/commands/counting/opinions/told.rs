//! A mapped conversation in plain words.

use super::Mapped;
use crate::commands::counting::page::{Page, grouped, so_many};
use opinion::{
    Direction, Evidence, Ground, Share, Verdict, Vote, common_ground, divisive, hardly_voted, representative,
};

/// The most statements on a list.
const MOST: usize = 10;

/// Fewer votes of a group say nothing of it.
pub const FEW: u32 = 5;

impl Mapped {
    pub fn told(&self, name: &str) -> String {
        let conversation = &self.read.conversation;
        let mut page = Page::default();
        page.sentence(&format!(
            "{name}: {} people, {}, {}",
            grouped(conversation.participants()),
            so_many(conversation.statements().len() as u64, "statement"),
            so_many(conversation.vote_count() as u64, "vote")
        ));
        self.tell_groups(&mut page);
        self.tell_ground(&mut page);
        self.tell_divides(&mut page);
        self.tell_slate(&mut page);
        self.tell_doubts(&mut page);
        page.into_text()
    }

    /// A statement in its own words, or by its number.
    fn statement(&self, place: usize) -> String {
        match self.read.texts[place].as_str() {
            "" => format!("statement {}", self.read.ids[place]),
            text => format!("“{text}” ({})", self.read.ids[place]),
        }
    }

    fn group(&self, place: usize) -> String {
        self.picture.groups.get(place).map_or_else(|| "everybody".to_owned(), |group| group.letter())
    }

    fn tell_groups(&self, page: &mut Page) {
        let picture = &self.picture;
        page.heading("Opinion groups");
        page.sentence(&verdict(&picture.verdict, picture.groups.len()));
        if let Some(stability) = &picture.stability {
            page.sentence(&format!(
                "With people drawn anew {} times the groups are alike by {:.2} on average, {:.2} at least (adjusted Rand \
                 index; 1 is always the same, 0 is chance).",
                stability.resamples, stability.mean, stability.lowest
            ));
        }
        for (group, standings) in picture.groups.iter().zip(&picture.standings) {
            page.line("");
            page.line(&format!("Group {}, {} people:", group.letter(), grouped(group.people)));
            for found in representative(standings, &picture.counted) {
                let share = standings[found.statement].share(found.direction);
                page.sentence(&format!(
                    "- {} {}: {}",
                    verb(found.direction),
                    self.statement(found.statement),
                    percent(share)
                ));
            }
        }
    }

    fn tell_ground(&self, page: &mut Page) {
        page.heading("Common ground");
        let ground = common_ground(&self.picture);
        if ground.is_empty() {
            page.line("No statement has more than half behind it in every group.");
        }
        ground.iter().take(MOST).for_each(|ground| page.sentence(&self.ground(ground)));
        more(page, ground.len());
    }

    fn ground(&self, ground: &Ground) -> String {
        let mut told = format!(
            "- All {} {}: {}",
            verb(ground.direction),
            self.statement(ground.statement),
            percent(ground.overall)
        );
        if !self.picture.groups.is_empty() {
            let weakest = ground.across_groups;
            told += &format!("; least in group {}, {}", self.group(weakest.which), percent(weakest.share));
        }
        for (weakest, lens) in ground.across_labels.iter().zip(&self.picture.lenses) {
            if let Some(weakest) = weakest {
                told += &format!(
                    "; by {} least of {}, {}",
                    lens.name,
                    lens.labels[weakest.which],
                    percent(weakest.share)
                );
            }
        }
        let withheld: usize = ground.withheld.iter().sum();
        if withheld > 0 {
            told += &format!("; {} withheld, for too few voted", so_many(withheld as u64, "label"));
        }
        told + if ground.is_certain() { "." } else { "; not certain of a larger town." }
    }

    fn tell_divides(&self, page: &mut Page) {
        page.heading("What divides");
        let divides = divisive(&self.picture);
        if divides.is_empty() {
            page.line("Nothing on which groups differ significantly.");
        }
        for divide in divides.iter().take(MOST) {
            page.sentence(&format!(
                "- {}: group {} agrees with {}, group {} with {}.",
                self.statement(divide.statement),
                self.group(divide.most.which),
                percent(divide.most.share),
                self.group(divide.least.which),
                percent(divide.least.share)
            ));
        }
        more(page, divides.len());
    }

    fn tell_slate(&self, page: &mut Page) {
        page.heading("A slate that represents everybody");
        for step in &self.slate {
            let by = if step.is_completion { ", to complete the list" } else { "" };
            let sure = step.paid_by_agreeing * 100.0;
            page.sentence(&format!(
                "- {}{by} ({sure:.0} % paid by people who have seen it and agree, the rest by estimate)",
                self.statement(step.statement)
            ));
        }
    }

    fn tell_doubts(&self, page: &mut Page) {
        page.heading("To keep in mind");
        let unheard = hardly_voted(&self.picture, FEW);
        for (place, _) in self.picture.groups.iter().enumerate() {
            let of = unheard.iter().filter(|unheard| unheard.group == place).count();
            let told = so_many(of as u64, "statement");
            page.sentence(&format!("Group {} has hardly voted on {told}.", self.group(place)));
        }
        for straight in &self.picture.straight_liners {
            let vote = match straight.vote {
                Vote::Agree => "agree",
                Vote::Pass => "pass",
                Vote::Disagree => "disagree",
            };
            page.sentence(&format!(
                "Participant {} said {vote} to all {} statements, which others' votes make unlikely.",
                self.read.people[straight.participant], straight.votes
            ));
        }
        page.line("Shares stand with the interval in which they lie with 95 % confidence.");
    }
}

fn verdict(verdict: &Verdict, groups: usize) -> String {
    match verdict {
        Verdict::Supported(evidence) => {
            format!("{}. {}", so_many(groups as u64, "group"), compared(evidence))
        }
        Verdict::NotSupported(evidence) => {
            format!("No groups are claimed: chance would divide people as well. {}", compared(evidence))
        }
        Verdict::TooFew => "Too few people with different votes to look for groups.".to_owned(),
        Verdict::NotAsked => {
            format!("{}. The published method claims them without a test.", so_many(groups as u64, "group"))
        }
    }
}

fn compared(evidence: &Evidence) -> String {
    let Evidence { people, redealt, direction, separation } = evidence;
    format!(
        "Of {redealt} conversations in which the votes of {people} people were dealt anew, {} reached this one's \
         direction (p = {:.2}) and {} its separation (p = {:.2}).",
        direction.as_high, direction.p, separation.as_high, separation.p
    )
}

fn verb(direction: Direction) -> &'static str {
    match direction {
        Direction::Agree => "agree with",
        Direction::Disagree => "disagree with",
    }
}

fn percent(share: Share) -> String {
    format!(
        "{:.0} % of {} ({:.0}–{:.0} %)",
        share.share * 100.0,
        grouped(share.of),
        share.low * 100.0,
        share.high * 100.0
    )
}

fn more(page: &mut Page, all: usize) {
    if all > MOST {
        page.line(&format!("… and {} more; --json lists them all.", all - MOST));
    }
}
