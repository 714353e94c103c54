import { createHash } from 'node:crypto'
import { findPicture, putPicture } from '#electron/store/queries/pictures.ts'
import { os, type ServiceContext } from './context.ts'

const MOST_BYTES = 5 * 1024 * 1024

/** The first bytes of each kind of picture: what a file says of itself is not asked. */
const beginnings: readonly (readonly [mediaType: string, bytes: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
]

/** Pictures on cards. They are kept with the library while anything names them, undo too. */
export function createPictureService({ library, clock }: ServiceContext) {
  return {
    add: os.picture.add.handler(async ({ input: { file }, errors }) => {
      if (file.size > MOST_BYTES) throw errors.NOT_A_PICTURE()
      const bytes = new Uint8Array(await file.arrayBuffer())
      const mediaType = beginnings.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0]
      if (!mediaType) throw errors.NOT_A_PICTURE()
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      library.write((db) => putPicture(db, { sha256, mediaType, bytes }, clock()))
      return { sha256 }
    }),
    get: os.picture.get.handler(({ input: { sha256 }, errors }) => {
      const picture = findPicture(library.read, sha256)
      if (!picture) throw errors.PICTURE_MISSING()
      return new File([new Uint8Array(picture.bytes)], sha256, { type: picture.mediaType })
    }),
  }
}
