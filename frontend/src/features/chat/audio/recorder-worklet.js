/* global AudioWorkletProcessor, registerProcessor */

/** Hands the samples of the first channel to the page; runs in the audio thread, so it is a file of its own. */
class Recorder extends AudioWorkletProcessor {
  process([input]) {
    const samples = input?.[0]
    if (samples) this.port.postMessage(samples.slice())
    return true
  }
}

registerProcessor('recorder', Recorder)
