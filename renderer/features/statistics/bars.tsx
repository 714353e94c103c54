import { BarChart } from '@mantine/charts'

/** The height of every chart, in px. */
export const CHART_HEIGHT = 200

interface BarsProps {
  /** What stands under each bar, and how high it is. */
  readonly bars: readonly { readonly name: string; readonly value: number }[]
  /** What the height means, in a word. */
  readonly measure: string
  readonly color: string
  readonly unit?: string
  /** Whether the bars are shares in percent. */
  readonly isShare?: boolean
  /** A line across, with its word. */
  readonly aim?: { readonly at: number; readonly label: string }
}

/** Bars that stand still: what they say is told beside them too. */
export function Bars({ bars, measure, color, unit, isShare = false, aim }: BarsProps) {
  return (
    <BarChart
      h={CHART_HEIGHT}
      withTooltip
      tickLine="none"
      gridAxis="x"
      tooltipAnimationDuration={0}
      // Half a line of room, or the topmost number is moved off its line.
      barChartProps={{ accessibilityLayer: false, margin: { top: 8 } }}
      barProps={{ isAnimationActive: false }}
      data={bars.map(({ name, value }) => ({ name, [measure]: value }))}
      dataKey="name"
      series={[{ name: measure, color }]}
      maxBarWidth={64}
      xAxisProps={{ interval: 'equidistantPreserveStart' }}
      {...(isShare
        ? { yAxisProps: { domain: [0, 100] }, unit: ' %' }
        : { yAxisProps: { allowDecimals: unit !== undefined } })}
      {...(unit ? { unit } : {})}
      {...(aim ? { referenceLines: [{ y: aim.at, label: aim.label, color: 'var(--warn)' }] } : {})}
    />
  )
}
