//! Rooms as CSV (RFC 4180), for spreadsheets: one line a room, the first line naming the
//! columns. Columns may be missing but for the title or the name, and stand in any order.

use std::io;

use csv::Reader;
use csv::ReaderBuilder;
use csv::StringRecord;
use csv::Trim;
use csv::Writer;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Room;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;

use crate::error::ErrorView;
use crate::error::Fault;
use crate::roomkey;
use crate::saving;
use crate::settings::change_tenant;
use crate::settings::rooms;
use crate::views::settings::LineFault;
use crate::views::settings::RoomFields;
use crate::views::settings::RoomsImported;
use crate::views::settings::SavedView;

const COLUMNS: [&str; 9] = [
    "name",
    "title",
    "subject",
    "microphone",
    "camera",
    "prejoin",
    "lobby",
    "minutes",
    "moderators",
];

/// A larger file holds no list of rooms.
const LARGEST_FILE: u64 = 8 * 1024 * 1024;

/// Lets the person choose a file and takes its rooms in; with a line that cannot be read,
/// nothing is changed.
pub(crate) async fn import(app: &AppHandle, tenant: &str) -> Result<Option<RoomsImported>, Fault> {
    let Some(path) = saving::choose(app).await.map_err(Fault::RoomsFile)? else {
        return Ok(None);
    };
    let content = saving::read(&path, LARGEST_FILE).map_err(Fault::RoomsFile)?;
    let (rooms, faults) = read(&content)?;
    if !faults.is_empty() {
        return Ok(Some(RoomsImported {
            added: 0,
            changed: 0,
            faults,
        }));
    }
    let (added, changed) = change_tenant(app, tenant, Locked::Rooms, |tenant| {
        Ok(rooms::merge(tenant, rooms, None))
    })
    .await?;
    Ok(Some(RoomsImported {
        added,
        changed,
        faults,
    }))
}

/// Writes the rooms to a file of the person's choice.
pub(crate) async fn export(app: &AppHandle, tenant: &str) -> Result<Option<SavedView>, Fault> {
    let (name, content) = roomkey::of(app).book.tenant(tenant, |tenant| {
        (format!("{}.csv", tenant.id), write(tenant))
    })?;
    saving::save(app, &name, content).await
}

fn write(tenant: &Tenant) -> Vec<u8> {
    let mut writer = Writer::from_writer(Vec::new());
    let rows = std::iter::once(COLUMNS.map(str::to_owned)).chain(tenant.rooms.iter().map(row));
    for row in rows {
        writer
            .write_record(row)
            .expect("memory takes every row, and all are of one length");
    }
    writer.into_inner().expect("memory is never full halfway")
}

fn row(room: &Room) -> [String; 9] {
    let switch = |on: Option<bool>| match on {
        Some(true) => "on".to_owned(),
        Some(false) => "off".to_owned(),
        None => String::new(),
    };
    let moderators: Vec<&str> = room.moderators.iter().map(|who| who.as_str()).collect();
    [
        room.name.to_string(),
        room.title.clone(),
        room.subject.clone().unwrap_or_default(),
        switch(room.microphone_on),
        switch(room.camera_on),
        switch(room.prejoin.then_some(true)),
        switch(room.lobby.then_some(true)),
        room.lifetime
            .map(|lifetime| lifetime.in_minutes().to_string())
            .unwrap_or_default(),
        moderators.join(" "),
    ]
}

fn read(content: &[u8]) -> Result<(Vec<Room>, Vec<LineFault>), Fault> {
    // Spreadsheets put a mark before UTF-8 and separate by what the language likes.
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    let head = content
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let delimiter = if head.contains(&b';') { b';' } else { b',' };
    let mut reader: Reader<&[u8]> = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(content);
    let columns = reader.headers().map_err(|_| Fault::RoomsHeader)?.clone();
    let column = |name: &str| {
        let is_it = |text: &str| text.eq_ignore_ascii_case(name);
        columns.iter().position(is_it)
    };
    let places = COLUMNS.map(column);
    if column("name").is_none() && column("title").is_none() {
        return Err(Fault::RoomsHeader);
    }
    let (mut rooms, mut faults) = (Vec::new(), Vec::new());
    for record in reader.records() {
        // A record that cannot be read at all says itself where it is.
        let line = match &record {
            Ok(record) => record.position(),
            Err(fault) => fault.position(),
        }
        .map_or(0, csv::Position::line);
        let read = record
            .map_err(|fault| Fault::RoomsFile(io::Error::other(fault)))
            .and_then(|record| fields(&record, places))
            .and_then(|fields| rooms::room(&fields));
        match read {
            Ok(room) => rooms.push(room),
            Err(fault) => faults.push(LineFault {
                line,
                error: ErrorView::from(fault),
            }),
        }
    }
    Ok((rooms, faults))
}

