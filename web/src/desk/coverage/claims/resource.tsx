import { useWords } from '../../../words/use-words'

/** A FHIR resource as it was written, behind one click. */
export function Resource({ of }: { of: object }) {
  const words = useWords().coverage
  return (
    <details className="resource">
      <summary>{words.showJson}</summary>
      <pre>{JSON.stringify(of, null, 2)}</pre>
    </details>
  )
}
