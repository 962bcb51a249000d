// The person's own camera, microphone and screen. Nothing is sent anywhere: a
// rehearsal's media stay in this page.

/** The names by which the Jitsi client reports why it got no device. */
const REASONS = {
  NotAllowedError: "gum.permission_denied",
  SecurityError: "gum.permission_denied",
  NotFoundError: "gum.not_found",
  // WebKit's word where there is no device; nothing that is asked for here is a condition.
  OverconstrainedError: "gum.not_found",
  AbortError: "gum.general",
};

const WANTED = { audio: { audio: true }, video: { video: { aspectRatio: 16 / 9 } } };

/**
 * @param {object} options
 * @param {("audio" | "video")[]} options.refused kinds that the case refuses
 * @param {(kind: "audio" | "video", fault: {type: string, message: string}) => void} options.onFault
 * @param {() => void} options.onChange tracks came, went or were muted
 */
export function makeMedia({ refused, onFault, onChange }) {
  const tracks = { audio: null, video: null };
  const muted = { audio: false, video: false };
  const faults = { audio: null, video: null };
  const stream = new MediaStream();
  let screen = null;
  let isStopped = false;

  async function capture(kinds) {
    const wanted = Object.assign({}, ...kinds.map((kind) => WANTED[kind]));
    if (!navigator.mediaDevices?.getUserMedia) {
      throw new DOMException("This page may use no camera and no microphone", "NotAllowedError");
    }
    const got = await navigator.mediaDevices.getUserMedia(wanted);
    for (const track of got.getTracks()) {
      const kind = track.kind;
      tracks[kind] = track;
      faults[kind] = null;
      track.enabled = !muted[kind];
      track.addEventListener("ended", () => lose(kind, track));
      stream.addTrack(track);
    }
  }

  /** One question for both where both are wanted; where that fails, one each. */
  async function ask(kinds) {
    const allowed = kinds.filter((kind) => !refused.includes(kind));
    for (const kind of kinds.filter((one) => refused.includes(one))) {
      report(kind, new DOMException("Permission denied", "NotAllowedError"));
    }
    try {
      if (allowed.length > 0) {
        await capture(allowed);
      }
    } catch (fault) {
      if (allowed.length === 1) {
        report(allowed[0], fault);
      } else {
        for (const kind of allowed) {
          await capture([kind]).catch((one) => report(kind, one));
        }
      }
    }
    onChange();
  }

  function report(kind, fault) {
    muted[kind] = true;
    faults[kind] = { type: REASONS[fault.name] ?? "gum.general", message: fault.message };
    onFault(kind, faults[kind]);
  }

  function lose(kind, track) {
    if (tracks[kind] === track) {
      stream.removeTrack(track);
      tracks[kind] = null;
      onChange();
    }
  }

  async function setMuted(kind, value) {
    muted[kind] = value;
    if (tracks[kind]) {
      tracks[kind].enabled = !value;
      // A camera that is off must not keep its light on.
      if (kind === "video" && value) {
        tracks[kind].stop();
        lose(kind, tracks[kind]);
      }
      onChange();
    } else if (!value) {
      await ask([kind]);
    }
  }

  return {
    stream,
    /** Asks for what is not to start muted. */
    async start(startMuted) {
      Object.assign(muted, startMuted);
      await ask(["audio", "video"].filter((kind) => !muted[kind]));
    },
    isMuted: (kind) => muted[kind],
    isLive: (kind) => tracks[kind] !== null && !muted[kind],
    fault: (kind) => faults[kind],
    track: (kind) => tracks[kind],
    toggle: (kind) => setMuted(kind, !muted[kind]),
    setMuted,
    get screen() {
      return screen;
    },
    get isStopped() {
      return isStopped;
    },
    /** Shares the screen, or stops; says whether it is shared now. */
    async toggleScreen(onEnded) {
      if (screen) {
        screen.getTracks().forEach((track) => track.stop());
        screen = null;
        return false;
      }
      screen = await navigator.mediaDevices.getDisplayMedia({ video: true });
      screen.getVideoTracks()[0].addEventListener("ended", () => {
        screen = null;
        onEnded();
      });
      return true;
    },
    /** As the client lists them; names only where the browser tells them. */
    async devices() {
      const found = { audioInput: [], audioOutput: [], videoInput: [] };
      for (const device of (await navigator.mediaDevices?.enumerateDevices()) ?? []) {
        const { deviceId, groupId, kind, label } = device;
        const group = kind.replace("input", "Input").replace("output", "Output");
        found[group]?.push({ deviceId, groupId, kind, label });
      }
      return found;
    },
    async currentDevices() {
      const { audioInput, videoInput } = await this.devices();
      const used = (list, kind) => list.find(({ label }) => label === tracks[kind]?.label);
      return { audioInput: used(audioInput, "audio"), videoInput: used(videoInput, "video") };
    },
    stop() {
      isStopped = true;
      for (const track of [...stream.getTracks(), ...(screen?.getTracks() ?? [])]) {
        track.stop();
        stream.removeTrack(track);
      }
      tracks.audio = tracks.video = screen = null;
    },
  };
}
