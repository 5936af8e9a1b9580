//! The archive as it is written: a JSON file for each kind of thing, and one page for people. Both are written as
//! the rows come, so that ten thousand posts take no more memory than ten.

use super::queries::Export;
use super::reading::Reading;
use db::Record;
use kit::{App, Error, Result};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The folder of all archives, for the data's owner alone.
pub fn folder(app: &App) -> PathBuf {
    app.settings.data.join("exports")
}

pub struct Archive {
    zip: ZipWriter<BufWriter<File>>,
    /// The page's sections, put aside until all are known.
    sections: BufWriter<File>,
    reading: Reading,
    part: PathBuf,
    whole: PathBuf,
    page: PathBuf,
    entries: i64,
    of_this_kind: i64,
    kind: &'static str,
}

impl Archive {
    pub fn begin(app: &App, export: &Export, name: &str) -> Result<Archive> {
        let folder = folder(app);
        DirBuilder::new().recursive(true).mode(0o700).create(&folder).map_err(storage)?;
        let part = folder.join(format!("{}.zip.part", export.file));
        let page = folder.join(format!("{}.html.part", export.file));
        Ok(Archive {
            zip: ZipWriter::new(BufWriter::new(own_file(&part)?)),
            sections: BufWriter::new(own_file(&page)?),
            reading: Reading::of(app, export, name),
            whole: folder.join(format!("{}.zip", export.file)),
            part,
            page,
            entries: 0,
            of_this_kind: 0,
            kind: "",
        })
    }

    pub fn entries(&self) -> i64 {
        self.entries
    }

    /// Begins a kind of things.
    pub fn open(&mut self, kind: &'static str) -> Result<()> {
        self.kind = kind;
        self.of_this_kind = 0;
        self.zip.start_file(format!("{kind}.json"), options()).map_err(zipped)?;
        self.zip.write_all(b"[").map_err(storage)
    }

    pub fn put(&mut self, row: &Record) -> Result<()> {
        let row = Reading::timed(row);
        let before: &[u8] = if self.of_this_kind == 0 { b"\n" } else { b",\n" };
        self.zip.write_all(before).map_err(storage)?;
        serde_json::to_writer(&mut self.zip, &row).map_err(|e| Error::Unavailable(e.to_string()))?;
        if self.of_this_kind == 0 {
            self.sections.write_all(self.reading.heading(self.kind).as_bytes()).map_err(storage)?;
        }
        self.sections.write_all(self.reading.entry(self.kind, &row).as_bytes()).map_err(storage)?;
        self.of_this_kind += 1;
        self.entries += 1;
        Ok(())
    }

    pub fn close(&mut self) -> Result<()> {
        self.zip.write_all(b"\n]\n").map_err(storage)?;
        if self.of_this_kind > 0 {
            self.sections.write_all(b"</section>\n").map_err(storage)?;
        }
        self.reading.counted(self.kind, self.of_this_kind);
        Ok(())
    }

    /// Writes the page, and gives the file its name; how many bytes it has.
    pub fn finish(mut self) -> Result<i64> {
        self.zip.start_file("index.html", options()).map_err(zipped)?;
        self.zip.write_all(self.reading.head().as_bytes()).map_err(storage)?;
        let mut sections = self.sections.into_inner().map_err(|e| storage(e.into_error()))?;
        sections.seek(SeekFrom::Start(0)).map_err(storage)?;
        copy(&mut sections, &mut self.zip).map_err(storage)?;
        self.zip.write_all(self.reading.foot().as_bytes()).map_err(storage)?;
        let file = self.zip.finish().map_err(zipped)?;
        let file = file.into_inner().map_err(|e| storage(e.into_error()))?;
        file.sync_all().map_err(storage)?;
        fs::rename(&self.part, &self.whole).map_err(storage)?;
        fs::remove_file(&self.page).map_err(storage)?;
        let bytes = fs::metadata(&self.whole).map_err(storage)?.len();
        Ok(i64::try_from(bytes).unwrap_or(i64::MAX))
    }
}

fn copy(from: &mut impl Read, to: &mut impl Write) -> io::Result<()> {
    io::copy(from, to).map(drop)
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().unix_permissions(0o600).large_file(true)
}

/// A new file for its owner alone; one of a run that died is written over.
fn own_file(path: &Path) -> Result<File> {
    let made = OpenOptions::new().read(true).write(true).create(true).truncate(true).mode(0o600).open(path);
    made.map_err(storage)
}

fn storage(error: io::Error) -> Error {
    Error::Unavailable(error.to_string())
}

fn zipped(error: zip::result::ZipError) -> Error {
    Error::Unavailable(error.to_string())
}
