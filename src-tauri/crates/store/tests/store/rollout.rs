//! Rollout files, opened here and by the reference tool.

use std::fs;
use std::process::Command;

use roomkey_core::key::PrivateKey;
use roomkey_core::provider::Secret;
use roomkey_core::time::Timestamp;
use roomkey_store::generate::generate_key;
use roomkey_store::keys::KeyStore;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::rollout::Passphrase;
use roomkey_store::rollout::Picture;
use roomkey_store::rollout::PictureKind;
use roomkey_store::rollout::Rollout;
use roomkey_store::rollout::RolloutFault;
use roomkey_store::rollout::RolloutTenant;
use roomkey_store::rollout::arrive;
use roomkey_store::rollout::bring;

use roomkey_store::settings::Settings;
use roomkey_store::settings::Tenant;

use crate::settings::full;

fn rollout(key: Option<PrivateKey>) -> Rollout {
    let mut settings = full();
    Rollout {
        tenants: vec![RolloutTenant {
            tenant: settings.tenants.swap_remove(0),
            credential: key.map(OwnedCredential::Key),
            logo: Some(Picture {
                kind: PictureKind::Svg,
                bytes: b"<svg/>".to_vec(),
            }),
            background: None,
        }],
    }
}

#[test]
fn what_is_sealed_comes_back_without_what_is_personal() {
    let key = generate_key().unwrap();
    let passphrase = Passphrase::new().unwrap();
    let fingerprint = key.public().fingerprint();

    let sealed = rollout(Some(key)).seal(&passphrase).unwrap();
    let typed = Passphrase::typed(&passphrase.reveal().to_uppercase());
    let opened = Rollout::open(&sealed, &typed).unwrap();

    let [one] = opened.tenants.as_slice() else {
        panic!("one tenant went in");
    };
    let was = &rollout(None).tenants[0];
    let Some(OwnedCredential::Key(key)) = &one.credential else {
        panic!("a key went in");
    };
    assert_eq!(key.public().fingerprint(), fingerprint);
    assert_eq!(one.logo, was.logo);
    assert_eq!(one.background, None);
    assert_eq!(one.tenant.title, was.tenant.title);
    assert_eq!(one.tenant.features, was.tenant.features);
    assert_eq!(one.tenant.rooms[0].subject, was.tenant.rooms[0].subject);
    assert_eq!(one.tenant.rooms[0].last_joined, None);
    assert_eq!(one.tenant.brand.logo, None);
}

#[test]
fn a_secret_and_every_provider_come_back() {
    let passphrase = Passphrase::new().unwrap();
    let tenants = full().tenants;
    let providers: Vec<_> = tenants.iter().map(|one| one.provider.clone()).collect();
    let secret = || OwnedCredential::Secret(Secret::parse("a secret of \"42\" signs").unwrap());
    let rollout = Rollout {
        tenants: tenants
            .into_iter()
            .map(|tenant| RolloutTenant {
                credential: tenant.provider.jaas().is_none().then(secret),
                tenant,
                logo: None,
                background: None,
            })
            .collect(),
    };

    let opened = Rollout::open(&rollout.seal(&passphrase).unwrap(), &passphrase).unwrap();

    assert_eq!(opened.tenants.len(), providers.len());
    for (one, provider) in opened.tenants.iter().zip(&providers) {
        assert!(one.tenant.provider.means(provider));
        match &one.credential {
            Some(OwnedCredential::Secret(secret)) => {
                assert_eq!(one.tenant.provider, *provider);
                assert_eq!(secret.reveal(), "a secret of \"42\" signs");
            }
            Some(OwnedCredential::Key(_)) => panic!("no key went in"),
            None => assert!(provider.jaas().is_some()),
        }
    }
}

/// A production and a staging account may well have one title, and a file need not bring keys.
#[tokio::test]
async fn tenants_of_one_title_stand_side_by_side() {
    let keys = KeyStore::memory();
    let mut rollout = Rollout::default();
    for tenant in full().tenants {
        rollout.tenants.push(RolloutTenant {
            tenant: Tenant {
                title: "Acme".to_owned(),
                ..tenant
            },
            credential: None,
            logo: None,
            background: None,
        });
    }
    let brought = rollout.tenants.len();
    assert!(brought > 1);
    let mut settings = Settings::default();

    let arrivals = bring(&keys, &settings, &rollout, &mut Vec::new()).await;
    arrive(&mut settings, arrivals.unwrap(), Timestamp(0));

    assert_eq!(settings.tenants.len(), brought);
    let again = bring(&keys, &settings, &rollout, &mut Vec::new()).await;
    arrive(&mut settings, again.unwrap(), Timestamp(0));
    assert_eq!(settings.tenants.len(), brought, "what is known is replaced");
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let sealed = rollout(None).seal(&Passphrase::new().unwrap()).unwrap();

    let opened = Rollout::open(&sealed, &Passphrase::new().unwrap());

    assert_eq!(opened.unwrap_err(), RolloutFault::Passphrase);
}

#[test]
fn a_file_that_is_cut_or_altered_is_damaged() {
    let passphrase = Passphrase::new().unwrap();
    let sealed = rollout(None).seal(&passphrase).unwrap();

    let cut = &sealed[..sealed.len() - 20];
    assert_eq!(
        Rollout::open(cut, &passphrase).unwrap_err(),
        RolloutFault::Damaged
    );
    let mut altered = sealed.clone();
    let last = altered.len() - 5;
    altered[last] ^= 1;
    assert_eq!(
        Rollout::open(&altered, &passphrase).unwrap_err(),
        RolloutFault::Damaged
    );
}

#[test]
fn another_file_is_no_rollout_file() {
    for file in [
        &b""[..],
        b"hello",
        b"-----BEGIN PRIVATE KEY-----\n",
        &[0; 4096],
    ] {
        assert_eq!(Rollout::check(file).unwrap_err(), RolloutFault::NotOne);
    }
}

#[test]
fn nothing_of_it_can_be_read_from_outside() {
    let key = generate_key().unwrap();
    let sealed = rollout(Some(key))
        .seal(&Passphrase::new().unwrap())
        .unwrap();
    let text = String::from_utf8_lossy(&sealed);
    assert!(!text.contains("Acme"));
}

/// Debian's package `age` asks for the passphrase on a terminal, so it is given one.
#[test]
fn the_reference_tool_opens_it() {
    let passphrase = Passphrase::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("acme.roomkey");
    fs::write(&file, rollout(None).seal(&passphrase).unwrap()).unwrap();

    let opened = Command::new("/usr/bin/python3")
        .args(["-c", TYPE_IT, passphrase.reveal()])
        .arg(&file)
        .output()
        .expect("python3 is there: apt install python3");

    let said = String::from_utf8_lossy(&opened.stdout);
    assert!(
        said.contains("\"kind\":\"roomkey rollout\""),
        "{said} {}",
        String::from_utf8_lossy(&opened.stderr)
    );
}

/// Runs `age --decrypt` on a terminal of its own and types the passphrase into it.
const TYPE_IT: &str = "
import os, pty, sys
passphrase, file = sys.argv[1], sys.argv[2]
out = file + '.json'
child, terminal = pty.fork()
if child == 0:
    os.execvp('age', ['age', '--decrypt', '--output', out, file])
asked = b''
while b'passphrase' not in asked:
    asked += os.read(terminal, 1024)
os.write(terminal, passphrase.encode() + b'\\n')
try:
    while os.read(terminal, 1024):
        pass
except OSError:
    pass
os.waitpid(child, 0)
print(open(out).read())
";
