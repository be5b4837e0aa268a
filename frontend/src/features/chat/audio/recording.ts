import { downsample, encodeWav, joined, SPEECH_RATE } from './wav'
import workletUrl from './recorder-worklet.js?url'

export interface Recording {
  /** Ends it and gives it as a WAV file. */
  finish: () => Promise<File>
  /** Ends it. Harmless when it has ended. */
  cancel: () => void
}

/**
 * Records from the microphone. `heard` is told the loudness of each moment, from 0 to 1. Throws a `DOMException` when
 * the person or the browser does not allow it.
 */
export async function record(heard: (level: number) => void): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
  })
  const context = new AudioContext()
  const pieces: Float32Array[] = []
  try {
    await context.audioWorklet.addModule(workletUrl)
    const source = context.createMediaStreamSource(stream)
    const recorder = new AudioWorkletNode(context, 'recorder', { numberOfOutputs: 0 })
    recorder.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
      pieces.push(data)
      heard(levelOf(data))
    }
    source.connect(recorder)
    await context.resume()
  } catch (error) {
    cancel()
    throw error
  }

  function cancel(): void {
    for (const track of stream.getTracks()) track.stop()
    if (context.state !== 'closed') void context.close()
  }

  function finish(): Promise<File> {
    cancel()
    const samples = downsample(joined(pieces), context.sampleRate, SPEECH_RATE)
    const rate = Math.min(context.sampleRate, SPEECH_RATE)
    return Promise.resolve(
      new File([encodeWav(samples, rate)], 'speech.wav', { type: 'audio/wav' }),
    )
  }

  return { finish, cancel }
}

/** Loudness as people hear it: its root, so that quiet speech shows. */
function levelOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.min(1, Math.sqrt(Math.sqrt(sum / Math.max(1, samples.length))))
}
