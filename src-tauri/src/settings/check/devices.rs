//! Whether this computer has a camera and a microphone that a meeting could use.
//!
//! Linux says so in its files, without a question to the person. Elsewhere only a page that
//! has asked may know, so that a rehearsal has to show it.

use super::CheckResult;

/// Looks for them, without switching them on.
#[cfg(target_os = "linux")]
pub(super) fn check() -> CheckResult {
    linux::Devices::find(std::path::Path::new("/")).judge()
}

/// Looks for them, without switching them on.
#[cfg(not(target_os = "linux"))]
pub(super) fn check() -> CheckResult {
    super::not_checked(super::CheckId::Devices, super::CheckSkipped::InRehearsal)
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::path::Path;

    use crate::settings::check::CheckId;
    use crate::settings::check::CheckOutcome;
    use crate::settings::check::CheckResult;
    use crate::settings::check::pass;

    /// How many there are.
    pub(super) struct Devices {
        cameras: usize,
        microphones: usize,
    }

    impl Devices {
        /// Looks under a root folder.
        pub(super) fn find(root: &Path) -> Self {
            Self {
                cameras: cameras(root),
                microphones: microphones(root),
            }
        }

        pub(super) fn judge(&self) -> CheckResult {
            let (cameras, microphones) = (self.cameras, self.microphones);
            if cameras > 0 && microphones > 0 {
                let found = format!("{cameras} × camera, {microphones} × microphone");
                let values = [
                    ("cameras", cameras.to_string()),
                    ("microphones", microphones.to_string()),
                ];
                return pass(CheckId::Devices, &found, values);
            }
            let missing = match (cameras, microphones) {
                (0, 0) => "neither camera nor microphone",
                (0, _) => "no camera",
                (_, _) => "no microphone",
            };
            let but = "one that comes by Bluetooth shows in a rehearsal";
            CheckResult {
                outcome: CheckOutcome::Warn,
                ..pass(CheckId::Devices, &format!("{missing} was found; {but}"), [])
            }
        }
    }

    /// A camera has several nodes, of which the first gives the picture.
    fn cameras(root: &Path) -> usize {
        let folder = root.join("sys/class/video4linux");
        let is_first = |name: &String| {
            let index = fs::read_to_string(folder.join(name).join("index"));
            index.is_ok_and(|index| index.trim() == "0")
        };
        names(&folder).filter(is_first).count()
    }

    /// ALSA names what records `pcmC0D0c`, and what plays `pcmC0D0p`.
    fn microphones(root: &Path) -> usize {
        let is_capture = |name: &String| name.starts_with("pcm") && name.ends_with('c');
        names(&root.join("dev/snd")).filter(is_capture).count()
    }

    fn names(folder: &Path) -> impl Iterator<Item = String> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.filter_map(|entry| entry.file_name().into_string().ok())
    }

    #[cfg(test)]
    mod tests {
        use std::fs;
        use std::path::Path;

        use super::CheckOutcome;
        use super::Devices;

        fn put(root: &Path, file: &str, text: &str) {
            let path = root.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }

        fn found(root: &Path) -> (CheckOutcome, String) {
            let result = Devices::find(root).judge();
            (result.outcome, result.message)
        }

        #[test]
        fn a_camera_counts_once_and_a_loudspeaker_is_no_microphone() {
            let root = tempfile::tempdir().unwrap();
            put(root.path(), "sys/class/video4linux/video0/index", "0\n");
            put(root.path(), "sys/class/video4linux/video1/index", "1\n");
            put(root.path(), "dev/snd/pcmC0D0c", "");
            put(root.path(), "dev/snd/pcmC0D0p", "");
            put(root.path(), "dev/snd/controlC0", "");

            let (outcome, words) = found(root.path());

            assert_eq!(outcome, CheckOutcome::Pass);
            assert_eq!(words, "1 × camera, 1 × microphone");
        }

        #[test]
        fn what_is_missing_is_a_warning() {
            let root = tempfile::tempdir().unwrap();
            put(root.path(), "dev/snd/pcmC1D0c", "");

            let (outcome, words) = found(root.path());

            assert_eq!(outcome, CheckOutcome::Warn);
            assert!(words.starts_with("no camera was found"), "{words}");
        }
    }
}
