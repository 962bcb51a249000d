// How loud a track is, for the eye.

/**
 * Calls `onLevel` with 0 to 1 about twenty times a second while there is sound
 * to measure; with null while there is none, or while the browser waits for
 * somebody's first click before it lets the page hear anything.
 *
 * @returns {(track: MediaStreamTrack | null) => void} what is to be measured
 */
export function makeMeter(onLevel) {
  let context = null;
  let source = null;
  let timer = 0;

  const wake = () => context?.resume();
  window.addEventListener("pointerdown", wake);
  window.addEventListener("keydown", wake);

  return (track) => {
    clearInterval(timer);
    source?.disconnect();
    source = null;
    onLevel(null);
    if (!track || typeof AudioContext === "undefined") {
      return;
    }
    context ??= new AudioContext();
    wake();
    const analyser = new AnalyserNode(context, { fftSize: 512, smoothingTimeConstant: 0.3 });
    source = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) });
    source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      onLevel(context.state === "running" ? loudness(samples) : null);
    }, 50);
  };
}

/** From -60 dB, which is a quiet room, to 0 dB. */
function loudness(samples) {
  const power = samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
  const decibels = 10 * Math.log10(power + 1e-9);
  return Math.min(Math.max((decibels + 60) / 60, 0), 1);
}
