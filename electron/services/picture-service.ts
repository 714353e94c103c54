import { createHash } from 'node:crypto'
import { findPicture, putPicture } from '#electron/store/queries/pictures.ts'
import { MOST_PICTURE_BYTES, mediaTypeOf } from '#shared/domain/pictures.ts'
import { os, type ServiceContext } from './context.ts'

/** Pictures on cards. They are kept with the library while anything names them, undo too. */
export function createPictureService({ library, clock }: ServiceContext) {
  return {
    add: os.picture.add.handler(async ({ input: { file }, errors }) => {
      if (file.size > MOST_PICTURE_BYTES) throw errors.NOT_A_PICTURE()
      const bytes = new Uint8Array(await file.arrayBuffer())
      const mediaType = mediaTypeOf(bytes)
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
