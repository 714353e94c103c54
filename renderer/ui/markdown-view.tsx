import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import classes from './markdown-view.module.css'

interface MarkdownViewProps {
  readonly text: string
}

/** A note or card side as written. Raw HTML stays text, pictures are not loaded, links open outside. */
export function MarkdownView({ text }: MarkdownViewProps) {
  return (
    <div className={classes.root}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        disallowedElements={['img']}
        unwrapDisallowed
        components={{
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noreferrer noopener">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
