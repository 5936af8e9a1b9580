//! What became of a text's lines: the longest common subsequence of both, by the table of Wagner and Fischer (1974).

/// The largest table that is filled; texts that differ in more than that have gone and come as a whole.
const LARGEST: usize = 1_000_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    Kept,
    Gone,
    Come,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub became: Became,
    pub text: String,
}

impl Line {
    pub fn stays(&self) -> bool {
        self.became == Became::Kept
    }

    pub fn is_gone(&self) -> bool {
        self.became == Became::Gone
    }
}

/// The lines of both texts in order, each once. Empty ones only part paragraphs and don't count.
pub fn between(old: &str, new: &str) -> Vec<Line> {
    let (old, new) = (lines(old), lines(new));
    let head = common(old.iter().zip(&new));
    let rest = old.len().min(new.len()) - head;
    let tail = common(old.iter().rev().zip(new.iter().rev()).take(rest));
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let mut found = marked(Became::Kept, &old[..head]);
    found.extend(middle(&old[head..old_end], &new[head..new_end]));
    found.extend(marked(Became::Kept, &old[old_end..]));
    found
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect()
}

fn common<'t>(pairs: impl Iterator<Item = (&'t &'t str, &'t &'t str)>) -> usize {
    pairs.take_while(|(old, new)| old == new).count()
}

fn marked(became: Became, lines: &[&str]) -> Vec<Line> {
    lines.iter().map(|text| Line { became, text: (*text).to_owned() }).collect()
}

fn middle(old: &[&str], new: &[&str]) -> Vec<Line> {
    if old.len() * new.len() > LARGEST {
        let mut all = marked(Became::Gone, old);
        all.extend(marked(Became::Come, new));
        return all;
    }
    let longest = table(old, new);
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            found.extend(marked(Became::Kept, &old[i..=i]));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            found.extend(marked(Became::Gone, &old[i..=i]));
            i += 1;
        } else {
            found.extend(marked(Became::Come, &new[j..=j]));
            j += 1;
        }
    }
    found.extend(marked(Became::Gone, &old[i..]));
    found.extend(marked(Became::Come, &new[j..]));
    found
}

/// How many lines both have in common from each pair of places on.
fn table(old: &[&str], new: &[&str]) -> Vec<Vec<u32>> {
    let mut longest = vec![vec![0; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i][j] = if old[i] == new[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let sign = |line: &Line| match line.became {
            Became::Kept => format!(" {}", line.text),
            Became::Gone => format!("-{}", line.text),
            Became::Come => format!("+{}", line.text),
        };
        between(old, new).iter().map(sign).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_stays_stands_once_and_what_changed_stands_where_it_was() {
        assert_eq!(shown("a\nb\nc", "a\nx\nc"), " a|-b|+x| c");
        assert_eq!(shown("a\n\nb", "a\nb"), " a| b");
        assert_eq!(shown("a\nb\nc\nd", "b\nd\ne"), "-a| b|-c| d|+e");
        assert_eq!(shown("", "a"), "+a");
        assert_eq!(shown("a\na", "a"), " a|-a");
        assert_eq!(shown("a\nb", ""), "-a|-b");
    }

    #[test]
    fn texts_of_thousands_of_lines_are_compared_as_a_whole() {
        let text = |letter: &str| (0..2000).map(|n| format!("{letter}{n}\n")).collect::<String>();
        let found = between(&text("a"), &text("b"));
        assert_eq!((found.len(), found[0].became, found[3999].became), (4000, Became::Gone, Became::Come));
    }
}
