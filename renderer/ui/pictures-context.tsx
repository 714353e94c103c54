import { createContext, useContext, useEffect, useState } from 'react'

/** Where pictures on cards are kept. */
export interface PictureStore {
  /** Keeps a picture and gives its name. */
  readonly add: (file: File) => Promise<string>
  readonly get: (name: string) => Promise<File>
}

/** Set by the app; without it no pictures are shown. */
export const PicturesContext = createContext<PictureStore | null>(null)

/** The store of pictures, or null outside the app. */
export function usePictures(): PictureStore | null {
  return useContext(PicturesContext)
}

/** A picture of a card by its name; its description stands in its place until it is there, or when it is gone. */
export function Picture({ name, alt }: { readonly name: string; readonly alt: string }) {
  const pictures = usePictures()
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let shown: string | null = null
    let isLeft = false
    pictures?.get(name).then(
      (file) => {
        if (isLeft) return
        shown = URL.createObjectURL(file)
        setUrl(shown)
      },
      () => setUrl(null),
    )
    return () => {
      isLeft = true
      if (shown) URL.revokeObjectURL(shown)
    }
  }, [pictures, name])
  return url ? <img src={url} alt={alt} /> : <span>{alt === '' ? 'Picture' : alt}</span>
}
