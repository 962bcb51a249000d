//! The Debian package, as it is made from the programs under test: Roomkey starts from its desktop
//! entry, and the icon of a room joins that room, whether Roomkey runs or not.
//!
//! It is unpacked into the test's home and not installed: a person's own Roomkey stays as it
//! is. That a real installation would succeed, `dpkg` is asked without doing it.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

use crate::application::Application;
use crate::application::PROGRAM;
use crate::desk::Desk;
use crate::screen;
use crate::tenant::Tenant;
use crate::whole_path::set_up;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[tokio::test(flavor = "multi_thread")]
async fn the_package_starts_from_its_entry_and_its_icons_join() {
    let desk = Desk::new();
    let system = desk.path("system");
    let package = pack(&desk.path("tmp"));
    run(Command::new("dpkg-deb").arg("-x").args([&package, &system]));
    // It looks for its helpers where only root's path leads.
    let path = std::env::var("PATH").unwrap() + ":/usr/local/sbin:/usr/sbin:/sbin";
    run(Command::new("dpkg")
        .args(["--no-act", "--install"])
        .arg(&package)
        .env("PATH", path));
    let program = system.join("usr/bin/roomkey");
    let entry = system.join("usr/share/applications/Roomkey.desktop");
    run(Command::new("desktop-file-validate").arg(&entry));
    for file in [
        "share/bash-completion/completions/roomkeyctl",
        "share/fish/vendor_completions.d/roomkeyctl.fish",
        "share/man/man1/roomkeyctl-token-mint.1.gz",
        "share/zsh/vendor-completions/_roomkeyctl",
        "share/doc/roomkey/copyright",
        "share/doc/roomkey/LICENSE-APACHE",
        "share/icons/hicolor/128x128/apps/roomkey.png",
        "share/icons/hicolor/scalable/apps/roomkey.svg",
    ] {
        assert!(system.join("usr").join(file).is_file(), "{file}");
    }

    let mut command_line = desk.command(system.join("usr/bin/roomkeyctl"));
    run(command_line.args(["tenant", "list"]));

    launch(&desk, &entry);
    screen::close(&desk, screen::LAUNCHER).await;
    desk.bus().roomkey_is_gone().await;

    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start_program(&desk, &program, &[]).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey
        .find("[aria-label='More for Daily stand-up']")
        .await
        .click()
        .await
        .unwrap();
    roomkey.press("Put on desktop").await;
    roomkey.says("Daily stand-up is on your desktop").await;
    let icon = only_file(&desk.path("Desktop"));
    let text = fs::read_to_string(&icon).unwrap();
    assert!(text.contains("\nName=Daily stand-up · Acme\n"), "{text}");
    run(Command::new("desktop-file-validate").arg(&icon));

    launch(&desk, &icon);
    joins_and_hangs_up(&mut tenant).await;
    roomkey.no_longer_says("You are in").await;
    roomkey.close().await;

    launch(&desk, &icon);
    joins_and_hangs_up(&mut tenant).await;
    screen::close(&desk, screen::LAUNCHER).await;
    desk.bus().roomkey_is_gone().await;
}

/// Makes the package of the program under test, with the configuration of the release. The
/// bundler marks the program that it packs, so it is given a copy; one without line tables,
/// which is packed in a fifth of the time.
fn pack(folder: &Path) -> PathBuf {
    let command_line = Path::new(PROGRAM).with_file_name("roomkeyctl");
    assert!(command_line.is_file(), "cargo build --workspace makes it");
    run(Command::new(Path::new(ROOT).join("src-tauri/linux/stage-roomkeyctl")).arg(command_line));
    fs::create_dir_all(folder.join("debug")).unwrap();
    let copy = folder.join("debug/roomkey");
    run(Command::new("strip").arg("-o").arg(&copy).arg(PROGRAM));
    run(
        Command::new(Path::new(ROOT).join("ui/node_modules/.bin/tauri"))
            .args(["bundle", "--debug", "--ci", "--bundles", "deb"])
            .current_dir(ROOT)
            .env("CARGO_TARGET_DIR", folder),
    );
    only_file(&folder.join("debug/bundle/deb"))
}

/// Starts what a desktop file says, as a click on it does. `gio` reads `Exec` as desktops do.
fn launch(desk: &Desk, file: &Path) {
    let path = desk.path("system/usr/bin").into_os_string();
    let rest = std::env::var_os("PATH").unwrap();
    let path = [path, rest].join(&OsString::from(":"));
    let mut gio = desk.command("gio");
    // What is started holds on to these: a pipe would be read to its end.
    gio.stdout(Stdio::null()).stderr(Stdio::null());
    let launched = gio.arg("launch").arg(file).env("PATH", path).status();
    assert!(launched.unwrap().success(), "{}", file.display());
}

async fn joins_and_hangs_up(tenant: &mut Tenant) {
    tenant.lets_in("daily-stand-up").await;
    tenant.hang_up("daily-stand-up").await;
}

fn only_file(folder: &Path) -> PathBuf {
    let files = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.path());
    let files: Vec<PathBuf> = files.filter(|path| path.is_file()).collect();
    let [file] = files.as_slice() else {
        panic!("one file was expected: {files:?}");
    };
    file.clone()
}

fn run(command: &mut Command) {
    let output = command
        .output()
        .unwrap_or_else(|fault| panic!("{command:?}: {fault}"));
    assert!(output.status.success(), "{command:?}: {output:?}");
}
