import { describe, expect, it } from 'vitest'
import { readFurniture } from '#electron/formats/import/furniture.ts'

describe('readFurniture', () => {
  it.each([
    'Image source, AFP',
    'Image copyright Getty Images',
    'Photograph: Ann Other/Reuters',
    'Share this page',
    'Share',
    '• Read more',
    'Read more: what happened next',
    'Story continues below advertisement',
    'Advertisement',
    'We use cookies to improve your experience.',
    'Accept all cookies',
    '© 2014 The Daily Example. All rights reserved',
    '4 min read',
    '27 comments',
    'Updated 16 September 2014',
    'Last updated at 14:03 BST',
    '2 hours ago',
    'Page 3 of 12',
    '* * *',
    '———',
    '•',
  ])('drops "%s"', (line) => {
    expect(readFurniture(line)).toEqual({ role: 'drop' })
  })

  it.each([
    'Published works of the minister fill three shelves.',
    'Share prices fell by a third.',
    'We use cookies in the kitchen, she said, and laughed.',
    'Image source, he said, was the wrong word for a man who had given them a hundred photographs over ten long years, and who had then been sent away without thanks, pay, papers or a place to stay, as the court heard later in the day.',
    "'A larger threat'",
    'Updated plans were shown to the council.',
    'Comments by the president were cut.',
    'Caption contests were held every year.',
    '1914',
  ])('leaves "%s" alone', (line) => {
    expect(readFurniture(line)).toBeNull()
  })

  it('reads the day off a stamp, and none where there is none', () => {
    expect(readFurniture('• Published 15 September 2014')).toEqual({ role: 'published', date: '2014-09-15' })
    expect(readFurniture('First published on 15 September 2014')).toEqual({ role: 'published', date: '2014-09-15' })
    expect(readFurniture('  • Published')).toEqual({ role: 'published', date: null })
    expect(readFurniture('Published 3 hours ago')).toEqual({ role: 'published', date: null })
  })

  it('keeps the words of a caption, or says that they follow', () => {
    expect(readFurniture('Image caption, The bridge at dusk')).toEqual({ role: 'caption', text: 'The bridge at dusk' })
    expect(readFurniture('Media caption,')).toEqual({ role: 'caption', text: null })
  })

  it('says that a credit or links follow, and doubts single words', () => {
    expect(readFurniture('Image source,')).toEqual({ role: 'credit' })
    expect(readFurniture('More on this story')).toEqual({ role: 'end' })
    expect(readFurniture('Home')).toEqual({ role: 'maybe' })
  })
})
