//! The commands of each group, for the build script, which makes their permissions.

/// The launcher's commands.
pub(crate) const LAUNCHER: &[&str] = &[
    "add_room",
    "check_room",
    "choose_tenant",
    "end_meeting",
    "join",
    "put_on_desktop",
    "ready",
    "rehearse",
    "remove_room",
    "set_arrival",
    "set_person",
    "set_preferences",
    "show_meeting",
    "state",
];

/// The set-up's commands.
pub(crate) const SETUP: &[&str] = &[
    "check_app_id",
    "check_domain",
    "check_key_id",
    "check_person",
    "choose_key_file",
    "finish_setup",
    "forget_key",
    "paste_key",
    "unlock_key",
];

/// The meeting page's commands.
pub(crate) const MEETING: &[&str] = &["listen", "send"];
