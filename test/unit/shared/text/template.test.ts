import { describe, expect, it } from 'vitest'
import { renderTemplate, TemplateError } from '#shared/text/template.ts'

const upper = (text: string) => text.toUpperCase()
const DATA = {
  title: 'a <b>',
  note: '',
  count: 0,
  tags: ['x', 'y'],
  marks: [
    { quote: 'one', note: 'n' },
    { quote: 'two', note: '' },
  ],
}
const render = (template: string) => renderTemplate(template, DATA, upper)

describe('renderTemplate', () => {
  it('puts values through the escape, or as they are', () => {
    expect(render('{{title}} {{ title }} {{{title}}}')).toBe('A <B> A <B> a <b>')
    expect(render('{{tags}}')).toBe('X, Y')
  })

  it('repeats what is inside for each of a list, and looks outwards for names', () => {
    expect(render('{{#marks}}{{quote}} of {{title}}; {{/marks}}')).toBe('ONE of A <B>; TWO of A <B>; ')
    expect(render('{{#tags}}[{{.}}]{{/tags}}')).toBe('[X][Y]')
  })

  it('shows a part when there is something, another when there is nothing', () => {
    expect(render('{{#marks}}{{#note}}has{{/note}}{{^note}}none{{/note}} {{/marks}}')).toBe('has none ')
    expect(render('{{#count}}some{{/count}}{{^count}}no{{/count}}{{! nothing to see }}')).toBe('no')
  })

  it('takes the line of a mark that stands alone', () => {
    expect(render('a\n{{#marks}}\n- {{quote}}\n{{/marks}}\nb\n')).toBe('a\n- ONE\n- TWO\nb\n')
    expect(render('a\r\n{{#marks}}\r\n- {{quote}}\r\n{{/marks}}\r\nb')).toBe('a\n- ONE\n- TWO\nb')
  })

  it('refuses a part within itself, and what multiplies without end', () => {
    expect(() => render('{{#marks}}\n{{#marks}}x{{/marks}}{{/marks}}')).toThrow('“{{#marks}}” stands within itself')
    const rows = Array.from({ length: 400 }, () => ({ x: 'y' }))
    const many = { a: rows, b: rows, c: rows, d: rows }
    const nested = '{{#a}}{{#b}}{{#c}}{{#d}}{{x}}{{/d}}{{/c}}{{/b}}{{/a}}'
    expect(() => renderTemplate(nested, many, (text) => text)).toThrow('it grows larger than any file should be')
  })

  it('runs nothing and reads nothing but what it is given', () => {
    expect(() => render('{{constructor}}')).toThrow(TemplateError)
    expect(() => render('{{__proto__}}')).toThrow(TemplateError)
    expect(render('${title} <%= 1 %> }} }')).toBe('${title} <%= 1 %> }} }')
  })

  it.each([
    ['a\n{{#marks}}\nb', 2, '“{{#marks}}” is not closed by “{{/marks}}”'],
    ['a\nb\n{{/marks}}', 3, '“{{/marks}}” closes nothing'],
    ['{{#marks}}\n{{#note}}\n{{/marks}}', 3, '“{{/marks}}” comes before “{{/note}}”, which is open since line 2'],
    ['a\n\n{{title', 3, '“{{” is not closed by “}}”'],
    ['{{two words}}', 1, '“two words” is not a name'],
    ['x\n{{titel}}', 2, 'there is no “titel” here; there are count, marks, note, tags, title'],
    ['{{marks}}', 1, '“marks” is a part: write “{{#marks}}…{{/marks}}”'],
  ])('says of %j that line %i is wrong', (template, line, message) => {
    try {
      render(template)
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ name: 'TemplateError', line, message })
    }
  })
})
