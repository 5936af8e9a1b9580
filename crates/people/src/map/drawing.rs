//! The picture itself: pure, from what was counted to SVG.

use super::geometry::{CENTRE, INNER, Segment, circles, seed, seed_step, squares};
use super::standing::{SectorStanding, Standing};
use askama::Template;
use kit::{Chrome, Markup};

/// A square and the room around it, from the most comfortable to the smallest that can be told apart.
const STEPS: [f64; 11] = [24.0, 20.0, 17.0, 15.0, 13.0, 11.0, 9.0, 7.5, 6.0, 5.0, 4.2];

/// Letters on one line of a sector's name.
const LINE: usize = 14;

#[derive(Template)]
#[template(path = "map/map.svg", escape = "html")]
struct Picture {
    id: &'static str,
    kind: &'static str,
    view_box: &'static str,
    title: String,
    description: String,
    parts: Vec<Part>,
    centre: (f64, f64),
    inner: f64,
    citizens_in: String,
    citizens_out: String,
}

struct Part {
    outline: String,
    is_gap: bool,
    colour: i64,
    sign: (String, String),
    drawing: kit::look::Icon,
    present: String,
    outside: String,
    name: Vec<(String, String, String)>,
    anchor: &'static str,
}

/// The map with the sectors' names around it.
pub fn draw(standing: &Standing, chrome: &Chrome) -> Markup {
    picture(standing, chrome, ("map", ""), "0 0 520 380")
}

/// The same without names, for a narrow place; the words stand beside it.
pub fn small(standing: &Standing, chrome: &Chrome) -> Markup {
    picture(standing, chrome, ("map-small", "small"), "84 14 352 352")
}

fn picture(
    standing: &Standing,
    chrome: &Chrome,
    (id, kind): (&'static str, &'static str),
    view: &'static str,
) -> Markup {
    let scale = Scale::of(standing);
    let count = standing.sectors.len();
    let parts =
        standing.sectors.iter().enumerate().map(|(at, s)| part(s, Segment::new(at, count), &scale)).collect();
    let [citizens_in, citizens_out] = citizens(standing, &scale);
    let picture = Picture {
        id,
        kind,
        view_box: view,
        title: chrome.t("map-title").to_string(),
        description: description(standing, chrome, &scale),
        parts,
        centre: CENTRE,
        inner: INNER - 6.0,
        citizens_in,
        citizens_out,
    };
    // A template of ours without input that could fail; nothing is better than half a picture.
    Markup(picture.render().unwrap_or_default())
}

/// How large squares are, and how many groups one of them stands for: the same in all sectors, so that they
/// can be compared.
struct Scale {
    step: f64,
    each: i64,
}

impl Scale {
    fn of(standing: &Standing) -> Scale {
        let segment = Segment::new(0, standing.sectors.len());
        let most = standing.sectors.iter().map(|s| s.counts.present + s.counts.outside()).max().unwrap_or(0);
        let room = |step: f64| segment.room(step) as i64;
        let fits = STEPS.into_iter().find(|step| room(*step) >= most);
        let step = fits.unwrap_or(STEPS[STEPS.len() - 1]);
        // Two part-filled squares may round up.
        let each = if fits.is_some() { 1 } else { most.div_euclid((room(step) - 2).max(1)) + 1 };
        Scale { step, each }
    }

    fn squares(&self, groups: i64) -> usize {
        usize::try_from((groups + self.each - 1).div_euclid(self.each)).unwrap_or(0)
    }

    fn size(&self) -> f64 {
        self.step * 0.68
    }
}

fn part(standing: &SectorStanding, segment: Segment, scale: &Scale) -> Part {
    let present = scale.squares(standing.counts.present);
    let places = segment.places(scale.step, present + scale.squares(standing.counts.outside()));
    let present = present.min(places.len());
    let (x, y) = segment.sign();
    let lines = lines(&standing.sector.name);
    let name = segment.name(lines.len());
    let placed = |(at, line): (usize, String)| {
        (format!("{:.1}", name.x), format!("{:.1}", name.y + 15.0 * at as f64), line)
    };
    Part {
        outline: segment.outline(),
        is_gap: standing.is_gap(),
        colour: standing.sector.colour,
        // Drawn on a grid of sixteen, here twenty across.
        sign: (format!("{:.1}", x - 10.0), format!("{:.1}", y - 10.0)),
        drawing: kit::look::icon(&standing.sector.symbol),
        present: squares(&places[..present], scale.size()),
        outside: squares(&places[present..], scale.size()),
        name: lines.into_iter().enumerate().map(placed).collect(),
        anchor: name.anchor,
    }
}

fn citizens(standing: &Standing, scale: &Scale) -> [String; 2] {
    let each = scale.each.max((standing.citizens.present + standing.citizens.outside()).div_euclid(200) + 1);
    let scale = Scale { step: scale.step, each };
    let (present, outside) =
        (scale.squares(standing.citizens.present), scale.squares(standing.citizens.outside()));
    let step = seed_step(present + outside).min(scale.step.max(11.0) * 1.15);
    let places: Vec<(f64, f64)> = (0..present + outside).map(|n| seed(n, step)).collect();
    let radius = step * 0.31;
    [circles(&places[..present], radius), circles(&places[present..], radius)]
}

fn description(standing: &Standing, chrome: &Chrome, scale: &Scale) -> String {
    let said = |s: &SectorStanding| {
        let said = chrome.t("map-said").with("sector", s.sector.name.as_str());
        said.with("present", s.counts.present).with("outside", s.counts.outside()).to_string()
    };
    let mut sentences: Vec<String> = standing.sectors.iter().map(said).collect();
    let citizens = chrome.t("map-said-citizens").with("present", standing.citizens.present);
    sentences.push(citizens.with("outside", standing.citizens.outside()).to_string());
    if scale.each > 1 {
        sentences.push(chrome.t("map-each").with("count", scale.each).to_string());
    }
    sentences.join(" ")
}

/// A name in lines of a few words; a word that is too long for one is cut.
fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let word: String = if word.chars().count() > LINE + 2 {
            word.chars().take(LINE).chain(['…']).collect()
        } else {
            word.to_owned()
        };
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LINE => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines.truncate(3);
    lines
}

#[cfg(test)]
mod tests;
