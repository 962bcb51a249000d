//! Files that are no settings at all: left alone by reading, put out of the way by saving, never
//! overwritten.

use std::fs;

use roomkey_store::settings::Settings;
use roomkey_store::settings::SettingsFault;

use super::Folder;
use super::about;
use super::full;
#[cfg(target_os = "linux")]
use super::longest_folder;

#[test]
fn a_file_that_is_no_object_is_put_aside_as_it_is() {
    let deep = "[".repeat(100_000);
    let huge = format!("{{\"x\": \"{}\"}}", "y".repeat(17 << 20));
    let cases: [&[u8]; 12] = [
        b"",
        b" \n",
        b"{",
        b"null",
        b"[]",
        b"\"settings\"",
        b"{\"version\": 1,}",
        b"{\"version\": 1} {}",
        b"\xff\xfe{\x00}\x00",
        b"{\"name\": \"\xff\"}",
        deep.as_bytes(),
        huge.as_bytes(),
    ];
    for bytes in cases {
        let folder = Folder::with(bytes);
        let (file, settings, warnings) = folder.open();
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]).into_owned();
        assert_eq!(about(&warnings), ["damaged: settings.json"], "{shown}");
        assert_eq!(settings, Settings::default());
        assert_eq!(fs::read(folder.file()).unwrap(), bytes, "reading alone");

        file.save(&full()).unwrap();
        let aside = folder.path().join("settings.damaged-1.json");
        assert_eq!(fs::read(aside).unwrap(), bytes);
        assert_eq!(folder.open().1, full());
        assert_eq!(folder.names(), ["settings.damaged-1.json", "settings.json"]);
    }
}

#[test]
fn a_file_that_was_cut_off_is_put_aside_wherever_it_ends() {
    let folder = Folder::new();
    folder.open().0.save(&full()).unwrap();
    let whole = fs::read(folder.file()).unwrap();
    for length in (0..whole.len() - 2).step_by(37) {
        let folder = Folder::with(&whole[..length]);
        let (file, _, warnings) = folder.open();
        assert_eq!(about(&warnings), ["damaged: settings.json"], "{length}");
        file.save(&full()).unwrap();
        assert_eq!(
            fs::read(folder.path().join("settings.damaged-1.json")).unwrap(),
            whole[..length]
        );
    }
}

#[test]
fn each_damaged_file_gets_a_number_of_its_own() {
    let folder = Folder::with("first");
    let (file, _, _) = folder.open();
    file.save(&full()).unwrap();
    fs::write(folder.file(), "second").unwrap();
    file.save(&full()).unwrap();
    assert_eq!(folder.text("settings.damaged-1.json"), "first");
    assert_eq!(folder.text("settings.damaged-2.json"), "second");
}

#[test]
fn a_file_that_gets_damaged_while_in_use_is_put_aside_before_saving() {
    let folder = Folder::new();
    let (file, _, _) = folder.open();
    file.save(&full()).unwrap();
    fs::write(folder.file(), "{ half of it").unwrap();
    file.save(&full()).unwrap();
    assert_eq!(folder.text("settings.damaged-1.json"), "{ half of it");
    assert_eq!(folder.open().1, full());
}

#[cfg(target_os = "linux")]
#[test]
fn a_damaged_file_that_cannot_be_renamed_is_not_overwritten_either() {
    // The longest path that Linux takes has no room for a longer name beside it.
    let folder = Folder::new();
    let long = longest_folder(&folder);
    fs::write(long.join("settings.json"), "{ half of it").unwrap();

    let (file, settings, warnings) = roomkey_store::settings::SettingsFile::open(&long);
    assert_eq!(about(&warnings), ["damaged: settings.json"]);
    let saved = file.save(&settings);
    assert!(
        matches!(saved, Err(SettingsFault::Unwritable { .. })),
        "{saved:?}"
    );
    assert_eq!(
        fs::read_to_string(long.join("settings.json")).unwrap(),
        "{ half of it"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_not_replaced() {
    // A folder in the file's place cannot be read even by an administrator.
    let folder = Folder::new();
    fs::create_dir(folder.file()).unwrap();
    let (file, settings, warnings) = folder.open();
    assert_eq!(about(&warnings), ["unreadable"]);
    let saved = file.save(&settings);
    assert!(
        matches!(saved, Err(SettingsFault::Unreadable { .. })),
        "{saved:?}"
    );
    assert!(folder.file().is_dir());
}

#[test]
fn a_byte_order_mark_is_no_damage() {
    let (_, settings, warnings) =
        Folder::with("\u{feff}{\"version\": 1, \"cameraOn\": false}").open();
    assert_eq!(about(&warnings), [""; 0]);
    assert!(!settings.camera_on);
}

#[test]
fn every_warning_and_fault_names_the_remedy() {
    let (_, _, warnings) = Folder::with("{").open();
    let text = warnings[0].to_string();
    assert!(text.contains("settings.damaged-1.json"), "{text}");
    assert!(text.contains("line 1 column 1"), "{text}");
    assert!(text.contains("Mend it"), "{text}");
}
