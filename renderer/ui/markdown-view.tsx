import ReactMarkdown, { type Components, defaultUrlTransform } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import classes from './markdown-view.module.css'
import { Picture } from './pictures-context.tsx'

interface MarkdownViewProps {
  readonly text: string
}

// Outside of the component: made anew at each drawing, a link would be another one and lose the focus.
const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  ),
  img: ({ src, alt = '' }) => {
    const name = /^picture:([0-9a-f]{64})$/.exec(String(src ?? ''))?.[1]
    return name ? <Picture name={name} alt={alt} /> : alt
  },
}

/** Pictures of the library have a scheme of their own; for the rest the usual care is taken. */
function toUrl(url: string): string {
  return url.startsWith('picture:') ? url : defaultUrlTransform(url)
}

/** A note or card side as written. Raw HTML stays text, only pictures of the library show, links open outside. */
export function MarkdownView({ text }: MarkdownViewProps) {
  return (
    <div className={classes.root}>
      <ReactMarkdown remarkPlugins={[remarkGfm]} urlTransform={toUrl} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  )
}
