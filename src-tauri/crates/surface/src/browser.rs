//! Finds the browsers that can make a meeting window.
//!
//! It looks where the makers' own installers put them, and asks no registry and no package tool.
//! Snap and Flatpak may keep a browser from its pipe or its profile, so theirs come last; whether
//! one answers is found out by [`crate::chromium::Window::open`].

mod kinds;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use kinds::KINDS;

/// A browser made of Chromium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// The name a person knows it by, such as `Chromium`.
    pub name: &'static str,
    /// Its program.
    pub path: PathBuf,
}

/// The folders to look into; those of other systems are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Linux: folders of programs by plain name, in the order of `PATH`.
    pub path: Vec<PathBuf>,
    /// Linux: where whole products lie, `/opt`.
    pub products: Vec<PathBuf>,
    /// Linux: folders of programs that Snap or Flatpak start.
    pub confined: Vec<PathBuf>,
    /// macOS: folders of application bundles.
    pub applications: Vec<PathBuf>,
    /// Windows: `%ProgramFiles%`, `%ProgramFiles(x86)%`, `%LocalAppData%`.
    pub program_files: Vec<PathBuf>,
}

impl Places {
    /// The places of this machine and this person, from the environment.
    pub fn of_this_machine() -> Self {
        let home = env::home_dir();
        let in_home = |below: &str| home.as_ref().map(|home| home.join(below));
        if cfg!(windows) {
            return Self {
                program_files: ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
                    .into_iter()
                    .filter_map(|name| env::var_os(name).map(PathBuf::from))
                    .collect(),
                ..Self::default()
            };
        }
        if cfg!(target_os = "macos") {
            return Self {
                applications: [
                    Some(PathBuf::from("/Applications")),
                    in_home("Applications"),
                ]
                .into_iter()
                .flatten()
                .collect(),
                ..Self::default()
            };
        }
        Self {
            path: env::var_os("PATH")
                .map(|path| env::split_paths(&path).collect())
                .unwrap_or_default(),
            products: vec![PathBuf::from("/opt")],
            confined: [
                Some(PathBuf::from("/snap/bin")),
                Some(PathBuf::from("/var/lib/snapd/snap/bin")),
                in_home(".local/share/flatpak/exports/bin"),
                Some(PathBuf::from("/var/lib/flatpak/exports/bin")),
            ]
            .into_iter()
            .flatten()
            .collect(),
            ..Self::default()
        }
    }
}

/// The browsers of this machine, the one to try first at the front.
pub fn find() -> Vec<Browser> {
    find_in(&Places::of_this_machine())
}

