//! Where things stand on the map: sectors as segments of a ring around the citizens' middle.

use std::f64::consts::TAU;
use std::fmt::Write;

/// The middle of the picture; names stand left and right of the ring.
pub const CENTRE: (f64, f64) = (260.0, 190.0);
pub const INNER: f64 = 76.0;
pub const OUTER: f64 = 142.0;
/// Where the signs of the sectors stand.
const SIGNS: f64 = 162.0;
/// What is kept free on each side of a segment, in pixels along its inner edge.
const SEAM: f64 = 3.0;

/// A segment of the ring: `at` of `of`, clockwise from the top.
#[derive(Debug, Clone, Copy)]
pub struct Segment {
    from: f64,
    to: f64,
}

impl Segment {
    pub fn new(at: usize, of: usize) -> Segment {
        let share = TAU / of.max(1) as f64;
        let from = share * at as f64 - share / 2.0;
        Segment { from, to: from + share }
    }

    fn middle(self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    /// Its edge, as an SVG path. The seams are as wide outside as inside.
    pub fn outline(self) -> String {
        let (inner, outer) = (SEAM / INNER, SEAM / OUTER);
        let [a, b] = [point(INNER, self.from + inner), point(INNER, self.to - inner)];
        let [c, d] = [point(OUTER, self.to - outer), point(OUTER, self.from + outer)];
        let large = i32::from(self.to - self.from > TAU / 2.0);
        let arcs = |radius: f64, sweep: i32, to: (f64, f64)| {
            format!("A{radius} {radius} 0 {large} {sweep} {}", pair(to))
        };
        format!("M{}{}L{}{}Z", pair(a), arcs(INNER, 1, b), pair(c), arcs(OUTER, 0, d))
    }

    /// How many squares of a size fit in, with room around each.
    pub fn room(self, step: f64) -> usize {
        self.rows(step).map(|(_, count)| count).sum()
    }

    /// Places for so many squares: row by row from the inside out, spread evenly in each row.
    pub fn places(self, step: f64, wanted: usize) -> Vec<(f64, f64)> {
        let mut places = Vec::with_capacity(wanted);
        for (radius, room) in self.rows(step) {
            let count = room.min(wanted - places.len());
            let share = (self.to - self.from) / count.max(1) as f64;
            places.extend((0..count).map(|n| point(radius, self.from + share * (n as f64 + 0.5))));
        }
        places
    }

    /// The rows that squares of a size stand in: how far out, and how many fit.
    fn rows(self, step: f64) -> impl Iterator<Item = (f64, usize)> {
        let rows = ((OUTER - INNER - SEAM * 2.0) / step).floor().max(1.0);
        let depth = (OUTER - INNER) / rows;
        (0..rows as usize).map(move |row| {
            let radius = INNER + depth * (row as f64 + 0.5);
            let length = (self.to - self.from) * radius - SEAM * 2.0 - step * 0.4;
            (radius, (length / step).floor().max(0.0) as usize)
        })
    }

    /// Where its sign stands, and its name: the name begins, ends or is centred there.
    pub fn sign(self) -> (f64, f64) {
        point(SIGNS, self.middle())
    }

    pub fn name(self, lines: usize) -> Name {
        let (x, y) = point(SIGNS + 16.0, self.middle());
        let side = self.middle().sin();
        let anchor = if side > 0.2 {
            "start"
        } else if side < -0.2 {
            "end"
        } else {
            "middle"
        };
        let above = self.middle().cos() > 0.0;
        let height = 15.0 * (lines.max(1) - 1) as f64;
        let y = match (anchor, above) {
            ("middle", true) => y - height,
            ("middle", false) => y + 10.0,
            _ => y + 4.5 - height / 2.0,
        };
        Name { x, y, anchor }
    }
}

pub struct Name {
    pub x: f64,
    pub y: f64,
    pub anchor: &'static str,
}

/// Angles are counted clockwise from the top.
fn point(radius: f64, angle: f64) -> (f64, f64) {
    (CENTRE.0 + radius * angle.sin(), CENTRE.1 - radius * angle.cos())
}

fn pair((x, y): (f64, f64)) -> String {
    format!("{x:.1} {y:.1}")
}

/// The `n`th place of a sunflower's seeds, `step` apart.
pub fn seed(n: usize, step: f64) -> (f64, f64) {
    const GOLDEN: f64 = 2.399_963_229_728_653;
    let radius = step * 0.56 * (n as f64 + 0.35).sqrt();
    let angle = GOLDEN * n as f64;
    (CENTRE.0 + radius * angle.cos(), CENTRE.1 + radius * angle.sin())
}

/// How far from each other the seeds may be, at most, so that all stay in the middle.
pub fn seed_step(count: usize) -> f64 {
    let room = INNER - 12.0;
    (room / (0.56 * (count.max(1) as f64).sqrt())).min(17.0)
}

/// Squares of a size around places, as one path.
pub fn squares(places: &[(f64, f64)], size: f64) -> String {
    let mut path = String::new();
    for (x, y) in places {
        let corner = pair((x - size / 2.0, y - size / 2.0));
        // Writing to a string can't fail.
        let _ = write!(path, "M{corner}h{size:.1}v{size:.1}h-{size:.1}z");
    }
    path
}

/// Circles around places, as one path.
pub fn circles(places: &[(f64, f64)], radius: f64) -> String {
    let mut path = String::new();
    let across = radius * 2.0;
    for (x, y) in places {
        let left = pair((x - radius, *y));
        let half = |to: f64| format!("a{radius:.2} {radius:.2} 0 1 0 {to:.2} 0");
        let _ = write!(path, "M{left}{}{}", half(across), half(-across));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
        (a.0 - b.0).hypot(a.1 - b.1)
    }

    #[test]
    fn squares_stay_in_their_segment_and_apart() {
        for of in [2, 9, 16] {
            let segment = Segment::new(1, of);
            for step in [15.0, 8.0, 4.0] {
                let places = segment.places(step, segment.room(step));
                assert!(!places.is_empty() && segment.places(step, 1).len() == 1, "{of} {step}");
                for (n, place) in places.iter().enumerate() {
                    let radius = distance(*place, CENTRE);
                    assert!(
                        radius > INNER + step * 0.3 && radius < OUTER - step * 0.3,
                        "{of} {step} {radius}"
                    );
                    let near = places.iter().skip(n + 1).map(|other| distance(*place, *other));
                    assert!(near.fold(f64::MAX, f64::min) > step * 0.9, "{of} {step}");
                }
            }
        }
    }

    #[test]
    fn seeds_stay_in_the_middle_and_apart() {
        for count in [1, 17, 60, 200] {
            let step = seed_step(count);
            let seeds: Vec<_> = (0..count).map(|n| seed(n, step)).collect();
            for (n, a) in seeds.iter().enumerate() {
                assert!(distance(*a, CENTRE) < INNER - 6.0);
                assert!(seeds.iter().skip(n + 1).all(|b| distance(*a, *b) > step * 0.75), "{count}");
            }
        }
    }

    #[test]
    fn the_first_sector_is_at_the_top() {
        let (x, y) = Segment::new(0, 9).sign();
        assert!((x - CENTRE.0).abs() < 0.01 && y < CENTRE.1 - OUTER);
    }
}
