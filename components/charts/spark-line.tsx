const HEIGHT = 20;
const STEP = 88 / 24;

/** Counts in equal parts of time as bars of 88 × 20 px; the row beside it says the numbers. */
export function SparkLine({ parts }: { parts: readonly number[] }) {
  const most = Math.max(1, ...parts);
  return (
    <svg
      aria-hidden
      width={STEP * parts.length}
      height={HEIGHT}
      viewBox={`0 0 ${STEP * parts.length} ${HEIGHT}`}
      className="block text-ink-2"
      fill="currentColor"
    >
      <rect y={HEIGHT - 0.5} width={STEP * parts.length} height={0.5} opacity={0.5} />
      {parts.map((count, index) => {
        // What was there once is still to be seen beside what was there a thousand times.
        const height = count === 0 ? 0 : Math.max(2, (count / most) * (HEIGHT - 1));
        return height === 0 ? null : (
          <rect key={index} x={index * STEP} y={HEIGHT - height} width={STEP - 0.7} height={height} />
        );
      })}
    </svg>
  );
}
