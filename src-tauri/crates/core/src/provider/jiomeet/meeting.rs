//! A meeting as JioMeet's answers have it.

use percent_encoding::percent_decode_str;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use zeroize::Zeroizing;

use super::{MeetingId, NAME};
use crate::domain::Domain;
use crate::provider::call::{CallFault, MadeRoom};
use crate::provider::query::Address;
use crate::room_name::RoomName;
use crate::time::Timestamp;

/// A scheduled meeting, or a room for at once, which has neither topic nor times.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Meeting {
    jiomeet_id: Option<MeetingId>,
    #[serde(rename = "roomPIN")]
    room_pin: Option<String>,
    meeting_id: Option<String>,
    topic: Option<String>,
    #[serde(default, deserialize_with = "moment")]
    start_time: Option<Timestamp>,
    #[serde(default, deserialize_with = "moment")]
    end_time: Option<Timestamp>,
    host_token: Option<String>,
    host_url: Option<String>,
    guest_meeting_link: Option<String>,
    meeting_url: Option<String>,
    meeting_link: Option<String>,
}

impl Meeting {
    /// Whether it is the room: by its topic, or by its number.
    pub(super) fn is_named(&self, name: &RoomName) -> bool {
        let by_topic = self.topic.as_deref().map(RoomName::normalise);
        by_topic.is_some_and(|topic| topic.as_ref() == Ok(name))
            || self.number().is_some_and(|id| id.as_str() == name.as_str())
    }

    /// Whether its time is over.
    pub(super) fn is_over_at(&self, now: Timestamp) -> bool {
        self.end_time.is_some_and(|end| end <= now)
    }

    /// By what one of several is chosen, the same on every desk.
    pub(super) fn order(&self) -> (Timestamp, Option<String>) {
        let start = self.start_time.unwrap_or(Timestamp(i64::MAX));
        (start, self.number().map(String::from))
    }

    /// The room. Its link is made here, at the tenant's own domain: the documented examples have
    /// links of other hosts, one with a quote behind it and one that begins with `httpss`.
    pub(super) fn room(self, domain: &Domain) -> Result<MadeRoom, CallFault> {
        let unexpected = CallFault::Unexpected { system: NAME };
        let id = self.number().ok_or_else(|| unexpected.clone())?;
        let pin = self.pin().ok_or(unexpected)?;
        let link = Address::new(&format!("{}/guest", domain.origin()))
            .ask("meetingId", id.as_str())
            .ask("pwd", &pin)
            .finish();
        let host = self.host();
        Ok(MadeRoom {
            id: id.into(),
            title: self.topic,
            link: Some(link),
            host,
            planned: self.start_time.zip(self.end_time),
            plan_id: self.meeting_id,
        })
    }

    fn number(&self) -> Option<MeetingId> {
        let in_link = || MeetingId::parse(&self.in_link("meetingId")?).ok();
        self.jiomeet_id.clone().or_else(in_link)
    }

    fn pin(&self) -> Option<Zeroizing<String>> {
        let pin = filled(self.room_pin.as_deref());
        pin.or_else(|| self.in_link("pwd"))
    }

    fn host(&self) -> Option<Zeroizing<String>> {
        let token = filled(self.host_token.as_deref());
        token.or_else(|| asked(self.host_url.as_deref()?, "hostToken"))
    }

    /// What the first of the guests' links that says it says.
    fn in_link(&self, name: &str) -> Option<Zeroizing<String>> {
        let links = [
            &self.guest_meeting_link,
            &self.meeting_url,
            &self.meeting_link,
        ];
        let mut links = links.into_iter().flatten();
        links.find_map(|link| asked(link, name))
    }
}

/// What a link asks under a name, whatever stands before its `?`.
fn asked(link: &str, name: &str) -> Option<Zeroizing<String>> {
    let (_, query) = link.trim_end_matches('"').split_once('?')?;
    let value = query
        .split('&')
        .filter_map(|part| part.split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))?;
    let value = percent_decode_str(value).decode_utf8().ok()?;
    filled(Some(&value))
}

fn filled(text: Option<&str>) -> Option<Zeroizing<String>> {
    let text = text?.trim();
    (!text.is_empty()).then(|| Zeroizing::new(text.to_owned()))
}

fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    let moment = text.as_deref().map(Timestamp::parse).transpose();
    moment.map_err(D::Error::custom)
}
