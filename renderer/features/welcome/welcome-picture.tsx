import classes from './welcome-picture.module.css'

interface Stroke {
  readonly y: number
  readonly from: number
  readonly to: number
}

const lines: readonly Stroke[] = [112, 130, 148, 166, 184, 214, 232, 250].map((y, place) => ({
  y,
  from: 84,
  to: [290, 302, 280, 298, 214, 296, 284, 246][place] ?? 290,
}))

/** A page as Dossier sees it: a marked line, a person, a group, a figure, and the card that came of it. */
export function WelcomePicture() {
  return (
    <svg className={classes.picture} viewBox="0 0 380 400" aria-hidden="true" focusable="false">
      <g className={classes.folder}>
        <path d="M30 78a8 8 0 0 1 8-8h92a10 10 0 0 1 8 4l10 14h194a8 8 0 0 1 8 8v250a8 8 0 0 1-8 8H38a8 8 0 0 1-8-8z" />
      </g>
      <rect className={classes.page} x="56" y="28" width="274" height="300" rx="3" />
      <g className={classes.ink}>
        <rect x="84" y="56" width="176" height="9" rx="2" />
        <rect x="84" y="74" width="112" height="9" rx="2" />
      </g>
      <rect className={classes.mark} x="80" y="140" width="206" height="34" rx="2" />
      <rect className={classes.figure} x="216" y="208" width="52" height="17" rx="2" />
      <g className={classes.text}>
        {lines.map(({ y, from, to }) => (
          <rect key={y} x={from} y={y} width={to - from} height="5" rx="2" />
        ))}
      </g>
      <path className={classes.person} d="M84 121.500h66" />
      <path className={classes.group} d="M214 241.500h58" />
      <path className={classes.place} d="M120 193.500h52" />
      <path
        className={classes.front}
        d="M20 292a8 8 0 0 1 8-9h324a8 8 0 0 1 8 9l-7 73a10 10 0 0 1-10 9H37a10 10 0 0 1-10-9z"
      />
      <g className={classes.card} transform="rotate(-3 210 318)">
        <rect x="132" y="250" width="176" height="104" rx="4" />
        <rect className={classes.cardInk} x="150" y="270" width="118" height="6" rx="2" />
        <rect className={classes.cardInk} x="150" y="284" width="82" height="6" rx="2" />
        <path className={classes.cardRule} d="M150 304.500h140" />
        <rect className={classes.answer} x="150" y="318" width="64" height="6" rx="2" />
      </g>
    </svg>
  )
}
