//! A desktop entry (freedesktop.org Desktop Entry Specification). It says version 1.0, whose keys it
//! uses alone, because validators know none newer than themselves.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::Icon;

pub(super) const EXTENSION: &str = "desktop";

pub(super) fn write(icon: &Icon<'_>, path: &Path) -> io::Result<()> {
    fs::write(path, entry(icon))?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    trust(path);
    Ok(())
}

fn entry(icon: &Icon<'_>) -> String {
    let picture = match icon.logo {
        Some(path) => path.display().to_string(),
        None => "roomkey".to_owned(),
    };
    format!(
        "[Desktop Entry]\nType=Application\nVersion=1.0\nName={name}\nExec={program} join {place}\nIcon={picture}\nTerminal=false\nCategories=Network;VideoConference;\n",
        name = value(&icon.name()),
        program = argument(&icon.program.display().to_string()),
        place = argument(icon.place),
        picture = value(&picture),
    )
}

/// A string value: line breaks and backslashes are escaped.
fn value(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
        .replace('\t', "\\t")
}

/// One argument of `Exec`: quoted, and escaped first by the quoting rule, then as a string.
fn argument(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '`' | '$' | '\\' => quoted.extend(['\\', c]),
            '%' => quoted.push_str("%%"),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    value(&quoted)
}

/// GNOME starts an icon on the desktop only when it is marked as trusted. Other desktops
/// need no mark, so a machine without `gio` is no fault.
fn trust(path: &Path) {
    let marked = Command::new("gio")
        .arg("set")
        .arg(path)
        .args(["metadata::trusted", "true"])
        .output();
    if let Err(fault) = marked {
        tracing::debug!(%fault, "the icon is not marked as trusted");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exec_survives_hostile_paths() {
        assert_eq!(argument("/opt/a b/$x"), "\"/opt/a b/\\\\$x\"");
        assert_eq!(argument("100%"), "\"100%%\"");
        assert_eq!(value("two\nlines"), "two\\nlines");
    }

    #[test]
    fn the_entry_joins_the_room() {
        let icon = Icon {
            title: "Daily stand-up",
            brand: "Acme",
            place: "acme/daily-stand-up",
            logo: None,
            program: Path::new("/usr/bin/roomkey"),
        };
        let text = entry(&icon);
        assert!(text.contains("\nExec=\"/usr/bin/roomkey\" join \"acme/daily-stand-up\"\n"));
        assert!(text.contains("\nName=Daily stand-up · Acme\n"));
        assert!(text.contains("\nIcon=roomkey\n"));
    }
}
