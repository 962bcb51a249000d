// The verdict on the token: what it grants or why it is refused, every claim in
// words, every check with its outcome.

import { element, icon } from "./elements.js";

const TIMES = ["nbf", "exp", "iat"];

/** The claim whose moment a check is about. */
const DATED_BY = { notExpired: "exp", begun: "nbf" };

/** Which claims stand together, the best known first. */
const GROUPS = [
  [
    "person",
    (path) => path.startsWith("context.user."),
    ["context.user.name", "context.user.email", "context.user.id", "context.user.moderator"],
  ],
  [
    "place",
    (path) => ["room", "context.room.regex", ...TIMES].includes(path),
    ["room", "nbf", "exp", "iat"],
  ],
  ["features", (path) => path.startsWith("context.features"), []],
  [
    "origin",
    (path) => path.startsWith("header.") || ["sub", "iss", "aud"].includes(path),
    ["sub", "header.kid", "iss", "aud"],
  ],
  ["other", () => true, []],
];

/** @returns {{cards: Node[], sentence: string}} the most important first, and its essence */
export function verdictCards({ inspection, wireText, judgedAt }, words) {
  const { verdict, readings, checks, claims, featuresNeedModerator = true } = inspection;
  const isGood = verdict.kind === "accepted";
  // A ban refuses a token that every rule accepts.
  const isAccepted = isGood && !wireText;
  const sentence = isAccepted
    ? acceptance(verdict.content, words)
    : isGood
      ? words.verdict.banned
      : refusal(checks, claims, words);
  const top = isAccepted
    ? acceptedCard(verdict.content, sentence, { judgedAt, featuresNeedModerator }, words)
    : refusedCard(sentence, wireText, words);
  const rest = [checksCard(checks, claims, words), claimsCard(readings, judgedAt, words)];
  return { cards: [top, ...rest], sentence };
}

function acceptance({ name, role, until }, words) {
  return words.verdict.accepted({
    name: name || words.verdict.somebody,
    role: words.role(role),
    until: until === null ? "" : words.time.until(words.moment(until)),
  });
}

function refusal(checks, claims, words) {
  const first = checks.find(({ outcome }) => outcome.kind === "fail");
  return first ? reason(first, claims, words) : "";
}

function acceptedCard({ role, features, until }, sentence, server, words) {
  const { judgedAt, featuresNeedModerator } = server;
  return element(
    "section",
    { class: "card verdict good" },
    element("h2", { class: "eyebrow", text: words.verdict.heading }),
    element(
      "p",
      { class: "large" },
      element("span", { class: "seal" }, icon("check")),
      element("span", { text: words.role(role) }),
    ),
    element("p", { class: "sentence", text: sentence }),
    until === null
      ? null
      : element("p", { class: "aside", text: words.verdict.left(words.span(until - judgedAt)) }),
    ...featureChips(features, featuresNeedModerator && role !== "moderator", words),
  );
}

function featureChips(features, areIdle, words) {
  const named = Object.entries(features);
  const heading = element("h3", { class: "small-heading", text: words.verdict.features });
  if (named.length === 0) {
    return [heading, element("p", { class: "aside", text: words.verdict.noFeatures })];
  }
  const chips = named.map(([name, isOn]) =>
    element(
      "li",
      { class: isOn ? "chip on" : "chip off" },
      icon(isOn ? "check" : "cross"),
      element("span", { text: words.feature(name) }),
      element("span", { class: "unseen", text: isOn ? words.verdict.on : words.verdict.off }),
    ),
  );
  const remark = areIdle ? words.verdict.featuresNeedModerator : "";
  return [
    heading,
    element("ul", { class: "chips" }, ...chips),
    remark ? element("p", { class: "aside", text: remark }) : null,
  ].filter(Boolean);
}

function refusedCard(sentence, wireText, words) {
  return element(
    "section",
    { class: "card verdict bad" },
    element("h2", { class: "eyebrow", text: words.verdict.heading }),
    element(
      "p",
      { class: "large" },
      element("span", { class: "seal" }, icon("cross")),
      element("span", { text: words.verdict.refused }),
    ),
    element("p", { class: "sentence", text: sentence }),
    element(
      "p",
      { class: "wire" },
      element("span", { class: "aside", text: words.verdict.serverSays }),
      element("code", { text: wireText }),
    ),
  );
}

