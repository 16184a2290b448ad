// A day, as the browser asks for one; an ISO day or "". `wrong` says why what stands there will not do.
interface Props {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  help?: string;
  wrong?: string;
}

export function DayField({ id, label, value, change, help, wrong }: Props) {
  const told = [help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  return (
    <div className="cds--form-item">
      <label className="cds--label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="cds--text-input"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={told || undefined}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
      {help && (
        <div className="cds--form__helper-text" id={`${id}-help`}>
          {help}
        </div>
      )}
      {wrong && (
        <p className="s-error-text" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
