//! What the documents' own samples sign, with their options, passes our checks.

use std::process::Command;

use roomkey_core::provider::Against;
use roomkey_core::provider::Aim;
use roomkey_core::provider::Check;
use roomkey_core::provider::Outcome;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Rule;
use roomkey_core::provider::Secret;
use roomkey_core::provider::Verifier;
use roomkey_core::provider::jiomeet::Steps;

use super::Keys;
use super::jiomeet;
use super::node;
use super::now;
use super::python;
use super::room;
use super::ruby;
use super::run;
use super::videosdk;

/// `jwt.sign` with the options of VideoSDK's sample: every optional claim, two hours.
#[test]
fn what_videosdks_node_sample_signs_passes() {
    let script = "\
const jwt = require('jsonwebtoken');
const secret = require('fs').readFileSync(process.argv[1], 'utf8');
const options = { expiresIn: '120m', algorithm: 'HS256' };
const payload = {
    apikey: 'the-api-key',
    permissions: ['allow_join'],
    version: 2,
    roomId: '2kyv-gzay-64pg',
    participantId: 'lxvdplwt',
    roles: ['crawler', 'rtc'],
};
console.log(jwt.sign(payload, secret, options));";
    passes_at_videosdk(node(script));
}

/// `jwt.sign` with the options of the sample server: an id, a day, and no version.
#[test]
fn what_videosdks_node_server_signs_passes() {
    let script = "\
const jwt = require('jsonwebtoken');
const secret = require('fs').readFileSync(process.argv[1], 'utf8');
const payload = { apikey: 'the-api-key', permissions: ['allow_join'] };
const jwtid = require('crypto').randomUUID();
console.log(jwt.sign(payload, secret, { algorithm: 'HS256', expiresIn: '24h', jwtid }));";
    passes_at_videosdk(node(script));
}

/// The sample for Python reckons an end and leaves it out.
#[test]
fn what_videosdks_python_sample_signs_passes() {
    let script = "\
import sys, jwt
secret = open(sys.argv[1], encoding='utf-8').read()
print(jwt.encode(payload={'apikey': 'the-api-key', 'permissions': ['allow_join']}, key=secret))";
    passes_at_videosdk(python(script));
}

/// Ruby's library writes no `typ`.
#[test]
fn what_videosdks_ruby_sample_signs_passes() {
    let script = "\
require 'jwt'
payload = { apikey: 'the-api-key', permissions: ['allow_join'] }
puts JWT.encode(payload, File.read(ARGV[0]), 'HS256')";
    passes_at_videosdk(ruby(script));
}

#[test]
fn what_jiomeets_samples_sign_passes() {
    let script = "\
const jwt = require('jsonwebtoken');
const [file, algorithm] = process.argv.slice(1);
const key = require('fs').readFileSync(file);
console.log(jwt.sign({ app: '0123456789' }, key, { algorithm }));";
    let keys = Keys::new();
    let cases = [
        (
            Steps::One,
            "secret",
            "HS256",
            Verifier::Secret(&keys.secret),
        ),
        (
            Steps::Two,
            "private.pem",
            "RS256",
            Verifier::Key(keys.key.public()),
        ),
    ];
    for (steps, file, alg, verifier) in cases {
        let signed = run(node(script).args([&keys.file(file), alg]), b"");
        let token = String::from_utf8(signed.stdout).unwrap();
        passes(&jiomeet(steps), token.trim(), Aim::Command, verifier);
    }
}

/// Without roles a token does for both.
fn passes_at_videosdk(mut signer: Command) {
    let keys = Keys::new();
    let signed = run(signer.arg(keys.file("secret")), b"");
    let token = String::from_utf8(signed.stdout).unwrap();
    for aim in [Aim::Command, Aim::Enter(Some(&room()))] {
        let verifier = Verifier::Secret(&keys.secret);
        passes(&videosdk(), token.trim(), aim, verifier);
    }
}

/// The token has no fault for the aim, and its signature none but with another secret.
fn passes(provider: &Provider, token: &str, aim: Aim<'_>, verifier: Verifier<'_>) {
    let faults = |verifier| {
        let (verifier, now) = (Some(verifier), now());
        let against = Against { aim, verifier, now };
        let checks = provider.system().checks(token, &against);
        let is_fault = |check: &Check| matches!(check.outcome, Outcome::Fail(_));
        let faults = checks.iter().filter(|check| is_fault(check));
        faults.map(|check| check.rule).collect::<Vec<_>>()
    };
    assert_eq!(faults(verifier), []);
    let other = Secret::parse("another secret than that one").unwrap();
    assert_eq!(faults(Verifier::Secret(&other)), [Rule::Signature]);
}
