//! The directory to take along: as CSV or XLSX for a spreadsheet, or as an Open Referral package for another
//! platform. Everybody gets what they see in the directory and no more, by the same rules as on the groups'
//! own pages. Read and written some hundred groups at a time.

mod csv;
mod hsds;
mod xlsx;

use super::group::Group;
use super::queries;
use crate::Visitor;
use crate::sectors::{self, Sector};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use db::Conn;
use kit::{App, Chrome, Error, GroupId, Result, Section};

pub(crate) use self::csv::unguarded;

/// So many groups are read at once.
const AT_ONCE: i64 = 500;

/// So often in a minute somebody may take the whole directory along.
const A_MINUTE: i64 = 12;

/// The columns, named so that the import knows them again.
const COLUMNS: [&str; 12] = [
    "groups-field-name",
    "groups-field-side",
    "groups-field-sector",
    "groups-field-state",
    "groups-field-purpose",
    "groups-field-needs",
    "groups-field-offers",
    "groups-field-contact",
    "groups-field-email",
    "groups-field-phone",
    "groups-field-address",
    "groups-field-website",
];

/// A group as the visitor sees it.
struct Seen<'a> {
    group: Group,
    sector: Option<&'a Sector>,
}

impl<'a> Seen<'a> {
    fn by(visitor: &Visitor, mut group: Group, sectors: &'a [Sector]) -> Seen<'a> {
        if !group.shows_contact_to(visitor) {
            group.email.clear();
            group.phone.clear();
            group.address.clear();
        }
        if !group.shows_contact_to(visitor) || !Group::shows_persons_to(visitor) {
            group.contact_name.clear();
        }
        let sector = sectors.iter().find(|sector| Some(sector.id) == group.sector_id);
        Seen { group, sector }
    }

    /// In the order of [`COLUMNS`].
    fn cells(&self) -> [&str; 12] {
        let group = &self.group;
        [
            &group.name,
            group.side.as_str(),
            self.sector.map_or("", |sector| sector.name.as_str()),
            group.state.as_str(),
            &group.purpose,
            &group.needs,
            &group.offers,
            &group.contact_name,
            &group.email,
            &group.phone,
            &group.address,
            &group.website,
        ]
    }
}

/// A file that groups are written into.
trait Format {
    fn put(&mut self, seen: &Seen<'_>) -> Result<()>;
    fn finish(self) -> Result<Vec<u8>>;
}

fn fill<F: Format>(c: &mut Conn, visitor: &Visitor, mut format: F) -> Result<Vec<u8>> {
    let sectors = sectors::all(c, visitor.locale)?;
    let mut after = GroupId(0);
    loop {
        let groups = queries::whole_after(c, after, AT_ONCE)?;
        let Some(last) = groups.last() else { return format.finish() };
        after = last.id;
        for group in groups {
            format.put(&Seen::by(visitor, group, &sectors))?;
        }
    }
}

/// Writes the file that `begin` begins, and sends it.
async fn send<F: Format>(
    app: &App,
    visitor: Visitor,
    (kind, ending): (&str, &str),
    begin: impl Fn(&Chrome) -> Result<F> + Send + 'static,
) -> Result<Response> {
    let whose = visitor.person_id().map_or_else(|| visitor.network.clone(), |person| format!("p{person}"));
    app.pace.take(&format!("export {whose}"), A_MINUTE, visitor.now)?;
    let name = format!("groups-{}.{ending}", visitor.chrome(Section::Groups).today());
    let file = app.db.read(move |c| {
        let begun = begin(&visitor.chrome(Section::Groups))?;
        fill(c, &visitor, begun)
    });
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, file.await?).into_response())
}

pub async fn csv(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    send(&app, visitor, ("text/csv; charset=utf-8", "csv"), |chrome| Ok(csv::File::begin(chrome))).await
}

pub async fn xlsx(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let folder = app.settings.data.clone();
    send(&app, visitor, (kind, "xlsx"), move |chrome| xlsx::File::begin(chrome, &folder)).await
}

pub async fn hsds(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let base = app.settings.base_url.clone();
    send(&app, visitor, ("application/zip", "zip"), move |chrome| Ok(hsds::Package::begin(chrome, &base)))
        .await
}

/// The file can't be written; what was asked for was in order.
fn unwritten(error: impl std::fmt::Display) -> Error {
    Error::Unavailable(error.to_string())
}
