//! Labels as a second lens: what each side or sector says, without giving a few people away.

use crate::conversation::Conversation;
use crate::counts::{self, Counts};
use serde::Serialize;

/// The votes of each label of one lens. Cells of too few voters are withheld here already, so that
/// whatever is made of this, a page or a file, can't show them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LensView {
    pub name: String,
    pub labels: Vec<String>,
    /// `[label][statement]`; none where withheld.
    pub counts: Vec<Vec<Option<Counts>>>,
}

impl LensView {
    pub(crate) fn of_all(conversation: &Conversation, min_cell: u32) -> Vec<LensView> {
        conversation
            .lenses()
            .iter()
            .map(|lens| {
                let mut counts = counts::by_group(conversation, &lens.of, lens.labels.len());
                let unlabelled: Vec<Option<usize>> =
                    lens.of.iter().map(|of| of.is_none().then_some(0)).collect();
                counts.extend(counts::by_group(conversation, &unlabelled, 1));
                let mut shown = withhold(&counts, min_cell);
                shown.truncate(lens.labels.len());
                LensView { name: lens.name.clone(), labels: lens.labels.clone(), counts: shown }
            })
            .collect()
    }

    /// The same after one more vote on a statement.
    pub(crate) fn refresh(
        lenses: &mut [LensView],
        conversation: &Conversation,
        statement: usize,
        min_cell: u32,
    ) {
        for (view, lens) in lenses.iter_mut().zip(conversation.lenses()) {
            let mut counts = vec![vec![Counts::default()]; lens.labels.len() + 1];
            for (person, vote) in conversation.votes_on(statement) {
                counts[lens.of[person].unwrap_or(lens.labels.len())][0].add(vote);
            }
            for (row, shown) in view.counts.iter_mut().zip(withhold(&counts, min_cell)) {
                row[statement] = shown[0];
            }
        }
    }

    /// How many labels' numbers on a statement are withheld though somebody voted, or might have.
    pub fn withheld(&self, statement: usize) -> usize {
        self.counts.iter().filter(|label| label.get(statement).copied().flatten().is_none()).count()
    }
}

/// Withholds, statement by statement, the cells of fewer than `min_cell` voters. The total is public,
/// so what is withheld must not be told by subtraction: if all that is hidden comes to fewer than
/// `min_cell` voters, the next smallest cell is hidden too. The last row holds those without a label,
/// who are never shown.
fn withhold(counts: &[Vec<Counts>], min_cell: u32) -> Vec<Vec<Option<Counts>>> {
    let mut shown: Vec<Vec<Option<Counts>>> =
        counts.iter().map(|label| label.iter().copied().map(Some).collect()).collect();
    let (labels, statements) = (counts.len(), counts.first().map_or(0, Vec::len));
    let mut order: Vec<usize> = (0..labels.saturating_sub(1)).collect();
    for statement in 0..statements {
        let seen = |label: usize| counts[label][statement].seen();
        order.sort_by_key(|&label| (seen(label), label));
        let mut hidden = seen(labels - 1);
        let mut hides_any = hidden > 0;
        for &label in &order {
            let few = seen(label) < min_cell;
            if few || hides_any && hidden < min_cell {
                shown[label][statement] = None;
                hidden += seen(label);
                hides_any |= seen(label) > 0;
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::withhold;
    use crate::counts::Counts;

    fn shown(agrees: &[u32], unlabelled: u32) -> Vec<bool> {
        let cells = agrees.iter().chain([&unlabelled]);
        let counts: Vec<_> = cells.map(|&agree| vec![Counts { agree, ..Counts::default() }]).collect();
        withhold(&counts, 5)[..agrees.len()].iter().map(|label| label[0].is_some()).collect()
    }

    #[test]
    fn a_few_people_are_not_shown_and_cannot_be_found_by_subtraction() {
        assert_eq!(shown(&[20, 3, 9], 0), [true, false, false]);
        assert_eq!(shown(&[20, 3, 4], 0), [true, false, false]);
        assert_eq!(shown(&[20, 3, 9], 7), [true, false, true]);
        assert_eq!(shown(&[20, 9], 2), [true, false]);
        assert_eq!(shown(&[20, 9], 0), [true, true]);
        assert_eq!(shown(&[20, 0, 9], 0), [true, false, true]);
    }
}
