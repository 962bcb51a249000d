//! Where a tenant's meetings are served.
//!
//! https everywhere; plain http on the machine itself alone, for rehearsals.
//! Nothing is looked up.

mod host;

use std::fmt;

use serde::{Deserialize, Serialize};

/// A host with an optional port, such as `8x8.vc`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Domain {
    scheme: Scheme,
    host: String,
    /// Only where it is not the scheme's own.
    port: Option<u16>,
    is_loopback: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Scheme {
    Http,
    Https,
}

impl Domain {
    /// Reads `8x8.vc`, `host:port` or an origin with its scheme.
    ///
    /// Without a scheme, a loopback host means http and every other https.
    pub fn parse(text: &str) -> Result<Self, DomainFault> {
        let text = text.trim().to_ascii_lowercase();
        let (named, rest) = match text.split_once("://") {
            Some(("https", rest)) => (Some(Scheme::Https), rest),
            Some(("http", rest)) => (Some(Scheme::Http), rest),
            Some(_) => return Err(DomainFault::Scheme),
            None => (None, text.as_str()),
        };
        let authority = rest.strip_suffix('/').unwrap_or(rest);
        if authority.is_empty() {
            return Err(DomainFault::Empty);
        }
        if authority.contains(['/', '?', '#', '@', '\\']) {
            return Err(DomainFault::MoreThanHost);
        }

        let (host, port) = host::split_port(authority)?;
        let (host, is_loopback) = host::read(host)?;
        let scheme = match named {
            Some(Scheme::Http) if !is_loopback => return Err(DomainFault::PlainHttp),
            Some(scheme) => scheme,
            None if is_loopback => Scheme::Http,
            None => Scheme::Https,
        };
        let port = port.filter(|port| *port != scheme.usual_port());
        Ok(Self {
            scheme,
            host,
            port,
            is_loopback,
        })
    }

    /// The host, in lower case; an IPv6 address in brackets.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port, where it is not the scheme's own.
    pub fn port(&self) -> Option<u16> {
        self.port
    }

    /// Scheme, host and port, as browsers write an origin: `https://8x8.vc`.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme.as_str(), self.authority())
    }

    /// Host and port, without a scheme: `8x8.vc` or `127.0.0.1:8080`.
    pub fn authority(&self) -> String {
        match self.port {
            Some(port) => format!("{}:{port}", self.host),
            None => self.host.clone(),
        }
    }

    /// Whether the way there is encrypted; it is everywhere but on the machine itself.
    pub fn is_encrypted(&self) -> bool {
        match self.scheme {
            Scheme::Https => true,
            Scheme::Http => false,
        }
    }

    /// Whether it is this machine.
    pub fn is_loopback(&self) -> bool {
        self.is_loopback
    }
}

/// The shortest text that reads back as the same domain.
impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_loopback && self.scheme == Scheme::Https {
            return f.write_str(&self.origin());
        }
        f.write_str(&self.authority())
    }
}

impl TryFrom<String> for Domain {
    type Error = DomainFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Domain> for String {
    fn from(domain: Domain) -> Self {
        domain.to_string()
    }
}

impl Scheme {
    fn as_str(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }

    fn usual_port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
        }
    }
}

