//! The commands of each group, for the build script, which makes their permissions.

/// The launcher's commands.
pub(crate) const LAUNCHER: &[&str] = &[
    "add_room",
    "check_room",
    "choose_tenant",
    "end_meeting",
    "follow_link",
    "join",
    "open_inspector",
    "open_settings",
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

/// The commands about JaaS's services.
pub(crate) const SERVICE: &[&str] = &[
    "give_command",
    "paste_secret",
    "prepare_command",
    "read_webhook",
    "remove_secret",
    "secret_state",
];

/// The settings window's commands.
pub(crate) const SETTINGS: &[&str] = &[
    "add_tenant",
    "bring_key_back",
    "cancel_room",
    "check",
    "check_moderator",
    "choose_background",
    "choose_logo",
    "choose_tenant_key",
    "export_branding",
    "export_rollout",
    "export_rooms",
    "forget_tenant_key",
    "generate_key",
    "import_rooms",
    "keep_key",
    "list_room",
    "make_room",
    "move_room",
    "paste_signing_secret",
    "paste_tenant_key",
    "promote_key",
    "provider_rooms",
    "put_rooms",
    "rehearse_key",
    "remove_everything",
    "remove_key",
    "remove_picture",
    "remove_rooms",
    "remove_signing_secret",
    "remove_tenant",
    "reset_profile",
    "rooms",
    "save_public_key",
    "save_staged_public_key",
    "set_brand",
    "set_features",
    "set_moderators",
    "set_tenant",
    "staged_key",
    "state",
    "unlock_tenant_key",
];

/// The inspector's commands.
pub(crate) const INSPECTOR: &[&str] = &[
    "copy_address",
    "copy_token",
    "make",
    "open_made",
    "read",
    "remove_preset",
    "save_preset",
    "show_token",
    "state",
];

/// The commands by which the inspector proves what a meeting grants.
pub(crate) const PROOF: &[&str] = &[
    "cases",
    "judge_table",
    "save",
    "save_table",
    "start",
    "stop",
    "table_cases",
];

/// The set-up's commands.
pub(crate) const SETUP: &[&str] = &[
    "accept_rollout",
    "check_key_id",
    "check_person",
    "check_provider",
    "choose_key_file",
    "expect_key",
    "finish_setup",
    "forget_key",
    "forget_rollout",
    "open_rollout",
    "paste_key",
    "paste_secret",
    "unlock_key",
    "unlock_rollout",
];

/// The meeting page's commands.
pub(crate) const MEETING: &[&str] = &["listen", "send"];
