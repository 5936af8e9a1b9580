//! Groups get names, and keep them from map to map.

use crate::kmeans::{Clusters, Point};
use crate::picture::{Group, Picture};
use crate::stable::{Turn, keep_names};

/// Groups with names, and the map as it will lie.
pub(crate) struct Named {
    pub turn: Turn,
    pub groups: Vec<Group>,
    /// For each participant an index into `groups`.
    pub of: Vec<Option<usize>>,
    pub next_name: usize,
}

/// Names the claimed groups of `people`, after the `previous` picture if there is one. `points` are
/// the places of all participants.
pub(crate) fn name(
    points: &[Point],
    people: &[usize],
    claimed: Option<&Clusters>,
    previous: Option<&Picture>,
) -> Named {
    let turn = previous.map_or_else(Turn::default, |previous| {
        let old = previous.places.iter().map(|place| [place.x, place.y]);
        Turn::onto(points.iter().copied().zip(old))
    });
    let next_name = previous.map_or(0, |previous| previous.next_name);
    let mut named = Named { turn, groups: Vec::new(), of: vec![None; points.len()], next_name };
    let Some(clusters) = claimed else { return named };
    let names = names(people, clusters, previous, &mut named.next_name);
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&cluster| names[cluster]);
    let mut place_of = vec![0; names.len()];
    for (place, cluster) in order.into_iter().enumerate() {
        place_of[cluster] = place;
        let members = clusters.labels.iter().filter(|label| usize::from(**label) == cluster).count();
        let centre = named.turn.of(clusters.centres[cluster]);
        named.groups.push(Group { name: names[cluster], people: members, centre });
    }
    for (&person, &label) in people.iter().zip(&clusters.labels) {
        named.of[person] = Some(place_of[usize::from(label)]);
    }
    named
}

/// A name for each cluster: its old one, or the next free one, the largest cluster first.
fn names(people: &[usize], clusters: &Clusters, previous: Option<&Picture>, next: &mut usize) -> Vec<usize> {
    let count = clusters.centres.len();
    let old = previous.map_or(&[][..], |previous| &previous.groups);
    let (mut shared, mut sizes) = (vec![vec![0; old.len()]; count], vec![0_usize; count]);
    for (&person, &label) in people.iter().zip(&clusters.labels) {
        sizes[usize::from(label)] += 1;
        let before = previous.and_then(|previous| previous.places.get(person)?.group);
        if let Some(shared) = before.and_then(|group| shared[usize::from(label)].get_mut(group)) {
            *shared += 1;
        }
    }
    let kept = keep_names(&shared, old.len());
    let mut order: Vec<usize> = (0..count).collect();
    let place = |cluster: &usize| clusters.centres[*cluster];
    order.sort_by(|a, b| {
        let by_size = sizes[*b].cmp(&sizes[*a]);
        by_size.then(place(b)[0].total_cmp(&place(a)[0])).then(place(b)[1].total_cmp(&place(a)[1]))
    });
    let mut names = vec![0; count];
    for cluster in order {
        names[cluster] = kept[cluster].map_or(*next, |old_group| old[old_group].name);
        *next += usize::from(kept[cluster].is_none());
    }
    names
}
