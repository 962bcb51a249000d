//! VideoSDK's own codes of what it refuses (docs.videosdk.live, "Meeting Error Codes", and
//! js-sdk's `constants.d.ts`). Meetings say them; an answer of REST may name one.

use serde_json::Value;

use crate::provider::call::{Answer, CallFault, Kind, Reason, refusal as by_status};

/// What a code means; none where there is no such code, or none that keeps people out.
pub fn reason(code: u16) -> Option<&'static Reason> {
    CODES.iter().find(|reason| reason.code == code)
}

/// Why the server did not do it, by its code where it names one, else by the status.
pub(super) fn refusal(system: &'static str, answer: Answer<'_>) -> Option<CallFault> {
    let named = match answer.kind() {
        Kind::Refused => code(answer.body).and_then(reason),
        Kind::Done | Kind::Redirected | Kind::Failed | Kind::Page => None,
    };
    match named {
        Some(reason) => {
            let said = answer.said();
            Some(CallFault::Coded { reason, said })
        }
        None => by_status(system, answer),
    }
}

/// `code` or `errorCode`, as VideoSDK's server SDK reads them.
fn code(body: &[u8]) -> Option<u16> {
    let answer: Value = serde_json::from_slice(body).ok()?;
    let code = ["code", "errorCode"]
        .into_iter()
        .find_map(|name| answer.get(name))?;
    match code.as_str() {
        Some(text) => text.parse().ok(),
        None => u16::try_from(code.as_u64()?).ok(),
    }
}

const fn means(code: u16, name: &'static str, fault: &'static str, remedy: &'static str) -> Reason {
    Reason {
        code,
        name,
        fault,
        remedy,
    }
}

const TRY_LATER: &str = "Wait a moment and try again";
const LARGER_PLAN: &str = "Ask VideoSDK for a larger plan, or wait until somebody leaves";
const NOT_BY_ROOMKEY: &str = "Join again without it; Roomkey does not ask for it";

static CODES: [Reason; 25] = [
    means(
        4001,
        "INVALID_API_KEY",
        "VideoSDK does not know the API key",
        "Copy the API key from VideoSDK’s dashboard into the tenant",
    ),
    means(
        4002,
        "INVALID_TOKEN",
        "VideoSDK does not accept the token, or its time is over",
        "Check that the secret belongs to the API key, and that this computer’s clock is right",
    ),
    means(
        4003,
        "INVALID_MEETING_ID",
        "VideoSDK has no room with this id",
        "Check the room’s id, or make the room anew",
    ),
    means(
        4004,
        "INVALID_PARTICIPANT_ID",
        "VideoSDK does not take the person’s id",
        "Give the person an id of letters, digits and -._~@",
    ),
    means(
        4005,
        "DUPLICATE_PARTICIPANT",
        "The same person joined from another device",
        "Leave the meeting there, or stay in it there",
    ),
    means(
        4006,
        "ACCOUNT_DEACTIVATED",
        "VideoSDK has deactivated the account",
        "Ask VideoSDK’s support why",
    ),
    means(
        4007,
        "ACCOUNT_DISCONTINUED",
        "VideoSDK has discontinued the account",
        "Ask VideoSDK’s support why",
    ),
    means(
        4008,
        "INVALID_PERMISSIONS",
        "VideoSDK does not take the permissions in the token",
        "Have the token server set allow_join or ask_join, and not both",
    ),
    means(
        4009,
        "MAX_PARTICIPANT_REACHED",
        "The meeting is full",
        LARGER_PLAN,
    ),
    means(
        4010,
        "MAX_SPEAKER_REACHED",
        "The meeting has all the speakers that it may have",
        LARGER_PLAN,
    ),
    means(
        4011,
        "START_RECORDING_FAILED",
        "The recording did not start",
        TRY_LATER,
    ),
    means(
        4012,
        "STOP_RECORDING_FAILED",
        "The recording did not stop",
        TRY_LATER,
    ),
    means(
        4013,
        "START_LIVESTREAM_FAILED",
        "The livestream did not start",
        TRY_LATER,
    ),
    means(
        4014,
        "STOP_LIVESTREAM_FAILED",
        "The livestream did not stop",
        TRY_LATER,
    ),
    means(
        4015,
        "INVALID_LIVESTREAM_CONFIG",
        "VideoSDK does not take where the livestream is to go",
        NOT_BY_ROOMKEY,
    ),
    means(
        4016,
        "START_HLS_FAILED",
        "The HLS stream did not start",
        TRY_LATER,
    ),
    means(
        4017,
        "STOP_HLS_FAILED",
        "The HLS stream did not stop",
        TRY_LATER,
    ),
    means(
        4018,
        "PREV_RECORDING_PROCESSING",
        "The recording before is still being worked on",
        TRY_LATER,
    ),
    means(
        4019,
        "PREV_RTMP_RECORDING_PROCESSING",
        "The livestream before is still being worked on",
        TRY_LATER,
    ),
    means(
        4020,
        "PREV_HLS_STREAMING_PROCESSING",
        "The HLS stream before is still being worked on",
        TRY_LATER,
    ),
    means(
        4021,
        "ADD_ON_SERVICES_DISABLED",
        "The account has no add-on services",
        "Ask VideoSDK’s support to switch them on",
    ),
    means(
        4022,
        "UNAUTHORIZED_MEETING_ID",
        "The token is for another room",
        "Join again from the launcher; with a token server, have it name this room or none",
    ),
    means(
        4023,
        "UNAUTHORIZED_PARTICIPANT_ID",
        "The token is for another person",
        "Join again from the launcher; with a token server, have it name this person or nobody",
    ),
    means(
        4024,
        "UNAUTHORIZED_ROLE",
        "The token cannot do this: one kind calls REST, the other joins",
        "Have the token server give the role that is needed, crawler or rtc, or both",
    ),
    means(
        4025,
        "UNAUTHORIZED_REQUEST",
        "The account lets in pages of certain domains alone",
        "Add the domain of VideoSDK’s page to the list in its dashboard, or empty the list",
    ),
];
