//! A page of plain text: headings, sentences that are wrapped, and tables with straight columns.

/// As wide as a terminal may be expected to be.
const WIDTH: usize = 100;

#[derive(Default)]
pub struct Page(String);

impl Page {
    pub fn into_text(self) -> String {
        self.0
    }

    /// A line as it stands.
    pub fn line(&mut self, text: &str) {
        self.0.push_str(text.trim_end());
        self.0.push('\n');
    }

    pub fn heading(&mut self, text: &str) {
        self.0.push('\n');
        self.line(&text.to_uppercase());
    }

    /// Sentences of their own, each wrapped with its further lines set in.
    pub fn sentences(&mut self, sentences: &[String]) {
        sentences.iter().for_each(|sentence| self.sentence(sentence));
    }

    pub fn sentence(&mut self, text: &str) {
        let mut line = String::new();
        for word in text.split_whitespace() {
            if !line.trim().is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&line);
                "    ".clone_into(&mut line);
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(&line);
    }

    /// Two blanks before each row and between columns; numbers stand to the right.
    pub fn table(&mut self, table: &Table) {
        let columns = table.head.len();
        let cell = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
        let length = |row: &Vec<String>, column: usize| cell(row, column).chars().count();
        let all = || std::iter::once(&table.head).chain(&table.rows);
        let widths: Vec<usize> =
            (0..columns).map(|column| all().map(|row| length(row, column)).max().unwrap_or(0)).collect();
        let is_number = |column: &usize| table.rows.iter().all(|row| is_figure(&cell(row, *column)));
        let right: Vec<bool> = (0..columns).map(|column| is_number(&column)).collect();
        for row in all() {
            let padded = (0..columns).map(|column| pad(&cell(row, column), widths[column], right[column]));
            let line: Vec<String> = padded.collect();
            self.line(&format!("  {}", line.join("  ")));
        }
    }
}

/// Rows under their headings.
#[derive(Default)]
pub struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn of(head: &[&str]) -> Table {
        Table { head: head.iter().map(|heading| (*heading).to_owned()).collect(), rows: Vec::new() }
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

fn is_figure(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || " .,/%+-–".contains(c))
}

fn pad(text: &str, width: usize, to_the_right: bool) -> String {
    let blanks = " ".repeat(width.saturating_sub(text.chars().count()));
    if to_the_right { blanks + text } else { text.to_owned() + &blanks }
}

/// `1,234,567`.
pub fn grouped(number: impl ToString) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 ballot`, `2 ballots`.
pub fn so_many(number: impl ToString + PartialEq<u64>, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {what}{plural}", grouped(number))
}

/// `a, b and c`.
pub fn listed(names: &[String]) -> String {
    match names {
        [] => "nobody".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_things_counted() {
        assert_eq!(grouped(1), "1");
        assert_eq!(grouped(984_579), "984,579");
        assert_eq!(grouped(-1_000), "-1,000");
        assert_eq!(so_many(1_u64, "ballot"), "1 ballot");
        assert_eq!(so_many(2_000_u64, "ballot"), "2,000 ballots");
    }

    #[test]
    fn columns_stand_straight_and_numbers_to_the_right() {
        let mut table = Table::of(&["who", "votes"]);
        table.row(["Zoltán".to_owned(), "7".to_owned()]);
        table.row(["Ada".to_owned(), "1,234".to_owned()]);
        let mut page = Page::default();
        page.table(&table);
        assert_eq!(page.into_text(), "  who     votes\n  Zoltán      7\n  Ada     1,234\n");
    }

    #[test]
    fn a_long_sentence_is_set_in_where_it_goes_on() {
        let mut page = Page::default();
        page.sentence(&"word ".repeat(30));
        let text = page.into_text();
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(text.lines().nth(1).unwrap().starts_with("    word"));
    }
}
