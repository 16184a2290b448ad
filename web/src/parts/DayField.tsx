// A day, as the browser asks for one; an ISO day or "".
export function DayField({ id, label, value, change, help }: { id: string; label: string; value: string; change: (value: string) => void; help?: string }) {
  return (
    <div className="cds--form-item">
      <label className="cds--label" htmlFor={id}>
        {label}
      </label>
      <input id={id} type="date" className="cds--text-input" aria-describedby={help ? `${id}-help` : undefined} value={value} onChange={(event) => change(event.target.value)} />
      {help && (
        <div className="cds--form__helper-text" id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}
