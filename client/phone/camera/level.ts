/** Tells ten times a second how loud it is, 0 to 1; returns how to stop. */
export const followLevel = (stream: MediaStream, tell: (level: number) => void): (() => void) => {
  if (stream.getAudioTracks().length === 0) return () => {}
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 512
  context.createMediaStreamSource(stream).connect(analyser)
  const wave = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(wave)
    const power = wave.reduce((sum, x) => sum + x * x, 0) / wave.length
    // -60 dB is silence, 0 dB full.
    tell(power > 0 ? Math.max(0, Math.min(1, 1 + (10 * Math.log10(power)) / 60)) : 0)
  }, 100)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}
