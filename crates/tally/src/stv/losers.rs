//! Candidates who can't be elected any more, and may be excluded together.

use super::meek::Meek;

impl Meek<'_> {
    /// The largest set of the lowest whose votes, with the whole surplus, are less than anybody else's: enough must remain
    /// for the vacancies, and candidates within the surplus of each other stay together.
    pub(super) fn sure_losers(&self) -> Vec<usize> {
        let mut by_votes: Vec<usize> = self.running().collect();
        by_votes.sort_by_key(|option| self.votes[*option]);
        let groups = self.groups(&by_votes);
        let most = by_votes.len() - self.vacancies();
        let (mut size, mut sum, mut sure) = (0, 0, 0);
        for pair in groups.windows(2) {
            size += pair[0].len();
            sum += pair[0].iter().map(|option| self.votes[*option]).sum::<i128>();
            let next = pair[1].first().map_or(0, |option| self.votes[*option]);
            if size <= most && self.is_more(next, sum + self.surplus) {
                sure = size;
            }
        }
        let mut losers = by_votes[..sure].to_vec();
        losers.sort_unstable();
        losers
    }

    /// By votes, lowest first; a group begins where the next is out of the surplus's reach of the group's first.
    fn groups(&self, by_votes: &[usize]) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = vec![Vec::new()];
        let mut lowest = 0;
        for option in by_votes {
            if self.is_more(self.votes[*option], lowest + self.surplus) {
                groups.push(Vec::new());
                lowest = self.votes[*option];
            }
            groups.last_mut().into_iter().for_each(|group| group.push(*option));
        }
        groups.retain(|group| !group.is_empty());
        groups
    }
}
