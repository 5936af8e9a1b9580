//! From counts to people: who of a type takes its seats.

use crate::Instance;
use crate::chance::Chance;

/// Seats people (numbers in the pool, returned in its order) by these counts per type, which the
/// instance admits. Those who have been seated least go first, as `seated` counts and keeps count; chance
/// decides among equals. No household of a class is seated twice.
pub(crate) fn seat(
    instance: &Instance,
    counts: &[u32],
    seated: &mut [u32],
    chance: &mut Chance,
) -> Vec<usize> {
    let mut panel = Vec::with_capacity(instance.seats as usize);
    for class in &instance.classes {
        let wanted = |kind: &&usize| counts.get(**kind).is_some_and(|count| *count > 0);
        let kinds: Vec<usize> = class.kinds.iter().filter(wanted).copied().collect();
        if kinds.is_empty() {
            continue;
        }
        let mut homes: Vec<usize> = (0..class.households.len()).collect();
        chance.shuffle(&mut homes);
        for kind in kinds {
            // The member of a household of this type who was seated least.
            let least = |home: usize| {
                let members = class.households[home].iter().filter(|(of, _)| *of == kind);
                members.map(|(_, person)| seated[*person]).min().unwrap_or(u32::MAX)
            };
            homes.sort_by_key(|home| std::cmp::Reverse(least(*home)));
            for _ in 0..counts[kind] {
                let Some(home) = homes.pop() else { break };
                let least = least_of(&class.households[home], kind, seated);
                let place = chance.below(least.len() as u64) as usize;
                if let Some(person) = least.get(place) {
                    seated[*person] += 1;
                    panel.push(*person);
                }
            }
        }
    }
    panel.sort_unstable();
    panel
}

/// The members of this type who were seated least.
fn least_of(home: &[(usize, usize)], kind: usize, seated: &[u32]) -> Vec<usize> {
    let members = || home.iter().filter(|(of, _)| *of == kind).map(|(_, person)| *person);
    let least = members().map(|person| seated[person]).min();
    members().filter(|person| Some(seated[*person]) == least).collect()
}
