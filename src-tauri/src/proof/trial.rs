//! One case: its tokens, its windows, and the loop that feeds what they report to
//! `core::proof` until all is known.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;
use std::time::Instant;

use roomkey_core::inspect::Against;
use roomkey_core::inspect::inspect;
use roomkey_core::matrix::Keys;
use roomkey_core::matrix::Setting;
use roomkey_core::meeting::event::PageEvent;
use roomkey_core::proof::case::Guest;
use roomkey_core::proof::case::ProofCase;
use roomkey_core::proof::compare::Other;
use roomkey_core::proof::compare::differences;
use roomkey_core::proof::expected::Expected;
use roomkey_core::proof::observed::Observed;
use roomkey_core::proof::report::CaseResult;
use roomkey_core::proof::report::GuestResult;
use roomkey_core::proof::trial::Happened;
use roomkey_core::proof::trial::Order;
use roomkey_core::proof::trial::Trial;
use roomkey_core::token::SignFault;
use roomkey_core::token::Token;
use roomkey_surface::link::SurfaceEvent;
use tauri::AppHandle;

use crate::error::Fault;
use crate::meeting::instruction::Instruction;
use crate::proof::current::Run;
use crate::proof::ground::Ground;
use crate::proof::seat::Seat;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::views::proof::ProofStep;

/// Tries one case. Its windows are gone when this returns.
pub(crate) async fn run(
    app: &AppHandle,
    run: &Run<'_>,
    ground: &Ground,
    case: ProofCase,
    tell: impl Fn(ProofStep),
) -> Result<CaseResult, Fault> {
    let roomkey = roomkey::of(app);
    let guests = case.guests();
    tell(ProofStep::Opening);
    let invited = invite(&roomkey, ground, case, guests.clone()).await?;
    let begun = Instant::now();
    let mut seats = Vec::new();
    for ((token, _), profile) in invited.iter().zip(roomkey.folders.proof_profiles()) {
        match Seat::open(app, &roomkey, ground, profile, token).await {
            Ok(seat) => seats.push(seat),
            Err(fault) => {
                close(seats).await;
                return Err(fault);
            }
        }
    }
    tell(ProofStep::Joining);
    let observed = observe(&roomkey, run, ground, &mut seats, &tell).await;
    let took = begun.elapsed();
    close(seats).await;
    let expected: Vec<Expected> = invited.into_iter().map(|(_, expected)| expected).collect();
    Ok(CaseResult {
        case,
        guests: judged(&guests, expected, observed),
        took: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
    })
}

/// Makes each guest's token, and has the verifier say what it should grant.
async fn invite(
    roomkey: &Roomkey,
    ground: &Ground,
    case: ProofCase,
    guests: Vec<Guest>,
) -> Result<Vec<(Token, Expected)>, Fault> {
    let key = Arc::clone(&ground.key);
    let other = if case.needs_other_key() {
        ground.other_key().await?
    } else {
        Arc::clone(&ground.key)
    };
    let setting = Setting {
        key_id: ground.key_id.clone(),
        room: ground.room.clone(),
        now: roomkey.clock.now(),
    };
    let make = move || -> Result<Vec<(Token, Expected)>, SignFault> {
        let keys = Keys {
            tenant: &key,
            other: &other,
        };
        let against = Against {
            key: Some(key.public()),
            key_id: Some(&setting.key_id),
            room: Some(&setting.room),
            now: setting.now,
        };
        let invited = guests.iter().map(|guest| {
            let token = guest.token(&setting, keys)?;
            let expected = Expected::of(&inspect(token.reveal(), &against).verdict);
            Ok((token, expected))
        });
        invited.collect()
    };
    let made = tokio::task::spawn_blocking(make).await;
    Ok(made.expect("signing does not panic")?)
}

/// Follows the windows until all is known, or the tester wants no more of it.
async fn observe(
    roomkey: &Roomkey,
    run: &Run<'_>,
    ground: &Ground,
    seats: &mut [Seat],
    tell: &impl Fn(ProofStep),
) -> Vec<Observed> {
    let mut trial = Trial::new(seats.len(), roomkey.clock.moment());
    let mut is_read = false;
    loop {
        if let Some(observed) = trial.outcome() {
            return observed;
        }
        let wake = trial.wake_at().map(|at| {
            let now = roomkey.clock.moment();
            Duration::from_millis(at.0.saturating_sub(now.0))
        });
        let happened = tokio::select! {
            (place, event) = next(seats) => match event {
                SurfaceEvent::Closed => Happened::Closed(place),
                // A proof opens no other pages.
                SurfaceEvent::OpenLink(_) => continue,
                SurfaceEvent::Message(text) => {
                    let (Some(event), Some(seat)) = (PageEvent::parse(&text), seats.get_mut(place))
                    else {
                        continue;
                    };
                    Happened::Page(place, seat.attend(ground, event).await)
                }
            },
            () = run.stopped() => {
                trial.stop();
                continue;
            }
            () = sleep(wake) => Happened::Tick,
        };
        for order in trial.handle(happened, roomkey.clock.moment()) {
            follow(seats, order);
        }
        if !is_read && trial.joined() == seats.len() {
            is_read = true;
            tell(ProofStep::Reading);
        }
    }
}

fn follow(seats: &[Seat], order: Order) {
    let (place, instruction) = match order {
        Order::Show(place, notice) => (place, Instruction::Show { notice }),
        Order::AskRooms(place) => (place, Instruction::AskRooms),
    };
    if let Some(seat) = seats.get(place) {
        seat.send(&instruction);
    }
}

fn judged(guests: &[Guest], expected: Vec<Expected>, observed: Vec<Observed>) -> Vec<GuestResult> {
    let known: Vec<Option<Other>> = expected.iter().map(other).collect();
    let each = guests.iter().zip(expected).zip(observed).enumerate();
    each.map(|(place, ((guest, expected), observed))| {
        let others = known.iter().enumerate();
        let others: Vec<Other> = others
            .filter(|(at, _)| *at != place)
            .filter_map(|(_, other)| other.clone())
            .collect();
        GuestResult {
            differences: differences(&expected, guest.stated, &observed, &others),
            expected,
            observed,
        }
    })
    .collect()
}

/// Whom the others should see.
fn other(expected: &Expected) -> Option<Other> {
    match expected {
        Expected::Joins {
            role,
            person: Some(person),
            ..
        } => Some(Other {
            person: person.clone(),
            role: *role,
        }),
        Expected::Joins { person: None, .. } | Expected::Refused { .. } => None,
    }
}

async fn next(seats: &mut [Seat]) -> (usize, SurfaceEvent) {
    poll_fn(|context| {
        for (place, seat) in seats.iter_mut().enumerate() {
            if let Poll::Ready(event) = seat.poll_next(context) {
                return Poll::Ready((place, event));
            }
        }
        Poll::Pending
    })
    .await
}

/// Closes the windows, both at once.
async fn close(seats: Vec<Seat>) {
    let mut closing = tokio::task::JoinSet::new();
    for seat in seats {
        closing.spawn(seat.close());
    }
    closing.join_all().await;
}

async fn sleep(duration: Option<Duration>) {
    match duration {
        Some(duration) => tokio::time::sleep(duration).await,
        None => std::future::pending().await,
    }
}