fn fields(record: &StringRecord, places: [Option<usize>; 9]) -> Result<RoomFields, Fault> {
    let [
        name,
        title,
        subject,
        microphone,
        camera,
        prejoin,
        lobby,
        minutes,
        moderators,
    ] = places.map(|place| {
        place
            .and_then(|place| record.get(place))
            .unwrap_or_default()
    });
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Ok(RoomFields {
        name: text(name),
        title: title.to_owned(),
        subject: text(subject),
        microphone_on: switch("microphone", microphone)?,
        camera_on: switch("camera", camera)?,
        prejoin: switch("prejoin", prejoin)?.unwrap_or_default(),
        lobby: switch("lobby", lobby)?.unwrap_or_default(),
        lifetime_minutes: match minutes {
            "" => None,
            minutes => Some(minutes.parse().map_err(|_| value("minutes", minutes))?),
        },
        moderators: moderators.split([' ', ';', ',']).filter_map(text).collect(),
    })
}

fn value(column: &'static str, found: &str) -> Fault {
    let found = found.to_owned();
    Fault::RoomsValue { column, found }
}

fn switch(column: &'static str, text: &str) -> Result<Option<bool>, Fault> {
    match text.to_ascii_lowercase().as_str() {
        "" => Ok(None),
        "on" | "yes" | "true" | "1" => Ok(Some(true)),
        "off" | "no" | "false" | "0" => Ok(Some(false)),
        _ => Err(value(column, text)),
    }
}

#[cfg(test)]
mod tests {
    use roomkey_core::app_id::AppId;
    use roomkey_core::domain::Domain;
    use roomkey_store::settings::Jaas;
    use roomkey_store::settings::Provider;
    use roomkey_store::settings::TenantId;

    use super::*;

    fn tenant(rooms: Vec<Room>) -> Tenant {
        let app_id = "vpaas-magic-cookie-0123456789abcdef0123456789abcdef";
        let jaas = Jaas::new(
            AppId::parse(app_id).unwrap(),
            Domain::parse("8x8.vc").unwrap(),
        );
        let id = TenantId::parse("acme").unwrap();
        Tenant {
            rooms,
            ..Tenant::new(id, "Acme".to_owned(), Provider::Jaas(jaas))
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        let text = "name,title,subject,microphone,camera,prejoin,lobby,minutes,moderators\n\
            board,\"Board, monthly\",\"Say \"\"hello\"\"\",off,on,on,on,30,ada@example.org @example.com\n\
            daily,Daily,,,,,,,\n";
        let (rooms, faults) = read(text.as_bytes()).unwrap();
        assert!(faults.is_empty());
        assert_eq!(rooms[0].title, "Board, monthly");
        assert_eq!(rooms[0].microphone_on, Some(false));
        assert_eq!(rooms[0].moderators.len(), 2);
        let written = String::from_utf8(write(&tenant(rooms))).unwrap();
        assert_eq!(written, text);
    }

    #[test]
    fn a_spreadsheet_s_own_form_is_read() {
        let text = "\u{feff}Title;Camera\r\nAll hands;off\r\n";
        let (rooms, faults) = read(text.as_bytes()).unwrap();
        assert!(faults.is_empty());
        assert_eq!(rooms[0].name.as_str(), "all-hands");
        assert_eq!(rooms[0].camera_on, Some(false));
    }

    #[test]
    fn a_bad_line_is_named() {
        let text = "title,minutes\nFine,30\n,\nLong,1441\nOdd,soon\n";
        let (rooms, faults) = read(text.as_bytes()).unwrap();
        assert_eq!(rooms.len(), 1);
        let lines: Vec<u64> = faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [3, 4, 5]);
    }

    #[test]
    fn a_file_without_the_columns_is_refused() {
        assert!(matches!(read(b"\x00\x01"), Err(Fault::RoomsHeader)));
        assert!(matches!(read(b"a,b\n1,2\n"), Err(Fault::RoomsHeader)));
    }
}
