import { type ReactNode, useId } from 'react'
import classes from './dossier-aside.module.css'

/** A part of what the folder holds. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {children}
    </section>
  )
}
