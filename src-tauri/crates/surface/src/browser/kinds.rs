//! The makes of browser, and where their makers' installers put them.

use std::path::PathBuf;

use super::{Browser, Places};

/// A make of browser, and its names in each kind of place.
pub(super) struct Kind {
    name: &'static str,
    commands: &'static [&'static str],
    product: &'static str,
    flatpak: &'static str,
    bundle: &'static str,
    windows: &'static str,
}

impl Kind {
    pub(super) fn free_paths<'a>(
        &'a self,
        places: &'a Places,
    ) -> impl Iterator<Item = PathBuf> + 'a {
        let commands = in_each(&places.path, self.commands);
        let products = below(&places.products, self.product);
        let bundles = below(&places.applications, self.bundle);
        let windows = below(&places.program_files, self.windows);
        commands.chain(products).chain(bundles).chain(windows)
    }

    pub(super) fn confined_paths<'a>(
        &'a self,
        places: &'a Places,
    ) -> impl Iterator<Item = PathBuf> + 'a {
        let commands = in_each(&places.confined, self.commands);
        commands.chain(below(&places.confined, self.flatpak))
    }

    pub(super) fn browser(&self, path: PathBuf) -> Browser {
        Browser {
            name: self.name,
            path,
        }
    }
}

pub(super) const KINDS: [Kind; 5] = [
    Kind {
        name: "Google Chrome",
        commands: &["google-chrome", "google-chrome-stable"],
        product: "google/chrome/google-chrome",
        flatpak: "com.google.Chrome",
        bundle: "Google Chrome.app/Contents/MacOS/Google Chrome",
        windows: "Google/Chrome/Application/chrome.exe",
    },
    Kind {
        name: "Chromium",
        commands: &["chromium", "chromium-browser"],
        product: "",
        flatpak: "org.chromium.Chromium",
        bundle: "Chromium.app/Contents/MacOS/Chromium",
        windows: "Chromium/Application/chrome.exe",
    },
    Kind {
        name: "Microsoft Edge",
        commands: &["microsoft-edge", "microsoft-edge-stable"],
        product: "microsoft/msedge/microsoft-edge",
        flatpak: "com.microsoft.Edge",
        bundle: "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        windows: "Microsoft/Edge/Application/msedge.exe",
    },
    Kind {
        name: "Brave",
        commands: &["brave-browser", "brave-browser-stable", "brave"],
        product: "brave.com/brave/brave-browser",
        flatpak: "com.brave.Browser",
        bundle: "Brave Browser.app/Contents/MacOS/Brave Browser",
        windows: "BraveSoftware/Brave-Browser/Application/brave.exe",
    },
    Kind {
        name: "Vivaldi",
        commands: &["vivaldi", "vivaldi-stable"],
        product: "vivaldi/vivaldi",
        flatpak: "com.vivaldi.Vivaldi",
        bundle: "Vivaldi.app/Contents/MacOS/Vivaldi",
        windows: "Vivaldi/Application/vivaldi.exe",
    },
];

fn in_each<'a>(folders: &'a [PathBuf], names: &'a [&'a str]) -> impl Iterator<Item = PathBuf> + 'a {
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
}

fn below<'a>(folders: &'a [PathBuf], path: &'a str) -> impl Iterator<Item = PathBuf> + 'a {
    folders
        .iter()
        .filter(move |_| !path.is_empty())
        .map(move |folder| folder.join(path))
}
