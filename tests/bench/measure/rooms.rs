//! Five thousand rooms: what a keystroke in the filter costs, and how long a change takes until
//! it is on the disk.

use std::path::Path;
use std::process::Command;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

use roomkey_core::domain::Domain;
use roomkey_core::room_name::RoomName;
use roomkey_store::settings::Room;
use roomkey_store::settings::SettingsFile;

use super::sample::Sample;
use super::tenant;

const ROOMS: usize = 5000;

const SAVES: usize = 100;

#[derive(Default)]
pub(crate) struct Rooms {
    /// A keystroke in the launcher's field until the page is laid out anew.
    pub(crate) launcher: Sample,
    /// The same in the settings window.
    pub(crate) settings: Sample,
    /// A change of one room until it is on the disk.
    pub(crate) saving: Sample,
    /// The same bytes, written to a file, synced and renamed, and nothing more.
    pub(crate) writing: Sample,
}

pub(crate) fn measure(home: &Path) -> Rooms {
    let mut rooms = Rooms::default();
    saves(&home.join("five-thousand"), &mut rooms);
    filters(&mut rooms);
    rooms
}

fn saves(folder: &Path, rooms: &mut Rooms) {
    std::fs::create_dir_all(folder).unwrap();
    let (file, mut settings, _) = SettingsFile::open(folder);
    let mut tenant = tenant::tenant(Domain::parse("8x8.vc").unwrap());
    tenant.rooms = (1..=ROOMS)
        .map(|number| {
            let name = RoomName::parse(&format!("project-{number}-weekly")).unwrap();
            Room::new(name, format!("Project {number} weekly"))
        })
        .collect();
    settings.put_tenant(tenant);
    file.save(&settings).unwrap();
    let path = folder.join("settings.json");
    for number in 0..SAVES {
        let room = &mut settings.tenants[0].rooms[number * 7];
        room.title = format!("Project {number}, renamed");
        let start = Instant::now();
        file.save(&settings).unwrap();
        rooms.saving.time(start.elapsed());

        let bytes = std::fs::read(&path).unwrap();
        let start = Instant::now();
        write(folder, &bytes);
        rooms.writing.time(start.elapsed());
    }
}

fn write(folder: &Path, bytes: &[u8]) {
    use std::io::Write;

    let beside = folder.join("beside");
    let mut file = std::fs::File::create(&beside).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
    std::fs::rename(beside, folder.join("bare.json")).unwrap();
    std::fs::File::open(folder).unwrap().sync_all().unwrap();
}

fn filters(rooms: &mut Rooms) {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui");
    let mut npm = Command::new("npm");
    npm.args(["run", "--silent", "build:preview"])
        .current_dir(&ui)
        .stdout(Stdio::null());
    assert!(npm.status().unwrap().success(), "the preview build");
    let mut node = Command::new("node");
    let said = node.arg("scripts/filter.js").current_dir(&ui).output();
    let said = said.unwrap();
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    let times: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    for (window, sample) in [
        ("launcher", &mut rooms.launcher),
        ("settings", &mut rooms.settings),
    ] {
        for time in times[window].as_array().unwrap() {
            sample.time(Duration::from_secs_f64(time.as_f64().unwrap() / 1000.0));
        }
    }
}
