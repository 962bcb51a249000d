//! Puts an icon for one room on the person's desktop. A click on it runs
//! `roomkey join TENANT/ROOM`, or opens the link that says the same.
//!
//! The icon names a tenant and a room and nothing secret.

use std::io;
use std::path::Path;
use std::path::PathBuf;

#[cfg(target_os = "linux")]
#[path = "desktop/linux.rs"]
mod imp;
#[cfg(target_os = "macos")]
#[path = "desktop/macos.rs"]
mod imp;
#[cfg(target_os = "windows")]
#[path = "desktop/windows.rs"]
mod imp;

/// What an icon stands for.
pub(crate) struct Icon<'a> {
    /// The room's title.
    pub(crate) title: &'a str,
    /// The tenant's name.
    pub(crate) brand: &'a str,
    /// `TENANT/ROOM`.
    pub(crate) place: &'a str,
    /// A picture file; Roomkey's own icon where it is missing.
    pub(crate) logo: Option<&'a Path>,
    /// The running program.
    pub(crate) program: &'a Path,
}

impl Icon<'_> {
    /// Writes the icon into a folder, instead of one of the same name, and gives its path.
    pub(crate) fn put(&self, folder: &Path) -> io::Result<PathBuf> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(format!("{}.{}", self.file_stem(), imp::EXTENSION));
        imp::write(self, &path)?;
        Ok(path)
    }

    /// "Daily stand-up · Acme": two tenants' rooms may have one title.
    fn name(&self) -> String {
        format!("{} · {}", self.title, self.brand)
    }

    /// The name, without what a file system refuses.
    fn file_stem(&self) -> String {
        let stem: String = self
            .name()
            .chars()
            .map(|c| if is_refused(c) { ' ' } else { c })
            .take(100)
            .collect();
        stem.trim_matches([' ', '.']).to_owned()
    }
}

fn is_refused(c: char) -> bool {
    c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_leave_the_folder() {
        let icon = Icon {
            title: "../../etc: \"x\"",
            brand: "A/C\u{0}ME.",
            place: "acme/x",
            logo: None,
            program: Path::new("/usr/bin/roomkey"),
        };
        assert_eq!(
            icon.file_stem(),
            ".. etc   x  · A C ME".trim_matches('.').trim()
        );
    }
}
