//! What may stand for a host, by the rules of the URL standard that matter
//! here: names, dotted IPv4, bracketed IPv6.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::DomainFault;

/// Parts `host:port`; an IPv6 address keeps its own colons.
pub(super) fn split_port(authority: &str) -> Result<(&str, Option<u16>), DomainFault> {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port),
        Some(_) | None => return Ok((authority, None)),
    };
    let is_number = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    match port.parse::<u16>() {
        Ok(number) if is_number && number != 0 => Ok((host, Some(number))),
        Ok(_) | Err(_) => Err(DomainFault::Port {
            found: port.to_owned(),
        }),
    }
}

/// Checks a host's form; gives it as browsers write it, and whether it is
/// this machine.
pub(super) fn read(host: &str) -> Result<(String, bool), DomainFault> {
    let fault = || DomainFault::Host {
        found: host.to_owned(),
    };
    if let Some(inner) = host.strip_prefix('[') {
        let address = inner.strip_suffix(']').ok_or_else(fault)?;
        let address: Ipv6Addr = address.parse().map_err(|_| fault())?;
        return Ok((format!("[{address}]"), address.is_loopback()));
    }
    if host.is_empty() || host.len() > 253 || !host.split('.').all(is_label) {
        return Err(fault());
    }
    // Browsers read a host whose last label is a number as an IPv4 address.
    if host.rsplit('.').next().is_some_and(is_number) {
        let address: Ipv4Addr = host.parse().map_err(|_| fault())?;
        return Ok((host.to_owned(), address.is_loopback()));
    }
    let is_loopback = host == "localhost" || host.ends_with(".localhost");
    Ok((host.to_owned(), is_loopback))
}

fn is_label(label: &str) -> bool {
    let inside = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=63).contains(&label.len())
        && label.chars().all(inside)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn is_number(label: &str) -> bool {
    let hexadecimal = label
        .strip_prefix("0x")
        .is_some_and(|digits| digits.chars().all(|c| c.is_ascii_hexdigit()));
    hexadecimal || label.chars().all(|c| c.is_ascii_digit())
}
