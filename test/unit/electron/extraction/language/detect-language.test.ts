import { describe, expect, it } from 'vitest'
import { detectLanguage } from '#electron/extraction/language/detect-language.ts'
import { tokenize } from '#electron/extraction/tokenize.ts'
import { run } from '../run.ts'

const TEXTS: readonly (readonly [language: string | null, text: string])[] = [
  ['en', 'The ministers of thirty countries met in Paris and agreed that they would help the new government.'],
  ['de', 'Die Minister aus dreißig Ländern trafen sich in Paris und sagten der neuen Regierung ihre Hilfe zu.'],
  ['fr', 'Les ministres de trente pays se sont réunis à Paris et ont promis leur aide au nouveau gouvernement.'],
  ['es', 'Los ministros de treinta países se reunieron en París y prometieron su ayuda para el nuevo gobierno.'],
  ['it', 'I ministri di trenta paesi si sono riuniti a Parigi e hanno promesso il loro aiuto al nuovo governo.'],
  ['pt', 'Os ministros de trinta países reuniram-se em Paris e prometeram a sua ajuda para o novo governo do país.'],
  ['nl', 'De ministers van dertig landen kwamen in Parijs bijeen en zegden hun hulp toe aan de nieuwe regering.'],
  [
    'pl',
    'Ministrowie z trzydziestu krajów spotkali się w Paryżu i obiecali, że pomogą nowemu rządowi, który jest słaby.',
  ],
  ['ru', 'Министры тридцати стран встретились в Париже и обещали помощь новому правительству.'],
  ['ar', 'اجتمع وزراء ثلاثين دولة في باريس ووعدوا بمساعدة الحكومة الجديدة'],
  ['en', 'Leaders pledge support'],
  [null, '123 456 ... !'],
  [null, ''],
]

describe('detectLanguage', () => {
  it.each(TEXTS)('tells %s: %s', (language, text) => {
    expect(detectLanguage(tokenize(text))).toBe(language)
  })

  it('leaves a text in another language without names and figures', () => {
    const found = run(
      'Die Minister aus 30 Ländern trafen sich mit John Kerry in Paris und sagten der Regierung Hilfe zu.',
    )
    expect([found.language, found.entities, found.mentions, found.figures]).toEqual(['de', [], [], []])
  })
})
