import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import classes from './markdown-view.module.css'

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
}

/** A note or card side as written. Raw HTML stays text, pictures are not loaded, links open outside. */
export function MarkdownView({ text }: MarkdownViewProps) {
  return (
    <div className={classes.root}>
      <ReactMarkdown remarkPlugins={[remarkGfm]} disallowedElements={['img']} unwrapDisallowed components={components}>
        {text}
      </ReactMarkdown>
    </div>
  )
}
