type News = { readonly topic: string; readonly transaction: string | null }

/** Follows topics over HTTP as a browser does; `heard` grows with what is told, in order. */
export async function openStream(url: string, token: string, topics: readonly string[], onNews: () => void = () => undefined) {
  const abort = new AbortController()
  const response = await fetch(`${url}/api/platform/live?topics=${topics.join(',')}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  })
  if (response.status !== 200 || !response.body) throw new Error(`no stream: ${response.status} ${await response.text()}`)
  const heard: News[] = []
  const read = async (body: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder()
    let text = ''
    for await (const part of body) {
      text += decoder.decode(part, { stream: true })
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const [, data] = event.match(/^event: news\ndata: (.*)$/) ?? []
        if (data === undefined) continue
        heard.push(JSON.parse(data) as News)
        onNews()
      }
    }
  }
  const ended = read(response.body).catch(() => undefined)
  return {
    heard,
    close: async () => {
      abort.abort()
      await ended
    },
  }
}
