import { oc } from '@orpc/contract'
import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const pictureContract = {
  /** Stores a picture for cards; it is shown by `![](picture:SHA256)`. PNG, JPEG, GIF and WebP of up to 5 MB. */
  add: oc
    .input(z.object({ file: z.file() }))
    .output(z.object({ sha256 }))
    .errors({ NOT_A_PICTURE: { status: 422 } }),
  get: oc
    .input(z.object({ sha256 }))
    .output(z.file())
    .errors({ PICTURE_MISSING: { status: 404 } }),
}
