//! What somebody has chosen, as a token of any provider.

use roomkey_core::change::Change;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::recipe::Recipe;

use super::*;

fn recipe(role: Role) -> Recipe {
    let Entry {
        person,
        role,
        features,
        room,
    } = entry(role, "2kyv-gzay-64pg");
    Recipe {
        is_command: false,
        person,
        role,
        features,
        room,
        lifetime: Lifetime::minutes(10).unwrap(),
        begins: -10,
        hidden_from_recorder: false,
        changes: Vec::new(),
    }
}

fn claims(recipe: &Recipe, provider: &Provider, credential: Credential<'_>) -> Value {
    let token = recipe.token(provider, credential, NOW).unwrap();
    let body = token.reveal().split('.').nth(1).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(body).unwrap()).unwrap()
}

#[test]
fn a_recipe_is_dated_when_it_is_made_and_says_what_was_chosen() {
    let claims = claims(
        &recipe(Role::Moderator),
        &jaas::tenant(),
        Credential::Key(&KEY),
    );
    assert_eq!(claims["nbf"], NOW.minus(10).seconds());
    assert_eq!(claims["exp"], NOW.plus(600).seconds());
    assert_eq!(claims["context"]["user"]["moderator"], "true");
    assert_eq!(claims["context"]["features"]["recording"], "true");
}

#[test]
fn who_stays_out_of_recordings_is_said_where_they_are_let_in_alone() {
    let mut hidden = recipe(Role::Participant);
    hidden.hidden_from_recorder = true;
    let by_key = Credential::Key(&KEY);
    let said = claims(&hidden, &jaas::tenant(), by_key);
    assert_eq!(said["context"]["user"]["hidden-from-recorder"], "true");
    hidden.is_command = true;
    let said = claims(&hidden, &jaas::tenant(), by_key);
    assert_eq!(said.pointer("/context/user/hidden-from-recorder"), None);
}

#[test]
fn changes_spoil_any_providers_token_which_stays_signed() {
    let secret = secret();
    let own = Credential::Secret(&secret);
    let mut spoilt = recipe(Role::Lobby);
    spoilt.changes = vec![
        Change::set("apikey", "7").unwrap(),
        Change::omit("version").unwrap(),
    ];
    let provider = videosdk::account();
    let said = claims(&spoilt, &provider, own);
    assert_eq!(said["apikey"], 7);
    assert_eq!(said.get("version"), None);
    assert_eq!(said["permissions"], json!(["ask_join"]));
    let token = spoilt.token(&provider, own, NOW).unwrap();
    let checks = checks(&provider, token.reveal(), Aim::Enter(None), NOW);
    assert_eq!(outcome(&checks, Rule::Signature), Outcome::Pass);
    assert!(!failed(&checks).is_empty());
}

#[test]
fn a_role_that_a_provider_has_not_makes_no_token() {
    let secret = secret();
    let role = Role::Visitor;
    let made = recipe(role).token(&videosdk::account(), Credential::Secret(&secret), NOW);
    let system = "VideoSDK";
    assert_eq!(made.err(), Some(TokenFault::Role { system, role }));
}
