export type Spoken = { readonly language: 'zh' | 'en'; readonly text: string }

const voices = { zh: 'zh-CN', en: 'en-US' } as const

/** Says sentences one after another with the voices of this browser; one that has none stays silent. */
export function speak(sentences: readonly Spoken[]): void {
  if (!('speechSynthesis' in window)) return
  for (const { language, text } of sentences) {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = voices[language]
    utterance.rate = 0.9
    window.speechSynthesis.speak(utterance)
  }
}
