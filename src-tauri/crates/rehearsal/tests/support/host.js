// A page that embeds meetings as the meeting page does: it does what the test
// says over a WebSocket, and tells everything that it hears.

const apis = new Map();
const line = new WebSocket(`ws://${location.host}/line`);
const tell = (frame, name, data) =>
  line.send(JSON.stringify({ frame, name, data: data ?? {}, at: performance.now() }));

const ORDERS = {
  async open({ frame, scripts, domain, options, width, height }) {
    const script = await load(scripts);
    tell(frame, "script", { path: script && new URL(script).pathname });
    if (!script) {
      return;
    }
    const place = document.createElement("div");
    place.style.cssText = `width: ${width ?? 600}px; height: ${height ?? 380}px; display: inline-block`;
    document.body.append(place);
    const api = new JitsiMeetExternalAPI(domain, { ...options, parentNode: place });
    for (const name of api.getSupportedEvents()) {
      api.addListener(name, (data) => tell(frame, name, data));
    }
    api.getIFrame().addEventListener("load", () => tell(frame, "load"));
    apis.set(frame, api);
  },
  command({ frame, name, data }) {
    apis.get(frame).executeCommand(name, ...data);
  },
  async ask({ frame, name, data }) {
    const answer = await Promise.race([
      apis.get(frame)[name](...data),
      new Promise((resolve) => setTimeout(resolve, 3000, "silence")),
    ]);
    tell(frame, `answer:${name}`, { answer });
  },
  async about({ frame }) {
    const { name, allow, src } = apis.get(frame).getIFrame();
    tell(frame, "about", { name, allow, src });
  },
  dispose({ frame }) {
    apis.get(frame)?.dispose();
    tell(frame, "disposed", { frames: document.querySelectorAll("iframe").length });
  },
};

line.addEventListener("message", ({ data }) => {
  const order = JSON.parse(data);
  ORDERS[order.do](order);
});

/** The first script that loads; each is run once. */
async function load(scripts) {
  for (const src of scripts) {
    const loaded = [...document.scripts].find((one) => one.src === src && one.dataset.loaded);
    if (loaded || (await run(src))) {
      return src;
    }
  }
  return null;
}

function run(src) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => {
      script.dataset.loaded = "yes";
      resolve(true);
    };
    script.onerror = () => {
      script.remove();
      resolve(false);
    };
    document.head.append(script);
  });
}
