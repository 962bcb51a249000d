//! Processes and their memory, as the kernel tells them.

use std::collections::HashMap;
use std::fs;

/// A process and everything that it started and that runs.
pub(crate) fn tree(root: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for process in fs::read_dir("/proc").unwrap().flatten() {
        let name = process.file_name();
        let Some(id) = name.to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        if let Some(parent) = parent(id) {
            children.entry(parent).or_default().push(id);
        }
    }
    let mut found = Vec::new();
    let mut waiting = vec![root];
    while let Some(id) = waiting.pop() {
        if fs::exists(format!("/proc/{id}")).unwrap_or(false) {
            found.push(id);
        }
        waiting.extend(children.remove(&id).unwrap_or_default());
    }
    found
}

/// The memory of a process and everything that it started, in KiB: what is its own, and its
/// share of what it has in common with others (PSS).
pub(crate) fn of_tree(root: u32) -> u64 {
    tree(root).into_iter().filter_map(share).sum()
}

/// The arguments of a process; none where it has ended. Chromium writes its own anew, with
/// spaces between them.
pub(crate) fn arguments(id: u32) -> Vec<String> {
    let text = fs::read_to_string(format!("/proc/{id}/cmdline")).unwrap_or_default();
    text.split(['\0', ' '])
        .filter(|argument| !argument.is_empty())
        .map(str::to_owned)
        .collect()
}

fn share(id: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = text.lines().find(|line| line.starts_with("Pss:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The process that started one which has not ended.
fn parent(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // `ID (NAME) STATE PARENT …`, where the name may hold anything.
    let (_, fields) = stat.rsplit_once(") ")?;
    let mut fields = fields.split(' ');
    if fields.next()? == "Z" {
        return None;
    }
    fields.next()?.parse().ok()
}
