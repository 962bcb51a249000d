//! Who leads a meeting, by the rules of the tenant and of the room.

use roomkey_core::person::Email;
use roomkey_core::person::Person;
use roomkey_core::role::Role;
use roomkey_core::who::Who;
use roomkey_store::settings::Tenant;

use crate::settings::full;

#[test]
fn a_rule_of_the_tenant_leads_everywhere_and_one_of_the_room_there_alone() {
    let (tenant, ada) = tenant();
    let [daily, board] = tenant.rooms.as_slice() else {
        unreachable!()
    };
    let at = |address: Option<&str>| Person {
        email: address.map(|address| Email::parse(address).unwrap()),
        ..ada.clone()
    };
    let roles = |address| {
        let person = at(address);
        [Some(daily), Some(board), None].map(|room| tenant.role_of(&person, room))
    };

    const LEADS: Role = Role::Moderator;
    const WATCHES: Role = Role::Visitor;
    assert_eq!(roles(Some("GRACE@example.org")), [LEADS, LEADS, LEADS]);
    assert_eq!(roles(Some("ada@example.net")), [LEADS, WATCHES, WATCHES]);
    assert_eq!(roles(Some("ida@example.com")), [WATCHES, LEADS, WATCHES]);
    assert_eq!(roles(Some("eve@example.net")), [WATCHES; 3]);
    assert_eq!(roles(None), [WATCHES; 3]);
}

fn tenant() -> (Tenant, Person) {
    let settings = full();
    let mut tenant = settings.tenants.into_iter().next().unwrap();
    let who = |text| vec![Who::parse(text).unwrap()];
    tenant.role = Role::Visitor;
    tenant.moderators = who("grace@example.org");
    for (room, rule) in tenant
        .rooms
        .iter_mut()
        .zip(["ada@example.net", "@example.com"])
    {
        room.moderators = who(rule);
    }
    (tenant, settings.person.unwrap())
}
