// Who is in the room as this client knows it, and what it tells of them.

/** The id of somebody who has not joined. */
const NOBODY = "local";

export class Roster {
  #address;
  #others = new Map();
  #me;

  constructor(address) {
    this.#address = address;
    this.#me = { id: NOBODY, name: address.user.displayName ?? "", role: "none" };
  }

  get me() {
    return this.#me;
  }

  get others() {
    return [...this.#others.values()];
  }

  enter(me, others) {
    this.#me = me;
    this.#others = new Map(others.map((one) => [one.id, one]));
  }

  add(one) {
    this.#others.set(one.id, one);
  }

  remove(id) {
    return this.#others.delete(id);
  }

  get(id) {
    return id === this.#me.id ? this.#me : this.#others.get(id);
  }

  change(id, news) {
    if (id === this.#me.id) {
      this.#me = { ...this.#me, ...news };
    } else if (this.#others.has(id)) {
      this.#others.set(id, { ...this.#others.get(id), ...news });
    }
  }

  /** The answer to `getRoomsInfo`. */
  info() {
    const { tenant, room } = this.#address;
    const service = tenant === null ? "conference" : `conference.${tenant}`;
    const jid = `${room}@${service}.${location.host}`;
    const mine = {
      role: this.#me.role,
      displayName: this.#me.name,
      id: this.#me.id,
      userContext: { id: this.#me.person ?? undefined, name: this.#me.name },
    };
    const others = this.others.map((one) => ({
      jid: `${jid}/${one.id}`,
      role: one.role,
      displayName: one.name,
      email: one.email ?? undefined,
      id: one.id,
      userContext: userContext(one),
    }));
    const place = { isMainRoom: true, id: jid, jid: `${jid}/${this.#me.id}` };
    return { rooms: [{ ...place, participants: [mine, ...others] }] };
  }
}

/** What the token of somebody else said, which need not be what was granted. */
export function userContext({ person, name, email, moderatorClaim }) {
  return {
    id: person ?? undefined,
    name,
    email: email ?? undefined,
    moderator: moderatorClaim ?? undefined,
  };
}
