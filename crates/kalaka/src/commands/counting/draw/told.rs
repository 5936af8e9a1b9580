//! A draw in plain words.

use super::{Drawn, Options};
use crate::commands::counting::page::{Page, Table, grouped, listed, so_many};
use sortition::Rule;

impl Drawn<'_> {
    pub fn told(&self, options: &Options) -> String {
        let mut page = Page::default();
        page.sentence(&format!(
            "{} of {} in the pool, {}",
            so_many(u64::from(options.size), "seat"),
            grouped(self.pool.people().len()),
            rule_in_words(self.chances.rule)
        ));
        page.sentence(&format!("Seed: {}", self.seed));
        self.tell_quotas(&mut page);
        page.heading("Panel");
        self.tell_panel(&mut page);
        if let Some((lottery, ball)) = &self.lottery {
            page.heading("Lottery");
            self.tell_lottery(&mut page, lottery, *ball, options);
        }
        page.heading("Chances");
        self.tell_chances(&mut page);
        page.into_text()
    }

    fn tell_quotas(&self, page: &mut Page) {
        page.heading("Quotas");
        let mut table = Table::of(&["category", "feature", "min", "max", "panel", "pool"]);
        for (quota, pool, panel) in self.quota_rows() {
            let numbers = [u64::from(quota.min), u64::from(quota.max), panel as u64, pool as u64];
            let words = [quota.category.clone(), quota.feature.clone()];
            table.row(words.into_iter().chain(numbers.iter().map(grouped)));
        }
        page.table(&table);
    }

    fn tell_panel(&self, page: &mut Page) {
        let mut head = vec!["id".to_owned()];
        head.extend(self.pool.categories().iter().cloned());
        if self.alternates.is_some() {
            head.push("can be replaced by".to_owned());
        }
        let mut table = Table::of(&head.iter().map(String::as_str).collect::<Vec<_>>());
        for (seat, person) in self.panel.iter().enumerate() {
            let row = &self.pool.people()[*person];
            let by = self.alternates.as_ref().map(|alternates| self.ids(&alternates.seats[seat]).join(", "));
            table.row(std::iter::once(row.id.clone()).chain(row.features.iter().cloned()).chain(by));
        }
        page.table(&table);
        if let Some(alternates) = &self.alternates {
            page.sentence(&format!("Alternates: {}.", listed(&self.ids(&alternates.people))));
        }
    }

    fn tell_lottery(&self, page: &mut Page, lottery: &sortition::Lottery, ball: usize, options: &Options) {
        let by = options.public.as_ref().map_or("the seed", |_| "the public text");
        page.sentence(&format!(
            "{} of equal chance; {by} names ball {ball}. Nobody's chance differs by more than {:.4} from what the rule \
             gave.",
            so_many(lottery.panels.len() as u64, "panel"),
            lottery.greatest_deviation()
        ));
        if let Some(fingerprint) = self.fingerprint(lottery) {
            page.sentence(&format!("SHA-256 of the list of panels: {fingerprint}"));
        }
        let mut table = Table::of(&["ball", "panel"]);
        for (ball, panel) in lottery.panels.iter().enumerate() {
            table.row([ball.to_string(), self.ids(panel).join(" ")]);
        }
        page.table(&table);
    }

    fn tell_chances(&self, page: &mut Page) {
        page.sentence(&format!(
            "From {:.4} to {:.4}; the same for all would be {:.4}.",
            self.chances.least(),
            self.chances.greatest(),
            self.panel.len() as f64 / self.pool.people().len() as f64
        ));
        if !self.chances.never.is_empty() {
            let never = listed(&self.ids(&self.chances.never));
            page.sentence(&format!("In no panel that meets the quotas: {never}."));
        }
        let mut table = Table::of(&["id", "chance"]);
        for (person, chance) in self.pool.people().iter().zip(&self.chances.people) {
            table.row([person.id.clone(), format!("{chance:.4}")]);
        }
        page.table(&table);
    }

    fn ids(&self, people: &[usize]) -> Vec<String> {
        people.iter().map(|person| self.pool.people()[*person].id.clone()).collect()
    }
}

fn rule_in_words(rule: Rule) -> &'static str {
    match rule {
        Rule::Leximin => "leximin: the least chance as great as possible, then the second least, and so on",
        Rule::Maximin => "maximin: the least chance as great as possible",
        Rule::Goldilocks { .. } => "Goldilocks: no chance too small and none too great",
    }
}
