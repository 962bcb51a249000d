//! Roomkey started as a desktop starts it, with no driver attached: what it does then is
//! what it does for people, to the last file.

use std::fs;
use std::fs::File;

use serde_json::Value;

use crate::application::PROGRAM;
use crate::desk::Desk;
use crate::process::Running;

/// Starts Roomkey. What it says goes to a file in the desktop's home, which is searched
/// like every other.
pub(crate) fn roomkey(desk: &Desk, arguments: &[&str]) -> Running {
    let output = File::options()
        .create(true)
        .append(true)
        .open(desk.path("said.log"))
        .unwrap();
    let mut program = desk.command(PROGRAM);
    program
        .args(arguments)
        .stdout(output.try_clone().unwrap())
        .stderr(output);
    Running::start(&mut program, "roomkey")
}

/// Chooses what shows the meetings.
pub(crate) fn prefer_surface(desk: &Desk, surface: &str) {
    change_settings(desk, |settings| settings["surface"] = surface.into());
}

/// Makes another server the first tenant's.
pub(crate) fn move_tenant(desk: &Desk, domain: &str) {
    change_settings(desk, |settings| {
        settings["tenants"][0]["provider"]["domain"] = domain.into();
    });
}

/// Gives the first tenant another look.
pub(crate) fn set_brand(desk: &Desk, brand: Value) {
    change_settings(desk, |settings| settings["tenants"][0]["brand"] = brand);
}

/// Has somebody lead in the first room of the first tenant, where others wait to be let in.
pub(crate) fn lead_first_room(desk: &Desk, who: &str) {
    change_settings(desk, |settings| {
        let room = &mut settings["tenants"][0]["rooms"][0];
        room["moderators"] = [who].into();
        room["lobby"] = true.into();
    });
}

/// Changes the settings of a Roomkey that does not run.
fn change_settings(desk: &Desk, change: impl FnOnce(&mut Value)) {
    let file = desk.path("roomkey/settings.json");
    let mut settings = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    change(&mut settings);
    fs::write(&file, settings.to_string()).unwrap();
}