/// The browsers in these places, the one to try first at the front: at most one of each make that
/// runs freely, then at most one of each make that is confined.
pub fn find_in(places: &Places) -> Vec<Browser> {
    let free = KINDS.iter().filter_map(|kind| {
        let path = kind
            .free_paths(places)
            .find(|path| is_program(path) && !is_confined(path, places))?;
        Some(kind.browser(path))
    });
    let confined = KINDS.iter().filter_map(|kind| {
        let path = kind.confined_paths(places).find(|path| is_program(path))?;
        Some(kind.browser(path))
    });
    free.chain(confined).collect()
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    fs::metadata(path).is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// Whether a program by plain name is Snap's or Flatpak's after all: a link to it, or a script
/// that calls it, as in Ubuntu's package `chromium-browser`.
fn is_confined(path: &Path, places: &Places) -> bool {
    let Ok(real) = path.canonicalize() else {
        return true;
    };
    let is_in_their_folder = places
        .confined
        .iter()
        .any(|folder| path.starts_with(folder) || real.starts_with(folder));
    let is_their_tool = matches!(
        real.file_name().and_then(|name| name.to_str()),
        Some("snap" | "flatpak")
    );
    is_in_their_folder || is_their_tool || calls_snap(&real)
}

fn calls_snap(program: &Path) -> bool {
    let is_small = fs::metadata(program).is_ok_and(|found| found.len() < LONGEST_SCRIPT);
    is_small
        && fs::read_to_string(program)
            .is_ok_and(|script| script.starts_with("#!") && script.contains("/snap/bin/"))
}

/// No program that is more than a script is as small as this, in bytes.
const LONGEST_SCRIPT: u64 = 16 * 1024;

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn programs_are_found_by_name_in_the_order_of_preference() {
        let machine = Machine::new();
        machine.program("usr/bin/vivaldi-stable", "");
        machine.program("usr/local/bin/chromium", "");
        machine.program("usr/bin/chromium", "");
        machine.program("opt/google/chrome/google-chrome", "");

        assert_eq!(
            machine.found(),
            [
                "Google Chrome: opt/google/chrome/google-chrome",
                "Chromium: usr/local/bin/chromium",
                "Vivaldi: usr/bin/vivaldi-stable",
            ]
        );
    }

    #[test]
    fn what_cannot_be_run_is_none() {
        let machine = Machine::new();
        machine.file("usr/bin/chromium", "");
        fs::create_dir_all(machine.root.path().join("usr/bin/google-chrome")).unwrap();
        symlink("nowhere", machine.root.path().join("usr/bin/brave")).unwrap();

        assert_eq!(machine.found(), Vec::<String>::new());
    }

    #[test]
    fn confined_ones_come_last_however_they_are_dressed() {
        let machine = Machine::new();
        machine.program("usr/bin/snap", "");
        machine.program("snap/bin/.keep", "");
        symlink(
            machine.root.path().join("usr/bin/snap"),
            machine.root.path().join("snap/bin/chromium"),
        )
        .unwrap();
        machine.program(
            "usr/bin/chromium-browser",
            "#!/bin/sh\nexec /snap/bin/chromium \"$@\"\n",
        );
        symlink(
            machine.root.path().join("snap/bin/chromium"),
            machine.root.path().join("usr/bin/chromium"),
        )
        .unwrap();
        machine.program("flatpak/com.google.Chrome", "");
        machine.program("usr/bin/brave-browser", "");

        assert_eq!(
            machine.found(),
            [
                "Brave: usr/bin/brave-browser",
                "Google Chrome: flatpak/com.google.Chrome",
                "Chromium: snap/bin/chromium",
            ]
        );
    }

    #[test]
    fn a_confined_one_does_not_hide_a_free_one() {
        let machine = Machine::new();
        machine.program(
            "usr/local/bin/chromium",
            "#!/bin/sh\nexec /snap/bin/chromium\n",
        );
        machine.program("usr/bin/chromium", "");
        machine.program("snap/bin/chromium", "");

        assert_eq!(
            machine.found(),
            ["Chromium: usr/bin/chromium", "Chromium: snap/bin/chromium"]
        );
    }

    #[test]
    fn bundles_and_windows_folders() {
        let machine = Machine::new();
        machine.program(
            "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "",
        );
        machine.program(
            "Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
            "",
        );
        let places = Places {
            applications: vec![machine.root.path().join("Applications")],
            program_files: vec![
                machine.root.path().join("Program Files"),
                machine.root.path().join("Program Files (x86)"),
            ],
            ..Places::default()
        };

        let names: Vec<_> = find_in(&places)
            .iter()
            .map(|browser| browser.name)
            .collect();

        assert_eq!(names, ["Google Chrome", "Microsoft Edge"]);
    }

    struct Machine {
        root: TempDir,
    }

    impl Machine {
        fn new() -> Self {
            let root = tempfile::tempdir().unwrap();
            for folder in ["usr/local/bin", "usr/bin", "opt", "snap/bin", "flatpak"] {
                fs::create_dir_all(root.path().join(folder)).unwrap();
            }
            Self { root }
        }

        fn file(&self, path: &str, content: &str) -> PathBuf {
            let path = self.root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, content).unwrap();
            path
        }

        fn program(&self, path: &str, content: &str) {
            let path = self.file(path, content);
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        }

        fn found(&self) -> Vec<String> {
            let root = self.root.path();
            let places = Places {
                path: vec![root.join("usr/local/bin"), root.join("usr/bin")],
                products: vec![root.join("opt")],
                confined: vec![root.join("snap/bin"), root.join("flatpak")],
                ..Places::default()
            };
            find_in(&places)
                .into_iter()
                .map(|browser| {
                    let path = browser.path.strip_prefix(root).unwrap();
                    format!("{}: {}", browser.name, path.display())
                })
                .collect()
        }
    }
}
