//! An internet location file: Finder opens the `roomkey:` link in it with Roomkey.

use std::fs;
use std::io;
use std::path::Path;

use super::Icon;

pub(super) const EXTENSION: &str = "inetloc";

pub(super) fn write(icon: &Icon<'_>, path: &Path) -> io::Result<()> {
    // A place is a tenant's slug and a room's name: nothing in it needs escaping in XML.
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\"><dict><key>URL</key><string>roomkey://{}</string></dict></plist>\n",
        icon.place
    );
    fs::write(path, text)
}