/// Why a text is no domain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DomainFault {
    /// Nothing was given.
    #[error("The domain is missing. For JaaS it is 8x8.vc")]
    Empty,
    /// A scheme other than http and https.
    #[error("A meeting's domain is reached by https. Write the host alone, such as 8x8.vc")]
    Scheme,
    /// A path, query, fragment or user name.
    #[error("This is more than a domain. Write the host alone, such as 8x8.vc")]
    MoreThanHost,
    /// Plain http to another machine.
    #[error("Plain http would send tokens readable by anyone on the way. Use https")]
    PlainHttp,
    /// What stands before the port is no host.
    #[error("“{found}” is no host. Write one such as 8x8.vc, other scripts in their xn-- form")]
    Host {
        /// What was given.
        found: String,
    },
    /// What stands after the colon is no port.
    #[error("“{found}” is no port. Use a number from 1 to 65535, or leave it out")]
    Port {
        /// What was given.
        found: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_and_their_origins() {
        let cases = [
            ("8x8.vc", "https://8x8.vc", "8x8.vc"),
            (" https://8X8.vc/ ", "https://8x8.vc", "8x8.vc"),
            ("https://8x8.vc:443", "https://8x8.vc", "8x8.vc"),
            (
                "meet.example.org:8443",
                "https://meet.example.org:8443",
                "meet.example.org:8443",
            ),
            (
                "http://127.0.0.1:8080",
                "http://127.0.0.1:8080",
                "127.0.0.1:8080",
            ),
            ("127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1:8080"),
            ("localhost", "http://localhost", "localhost"),
            ("http://localhost:80", "http://localhost", "localhost"),
            (
                "https://localhost:8443",
                "https://localhost:8443",
                "localhost:8443",
            ),
            ("[::1]:8080", "http://[::1]:8080", "[::1]:8080"),
            (
                "https://[2001:DB8:0::1]",
                "https://[2001:db8::1]",
                "[2001:db8::1]",
            ),
            (
                "xn--bro-hoa.example",
                "https://xn--bro-hoa.example",
                "xn--bro-hoa.example",
            ),
        ];
        for (text, origin, authority) in cases {
            let domain = Domain::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
            assert_eq!(domain.origin(), origin, "{text}");
            assert_eq!(domain.authority(), authority, "{text}");
            assert_eq!(Domain::parse(&domain.to_string()), Ok(domain), "{text}");
        }
    }

    #[test]
    fn host_and_port_stand_apart() {
        let domain = Domain::parse("[::1]:8080").unwrap();
        assert_eq!((domain.host(), domain.port()), ("[::1]", Some(8080)));
        let domain = Domain::parse("8x8.vc").unwrap();
        assert_eq!((domain.host(), domain.port()), ("8x8.vc", None));
    }

    #[test]
    fn loopback_is_this_machine_alone() {
        for here in [
            "127.0.0.1",
            "127.1.2.3",
            "localhost",
            "a.localhost",
            "[::1]",
        ] {
            assert!(Domain::parse(here).unwrap().is_loopback(), "{here}");
        }
        for there in [
            "8x8.vc",
            "128.0.0.1",
            "localhost.example.org",
            "[::2]",
            "127.0.0.1.de",
        ] {
            assert!(!Domain::parse(there).unwrap().is_loopback(), "{there}");
        }
    }

    #[test]
    fn plain_http_leaves_this_machine_never() {
        for text in [
            "http://8x8.vc",
            "http://192.168.1.1",
            "http://127.0.0.1.example.org",
        ] {
            assert_eq!(Domain::parse(text), Err(DomainFault::PlainHttp), "{text}");
        }
    }

    #[test]
    fn slips_are_named() {
        let host = |found: &str| DomainFault::Host {
            found: found.to_owned(),
        };
        let port = |found: &str| DomainFault::Port {
            found: found.to_owned(),
        };
        let cases = [
            ("", DomainFault::Empty),
            ("https://", DomainFault::Empty),
            ("ftp://8x8.vc", DomainFault::Scheme),
            ("https://8x8.vc/room", DomainFault::MoreThanHost),
            ("8x8.vc?x", DomainFault::MoreThanHost),
            ("8x8.vc#x", DomainFault::MoreThanHost),
            ("ada@8x8.vc", DomainFault::MoreThanHost),
            ("8x8.vc\\x", DomainFault::MoreThanHost),
            ("8x8 vc", host("8x8 vc")),
            ("8x8..vc", host("8x8..vc")),
            ("-a.vc", host("-a.vc")),
            ("a_b.vc", host("a_b.vc")),
            ("büro.example", host("büro.example")),
            ("*.8x8.vc", host("*.8x8.vc")),
            ("256.0.0.1", host("256.0.0.1")),
            ("127.1", host("127.1")),
            ("0x7f.1", host("0x7f.1")),
            ("a.0x1", host("a.0x1")),
            ("::1", host(":")),
            ("[::1", host("[:")),
            ("8x8.vc:", port("")),
            ("8x8.vc:0", port("0")),
            ("8x8.vc:65536", port("65536")),
            ("8x8.vc:+1", port("+1")),
            ("8x8.vc:http", port("http")),
        ];
        for (text, fault) in cases {
            assert_eq!(Domain::parse(text), Err(fault), "{text}");
        }
    }
}
