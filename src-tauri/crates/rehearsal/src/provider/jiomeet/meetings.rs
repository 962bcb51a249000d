//! The meetings of one app, made on the spot or planned.

use std::net::SocketAddr;

use roomkey_core::time::Timestamp;
use serde_json::{Value, json};

/// For how many seconds a room that was made on the spot is good.
const A_DAY: i64 = 24 * 60 * 60;
/// The signs of PINs and hosts' tokens.
const SIGNS: &[u8] = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// Every meeting, in the order in which they were made.
#[derive(Debug)]
pub(super) struct Meetings {
    address: SocketAddr,
    all: Vec<Meeting>,
    made: u64,
}

/// One meeting.
#[derive(Clone, Debug)]
pub(super) struct Meeting {
    /// Ten digits.
    pub(super) number: String,
    pub(super) pin: String,
    /// None where nobody asked for one.
    pub(super) host_token: Option<String>,
    pub(super) kind: Kind,
}

/// How a meeting came to be.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// On the spot; good until then.
    Room { until: Timestamp },
    /// Planned.
    Planned { id: String, plan: Plan },
}

/// What is planned.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) topic: String,
    pub(super) start: Timestamp,
    pub(super) end: Timestamp,
    pub(super) is_recorded: bool,
    /// `advancedOptions`, as they were asked for.
    pub(super) options: Value,
}

impl Meetings {
    pub(super) fn new(address: SocketAddr) -> Self {
        Self {
            address,
            all: Vec::new(),
            made: 0,
        }
    }

    /// Makes a room; a second one where the same is asked for again.
    pub(super) fn make(&mut self, wants_host: bool, now: Timestamp) -> Value {
        let until = now.plus(A_DAY);
        let meeting = self.add(Kind::Room { until }, wants_host);
        let link = self.link(&meeting, "http");
        let mut answer = json!({
            "jiomeetId": meeting.written_number(),
            "roomPIN": meeting.pin,
            "subdomain": "rehearsal",
            "guestMeetingLink": link,
            // The quotation mark at the end stands in the documentation's example.
            "meetingLink": format!("{link}\""),
            "joinEndpoint": "guest",
        });
        if let Some(host_token) = meeting.host_token {
            answer["hostToken"] = json!(host_token);
        }
        answer
    }

    pub(super) fn plan(&mut self, plan: Plan) -> Value {
        let id = format!("sm-77189593-f31a-4b62-941a-{:012x}", self.made + 1);
        let meeting = self.add(Kind::Planned { id, plan }, true);
        let mut answer = self.view(&meeting);
        self.add_host(&mut answer, &meeting, "httpss");
        answer
    }

    /// Changes what is planned; none where there is no such plan.
    pub(super) fn change(
        &mut self,
        plan_id: &str,
        change: impl FnOnce(&mut Plan),
    ) -> Option<Value> {
        let mut plans = self.all.iter_mut().filter_map(|meeting| {
            let (meeting_id, plan) = match &mut meeting.kind {
                Kind::Planned { id, plan } => (id.clone(), plan),
                Kind::Room { .. } => return None,
            };
            (meeting_id == plan_id).then_some(plan)
        });
        change(plans.next()?);
        let meeting = self.all.iter().find(|one| one.plan_id() == Some(plan_id))?;
        let mut answer = self.view(meeting);
        self.add_host(&mut answer, meeting, "http");
        Some(answer)
    }

    /// Calls a planned meeting off; says whether there was one.
    pub(super) fn cancel(&mut self, plan_id: &str) -> bool {
        let before = self.all.len();
        self.all
            .retain(|meeting| meeting.plan_id() != Some(plan_id));
        self.all.len() < before
    }

    /// The planned meetings that are meant.
    pub(super) fn planned(&self, is_meant: impl Fn(&Meeting, &Plan) -> bool) -> Value {
        let found: Vec<Value> = self
            .all
            .iter()
            .filter(|meeting| match &meeting.kind {
                Kind::Planned { plan, .. } => is_meant(meeting, plan),
                Kind::Room { .. } => false,
            })
            .map(|meeting| self.view(meeting))
            .collect();
        json!({ "meetingsCount": found.len(), "meetingDetails": found })
    }

    /// The meeting that people find under this number.
    pub(super) fn find(&self, number: &str) -> Option<&Meeting> {
        self.all.iter().find(|meeting| meeting.number == number)
    }

    fn add(&mut self, kind: Kind, wants_host: bool) -> Meeting {
        self.made += 1;
        let seed = self.made;
        // Every other number begins with 0.
        let first = (seed + 1) % 2;
        let rest = seed.wrapping_mul(123_456_789) % 1_000_000_000;
        let meeting = Meeting {
            number: format!("{first}{rest:09}"),
            pin: signs(seed, 5),
            host_token: wants_host.then(|| signs(seed.wrapping_mul(31), 12)),
            kind,
        };
        self.all.push(meeting.clone());
        meeting
    }

    fn view(&self, meeting: &Meeting) -> Value {
        let mut view = json!({
            "jiomeetId": meeting.number,
            "roomPIN": meeting.pin,
            "meetingUrl": self.link(meeting, "http"),
            "status": "active",
        });
        if let Kind::Planned { id, plan } = &meeting.kind {
            view["meetingId"] = json!(id);
            view["topic"] = json!(plan.topic);
            view["isAutoRecordingEnabled"] = json!(plan.is_recorded);
            view["startTime"] = json!(with_milliseconds(plan.start));
            view["endTime"] = json!(with_milliseconds(plan.end));
            view["scheduledDuration"] = json!(plan.end.since(plan.start) * 1000);
        }
        view
    }

    /// What only whoever plans a meeting is told. The scheme `httpss` stands in
    /// the documentation's example of a new plan.
    fn add_host(&self, view: &mut Value, meeting: &Meeting, scheme: &str) {
        let host_token = meeting.host_token.as_deref().unwrap_or_default();
        let link = self.link(meeting, scheme);
        view["hostUrl"] = json!(format!("{link}&hostToken={host_token}"));
        view["hostToken"] = json!(host_token);
        if let Kind::Planned { plan, .. } = &meeting.kind {
            view["advancedOptions"] = plan.options.clone();
        }
    }

    fn link(&self, meeting: &Meeting, scheme: &str) -> String {
        let (address, number, pin) = (self.address, &meeting.number, &meeting.pin);
        format!("{scheme}://{address}/guest?meetingId={number}&pwd={pin}")
    }
}

impl Meeting {
    /// By what a planned meeting is changed and called off.
    pub(super) fn plan_id(&self) -> Option<&str> {
        match &self.kind {
            Kind::Planned { id, .. } => Some(id),
            Kind::Room { .. } => None,
        }
    }

    /// The schema has a text here, the example a number: so that both are seen,
    /// a number that can be one is.
    fn written_number(&self) -> Value {
        match self.number.parse::<u64>() {
            Ok(number) if !self.number.starts_with('0') => json!(number),
            Ok(_) | Err(_) => json!(self.number),
        }
    }
}

/// So many signs, the same for the same seed.
fn signs(seed: u64, count: usize) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let signs = (0..count).map(|_| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let at = usize::try_from(state >> 40).unwrap_or_default() % SIGNS.len();
        char::from(SIGNS[at])
    });
    signs.collect()
}

/// As JioMeet writes a moment: `2023-09-11T12:50:00.000Z`.
fn with_milliseconds(moment: Timestamp) -> String {
    moment.to_string().replace('Z', ".000Z")
}
