//! One meeting after another: the first is left properly, the second is not lost.

use std::process::Stdio;

use roomkey_rehearsal::happening::Leaving;
use roomkey_rehearsal::happening::What;

use crate::application::Application;
use crate::application::PROGRAM;
use crate::desk::Desk;
use crate::tenant::Tenant;
use crate::whole_path::set_up;

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_is_gone_at_once_and_may_come_back_at_once() {
    let desk = Desk::new();
    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.press("Join").await;
    tenant.lets_in("daily-stand-up").await;
    roomkey.says("You are in, as participant").await;

    roomkey.press("Leave").await;
    let mut again = desk.command(PROGRAM);
    again
        .args(["join", "acme/daily-stand-up"])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    assert!(again.status().unwrap().success());

    let left = tenant
        .sees("the person leaving", |what| {
            matches!(what, What::Left { .. })
        })
        .await;
    let by_hanging_up = What::Left {
        how: Leaving::HungUp,
    };
    assert_eq!(left.what, by_hanging_up, "the others see no ghost");
    tenant.lets_in("daily-stand-up").await;
    roomkey.says("You are in, as participant").await;
    roomkey.close().await;
}
