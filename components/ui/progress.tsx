interface Props {
  /** What is going on: "Reading maillog-20260807.gz". */
  label: string;
  /** How far, with units, for people: "41,020 lines, 3.4 of 8.1 MB". */
  text?: string;
  /** From 0 to 1; left out while nobody knows. */
  value?: number;
}

/** How far a piece of work is, as a bar and in words. */
export function Progress({ label, text, value }: Props) {
  return (
    <div className="grid gap-1 text-s">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span className="font-medium">{label}</span>
        {text ? <span className="text-ink-2">{text}</span> : null}
      </div>
      <progress aria-label={label} aria-valuetext={text} max={1} value={value} />
    </div>
  );
}
