//! Why a file or text is no key that can sign for JaaS, and the command that
//! mends it. The commands name the file as the JaaS documentation does.

/// Why no private key was imported. Each message ends with a command.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// Nothing but space.
    #[error(
        "There is nothing in it. Make a key with: ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key"
    )]
    Empty,
    /// More bytes than any key has.
    #[error(
        "It is far larger than a key. Choose the key's own file, or make a key with: ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key"
    )]
    TooLarge,
    /// No key of any kind in it.
    #[error(
        "There is no key in it. Choose the file that begins with -----BEGIN, or make a key with: ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key"
    )]
    NotAKey,
    /// The public half.
    #[error(
        "This is the public key, which cannot sign. Choose the private key it was made with, or make a new pair with: ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key"
    )]
    PublicKey,
    /// A certificate, or a request for one.
    #[error(
        "This is a certificate, which cannot sign. Choose the private key it was made for, or make a new pair with: ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key"
    )]
    Certificate,
    /// An RSA key in OpenSSH's own form.
    #[error(
        "This key is in OpenSSH's own form. Turn its file into PEM, then choose it again: ssh-keygen -p -m PEM -N \"\" -f jaasauth.key"
    )]
    OpenSsh,
    /// An RSA key in PuTTY's own form.
    #[error(
        "This key is in PuTTY's own form. Turn it into PEM in two steps: puttygen jaasauth.ppk -O private-openssh-new -o jaasauth.key, then ssh-keygen -p -m PEM -N \"\" -f jaasauth.key"
    )]
    Putty,
    /// A PKCS#12 bundle.
    #[error(
        "This is a PKCS#12 bundle. Take the key out of it with: openssl pkcs12 -in jaasauth.p12 -nocerts -nodes -out jaasauth.key"
    )]
    Pkcs12,
    /// A key on an elliptic curve.
    #[error(
        "This is an elliptic-curve key, and JaaS takes RSA keys only. Make one with: ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key"
    )]
    EllipticCurve,
    /// A key of another algorithm, such as DSA or RSA-PSS.
    #[error(
        "This key is of another kind than RSA, and JaaS takes RSA keys only. Make one with: ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key"
    )]
    OtherAlgorithm,
    /// An RSA key with fewer bits than the provider takes: 4096 at JaaS.
    #[error(
        "This RSA key has {bits} bits, which are too few. Make one with: ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key"
    )]
    TooShort {
        /// How many it has.
        bits: usize,
    },
    /// An RSA key with more bits than can be signed with.
    #[error(
        "This RSA key has {bits} bits, and Roomkey signs with 8192 at most. Make one with: ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key"
    )]
    TooLong {
        /// How many it has.
        bits: usize,
    },
    /// An encrypted key, and no passphrase.
    #[error(
        "This key is locked with a passphrase. Type it, or unlock a copy of the key with: openssl pkcs8 -in jaasauth.key -out jaasauth-open.key"
    )]
    PassphraseNeeded,
    /// An encrypted key, and a passphrase that does not open it.
    #[error(
        "The passphrase does not open this key. Type it again, or try it with: openssl pkey -in jaasauth.key -noout"
    )]
    PassphraseWrong,
    /// A key encrypted by PEM's own old means (RFC 1421).
    #[error(
        "This key is locked in an old way that is easily broken. Lock it in the usual way, then choose the new file: openssl pkcs8 -topk8 -v2 aes-256-cbc -in jaasauth.key -out jaasauth-new.key"
    )]
    LegacyEncrypted,
    /// An encrypted PKCS#8 key with means that are not read, or that would
    /// take minutes to try.
    #[error(
        "This key is locked in a way that Roomkey does not read. Lock it in the usual way, then choose the new file: openssl pkcs8 -topk8 -v2 aes-256-cbc -in jaasauth.key -out jaasauth-new.key"
    )]
    UnsupportedEncryption,
    /// The text breaks off.
    #[error(
        "The key is cut off: its last line, -----END, is missing. Copy it whole, as shown by: cat jaasauth.key"
    )]
    CutOff,
    /// A key whose inside is broken, or whose trial signature is wrong.
    #[error(
        "The key is damaged. Copy it again from where it was made, and check it with: openssl pkey -in jaasauth.key -check -noout"
    )]
    Damaged,
}

/// Why a text is no RSA public key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublicKeyFault {
    /// There is none in it.
    #[error(
        "There is no public key in it. Make its file with: openssl rsa -in jaasauth.key -pubout -out jaasauth.key.pub"
    )]
    NotAPublicKey,
    /// Not RSA.
    #[error(
        "This public key is of another kind than RSA. Make an RSA pair with: ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key"
    )]
    NotRsa,
    /// Its inside is broken.
    #[error(
        "The public key is damaged. Make its file again with: openssl rsa -in jaasauth.key -pubout -out jaasauth.key.pub"
    )]
    Damaged,
}
