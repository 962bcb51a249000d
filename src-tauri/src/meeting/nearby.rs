//! Whether a tenant's server is on this machine or in the local network: Chromium lets a page
//! reach such a server only where it was allowed to (Local Network Access).

use std::net::IpAddr;
use std::net::Ipv4Addr;
use std::time::Duration;

use roomkey_core::domain::Domain;
use tokio::net::lookup_host;
use tokio::time::timeout;

/// A name that is not found sooner is found by the browser no sooner.
const FOUND_WITHIN: Duration = Duration::from_secs(2);

/// Whether the server's name leads there.
pub(crate) async fn is_nearby(domain: &Domain) -> bool {
    if domain.is_loopback() {
        return true;
    }
    let host = domain.host().trim_matches(['[', ']']);
    match timeout(FOUND_WITHIN, lookup_host((host, 443))).await {
        Ok(Ok(mut found)) => found.any(|address| is_local(address.ip())),
        Ok(Err(_)) | Err(_) => false,
    }
}

/// Whether an address is not of the internet: RFC 1918, RFC 3927, RFC 4193, RFC 6598.
fn is_local(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            let is_shared = u32::from(address) >> 22 == u32::from(SHARED) >> 22;
            address.is_private() || address.is_loopback() || address.is_link_local() || is_shared
        }
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}

/// What providers share among their customers begins here, and has ten bits.
const SHARED: Ipv4Addr = Ipv4Addr::new(100, 64, 0, 0);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        for local in [
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.254",
            "192.168.1.1",
            "169.254.1.1",
            "100.64.0.1",
            "100.127.255.254",
            "127.0.0.1",
            "::1",
            "fd00::1",
            "fe80::1",
            "::ffff:192.168.1.1",
        ] {
            assert!(is_local(local.parse().unwrap()), "{local}");
        }
        for public in [
            "8.8.8.8",
            "172.32.0.1",
            "100.63.255.255",
            "100.128.0.1",
            "2606:4700::1",
            "::ffff:8.8.8.8",
        ] {
            assert!(!is_local(public.parse().unwrap()), "{public}");
        }
    }

    #[tokio::test]
    async fn a_servers_name_is_looked_up() {
        for (domain, expected) in [
            ("127.0.0.1:8443", true),
            ("localhost", true),
            ("10.0.0.7", true),
            ("[fd00::7]:8443", true),
            ("203.0.113.7", false),
        ] {
            let domain = Domain::parse(domain).unwrap();
            assert_eq!(is_nearby(&domain).await, expected, "{domain:?}");
        }
    }
}
