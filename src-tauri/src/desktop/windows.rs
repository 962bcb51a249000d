//! A shell link, made by the scripting host that every Windows has, so that no unsafe COM
//! call is needed here. The values travel in the environment of the child: nothing that
//! a person typed becomes part of a script.

use std::io;
use std::os::windows::process::CommandExt;
use std::path::Path;
use std::process::Command;

use super::Icon;

pub(super) const EXTENSION: &str = "lnk";

const SCRIPT: &str = "\
$link = (New-Object -ComObject WScript.Shell).CreateShortcut($env:ROOMKEY_LINK)
$link.TargetPath = $env:ROOMKEY_PROGRAM
$link.Arguments = 'join ' + $env:ROOMKEY_PLACE
$link.Description = $env:ROOMKEY_DESCRIPTION
if ($env:ROOMKEY_ICON) { $link.IconLocation = $env:ROOMKEY_ICON }
$link.Save()";

/// `CREATE_NO_WINDOW` of the Windows API: no console flashes up.
const NO_WINDOW: u32 = 0x0800_0000;

pub(super) fn write(icon: &Icon<'_>, path: &Path) -> io::Result<()> {
    let logo = icon
        .logo
        .filter(|logo| logo.extension() == Some("ico".as_ref()));
    let done = Command::new("powershell.exe")
        .args(["-NoProfile", "-NonInteractive", "-Command", SCRIPT])
        .env("ROOMKEY_LINK", path)
        .env("ROOMKEY_PROGRAM", icon.program)
        .env("ROOMKEY_PLACE", icon.place)
        .env("ROOMKEY_DESCRIPTION", icon.name())
        .env("ROOMKEY_ICON", logo.unwrap_or(Path::new("")))
        .creation_flags(NO_WINDOW)
        .status()?;
    if done.success() {
        Ok(())
    } else {
        Err(io::Error::other("Windows did not make the shortcut"))
    }
}
