//! What a stake is. No SQL, no HTTP.

db::words! {
    /// Four steps, so that nobody can stay in the middle.
    pub enum Degree { Hardly = "1", Little = "2", Much = "3", Greatly = "4" }
}

impl Degree {
    /// The step of a number from 1 to 4; what is beyond is the nearest.
    pub fn of(step: i64) -> Degree {
        match step {
            i64::MIN..=1 => Degree::Hardly,
            2 => Degree::Little,
            3 => Degree::Much,
            _ => Degree::Greatly,
        }
    }

    pub fn step(self) -> i64 {
        self as i64 + 1
    }

    // messages: stakes-concern-*, stakes-influence-*
    /// "hardly", as it is said of how much something concerns a group.
    pub fn concern(self) -> String {
        format!("stakes-concern-{}", self.step())
    }

    /// "hardly anything", as it is said of what a group can do.
    pub fn influence(self) -> String {
        format!("stakes-influence-{}", self.step())
    }
}

/// How much it concerns a group, and how much the group can do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stake {
    pub concern: Degree,
    pub influence: Degree,
}

/// The middle of what was said: `steps` are pairs of a step and how many said so. Of an even number of voices the
/// lower of the two in the middle: nobody is said to be concerned more than half of them think.
pub fn median(steps: impl Iterator<Item = (i64, i64)>) -> Option<Degree> {
    let mut counts = [0_i64; 4];
    for (step, count) in steps {
        let at = usize::try_from(Degree::of(step).step() - 1).unwrap_or_default();
        counts[at] += count;
    }
    let all: i64 = counts.iter().sum();
    let mut before = 0;
    for (step, count) in (1..).zip(counts) {
        before += count;
        if all > 0 && before * 2 >= all {
            return Some(Degree::of(step));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_voice_and_of_two_the_lower() {
        let of = |steps: &[(i64, i64)]| median(steps.iter().copied()).map(Degree::step);
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(3, 1)]), Some(3));
        assert_eq!(of(&[(1, 1), (4, 1)]), Some(1));
        assert_eq!(of(&[(1, 1), (2, 1), (4, 1)]), Some(2));
        assert_eq!(of(&[(4, 5), (1, 4)]), Some(4));
    }

    #[test]
    fn a_step_is_what_it_was() {
        for degree in Degree::ALL {
            assert_eq!(Degree::of(degree.step()), *degree);
            assert_eq!(degree.as_str(), degree.step().to_string());
        }
    }
}