function checksCard(checks, claims, words) {
  const failed = checks.filter(({ outcome }) => outcome.kind === "fail");
  const summary =
    failed.length === 0 ? words.verdict.allPassed(checks.length) : words.verdict.failed(failed.length);
  const rest = checks.filter(({ outcome }) => outcome.kind !== "fail");
  return element(
    "details",
    { class: "card checks", open: failed.length > 0 },
    element(
      "summary",
      {},
      element("h2", { class: "card-heading", text: words.verdict.checks }),
      element("span", { class: "aside", text: summary }),
    ),
    element("ul", {}, ...[...failed, ...rest].map((check) => checkRow(check, claims, words))),
  );
}

function checkRow(check, claims, words) {
  const { kind } = check.outcome;
  const names = { pass: "check", fail: "cross", notChecked: "dash" };
  return element(
    "li",
    { class: `check ${kind}` },
    icon(names[kind]),
    element(
      "span",
      { class: "check-text" },
      element("span", { text: words.rules[check.rule] ?? check.rule }),
      element("span", { class: "unseen", text: words.verdict.outcomes[kind] }),
      kind === "pass"
        ? null
        : element("span", { class: "aside", text: reason(check, claims, words) }),
    ),
  );
}

/** The verifier's own reason, in English; ours where there is a better one. */
function reason({ rule, outcome }, claims, words) {
  const own = outcome.kind === "fail" ? words.reasons[rule] : null;
  if (typeof own === "function") {
    const moment = claims?.[DATED_BY[rule]];
    return own(typeof moment === "number" ? words.moment(moment) : null);
  }
  const isForeign = words.language !== "en" && outcome.kind === "notChecked";
  return own ?? (isForeign ? words.verdict.outcomes.notChecked : stopped(outcome.text ?? ""));
}

function claimsCard(readings, judgedAt, words) {
  const left = [...readings];
  const groups = GROUPS.map(([group, belongs, first]) => {
    const mine = left.filter(({ path }) => belongs(path));
    mine.forEach((one) => left.splice(left.indexOf(one), 1));
    const rank = ({ path }) => (first.includes(path) ? first.indexOf(path) : first.length);
    return [group, mine.sort((one, other) => rank(one) - rank(other))];
  });
  const filled = groups.filter(([, mine]) => mine.length > 0);
  return element(
    "section",
    { class: "card claims" },
    element("h2", { class: "card-heading", text: words.verdict.claims }),
    filled.length === 0
      ? element("p", { class: "aside", text: words.verdict.claimsUnreadable })
      : null,
    ...filled.flatMap(([group, mine]) => [
      element("h3", { class: "small-heading", text: words.verdict.groups[group] }),
      element("dl", {}, ...mine.map((one) => claimRow(one, judgedAt, words))),
    ]),
  );
}

function claimRow({ path, value, meaning }, judgedAt, words) {
  return element(
    "div",
    { class: "claim" },
    element(
      "dt",
      {},
      element("span", { text: meaningOf(path, meaning, words) }),
      element("code", { text: path }),
    ),
    element("dd", {}, ...valueNodes(path, value, judgedAt, words)),
  );
}

function meaningOf(path, meaning, words) {
  const feature = path.match(/^context\.features\.(.*)$/)?.[1];
  const own = feature ? words.featureMeanings[feature] : words.meanings[path];
  // The verifier writes moments into the meaning; here they stand in the value.
  const plain = TIMES.includes(path) ? meaning.replace(/ \S*$/, "") : meaning;
  return own ?? plain ?? path;
}

function valueNodes(path, json, judgedAt, words) {
  const value = parse(json);
  if (TIMES.includes(path) && typeof value === "number") {
    return [
      element("span", { text: words.moment(value) }),
      element("span", { class: "aside", text: words.distance(value, judgedAt) }),
      element("code", { text: json }),
    ];
  }
  if (String(value) === "true" || String(value) === "false") {
    const isOn = String(value) === "true";
    return [element("span", { class: isOn ? "yes" : "no", text: isOn ? words.yes : words.no })];
  }
  const isName = ["context.user.name", "room"].includes(path);
  return [element(isName ? "span" : "code", { text: typeof value === "string" ? value : json })];
}

function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** The verifier's texts end without a full stop where they are one sentence. */
function stopped(text) {
  return text === "" || /[.!?]$/.test(text) ? text : `${text}.`;
}
